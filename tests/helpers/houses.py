"""Draws plain office houses as records: a corridor a floor, rooms on both sides, stairs at the ends, one lift."""

from data.records.building import Building, Door, Floor, KioskPlace, Polygon, Unit

ROOM_M = 4.0
DEEP_M = 6.0
CORRIDOR_M = 2.4
_DOOR_M = 1.0
_TWO_FIGURES = 49
"""Bays of which both sides can be numbered with two figures."""


def box(left: float, top: float, right: float, bottom: float) -> Polygon:
    """A rectangle as records hold it; y points down."""
    return (((left, top), (right, top), (right, bottom), (left, bottom)),)


def unit(key: str, category: str, polygon: Polygon, *, number: str = "", public: bool = True) -> Unit:
    """A unit of one polygon, its label in the middle of its bounding box."""
    xs, ys = zip(*polygon[0], strict=True)
    label = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    return Unit(key, category, (polygon,), number=number, public=public, label_at=label)


def door(
    key: str, x: float, y: float, *, upright: bool = False, category: str = "pedestrian", outside: bool = False
) -> Door:
    """A door a metre wide around a point, in a level wall or an upright one."""
    half = _DOOR_M / 2
    line = ((x, y - half), (x, y + half)) if upright else ((x - half, y), (x + half, y))
    return Door(key, line, category, outside=outside)


def office_house(floors: int = 3, rooms_a_side: int = 8) -> tuple[tuple[Building, ...], tuple[Floor, ...]]:
    """A house: rooms x01.. above the corridor, x51.. below it; stairs left and right, a lift in the middle below."""
    return (Building("house", "示例楼"),), tuple(_floor(number, rooms_a_side) for number in range(floors))


def _floor(number: int, rooms: int) -> Floor:
    low, high = DEEP_M, DEEP_M + CORRIDOR_M
    middle = rooms // 2 * ROOM_M - ROOM_M / 2
    units = [unit(f"hall-{number}", "walkway", box(0, low, rooms * ROOM_M, high))]
    doors = []
    for place in range(rooms):
        left = place * ROOM_M
        for below, top, wall in ((False, 0.0, low), (True, high, high)):
            category, stem = _what(number, place, rooms, below=below)
            key = f"{stem}-{number}" if stem else _number(number, place, rooms, below=below)
            shape = box(left, top, left + ROOM_M, top + DEEP_M)
            units.append(unit(key, category, shape, number="" if stem else key))
            doors.append(door(f"door-{key}", left + ROOM_M / 2, wall))
    if number:
        return Floor(
            f"F{number}", f"{number + 1} 层", number, f"{number + 1}", "", "house", (), tuple(units), tuple(doors)
        )
    doors.append(door("entrance", middle, high + DEEP_M, category="pedestrian.principal", outside=True))
    kiosks = (KioskPlace("kiosk", (middle, high + 3.0)),)
    return Floor("F0", "1 层", 0, "1", "", "house", (), tuple(units), tuple(doors), (), kiosks)


def _number(floor: int, place: int, rooms: int, *, below: bool) -> str:
    """A room's number: two figures after the floor's, three in a long house."""
    many = rooms > _TWO_FIGURES
    first = (501 if many else 51) if below else 1
    return f"{floor + 1}{place + first:0{3 if many else 2}}"


def _what(number: int, place: int, rooms: int, *, below: bool) -> tuple[str, str]:
    """The category of a bay and what its key begins with; plain rooms have their number."""
    if not below and place in {0, rooms - 1}:
        return "stairs", "stairs-left" if place == 0 else "stairs-right"
    if below and place == rooms // 2:
        return "elevator", "lift"
    if below and number == 0 and place == rooms // 2 - 1:
        return "lobby", "lobby"
    return "office", ""
