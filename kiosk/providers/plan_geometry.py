"""How the metres of a floor become pixels, and its rings and lines paths for a painter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from data.records.building import Point, Polygon, Ring
from kiosk.viewmodels.drawing import DrawnFloor


@dataclass(frozen=True, slots=True)
class Fit:
    """How metres become pixels: the same scale both ways."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def point(self, at: Point) -> QPointF:
        """Where a point of the plan is on the item."""
        return QPointF(at[0] * self.scale + self.left, at[1] * self.scale + self.top)

    def metres(self, at: QPointF) -> QPointF:
        """The point of the plan at a place on the item."""
        return QPointF((at.x() - self.left) / self.scale, (at.y() - self.top) / self.scale)

    def transform(self) -> QTransform:
        """The same for a painter."""
        return QTransform(self.scale, 0, 0, self.scale, self.left, self.top)


def extent(floor: DrawnFloor) -> QRectF:
    """The rectangle around all that is drawn of a floor, in metres; empty where nothing is."""
    polygons = (*floor.outline, *(polygon for unit in floor.units for polygon in unit.polygons))
    points = [QPointF(*point) for polygon in polygons for point in polygon[0]]
    return QPolygonF(points).boundingRect() if points else QRectF()


def fit(around: QRectF, width: float, height: float, margin: float) -> Fit:
    """The largest drawing of a rectangle in metres, in the middle, that leaves `margin` pixels around it."""
    if around.isEmpty() or width <= 2 * margin or height <= 2 * margin:
        return Fit()
    scale = min((width - 2 * margin) / around.width(), (height - 2 * margin) / around.height())
    return Fit(scale, width / 2 - around.center().x() * scale, height / 2 - around.center().y() * scale)


def boxes_along(ways: Sequence[Sequence[Sequence[float]]], fitted: Fit, width: float) -> Iterator[QRectF]:
    """Squares of `width` pixels that cover lines given in metres, in pixels."""
    for way in ways:
        for start, end in pairwise(fitted.point((point[0], point[1])) for point in way):
            steps = max(1, int(hypot(end.x() - start.x(), end.y() - start.y()) / width) + 1)
            for step in range(steps + 1):
                at = start + (end - start) * (step / steps)
                yield QRectF(at.x() - width / 2, at.y() - width / 2, width, width)


def zoomed(whole: Fit, zoom: float, middle: QPointF, width: float, height: float) -> Fit:
    """A fit enlarged so that `middle`, in metres, lies in the middle of the item."""
    scale = whole.scale * zoom
    return Fit(scale, width / 2 - middle.x() * scale, height / 2 - middle.y() * scale)


def held(middle: QPointF, around: QRectF, half_width: float, half_height: float) -> QPointF:
    """The middle nearest to one that is asked for, at which the view (half its sizes, metres) shows no empty side."""
    return QPointF(
        _between(middle.x(), around.left() + half_width, around.right() - half_width),
        _between(middle.y(), around.top() + half_height, around.bottom() - half_height),
    )


def path_of(polygons: tuple[Polygon, ...]) -> QPainterPath:
    """Polygons in metres; rings run round and holes back, so that many polygons in one path hide no hole."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            forward = (_signed_area(ring) > 0) is (number == 0)
            path.addPolygon(QPolygonF([QPointF(*at) for at in (ring if forward else ring[::-1])]))
            path.closeSubpath()
    return path


def lines_of(lines: tuple[Ring, ...]) -> QPainterPath:
    """Lines, in metres."""
    path = QPainterPath()
    for line in lines:
        path.addPolygon(QPolygonF([QPointF(*at) for at in line]))
    return path


def _signed_area(ring: Ring) -> float:
    """Twice the area, positive where the ring runs clockwise on paper."""
    return sum(
        x * other_y - other_x * y for (x, y), (other_x, other_y) in zip(ring, (*ring[1:], *ring[:1]), strict=True)
    )


def _between(value: float, least: float, most: float) -> float:
    return (least + most) / 2 if most < least else max(least, min(most, value))
