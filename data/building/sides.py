"""Finds which two units each door joins, as a person would: step through it both ways and see where one stands.

Real drawings put doors beside the wall they belong to, leave walls as gaps between rooms, or draw the leaf
instead of the opening, so the step grows until it meets a unit, and at last the nearest units count.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from data.building.categories import SOLID
from data.building.shapes import shape_of
from data.records.building import Door, Point, Ring, Unit

_STEPS_M = (0.1, 0.25, 0.45, 0.7)
_BESIDE_M = (0.25, 0.35, 0.45, 0.55, 0.65, 0.75)
"""So far beside its wall, and deep in one of its rooms, a door may be drawn: the other room lies across it."""
_NEAR_M = 0.35
"""A door that no step leads out of joins units this near to its middle."""
_NOBODY = -1

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A door: its middle, the unit vector across it, the areas (indices) behind and ahead of it; None is outside.

    `across` points from behind to ahead.
    """

    door: Door
    at: Point
    across: Point
    behind: int | None
    ahead: int | None

    @property
    def sides(self) -> tuple[int, ...]:
        """The different areas it touches."""
        return tuple(dict.fromkeys(side for side in (self.behind, self.ahead) if side is not None))


class Areas:
    """Shapes that one can stand in, with an index; numbered as given."""

    def __init__(self, shapes: Sequence[BaseGeometry]) -> None:
        self.shapes = tuple(shapes)
        self.sizes = np.array([shape.area for shape in self.shapes])
        self._tree = shapely.STRtree(self.shapes)

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "Areas":
        """A floor's units; nobody stands in a wall, so those are empty."""
        nothing = shapely.Polygon()
        return cls([nothing if unit.category in SOLID else shape_of(unit.polygons) for unit in units])

    def smallest_at(self, points: Floats) -> NDArray[np.intp]:
        """For each of (n, 2) points the smallest area that holds it (a room drawn over a hall wins), or -1."""
        found = np.full(len(points), _NOBODY, dtype=np.intp)
        if not self.shapes or not len(points):
            return found
        which, numbers = self._tree.query(shapely.points(points), predicate="intersects")
        order = np.argsort(-self.sizes[numbers], kind="stable")
        found[which[order]] = numbers[order]
        return found

    def nearest_two(self, at: Floats, within_m: float) -> list[int]:
        """Up to two areas whose edge is nearest to a point, nearest first."""
        spot = shapely.Point(at)
        near = self._tree.query(spot, predicate="dwithin", distance=within_m)
        ranked = sorted((shapely.distance(self.shapes[number].boundary, spot), int(number)) for number in near)
        return [number for distance, number in ranked if distance <= within_m][:2]


def thresholds(doors: Sequence[Door], areas: Areas) -> tuple[Threshold, ...]:
    """Every door with what lies on either side of it, in the order given."""
    if not doors:
        return ()
    lines = [shapely.LineString(door.line) for door in doors]
    middles = np.array([line.interpolate(0.5, normalized=True).coords[0] for line in lines])
    across = np.array([_across(door.line) for door in doors])
    behind, ahead = (_step_out(areas, middles, across * sign) for sign in (-1.0, 1.0))
    _look_across(areas, middles, across, behind, ahead)
    return tuple(
        _threshold(areas, door, middles[row], across[row], (int(behind[row]), int(ahead[row])))
        for row, door in enumerate(doors)
    )


def _across(line: Ring) -> Point:
    along = np.subtract(line[-1], line[0])
    length = float(np.hypot(*along))
    if length == 0:
        return 0.0, 1.0
    return float(-along[1] / length), float(along[0] / length)


def _step_out(areas: Areas, middles: Floats, direction: Floats) -> NDArray[np.intp]:
    found = np.full(len(middles), _NOBODY, dtype=np.intp)
    for step in _STEPS_M:
        waiting = np.flatnonzero(found == _NOBODY)
        found[waiting] = areas.smallest_at(middles[waiting] + direction[waiting] * step)
    return found


def _look_across(
    areas: Areas, middles: Floats, across: Floats, behind: NDArray[np.intp], ahead: NDArray[np.intp]
) -> None:
    """Doors with one room on both sides: the first other room across them, where just one side has one, counts."""
    for step in _BESIDE_M:
        inside = np.flatnonzero((behind == ahead) & (behind != _NOBODY))
        back = areas.smallest_at(middles[inside] - across[inside] * step)
        forth = areas.smallest_at(middles[inside] + across[inside] * step)
        other_back = (back != _NOBODY) & (back != behind[inside])
        other_forth = (forth != _NOBODY) & (forth != behind[inside])
        only_back, only_forth = other_back & ~other_forth, other_forth & ~other_back
        behind[inside[only_back]] = back[only_back]
        ahead[inside[only_forth]] = forth[only_forth]


def _threshold(areas: Areas, door: Door, middle: Floats, across: Floats, sides: tuple[int, int]) -> Threshold:
    behind, ahead = sides
    if behind == ahead:
        near = areas.nearest_two(middle, _NEAR_M)
        behind, ahead = near if len(near) == len(sides) else (behind, _NOBODY)
    return Threshold(
        door,
        (float(middle[0]), float(middle[1])),
        (float(across[0]), float(across[1])),
        None if behind == _NOBODY else behind,
        None if ahead == _NOBODY else ahead,
    )
