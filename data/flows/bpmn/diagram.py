"""The drawing of a flow as BPMN DI: the same places, in BPMN's own small circles and diamonds."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from data.flows.bpmn.names import DC, DD, DI, tag
from data.flows.measure import LINE, lines, width_of
from data.records import Arrow, Box, Drawing, Lane
from data.records.building import Point

_PIXELS = 3.0
"""A drawing unit; the inverse of what `picture` reads with."""

_EVENT = 36.0
_GATEWAY = 50.0
"""Pixels; what every BPMN program draws them with."""

_TITLE = 30.0
"""Pixels above the lanes for the pool's name."""

_LABEL = 18.0
"""Units a name runs beside a circle or diamond before it breaks."""

_SMALL = {"startEvent": _EVENT, "endEvent": _EVENT, "exclusiveGateway": _GATEWAY}


def add_diagram(root: Element, drawing: Drawing, kinds: Mapping[int, str], plane_of: str) -> None:
    """Add a drawing of laid out steps; `kinds` are their BPMN elements, `plane_of` what the diagram is of."""
    diagram = SubElement(root, tag("BPMNDiagram", DI), {"id": "diagram"})
    plane = SubElement(diagram, tag("BPMNPlane", DI), {"id": "plane", "bpmnElement": plane_of})
    if drawing.lanes:
        whole = Box(0, "pool", 0, -_TITLE / _PIXELS, drawing.width, drawing.height + _TITLE / _PIXELS, "")
        _add_shape(plane, "pool", whole, {"isHorizontal": "false"})
    for place, lane in enumerate(drawing.lanes):
        _add_shape(plane, f"lane_{place}", _lane_box(lane, place, drawing), {"isHorizontal": "false"})
    boxes = {box.number: _as_bpmn(box, kinds[box.number]) for box in drawing.boxes}
    for number, box in boxes.items():
        _add_node(plane, box, kinds[number])
    for number, arrow in enumerate(drawing.arrows, start=1):
        _add_edge(plane, number, arrow, boxes)


def _lane_box(lane: Lane, place: int, drawing: Drawing) -> Box:
    """A lane as wide as it is drawn; the outermost reach to the pool's edge."""
    left = lane.x if place else 0.0
    right = lane.x + lane.width if place < len(drawing.lanes) - 1 else drawing.width
    return Box(0, "lane", left, 0, right - left, drawing.height, "")


def _as_bpmn(box: Box, kind: str) -> Box:
    """A box in BPMN's size, around the same middle."""
    if kind not in _SMALL:
        return box
    size = _SMALL[kind] / _PIXELS
    x, y = box.x + box.width / 2 - size / 2, box.y + box.height / 2 - size / 2
    return Box(box.number, box.shape, x, y, size, size, box.text.partition("\n")[0])


def _add_node(plane: Element, box: Box, kind: str) -> None:
    extra = {"isMarkerVisible": "true"} if kind == "exclusiveGateway" else {}
    shape = _add_shape(plane, f"step_{box.number}", box, extra)
    if kind in _SMALL and box.text:
        width = min(width_of(box.text), _LABEL) + 1
        height = len(lines(box.text, width)) * LINE
        middle = box.x + box.width / 2, box.y + box.height + height / 2
        above = box.x + box.width + width / 2, box.y + 2 - height / 2
        _add_label(shape, middle if kind == "endEvent" else above, width, height)


def _add_shape(plane: Element, element: str, box: Box, extra: Mapping[str, str]) -> Element:
    named = {"id": f"{element}_shape", "bpmnElement": element, **extra}
    shape = SubElement(plane, tag("BPMNShape", DI), named)
    _add_bounds(shape, box.x, box.y, box.width, box.height)
    return shape


def _add_edge(plane: Element, number: int, arrow: Arrow, boxes: Mapping[int, Box]) -> None:
    named = {"id": f"way_{number}_edge", "bpmnElement": f"way_{number}"}
    edge = SubElement(plane, tag("BPMNEdge", DI), named)
    first, *between, last = arrow.points
    begin = _touching(first, arrow.points[1], boxes[arrow.source])
    end = _touching(last, arrow.points[-2], boxes[arrow.target])
    for x, y in (begin, *between, end):
        SubElement(edge, tag("waypoint", DD), {"x": _number(x), "y": _number(y + _TITLE / _PIXELS)})
    if arrow.label and arrow.label_at is not None:
        _add_label(edge, arrow.label_at, width_of(arrow.label), LINE)


def _touching(point: Point, towards: Point, box: Box) -> Point:
    """An end of an arrow moved along it to the side of a box that has become smaller."""
    if point[0] == towards[0]:
        return point[0], box.y + box.height if towards[1] > box.y + box.height / 2 else box.y
    return box.x + box.width if towards[0] > box.x + box.width / 2 else box.x, point[1]


def _add_label(parent: Element, middle: Point, width: float, height: float) -> None:
    label = SubElement(parent, tag("BPMNLabel", DI))
    _add_bounds(label, middle[0] - width / 2, middle[1] - height / 2, width, height)


def _add_bounds(parent: Element, x: float, y: float, width: float, height: float) -> None:
    place = {"x": _number(x), "y": _number(y + _TITLE / _PIXELS)}
    SubElement(parent, tag("Bounds", DC), {**place, "width": _number(width), "height": _number(height)})


def _number(units: float) -> str:
    return f"{units * _PIXELS:.1f}"
