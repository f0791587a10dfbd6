"""Takes a stride apart for telling: first steps away from a wall or out of a lift, the line, last steps to a door."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from data.building.ways.bearing import direction, distance, length_of
from data.building.ways.course import Ride, Stride
from data.building.ways.gates import Gate
from data.building.ways.ground import Ground
from data.building.ways.spaces import Kind
from data.records.building import Point

_STUB_M = 2.6
"""The last steps from the middle of a corridor to a door, or the first from it."""
WORTH_TELLING_M = 1.5
"""A line shorter than this is not told by itself."""
INSIDE_M = 0.8
"""A way begins and ends this far inside a room, so that one sees which side of the wall is meant.

Nobody knows where in it somebody sits, and networks that people draw by hand reach from door to door too.
"""


@dataclass(frozen=True, slots=True)
class Walk:
    """A stride in three parts that share their ends, what came before it, and where one looks as the line begins."""

    stride: Stride
    before: Stride | Ride | None
    lead: tuple[Point, ...]
    line: tuple[Point, ...]
    stub: tuple[Point, ...]
    looking: Point
    doors: frozenset[Point]

    @property
    def told(self) -> bool:
        """Whether the line is long enough to be a leg of its own; else its points belong to what follows."""
        return length_of(self.line) >= WORTH_TELLING_M

    @property
    def ending(self) -> tuple[Point, ...]:
        """The points of the last steps, with all before them where the line is not told."""
        return self.stub if self.told else (*self.lead, *self.line[:-1], *self.stub)

    @property
    def heading(self) -> Point:
        """Where one looks at the end of a line too short to be told."""
        return direction(self.line[0], self.line[-1]) if self.before and len(self.line) > 1 else self.looking


def walk_of(
    ground: Ground, stride: Stride, before: Stride | Ride | None, facing_degrees: float | None, goal: Point | None
) -> Walk:
    """Take a stride apart that ends at `goal`: behind its last gate, in a stair or lift, or (None) in a hall."""
    points = [spot.at for spot in stride.spots]
    if before is None and facing_degrees is None and len(points) > 1 and _is_gate(ground, stride.spots[1].number):
        points[0] = _behind_the_door(ground, stride)
    first, looking = _set_out(ground, stride, before, facing_degrees)
    last = _end_of_line(ground, stride, first, goal)
    tail = points[last:] if goal is None or goal == points[-1] else [*points[last:], goal]
    doors = frozenset(spot.at for spot in stride.spots[first + 1 : -1] if _is_door(ground, spot.number))
    line = tuple(points[first : last + 1])
    return Walk(stride, before, tuple(points[:first]), line, tuple(tail), looking, doors)


def through(gate: Gate, behind: Point) -> Point:
    """The direction across a gate, away from a point behind it."""
    towards = (gate.at[0] - behind[0], gate.at[1] - behind[1])
    same = towards[0] * gate.across[0] + towards[1] * gate.across[1] >= 0
    return gate.across if same else (-gate.across[0], -gate.across[1])


def _behind_the_door(ground: Ground, stride: Stride) -> Point:
    """Where a way out of a room begins: at most a step behind its door."""
    start, door = stride.spots[0].at, ground.gates[stride.spots[1].number]
    ahead = through(door, start)
    depth = min(INSIDE_M, distance(start, door.at))
    return door.at[0] - ahead[0] * depth, door.at[1] - ahead[1] * depth


def _end_of_line(ground: Ground, stride: Stride, first: int, goal: Point | None) -> int:
    """The position where the last steps begin: at the last gate, or where one turned to it from the middle."""
    last = len(stride.spots) - 1
    if goal is None:
        return last
    if goal == stride.spots[-1].at and last > first and _is_gate(ground, stride.spots[last - 1].number):
        last -= 1
    near = last - first > 1 and distance(stride.spots[last - 1].at, stride.spots[last].at) <= _STUB_M
    return last - 1 if near else last


def _set_out(
    ground: Ground, stride: Stride, before: Stride | Ride | None, facing_degrees: float | None
) -> tuple[int, Point]:
    """Where the line begins, and where one looks there: as the kiosk faces, or straight out of the room or lift."""
    points = [spot.at for spot in stride.spots]
    if before is None and facing_degrees is not None:
        facing = radians(facing_degrees)
        return _after_stub(points, 0), (sin(facing), -cos(facing))
    if not isinstance(before, Stride) and len(points) > 2 and _is_gate(ground, stride.spots[1].number):  # noqa: PLR2004
        return _after_stub(points, 1), through(ground.gates[stride.spots[1].number], points[0])
    return _after_stub(points, 0), direction(points[0], points[1])


def _after_stub(points: Sequence[Point], first: int) -> int:
    """Past a short step, unless hardly anything follows."""
    short = len(points) - first > 2 and distance(points[first], points[first + 1]) <= _STUB_M  # noqa: PLR2004
    return first + 1 if short and length_of(points[first + 1 :]) > WORTH_TELLING_M else first


def _is_gate(ground: Ground, number: int) -> bool:
    return number < len(ground.gates)


def _is_door(ground: Ground, number: int) -> bool:
    """Whether one would speak of a door: a lift's goes without saying."""
    if not _is_gate(ground, number) or not ground.gates[number].door:
        return False
    return all(ground.spaces[space].kind is not Kind.CHANGE for space in ground.gates[number].spaces)
