"""The area that a thing on a plan draws: the largest of its outlines, without the court that the same path cuts out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import shapely

from data.building.findings import Findings
from data.building.shapes import polygon_of, polygons_in
from data.building.svg.layers import CHINESE, Role
from data.building.svg.outlines import Outline
from data.building.svg.tracing import Thing

_LINE = 2
"""Points of what is no area: a stair's steps, an arrow."""
_FRAME_M = 0.6
"""Two outlines of one path nearer to each other are the two edges of a drawn wall, not a hall around a court."""

Polygons = tuple[shapely.Polygon, ...]


def polygons_of(thing: Thing, scale: float, findings: Findings) -> Polygons:
    """The polygons (metres) of a thing drawn at `scale` units to the metre; what cannot be used is told.

    Of a frame and a fill drawn one over the other the larger counts: they are one room.
    """
    place = f"图形 {thing.name or thing.id}"
    found: list[Polygons] = []
    for figure in thing.figures:
        areas = list(_areas(figure, scale, place, findings))
        if areas:
            outer = max(areas, key=_size)
            found.append(_without_courts(outer, [area for area in areas if area is not outer]))
    if not found and any(outline.closed for outline in thing.outlines):
        findings.warn(place, "轮廓没有面积，已跳过")
    elif not found and thing.outlines and thing.role in {Role.ROOM, Role.CORRIDOR}:
        layer = CHINESE[thing.role]
        findings.warn(place, f"图层“{layer}”里的一条线围不成区域，已跳过；是门就移到“门”或“大门”图层")
    return max(found, key=_size, default=())


def largest_area(thing: Thing) -> float:
    """The largest area a thing encloses, in square units of the page."""
    return max((abs(_signed_area(one.points)) for one in thing.outlines if one.closed), default=0.0)


def _areas(figure: Sequence[Outline], scale: float, place: str, findings: Findings) -> Iterator[Polygons]:
    """The polygons of each outline of one element."""
    for outline in figure:
        if not outline.closed and len(outline.points) <= _LINE:
            continue
        try:
            polygons, mended = polygon_of([np.array(outline.points) / scale])
        except ValueError:
            continue
        if mended:
            findings.warn(place, "轮廓自相交，已自动修复，请核对")
        yield polygons


def _without_courts(outer: Polygons, others: Sequence[Polygons]) -> Polygons:
    whole = shapely.MultiPolygon(outer)
    edge = whole.boundary
    inner = [court for other in others for court in other if whole.contains(court) and edge.distance(court) > _FRAME_M]
    return polygons_in(whole.difference(shapely.union_all(inner))) if inner else outer


def _size(polygons: Polygons) -> float:
    return sum(one.area for one in polygons)


def _signed_area(points: Sequence[tuple[float, float]]) -> float:
    """The shoelace formula."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise((*points, points[0]))) / 2
