"""Paints the way over a floor: what lies ahead pale, what is walked strong, and a dot that walks."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from PySide6.QtCore import Property, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.providers.plan_item import PlanItem


class RouteLine(QQuickPaintedItem):
    """The legs of a way on the floor that `plan` shows, walked up to `done`: whole legs and a share of the next.

    It is to lie at `box` on the plan, no larger than the way, as every step of the dot paints it anew. Of the plan's
    look it uses: route, ahead, casing, width.
    """

    legsChanged = Signal()
    doneChanged = Signal()
    planChanged = Signal()
    boxChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """No way yet."""
        super().__init__(parent)
        self._legs: list[list[list[float]]] = []
        self._done = 0.0
        self._plan: PlanItem | None = None
        self._box = QRectF()
        self.setAntialiasing(True)
        self.doneChanged.connect(self.update)
        self.legsChanged.connect(self._place)
        # As in PlanItem: PySide keeps the Python side for ever.
        self.destroyed.connect(self.__dict__.clear)

    def _get_legs(self) -> list[list[list[float]]]:
        return self._legs

    def _set_legs(self, legs: list[list[list[float]]]) -> None:
        if legs != self._legs:
            self._legs = legs
            self.legsChanged.emit()

    def _get_done(self) -> float:
        return self._done

    def _set_done(self, done: float) -> None:
        if done != self._done:
            self._done = done
            self.doneChanged.emit()

    def _get_plan(self) -> PlanItem | None:
        return self._plan

    def _set_plan(self, plan: PlanItem | None) -> None:
        if plan is not self._plan and plan is not None:
            self._plan = plan
            plan.viewChanged.connect(self._place)
            self.planChanged.emit()
            self._place()

    def _get_box(self) -> QRectF:
        return self._box

    legs = Property(list, _get_legs, _set_legs, notify=legsChanged)
    done = Property(float, _get_done, _set_done, notify=doneChanged)
    plan = Property(PlanItem, _get_plan, _set_plan, notify=planChanged)
    box = Property(QRectF, _get_box, notify=boxChanged)

    def _place(self) -> None:
        """Lie around the way, as far as the plan reaches."""
        points = [point for line in self._lines() for point in line]
        box = QRectF()
        if points and self._plan is not None:
            xs, ys = [point.x() for point in points], [point.y() for point in points]
            wide = self._plan.pixels("width", 10) * 3
            around = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            whole = QRectF(0, 0, self._plan.width(), self._plan.height())
            box = QRectF(around.adjusted(-wide, -wide, wide, wide).intersected(whole).toAlignedRect())
        self.update()
        if box != self._box:
            self._box = box
            self.boxChanged.emit()

    def _lines(self) -> list[list[QPointF]]:
        """The legs in the plan's pixels."""
        if self._plan is None:
            return []
        fitted = self._plan.fitted()
        return [[fitted.point((at[0], at[1])) for at in leg] for leg in self._legs]

    def paint(self, painter: QPainter) -> None:
        """Qt asks for it."""
        lines = [[point - self._box.topLeft() for point in line] for line in self._lines() if line]
        if not lines or self._plan is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, walked = joined(lines), walked_of(lines, self._done)
        width = self._plan.pixels("width", 10)
        self._stroke(painter, whole, "casing", width * 2)
        self._stroke(painter, whole, "ahead", width)
        self._stroke(painter, walked, "route", width)
        self._disc(painter, whole[0], width * 1.5, "route")
        self._disc(painter, whole[-1], width * 1.5, "casing")
        if walked and 0 < self._done < len(lines):
            self._disc(painter, walked[-1], width * 1.7, "route")

    def _stroke(self, painter: QPainter, points: Sequence[QPointF], role: str, wide: float) -> None:
        if self._plan is None or not points:
            return
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        pen = QPen(self._plan.colour(role), wide)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)

    def _disc(self, painter: QPainter, at: QPointF, radius: float, fill: str) -> None:
        """A disc with a rim, both in one of the two colours of the way."""
        if self._plan is not None:
            painter.setPen(QPen(self._plan.colour("casing" if fill == "route" else "route"), radius * 0.45))
            painter.setBrush(self._plan.colour(fill))
            painter.drawEllipse(at, radius * 0.85, radius * 0.85)


def joined(lines: Sequence[Sequence[QPointF]]) -> list[QPointF]:
    """Lines one after the other as one, without points said twice."""
    points = [point for line in lines for point in line]
    return [point for number, point in enumerate(points) if number == 0 or point != points[number - 1]]


def walked_of(lines: Sequence[list[QPointF]], done: float) -> list[QPointF]:
    """The line of so many legs and a share of the next."""
    whole = min(int(done), len(lines))
    walked = joined(lines[:whole])
    if whole < len(lines) and done > whole:
        walked = joined([walked, part(lines[whole], done - whole)])
    return walked


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
