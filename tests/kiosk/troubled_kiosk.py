"""The real kiosk, that can be told to fail: `python -m tests.kiosk.troubled_kiosk`, with the kiosk's own arguments.

A word written into the file `trouble` of its home brings the trouble about, from inside:

    busy        the event loop never comes back from a handler
    renderer    the render thread stops in the middle of a frame
    frames      frames are asked for and never drawn
    segfault    a null pointer is read
    touch NAME  no trouble: a finger touches a thing, and what is then in sight is written to `answer`
    hold        no trouble: a finger holds the hidden corner for as long as staff do, and answers likewise
"""

import ctypes
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

import kiosk.app
from kiosk.__main__ import main
from kiosk.app import Kiosk
from tests.kiosk.hand import Hand

LOOK_MS = 20
CORNER, HELD_MS = QPointF(9, 40), 6000
HOME = Path(os.environ["OPENHALL_HOME"])


class NoFrames(QObject):
    """Swallows what asks a window to draw."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name and arguments
        return event.type() == QEvent.Type.UpdateRequest


NO_FRAMES = NoFrames()


def stop_rendering() -> None:
    time.sleep(3600)


def come_about(made: Kiosk, word: str, name: str) -> None:
    """Bring the trouble about, or touch."""
    window: QQuickWindow = made.window
    match word:
        case "busy":
            while True:
                pass
        case "renderer":
            window.beforeRendering.connect(stop_rendering, Qt.ConnectionType.DirectConnection)
            window.update()
        case "frames":
            window.installEventFilter(NO_FRAMES)
        case "segfault":
            ctypes.string_at(0)
        case "touch" | "hold":
            hand = Hand(made)
            if word == "touch":
                hand.touch(name)
            else:
                hand.press(CORNER)
                QTest.qWait(HELD_MS)
                hand.release(CORNER)
            beside = HOME / "answer.new"
            beside.write_text("\n".join(hand.names()), encoding="utf-8")
            beside.replace(HOME / "answer")


def watch(made: Kiosk) -> None:
    """Look for the file from now on."""
    wish = HOME / "trouble"

    def look() -> None:
        if wish.exists():
            word, _, name = wish.read_text(encoding="utf-8").partition(" ")
            wish.unlink()
            come_about(made, word, name)

    timer = QTimer(made.window)
    timer.timeout.connect(look)
    timer.start(LOOK_MS)


def build_watched(*arguments: object, **named: object) -> Kiosk:
    """As the kiosk is built, and watched."""
    made = build(*arguments, **named)  # type: ignore[arg-type]
    watch(made)
    return made


if __name__ == "__main__":
    build = kiosk.app.build
    kiosk.app.build = build_watched
    sys.exit(main(sys.argv[1:]))
