"""One finger on a page: touches as the engine knows them, never held long enough to open a menu.

up ──down──▶ down ──moved beyond SLOP_PX──▶ moving
▲             │ HOLD_MS                       ▲
│             ▼                               │ the page learns of a finger that comes down only now
└────up──── held ──moved beyond SLOP_PX───────┘
"""

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
        self._down_ms = 0
        self._is_held = False
        self._hold = QTimer()
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._held)

    def feel(self, phase: str, at: QPoint, ms: int) -> None:
        """The finger went down, moved, or was lifted, at a time by the screen's clock (see messages.Finger)."""
        if phase == "down" and self._down is None:
            self._down_ms = ms
            self._press(at)
        elif phase == "move" and self._down is not None:
            self._move(self._down, at)
        elif phase == "up" and self._down is not None:
            self._hold.stop()
            if self._is_held and 0 <= ms - self._down_ms < HOLD_MS:
                # Only this machine was slow: the visitor was not.
                self._press(self._down)
                self._hold.stop()
                self._is_held = False
            if not self._is_held:
                self._release(at)
            self._down = None

    def _press(self, at: QPoint) -> None:
        self._down, self._is_held = at, False
        self._hold.start()
        QTest.touchEvent(self._window, self._device, False).press(0, at, self._window).commit(False)

    def _move(self, begun: QPoint, at: QPoint) -> None:
        if (at - begun).manhattanLength() > SLOP_PX:
            if self._is_held:
                # Whoever rests a finger on the glass before scrolling shall scroll all the same.
                self._press(begun)
            self._hold.stop()
        if not self._is_held:
            QTest.touchEvent(self._window, self._device, False).move(0, at, self._window).commit(False)

    def _release(self, at: QPoint) -> None:
        QTest.touchEvent(self._window, self._device, False).release(0, at, self._window).commit(False)

    def _held(self) -> None:
        """Held still: for the page the touch never was."""
        assert self._down is not None
        QCoreApplication.sendEvent(self._window, QTouchEvent(QEvent.Type.TouchCancel, self._device))
        self._release(self._down)
        self._is_held = True
