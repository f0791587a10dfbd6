"""Where the labels of arrows stand: near the beginning, clear of their box and of each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.flows.measure import TEXT, width_of
from data.records import Arrow, Box
from data.records.building import Point

_CLEAR = 1.0
"""Between a label and the line it stands at."""

_BELOW = TEXT * 0.8
"""From the lower edge of a box to the middle of a label under it."""


@dataclass(frozen=True, slots=True)
class _Area:
    """Something that takes room around its middle; a decision is a diamond, whose corners are free."""

    x: float
    y: float
    width: float
    height: float
    diamond: bool = False

    def meets(self, other: "_Area") -> bool:
        """Whether a rectangle has some area in common with it."""
        across = max(0.0, abs(other.x - self.x) - other.width / 2) / (self.width / 2)
        down = max(0.0, abs(other.y - self.y) - other.height / 2) / (self.height / 2)
        return across + down < 1 if self.diamond else max(across, down) < 1


def labelled(arrows: Sequence[Arrow], boxes: Mapping[int, Box], others: Sequence[Box] = ()) -> tuple[Arrow, ...]:
    """The same arrows, each with the place of its label, if it has one.

    `boxes` are the steps by number, `others` what stands beside them: a label covers none, nor another label.
    """
    taken = [
        _Area(box.x + box.width / 2, box.y + box.height / 2, box.width, box.height, box.shape == "decision")
        for box in (*boxes.values(), *others)
    ]
    placed: list[Arrow] = []
    for arrow in arrows:
        at = None
        if arrow.label:
            at = _clear_place(arrow, arrows, boxes, taken, len(boxes) + len(others))
            taken.append(_Area(*at, width_of(arrow.label), TEXT))
        placed.append(replace(arrow, label_at=at))
    return tuple(placed)


def _clear_place(
    arrow: Arrow, arrows: Sequence[Arrow], boxes: Mapping[int, Box], taken: Sequence[_Area], fixed: int
) -> Point:
    """The usual place of a label; where something is there already, the first free one along its arrow.

    Where all is full, a place on another label is better than one on a box.
    """
    width = width_of(arrow.label)
    usual = _place(arrow, arrows, boxes)
    along = [_rounded(*place) for apart in (TEXT, TEXT / 4) for place in _along(arrow.points, width / 2, apart)]
    areas = [(place, _Area(*place, width, TEXT)) for place in (usual, *along)]
    free = (place for kept_clear in (taken, taken[:fixed]) for place, area in areas if _is_clear(area, kept_clear))
    return next(free, usual)


def _is_clear(label: _Area, taken: Sequence[_Area]) -> bool:
    return label.x >= label.width / 2 and not any(area.meets(label) for area in taken)


def _along(points: Sequence[Point], half: float, apart: float) -> Iterator[Point]:
    """Places on both sides of an arrow's stretches, from its beginning on, so far apart."""
    for (x, y), (after_x, after_y) in pairwise(points):
        upright = x == after_x
        length = abs(after_y - y) + abs(after_x - x)
        forward = 1 if after_x + after_y > x + y else -1
        first = _BELOW if upright else half + _CLEAR / 2
        for step in range(max(1, int((length - first) / apart) + 1)):
            on = forward * min(first + step * apart, max(length - TEXT / 2, length / 2))
            for side in (1, -1):
                if upright:
                    yield x + side * (half + _CLEAR), y + on
                else:
                    yield x + on, y - side * (TEXT / 2 + _CLEAR / 2)


def _place(arrow: Arrow, arrows: Sequence[Arrow], boxes: Mapping[int, Box]) -> Point:
    source = boxes[arrow.source]
    (x, y), after = arrow.points[0], arrow.points[1]
    half = width_of(arrow.label) / 2
    if y != after[1]:
        return _rounded(x + _side(arrow, arrows) * (half + _CLEAR), y + _BELOW)
    return _beside(source, arrow, half)


def _side(arrow: Arrow, arrows: Sequence[Arrow]) -> int:
    """On which side of its stub a label stands (1 right, -1 left) where an arrow leaves downwards.

    An arrow that turns has its label on that side; one that goes straight where no other turns.
    """
    turn = _turn(arrow)
    if turn:
        return turn
    turns = {_turn(other) for other in arrows if other.points[0] == arrow.points[0] and other.label}
    return -1 if 1 in turns and -1 not in turns else 1


def _turn(arrow: Arrow) -> int:
    """To which side an arrow that leaves downwards turns first; 0 where it goes straight on."""
    if len(arrow.points) < 3:  # noqa: PLR2004 - a straight line has two ends
        return 0
    return 1 if arrow.points[2][0] > arrow.points[1][0] else -1


def _beside(source: Box, arrow: Arrow, half: float) -> Point:
    """Above the first stretch sideways; where that is short, above the slope of the decision it leaves."""
    (x, y), after = arrow.points[0], arrow.points[1]
    outward = 1 if after[0] > x else -1
    room = abs(after[0] - x)
    over = min(max(0.0, 2 * half + _CLEAR - room), source.width / 2 - _CLEAR)
    lift = over * source.height / source.width + TEXT / 2 + _CLEAR / 2
    return _rounded(x + outward * (half + _CLEAR if over <= 0 else half + _CLEAR / 2 - over), y - lift)


def _rounded(x: float, y: float) -> Point:
    return round(x, 2), round(y, 2)
