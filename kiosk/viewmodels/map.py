"""The building floor by floor, and the way from this kiosk to a room, for anybody and for those who take no stairs."""

from dataclasses import dataclass

from data.records import Floor, KioskPlace, Office, Person, Profile, Room, Route
from data.records.building import Point
from kiosk.viewmodels.drawing import DrawnFloor, drawn_floor, kiosk_place
from kiosk.viewmodels.places import first_room
from kiosk.viewmodels.take_along import card
from kiosk.viewmodels.view import LinkRow, View, link_row


@dataclass(frozen=True, slots=True)
class FloorRow:
    """A floor to choose; `here` where this kiosk stands on it, `target` where the room is.

    `walk` and `free` are the way over this floor in metres, for anybody and without stairs.
    """

    key: str
    title: str
    short: str
    building: str
    here: bool
    target: bool
    drawing: DrawnFloor
    walk: tuple[tuple[float, ...], ...]
    free: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class LegRow:
    """A leg of the way as a card: on which floor, what to do, how far."""

    floor: str
    toFloor: str
    floorName: str
    toName: str
    text: str
    turn: str
    metres: int
    points: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class MapFacts:
    """The map. With a room, `title` is who is there, and the legs lead to it; minutes are rounded up.

    `aspect` is the height of the plan by its width.
    """

    room: str
    unit: str
    floor: str
    floorName: str
    title: str
    minutes: int
    metres: int
    freeMinutes: int
    freeMetres: int
    aspect: float
    floors: tuple[FloorRow, ...]
    legs: tuple[LegRow, ...]
    freeLegs: tuple[LegRow, ...]
    occupants: tuple[LinkRow, ...]
    rooms: tuple[LinkRow, ...]
    takeAlong: str
    freeTakeAlong: str


def map_facts(view: View, key: str) -> MapFacts:
    """The map; `key` is the room, floor, office or person asked for, empty for none."""
    room = room_wanted(view, key)
    place = view.edition.place_of(room) if room else None
    floors = sorted(view.edition.records(Floor), key=lambda floor: floor.ordinal)
    kiosk = kiosk_place(floors, view.place)
    walk, free = (_route(view, kiosk, place.unit if place else "", profile) for profile in Profile)
    shown = place.floor if place else key if key in {floor.key for floor in floors} else _floor_of(floors, kiosk)
    tenants = _tenants(view)
    drawings = [drawn_floor(view, floor, kiosk, tenants) for floor in floors]
    return MapFacts(
        room=room,
        unit=place.unit if place else "",
        floor=shown,
        floorName=next((view.words(floor.name, floor.name_en) for floor in floors if floor.key == shown), ""),
        title=_title(view, room),
        minutes=_minutes(walk),
        metres=round(walk.length_m) if walk else 0,
        freeMinutes=_minutes(free),
        freeMetres=round(free.length_m) if free else 0,
        aspect=_aspect(drawings),
        floors=tuple(
            _floor_row(view, floor, drawing, target=place is not None and floor.key == place.floor, ways=(walk, free))
            for floor, drawing in zip(floors, drawings, strict=True)
        ),
        legs=_legs(view, walk, floors),
        freeLegs=_legs(view, free, floors),
        occupants=_occupants(view, room),
        takeAlong=_told(view, room, walk),
        freeTakeAlong=_told(view, room, free),
        rooms=() if room else tuple(_offices_by_floor(view, floors)),
    )


def room_wanted(view: View, key: str) -> str:
    """The room meant by the key of a room, an office or a person; empty where it is none of them."""
    edition = view.edition
    if key and edition.record(Room, key) is not None:
        return key
    if key and edition.record(Office, key) is not None:
        return first_room(view, key)
    person = edition.record(Person, key)
    return person.room if person else ""


def _floor_of(floors: list[Floor], kiosk: KioskPlace | None) -> str:
    with_kiosk = (floor.key for floor in floors if kiosk in floor.kiosks)
    return next(with_kiosk, floors[0].key if floors else "")


