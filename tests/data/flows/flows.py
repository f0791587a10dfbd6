"""Makes flows for tests: any steps, lanes and branches, sensible or not."""

from hypothesis import strategies as st

from data.flows.measure import TEXT, width_of
from data.records import Box, Branch, Drawing, Power, Risk, Step, StepKind
from data.records.building import Point

_WORDS = "是否受理 审查决定送达归档批准材料补正 abc 告知申请人一次性"
_GRADES = ("高", "二级", "C", "")
_KINDS = tuple(StepKind)

_lengths = st.integers(0, len(_WORDS))
_labels = st.integers(0, 6)
"""Letters of a label: as long as 补正后再次提交."""
_steps = st.tuples(
    st.sampled_from(_KINDS),
    _lengths,
    st.integers(0, 5),
    st.lists(st.tuples(st.integers(-6, 8), _labels), max_size=3),
    st.lists(st.tuples(_lengths, st.sampled_from(_GRADES)), max_size=2),
)
"""Kind, length of the name, lane, branches (how far on, length of the label), risks (length, grade)."""


@st.composite
def powers(draw: st.DrawFn, most_steps: int = 60, most_lanes: int = 6) -> Power:
    """A power with a flow of up to so many steps in so many lanes, with branches to anywhere, loops included."""
    lanes = draw(st.integers(0, most_lanes))
    count = min(draw(st.integers(1, most_steps + 6)), most_steps)  # the most often enough to be met
    drawn = draw(st.lists(_steps, min_size=count, max_size=count))
    far = draw(st.integers(1, 9))
    steps = tuple(
        Step(
            number,
            _WORDS[:name],
            kind,
            actor=f"处室{lane % lanes}" if lanes else "",
            branches=tuple(Branch((number - 1 + on * far) % len(drawn) + 1, _WORDS[:label]) for on, label in branches),
            risks=tuple(Risk(_WORDS[:length], grade) for length, grade in risks),
            documents=tuple(_WORDS[:length] for length, _ in branches if length > 0),
        )
        for number, (kind, name, lane, branches, risks) in enumerate(drawn, start=1)
    )
    return Power("x", "事项", "k", "o", steps=steps)


def overlapping(drawing: Drawing) -> list[tuple[Box, Box]]:
    """Every pair of boxes that have some area in common."""
    return [
        (one, other)
        for index, one in enumerate(drawing.boxes)
        for other in drawing.boxes[index + 1 :]
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


def covered(drawing: Drawing) -> list[tuple[str, int]]:
    """Every label that has some area in common with a box, with the box's number; the corners of diamonds are free."""
    return [
        (arrow.label, box.number)
        for arrow in drawing.arrows
        if arrow.label and arrow.label_at is not None
        for box in drawing.boxes
        if _covers(arrow.label_at, width_of(arrow.label), box)
    ]


def _covers(at: Point, width: float, box: Box) -> bool:
    across = max(0.0, abs(at[0] - box.x - box.width / 2) - width / 2 + _HAIR) / (box.width / 2)
    down = max(0.0, abs(at[1] - box.y - box.height / 2) - TEXT / 2 + _HAIR) / (box.height / 2)
    return across + down < 1 if box.shape == "decision" else max(across, down) < 1


def slanting(drawing: Drawing) -> list[tuple[Point, Point]]:
    """Every stretch of an arrow that is neither upright nor level."""
    stretches = [pair for arrow in drawing.arrows for pair in zip(arrow.points, arrow.points[1:], strict=False)]
    return [(begin, end) for begin, end in stretches if begin[0] != end[0] and begin[1] != end[1]]


def crossed(drawing: Drawing) -> list[tuple[tuple[int, int], int]]:
    """Every arrow (source, target) that runs through the inside of a box, with the box's number."""
    return [
        ((arrow.source, arrow.target), box.number)
        for arrow in drawing.arrows
        for begin, end in zip(arrow.points, arrow.points[1:], strict=False)
        for box in drawing.boxes
        if _through(begin, end, box)
    ]


_HAIR = 0.02
"""Coordinates are rounded to a hundredth."""


def _through(begin: Point, end: Point, box: Box) -> bool:
    left, right = sorted((begin[0], end[0]))
    top, bottom = sorted((begin[1], end[1]))
    return (
        left < box.x + box.width - _HAIR
        and right > box.x + _HAIR
        and top < box.y + box.height - _HAIR
        and bottom > box.y + _HAIR
    )


def outside(drawing: Drawing) -> list[object]:
    """Everything that is not inside the drawing."""
    boxes = [
        box
        for box in drawing.boxes
        if box.x < 0 or box.y < 0 or box.x + box.width > drawing.width or box.y + box.height > drawing.height
    ]
    points = [
        point
        for arrow in drawing.arrows
        for point in arrow.points
        if not (0 <= point[0] <= drawing.width and 0 <= point[1] <= drawing.height)
    ]
    return [*boxes, *points]
