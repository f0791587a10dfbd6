"""The approval hall's page: when it is open, its windows and what is handled there, what to bring."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from data.records import Hall, HallDay
from kiosk.viewmodels.home import next_opening
from kiosk.viewmodels.places import where_is
from kiosk.viewmodels.view import LinkRow, View, link_row


@dataclass(frozen=True, slots=True)
class DayException:
    """A day that is not as its weekday says, or several in a row of the same reason: `until` is the last of them."""

    day: str
    until: str
    open: bool
    reason: str


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A window of the hall."""

    number: str
    title: str
    telephone: str


@dataclass(frozen=True, slots=True)
class HallFacts:
    """The hall. `days` are weekday numbers as 24; `opens` is the next open day.

    Items carry their window's number as section. `foreign` says that some of it is Chinese though English was chosen.
    """

    name: str
    days: str
    opens: str
    hours: str
    telephone: str
    room: str
    floor: str
    drawn: bool
    windows: tuple[WindowRow, ...]
    items: tuple[LinkRow, ...]
    exceptions: tuple[DayException, ...]
    preparation: tuple[str, ...]
    foreign: bool = False


def hall_facts(view: View, _key: str = "") -> HallFacts | None:
    """The approval hall; None where the edition has none."""
    hall = view.edition.record(Hall, "hall")
    if hall is None:
        return None
    place = where_is(view, hall.room)
    facts = HallFacts(
        name=view.words(hall.name, hall.name_en),
        days="".join(str(day) for day in hall.weekdays),
        opens=next_opening(hall, view.today) if view.believed else "",
        hours=view.hours(hall.hours),
        telephone=hall.telephone,
        room=place.room,
        floor=place.floor,
        drawn=place.drawn,
        windows=tuple(
            WindowRow(window.number, view.words(window.name, window.name_en), window.telephone)
            for window in hall.windows
        ),
        items=tuple(_items(view, hall)),
        exceptions=tuple(_exceptions(hall.exceptions, view.today)),
        preparation=hall.preparation,
    )
    return replace(facts, foreign=view.foreign(replace(facts, items=())))


def _exceptions(days: Iterable[HallDay], today: date) -> Iterator[DayException]:
    """The days from today on, in order; a holiday of a week is one line."""
    coming = sorted((one for one in days if one.day >= today), key=lambda one: one.day)
    runs = groupby(enumerate(coming), lambda pair: (pair[1].day.toordinal() - pair[0], pair[1].open, pair[1].reason))
    for (_, is_open, reason), run in runs:
        first, *rest = (one.day.isoformat() for _, one in run)
        yield DayException(first, rest[-1] if rest else first, is_open, reason)


def _items(view: View, hall: Hall) -> list[LinkRow]:
    """What each window handles, window by window."""
    titles = {title.key: title for title in view.edition.targets("hall", "hall", "handles")}
    return [
        replace(link_row(view, title), section=window.number)
        for window in hall.windows
        for title in (titles[power] for power in window.powers if power in titles)
    ]
