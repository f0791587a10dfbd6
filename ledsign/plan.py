"""What lies between intents and a wire: what a sign is known to hold, and the jobs that bring it to what is wanted.

    (intents, known) ─ protocol's plan ─▶ jobs ─▶ steps ─▶ bursts ─▶ wire
                 known ◀─ change ─ acknowledged ◀─┘

A plan is made anew from what is wanted and what is known after every acknowledgement; there is no queue of history.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Protocol

from ledsign.intent import Intent, keys_of
from ledsign.profile import Profile

DOUBTFUL = "?"
"""The digest of a slot that may or may not have been written: its acknowledgement never came."""


class Memory(Enum):
    """What a slot is made of: flash survives power-off and wears out, RAM does neither."""

    FLASH = "flash"
    RAM = "ram"


@dataclass(frozen=True, slots=True)
class Held:
    """What a slot holds: a digest of its content, the key it shows (or ""), and when it was confirmed.

    What `is_old` was confirmed so long ago that somebody else may have changed it since (`Known.refreshed`).
    """

    digest: str
    memory: Memory
    key: str = ""
    at: float = 0.0
    is_old: bool = False


@dataclass(frozen=True)
class Known:
    """What a sign holds, slot by slot, as far as it acknowledged."""

    slots: Mapping[str, Held] = field(default_factory=dict)

    def holds(self, slot: str, digest: str) -> bool:
        """Whether the slot holds exactly this content, as was confirmed lately."""
        return self.held(slot, digest) and not self.slots[slot].is_old

    def held(self, slot: str, digest: str) -> bool:
        """Whether the slot held exactly this content when it was last confirmed, however long ago that was."""
        return slot in self.slots and self.slots[slot].digest == digest

    def of(self, memory: Memory) -> dict[str, Held]:
        """The slots of one kind of memory, by name in order."""
        return {name: held for name, held in sorted(self.slots.items()) if held.memory is memory}

    def changed(self, change: Change, at: float) -> Known:
        """After a change that was acknowledged `at`."""
        kept = {name: held for name, held in self.slots.items() if name not in change.emptied}
        filled = {n: Held(held.digest, held.memory, held.key, at) for n, held in change.filled}
        return Known(kept | filled)

    def without(self, lost: Iterable[str]) -> Known:
        """Without these slots."""
        gone = set(lost)
        return Known({name: held for name, held in self.slots.items() if name not in gone})

    def refreshed(self, now: float, refresh_s: float, rewrite_s: float = 0.0) -> Known:
        """Without what stands in RAM longer than `refresh_s`: a sign may have lost it without a word.

        Flash is believed for `rewrite_s`, or for ever when that is 0; then it `is_old`: something stands there, but
        another computer may have changed it.
        """
        lately = {n: h for n, h in self.slots.items() if h.memory is Memory.FLASH or now - h.at < refresh_s}
        old = {n: replace(h, is_old=True) for n, h in self.of(Memory.FLASH).items() if 0 < rewrite_s <= now - h.at}
        return Known(lately | old)

    def doubting(self, job: Job) -> Known:
        """After a job was given up without an answer: what it wrote may be there or not, what it deleted may be gone.

        What costs nothing to say again is forgotten, and so is a file that was new and takes no room. Where a text
        stands in RAM, or something stood in flash before, the slot is in doubt, with the keys of both.
        """
        slots = dict(self.slots)
        for name, held in job.change.filled:
            before = slots.pop(name, None)
            costs = held.key if held.memory is Memory.RAM else before or job.writes
            if costs:
                keys = dict.fromkeys(f"{before.key if before else ''} {held.key}".split())
                slots[name] = Held(DOUBTFUL, held.memory, " ".join(keys))
        gone = {name: Held(DOUBTFUL, Memory.FLASH) for name in job.change.emptied if name in self.of(Memory.FLASH)}
        return Known(slots | gone)

    def after_silence(self) -> Known:
        """What is still certain when the line was gone: only flash survives a power cut."""
        return Known(self.of(Memory.FLASH))


@dataclass(frozen=True, slots=True)
class Change:
    """What an acknowledged job does to what is known."""

    filled: tuple[tuple[str, Held], ...] = ()
    emptied: tuple[str, ...] = ()


def is_news(job: Job, known: Known) -> bool:
    """Whether a job brings something the sign did not have, rather than refreshing it, there or in another slot."""
    there = {(held.digest, held.key) for held in known.slots.values()}
    return any((held.digest, held.key) not in there for _, held in job.change.filled)


def showing_of(left: Iterable[Job], intents: Iterable[Intent]) -> tuple[str, ...]:
    """The keys among the intents that show, given the jobs that are left to do."""
    hidden = {key for job in left for key in (*job.keys, *job.reveals)}
    return tuple(key for key in keys_of(intents) if key not in hidden)


@dataclass(frozen=True, slots=True)
class Burst:
    """Bytes to send, and the silence that must follow in seconds. Timing stands beside the bytes, never in them."""

    content: bytes
    gap_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One exchange: bursts, and whether the sign answers. `token` is a packet's number where a protocol has one.

    `reply_bytes` is how long the answer is, where it is long enough to matter: the line needs time to carry it. A step
    that `reads_back` is answered with what the sign holds, which says more than that it was taken.
    """

    bursts: tuple[Burst, ...]
    answered: bool = True
    token: int | None = None
    reply_bytes: int = 0
    reads_back: bool = False

    @property
    def content(self) -> bytes:
        """All bytes of the step."""
        return b"".join(burst.content for burst in self.bursts)


