"""Arrows in drawing units, from routes on the grid."""

from collections.abc import Mapping

from data.flows.geometry import Frame
from data.flows.routing import Route, Run, Side
from data.records import Arrow, Box
from data.records.building import Point


def arrow_of(route: Route, boxes: Mapping[int, Box], frame: Frame, tracks: Mapping[Run, int]) -> Arrow:
    """A route as a line with right angles."""
    way = route.way
    source, target = boxes[way.source], boxes[way.target]
    points = [_port(source, route.leaves)]
    for run in route.runs:
        x, y = points[-1]
        track = tracks[run]
        points.append(
            (frame.across(run.number, track), y) if run.along == "gutter" else (x, frame.down(run.number, track))
        )
    points += _last(points[-1], route, target)
    return Arrow(way.source, way.target, _straightened(points), way.label)


def line_to(box: Box, beside: Box) -> Arrow:
    """The dashed line from a step to what stands beside it."""
    begin, end = _port(box, Side.RIGHT), _port(beside, Side.LEFT)
    middle = (begin[0] + end[0]) / 2
    points = [begin, (middle, begin[1]), (middle, end[1]), end]
    return Arrow(box.number, beside.number, _straightened(points), dashed=True)


def rounded(length: float) -> float:
    """A length to a hundredth of a unit, so that equal charts are equal bytes on every machine."""
    return round(length, 2)


def _port(box: Box, side: Side) -> Point:
    """The middle of a box's side."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    match side:
        case Side.TOP:
            return x, box.y
        case Side.BOTTOM:
            return x, box.y + box.height
        case Side.LEFT:
            return box.x, y
        case Side.RIGHT:
            return box.x + box.width, y


def _last(before: Point, route: Route, target: Box) -> list[Point]:
    """The corner before the target's side, and the place on it."""
    port = _port(target, route.enters)
    corner = (port[0], before[1]) if route.enters == Side.TOP else (before[0], port[1])
    return [corner, port]


def _straightened(points: list[Point]) -> tuple[Point, ...]:
    """The same line without points it does not bend at."""
    plain = [(rounded(x), rounded(y)) for x, y in points]
    kept: list[Point] = []
    for index, point in enumerate(plain):
        if kept and kept[-1] == point:
            continue
        after = next((other for other in plain[index + 1 :] if other != point), None)
        if kept and after is not None and _in_line(kept[-1], point, after):
            continue
        kept.append(point)
    return tuple(kept)


def _in_line(before: Point, point: Point, after: Point) -> bool:
    return before[0] == point[0] == after[0] or before[1] == point[1] == after[1]
