"""Colours and words of a flow chart's boxes, for everything that draws one here: never told apart by colour alone."""

from data.records import Box

INK = "#14263a"
LINE = "#3c4a5a"
LANE = "#c3ccd6"
LANE_HEAD = "#e8eef5"

_FILLS = {"start": "#e3f1e6", "end": "#eceff3", "decision": "#fff6dd", "parallel": "#f3eefb", "document": "#f4f7fb"}
_EDGES = {
    "start": "#2f7d46",
    "end": "#5b6777",
    "decision": "#a97800",
    "parallel": "#6a4fa3",
    "document": "#6c8299",
    "event": "#8a6d1f",
    "group": "#8d99a6",
}

RISKS = {
    "high": ("#b3261e", "高"),
    "medium": ("#b06000", "中"),
    "low": ("#33691e", "低"),
    "ungraded": ("#5b6777", "险"),
}
"""Colour and word of a risk's level."""

SMALL = frozenset(("risk", "document"))
"""Shapes whose text is a little smaller."""

SMALLER = 0.92


ROUND = ("start", "end", "event")
_SHARP = 1.2
_MOST_ROUND = 6.5
"""Of a corner: in a rounder one the ends of the first line of three would not fit."""


def corner_of(box: Box) -> float:
    """How round a box's corners are. What begins and ends is round, a circle wholly."""
    if box.shape not in ROUND:
        return _SHARP
    is_circle = abs(box.width - box.height) < 1
    return min(box.width / 2, box.height / 2, box.width if is_circle else _MOST_ROUND)


def fill_of(shape: str) -> str:
    """What a box is filled with."""
    return "#fffafa" if shape == "risk" else _FILLS.get(shape, "#ffffff")


def edge_of(shape: str, risk: str) -> str:
    """The colour of a box's edge; that of a risk is its level's."""
    return RISKS[risk or "ungraded"][0] if shape == "risk" else _EDGES.get(shape, "#2b5c8a")
