"""What a sign shall do, in words that every protocol shares: the closed set of intents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ledsign.bitmap import Panel
from ledsign.compose import Composition


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the programme, with the key it is journalled under and the days it may play (None is for ever).

    `hours` are the times of day it plays (none is all day), for signs that keep them (`Profile.keeps_hours`), and
    `weekdays` the days of the week, 1 Monday to 7 Sunday (none is every day), for those that keep these.
    """

    key: str
    composition: Composition
    first: date | None = None
    last: date | None = None
    hours: tuple[tuple[time, time], ...] = ()
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowProgramme:
    """These texts in turn, and nothing else."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ShowNotice:
    """This text in front of the programme until the instant `until`; None: until told.

    `seconds` are left until then as the plan is made, for signs that take the notice down by themselves.
    """

    key: str
    composition: Composition
    until: datetime | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class EndNotice:
    """Nothing in front of the programme."""


@dataclass(frozen=True, slots=True)
class SetClock:
    """The office's local time."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SetBrightness:
    """How bright, in percent: one figure for always, or 48, one for each half hour from midnight.

    `present` is the figure for just now, for signs that keep no timetable; None where there is only one.
    """

    percent: tuple[int, ...]
    present: int | None = None

    @property
    def level(self) -> int:
        """The figure for just now."""
        return self.percent[0] if self.present is None else self.present


@dataclass(frozen=True, slots=True)
class SetHours:
    """When the lamps are on, every day; None is always.

    `lit` says whether they shall be on just now, for signs that keep no hours themselves but can be switched.
    """

    on: time | None = None
    off: time | None = None
    lit: bool = True


@dataclass(frozen=True, slots=True)
class Ask:
    """Are you there, and do you still have what you were given?"""


Intent = ShowProgramme | ShowNotice | EndNotice | SetClock | SetBrightness | SetHours | Ask


def later(intent: Intent, seconds: float) -> Intent:
    """The same intent so long after it was formed: a clock has gone on, a notice has less time left."""
    whole = int(seconds)
    if isinstance(intent, SetClock):
        return SetClock(intent.at + timedelta(seconds=whole))
    if isinstance(intent, ShowNotice) and intent.seconds is not None:
        return replace(intent, seconds=max(intent.seconds - whole, 1))
    return intent


def keys_of(intents: Iterable[Intent]) -> tuple[str, ...]:
    """The keys of everything that the intents show."""
    keys: list[str] = []
    for intent in intents:
        if isinstance(intent, ShowProgramme):
            keys += [entry.key for entry in intent.entries]
        elif isinstance(intent, ShowNotice):
            keys.append(intent.key)
    return tuple(keys)


def panel_of(intents: Iterable[Intent]) -> Panel | None:
    """The panel that the intents' texts are laid out for; None when they show nothing."""
    for intent in intents:
        shown = intent.entries if isinstance(intent, ShowProgramme) else (intent,)
        for one in shown:
            if isinstance(one, Entry | ShowNotice):
                return one.composition.panel
    return None
