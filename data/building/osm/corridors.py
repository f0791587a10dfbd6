"""Corridors that nobody drew as areas: lines along them, or nothing but what the rooms leave of the storey."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.shapes import grown, polygons_in

LINE_HALF_M = 0.8
"""Half the width of a corridor of which only the line is known."""
_WALL_M = 0.3
"""Half of a gap between rooms that is a wall, not a way."""
_BESIDE_M = 4.0
"""So far from its line reaches what the rooms leave; a hall may be wider, but then somebody draws it."""
_LEAST_M2 = 1.5
_SEAM_M = 0.02


def along(line: shapely.LineString, units: Sequence[BaseGeometry], outline: BaseGeometry) -> list[shapely.Polygon]:
    """The corridor along a line: as wide as the rooms leave it inside the outline; empty where areas are there already.

    Without an outline it is a band of its own width; with one the band ends where the house does.
    """
    built = shapely.union_all(list(units))
    if line.difference(built).length <= LINE_HALF_M:
        return []
    band: BaseGeometry = line.buffer(LINE_HALF_M, cap_style="square", join_style="mitre")
    if outline.buffer(_SEAM_M).covers(line):
        band = band.intersection(outline)
    beside = grown(line, _BESIDE_M).intersection(_left(outline, built))
    touching = [part for part in shapely.get_parts(beside) if part.intersects(line)]
    return list(polygons_in(shapely.union_all([band, *touching]).difference(built)))


def left_over(units: Sequence[BaseGeometry], outline: BaseGeometry) -> list[shapely.Polygon]:
    """What the units leave of an outline, without the gaps of walls."""
    return [part for part in polygons_in(_left(outline, shapely.union_all(list(units)))) if part.area >= _LEAST_M2]


def _left(outline: BaseGeometry, built: BaseGeometry) -> BaseGeometry:
    free = outline.difference(grown(built, _SEAM_M))
    wide = grown(grown(free, -_WALL_M), _WALL_M + _SEAM_M)
    return wide.intersection(grown(free, _SEAM_M))
