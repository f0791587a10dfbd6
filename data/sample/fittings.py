"""What stands in the invented building and what one walks through: doors, things people look for, furniture."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.sample.plan import (
    ANNEX,
    ANNEX_CORRIDOR,
    BACK,
    CORRIDOR_BACK,
    DEPTH,
    EAST_HALL,
    EAST_WING_BACK,
    FLOORS,
    LENGTH,
    LIFT_HALL,
    LOBBY,
    PORCH,
    WEST_HALL,
    WEST_WING_BACK,
    Space,
)

_LEAF = 1.0
_DOUBLE = 1.5
_FROM_CORNER = 0.7
_TWO_DOORS = 11.0
"""Rooms at least this wide have a double door near either end."""

Line = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class PlannedDoor:
    """A door or threshold, from one side of the gap to the other."""

    tag: str
    line: Line
    category: str = "pedestrian"
    name: str = ""
    name_en: str = ""
    automatic: bool = False
    leaf: bool = True
    """False for a mere gap in the wall."""


@dataclass(frozen=True, slots=True)
class PlannedAmenity:
    """A thing people look for, in the space it belongs to."""

    tag: str
    category: str
    at: tuple[float, float]
    space: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class PlannedFixture:
    """A piece of furniture: least x, least y, greatest x, greatest y."""

    tag: str
    category: str
    sides: tuple[float, float, float, float]
    name: str = ""


KIOSK = (29.4, 7.2)
"""Where the kiosk stands in the lobby, left of the way to the lifts."""
KIOSK_FRONT = (29.4, 6.3)
"""Where its visitor stands, looking to the back of the building."""
_WALLS = {
    "南": ("y", DEPTH),
    "北西": ("y", CORRIDOR_BACK),
    "北东": ("y", CORRIDOR_BACK),
    "附楼": ("y", ANNEX_CORRIDOR[1]),
    "西翼外": ("x", WEST_HALL[0]),
    "西翼内": ("x", WEST_HALL[1]),
    "东翼外": ("x", EAST_HALL[1]),
    "东翼内": ("x", EAST_HALL[0]),
}


def doors(floor: int, spaces: tuple[Space, ...]) -> Iterator[PlannedDoor]:
    """Every door of a floor."""
    for space in spaces:
        if space.row and space.category != "lobby":
            yield from _room_doors(space)
    yield from _core_doors()
    if floor == FLOORS[0]:
        yield from _ground_doors()


def amenities(floor: int) -> Iterator[PlannedAmenity]:
    """What people look for on a floor."""
    yield PlannedAmenity("男卫生间", "restroom.male", (25.35, 13.2), "男卫生间", "男卫生间", "Men's Washroom")
    yield PlannedAmenity("女卫生间", "restroom.female", (40.95, 13.2), "女卫生间", "女卫生间", "Women's Washroom")
    place = "无障碍卫生间"
    yield PlannedAmenity(place, "restroom.wheelchair", (29.85, 13.8), place, place, "Accessible Washroom")
    yield PlannedAmenity("开水间", "drinkingfountain", (36.45, 13.8), "开水间", "开水间", "Hot Water")
    for number, x in ((1, 29.85), (2, 36.45)):
        name = f"{number}号电梯"
        yield PlannedAmenity(name, "elevator", (x, 10.95), name, name, f"Lift {number}")
    for number, x in ((1, 4.8), (2, 61.5)):
        name = f"{number}号楼梯"
        yield PlannedAmenity(name, "stairs", (x, 13.2), name, name, f"Stairs {number}")
    if floor == FLOORS[0]:
        yield PlannedAmenity("入口", "entry", (33.15, -1.2), "门斗", "正门（无台阶）", "Main Entrance (step-free)")
        yield PlannedAmenity("咨询台", "information", (39.5, 3.6), "大厅", "咨询台", "Information Desk")
        yield PlannedAmenity("除颤仪", "defibrillator", (42.5, 6.6), "大厅", "自动体外除颤器", "Defibrillator")
        yield PlannedAmenity("等候区", "seating", (15.0, 5.6), "107", "等候区", "Waiting Area")


def fixtures(floor: int, spaces: tuple[Space, ...]) -> Iterator[PlannedFixture]:
    """Furniture by which a visitor knows the place again: counters, meeting tables, the canteen's rows."""
    for space in spaces:
        if space.category in {"conferenceroom", "auditorium", "classroom", "foodservice"}:
            yield from _tables(space)
    if floor == FLOORS[0]:
        yield PlannedFixture("咨询台", "desk", (37.8, 4.2, 41.4, 5.0), "咨询台")
        yield PlannedFixture("显示屏", "equipment", (27.5, 9.3, 30.9, 9.55), "LED 显示屏")
        yield PlannedFixture("受理窗口", "desk", (9.0, 1.9, 21.6, 2.6), "受理窗口")
        yield from (_seat(number) for number in range(4))


