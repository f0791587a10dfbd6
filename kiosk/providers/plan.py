"""Paints a floor for QML: rooms with their numbers, doors, lifts and stairs, signs, the room one looks for."""

from functools import lru_cache

from PySide6.QtCore import Property, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QStaticText, QTransform
from PySide6.QtQml import qmlRegisterType
from PySide6.QtQuick import QQuickItem

from kiosk.providers.icons import FOLDER, drawing, drawn
from kiosk.providers.plan_geometry import Fit, boxes_along
from kiosk.providers.plan_item import PlanItem
from kiosk.providers.plan_route import RouteLine
from kiosk.providers.plan_scene import Scene, Shape, scene_of
from kiosk.providers.plan_words import Hand, Scribe, Taken, Written
from kiosk.viewmodels.offered import MODULE


class FloorPlan(PlanItem):
    """One floor. Of its look it uses every colour, line, size, small, icon, and `hereWords` to keep free."""

    targetChanged = Signal()
    waysChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """No room is looked for."""
        super().__init__(parent)
        self._target = ""
        self._ways: list[list[list[float]]] = []
        self._scene: Scene | None = None
        self.targetChanged.connect(self.update)
        self.waysChanged.connect(self.update)
        self.floorChanged.connect(self._forget)

    def _forget(self) -> None:
        self._scene = None

    def _get_target(self) -> str:
        return self._target

    def _set_target(self, target: str) -> None:
        if target != self._target:
            self._target = target
            self.targetChanged.emit()

    def _get_ways(self) -> list[list[list[float]]]:
        return self._ways

    def _set_ways(self, ways: list[list[list[float]]]) -> None:
        if ways != self._ways:
            self._ways = ways
            self.waysChanged.emit()

    target = Property(str, _get_target, _set_target, notify=targetChanged)
    ways = Property(list, _get_ways, _set_ways, notify=waysChanged)

    @property
    def scene(self) -> Scene | None:
        """The floor made ready for painting."""
        if self._scene is None and self._floor is not None:
            self._scene = scene_of(self._floor)
        return self._scene

    @Slot(float, float, result=str)
    def unitAt(self, x: float, y: float) -> str:
        """What to ask the map for at a place on the item, empty where there is nothing."""
        unit = self.scene.unit_at(self.fitted().metres(QPointF(x, y))) if self.scene else None
        return unit.goal if unit else ""

    @Slot(result=QPointF)
    def targetAt(self) -> QPointF:
        """The middle of the room one looks for, in metres; no point where it is not on this floor."""
        shape = self.scene.shape_of(self._target) if self.scene else None
        return shape.around.center() if shape else QPointF(float("nan"), float("nan"))

    @Slot(result=QPointF)
    def hereAt(self) -> QPointF:
        """Where this kiosk stands, in metres; no point where it is not on this floor."""
        here = self._floor.here if self._floor else ()
        return QPointF(*here[0]) if here else QPointF(float("nan"), float("nan"))

    def paint(self, painter: QPainter) -> None:
        """Qt asks for it."""
        scene = self.scene
        if scene is None:
            return
        fitted = self.fitted()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(fitted.transform(), combine=True)
        self._paint_ground(painter, scene)
        self._paint_lines(painter, scene)
        painter.restore()
        seen = QRectF(0, 0, self.width(), self.height())
        for written in self.words_in(scene, fitted, seen):
            self._paint_written(painter, written)

    def _paint_ground(self, painter: QPainter, scene: Scene) -> None:
        painter.fillPath(scene.outline, self.colour("open"))
        for role, path in scene.fills.items():
            painter.fillPath(path, self.colour(role))
        painter.strokePath(scene.fixtures, self._pen("fixture"))
        painter.strokePath(scene.details, self._pen("fixture", 0.5))

    def _paint_lines(self, painter: QPainter, scene: Scene) -> None:
        painter.setPen(self._pen("wall"))
        painter.drawLines(scene.walls)
        painter.strokePath(scene.barriers, self._pen("wall"))
        target = scene.shape_of(self._target)
        if target is not None:
            painter.fillPath(target.path, self.colour("target"))
        painter.strokePath(scene.outline, self._pen("edge", 1.5))
        painter.strokePath(scene.doors, self._pen("open", 2.0))

    def _pen(self, role: str, times: float = 1.0) -> QPen:
        """A pen as wide at any zoom."""
        pen = QPen(self.colour(role), self.pixels("line", 2) * times)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def words_in(self, scene: Scene, fitted: Fit, seen: QRectF) -> list[Written]:
        """All that is written into what is seen, with signs; the mark "you are here" and the way are kept free."""
        taken = Taken()
        for here in self._floor.here if self._floor else ():
            taken.take(self._mark_box(fitted.point(here)))
        hand = self._hand()
        shapes = [shape for shape in scene.shapes if self._in_sight(shape, fitted, seen)]
        target = [shape for shape in shapes if shape.unit.key == self._target]
        others = [shape for shape in shapes if shape.unit.key != self._target]
        scribe = Scribe(hand, taken)
        way = [self._end_box(fitted), *boxes_along(self._ways, fitted, self.pixels("width", 12) * 1.5)]
        written = [one for shape in target for one in scribe.sought(shape, fitted, way, seen)]
        written += self._signs(hand, taken, fitted, seen)
        for box in boxes_along(self._ways, fitted, self.pixels("width", 12) * 2):
            taken.take(box)
        return written + list(scribe.written(others, fitted))

    def _end_box(self, fitted: Fit) -> QRectF:
        """The disc in which the way ends, as RouteLine draws it; empty where there is none."""
        last = next((way[-1] for way in reversed(self._ways) if way), None)
        if last is None:
            return QRectF()
        at, radius = fitted.point((last[0], last[1])), self.pixels("width", 10) * 1.6
        return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)

    @staticmethod
    def _in_sight(shape: Shape, fitted: Fit, seen: QRectF) -> bool:
        return fitted.transform().mapRect(shape.around).intersects(seen)

    def _signs(self, hand: Hand, taken: Taken, fitted: Fit, seen: QRectF) -> list[Written]:
        found = []
        edge = hand.icon * 0.8
        for sign in self._floor.signs if self._floor else ():
            at = fitted.point(sign.at)
            box = QRectF(at.x() - edge / 2, at.y() - edge / 2, edge, edge)
            if box.intersects(seen) and taken.free(box):
                taken.take(box)
                found.append(Written("sign", box, icon=sign.icon))
        return found

    def _hand(self) -> Hand:
        large = self.pixels("size", 30)
        return Hand(
            self.font(large, bold=True),
            self.font(large),
            self.font(self.pixels("small", 27)),
            self.pixels("line", 2) * 1.5 + 2,
            self.pixels("icon", 44),
        )

    def _mark_box(self, at: QPointF) -> QRectF:
        """What "you are here" covers, as HereMark draws it: a dot, and words under it."""
        metrics = QFontMetricsF(self.font(self.pixels("small", 27)))
        dot = self.pixels("hereDot", 34)
        width = metrics.horizontalAdvance(str(self._look.get("hereWords", ""))) + dot * 1.1
        return QRectF(at.x() - width / 2, at.y() - dot / 2, width, dot * 1.4 + metrics.height() * 1.3)

    def _paint_written(self, painter: QPainter, written: Written) -> None:
        if written.icon:
            self._paint_icon(painter, written)
            return
        painter.save()
        if written.plate:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("target"))
            painter.drawRoundedRect(written.box, written.box.height() * 0.2, written.box.height() * 0.2)
        painter.setPen(self.colour(written.role))
        if written.upward:
            middle = written.box.center()
            painter.translate(middle)
            painter.rotate(-90)
            painter.translate(-middle)
        for line in written.lines:
            painter.setFont(line.font)
            text = laid_out(line.words, line.font.key())
            size = text.size()
            middle = line.box.center()
            painter.drawStaticText(middle - QPointF(size.width() / 2, size.height() / 2), text)
        painter.restore()

    def _paint_icon(self, painter: QPainter, written: Written) -> None:
        """A drawing; signs, which stand on no unit of their own, on a small plate."""
        box, colour = written.box, self.colour("moveText")
        if written.role == "sign":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("moveText"))
            painter.drawRoundedRect(box, box.width() * 0.18, box.width() * 0.18)
            colour, box = (
                self.colour("open"),
                box.adjusted(*(box.width() * side for side in (0.13, 0.13, -0.13, -0.13))),
            )
        elif written.role == "targetText":
            colour = self.colour("targetText")
        painter.drawImage(box.topLeft(), icon(written.icon, colour.name(), int(box.width())))


@lru_cache(maxsize=512)
def laid_out(words: str, font_key: str) -> QStaticText:
    """Words laid out once in a font (as QFont.key names it), since a plan is painted again and again."""
    font = QFont()
    font.fromString(font_key)
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), font)
    return text


@lru_cache(maxsize=64)
def icon(name: str, colour: str, edge: int) -> QImage:
    """One of the drawings, in a colour and size; they are few."""
    return drawn(drawing(FOLDER, name), QColor(colour), QSize(edge, edge))


def register_plan() -> None:
    """Make the paintings of a floor known to QML."""
    for painting in (FloorPlan, RouteLine):
        qmlRegisterType(painting, MODULE, 1, 0, painting.__name__)  # type: ignore[call-overload] # stubs want bytes
