"""The house as every look at the map shows it: floors ready to be painted, and whose rooms are on them.

Whichever room one asks for, this part is the same. It is computed once and shared: a floor's drawing is most of what a
page of the map holds, and what is painted from the same drawing need not be laid out anew.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from data.edition.reader import Edition
from data.records import Floor, KioskPlace, Room
from kiosk.viewmodels.drawing import NOBODY, DrawnFloor, drawn_floor, kiosk_place
from kiosk.viewmodels.tenants import Tenancy, tenancy
from kiosk.viewmodels.view import LinkRow, View


@dataclass(frozen=True, slots=True)
class House:
    """Floors from the lowest up, with their drawings in the same order.

    `kiosk` is where this one stands; `aspect` the height of the plan by its width; `rooms` those that belong to an
    office, to choose from a list, their section the floor's key. `foreign` says that a floor, a place on it or a group
    is called in Chinese though English was chosen.
    """

    floors: tuple[Floor, ...]
    kiosk: KioskPlace | None
    tenants: Tenancy
    drawings: tuple[DrawnFloor, ...]
    aspect: float
    rooms: tuple[LinkRow, ...]
    foreign: bool


_KEPT: WeakKeyDictionary[Edition, dict[tuple[bool, str], House]] = WeakKeyDictionary()


def house_of(view: View) -> House:
    """The house in the visitor's language, seen from this kiosk."""
    kept = _KEPT.setdefault(view.edition, {})
    asked = (view.english, view.place)
    if asked not in kept:
        kept[asked] = _built(view)
    return kept[asked]


def _built(view: View) -> House:
    floors = tuple(sorted(view.edition.records(Floor), key=lambda floor: floor.ordinal))
    kiosk = kiosk_place(list(floors), view.place)
    tenants = tenancy(view)
    drawings = tuple(drawn_floor(view, floor, kiosk, tenants.by_unit) for floor in floors)
    rooms = tuple(_offices_by_floor(view, floors, tenants))
    names = [view.floor_name(floor.name, floor.name_en) for floor in floors]
    names += [unit.name for drawing in drawings for unit in drawing.units]
    return House(
        floors, kiosk, tenants, drawings, _aspect(drawings), rooms, foreign=view.foreign(*names, *tenants.groups)
    )


def _aspect(drawings: tuple[DrawnFloor, ...]) -> float:
    """Height by width of the floor that is highest for its width; 0.7 where nothing is drawn."""
    return max((aspect for aspect in map(aspect_of, drawings) if aspect), default=0.7)


def aspect_of(drawing: DrawnFloor) -> float:
    """Height by width of a floor; 0 where nothing is drawn."""
    shapes = drawing.outline or tuple(polygon for unit in drawing.units for polygon in unit.polygons)
    points = [point for polygon in shapes for point in polygon[0]]
    if not points:
        return 0.0
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (max(ys) - min(ys)) / max(max(xs) - min(xs), 0.01)


def _offices_by_floor(view: View, floors: tuple[Floor, ...], tenants: Tenancy) -> list[LinkRow]:
    rooms = {room.key: room for room in view.edition.records(Room) if room.office}
    names = {title.key: view.words(title.title, title.title_en) for title in view.edition.titles("office")}
    return [
        _room_row(view, room, names[room.office], floor)
        for floor in floors
        for unit in floor.units
        if (room := rooms.get(tenants.by_unit.get(unit.key, NOBODY).room)) and room.office in names
    ]


def _room_row(view: View, room: Room, office: str, floor: Floor) -> LinkRow:
    name = view.words(room.name, room.name_en) or room.purpose
    return LinkRow("room", room.key, office, name, end=room.key, section=floor.key, foreign=view.foreign(office, name))
