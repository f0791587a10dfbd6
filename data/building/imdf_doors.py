"""Openings of IMDF that are no lines, as hurried programs write them: a point becomes a door along its wall."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely

from data.records.building import Point, Ring, Unit

WIDTH_M = 0.9
_NEAR_M = 1.0


def along_the_wall(at: Point, units: Sequence[Unit]) -> Ring | None:
    """A door of the usual width at a point, along the nearest wall of a unit; None where none is near."""
    spot = shapely.Point(at)
    sides = [
        shapely.LineString(side)
        for unit in units
        for rings in unit.polygons
        for ring in rings
        for side in pairwise((*ring, ring[0]))
        if side[0] != side[1]
    ]
    nearest = min(sides, key=lambda side: float(side.distance(spot)), default=None)
    if nearest is None or nearest.distance(spot) > _NEAR_M:
        return None
    start, end = np.array(nearest.coords)
    half = (end - start) / np.hypot(*(end - start)) * WIDTH_M / 2
    return (at[0] - half[0], at[1] - half[1]), (at[0] + half[0], at[1] + half[1])
