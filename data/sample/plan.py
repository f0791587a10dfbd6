"""The plan of the invented building: a slab with two wings, six floors, every room a rectangle beside a corridor.

    ┌──┬──┐   ┌────────────────┐   ┌──┬──┐          west wing to the 5th floor, east wing to the 4th
    │  │  │   │  canteen (F1)  │   │  │  │
    │  │  │   └──────┬──┬──────┘   │  │  │
    ├──┼──┼─────┬────┤  ├────┬─────┼──┼──┤  16.8
    │ A│  │     │  L │  │ L  │     │  │B │          stairs A and B, lifts L beside the lift hall
    ├──┴──┴─────┴────┴──┴────┴─────┴──┴──┤   9.6
    │              corridor              │
    ├──────────────┬────────┬────────────┤   7.2
    │              │ lobby  │            │
    └──────────────┴───┬┬───┴────────────┘   0
    0              entrance            66.3

Metres; x runs along the front from west to east, y from the front back.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from data.sample.reading import columns

BAY = 3.9
"""One axis of the frame: the width of a small office."""
DEPTH, CORRIDOR_BACK, BACK = 7.2, 9.6, 16.8
"""Where the corridor begins, where it ends, the back of the slab."""
LENGTH = 17 * BAY
LOBBY = (6 * BAY, 11 * BAY)
LIFT_HALL = (8 * BAY, 9 * BAY)
WEST_HALL = (6.6, 9.0)
EAST_HALL = (57.3, 59.7)
"""The corridors of the wings, across the back half of the slab."""
WEST_WING_BACK, EAST_WING_BACK = 32.4, 28.5
WEST_WING_FLOORS, EAST_WING_FLOORS = range(1, 6), range(1, 5)
ANNEX = (19.5, 46.8)
ANNEX_CORRIDOR = (20.4, 22.8)
PORCH = (29.25, -2.4, 37.05, 0.0)
FLOORS = range(1, 7)


@dataclass(frozen=True, slots=True)
class PlannedRoom:
    """A line of the room list: where it is, how wide, and who uses it. `number` is empty for rooms without one."""

    floor: int
    row: str
    number: str
    width: float
    category: str
    name: str
    name_en: str
    office: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Space:
    """A unit as it is drawn. `tag` is unique on its floor: the number of a room that has one."""

    tag: str
    category: str
    shape: shapely.Polygon
    name: str = ""
    name_en: str = ""
    number: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of rooms: between `low` and `high` across, from `start` along the front (or back into a wing)."""

    low: float
    high: float
    start: float
    back_into_wing: bool = False
    towards_front: bool = False

    def box(self, before: float, width: float) -> shapely.Polygon:
        """The room that begins `before` metres into the row."""
        least = self.start - before - width if self.towards_front else self.start + before
        if self.back_into_wing:
            return shapely.box(self.low, least, self.high, least + width)
        return shapely.box(least, self.low, least + width, self.high)


def planned_rooms() -> tuple[PlannedRoom, ...]:
    """The room list, floor by floor and row by row."""
    return tuple(_planned(*cells) for cells in columns("rooms.txt"))


def spaces(floor: int) -> tuple[Space, ...]:
    """Every unit of a floor: rooms, lobby, corridors, stairs, lifts, washrooms."""
    return (*_rooms(floor), *_halls(floor), *_core(), *_ends())


def _planned(floor: str, row: str, number: str, width: str, category: str, *texts: str) -> PlannedRoom:
    return PlannedRoom(int(floor), row, number, float(width), category, *texts)


def _rows(floor: int) -> dict[str, _Row]:
    north_west = WEST_HALL[1] if floor in WEST_WING_FLOORS else WEST_HALL[0]
    return {
        "南": _Row(0.0, DEPTH, 0.0),
        "北西": _Row(CORRIDOR_BACK, BACK, north_west),
        "北东": _Row(CORRIDOR_BACK, BACK, LOBBY[1]),
        "附楼": _Row(ANNEX_CORRIDOR[1], 34.8, ANNEX[0]),
        "西翼外": _Row(0.0, WEST_HALL[0], WEST_WING_BACK, back_into_wing=True, towards_front=True),
        "西翼内": _Row(WEST_HALL[1], 15.6, WEST_WING_BACK, back_into_wing=True, towards_front=True),
        "东翼外": _Row(EAST_HALL[1], LENGTH, BACK, back_into_wing=True),
        "东翼内": _Row(50.7, EAST_HALL[0], BACK, back_into_wing=True),
    }


