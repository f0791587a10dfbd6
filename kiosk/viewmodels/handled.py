"""Where a matter is handled: as staff wrote it; else at its window in the hall, else where its office sits."""

from dataclasses import dataclass

from data.records import Hall, Office, Power
from kiosk.viewmodels.places import first_room
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class Handled:
    """The place in words, a room's number in this building, hours and telephone; empty where nothing is known."""

    place: str = ""
    room: str = ""
    hours: str = ""
    telephone: str = ""


def where_handled(view: View, power: Power) -> Handled:
    """The answer for a visitor. What the item says itself always counts; the rest only fills what it leaves out."""
    place = view.words(power.place, _place_in_english(view, power))
    own = Handled(place, power.room, view.hours(power.hours), power.telephone)
    if own.room or own.place:
        return own
    other = _in_hall(view, power) or _at_office(view, power)
    return Handled(other.place, other.room, own.hours or other.hours, own.telephone or other.telephone)


def _in_hall(view: View, power: Power) -> Handled | None:
    hall = view.edition.record(Hall, "hall") if power.in_hall else None
    if hall is None:
        return None
    telephone = next((window.telephone for window in hall.windows if power.key in window.powers), "")
    return Handled(view.words(hall.name, hall.name_en), hall.room, view.hours(hall.hours), telephone or hall.telephone)


def _place_in_english(view: View, power: Power) -> str:
    """What staff's line about the place says beside the room: the window in the hall, or whose room it is."""
    hall = view.edition.record(Hall, "hall") if power.in_hall else None
    if hall and power.room == hall.room:
        window = next((window.number for window in hall.windows if power.key in window.powers), "")
        return ", ".join(filter(None, (f"Window {window}" if window else "", hall.name_en)))
    occupants = view.edition.targets("room", power.room, "used-by") if power.room else ()
    return ", ".join(title.title_en for title in occupants) if all(title.title_en for title in occupants) else ""


def _at_office(view: View, power: Power) -> Handled:
    office = view.edition.record(Office, power.office)
    if office is None:
        return Handled()
    name = view.words(office.name, office.name_en)
    return Handled(name, first_room(view, office.key), view.hours(office.hours), office.telephone)
