"""What one port and its signs are doing, as values: all that the link's machine needs to decide what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ledsign.intent import Ask, Intent, later
from ledsign.plan import Job, Known, Memory, Planner, Step
from ledsign.profile import LineSettings, Profile

REFRESH_S = 300.0
"""What stands in RAM is sent again this often, which also heals silent resets."""

TRIES = 3
"""How often a step is sent before a sign counts as silent."""

FIRST_REST_S, LONGEST_REST_S = 1.0, 8.0
"""A sign that is silent or refuses rests so long before the next probe; the longest is the retry period."""

BUSY_REST_S = 0.25
DAY_S = 86400.0
REFUSED_REST_S = 600.0
"""What a sign refused is tried again after this long, or when something else is wanted."""

MOST_REFUSED = 64
"""So many refusals are remembered at once."""

SETTLE_S = 0.4
"""After a repeated step, a second answer to the first try may still come: nobody speaks so long."""

RECHECK_S = LONGEST_REST_S
"""After a step had to be repeated, an answer may have been taken for another's: all that can be asked for or sent again
without wear is, once all is done, but not oftener than this."""

LOOK_AGAIN_S = 0.5
"""An idle link whose refresh is due but refused looks again this often, not at every instant."""

TURNAROUND_CHARACTERS = 3.5
"""Silence between a reply and the next request, in characters: a half-duplex line has to turn round."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What happened on the wire to one sign since the start."""

    steps: int = 0
    bytes: int = 0
    wire_s: float = 0.0
    unanswered: int = 0
    garbled: int = 0
    busy: int = 0
    refused: int = 0

    @property
    def errors(self) -> int:
        """Everything that was not simply done."""
        return self.unanswered + self.garbled + self.refused


@dataclass(frozen=True, slots=True)
class SignLink:
    """One sign on the port: what it shall do, what it is known to hold, and the job under way.

    `silent` counts probes in a row without an answer; `refused` are jobs it does not want, with the time of each.
    `intents` are as of `wanted_at`. `doubted`: a step was repeated since all was checked at `checked_at`.
    """

    name: str
    address: int
    planner: Planner
    profile: Profile
    known: Known = field(default_factory=Known)
    intents: tuple[Intent, ...] = ()
    wanted_at: float = 0.0
    job: Job | None = None
    step: int = 0
    tries: int = 0
    rest_until: float = 0.0
    silent: int = 0
    reason: str = ""
    refused: tuple[tuple[Job, float], ...] = ()
    written: tuple[float, ...] = ()
    doubted: bool = False
    checked_at: float = float("-inf")
    counts: Counts = field(default_factory=Counts)

    def next_job(self, now: float) -> Job | None:
        """The most urgent job left; only a probe while the sign is silent. None when all is as wanted.

        What was refused rests, and flash is not written oftener in a day than the profile allows.
        """
        known = self.known.refreshed(now, REFRESH_S, self.profile.rewrite_s)
        intents = (Ask(),) if self.silent else tuple(later(intent, now - self.wanted_at) for intent in self.intents)
        jobs = self.planner.jobs(intents, known, self.profile, self.address)
        hopeless = [job.change for job, at in self.refused if now - at < REFUSED_REST_S]
        left = (job for job in jobs if job.change not in hopeless)
        return next(_sparing_flash(left) if self.is_worn(now) else left, None)

    def is_worn(self, now: float) -> bool:
        """Whether flash was written as often as it may be in a day."""
        return len(self.written) >= self.profile.flash_writes > 0 and now - self.written[0] < DAY_S

    def without_job(self) -> SignLink:
        """With the job under way given up."""
        known = self.known.doubting(self.job) if self.job else self.known
        return replace(self, known=known, job=None, step=0)

    def showing(self) -> tuple[str, ...]:
        """The keys that the sign acknowledged of what it shall show."""
        return self.planner.showing(self.intents, self.known, self.profile)

    def stale_at(self) -> float | None:
        """When the first thing in RAM has to be sent again, or all be checked; None when nothing stands there."""
        refreshed = [held.at + REFRESH_S for held in self.known.of(Memory.RAM).values()]
        checked = [self.checked_at + RECHECK_S] if self.doubted else []
        return min(refreshed + checked, default=None)

    def rechecked(self, now: float) -> SignLink:
        """With all in RAM due to be sent again, where steps were repeated and a look is due; else as it is."""
        if not self.doubted or now < self.checked_at + RECHECK_S:
            return self
        ram = {name: replace(held, at=now - REFRESH_S) for name, held in self.known.of(Memory.RAM).items()}
        return replace(self, known=Known({**self.known.slots, **ram}), doubted=False, checked_at=now)


def _sparing_flash(jobs: Iterator[Job]) -> Iterator[Job]:
    """What can be done without writing flash; what is old stays where something new would have been written."""
    left = list(jobs)
    waits = any(job.writes for job in left)
    return (job for job in left if not (waits and (job.writes or job.tidies)))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A step on the wire: which sign's, no answer before `earliest`, none after `deadline`."""

    sign: str
    step: Step
    earliest: float
    deadline: float


@dataclass(frozen=True, slots=True)
class Link:
    """One port with its signs, which take turns."""

    line: LineSettings
    signs: tuple[SignLink, ...]
    is_open: bool = False
    opening: bool = False
    reopen_at: float = 0.0
    failures: int = 0
    reason: str = ""
    quiet_until: float = 0.0
    exchange: Exchange | None = None
    turn: int = 0
    idle_since: float | None = None

    @property
    def idle(self) -> bool:
        """Whether no sign has anything left to do for now."""
        return self.idle_since is not None

    def sign(self, name: str) -> SignLink:
        """The sign of this name. KeyError when it is not on this port."""
        for sign in self.signs:
            if sign.name == name:
                return sign
        raise KeyError(name)

    def with_sign(self, changed: SignLink) -> Link:
        """With one sign's state replaced."""
        return replace(self, signs=tuple(changed if s.name == changed.name else s for s in self.signs))

    def in_turn(self) -> Iterator[SignLink]:
        """The signs, beginning with the one whose turn it is."""
        yield from self.signs[self.turn :]
        yield from self.signs[: self.turn]