def _route(view: View, kiosk: KioskPlace | None, unit: str, profile: Profile) -> Route | None:
    return view.edition.route(kiosk.key, unit, profile) if kiosk and unit else None


def _minutes(route: Route | None) -> int:
    return -(-round(route.seconds) // 60) if route else 0


def _title(view: View, room: str) -> str:
    """Who is in the room: the office, else what the room is called."""
    record = view.edition.record(Room, room) if room else None
    if record is None:
        return ""
    offices = view.edition.targets("room", room, "used-by")
    named = view.words(record.name, record.name_en) or record.purpose
    return "、".join(view.words(title.title, title.title_en) for title in offices) or named


def _floor_row(
    view: View, floor: Floor, drawing: DrawnFloor, *, target: bool, ways: tuple[Route | None, Route | None]
) -> FloorRow:
    walk, free = (line_on(way, floor.key) for way in ways)
    return FloorRow(
        key=floor.key,
        title=view.words(floor.name, floor.name_en),
        short=floor.short_name or floor.name,
        building=floor.building,
        here=bool(drawing.here),
        target=target,
        drawing=drawing,
        walk=walk,
        free=free,
    )


def line_on(route: Route | None, floor: str) -> tuple[Point, ...]:
    """The part of a way that lies on one floor, as one line without repeated points."""
    points = [point for leg in (route.legs if route else ()) if leg.floor == floor for point in leg.points]
    return tuple(point for number, point in enumerate(points) if number == 0 or point != points[number - 1])


def _tenants(view: View) -> dict[str, str]:
    """What to write into a room beside its number: the office's short name, else the room's own."""
    offices = {office.key: office for office in view.edition.records(Office)}
    return {
        room.key: view.words(offices[room.office].short_name or offices[room.office].name, offices[room.office].name_en)
        if room.office in offices
        else view.words(room.name, room.name_en)
        for room in view.edition.records(Room)
    }


def _aspect(drawings: list[DrawnFloor]) -> float:
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


def _legs(view: View, route: Route | None, floors: list[Floor]) -> tuple[LegRow, ...]:
    names = {floor.key: view.words(floor.name, floor.name_en) for floor in floors}
    return tuple(
        LegRow(
            floor=leg.floor,
            toFloor=leg.to_floor,
            floorName=names.get(leg.floor, ""),
            toName=names.get(leg.to_floor, ""),
            text=view.words(leg.text, leg.text_en),
            turn=leg.turn.value,
            metres=round(leg.length_m),
            points=leg.points,
        )
        for leg in (route.legs if route else ())
    )


def _told(view: View, room: str, route: Route | None) -> str:
    """A way as text, leg by leg, to be taken along."""
    if route is None:
        return ""
    legs = (f"{number}. {view.words(leg.text, leg.text_en)}" for number, leg in enumerate(route.legs, 1))
    return card((f"{_title(view, room)} {room}".strip(), *legs))


def _occupants(view: View, room: str) -> tuple[LinkRow, ...]:
    """The office whose room it is, then the people in it."""
    if not room:
        return ()
    offices = view.edition.targets("room", room, "used-by")
    people = view.edition.sources("room", room, "sits-in")
    return tuple(link_row(view, title) for title in (*offices, *people))


def _offices_by_floor(view: View, floors: list[Floor]) -> list[LinkRow]:
    """Rooms that belong to an office, to choose from a list; their section is the floor's key."""
    rooms = {room.key: room for room in view.edition.records(Room) if room.office}
    names = {title.key: view.words(title.title, title.title_en) for title in view.edition.titles("office")}
    return [
        LinkRow(
            "room",
            unit.number,
            names[rooms[unit.number].office],
            view.words(rooms[unit.number].name, rooms[unit.number].name_en) or rooms[unit.number].purpose,
            end=unit.number,
            section=floor.key,
        )
        for floor in floors
        for unit in floor.units
        if unit.number in rooms and rooms[unit.number].office in names
    ]
