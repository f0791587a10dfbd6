"""Watches everything that reaches the window: counts touches, wakes the screen, keeps the window open."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.session import Stage
from kiosk.viewmodels.visit import Visit

PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel}
RELEASES = {
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
    QEvent.Type.KeyRelease,
    QEvent.Type.Wheel,
}
OF_A_TOUCH = PRESSES | RELEASES | {QEvent.Type.MouseMove, QEvent.Type.TouchUpdate, QEvent.Type.MouseButtonDblClick}
UNWANTED = {
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.NativeGesture,
}
"""What a lobby's screen has no use for: menus, files dropped on it, gestures of a trackpad."""
MENU = 0x0100_0055
"""Qt.Key.Key_Menu. As a number: where `Qt` is first named, 120 enumerations are made, a fifteenth of the start."""
TAB, BACKTAB = 0x0100_0001, 0x0100_0002
LEADING = {
    TAB: "next",
    BACKTAB: "before",
    0x0100_0000: "back",  # Escape
    0x0100_0061: "back",  # Back, on keyboards for the web
    0x0100_0010: "home",
    0x0100_0012: "left",
    0x0100_0013: "up",
    0x0100_0014: "right",
    0x0100_0015: "down",
}
"""Keys that go from one thing on the glass to another."""
KEPT = {
    "QQuickTextInput": {"left", "right", "home"},
    "WebPane": {"next", "before", "left", "right", "up", "down"},
}
"""What a thing keeps for itself while the keys are on it."""


class Touches(QObject):
    """An event filter for the window. Neither the touch that wakes a resting screen nor wiping the glass presses.

    The warning before a visit ends is answered by its own buttons first: it lies over the page until the finger is
    lifted, else that would press what lies behind. Tab only goes from one of its buttons to the other.
    """

    keyed = Signal(bool)
    """A key was pressed (true) or the glass was touched."""
    led = Signal(str)
    """A key leads somewhere (a word of LEADING)."""

    def __init__(self, visit: Visit) -> None:
        """Report touches to `visit`. The window may only be closed once `may_close` is set."""
        super().__init__()
        self._visit = visit
        self._waking = False
        self._answering = False
        self.may_close = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt asks for it: True means that the window does not see the event."""
        kind = event.type()
        if kind in OF_A_TOUCH:
            return self._touched(kind, watched, event)
        if kind == QEvent.Type.Close and not self.may_close:
            event.ignore()
            return True
        return kind in UNWANTED

    def _touched(self, kind: QEvent.Type, watched: QObject, event: QEvent) -> bool:
        if self._visit.session.deaf:
            return True
        repeated = isinstance(event, QKeyEvent) and event.isAutoRepeat()
        # A key that something lies on is no visitor: without a touch the visit ends, and then it presses nothing.
        swallowed = repeated and self._visit.session.stage is not Stage.AWAKE
        if kind in PRESSES and not repeated:
            self._pressed(event)
            self.keyed.emit(kind == QEvent.Type.KeyPress)
        swallowed = swallowed or self._waking
        if kind in RELEASES and not repeated:
            self._released()
        if isinstance(event, QKeyEvent) and not swallowed:
            swallowed = event.key() == MENU or self._leads(watched, event)
        return swallowed

    def _leads(self, watched: QObject, event: QKeyEvent) -> bool:
        way = LEADING.get(event.key(), "")
        at = watched.activeFocusItem() if isinstance(watched, QQuickWindow) else None
        if not way or (at is not None and any(at.inherits(kind) and way in kept for kind, kept in KEPT.items())):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.led.emit(way)
        return True

    def _pressed(self, event: QEvent) -> None:
        self._waking = self._waking or self._visit.session.wakes_only
        if self._visit.session.stage is not Stage.WARNING:
            self._visit.touched()
        elif not (isinstance(event, QKeyEvent) and event.key() in {TAB, BACKTAB}):
            self._answering = True

    def _released(self) -> None:
        self._waking = False
        if self._answering:
            self._answering = False
            # Later: the button that is let go of answers first.
            QTimer.singleShot(0, self._visit.answered)
