"""Doors of OpenStreetMap: nodes on walls become lines along the wall, as wide as they say."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from data.building.findings import Findings
from data.building.osm.document import Document, Node, Tags, Way
from data.building.osm.levels import levels_of
from data.records.building import Door, Ring

_WIDTH_M = 0.9
_WIDEST_M = 6.0
_NEAR_WALL_M = 1.0
_ENTRANCES = {
    "main": "pedestrian.principal",
    "emergency": "emergencyexit",
    "exit": "emergencyexit",
    "fire_exit": "emergencyexit",
    "service": "service",
    "garage": "automobile",
}
_FIGURE = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(m|cm)?\s*")
_HELD = frozenset({"revolving", "turnstile"})

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Wall:
    """A line that doors can be in, the levels it stands on, and the outlines among them that belong to rooms."""

    way: Way
    levels: frozenset[float]


def is_door(tags: Tags) -> bool:
    """Whether tags speak of a door or an entrance; `door=no` is an opening in a wall."""
    return "door" in tags or "entrance" in tags or tags.get("indoor") == "door" or tags.get("buildingpart") == "door"


class Doors:
    """Reads doors against the walls they are in."""

    def __init__(
        self, document: Document, walls: Sequence[Wall], ground: Callable[[Point], float], findings: Findings
    ) -> None:
        self._document = document
        self._ground = ground
        self._findings = findings
        self._by_node: defaultdict[str, list[Wall]] = defaultdict(list)
        for wall in walls:
            for node in dict.fromkeys(wall.way.nodes):
                self._by_node[node].append(wall)
        passages = [way for way in document.ways.values() if _is_passage(way) and len(document.line(way)) > 1]
        self._passages = {node: way for way in passages for node in way.nodes}
        self._passage_lines = shapely.STRtree([shapely.LineString(document.line(way)) for way in passages])
        self._lines = {
            level: shapely.STRtree([shapely.LineString(line) for line in lines])
            for level, lines in _lines_by_level(document, walls).items()
        }

    def by_level(self) -> Mapping[float, tuple[Door, ...]]:
        """Every door by the level it is on; one on several levels is several doors."""
        found: defaultdict[float, list[Door]] = defaultdict(list)
        for level, door in (*self._from_nodes(), *self._from_ways()):
            found[level].append(door)
        return {level: tuple(doors) for level, doors in found.items()}

    def _from_nodes(self) -> Iterator[tuple[float, Door]]:
        for node in self._document.nodes.values():
            if is_door(node.tags):
                yield from self._of_node(node)

    def _of_node(self, node: Node) -> Iterator[tuple[float, Door]]:
        walls = self._by_node.get(node.id, [])
        try:
            levels = levels_of(node.tags) or tuple(sorted({level for wall in walls for level in wall.levels}))
        except ValueError as error:
            self._findings.warn(f"门（点 {node.id}）", f"{error}，已跳过")
            return
        in_an_outline = bool(walls)
        if not levels and ("entrance" in node.tags or in_an_outline):
            levels = (self._ground(self._document.at(node.id)),)
        for level in levels:
            along = self._along(node, [wall for wall in walls if level in wall.levels] or walls, level)
            if along is None:
                self._findings.warn(f"门（点 {node.id}）", "门不在任何墙上，已跳过")
            else:
                yield (
                    level,
                    _door(f"n{node.id}", level, _around(self._document.at(node.id), along, node.tags), node.tags),
                )

    def _along(self, node: Node, walls: Sequence[Wall], level: float) -> Point | None:
        """The direction of the wall at a door, from its own wall, from one close by, or across the way through it."""
        for wall in walls:
            direction = self._direction(wall.way, node.id)
            if direction is not None:
                return direction
        return self._nearest(self._document.at(node.id), level) or self._across(node.id)

    def _across(self, node: str) -> Point | None:
        """Square to the corridor's line that a door is on or at the end of, where nobody drew its wall."""
        way = self._passages.get(node)
        along = self._direction(way, node) if way else self._beside_passage(self._document.at(node))
        return (-along[1], along[0]) if along else None

    def _beside_passage(self, at: Point) -> Point | None:
        spot = shapely.Point(at)
        near = self._passage_lines.query_nearest(spot, max_distance=_NEAR_WALL_M, all_matches=False)
        return _piece_at(self._passage_lines.geometries[near[0]], spot) if len(near) else None

    def _direction(self, way: Way, node: str) -> Point | None:
        """Along a way at one of its nodes: of the longer of both pieces, as a door at a corner is in one of them."""
        position = way.nodes.index(node)
        nodes = way.nodes[:-1] if way.closed else way.nodes
        around = [position - 1, position + 1]
        if way.closed:
            around = [one % len(nodes) for one in around]
        neighbours = [nodes[one] for one in around if 0 <= one < len(nodes)]
        here = np.array(self._document.at(node))
        pieces = [np.array(self._document.at(other)) - here for other in neighbours if other in self._document.nodes]
        lengths = [float(np.hypot(*piece)) for piece in pieces]
        if not lengths or max(lengths) == 0:
            return None
        longest = pieces[lengths.index(max(lengths))] / max(lengths)
        return float(longest[0]), float(longest[1])

    def _nearest(self, at: Point, level: float) -> Point | None:
        """Along the nearest wall of the level, where one is near."""
        tree = self._lines.get(level)
        spot = shapely.Point(at)
        near = None if tree is None else tree.query_nearest(spot, max_distance=_NEAR_WALL_M, all_matches=False)
        if tree is None or near is None or not len(near):
            return None
        return _piece_at(tree.geometries[near[0]], spot)

    def _from_ways(self) -> Iterator[tuple[float, Door]]:
        """Doors drawn as a piece of wall."""
        for way in self._document.ways.values():
            line = self._document.line(way)
            if is_door(way.tags) and not way.closed and "indoor" not in set(way.tags) - {"door"} and len(line) > 1:
                try:
                    levels = levels_of(way.tags)
                except ValueError as error:
                    self._findings.warn(f"门（线 {way.id}）", f"{error}，已跳过")
                    continue
                ring = tuple((float(x), float(y)) for x, y in (line[0], line[-1]))
                yield from ((level, _door(f"w{way.id}", level, ring, way.tags)) for level in levels)


