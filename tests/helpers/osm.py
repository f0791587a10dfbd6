"""Writes OpenStreetMap files with Simple Indoor Tagging for tests, from plans in metres."""

from dataclasses import dataclass, field
from math import cos, radians
from xml.sax.saxutils import quoteattr

LONGITUDE, LATITUDE = 123.43, 41.8
_METRES_PER_DEGREE = 111_320.0

Point = tuple[float, float]


@dataclass
class Map:
    """A file being drawn. Points at one place of one layer are one node, as on a real map."""

    layer: int = 0
    longitude: float = LONGITUDE
    latitude: float = LATITUDE
    nodes: dict[tuple[Point, int], int] = field(default_factory=dict)
    tags: dict[int, dict[str, str]] = field(default_factory=dict)
    ways: list[tuple[list[int], dict[str, str]]] = field(default_factory=list)
    relations: list[tuple[list[tuple[str, int]], dict[str, str]]] = field(default_factory=list)

    def node(self, at: Point, **tags: str) -> int:
        """The node at a place, tagged."""
        number = self.nodes.setdefault((at, self.layer), len(self.nodes) + 1)
        self.tags.setdefault(number, {}).update(_keys(tags))
        return number

    def way(self, points: list[Point], **tags: str) -> int:
        """A line through points; its number."""
        self.ways.append(([self.node(point) for point in points], _keys(tags)))
        return len(self.ways)

    def area(self, points: list[Point], **tags: str) -> int:
        """A closed way."""
        return self.way([*points, points[0]], **tags)

    def multipolygon(self, outer: int, inner: int, **tags: str) -> None:
        """A relation of two ways."""
        self.relations.append(([("outer", outer), ("inner", inner)], {"type": "multipolygon", **_keys(tags)}))

    def file(self) -> bytes:
        """The .osm file."""
        body = ["<?xml version='1.0' encoding='UTF-8'?>", "<osm version='0.6' generator='test'>"]
        for ((east, north), _), number in self.nodes.items():
            longitude = self.longitude + east / (_METRES_PER_DEGREE * cos(radians(self.latitude)))
            longitude = (longitude + 180) % 360 - 180
            latitude = self.latitude + north / _METRES_PER_DEGREE
            place = f"lon='{longitude:.9f}' lat='{latitude:.9f}'"
            body.append(f"<node id='{number}' {place}>{_tags(self.tags[number])}</node>")
        for number, (nodes, tags) in enumerate(self.ways, start=1):
            refs = "".join(f"<nd ref='{node}'/>" for node in nodes)
            body.append(f"<way id='{number}'>{refs}{_tags(tags)}</way>")
        for number, (members, tags) in enumerate(self.relations, start=1):
            refs = "".join(f"<member type='way' ref='{way}' role='{role}'/>" for role, way in members)
            body.append(f"<relation id='{number}'>{refs}{_tags(tags)}</relation>")
        return "\n".join([*body, "</osm>"]).encode()


def box(left: float, low: float, right: float, high: float, *doors: Point) -> list[Point]:
    """A rectangle's corners with doors as further nodes on its sides, counter-clockwise."""
    corners = [(left, low), (right, low), (right, high), (left, high)]
    ring: list[Point] = []
    for here, there in zip(corners, [*corners[1:], corners[0]], strict=True):
        on_side = [door for door in doors if _between(here, door, there)]
        ring.extend([here, *sorted(on_side, key=lambda door: abs(door[0] - here[0]) + abs(door[1] - here[1]))])
    return ring


def office_house(levels: int = 4, rooms_a_side: int = 50, *, shared_nodes: bool = True) -> bytes:
    """A house of two rooms a bay on each level, stairs and lift over a range of levels, a door node on each wall.

    A quarter of the rooms above the corridor have a door to their neighbour. Without `shared_nodes` doors lie on the
    rooms' outlines only, as hurried mappers draw.
    """
    drawn = Map()
    width, low, high, span = 4.0 * rooms_a_side, 6.0, 8.4, f"0-{levels - 1}"
    ends = [(0.0, low + 1.2), (width, low + 1.2)]
    for level in range(levels):
        drawn.layer = level
        _level(drawn, level, rooms_a_side, ends, shared_nodes=shared_nodes)
    drawn.layer = -1
    drawn.area(box(-4, low, 0, high, ends[0]), indoor="room", stairs="yes", level=span)
    drawn.area(box(width, low, width + 4, high, ends[1]), indoor="room", room="elevator", level=span)
    for end in ends:
        drawn.node(end, door="yes", level=span)
    drawn.area(box(-4, 0, width + 4, high + 6), building="yes", name="示例楼")
    return drawn.file()


def _level(drawn: Map, level: int, rooms: int, ends: list[Point], *, shared_nodes: bool) -> None:
    low, high, told = 6.0, 8.4, str(level)
    above = [(4.0 * place + 2.5, high) for place in range(rooms)]
    below = [(4.0 * place + 1.5, low) for place in range(rooms)]
    doors = [*above, *below] if shared_nodes else []
    drawn.area(box(0, low, 4.0 * rooms, high, *doors, *ends), indoor="corridor", level=told)
    for place in range(rooms):
        left, right = 4.0 * place, 4.0 * (place + 1)
        between = [(left, 3.0)] if place % 4 == 1 else [(right, 3.0)] if place % 4 == 0 else []
        ref = f"{level + 1}{place + 1:02}"
        drawn.area(box(left, 0, right, low, below[place], *between), indoor="room", level=told, ref=ref)
        ref = f"{level + 1}{place + 51:02}"
        drawn.area(box(left, high, right, high + 6, above[place]), indoor="room", level=told, ref=ref)
        drawn.node(below[place], door="hinged")
        drawn.node(above[place], door="yes", level=told)
        for door in between:
            drawn.node(door, door="yes")


def _between(here: Point, door: Point, there: Point) -> bool:
    """Whether a point lies within a level or upright side."""
    for axis in (0, 1):
        other = 1 - axis
        if here[axis] == there[axis] == door[axis]:
            return min(here[other], there[other]) < door[other] < max(here[other], there[other])
    return False


def _keys(tags: dict[str, str]) -> dict[str, str]:
    """Python names to OpenStreetMap's: two underscores are a colon."""
    return {key.replace("__", ":"): value for key, value in tags.items()}


def _tags(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())