def _rooms(floor: int) -> Iterator[Space]:
    rows, taken = _rows(floor), defaultdict[str, float](float)
    for room in planned_rooms():
        if room.floor == floor:
            shape = rows[room.row].box(taken[room.row], room.width)
            taken[room.row] += room.width
            if room.category == "lobby":
                shape = shapely.box(LOBBY[0], 0.0, LOBBY[1], CORRIDOR_BACK)
            tag = room.number or room.name
            yield Space(tag, room.category, _tidy(shape), room.name, room.name_en, room.number, room.row)


def _halls(floor: int) -> Iterator[Space]:
    """Corridors; on the ground floor the lobby parts them, and a passage leads to the canteen."""
    slab: BaseGeometry = shapely.box(0.0, DEPTH, LENGTH, CORRIDOR_BACK)
    if floor in WEST_WING_FLOORS:
        slab = slab.union(shapely.box(WEST_HALL[0], DEPTH, WEST_HALL[1], WEST_WING_BACK))
    if floor in EAST_WING_FLOORS:
        slab = slab.union(shapely.box(EAST_HALL[0], DEPTH, EAST_HALL[1], EAST_WING_BACK))
    if floor > FLOORS[0]:
        yield Space("走廊", "walkway", _tidy(slab), "走廊", "Corridor")
        return
    west, east = (shapely.box(low, 0.0, high, 40.0) for low, high in ((0.0, LOBBY[0]), (LOBBY[1], LENGTH)))
    yield Space("西走廊", "walkway", _tidy(slab.intersection(west)), "西走廊", "West Corridor")
    yield Space("东走廊", "walkway", _tidy(slab.intersection(east)), "东走廊", "East Corridor")
    yield Space("门斗", "lobby", shapely.box(*PORCH), "门斗", "Porch")
    passage = shapely.box(LIFT_HALL[0], BACK, LIFT_HALL[1], ANNEX_CORRIDOR[1])
    across = shapely.box(ANNEX[0], ANNEX_CORRIDOR[0], ANNEX[1], ANNEX_CORRIDOR[1])
    yield Space("后走廊", "walkway", _tidy(passage.union(across)), "通往食堂的走廊", "Passage to the Canteen")


def _core() -> Iterator[Space]:
    """The lift hall in the middle; west and east of it a lift, a small room and pipes, and a washroom."""
    yield Space("电梯厅", "lobby", _tidy(shapely.box(LIFT_HALL[0], 9.6, LIFT_HALL[1], BACK)), "电梯厅", "Lift Hall")
    yield _space("1号电梯", "elevator", (28.5, 9.6, 31.2, 12.3), "Lift 1")
    yield _space("2号电梯", "elevator", (35.1, 9.6, 37.8, 12.3), "Lift 2")
    yield _space("无障碍卫生间", "restroom.wheelchair", (28.5, 12.3, 31.2, 15.3), "Accessible Washroom")
    yield _space("开水间", "room", (35.1, 12.3, 37.8, 15.3), "Tea Room")
    yield Space("西管道井", "structure", _shaft(27.3, 31.2, (28.5, 31.2)))
    yield Space("东管道井", "structure", _shaft(35.1, 39.0, (35.1, 37.8)))
    yield _space("男卫生间", "restroom.male", (23.4, 9.6, 27.3, BACK), "Men's Washroom")
    yield _space("女卫生间", "restroom.female", (39.0, 9.6, 42.9, BACK), "Women's Washroom")


def _ends() -> Iterator[Space]:
    """The two stairs and the cupboards outside them, where the wings meet the slab."""
    yield _space("清洁间", "storage", (0.0, 9.6, 3.0, BACK), "Cleaners' Room")
    yield _space("1号楼梯", "stairs", (3.0, 9.6, 6.6, BACK), "Stairs 1")
    yield _space("2号楼梯", "stairs", (59.7, 9.6, 63.3, BACK), "Stairs 2")
    yield _space("弱电间", "nonpublic", (63.3, 9.6, 66.3, BACK), "Cabling Room")


def _space(name: str, category: str, sides: tuple[float, float, float, float], name_en: str) -> Space:
    return Space(name, category, _tidy(shapely.box(*sides)), name, name_en)


def _shaft(least: float, most: float, taken: tuple[float, float]) -> shapely.Polygon:
    whole = shapely.box(least, CORRIDOR_BACK, most, BACK)
    return _tidy(whole.difference(shapely.box(taken[0], CORRIDOR_BACK, taken[1], 15.3)))


def _tidy(shape: BaseGeometry) -> shapely.Polygon:
    """The shape on a millimetre grid, without corners on straight walls. TypeError for a shape in several pieces."""
    tidy = shapely.set_precision(shape, 0.001).simplify(0.0)
    if not isinstance(tidy, shapely.Polygon):
        raise TypeError(f"a room in several pieces: {tidy.wkt}")
    return tidy
