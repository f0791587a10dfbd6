"""The building floor by floor, and the way from this kiosk to a room, for anybody and for those who take no stairs."""

from dataclasses import dataclass

from data.edition.reader import Place
from data.records import Floor, KioskPlace, Office, Person, Profile, Room, Route, Unit
from data.records.building import Point
from kiosk.viewmodels.drawing import DrawnFloor, kind_of
from kiosk.viewmodels.house import house_of
from kiosk.viewmodels.places import first_room
from kiosk.viewmodels.take_along import card
from kiosk.viewmodels.view import LinkRow, View, link_row


@dataclass(frozen=True, slots=True)
class FloorRow:
    """A floor to choose; `here` where this kiosk stands on it, `target` where the room is.

    `walk` and `free` are the legs of the way over this floor, for anybody and without stairs: each a line in metres;
    `walkLegs` and `freeLegs` are their places in the whole way. `groups` are the groups of offices that it shows.
    """

    key: str
    title: str
    short: str
    building: str
    here: bool
    target: bool
    drawing: DrawnFloor
    walk: tuple[tuple[Point, ...], ...]
    free: tuple[tuple[Point, ...], ...]
    walkLegs: tuple[int, ...]
    freeLegs: tuple[int, ...]
    groups: tuple[int, ...]


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

    A place without a number is known by `unit` and `kind` (see `DrawnUnit`) alone. `aspect` is the height of the plan
    by its width; `groups` are the names of the groups of offices by which rooms are coloured. `foreign` says that
    some of it is Chinese though English was chosen.
    """

    room: str
    unit: str
    kind: str
    floor: str
    floorName: str
    title: str
    minutes: int
    metres: int
    freeMinutes: int
    freeMetres: int
    aspect: float
    groups: tuple[str, ...]
    hereFloor: str
    legFloors: tuple[str, ...]
    freeLegFloors: tuple[str, ...]
    legMetres: tuple[int, ...]
    freeLegMetres: tuple[int, ...]
    floors: tuple[FloorRow, ...]
    legs: tuple[LegRow, ...]
    freeLegs: tuple[LegRow, ...]
    occupants: tuple[LinkRow, ...]
    rooms: tuple[LinkRow, ...]
    takeAlong: str
    freeTakeAlong: str
    foreign: bool


def map_facts(view: View, key: str) -> MapFacts:
    """The map; `key` is the room, floor, unit, office or person asked for, empty for none."""
    house = house_of(view)
    floors, kiosk = house.floors, house.kiosk
    room = room_wanted(view, key)
    place = view.edition.place_of(room) if room else _drawn_place(floors, key)
    unit = _unit_at(floors, place)
    walk, free = (_route(view, kiosk, place.unit if place else "", profile) for profile in Profile)
    legs, free_legs = _legs(view, walk, floors), _legs(view, free, floors)
    title = _title(view, room) or (view.words(unit.name, unit.name_en) if unit else "")
    shown = place.floor if place else key if key in {floor.key for floor in floors} else _floor_of(floors, kiosk)
    return MapFacts(
        room=room or (unit.number if unit else ""),
        unit=unit.key if unit else "",
        kind=kind_of(unit.category) if unit else "",
        floor=shown,
        floorName=next((view.floor_name(floor.name, floor.name_en) for floor in floors if floor.key == shown), ""),
        title=title,
        minutes=_minutes(walk),
        metres=round(walk.length_m) if walk else 0,
        freeMinutes=_minutes(free),
        freeMetres=round(free.length_m) if free else 0,
        aspect=house.aspect,
        groups=house.tenants.groups,
        hereFloor=_floor_of(floors, kiosk),
        legFloors=_leg_floors(walk),
        freeLegFloors=_leg_floors(free),
        legMetres=_leg_metres(walk),
        freeLegMetres=_leg_metres(free),
        floors=tuple(
            _floor_row(view, floor, drawing, target=place is not None and floor.key == place.floor, ways=(walk, free))
            for floor, drawing in zip(floors, house.drawings, strict=True)
        ),
        legs=legs,
        freeLegs=free_legs,
        occupants=_occupants(view, room),
        takeAlong=_told(view, room, walk),
        freeTakeAlong=_told(view, room, free),
        rooms=() if unit or room else house.rooms,
        foreign=house.foreign or view.foreign(title, *(leg.text for leg in (*legs, *free_legs))),
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


def _drawn_place(floors: tuple[Floor, ...], key: str) -> Place | None:
    """Where the unit with this key is drawn."""
    return next((Place(floor.key, unit.key) for floor in floors for unit in floor.units if key == unit.key), None)


def _unit_at(floors: tuple[Floor, ...], place: Place | None) -> Unit | None:
    units = (unit for floor in floors for unit in floor.units if place and floor.key == place.floor)
    return next((unit for unit in units if place and unit.key == place.unit), None)


def _floor_of(floors: tuple[Floor, ...], kiosk: KioskPlace | None) -> str:
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
    return view.words("、", ", ").join(view.words(title.title, title.title_en) for title in offices) or named


def _floor_row(
    view: View, floor: Floor, drawing: DrawnFloor, *, target: bool, ways: tuple[Route | None, Route | None]
) -> FloorRow:
    (walk, walk_legs), (free, free_legs) = (lines_on(way, floor.key) for way in ways)
    return FloorRow(
        key=floor.key,
        title=view.floor_name(floor.name, floor.name_en),
        short=floor.short_name or floor.name,
        building=floor.building,
        here=bool(drawing.here),
        target=target,
        drawing=drawing,
        walk=walk,
        free=free,
        walkLegs=walk_legs,
        freeLegs=free_legs,
        groups=tuple(sorted({unit.group for unit in drawing.units} - {-1})),
    )


def lines_on(route: Route | None, floor: str) -> tuple[tuple[tuple[Point, ...], ...], tuple[int, ...]]:
    """The legs of a way that lie on one floor, as lines, and their places in the way."""
    legs = [(number, leg.points) for number, leg in enumerate(route.legs if route else ()) if leg.floor == floor]
    return tuple(points for _, points in legs), tuple(number for number, _ in legs)


def _legs(view: View, route: Route | None, floors: tuple[Floor, ...]) -> tuple[LegRow, ...]:
    names = {floor.key: view.floor_name(floor.name, floor.name_en) for floor in floors}
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


def _leg_floors(route: Route | None) -> tuple[str, ...]:
    return tuple(leg.floor for leg in (route.legs if route else ()))


def _leg_metres(route: Route | None) -> tuple[int, ...]:
    return tuple(round(leg.length_m) for leg in (route.legs if route else ()))


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