def _room_doors(space: Space) -> Iterator[PlannedDoor]:
    axis, wall = _WALLS[space.row]
    least_x, least_y, most_x, most_y = space.shape.bounds
    start, end = (least_x, most_x) if axis == "y" else (least_y, most_y)
    if end - start < _TWO_DOORS:
        yield PlannedDoor(f"{space.tag}门", _gap(axis, wall, start + _FROM_CORNER, _LEAF))
        return
    yield PlannedDoor(f"{space.tag}前门", _gap(axis, wall, start + _FROM_CORNER, _DOUBLE))
    yield PlannedDoor(f"{space.tag}后门", _gap(axis, wall, end - _FROM_CORNER - _DOUBLE, _DOUBLE))


def _gap(axis: str, wall: float, start: float, width: float) -> Line:
    """A gap in a wall that runs along x at height y = `wall` (axis y), or along y (axis x)."""
    if axis == "y":
        return (start, wall), (start + width, wall)
    return (wall, start), (wall, start + width)


def _core_doors() -> Iterator[PlannedDoor]:
    yield PlannedDoor("电梯厅口", _gap("y", CORRIDOR_BACK, LIFT_HALL[0] + 0.2, 3.5), leaf=False)
    yield PlannedDoor("1号电梯门", _gap("x", LIFT_HALL[0], 10.4, 1.1), automatic=True)
    yield PlannedDoor("2号电梯门", _gap("x", LIFT_HALL[1], 10.4, 1.1), automatic=True)
    yield PlannedDoor("无障碍卫生间门", _gap("x", LIFT_HALL[0], 13.3, _LEAF), automatic=True)
    yield PlannedDoor("开水间门", _gap("x", LIFT_HALL[1], 13.3, _LEAF))
    yield PlannedDoor("男卫生间门", _gap("y", CORRIDOR_BACK, 24.2, _LEAF))
    yield PlannedDoor("女卫生间门", _gap("y", CORRIDOR_BACK, 41.1, _LEAF))
    yield PlannedDoor("清洁间门", _gap("y", CORRIDOR_BACK, 1.0, _LEAF))
    yield PlannedDoor("1号楼梯门", _gap("y", CORRIDOR_BACK, 4.0, _DOUBLE))
    yield PlannedDoor("2号楼梯门", _gap("y", CORRIDOR_BACK, 60.8, _DOUBLE))
    yield PlannedDoor("弱电间门", _gap("y", CORRIDOR_BACK, 64.3, _LEAF))


def _ground_doors() -> Iterator[PlannedDoor]:
    middle = (PORCH[0] + PORCH[2]) / 2 - 1.8
    entrance = _gap("y", PORCH[1], middle, 3.6)
    yield PlannedDoor("正门", entrance, "pedestrian.principal", "正门", "Main Entrance", automatic=True)
    yield PlannedDoor("内门", _gap("y", 0.0, middle, 3.6), automatic=True)
    yield PlannedDoor("西走廊口", _gap("x", LOBBY[0], 7.4, 2.0), leaf=False)
    yield PlannedDoor("东走廊口", _gap("x", LOBBY[1], 7.4, 2.0), leaf=False)
    yield PlannedDoor("审批大厅正门", _gap("x", LOBBY[0], 4.0, 1.8), name="审批大厅", name_en="Approval Hall")
    yield PlannedDoor("后门", _gap("y", BACK, 32.4, _DOUBLE))
    exits = {
        "西侧门": _gap("x", 0.0, 7.7, _DOUBLE),
        "东侧门": _gap("x", LENGTH, 7.7, _DOUBLE),
        "西翼北门": _gap("y", WEST_WING_BACK, 7.05, _DOUBLE),
        "东翼北门": _gap("y", EAST_WING_BACK, 57.75, _DOUBLE),
        "附楼西门": _gap("x", ANNEX[0], 20.85, _DOUBLE),
    }
    for name, line in exits.items():
        yield PlannedDoor(name, line, "emergencyexit", name, "Emergency Exit")
    yield PlannedDoor("厨房后门", _gap("x", ANNEX[1], 28.0, _DOUBLE), "service")


def _tables(space: Space) -> Iterator[PlannedFixture]:
    """One table in a meeting room; rows of them across from the doors in bigger ones."""
    least_x, least_y, most_x, most_y = space.shape.bounds
    if space.category == "conferenceroom":
        inset_x, inset_y = (most_x - least_x) * 0.22, (most_y - least_y) * 0.28
        table = (least_x + inset_x, least_y + inset_y, most_x - inset_x, most_y - inset_y)
        yield PlannedFixture(f"{space.tag}会议桌", "furniture", table)
        return
    depth, step = (0.9, 2.6) if space.category == "foodservice" else (0.6, 1.6)
    number, y = 0, least_y + 2.0
    while y + depth < most_y - 0.8:
        number += 1
        yield PlannedFixture(f"{space.tag}桌{number}", "furniture", (least_x + 2.6, y, most_x - 2.6, y + depth))
        y += step


def _seat(number: int) -> PlannedFixture:
    least = 9.6 + number * 3.0
    return PlannedFixture(f"等候椅{number + 1}", "seating", (least, 4.6, least + 2.2, 5.1))
