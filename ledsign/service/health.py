"""What the service says of itself and its signs: the health file, which `ledsign status` also prints."""

from __future__ import annotations

from collections import deque
from dataclasses import asdict, dataclass
from datetime import datetime

from ledsign.intent import Entry, ShowNotice, ShowProgramme
from ledsign.link.state import Link, SignLink
from ledsign.service.wanted import Wish

WINDOW_S = 60
"""Seconds that the utilisation of a line is about."""

WORN = "今天写入显示屏存储器的次数已到上限，为保护存储器，新内容明天再写入"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text the sign holds and shows: its key, and its words."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class SignHealth:
    """One sign.

    `texts` are what it shows in turn; `notice` is the key of an urgent one in front of them. `since` is when it
    confirmed the last of what it shall show, and `confirmed` whether that still holds: by a read-back or an
    acknowledgement (`confirmed_by`), never on a one-way line. `trouble` counts errors by kind since the start.
    `line_s` are seconds of wire used, `line_utilisation` the share of the last minute. `cycle_s` is
    how long all texts take once.
    """

    name: str
    protocol: str
    evidence: str
    items_wanted: int
    items_acknowledged: int
    showing: tuple[str, ...]
    texts: tuple[Shown, ...]
    notice: str | None
    since: str | None
    confirmed: bool
    confirmed_by: str
    errors: int
    trouble: dict[str, int]
    steps: int
    bytes: int
    line_s: float
    line_utilisation: float
    cycle_s: float
    reason: str

    @property
    def is_whole(self) -> bool:
        """Whether it shows all it shall, or a notice that covers it."""
        return self.items_acknowledged == self.items_wanted or self.notice is not None


@dataclass(frozen=True, slots=True)
class Health:
    """The whole file. `items_acknowledged` is the least that any sign acknowledged."""

    time: str
    edition: int | None
    state: str
    problems: tuple[str, ...]
    signs: tuple[SignHealth, ...]
    items_acknowledged: int

    def as_json(self) -> dict[str, object]:
        """For the health file."""
        return asdict(self)


def sign_health(link: Link, sign: SignLink, wish: Wish, since: datetime | None, utilisation: float) -> SignHealth:
    """One sign's part."""
    showing = sign.showing()
    held = [key for key in wish.items if key in showing]
    words = _words_of(wish)
    notices = [intent.key for intent in wish.intents if isinstance(intent, ShowNotice)]
    notice = next((key for key in notices if key in showing), None)
    is_whole = len(held) == len(wish.items) or notice is not None
    is_there = link.is_open and not sign.silent
    counts = sign.counts
    return SignHealth(
        name=sign.name,
        protocol=sign.profile.protocol,
        evidence=sign.profile.evidence.value,
        items_wanted=len(wish.items),
        items_acknowledged=len(held),
        showing=showing,
        texts=tuple(Shown(key, words[key]) for key in showing if key in words),
        notice=notice,
        since=stamp(since) if since else None,
        confirmed=sign.profile.acknowledges and is_whole and is_there,
        confirmed_by=_confirmed_by(sign),
        errors=counts.errors,
        trouble={
            "unanswered": counts.unanswered,
            "garbled": counts.garbled,
            "busy": counts.busy,
            "refused": counts.refused,
        },
        steps=counts.steps,
        bytes=counts.bytes,
        line_s=round(counts.wire_s, 3),
        line_utilisation=utilisation,
        cycle_s=round(sum(entry.composition.seconds for entry in _programme(wish)), 1),
        reason=sign.reason or link.reason,
    )


def _confirmed_by(sign: SignLink) -> str:
    if not sign.profile.acknowledges:
        return "unconfirmed"
    return "read-back" if sign.profile.reads_back else "acknowledged"


def _programme(wish: Wish) -> tuple[Entry, ...]:
    return next((intent.entries for intent in wish.intents if isinstance(intent, ShowProgramme)), ())


def _words_of(wish: Wish) -> dict[str, str]:
    words: dict[str, str] = {}
    for intent in wish.intents:
        if isinstance(intent, ShowProgramme):
            words |= {entry.key: entry.composition.text for entry in intent.entries}
        elif isinstance(intent, ShowNotice):
            words[intent.key] = intent.composition.text
    return words


class Utilisation:
    """How much of the last minute bytes were on a wire, from a growing number of seconds seen now and then."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._seen: deque[tuple[float, float]] = deque(maxlen=WINDOW_S)

    def share(self, wire_s: float, now: float) -> float:
        """The share, 0 to 1, given the seconds of wire so far."""
        if not self._seen or now - self._seen[-1][0] >= 1.0:
            self._seen.append((now, wire_s))
        while len(self._seen) > 1 and now - self._seen[0][0] > WINDOW_S:
            self._seen.popleft()
        since, before_s = self._seen[0]
        return round(min((wire_s - before_s) / max(now - since, 1.0), 1.0), 3)


def problems_of(link: Link, now: float) -> tuple[str, ...]:
    """What is wrong with a port and its signs at `now` (the link's clock), in words for staff."""
    if link.reason:
        return tuple(f"{sign.name}：{link.reason}" for sign in link.signs)
    silent = tuple(f"{sign.name}：{sign.reason}" for sign in link.signs if sign.reason)
    worn = tuple(f"{sign.name}：{WORN}" for sign in link.signs if sign.is_worn(now))
    return silent + worn


def stamp(at: datetime) -> str:
    """An instant as all files write it."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
