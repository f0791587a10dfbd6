"""Where the labels of arrows stand: near the beginning, clear of their box and of each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.flows.measure import TEXT, width_of
from data.records import Arrow, Box
from data.records.building import Point

_CLEAR = 1.0
"""Between a label and the line it stands at."""

_BELOW = TEXT * 0.8
"""From the lower edge of a box to the middle of a label under it."""


def labelled(arrows: Sequence[Arrow], boxes: Mapping[int, Box]) -> tuple[Arrow, ...]:
    """The same arrows, each with the place of its label, if it has one."""
    return tuple(replace(arrow, label_at=_place(arrow, arrows, boxes)) if arrow.label else arrow for arrow in arrows)


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
