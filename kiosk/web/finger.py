"""One finger on a page: touches as the engine knows them, never held long enough to open a menu."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickWindow

# Qt's only public way to send a touch through its own front door, which keeps count of the points that are down.
from PySide6.QtTest import QTest

HOLD_MS = 400
"""Chromium takes 500 ms for a long press."""
SLOP_PX = 12


class FingerTip:
    """Touches one window."""

    def __init__(self, window: QQuickWindow) -> None:
        """Up."""
        self._window = window
        self._device: QPointingDevice = QTest.createTouchDevice()
        self._down: QPoint | None = None
        self._hold = QTimer()
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._held)

    def feel(self, phase: str, at: QPoint) -> None:
        """The finger went down, moved, or was lifted."""
        event = QTest.touchEvent(self._window, self._device, False)
        if phase == "down" and self._down is None:
            self._down = at
            self._hold.start()
            event.press(0, at, self._window).commit(False)
        elif phase == "move" and self._down is not None:
            if (at - self._down).manhattanLength() > SLOP_PX:
                self._hold.stop()
            event.move(0, at, self._window).commit(False)
        elif phase == "up" and self._down is not None:
            self._hold.stop()
            self._down = None
            event.release(0, at, self._window).commit(False)

    def _held(self) -> None:
        """Held still: for the page the touch never was."""
        QCoreApplication.sendEvent(self._window, QTouchEvent(QEvent.Type.TouchCancel, self._device))
