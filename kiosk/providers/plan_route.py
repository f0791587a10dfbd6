"""Paints the way over a floor: a line that grows in the walking direction, where it starts, where it ends."""

from itertools import pairwise
from math import hypot

from PySide6.QtCore import Property, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtQuick import QQuickItem

from kiosk.providers.plan_item import PlanItem


class RouteLine(PlanItem):
    """The way on one floor, from `points` in metres, painted up to `progress` of its length.

    Of its look it uses: route, casing, width.
    """

    routeChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """No way yet."""
        super().__init__(parent)
        self._points: list[list[float]] = []
        self._progress = 1.0
        self.routeChanged.connect(self.update)

    def _get_points(self) -> list[list[float]]:
        return self._points

    def _set_points(self, points: list[list[float]]) -> None:
        if points != self._points:
            self._points = points
            self.routeChanged.emit()

    def _get_progress(self) -> float:
        return self._progress

    def _set_progress(self, progress: float) -> None:
        if progress != self._progress:
            self._progress = progress
            self.routeChanged.emit()

    points = Property(list, _get_points, _set_points, notify=routeChanged)
    progress = Property(float, _get_progress, _set_progress, notify=routeChanged)

    def paint(self, painter: QPainter) -> None:
        """Qt asks for it."""
        fitted = self.fitted()
        walked = part([fitted.point((at[0], at[1])) for at in self._points], self._progress)
        if not walked:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(walked[0])
        for point in walked[1:]:
            path.lineTo(point)
        width = self.pixels("width", 10)
        for colour, wide in (("casing", width * 2), ("route", width)):
            pen = QPen(self.colour(colour), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.strokePath(path, pen)
        painter.setPen(QPen(self.colour("casing"), width * 0.5))
        painter.setBrush(self.colour("route"))
        painter.drawEllipse(walked[0], width * 1.5, width * 1.5)
        painter.setPen(QPen(self.colour("route"), width * 0.8))
        painter.setBrush(self.colour("casing"))
        painter.drawEllipse(walked[-1], width * 1.3, width * 1.3)


def part(points: list[QPointF], share: float) -> list[QPointF]:
    """The first `share` (0 to 1) of a line's length."""
    lengths = [hypot(end.x() - start.x(), end.y() - start.y()) for start, end in pairwise(points)]
    left = sum(lengths) * max(0.0, min(1.0, share))
    walked = points[:1]
    for (start, end), length in zip(pairwise(points), lengths, strict=True):
        if length >= left:
            return [*walked, start + (end - start) * (left / length)] if length else walked
        walked.append(end)
        left -= length
    return walked
