"""Where a room is, in the words of its floor."""

from dataclasses import dataclass

from data.records import Hall, Room
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class Where:
    """A room's number with the name of its floor; both empty where none is known. `drawn` says the map shows it."""

    room: str = ""
    floor: str = ""
    drawn: bool = False


def where_is(view: View, room: str) -> Where:
    """Where the room with this number is: by the drawing, else as staff wrote it."""
    if not room:
        return Where()
    place = view.edition.place_of(room)
    if place is None:
        listed = view.edition.record(Room, room)
        return Where(room, view.floor_name(listed.floor, "") if listed else "")
    return Where(room, floor_names(view).get(place.floor, ""), drawn=True)


def said(view: View, place: Where) -> str:
    """A place in one line, as on the pages: 5 楼 512 室; empty where no room is known."""
    if not place.room:
        return ""
    if not place.floor:
        return view.words(f"{place.room} 室", f"Room {place.room}")
    return view.words(f"{place.floor} {place.room} 室", f"{place.floor}, room {place.room}")


def floor_names(view: View) -> dict[str, str]:
    """Names of all floors by key."""
    return {title.key: view.floor_name(title.title, title.title_en) for title in view.edition.titles("floor")}


def first_room(view: View, office: str) -> str:
    """The room one goes to for an office: its head's, else the first in the staff's list; empty where it has none."""
    rooms = [title.key for title in view.edition.sources("office", office, "used-by")]
    heads = [title for title in view.edition.sources("office", office, "post") if title.role in {"head", "leader"}]
    for head in heads:
        seats = [room.key for room in view.edition.targets("person", head.key, "sits-in")]
        if seats and (seats[0] in rooms or not rooms):
            return seats[0]
    return rooms[0] if rooms else ""


def hall_room(view: View) -> str:
    """The room of the approval hall; empty where there is none."""
    hall = view.edition.record(Hall, "hall")
    return hall.room if hall else ""