def _piece_at(line: shapely.LineString, spot: shapely.Point) -> Point:
    """The direction of a line where it is nearest to a point."""
    pieces = [np.array(piece) for piece in pairwise(line.coords)]
    start, end = min(pieces, key=lambda piece: shapely.LineString(piece).distance(spot))
    along = (end - start) / max(float(np.hypot(*(end - start))), 1e-9)
    return float(along[0]), float(along[1])


def _is_passage(way: Way) -> bool:
    return "highway" in way.tags and not way.closed


def _lines_by_level(document: Document, walls: Iterable[Wall]) -> Mapping[float, list[list[Point]]]:
    found: defaultdict[float, list[list[Point]]] = defaultdict(list)
    for wall in walls:
        points = [(float(x), float(y)) for x, y in document.line(wall.way)]
        for level in wall.levels:
            found[level].extend([here, there] for here, there in pairwise(points))
    return found


def _door(key: str, level: float, line: Ring, tags: Tags) -> Door:
    entrance = _ENTRANCES.get(tags.get("entrance", ""), "pedestrian")
    emergency = tags.get("emergency") in {"yes", "exit"} or tags.get("door") == "emergency_exit"
    category = "emergencyexit" if emergency else entrance
    barred = tags.get("wheelchair") == "no" or tags.get("door") in _HELD or _steps(tags)
    told_outside = tags.get("entrance", "no") != "no"
    return Door(f"{key}@{level:g}", line, category, accessible=not barred, outside=told_outside)


def _steps(tags: Tags) -> bool:
    count = tags.get("step_count", "0")
    return count.isdecimal() and int(count) > 0


def _around(at: Point, along: Point, tags: Tags) -> Ring:
    half = _width(tags) / 2
    return (
        (at[0] - along[0] * half, at[1] - along[1] * half),
        (at[0] + along[0] * half, at[1] + along[1] * half),
    )


def _width(tags: Tags) -> float:
    match = _FIGURE.fullmatch(tags.get("door:width") or tags.get("width", ""))
    if not match:
        return _WIDTH_M
    figure = float(match[1].replace(",", ".")) * (0.01 if match[2] == "cm" else 1)
    return figure if 0.3 < figure < _WIDEST_M else _WIDTH_M  # noqa: PLR2004 - nothing narrower is a door
