"""A flow chart laid out: boxes, lanes and arrows in units of its own, ready to be drawn at any size."""

from dataclasses import dataclass

from data.records.building import Point


@dataclass(frozen=True, slots=True)
class Lane:
    """A column that belongs to one actor; x and width in drawing units."""

    name: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Box:
    """A step's place: `number` is the step's, `shape` one of start, step, decision, end, risk, document."""

    number: int
    shape: str
    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """An orthogonal line from one step to another, with the label that stands on it."""

    source: int
    target: int
    points: tuple[Point, ...]
    label: str = ""
    label_at: Point | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole flow chart, top left at (0, 0), in drawing units (about a millimetre of paper)."""

    width: float
    height: float
    lanes: tuple[Lane, ...] = ()
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
