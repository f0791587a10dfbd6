"""Sets doors onto walls: where staff draw a door beside, across or askew, the wall between two rooms is meant."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from data.building.sides import Areas
from data.records.building import Point, Unit

_NARROWEST_M, _WIDEST_M = 0.8, 3.0
_NEAR_M = 1.2
_STEP_M = 0.3
_OUTSIDE = -1


class Walls:
    """The straight pieces of all walls of a floor."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._areas = Areas.of(units)
        self._pieces = [piece for unit in units for piece in _pieces(unit)]
        self._tree = shapely.STRtree(self._pieces)

    def door(self, middle: Point, width_m: float, *, outside: bool) -> tuple[Point, Point] | None:
        """The line of a door on the wall that is meant; None where no wall is near.

        Of the walls near by, the nearest that has different rooms on its sides, or for an entrance a room and nothing.
        """
        spot = shapely.Point(middle)
        near = [int(one) for one in self._tree.query(spot, predicate="dwithin", distance=_NEAR_M)]
        ranked = sorted(near, key=lambda one: (not self._fits(one, spot, outside=outside), self._far(one, spot), one))
        if not ranked:
            return None
        at, along = self._set(ranked[0], spot)
        half = min(max(width_m, _NARROWEST_M), _WIDEST_M) / 2
        left, right = at - along * half, at + along * half
        return (float(left[0]), float(left[1])), (float(right[0]), float(right[1]))

    def _fits(self, piece: int, spot: shapely.Point, *, outside: bool) -> bool:
        at, along = self._set(piece, spot)
        across = np.array([-along[1], along[0]]) * _STEP_M
        behind, ahead = (int(one) for one in self._areas.smallest_at(np.array([at - across, at + across])))
        return behind != ahead and (_OUTSIDE in {behind, ahead}) is outside

    def _far(self, piece: int, spot: shapely.Point) -> float:
        return round(float(self._pieces[piece].distance(spot)), 3)

    def _set(self, piece: int, spot: shapely.Point) -> tuple[np.ndarray, np.ndarray]:
        """The point of a piece nearest to a spot, and the unit vector along it."""
        wall = self._pieces[piece]
        start, end = (np.array(corner) for corner in wall.coords)
        along = (end - start) / max(float(np.hypot(*(end - start))), 1e-9)
        return np.array(wall.interpolate(wall.project(spot)).coords[0]), along


def _pieces(unit: Unit) -> Iterator[shapely.LineString]:
    for rings in unit.polygons:
        for ring in rings:
            for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
                yield shapely.LineString([here, there])
