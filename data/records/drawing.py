"""A flow chart laid out: boxes, lanes and arrows in units of its own, ready to be drawn at any size."""

from dataclasses import dataclass

from data.records.building import Point


@dataclass(frozen=True, slots=True)
class Lane:
    """A column that belongs to one actor; x and width in drawing units.

    In charts that others drew a lane has a place down too (`y`, `height`; 0 for the whole drawing), and may lie
    (`flat`): its name then stands at its left end, turned.
    """

    name: str
    x: float
    width: float
    y: float = 0.0
    height: float = 0.0
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A step's place: `number` is the step's, `shape` one of start, step, decision, end, risk, document.

    Charts that others drew also have `event` (a circle), `parallel` (a diamond with a cross), `group` (a frame around
    others) and `text` (no outline); what is no step there has number 0.
    `risk` is the highest level of the step's risks (high, medium, low, ungraded), empty where it has none.
    """

    number: int
    shape: str
    x: float
    y: float
    width: float
    height: float
    text: str
    risk: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An orthogonal line from one step to another, with the label centred at `label_at`.

    A `dashed` one joins a step to a box beside it and has no head.
    """

    source: int
    target: int
    points: tuple[Point, ...]
    label: str = ""
    label_at: Point | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole flow chart, top left at (0, 0), in drawing units (about a millimetre of paper).

    Boxes have room for their text at `text_size` (height of a Hanzi), broken anew by whoever draws it; the names of
    lanes stand in the uppermost `header` units.
    """

    width: float
    height: float
    lanes: tuple[Lane, ...] = ()
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    header: float = 0.0
    text_size: float = 3.6
