"""Stairs and lifts of OpenStreetMap: areas, lines of steps and lift nodes, on each level they reach."""

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from data.building.findings import Findings
from data.building.osm.document import Document, Node, Way
from data.building.osm.levels import levels_of
from data.building.osm.meaning import level_change_of

_LIFT_HALF_M = 0.5
_STEPS_HALF_M = 0.5
_LANDING_M = 1.2


@dataclass(frozen=True, slots=True)
class Shaft:
    """Something that goes through levels: where one enters it on each of them."""

    key: str
    kind: str
    places: tuple[tuple[float, BaseGeometry], ...]
    one_way: bool = False
    name: str = ""


def shafts_of(document: Document, findings: Findings) -> Iterator[Shaft]:
    """Lifts drawn as a node and stairs drawn as a line; those drawn as areas are areas like rooms."""
    for node in document.nodes.values():
        if level_change_of(node.tags) == "elevator":
            yield from _of_node(document, node, findings)
    for way in document.ways.values():
        if not way.closed and level_change_of(way.tags) in {"stairs", "escalator"}:
            yield from _of_way(document, way, findings)


def _of_node(document: Document, node: Node, findings: Findings) -> Iterator[Shaft]:
    try:
        levels = levels_of(node.tags)
    except ValueError as error:
        findings.warn(f"电梯（点 {node.id}）", f"{error}，已跳过")
        return
    cabin = shapely.Point(document.at(node.id)).buffer(_LIFT_HALF_M, cap_style="square")
    if len(levels) > 1:
        yield Shaft(
            f"n{node.id}", "elevator", tuple((level, cabin) for level in levels), name=node.tags.get("name", "")
        )


def _of_way(document: Document, way: Way, findings: Findings) -> Iterator[Shaft]:
    """A line of steps is entered at its ends: the lower level at the foot, the upper at the head, if it says which."""
    try:
        levels = levels_of(way.tags)
    except ValueError as error:
        findings.warn(f"楼梯（线 {way.id}）", f"{error}，已跳过")
        return
    points = document.line(way)
    if len(levels) < 2 or len(points) < 2:  # noqa: PLR2004 - two levels, two ends
        return
    line = shapely.LineString(points)
    conveying = way.tags.get("conveying", "no")
    kind = level_change_of(way.tags)
    incline = way.tags.get("incline", "")
    down = incline.startswith("-") or incline == "down"
    if not incline or len(levels) > 2:  # noqa: PLR2004 - a foot and a head
        whole = line.buffer(_STEPS_HALF_M, cap_style="flat")
        places = tuple((level, whole) for level in levels)
    else:
        ends = [_landing(line, share) for share in ((1.0, 0.0) if down else (0.0, 1.0))]
        places = tuple(zip(levels, ends, strict=True))
    backward = conveying == "backward"
    ordered = places if down == backward else places[::-1]
    one_way = conveying in {"forward", "backward"}
    yield Shaft(f"w{way.id}", kind, ordered if one_way else places, one_way)


def _landing(line: shapely.LineString, share: float) -> shapely.Polygon:
    length = line.length
    start, end = (0.0, min(_LANDING_M, length)) if share == 0 else (max(0.0, length - _LANDING_M), length)
    return substring(line, start, end).buffer(_STEPS_HALF_M, cap_style="flat")
