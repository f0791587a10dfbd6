"""A flow chart as QML draws it: the coordinates of the edition, with lines ready as paths."""

from dataclasses import dataclass

from data.records import Arrow, Box, Drawing, Lane
from data.records.building import Point

HEAD = 2.8
"""Length of an arrowhead, in drawing units."""
_PADDING = 2.2
"""What a box keeps free around its text; as the layout reckons (data/flows/measure.py)."""
_INSIDE_DIAMOND = 24 / 42
_INSIDE_CIRCLE = 0.9
_SMALLER = 0.92
"""Size of the text of what stands beside a step, as a part of the chart's."""


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane: who acts in it. One that lies (`flat`) has its name at its left end, turned; `head` is how deep it is."""

    name: str
    atX: float
    atY: float
    across: float
    down: float
    flat: bool
    head: float


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A box: `step` is the number of the step it stands for, 0 where it stands for none.

    `room` is how wide its text may run, `size` the height of a Hanzi.
    """

    step: int
    shape: str
    atX: float
    atY: float
    across: float
    down: float
    words: str
    risk: str
    room: float
    size: float


@dataclass(frozen=True, slots=True)
class LabelRow:
    """The words on a line, around a middle."""

    words: str
    middle: float
    level: float


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of a chart as SVG paths: whole ones, dashed ones, and the heads of arrows to be filled."""

    whole: str
    dashed: str
    heads: str


def lane_row(lane: Lane, drawing: Drawing) -> LaneRow:
    """A lane; one without a height of its own is as high as the drawing."""
    head = 9.0 if lane.flat else drawing.header or 9.0
    return LaneRow(lane.name, lane.x, lane.y, lane.width, lane.height or drawing.height, lane.flat, head)


def box_row(box: Box, drawing: Drawing) -> BoxRow:
    """A box with the room its text has."""
    size = drawing.text_size * (_SMALLER if box.shape in {"risk", "document"} else 1)
    return BoxRow(box.number, box.shape, box.x, box.y, box.width, box.height, box.text, box.risk, _room_in(box), size)


def _room_in(box: Box) -> float:
    match box.shape:
        case "decision" | "parallel":
            return box.width * _INSIDE_DIAMOND
        case "text":
            return box.width
        case "start" | "end" | "event" if abs(box.width - box.height) < 1:
            return box.width * _INSIDE_CIRCLE
        case _:
            return box.width - 2 * _PADDING


def lines_of(arrows: tuple[Arrow, ...]) -> Lines:
    """The paths of all arrows; what joins a step to something beside it is dashed and has no head."""
    return Lines(
        " ".join(_path(arrow) for arrow in arrows if not arrow.dashed),
        " ".join(_path(arrow) for arrow in arrows if arrow.dashed),
        " ".join(_head(*arrow.points[-2:]) for arrow in arrows if not arrow.dashed),
    )


def label_rows(arrows: tuple[Arrow, ...]) -> tuple[LabelRow, ...]:
    """The labels there are."""
    return tuple(LabelRow(arrow.label, *(arrow.label_at or arrow.points[0])) for arrow in arrows if arrow.label)


def _path(arrow: Arrow) -> str:
    return "M" + " L".join(f"{x:g},{y:g}" for x, y in arrow.points)


def _head(before: Point, tip: Point) -> str:
    (x, y), (from_x, from_y) = tip, before
    length = ((x - from_x) ** 2 + (y - from_y) ** 2) ** 0.5 or 1.0
    along, across = (x - from_x) / length * HEAD, (y - from_y) / length * HEAD
    corners = (
        tip,
        (x - along - across * 0.45, y - across + along * 0.45),
        (x - along + across * 0.45, y - across - along * 0.45),
    )
    return "M" + " L".join(f"{px:.2f},{py:.2f}" for px, py in corners) + " Z"
