"""Makes floors of what was traced on a drawing's layers, and tells what the drawing still lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import atan2, degrees
from pathlib import PurePath

import shapely

from data.building.drawn import Drawn
from data.building.findings import Findings
from data.building.finishing import finished
from data.building.names import clean, first_number, split_number
from data.building.safe_xml import parse
from data.building.shapes import record_polygon
from data.building.svg.areas import largest_area, polygons_of
from data.building.svg.layers import CHINESE, Role
from data.building.svg.scale import extent, units_per_metre
from data.building.svg.tracing import Text, Thing, Traced, things_on, trace
from data.building.svg.walls import Walls
from data.records.building import Building, Door, Floor, KioskPlace, Point, Unit
from data.records.storeys import floor_name, ordinal_of

_BUILDING = "building"
_AREAS = {Role.ROOM: "room", Role.CORRIDOR: "walkway", Role.STAIRS: "stairs", Role.LIFT: "elevator"}
_BY_NAME = {
    "卫生间": "restroom",
    "洗手间": "restroom",
    "厕所": "restroom",
    "会议室": "conferenceroom",
    "restroom": "restroom",
    "toilet": "restroom",
}
_LOBBIES = ("大厅", "门厅", "lobby", "hall")
_HALL_M2 = 4.0
"""What is called 大门 or 入口 among the corridors and is this large is the hall behind the door."""
_WANTED = (Role.ROOM, Role.CORRIDOR, Role.DOOR)
"""What every floor has."""


def load_svg(pages: Sequence[tuple[str, bytes]], findings: Findings) -> Drawn:
    """The house in one drawing, or in several of one floor each (name, content). ValueError where no room is drawn."""
    floors: list[Floor] = []
    entered = False
    for name, body in pages:
        root = parse(body)
        if not root.tag.endswith("svg"):
            raise ValueError(f"“{name}”不是 SVG 图")
        traced = trace(root, findings)
        _check(name if len(pages) > 1 else "整张图", traced, findings)
        entered = entered or _draws(traced, Role.ENTRANCE)
        floors.extend(_floors(name, traced, findings))
    if not entered:
        findings.warn("整张图", _missing(Role.ENTRANCE))
    if not any(floor.units for floor in floors):
        raise ValueError(f"图里没有房间：请把房间画在名为“{CHINESE[Role.ROOM]}”的图层里")
    floors.sort(key=lambda floor: (floor.ordinal, floor.key))
    return Drawn((Building(_BUILDING, "本楼", source="SVG"),), finished(_with_own_keys(floors)))


def _check(name: str, traced: Traced, findings: Findings) -> None:
    """What the drawing lacks, layer by layer."""
    for role in _WANTED:
        if not _draws(traced, role):
            findings.warn(name, _missing(role))
    if traced.floors and any(thing.floor is None and thing.role is not Role.SCALE for thing in traced.things):
        findings.warn(name, "有些图形不在任何楼层图层（如“一层”）里，已跳过。")


def _draws(traced: Traced, role: Role) -> bool:
    return any(thing.outlines for thing in traced.things if thing.role is role)


def _missing(role: Role) -> str:
    return f"没有图层“{CHINESE[role]}”，或其中没有图形。"


def _floors(name: str, traced: Traced, findings: Findings) -> Iterator[Floor]:
    """The floors of a drawing: its floor layers, or the whole of it where it has none."""
    scale = units_per_metre(traced, findings)
    for thing in traced.things:
        if (
            thing.role in {Role.DOOR, Role.ENTRANCE}
            and thing.layer in _AREAS
            and largest_area(thing) / scale**2 >= _HALL_M2
        ):
            thing.role = thing.layer
    for ordinal, called in traced.floors.items():
        yield _Page(traced, ordinal, scale, findings).floor(ordinal, called)
    if not traced.floors:
        stem = PurePath(name).stem
        height = ordinal_of(stem)
        called = floor_name(0) if height is None else clean(stem)
        yield _Page(traced, None, scale, findings).floor(height or 0.0, called)


class _Page:
    """One floor of one drawing, in metres."""

    def __init__(self, traced: Traced, layer: float | None, scale: float, findings: Findings) -> None:
        self._traced = traced
        self._layer = layer
        self._scale = scale
        self._findings = findings
        self._texts = [text for text in traced.texts if text.floor == layer and text.role is not Role.SCALE]

    def floor(self, ordinal: float, name: str) -> Floor:
        """Everything on the page as a floor of this height."""
        key = f"{ordinal:g}"
        units = tuple(self.units(key))
        return Floor(
            key,
            name,
            ordinal,
            building=_BUILDING,
            units=units,
            doors=tuple(self.doors(key, units)),
            kiosks=tuple(self.kiosks(key)),
            furniture_walls=tuple(self.walls()),
        )

    def units(self, floor: str) -> Iterator[Unit]:
        """Rooms, corridors, stairs and lifts."""
        for number, thing in enumerate(things_on(self._traced, self._layer, *_AREAS), start=1):
            polygons = polygons_of(thing, self._scale, self._findings)
            if polygons:
                yield self._unit(f"{floor}/{thing.id or number}", thing, polygons)

    def doors(self, floor: str, units: Sequence[Unit]) -> Iterator[Door]:
        """Doors and entrances, set onto the wall they are nearest to."""
        walls = Walls(units)
        for number, thing in enumerate(things_on(self._traced, self._layer, Role.DOOR, Role.ENTRANCE), start=1):
            middle = self._middle(thing)
            outside = thing.role is Role.ENTRANCE
            line = walls.door(middle, extent(thing) / self._scale, outside=outside) if middle else None
            if line is None:
                self._findings.warn(f"门 {thing.name or thing.id}", "门不在任何墙上，已跳过")
            else:
                category = "pedestrian.principal" if outside else "pedestrian"
                yield Door(f"{floor}/door/{thing.id or number}", line, category)

    def kiosks(self, floor: str) -> Iterator[KioskPlace]:
        """Places of kiosks; one drawn as a line from where one stands to where one looks faces that way."""
        for number, thing in enumerate(things_on(self._traced, self._layer, Role.KIOSK), start=1):
            middle = self._middle(thing)
            arrow = next((one.points for one in thing.outlines if not one.closed), None)
            if middle is not None:
                start = self._metres(arrow[0]) if arrow else middle
                facing = _compass(arrow[0], arrow[-1]) if arrow else 0.0
                yield KioskPlace(f"{floor}/kiosk/{thing.id or number}", start, facing, thing.name)

    def walls(self) -> Iterator[tuple[Point, ...]]:
        """Walls that stand in a hall."""
        for thing in things_on(self._traced, self._layer, Role.WALL):
            for outline in thing.outlines:
                points = [*outline.points, outline.points[0]] if outline.closed else outline.points
                yield tuple(self._metres(point) for point in points)

    def _unit(self, key: str, thing: Thing, polygons: tuple[shapely.Polygon, ...]) -> Unit:
        words = self._words_in(polygons)
        number = "" if thing.role is not Role.ROOM else first_number([thing.name, *words])
        names = (split_number(text).name if number else text for text in (thing.name, *words))
        name = next((text for text in names if text), "")
        return Unit(key, _category(thing.role, name), tuple(record_polygon(one) for one in polygons), number, name)

    def _words_in(self, polygons: tuple[shapely.Polygon, ...]) -> list[str]:
        return [
            text.words
            for text in self._texts
            if any(polygon.contains(shapely.Point(self._place(text))) for polygon in polygons)
        ]

    def _place(self, text: Text) -> Point:
        return self._metres(text.at)

    def _middle(self, thing: Thing) -> Point | None:
        points = [self._metres(point) for outline in thing.outlines for point in outline.points]
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2

    def _metres(self, point: Point) -> Point:
        return point[0] / self._scale, point[1] / self._scale


def _category(role: Role, name: str) -> str:
    if role is Role.CORRIDOR and any(word in name.lower() for word in _LOBBIES):
        return "lobby"
    told = next((category for word, category in _BY_NAME.items() if word in name.lower()), "")
    return told if role is Role.ROOM and told else _AREAS[role]


def _compass(start: Point, end: Point) -> float:
    """Degrees from up, clockwise, of an arrow on the page."""
    return degrees(atan2(end[0] - start[0], start[1] - end[1])) % 360


def _with_own_keys(floors: Sequence[Floor]) -> list[Floor]:
    """Floors of the same height in several files, or shapes of the same id, would share keys: the later get a count."""
    seen: dict[str, int] = {}

    def own(key: str) -> str:
        seen[key] = seen.get(key, 0) + 1
        return key if seen[key] == 1 else f"{key}#{seen[key]}"

    return [
        replace(
            floor,
            key=own(floor.key),
            units=tuple(replace(unit, key=own(unit.key)) for unit in floor.units),
            doors=tuple(replace(door, key=own(door.key)) for door in floor.doors),
            kiosks=tuple(replace(kiosk, key=own(kiosk.key)) for kiosk in floor.kiosks),
        )
        for floor in floors
    ]
