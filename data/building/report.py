"""Tells staff what a drawing is worth: what it shows, which rooms nobody can walk to, and what to draw better."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from data.building.categories import CLOSED_DOORS, LEVEL_CHANGING, OPEN, SOLID
from data.building.findings import Finding, Findings
from data.building.names import plain_number
from data.building.placing import main_entrance
from data.building.routes import Origin, Wayfinder
from data.building.sides import Areas, thresholds
from data.building.ways.decks import clash, extent
from data.building.ways.ground import Ground
from data.building.ways.words import kind_word
from data.records.building import Building, Floor, Unit
from data.records.room import Room
from data.records.route import Profile

NOT_DRAWN = "处室的房间不在图上，请在图上写上房号。"
_NOT_ROOMS = OPEN | SOLID | LEVEL_CHANGING


@dataclass(frozen=True, slots=True)
class FloorCount:
    """What one floor shows, by its key: rooms, those with a number, doors, and rooms with a way to them."""

    floor: str
    rooms: int
    numbered: int
    doors: int
    reachable: int
    step_free: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was drawn and what is wrong with it, in the order in which staff would look."""

    floors: tuple[FloorCount, ...]
    findings: tuple[Finding, ...]

    @property
    def reachable_share(self) -> float:
        """Rooms with a way to them, of all rooms; 1 where there are none."""
        rooms = sum(floor.rooms for floor in self.floors)
        return sum(floor.reachable for floor in self.floors) / rooms if rooms else 1.0


def report(buildings: Sequence[Building], floors: Sequence[Floor], rooms: Iterable[Room] = ()) -> Report:
    """Look a drawing over; `rooms` is the staff's room list, to find offices that the drawing does not show."""
    findings = Findings()
    finder = Wayfinder(buildings, floors)
    drawn, floors = floors, _named_apart(buildings, floors)
    reached = _reached(finder, floors)
    for floor in floors:
        _check_doors(floor, findings)
    _check_ways(finder.ground, floors, reached, findings)
    _check_heights(floors, findings)
    _check_numbers(drawn, floors, tuple(rooms), findings)
    _check_places(floors, findings)
    counts = tuple(_count(floor, reached) for floor in floors)
    for floor, count in zip(floors, counts, strict=True):
        told = f"房间 {count.rooms} 间（有房号 {count.numbered} 间），门 {count.doors} 扇，走得到 {count.reachable} 间"
        findings.note(_called(floor), f"{told}，不走楼梯走得到 {count.step_free} 间。")
    return Report(counts, findings.listed())


def _named_apart(buildings: Sequence[Building], floors: Sequence[Floor]) -> tuple[Floor, ...]:
    """The floors as staff tell them apart: with the name of their house where several houses have floors."""
    houses = {building.key: building.name for building in buildings}
    if len({floor.building for floor in floors}) <= 1:
        return tuple(floors)
    return tuple(replace(floor, name=f"{houses.get(floor.building, '')} {_called(floor)}".strip()) for floor in floors)


def is_room(unit: Unit) -> bool:
    """Whether a unit is a room to visitors: neither corridor nor wall nor stairs."""
    return unit.category not in _NOT_ROOMS


def _reached(finder: Wayfinder, floors: Sequence[Floor]) -> Mapping[Profile, frozenset[str]]:
    """The units that can be reached from any place where visitors begin."""
    origins = tuple(_origins(floors))
    return {
        profile: frozenset(unit for origin in origins for unit in finder.reached(origin, profile))
        for profile in Profile
    }


def _origins(floors: Sequence[Floor]) -> Iterator[Origin]:
    """The kiosks; without any the main entrance; without that the middle of each house's largest hall."""
    kiosks = [Origin(place.key, number, place.at) for number, floor in enumerate(floors) for place in floor.kiosks]
    if kiosks:
        yield from kiosks
        return
    entrance = main_entrance(floors)
    if entrance is not None:
        yield Origin("entrance", *entrance)
        return
    halls = [
        (Areas.of((unit,)).sizes[0], number, unit)
        for number, floor in enumerate(floors)
        for unit in floor.units
        if unit.category in OPEN and unit.label_at
    ]
    largest: dict[str, tuple[int, Unit]] = {}
    for _, number, unit in sorted(halls, key=lambda hall: (-hall[0], hall[1], hall[2].key)):
        largest.setdefault(floors[number].building, (number, unit))
    for number, unit in largest.values():
        yield Origin("", number, unit.label_at or (0.0, 0.0))


def _check_doors(floor: Floor, findings: Findings) -> None:
    areas = Areas.of(floor.units)
    for threshold in thresholds(floor.doors, areas):
        place = f"{_called(floor)} 门 {threshold.door.key}"
        if not threshold.sides:
            findings.warn(place, "门不挨着任何房间，请移到墙上。")
        elif len(threshold.sides) == 1 and not threshold.door.outside:
            findings.warn(place, "门只挨着一个房间，另一侧没有画，走不过去。")


