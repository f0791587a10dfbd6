"""Gives the supervisor signs of life, each of which a real frame had to earn.

    timer ─▶ event loop ─▶ window.update() ─▶ render thread ─▶ frameSwapped ─▶ event loop ─▶ "alive"

A scene that stands still is asked for a frame all the same: where any part of the path is stuck, no sign is given, and
the supervisor starts the kiosk anew. A window that is not exposed (the screen is off) owes no frames; then the way
through the event loop is enough.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

from ledsign.supervisor import Supervisor


class Pulse(QObject):
    """The pulse of one window, from `start` until the program ends."""

    def __init__(self, window: QQuickWindow, supervisor: Supervisor) -> None:
        """Nothing is told yet."""
        super().__init__()
        self._window, self._supervisor = window, supervisor
        self._asked = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._ask)
        # Frames are swapped on the render thread: what follows from them belongs onto ours.
        window.frameSwapped.connect(self._presented, Qt.ConnectionType.QueuedConnection)

    def start(self, status: str) -> None:
        """The first frame is on the glass: the kiosk is ready, and signs of life begin where they are awaited."""
        self._supervisor.ready(status)
        if self._supervisor.period_s is not None:
            self._timer.start(round(self._supervisor.period_s * 1000))

    @Slot()
    def _ask(self) -> None:
        if self._window.isExposed():
            self._asked = True
            self._window.update()
        else:
            self._supervisor.alive()

    @Slot()
    def _presented(self) -> None:
        if self._asked:
            self._asked = False
            self._supervisor.alive()

    def stop(self) -> None:
        """The program ends as it shall."""
        self._timer.stop()
        self._supervisor.stopping()
