"""Paints a floor for QML: rooms with their numbers, lifts and stairs, the room one looks for."""

from PySide6.QtCore import Property, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtQml import qmlRegisterType
from PySide6.QtQuick import QQuickItem

from kiosk.providers.icons import FOLDER, drawn
from kiosk.providers.plan_item import Fit, PlanItem, path_of
from kiosk.providers.plan_route import RouteLine
from kiosk.viewmodels.drawing import DrawnUnit
from kiosk.viewmodels.offered import MODULE

SMALLEST_ICON = 16
"""Pixels under which a drawing is a blot."""


class FloorPlan(PlanItem):
    """One floor. Of its look it uses: room, wall, open, move, moveText, target, targetText, text, line, size, small."""

    targetChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """No room is looked for."""
        super().__init__(parent)
        self._target = ""
        self.targetChanged.connect(self.update)

    def _get_target(self) -> str:
        return self._target

    def _set_target(self, target: str) -> None:
        if target != self._target:
            self._target = target
            self.targetChanged.emit()

    target = Property(str, _get_target, _set_target, notify=targetChanged)

    @Slot(float, float, result=str)
    def roomAt(self, x: float, y: float) -> str:
        """The number of the room at a place on the item, empty where there is none."""
        fitted = self.fitted()
        for unit in self._floor.units if self._floor else ():
            if unit.number and path_of(unit.polygons, fitted).contains(QPointF(x, y)):
                return unit.number
        return ""

    def paint(self, painter: QPainter) -> None:
        """Qt asks for it."""
        if self._floor is None:
            return
        fitted = self.fitted()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        walls = QPen(self.colour("wall"), self.pixels("line", 2))
        walls.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(walls)
        painter.fillPath(path_of(self._floor.outline, fitted), self.colour("open"))
        painter.drawPath(path_of(self._floor.outline, fitted))
        for unit in sorted(self._floor.units, key=lambda unit: (unit.kind != "open", unit.key == self._target)):
            self._paint_unit(painter, unit, fitted, walls)
        for unit in self._floor.units:
            self._paint_words(painter, unit, fitted)

    def _paint_unit(self, painter: QPainter, unit: DrawnUnit, fitted: Fit, walls: QPen) -> None:
        path = path_of(unit.polygons, fitted)
        if unit.kind == "open":
            painter.fillPath(path, self.colour("open"))
            return
        fill = "target" if unit.key == self._target else "room" if unit.kind == "room" else "move"
        painter.setPen(walls)
        painter.setBrush(self.colour(fill))
        painter.drawPath(path)

    def _paint_words(self, painter: QPainter, unit: DrawnUnit, fitted: Fit) -> None:
        """The number and, where there is room for it, the name; the room one looks for says both in any case."""
        if unit.kind == "open" or (unit.kind == "room" and not (unit.number or unit.name)):
            return
        chosen = unit.key == self._target
        box = path_of(unit.polygons, fitted).boundingRect()
        painter.setPen(self.colour("targetText" if chosen else "text" if unit.kind == "room" else "moveText"))
        lines = self._lines(unit, box, chosen=chosen)
        if not lines and unit.kind != "room":
            self._paint_icon(painter, unit.kind, box)
            return
        middle = fitted.point(unit.label_at) if unit.label_at else box.center()
        height = sum(QFontMetricsF(font).height() for _, font in lines)
        y = middle.y() - height / 2
        for words, font in lines:
            painter.setFont(font)
            line = QRectF(middle.x() - 2000, y, 4000, QFontMetricsF(font).height())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
            y += line.height()

    def _paint_icon(self, painter: QPainter, kind: str, box: QRectF) -> None:
        """What a lift, a stair or a toilet is, where its name does not fit."""
        edge = int(min(box.width(), box.height(), self.pixels("icon", 44)) * 0.8)
        svg = FOLDER / f"{kind}.svg"
        if edge >= SMALLEST_ICON and svg.is_file():
            icon = drawn(svg.read_text(encoding="utf-8"), self.colour("moveText"), QSize(edge, edge))
            painter.drawImage(box.center() - QPointF(edge / 2, edge / 2), icon)

    def _lines(self, unit: DrawnUnit, box: QRectF, *, chosen: bool) -> list[tuple[str, QFont]]:
        """What is written into a unit, line by line: only what fits into its box."""
        large, small = self.font(self.pixels("size", 30), bold=chosen), self.font(self.pixels("small", 27))
        head = unit.number or unit.name
        if not head:
            return []
        lines = [(head, large if unit.number else small)]
        if QFontMetricsF(lines[0][1]).horizontalAdvance(head) > box.width() and not chosen:
            return []
        if unit.number and unit.name:
            wrapped = wrap(unit.name, small, box.width() - self.pixels("line", 2) * 4)
            high = QFontMetricsF(large).height() + len(wrapped) * QFontMetricsF(small).height()
            if wrapped and high <= box.height():
                lines += [(words, small) for words in wrapped]
        return lines


def wrap(text: str, font: QFont, width: float, most: int = 3) -> list[str]:
    """Text cut into lines of at most `width` pixels; nothing where it takes more than `most`."""
    metrics = QFontMetricsF(font)
    lines, line = [], ""
    for sign in text:
        if line and metrics.horizontalAdvance(line + sign) > width:
            lines.append(line)
            line = ""
        line += sign
    lines.append(line)
    return lines if len(lines) <= most and metrics.horizontalAdvance(max(lines, key=len)) <= width else []


def register_plan() -> None:
    """Make the paintings of a floor known to QML."""
    for painting in (FloorPlan, RouteLine):
        qmlRegisterType(painting, MODULE, 1, 0, painting.__name__)  # type: ignore[call-overload] # stubs want bytes