def _check_ways(
    ground: Ground, floors: Sequence[Floor], reached: Mapping[Profile, frozenset[str]], findings: Findings
) -> None:
    linked = {(stop.floor, stop.unit) for link in ground.links for stop in link.stops}
    for number, floor in enumerate(floors):
        for index, unit in enumerate(floor.units):
            spaces = ground.spaces_by_unit.get((number, index), ())
            entered = any(ground.gates_into(space) for space in spaces)
            place = f"{_called(floor)} {_unit_called(unit)}"
            if is_room(unit) and not entered:
                findings.warn(place, "房间没有门，地图上只能指出位置，不能画路线。")
            elif is_room(unit) and unit.key not in reached[Profile.WALK]:
                findings.warn(place, "房间走不到，请检查途中的门、走廊和楼梯。")
            elif unit.category in LEVEL_CHANGING and (number, index) not in linked and len(floors) > 1:
                findings.warn(place, "楼梯或电梯没有通到别的楼层，请在各层同一位置画出。")


def _check_heights(floors: Sequence[Floor], findings: Findings) -> None:
    level = defaultdict(list)
    for floor in floors:
        level[floor.ordinal].append((floor, extent(floor)))
    for same in level.values():
        for (one, one_extent), (other, other_extent) in combinations(same, 2):
            if clash(one_extent, other_extent):
                findings.warn(f"{_called(one)}、{_called(other)}", "两个楼层序号相同而图形重叠，请检查楼层序号。")


def _check_numbers(floors: Sequence[Floor], named: Sequence[Floor], rooms: Sequence[Room], findings: Findings) -> None:
    """Hold the drawing against itself and the room list; `named` are the floors as they are told to staff."""
    drawn: defaultdict[str, list[tuple[Floor, str]]] = defaultdict(list)
    for floor, told in zip(floors, map(_called, named), strict=True):
        for unit in floor.units:
            if unit.number:
                drawn[plain_number(unit.number)].append((floor, told))
    for number, places in drawn.items():
        if len(places) > 1:
            names = "、".join(dict.fromkeys(told for _, told in places))
            findings.warn(f"{number} 室（{names}）", "房号在图上出现不止一次。")
    for room in rooms:
        places = drawn.get(plain_number(room.key), [])
        if not places and room.office:
            findings.warn(f"房间 {room.key}", NOT_DRAWN)
        elif places and room.floor and not any(_same_floor(room.floor, floor) for floor, _ in places):
            findings.warn(f"房间 {room.key}", f"房间表写的是“{room.floor}”，图上在“{places[0][1]}”。")


def _check_places(floors: Sequence[Floor], findings: Findings) -> None:
    if not any(floor.kiosks for floor in floors):
        findings.warn("整栋楼", "图上没有触摸屏的位置（您在这里），不能计算路线。")
    if main_entrance(floors) is None:
        findings.note("整栋楼", "图上没有通到楼外的门，图的朝向没有按大门摆正。")
    keys = Counter(unit.key for floor in floors for unit in floor.units)
    for key, times in keys.items():
        if times > 1:
            findings.warn(f"编号 {key}", "编号重复。")


def _count(floor: Floor, reached: Mapping[Profile, frozenset[str]]) -> FloorCount:
    rooms = [unit for unit in floor.units if is_room(unit)]
    return FloorCount(
        floor.key,
        len(rooms),
        sum(bool(unit.number) for unit in rooms),
        sum(door.category not in CLOSED_DOORS for door in floor.doors),
        sum(unit.key in reached[Profile.WALK] for unit in rooms),
        sum(unit.key in reached[Profile.STEP_FREE] for unit in rooms),
    )


def _called(floor: Floor) -> str:
    return floor.name or floor.key


def _unit_called(unit: Unit) -> str:
    if unit.number:
        return f"{unit.number} 室"
    spot = unit.label_at or unit.polygons[0][0][0]
    return f"{unit.name or kind_word(unit.category)}（图上 {spot[0]:.0f}, {spot[1]:.0f} 米处）"


def _same_floor(told: str, floor: Floor) -> bool:
    """Whether staff's word for a floor (3, 3F, 三层, 3楼) can mean this one."""
    names = {_digits(name) for name in (floor.name, floor.short_name, floor.name_en) if name}
    return _digits(told) in names


def _digits(text: str) -> str:
    """`三层`, `3 楼`, `3F` and `F3` as 3; basements keep their B."""
    folded = plain_number(text).upper().replace(" ", "")
    for word in ("楼层", "层", "楼", "FLOOR", "F"):
        folded = folded.replace(word, "")
    return _FIGURES.get(folded, folded.replace("地下", "B").replace("-", "B"))


_FIGURES = {figure: str(number) for number, figure in enumerate("零一二三四五六七八九十")} | {
    "首": "1",
    "十一": "11",
    "十二": "12",
    "负一": "B1",
    "负二": "B2",
}
