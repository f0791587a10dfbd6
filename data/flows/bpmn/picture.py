"""The drawing a BPMN file carries (BPMN DI): its shapes and edges, scaled to our drawing units.

A file may have several diagrams; they stand one below the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from xml.etree.ElementTree import Element

from data.flows.bpmn.model import Model
from data.flows.bpmn.names import DC, DD, DI, EVENT_NAMES, EVENTS, FALSE, GATEWAYS, SUBPROCESSES, TASKS, TRUE, tag
from data.flows.measure import LINE, lines, width_of
from data.records import Arrow, Box, Drawing, Lane
from data.records.building import Point

SCALE = 1 / 3
"""Drawing units a pixel: a task of 100 by 80 pixels has room for five lines of eight Hanzi."""

_APART = 12.0
"""Units between diagrams."""

_LARGEST = 100_000.0
"""Pixels; a coordinate beyond is a fault of the program that wrote it."""

_MISSING = 10
"""Of so many steps of a process one may be missing from its drawing."""

_LABEL_WIDTH = 34.0
"""Units a label may run that has no place of its own."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float


def picture_of(root: Element, model: Model, numbers: Mapping[str, int]) -> Drawing | None:
    """The drawing in a file; None where it has none, or none worth showing. `numbers` are the steps' by id.

    Not worth showing: most steps are not in it, or some of a level that is drawn; or they lie on top of each other.
    """
    top = 0.0
    parts: list[Drawing] = []
    for plane in root.iter(tag("BPMNPlane", DI)):
        part = _Plane(plane, model, numbers).drawing()
        if part.boxes:
            parts.append(_moved(part, 0.0, top))
            top += part.height + _APART
    boxes = [box for part in parts for box in part.boxes if box.number and box.shape not in ("text", "group")]
    drawn = {box.number for part in parts for box in part.boxes} - {0}
    if len(drawn) * 2 < len(numbers) or not _is_complete(drawn, model, numbers) or not _is_spread(boxes):
        return None
    return Drawing(
        max(part.width for part in parts),
        round(top - _APART, 2),
        tuple(lane for part in parts for lane in part.lanes),
        tuple(box for part in parts for box in part.boxes),
        tuple(arrow for part in parts for arrow in part.arrows),
    )


def _is_complete(drawn: set[int], model: Model, numbers: Mapping[str, int]) -> bool:
    """Whether hardly a step is missing from the processes that are drawn; what is in a sub-process may be."""
    levels: dict[str, list[bool]] = {}
    for key, number in numbers.items():
        if (node := model.nodes[key]).container not in model.nodes:
            levels.setdefault(node.container, []).append(number in drawn)
    return all(level.count(False) * _MISSING <= len(level) for level in levels.values() if any(level))


def _is_spread(boxes: list[Box]) -> bool:
    """Whether most boxes have a size and a place of their own."""
    places = {(box.x + box.width / 2, box.y + box.height / 2) for box in boxes if box.width and box.height}
    return bool(places) and len(places) * 2 >= len(boxes)


class _Plane:
    """One diagram of a file."""

    def __init__(self, plane: Element, model: Model, numbers: Mapping[str, int]) -> None:
        self._plane = plane
        self._model = model
        self._numbers = numbers
        self._ends = {flow.id: (flow.source, flow.target) for flow in model.flows}
        self._flow_names = {flow.id: flow.name for flow in model.flows}
        self._flow_kinds = {flow.id: flow.kind for flow in model.flows}

    def drawing(self) -> Drawing:
        """Everything drawn, moved to the top left corner."""
        lanes: list[Lane] = []
        boxes: list[Box] = []
        for shape in self._plane.iter(tag("BPMNShape", DI)):
            bounds = _bounds(shape)
            if bounds is not None:
                lanes += self._lanes(shape, bounds)
                boxes += self._boxes(shape, bounds)
        arrows = [arrow for edge in self._plane.iter(tag("BPMNEdge", DI)) if (arrow := self._arrow(edge))]
        boxes.sort(key=lambda box: box.shape != "group")
        return _cornered(Drawing(0.0, 0.0, tuple(lanes), tuple(boxes), tuple(arrows)))

    def _lanes(self, shape: Element, bounds: _Bounds) -> Iterator[Lane]:
        kind = self._model.kinds.get(_element(shape), "")
        if kind in ("participant", "lane"):
            name = self._model.names.get(_element(shape), "")
            flat = shape.get("isHorizontal") not in FALSE
            yield Lane(name, bounds.x, bounds.width, bounds.y, bounds.height, flat)

    def _boxes(self, shape: Element, bounds: _Bounds) -> Iterator[Box]:
        key = _element(shape)
        kind = self._model.kinds.get(key, "")
        name = self._name(key)
        form = _form(kind, expanded=shape.get("isExpanded") in TRUE or self._opened(key))
        if not form:
            return
        inside = form in ("step", "group", "text")
        number = self._numbers.get(key, 0)
        yield Box(number, form, bounds.x, bounds.y, bounds.width, bounds.height, name if inside else "")
        if name and not inside:
            yield _label(number, name, bounds, _bounds(shape.find(tag("BPMNLabel", DI))))

    def _name(self, key: str) -> str:
        node = self._model.nodes.get(key)
        if node is None:
            return self._model.names.get(key, "")
        return node.name or EVENT_NAMES.get(node.event, "")

    def _opened(self, key: str) -> bool:
        """Whether steps of a sub-process are drawn in this very diagram."""
        inside = {node.id for node in self._model.nodes.values() if node.container == key}
        return any(_element(shape) in inside for shape in self._plane.iter(tag("BPMNShape", DI)))

    def _arrow(self, edge: Element) -> Arrow | None:
        key = _element(edge)
        points = [point for way in edge.findall(tag("waypoint", DD)) if (point := _point(way))]
        if len(points) < 2 or key not in self._ends:  # noqa: PLR2004 - a line has two ends
            return None
        source, target = (self._numbers.get(end, 0) for end in self._ends[key])
        name = self._flow_names.get(key, "")
        placed = _bounds(edge.find(tag("BPMNLabel", DI)))
        at = (placed.x + placed.width / 2, placed.y + placed.height / 2) if placed else _near_begin(points, name)
        return Arrow(source, target, tuple(points), name, at if name else None, self._flow_kinds[key] != "sequenceFlow")


