"""Which points of a space see each other: the straight lines a walker may take between doors and corners.

Lines between points away from the walls stay in the free space. A line to a door must end at the wall, so it may
come near the wall within reach of the door, and nowhere else.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from data.building.shapes import grown

Floats = NDArray[np.float64]
Pairs = NDArray[np.intp]

_TOLERANCE_M = 0.02
_ELBOW_M = 0.25
"""Nobody cuts a corner nearer to the wall than an elbow."""
_DOORWAY_M = 0.7
_SHORT_CUT_M = 25.0
"""Farther away than this one walks out of a door before one turns."""
_STUB_M = 2.5
_AHEAD = 0.7
"""Cosine of the angle at which one may set out from a door."""
_STRAIGHT = 1e-9
_COLLINEAR = 1e-4
"""Sine of an angle that is none: a centimetre in a hundred metres."""
_MANY_CORNERS = 700
_NEAREST_CORNERS = 60


@dataclass(frozen=True, slots=True)
class Sight:
    """A space made ready for looking: its free part, that with a margin for rounding, and the corners in it."""

    shape: Polygon
    free: BaseGeometry
    seen_over: BaseGeometry
    corners: Floats
    before: Floats
    after: Floats


def sight_of(shape: Polygon, free: BaseGeometry) -> Sight:
    """Find the corners around which a walker in `free` turns: those that point into it."""
    seen_over = grown(free, _TOLERANCE_M)
    shapely.prepare(seen_over)
    corners, before, after = (np.concatenate(parts) for parts in zip(*_turning_corners(free), strict=True))
    return Sight(shape, free, seen_over, corners, before, after)


def _turning_corners(free: BaseGeometry) -> list[tuple[Floats, Floats, Floats]]:
    nothing = np.empty((0, 2))
    found = [(nothing, nothing, nothing)]
    for part in shapely.get_parts(free):
        oriented = shapely.geometry.polygon.orient(part)
        for ring in (oriented.exterior, *oriented.interiors):
            points = np.array(ring.coords)[:-1, :2]
            before, after = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
            inward = _cross(points - before, after - points) < -_STRAIGHT
            found.append((points[inward], before[inward], after[inward]))
    return found


def corner_pairs(sight: Sight) -> Pairs:
    """(n, 2) indices of corners that see each other along a line that both can be rounded on."""
    count = len(sight.corners)
    first, second = np.triu_indices(count, 1)
    if count > _MANY_CORNERS:
        near = _near_pairs(sight.corners)
        first, second = near[:, 0], near[:, 1]
    fits = _rounds(sight, first, sight.corners[second]) & _rounds(sight, second, sight.corners[first])
    first, second = first[fits], second[fits]
    seen = _within(sight.seen_over, sight.corners[first], sight.corners[second])
    return np.column_stack((first[seen], second[seen]))


def corners_from(sight: Sight, points: Floats) -> Pairs:
    """(n, 2): of a point, and of a corner it sees and can round."""
    first, second = _all_pairs(len(points), len(sight.corners))
    fits = _rounds(sight, second, points[first])
    first, second = first[fits], second[fits]
    seen = _within(sight.seen_over, points[first], sight.corners[second])
    return np.column_stack((first[seen], second[seen]))


def points_from(sight: Sight, points: Floats, others: Floats) -> Pairs:
    """(n, 2): of a point, and of another it sees through the free space."""
    first, second = _all_pairs(len(points), len(others))
    seen = _within(sight.seen_over, points[first], others[second])
    return np.column_stack((first[seen], second[seen]))


def doorways(shape: Polygon, gates: Floats) -> BaseGeometry:
    """Where lines to doors may run: the space an elbow away from its walls, and all of it around the doors."""
    near = shapely.union_all(shapely.buffer(shapely.points(gates), _DOORWAY_M, quad_segs=4))
    inner = grown(shape, -_ELBOW_M)
    allowed = grown(inner.union(near.intersection(shape)), _TOLERANCE_M)
    shapely.prepare(allowed)
    return allowed


def straight_from_doors(allowed: BaseGeometry, gates: Floats, others: Floats, across: Floats | None = None) -> Pairs:
    """(n, 2): of a door, and of a point not far off that one can walk to from it without bending.

    With `across`, unit vectors across the doors, only lines that leave the door more ahead than sideways.
    """
    first, second = _all_pairs(len(gates), len(others))
    lines = others[second] - gates[first]
    lengths = np.hypot(lines[:, 0], lines[:, 1])
    fits = lengths <= _SHORT_CUT_M
    if across is not None:
        fits &= np.abs(np.sum(lines * across[first], axis=1)) >= _AHEAD * lengths
    first, second = first[fits], second[fits]
    seen = _within(allowed, gates[first], others[second])
    return np.column_stack((first[seen], second[seen]))


def way_in(sight: Sight, at: Floats, across: Floats) -> Floats:
    """For each of (n, 2) doors the point of the free space one comes to: straight ahead if possible, else nearest."""
    nearest = nearest_in(sight, at)
    hits = [_first_hit(sight, at, at + across * reach) for reach in (_STUB_M, -_STUB_M)]
    reach = [np.hypot(*(hit - at).T) for hit in hits]
    straight = np.where((reach[0] <= reach[1])[:, None], hits[0], hits[1])
    found: Floats = np.where(np.isfinite(straight), straight, nearest)
    return found


def _first_hit(sight: Sight, start: Floats, end: Floats) -> Floats:
    """Where each line from start to end first meets the free space; infinite where it never does."""
    lines = shapely.linestrings(np.stack((start, end), axis=1))
    hits = np.asarray(shapely.intersection(lines, sight.free), dtype=object)
    met = ~shapely.is_empty(hits)
    near = shapely.get_coordinates(shapely.shortest_line(shapely.points(start[met]), hits[met]))
    found = np.full_like(start, np.inf)
    found[met] = near.reshape(-1, 2, 2)[:, 1]
    return found


def nearest_in(sight: Sight, at: Floats) -> Floats:
    """For each of (n, 2) points the nearest of the free space."""
    free = np.full(len(at), sight.free, dtype=object)
    return shapely.get_coordinates(shapely.shortest_line(shapely.points(at), free)).reshape(-1, 2, 2)[:, 1]


def _rounds(sight: Sight, corner: Pairs, point: Floats) -> NDArray[np.bool_]:
    """Whether a line to a corner grazes it, so that a walker can go on around it: no shortest way does otherwise."""
    towards = sight.corners[corner] - point
    one = _sine(towards, sight.before[corner] - point)
    other = _sine(towards, sight.after[corner] - point)
    # Doors lie along the very wall whose end is the corner: there rounding decides the sign.
    along = np.minimum(np.abs(one), np.abs(other)) < _COLLINEAR
    grazes: NDArray[np.bool_] = (one * other >= 0) | along
    return grazes


def _near_pairs(corners: Floats) -> Pairs:
    """Pairs of corners near each other, where there are too many to try all."""
    pairs = []
    for row in range(len(corners)):
        distance = np.hypot(*(corners[row + 1 :] - corners[row]).T)
        near = np.sort(np.argsort(distance, kind="stable")[:_NEAREST_CORNERS]) + row + 1
        pairs.append(np.column_stack((np.full(len(near), row), near)))
    return np.concatenate(pairs)


def _all_pairs(count: int, others: int) -> tuple[Pairs, Pairs]:
    first, second = np.divmod(np.arange(count * others), max(others, 1))
    return first, second


def _within(area: BaseGeometry, start: Floats, end: Floats) -> NDArray[np.bool_]:
    return np.asarray(shapely.covers(area, shapely.linestrings(np.stack((start, end), axis=1))), dtype=np.bool_)


def _sine(one: Floats, other: Floats) -> Floats:
    """The sine of the angle from one direction to another; 0 where either has no length."""
    lengths = np.hypot(one[:, 0], one[:, 1]) * np.hypot(other[:, 0], other[:, 1])
    found: Floats = _cross(one, other) / np.where(lengths > 0, lengths, 1.0)
    return found


def _cross(one: Floats, other: Floats) -> Floats:
    product: Floats = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    return product
