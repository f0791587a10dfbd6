"""Directions and lines: which way one turns, how a walked line reads as a few straight stretches."""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from math import atan2, degrees, hypot

from data.records.building import Point

_BEND_DEGREES = 35.0
"""Less is no turn that one would speak of."""
_BEHIND_DEGREES = 140.0
_WIGGLE_M = 0.8
_SHORT_M = 2.0
"""A stretch shorter than this is part of a turn."""


class Side(Enum):
    """Where something lies for somebody who looks ahead."""

    AHEAD = auto()
    LEFT = auto()
    RIGHT = auto()
    BEHIND = auto()


def side_of(looking: Point, towards: Point) -> Side:
    """Where a direction points for somebody looking along another; y points down, so right is clockwise."""
    turn = degrees(atan2(looking[0] * towards[1] - looking[1] * towards[0], _dot(looking, towards)))
    if abs(turn) < _BEND_DEGREES:
        return Side.AHEAD
    if abs(turn) > _BEHIND_DEGREES:
        return Side.BEHIND
    return Side.RIGHT if turn > 0 else Side.LEFT


def direction(start: Point, end: Point) -> Point:
    """The unit vector from a point to another; of no length, up."""
    length = distance(start, end)
    return ((end[0] - start[0]) / length, (end[1] - start[1]) / length) if length else (0.0, -1.0)


def distance(start: Point, end: Point) -> float:
    """Metres between two points."""
    return hypot(end[0] - start[0], end[1] - start[1])


def length_of(points: Sequence[Point]) -> float:
    """Metres along a line."""
    return sum(distance(here, there) for here, there in pairwise(points))


def stretches(points: Sequence[Point]) -> list[int]:
    """Positions in a line between which it is straight to a walker, first and last included.

    Wiggles of less than 0.8 m do not count, nor bends of less than 35 degrees.
    """
    marks = _merged(points, _marks(points, 0, len(points) - 1))
    kept = [marks[0]]
    for position, mark in enumerate(marks[1:-1], start=1):
        before, after = direction(points[kept[-1]], points[mark]), direction(points[mark], points[marks[position + 1]])
        if side_of(before, after) is not Side.AHEAD:
            kept.append(mark)
    return [*kept, marks[-1]]


def straightened(points: Sequence[Point], tolerance_m: float = 0.12) -> list[int]:
    """Positions in a line that keep its shape to within a hand's breadth (Douglas and Peucker 1973)."""
    return _marks(points, 0, len(points) - 1, tolerance_m)


def _marks(points: Sequence[Point], first: int, last: int, tolerance_m: float = _WIGGLE_M) -> list[int]:
    if last - first < 2:  # noqa: PLR2004 - nothing between
        return [first, last] if last > first else [first]
    offsets = [_offset(points[first], points[last], point) for point in points[first + 1 : last]]
    widest = max(offsets)
    if widest <= tolerance_m:
        return [first, last]
    middle = first + 1 + offsets.index(widest)
    return [*_marks(points, first, middle, tolerance_m)[:-1], *_marks(points, middle, last, tolerance_m)]


def _merged(points: Sequence[Point], marks: list[int]) -> list[int]:
    """Without marks that begin or end a stretch too short to speak of; the ends stay."""
    kept = [marks[0]]
    for mark in marks[1:-1]:
        if distance(points[kept[-1]], points[mark]) >= _SHORT_M:
            kept.append(mark)
    if len(kept) > 1 and distance(points[kept[-1]], points[marks[-1]]) < _SHORT_M:
        kept.pop()
    return [*kept, marks[-1]] if marks[-1] != kept[-1] else kept


def _offset(start: Point, end: Point, point: Point) -> float:
    """Distance of a point from the piece between two others."""
    along = (end[0] - start[0], end[1] - start[1])
    squared = _dot(along, along)
    towards = (point[0] - start[0], point[1] - start[1])
    share = min(1.0, max(0.0, _dot(towards, along) / squared)) if squared else 0.0
    return hypot(towards[0] - share * along[0], towards[1] - share * along[1])


def _dot(one: Point, other: Point) -> float:
    return one[0] * other[0] + one[1] * other[1]