def _form(kind: str, *, expanded: bool) -> str:
    """The shape of a box for a BPMN element; empty for what is drawn in another way."""
    if kind in TASKS or (kind in SUBPROCESSES and not expanded):
        return "step"
    if kind in SUBPROCESSES or kind == "group":
        return "group"
    if kind in GATEWAYS:
        return "parallel" if kind == "parallelGateway" else "decision"
    if kind in EVENTS:
        return {"startEvent": "start", "endEvent": "end"}.get(kind, "event")
    if kind == "textAnnotation":
        return "text"
    return "document" if kind.startswith("data") else ""


def _label(number: int, name: str, bounds: _Bounds, placed: _Bounds | None) -> Box:
    """A name beside a shape too small for it: where the file has it, else below."""
    width = min(width_of(name), _LABEL_WIDTH) + 1.0
    height = len(lines(name, width)) * LINE
    x, y = bounds.x + bounds.width / 2 - width / 2, bounds.y + bounds.height + 0.5
    if placed is not None:
        x, y = placed.x + placed.width / 2 - width / 2, placed.y
    return Box(number, "text", x, y, width, height, name)


def _near_begin(points: list[Point], name: str) -> Point:
    """A place for a label that has none: above the first stretch."""
    (x, y), (other_x, other_y) = points[0], points[1]
    return (x + other_x) / 2 + (width_of(name) / 2 + 1 if x == other_x else 0), (y + other_y) / 2 - 2


def _element(shape: Element) -> str:
    return shape.get("bpmnElement", "").strip().rpartition(":")[2]


def _bounds(shape: Element | None) -> _Bounds | None:
    """A shape's rectangle in drawing units; None where there is none, or it is beyond reason."""
    bounds = None if shape is None else shape.find(tag("Bounds", DC))
    if bounds is None:
        return None
    numbers = [_number(bounds, name) for name in ("x", "y", "width", "height")]
    if any(number is None for number in numbers):
        return None
    x, y, width, height = (SCALE * (number or 0.0) for number in numbers)
    return _Bounds(x, y, width, height) if width >= 0 and height >= 0 else None


def _point(waypoint: Element) -> Point | None:
    x, y = _number(waypoint, "x"), _number(waypoint, "y")
    return None if x is None or y is None else (SCALE * x, SCALE * y)


def _number(element: Element, name: str) -> float | None:
    try:
        number = float(element.get(name, ""))
    except ValueError:
        return None
    return number if isfinite(number) and abs(number) <= _LARGEST else None


def _cornered(drawing: Drawing) -> Drawing:
    """The drawing moved so that all of it is right of and below (0, 0), and as large as what is in it."""
    corners = list(_corners(drawing))
    if not corners:
        return drawing
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    moved = _moved(drawing, -left, -top)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    return replace(moved, width=round(right - left, 2), height=round(bottom - top, 2))


def _corners(drawing: Drawing) -> Iterator[Point]:
    for box in drawing.boxes:
        yield from ((box.x, box.y), (box.x + box.width, box.y + box.height))
    for lane in drawing.lanes:
        yield from ((lane.x, lane.y), (lane.x + lane.width, lane.y + lane.height))
    for arrow in drawing.arrows:
        yield from arrow.points
        if arrow.label_at is not None:
            half = width_of(arrow.label) / 2
            yield from (
                (arrow.label_at[0] - half, arrow.label_at[1] - 2),
                (arrow.label_at[0] + half, arrow.label_at[1] + 2),
            )


def _moved(drawing: Drawing, right: float, down: float) -> Drawing:
    """The drawing moved, its coordinates rounded to a hundredth."""

    def at(point: Point) -> Point:
        return round(point[0] + right, 2), round(point[1] + down, 2)

    def sized(thing: Box | Lane) -> tuple[float, float, float, float]:
        return *at((thing.x, thing.y)), round(thing.width, 2), round(thing.height, 2)

    return replace(
        drawing,
        lanes=tuple(_lane_at(lane, sized(lane)) for lane in drawing.lanes),
        boxes=tuple(_box_at(box, sized(box)) for box in drawing.boxes),
        arrows=tuple(
            replace(
                arrow,
                points=tuple(map(at, arrow.points)),
                label_at=None if arrow.label_at is None else at(arrow.label_at),
            )
            for arrow in drawing.arrows
        ),
    )


def _lane_at(lane: Lane, place: tuple[float, float, float, float]) -> Lane:
    x, y, width, height = place
    return replace(lane, x=x, y=y, width=width, height=height)


def _box_at(box: Box, place: tuple[float, float, float, float]) -> Box:
    x, y, width, height = place
    return replace(box, x=x, y=y, width=width, height=height)
