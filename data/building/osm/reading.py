"""Puts an OpenStreetMap file together: areas become units on each of their levels, levels of a house become floors."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.categories import LEVEL_CHANGING, OPEN
from data.building.drawn import Drawn
from data.building.findings import Findings
from data.building.finishing import finished
from data.building.names import clean
from data.building.osm import corridors, meaning
from data.building.osm.document import Document, Relation, Tags, Way, read_document
from data.building.osm.doors import Doors, Wall
from data.building.osm.enclosed import with_enclosed
from data.building.osm.houses import houses_of
from data.building.osm.inherited import with_levels
from data.building.osm.levels import levels_of
from data.building.osm.points import Points
from data.building.osm.shafts import Shaft, shafts_of
from data.building.shapes import polygons_in, record_polygon, shape_of
from data.records.building import Building, Connection, Door, Floor, Point, Polygon, Unit
from data.records.storeys import floor_name

_SHAFT_M2 = 16.0
"""A nameless room no larger than this around a lift's node is the lift."""
_NOTHING = "文件里没有室内的房间或走廊（indoor=room、corridor、area）"
_WALLS = frozenset({"wall"})
_LINES = frozenset({"corridor", "footway", "path", "pedestrian"})


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the file and the levels it is on."""

    key: str
    tags: Tags
    category: str
    levels: tuple[float, ...]
    polygons: tuple[shapely.Polygon, ...]


@dataclass(slots=True)
class Level:
    """What one level of one house holds so far."""

    units: list[Unit] = field(default_factory=list)
    walls: list[tuple[tuple[float, float], ...]] = field(default_factory=list)
    outline: tuple[Polygon, ...] = ()
    name: str = ""


def load_osm(body: bytes, findings: Findings) -> Drawn:
    """The houses with their floors in a .osm file. ValueError where nothing indoors is in it."""
    document = with_enclosed(with_levels(read_document(body, findings)))
    return _Reading(document, findings).drawn()


class _Reading:
    def __init__(self, document: Document, findings: Findings) -> None:
        self.document = document
        self.findings = findings
        self.areas = list(self._areas())
        self.houses = houses_of(document)
        self.levels: defaultdict[tuple[str, float], Level] = defaultdict(Level)
        self._of_relations: dict[str, list[str]] = {}
        self.connections: defaultdict[str, list[Connection]] = defaultdict(list)

    def drawn(self) -> Drawn:
        if not any(area.category for area in self.areas):
            raise ValueError(_NOTHING)
        shafts = list(shafts_of(self.document, self.findings))
        lifts = [shaft for shaft in shafts if shaft.kind == "elevator"]
        for area in self.areas:
            self._add_area(_as_shaft(area, lifts))
        for shaft in shafts:
            self._add_shaft(shaft)
        self._add_lines()
        self._add_walls()
        floors = self._floors()
        if not floors:
            raise ValueError(_NOTHING)
        return Drawn(self._buildings(floors), finished(floors))

    def _areas(self) -> Iterator[Area]:
        """Every area that is something indoors; `indoor=level` has no category."""
        for thing in self.document.things():
            category = meaning.category_of(thing.tags)
            relevant = category or thing.tags.get("indoor") == "level"
            if relevant and (isinstance(thing, Relation) or thing.closed):
                area = self._area(thing, category)
                if area:
                    yield area

    def _area(self, thing: Way | Relation, category: str) -> Area | None:
        kind = "w" if isinstance(thing, Way) else "r"
        place = f"{'线' if kind == 'w' else '关系'} {thing.id}"
        try:
            polygons, mended = self.document.area(thing)
            levels = levels_of(thing.tags)
        except ValueError as error:
            self.findings.warn(place, f"{error}，已跳过")
            return None
        if mended:
            self.findings.warn(place, "轮廓自相交，已自动修复，请核对")
        if not levels:
            self.findings.warn(place, "没有写楼层（level），按 0 层处理")
        return Area(f"{kind}{thing.id}", thing.tags, category, levels or (0.0,), polygons)

    def _add_area(self, area: Area) -> None:
        house = self.houses.at(area.polygons[0])
        polygons = tuple(record_polygon(polygon) for polygon in area.polygons)
        if not area.category:
            for level in area.levels:
                self.levels[house, level].outline = polygons
                self.levels[house, level].name = clean(area.tags.get("name", ""))
            return
        several = len(area.levels) > 1
        for level in area.levels:
            key = f"{area.key}@{level:g}" if several else area.key
            self.levels[house, level].units.append(_unit(key, area, polygons))
        if several and area.category in LEVEL_CHANGING:
            units = tuple(f"{area.key}@{level:g}" for level in area.levels)
            self.connections[house].append(Connection(area.key, area.category, units))

    def _add_shaft(self, shaft: Shaft) -> None:
        """A lift's node or a line of steps, unless an area of its kind is already there."""
        house = self.houses.at(shaft.places[0][1])
        units = []
        for level, shape in shaft.places:
            there = self._drawn_already(house, level, shaft.kind, shape)
            key = there or f"{shaft.key}@{level:g}"
            if not there:
                polygons = tuple(record_polygon(polygon) for polygon in polygons_in(shape))
                self.levels[house, level].units.append(Unit(key, shaft.kind, polygons, name=clean(shaft.name)))
            units.append(key)
        self.connections[house].append(Connection(shaft.key, shaft.kind, tuple(units), shaft.one_way))

    def _drawn_already(self, house: str, level: float, kind: str, shape: BaseGeometry) -> str:
        for unit in self.levels[house, level].units:
            if unit.category == kind and shape_of(unit.polygons).intersects(shape.centroid):
                return unit.key
        return ""

    def _add_lines(self) -> None:
        """Corridors that are drawn as lines only, where no area covers them."""
        for way in self.document.ways.values():
            inside = way.tags.get("indoor") == "yes" or way.tags.get("highway") == "corridor"
            if way.closed or not inside or way.tags.get("highway") not in _LINES:
                continue
            points = self.document.line(way)
            if len(points) > 1:
                self._add_line(way, shapely.LineString(points))

    def _add_line(self, way: Way, line: shapely.LineString) -> None:
        try:
            levels = levels_of(way.tags) or (0.0,)
        except ValueError as error:
            self.findings.warn(f"线 {way.id}", f"{error}，已跳过")
            return
        for level in levels if len(levels) == 1 or "repeat_on" in way.tags else ():
            house = self.houses.at(line)
            units = self.levels[house, level].units
            drawn = corridors.along(line, [shape_of(unit.polygons) for unit in units], self._outline(house, level))
            if drawn:
                polygons = tuple(record_polygon(polygon) for polygon in drawn)
                key = f"w{way.id}" if len(levels) == 1 else f"w{way.id}@{level:g}"
                units.append(Unit(key, "walkway", polygons, name=clean(way.tags.get("name", ""))))

    def _outline(self, house: str, level: float) -> BaseGeometry:
        """The outline of a storey, else that of its house; empty where neither is drawn."""
        own = self.levels[house, level].outline
        return shape_of(own) if own else shapely.union_all(list(self.houses.outline(house)))

    def _add_left_over(self, house: str, level: float, parts: Level, doors: Sequence[Door]) -> None:
        """Where nobody drew what the rooms' doors lead to, one walks on what the rooms leave of the storey."""
        rooms = [unit for unit in parts.units if unit.category not in LEVEL_CHANGING]
        if any(unit.category in OPEN for unit in parts.units) or len(doors) * 2 < len(rooms):
            return
        shapes = [shape_of(unit.polygons) for unit in parts.units]
        for number, polygon in enumerate(corridors.left_over(shapes, self._outline(house, level))):
            parts.units.append(Unit(f"rest{number}@{house}/{level:g}", "walkway", (record_polygon(polygon),)))
            self.findings.note(parts.name or floor_name(level), "没有画走廊，房间以外的地方都按走廊处理。")

    def _add_walls(self) -> None:
        for way in self.document.ways.values():
            points = self.document.line(way)
            if way.tags.get("indoor") in _WALLS and len(points) > 1:
                house = self.houses.at(shapely.LineString(points))
                for level in self._levels(way.tags, f"墙（线 {way.id}）"):
                    self.levels[house, level].walls.append(tuple((float(x), float(y)) for x, y in points))

    def _levels(self, tags: Tags, place: str) -> tuple[float, ...]:
        try:
            return levels_of(tags)
        except ValueError as error:
            self.findings.warn(place, f"{error}，已跳过")
            return ()

    def _floors(self) -> list[Floor]:
        """Floors from the lowest up; a level that holds nothing but stairs passing through is none."""
        doors = Doors(self.document, list(self._standing_walls()), self._ground, self.findings).by_level()
        points = Points(self.document, self._ground, self.findings)
        found = [
            self._floor(house, level, parts, doors.get(level, ()), points)
            for (house, level), parts in self.levels.items()
            if any(unit.category not in LEVEL_CHANGING for unit in parts.units)
        ]
        return sorted(found, key=lambda floor: (floor.ordinal, floor.key))

    def _ground(self, at: Point) -> float:
        """The level on which one comes into the house around a point: 0, or the nearest in a house that has none."""
        house = self.houses.at(shapely.Point(at))
        levels = [
            level
            for (home, level), parts in self.levels.items()
            if home == house and any(unit.category not in LEVEL_CHANGING for unit in parts.units)
        ]
        return min(levels, key=lambda level: (abs(level), level < 0), default=0.0)

    def _floor(self, house: str, level: float, parts: Level, doors: Sequence[Door], points: Points) -> Floor:
        here = [door for door in doors if self.houses.at(shapely.LineString(door.line)) == house]
        self._add_left_over(house, level, parts, here)
        shapes = [shape_of(unit.polygons) for unit in parts.units]
        near = shapely.union_all(shapely.buffer(shapes, 1.0, quad_segs=2))
        shapely.prepare(near)
        outline = parts.outline or tuple(record_polygon(polygon) for polygon in self.houses.outline(house))
        return Floor(
            f"{house}/{level:g}",
            parts.name or floor_name(level),
            level,
            f"{level:g}",
            "",
            house,
            outline,
            tuple(parts.units),
            tuple(here),
            tuple(amenity for amenity in points.amenities(level) if near.intersects(shapely.Point(amenity.at))),
            tuple(kiosk for kiosk in points.kiosks(level) if near.intersects(shapely.Point(kiosk.at))),
            furniture_walls=tuple(parts.walls),
        )

    def _standing_walls(self) -> Iterator[Wall]:
        """Every way that doors can be in: outlines of areas, of houses, and walls by themselves."""
        for way in self.document.ways.values():
            walled = meaning.category_of(way.tags) or way.tags.get("indoor") in {"level", "wall"}
            if walled or way.id in self._ways_of_relations():
                yield Wall(way, frozenset(self._levels_of_way(way)))
        for way in self.document.ways.values():
            if "building" in way.tags:
                yield Wall(way, frozenset())

    def _levels_of_way(self, way: Way) -> tuple[float, ...]:
        told = [way.tags, *(self.document.relations[one].tags for one in self._ways_of_relations().get(way.id, ()))]
        return tuple(level for tags in told for level in _readable_levels(tags))

    def _ways_of_relations(self) -> Mapping[str, list[str]]:
        if not self._of_relations:
            for relation in self.document.relations.values():
                if meaning.category_of(relation.tags):
                    for _, way in relation.members:
                        self._of_relations.setdefault(way, []).append(relation.id)
        return self._of_relations

    def _buildings(self, floors: Sequence[Floor]) -> tuple[Building, ...]:
        used = list(dict.fromkeys(floor.building for floor in floors))
        return tuple(
            Building(key, house.name, house.name_en, number, tuple(self.connections.get(key, ())), "OSM")
            for number, key in enumerate(used)
            for house in [self.houses.named(key)]
        )


def _unit(key: str, area: Area, polygons: tuple[Polygon, ...]) -> Unit:
    category = area.category
    return Unit(
        key,
        category,
        polygons,
        meaning.number_of(area.tags, category),
        meaning.name_of(area.tags, category),
        meaning.english_name_of(area.tags),
        meaning.public(area.tags, category),
    )


def _readable_levels(tags: Tags) -> tuple[float, ...]:
    """The levels, none where they cannot be read: that was told when the area itself was read."""
    try:
        return levels_of(tags)
    except ValueError:
        return ()


def _as_shaft(area: Area, lifts: Sequence[Shaft]) -> Area:
    """A small nameless room around a lift's node is the lift's shaft."""
    small = sum(polygon.area for polygon in area.polygons) <= _SHAFT_M2
    if area.category != "room" or not small or "name" in area.tags:
        return area
    around = any(area.polygons[0].contains(shape.centroid) for lift in lifts for _, shape in lift.places[:1])
    return replace(area, category="elevator") if around else area
