"""Laying out a flow chart: steps in rows from top to bottom, lanes as columns, arrows at right angles, loops outside.

The same steps give the same drawing. Layered layout after Sugiyama, Tagawa and Toda (1981), simplified by what such
charts are: lanes fix the columns, and arrows run only where no box can stand.
"""

from dataclasses import replace
from itertools import pairwise

from data.flows.arrows import arrow_of, line_to, rounded
from data.flows.beside import GAP, Beside, beside_of, height_of, worst
from data.flows.geometry import BESIDE_GAP, Frame, frame_of
from data.flows.graph import ways_of
from data.flows.grid import Grid, grid_of
from data.flows.labels import labelled
from data.flows.measure import TEXT, Size, size_of
from data.flows.routing import routes_of
from data.flows.tracks import tracks_of
from data.records import Arrow, Box, Drawing, Lane, Power, Step

_ROOM_BESIDE = 2
"""Columns up to which risks and documents are drawn beside their steps; with more, a portrait screen is too narrow."""


def drawing_of(power: Power, *, beside: bool | None = None, own: bool = True) -> Drawing:
    """The flow chart of a power: as its file draws it, else laid out; a power without steps has an empty one.

    `beside` says whether risks and documents are drawn beside their steps; by default, where a screen has room. Without
    `own` it is laid out in any case.
    """
    if own and power.drawing is not None:
        return _with_risks(power.drawing, power.steps)
    steps = power.steps
    if not steps:
        return Drawing(0.0, 0.0)
    ways = ways_of(steps)
    grid = grid_of(steps, ways)
    room = len(grid.lane_of) <= _ROOM_BESIDE if beside is None else beside
    aside = {step.number: found for step in steps if room and (found := beside_of(step))}
    crowded = frozenset(grid.cells[number] for number in aside)
    routes = routes_of(steps, ways, grid, crowded)
    tracks = tracks_of(routes, grid)
    sizes = {step.number: size_of(step.kind, text_of(step)) for step in steps}
    frame = frame_of(grid, sizes, aside, tracks)
    boxes = tuple(_box(step, sizes[step.number], grid, frame) for step in steps)
    by_number = {box.number: box for box in boxes}
    joined = tuple(_joined(by_number[number], aside[number], grid, frame) for number in aside)
    others = [box for side, _ in joined for box in side]
    arrows = labelled(tuple(arrow_of(route, by_number, frame, tracks) for route in routes), by_number, others)
    return Drawing(
        frame.width,
        frame.height,
        _lanes(grid, frame),
        (*boxes, *others),
        arrows + tuple(line for _, lines in joined for line in lines),
        frame.header,
        TEXT,
    )


def _with_risks(drawing: Drawing, steps: tuple[Step, ...]) -> Drawing:
    """A drawing from a file with the badges of what is known of its steps."""
    levels = {step.number: worst(step) for step in steps}
    boxes = (box if box.shape == "text" else replace(box, risk=levels.get(box.number, "")) for box in drawing.boxes)
    return replace(drawing, boxes=tuple(boxes))


def text_of(step: Step) -> str:
    """What stands in a step's box: its name and, below, its time limit."""
    return f"{step.name}\n（{step.limit}）" if step.limit else step.name


def _box(step: Step, size: Size, grid: Grid, frame: Frame) -> Box:
    cell = grid.cells[step.number]
    x = frame.centre(cell.column) - size.width / 2
    y = frame.rows[cell.row] - size.height / 2
    return Box(
        step.number, step.kind.value, rounded(x), rounded(y), size.width, size.height, text_of(step), worst(step)
    )


def _joined(box: Box, beside: tuple[Beside, ...], grid: Grid, frame: Frame) -> tuple[list[Box], list[Arrow]]:
    """The boxes beside a step, and the dashed lines to them."""
    cell = grid.cells[box.number]
    x = frame.columns[cell.column] + frame.main[cell.column] + BESIDE_GAP
    y = frame.rows[cell.row] - height_of(beside) / 2
    boxes = []
    for one in beside:
        boxes.append(
            Box(box.number, one.shape, rounded(x), rounded(y), one.size.width, one.size.height, one.text, one.risk)
        )
        y += one.size.height + GAP
    return boxes, [line_to(box, other) for other in boxes]


def _lanes(grid: Grid, frame: Frame) -> tuple[Lane, ...]:
    """The lanes side by side, each with half the gutters between; none where nobody is named."""
    if not frame.header:
        return ()
    last = len(grid.lane_of)
    inner = (column for column in range(1, last) if grid.lane_of[column] != grid.lane_of[column - 1])
    edges = [frame.borders[gutter] for gutter in (0, *inner, last)]
    return tuple(
        Lane(name, rounded(left), rounded(right - left))
        for name, (left, right) in zip(grid.lanes, pairwise(edges), strict=True)
    )
