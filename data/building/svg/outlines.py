"""Turns SVG shapes into points: rectangles, circles, polygons, paths; transforms done, curves as short lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, isfinite, pi, radians, sin, tan
from xml.etree.ElementTree import Element

from svg.path import Close, Line, Move, Path, parse_path

from data.building.svg.elements import local_name

_FIGURE = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_BETWEEN_FIGURES = re.compile(r"[\s,]*")
_LENGTH = re.compile(rf"\s*({_FIGURE.pattern})\s*(px|mm|cm|in|pt|pc|Q)?\s*")
_PER_UNIT = {"mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 96 / 72, "pc": 16.0, "Q": 96 / 101.6}
"""User units in a unit of length (CSS Values and Units 3, 6.2)."""
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_ROUND = 24
_CURVE = 8
_LONGEST_PATH = 200_000
_HUGE = 1e7

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Outline:
    """A line of points in the units of the page; closed where it is meant as an area."""

    points: tuple[Point, ...]
    closed: bool


def outlines_of(element: Element, transform: Matrix) -> tuple[Outline, ...]:
    """The outlines a shape draws. ValueError where its numbers are none; empty for what is no shape."""
    try:
        drawn = tuple(one for one in _drawn(element) if len(one.points) > 1)
        return tuple(Outline(tuple(_moved(transform, point) for point in one.points), one.closed) for one in drawn)
    except (ArithmeticError, AssertionError, LookupError, TypeError) as error:  # what svg.path says of broken paths
        raise ValueError("图形的数据有误") from error


def joined(outer: Matrix, text: str) -> Matrix:
    """A transform attribute's matrix inside another's. ValueError where its numbers are none."""
    matrix = outer
    if _TRANSFORM.sub("", text).strip(" ,\t\r\n") not in {"", "none"}:
        raise ValueError("变换看不懂")
    for name, arguments in _TRANSFORM.findall(text):
        matrix = _times(matrix, _single(name, _figures(arguments)))
    return matrix


def shifted(outer: Matrix, element: Element) -> Matrix:
    """The matrix for what a clone shows, moved by the clone's x and y. ValueError where they are no numbers."""
    return _times(outer, (1.0, 0.0, 0.0, 1.0, _length(element, "x"), _length(element, "y")))


def _drawn(element: Element) -> Iterator[Outline]:
    match local_name(element):
        case "rect":
            left, top, width, height = (_length(element, name) for name in ("x", "y", "width", "height"))
            corners = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
            yield Outline(corners, closed=True)
        case "circle" | "ellipse":
            yield _round(element)
        case "line":
            x1, y1, x2, y2 = (_length(element, name) for name in ("x1", "y1", "x2", "y2"))
            yield Outline(((x1, y1), (x2, y2)), closed=False)
        case "polyline" | "polygon" as name:
            figures = _figures(element.get("points", ""))
            yield Outline(tuple(zip(figures[::2], figures[1::2], strict=False)), closed=name == "polygon")
        case "path":
            yield from _path(element.get("d", ""))


def _round(element: Element) -> Outline:
    x, y = _length(element, "cx"), _length(element, "cy")
    across = _length(element, "rx") or _length(element, "r")
    down = _length(element, "ry") or across
    angles = [2 * pi * step / _ROUND for step in range(_ROUND)]
    return Outline(tuple((x + across * cos(angle), y + down * sin(angle)) for angle in angles), closed=True)


def _path(text: str) -> Iterator[Outline]:
    """Each part of a path; one that ends where it began is closed too."""
    if len(text) > _LONGEST_PATH:
        raise ValueError("路径过长")
    points: list[Point] = []
    for segment in _segments(text):
        if isinstance(segment, Move):
            yield from _part(points, closed=False)
            points = [_plain(segment.end)]
        elif isinstance(segment, Close):
            yield from _part(points, closed=True)
            points = [_plain(segment.end)]
        elif isinstance(segment, Line):
            points.append(_plain(segment.end))
        else:
            points.extend(_plain(segment.point(step / _CURVE)) for step in range(1, _CURVE + 1))
    yield from _part(points, closed=False)


def _segments(text: str) -> Path:
    try:
        return parse_path(text)
    except ValueError as error:
        raise ValueError("图形的数据有误") from error


def _part(points: list[Point], *, closed: bool) -> Iterator[Outline]:
    if len(points) > 1:
        yield Outline(tuple(points), closed or points[0] == points[-1])


def _plain(point: complex) -> Point:
    return point.real, point.imag


def _figures(text: str) -> list[float]:
    if not _BETWEEN_FIGURES.fullmatch(_FIGURE.sub("", text)):
        raise ValueError("坐标不是数字")
    return [float(figure) for figure in _FIGURE.findall(text)]


def _length(element: Element, name: str) -> float:
    """An attribute in user units; zero where it is missing."""
    text = element.get(name, "").strip()
    if not text or text == "auto":
        return 0.0
    if text.endswith("%"):
        raise ValueError("坐标写成了百分比")
    length = _LENGTH.fullmatch(text)
    if not length:
        raise ValueError("坐标不是数字")
    return float(length[1]) * _PER_UNIT.get(length[2] or "", 1.0)


def _moved(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f
    if not (isfinite(x) and isfinite(y) and abs(x) < _HUGE and abs(y) < _HUGE):
        raise ValueError("图形的坐标过大")
    return x, y


def _times(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _single(name: str, numbers: list[float]) -> Matrix:
    given = [*numbers, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    match name:
        case "matrix":
            return given[0], given[1], given[2], given[3], given[4], given[5]
        case "translate":
            return 1.0, 0.0, 0.0, 1.0, given[0], given[1]
        case "scale":
            return given[0], 0.0, 0.0, numbers[1] if len(numbers) > 1 else given[0], 0.0, 0.0
        case "skewX":
            return 1.0, 0.0, tan(radians(given[0])), 1.0, 0.0, 0.0
        case "skewY":
            return 1.0, tan(radians(given[0])), 0.0, 1.0, 0.0, 0.0
        case _:
            turn = radians(given[0])
            about = (1.0, 0.0, 0.0, 1.0, given[1], given[2])
            back = (1.0, 0.0, 0.0, 1.0, -given[1], -given[2])
            return _times(_times(about, (cos(turn), sin(turn), -sin(turn), cos(turn), 0.0, 0.0)), back)
