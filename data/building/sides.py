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
from data.records.building import Door, Floor, Unit

_STEPS_M = (0.1, 0.25, 0.45, 0.7)
_NEAR_M = 0.35
"""A door that no step leads out of joins units this near to its middle."""
_NOBODY = -1

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A door: its middle, the unit vector across it, the units (indices) on either side; None is outside."""

    door: Door
    at: tuple[float, float]
    across: tuple[float, float]
    behind: int | None
    ahead: int | None

    @property
    def sides(self) -> tuple[int, ...]:
        """The different units it touches."""
        return tuple(dict.fromkeys(side for side in (self.behind, self.ahead) if side is not None))


class UnitShapes:
    """A floor's units as geometry with an index; the order is that of `floor.units`."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.shapes: list[BaseGeometry] = [shape_of(unit.polygons) for unit in units]
        self.areas = np.array([shape.area for shape in self.shapes])
        standable = [number for number, unit in enumerate(units) if unit.category not in SOLID]
        self._numbers = np.array(standable, dtype=np.intp)
        self._tree = shapely.STRtree([self.shapes[number] for number in standable])

    def smallest_at(self, points: Floats) -> NDArray[np.intp]:
        """For each of (n, 2) points the smallest unit that holds it (a room drawn over a hall wins), or -1."""
        found = np.full(len(points), _NOBODY, dtype=np.intp)
        if not len(self._numbers) or not len(points):
            return found
        which, where = self._tree.query(shapely.points(points), predicate="intersects")
        numbers = self._numbers[where]
        order = np.argsort(-self.areas[numbers], kind="stable")
        found[which[order]] = numbers[order]
        return found

    def nearest_two(self, point: Floats, within_m: float) -> list[int]:
        """Up to two units whose edge is nearest to a point, nearest first."""
        spot = shapely.Point(point)
        near = self._numbers[self._tree.query(spot, predicate="dwithin", distance=within_m)]
        ranked = sorted((shapely.distance(self.shapes[number].boundary, spot), int(number)) for number in near)
        return [number for distance, number in ranked if distance <= within_m][:2]


def thresholds(floor: Floor, shapes: UnitShapes | None = None) -> tuple[Threshold, ...]:
    """Every door of a floor with what lies on either side of it, in the order of `floor.doors`."""
    if not floor.doors:
        return ()
    shapes = shapes or UnitShapes(floor.units)
    lines = [shapely.LineString(door.line) for door in floor.doors]
    middles = np.array([line.interpolate(0.5, normalized=True).coords[0] for line in lines])
    across = np.array([_across(door.line) for door in floor.doors])
    behind, ahead = (_step_out(shapes, middles, across * sign) for sign in (-1.0, 1.0))
    return tuple(
        _threshold(shapes, door, middles[row], across[row], (int(behind[row]), int(ahead[row])))
        for row, door in enumerate(floor.doors)
    )


def _across(line: Sequence[tuple[float, float]]) -> tuple[float, float]:
    along = np.subtract(line[-1], line[0])
    length = float(np.hypot(*along))
    if length == 0:
        return 0.0, 1.0
    return float(-along[1] / length), float(along[0] / length)


def _step_out(shapes: UnitShapes, middles: Floats, direction: Floats) -> NDArray[np.intp]:
    found = np.full(len(middles), _NOBODY, dtype=np.intp)
    for step in _STEPS_M:
        waiting = np.flatnonzero(found == _NOBODY)
        found[waiting] = shapes.smallest_at(middles[waiting] + direction[waiting] * step)
    return found


def _threshold(shapes: UnitShapes, door: Door, middle: Floats, across: Floats, sides: tuple[int, int]) -> Threshold:
    behind, ahead = sides
    if behind == ahead:
        near = shapes.nearest_two(middle, _NEAR_M)
        if len(near) == 2:  # noqa: PLR2004 - two sides
            behind, ahead = near
    if behind == ahead:
        ahead = _NOBODY
    return Threshold(
        door,
        (float(middle[0]), float(middle[1])),
        (float(across[0]), float(across[1])),
        None if behind == _NOBODY else behind,
        None if ahead == _NOBODY else ahead,
    )