@dataclass(frozen=True, slots=True)
class Job:
    """Steps that only together change what the sign holds. `writes` counts flash slots written.

    `lost` are the slots to forget when the sign says that it misses something this job relies on. A job that
    `tidies` only makes sense with the writes around it: old files are not deleted when new ones may not be written.
    `reveals` are keys whose texts are there already but show only after this job.
    """

    name: str
    steps: tuple[Step, ...]
    change: Change
    keys: tuple[str, ...] = ()
    writes: int = 0
    lost: tuple[str, ...] = ()
    tidies: bool = False
    reveals: tuple[str, ...] = ()


class Verdict(Enum):
    """What a reply means for the step it answers.

    Done; wait and send again; send again; begin the job again; something the job relies on is not there; never.
    """

    DONE = "done"
    BUSY = "busy"
    GARBLED = "garbled"
    RESTART = "restart"
    MISSING = "missing"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reply:
    """A sign's answer, with its own words for staff when it is not simply done; None is what a protocol leaves out."""

    verdict: Verdict
    sentence: str = ""
    address: int | None = None
    token: int | None = None

    def answers(self, step: Step, address: int) -> bool:
        """Whether it is about this step of this sign, as far as the protocol tells."""
        same = step.token is None or self.token in (None, step.token)
        return same and self.address in (None, address)


class ReplyDecoder(Protocol):
    """Finds replies in a stream, however it is cut."""

    @property
    def rejected(self) -> int:
        """How many damaged replies came."""

    def feed(self, received: bytes) -> list[Reply]:
        """Give the replies that these bytes complete; echoes and other computers' frames are none."""


class Planner(Protocol):
    """One protocol: a pure plan from intents to jobs, and a decoder for what comes back."""

    def jobs(self, intents: Iterable[Intent], known: Known, profile: Profile, address: int) -> Iterator[Job]:
        """What to do, in the order of the intents; taken one by one, ValueError when an intent cannot be said."""

    def showing(self, intents: Iterable[Intent], known: Known, profile: Profile) -> tuple[str, ...]:
        """The keys among the intents that the sign is known to hold."""

    def decoder(self) -> ReplyDecoder:
        """A fresh decoder."""


def digest(*parts: bytes | str | float) -> str:
    """Names content by what it is: sixteen hexadecimal digits over all parts, in order."""
    content = b"\0".join(part if isinstance(part, bytes) else str(part).encode() for part in parts)
    return hashlib.sha256(content).hexdigest()[:16]
