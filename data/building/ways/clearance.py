"""Where in a space one walks: away from walls as far as the space allows, so that corridors keep to their middle.

A person in a hall keeps more than a metre from the wall; in a corridor that leaves a strip along its axis; in a passage
too narrow for that, less. So a space is shrunk by the widest distance first, and where a part of it would be
lost, by the next.
"""

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from data.building.shapes import all_grown, grown

HALL_M = (2.0, 1.6, 1.3, 1.1, 0.95, 0.75, 0.55, 0.35, 0.2, 0.08)
"""Distances from walls in halls and corridors."""
ROOM_M = (0.6, 0.35, 0.15, 0.05)
"""Distances from walls in rooms."""
_WORTH_KEEPING_M2 = 0.4
"""A part smaller than this is a niche, not a way."""
_MOUTH_M = 0.25
_SMOOTH_M = 0.03
_THREAD_M = 0.05
"""Half the width below which a strip is an accident of rounding."""
_SEAM_M = 0.01
_MEETING_M = 0.1


def free_space(shape: Polygon, distances_m: tuple[float, ...]) -> BaseGeometry:
    """The part of a space where one walks: connected where the space is, reaching every part worth walking to.

    Where GEOS gives a shape up, one keeps the least distance from walls everywhere.
    """
    try:
        return _free_space(shape, distances_m)
    except shapely.errors.GEOSException:
        return _grown(shape, -distances_m[-1])


def _free_space(shape: Polygon, distances_m: tuple[float, ...]) -> BaseGeometry:
    free: BaseGeometry = Polygon()
    covered: BaseGeometry = Polygon()
    widest = distances_m[0]
    for distance in distances_m:
        shrunk = _grown(_grown(shape, -distance - _THREAD_M), _THREAD_M)
        piece = shrunk if free.is_empty else _in_thin_parts(shrunk, shape.difference(covered), free, widest)
        free = shapely.union(free, piece)
        covered = shapely.union(covered, _grown(piece, distance + _SEAM_M))
        if not _worth_keeping(shape.difference(covered)) and len(shapely.get_parts(free)) <= 1:
            break
    return free.simplify(_SMOOTH_M)


def _in_thin_parts(shrunk: BaseGeometry, lost: BaseGeometry, free: BaseGeometry, widest: float) -> BaseGeometry:
    """What a smaller distance adds: the parts lost before, and the necks between pieces that belong together.

    Both reach as far as the pieces there may have kept from the walls, so that they join.
    """
    around = widest + _MOUTH_M
    wide = shrunk.intersection(_grown(shapely.union_all(_worth_keeping(lost)), around))
    necks = shapely.get_parts(shrunk.intersection(_grown(_meeting(free, widest + _MEETING_M), around)))
    pieces = shapely.get_parts(free)
    joining = [neck for neck in necks if np.count_nonzero(shapely.intersects(pieces, neck)) > 1]
    return shapely.union_all([wide, *joining])


def _meeting(free: BaseGeometry, distance: float) -> BaseGeometry:
    """Where pieces of the free space come so near each other that a narrow place may join them."""
    wide = all_grown(shapely.get_parts(free), distance)
    first, second = shapely.STRtree(wide).query(wide, predicate="intersects")
    ordered = first < second
    return shapely.union_all(shapely.intersection(wide[first[ordered]], wide[second[ordered]]))


def _worth_keeping(parts: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(parts) if part.area >= _WORTH_KEEPING_M2]


def _grown(shape: BaseGeometry, distance: float) -> BaseGeometry:
    return grown(shape, distance, mitre_limit=2.0)
