"""The piece of glass on which the website shows: paints the browser's pictures, lends it one finger and plain keys."""

from PySide6.QtCore import Property, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QPainter, QTouchEvent, QWheelEvent
from PySide6.QtQml import qmlRegisterType
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.viewmodels.offered import MODULE
from kiosk.web.visit import WebVisit

HARMLESS = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
"""Besides letters: what somebody who brings a keyboard needs. Function keys and all with Ctrl, Alt or Meta stay out."""
PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
NOTCH = 120


class WebPane(QQuickPaintedItem):
    """Shows one WebVisit."""

    visitChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self._visit: WebVisit | None = None
        self._finger: int | None = None
        self.setOpaquePainting(True)
        self.setFillColor(Qt.GlobalColor.white)
        self.setAcceptTouchEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setFlag(QQuickItem.Flag.ItemIsFocusScope, True)

    def _get_visit(self) -> WebVisit | None:
        return self._visit

    def _set_visit(self, visit: WebVisit | None) -> None:
        if visit is self._visit:
            return
        if self._visit is not None:
            self._visit.pictured.disconnect(self._repaint)
        self._visit = visit
        if visit is not None:
            visit.pictured.connect(self._repaint)
            self._fit()
        self.visitChanged.emit()
        self.update()

    visit = Property(WebVisit, _get_visit, _set_visit, notify=visitChanged)

    def _repaint(self) -> None:
        self.update()

    def _fit(self) -> None:
        if self._visit is not None and self.width() >= 1 and self.height() >= 1:
            self._visit.fit(int(self.width()), int(self.height()))

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        """Qt asks for it."""
        super().geometryChange(new, old)
        self._fit()

    def paint(self, painter: QPainter) -> None:
        """Qt asks for it: the last picture, at its own size."""
        if self._visit is not None and not self._visit.image.isNull():
            painter.drawImage(0, 0, self._visit.image)

    def touchEvent(self, event: QTouchEvent) -> None:
        """Qt asks for it: the first finger counts, all others are ignored."""
        for point in event.points():
            self._point(point, event.timestamp())
        event.accept()

    def _point(self, point: QEventPoint, ms: int) -> None:
        if self._finger is None and point.state() == QEventPoint.State.Pressed:
            self._finger = point.id()
            self._feel("down", point.position(), ms)
        elif point.id() == self._finger:
            if point.state() == QEventPoint.State.Released:
                self._finger = None
                self._feel("up", point.position(), ms)
            elif point.state() == QEventPoint.State.Updated:
                self._feel("move", point.position(), ms)

    def touchUngrabEvent(self) -> None:
        """Qt asks for it: something else has taken the touch."""
        if self._finger is not None:
            self._finger = None
            self._feel("up", QPointF(-1, -1), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt asks for it: a mouse is one more finger."""
        self._feel("down", event.position(), event.timestamp())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt asks for it."""
        self._feel("move", event.position(), event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt asks for it."""
        self._feel("up", event.position(), event.timestamp())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt asks for it: a wheel turns the page; with Ctrl it would enlarge it for good, so then it does nothing."""
        if self._visit is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._visit.turned(-event.angleDelta().y() // NOTCH, event.position().toPoint())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt asks for it."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~PLAIN
        if self._visit is not None and plain and (key in HARMLESS or (event.text().isprintable() and event.text())):
            self._visit.typed(key, event.text() if event.text().isprintable() else "")
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt asks for it: the browser was told the key as a whole."""
        event.accept()

    def _feel(self, phase: str, at: QPointF, ms: int) -> None:
        if phase == "down":
            self.forceActiveFocus()
        if self._visit is not None:
            self._visit.felt(phase, at.toPoint(), ms)


def register_pane() -> None:
    """Make the pane known to QML."""
    qmlRegisterType(WebPane, MODULE, 1, 0, WebPane.__name__)  # type: ignore[call-overload] # stubs want bytes
