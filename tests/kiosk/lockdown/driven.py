"""The kiosk as it runs in a lobby, with a hand at its glass that does what lines on standard input say.

`python -m tests.kiosk.lockdown.driven SETTINGS WxH`: nothing of the program is replaced; touches and keys go through
Qt's own front door, as a screen's do. Each line is a JSON object {"do": ..., ...}; each is answered by one.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    QSocketNotifier,
    Qt,
    QUrl,
)
from PySide6.QtGui import QClipboard, QDropEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest

from kiosk import app
from kiosk.app import Kiosk
from kiosk.glass import things
from kiosk.settings import Settings, read_settings
from kiosk.web.messages import Ask, Go
from kiosk.web.visit import WebVisit
from tests.kiosk.lockdown.seen import Seen

Told = TypeVar("Told")


class Hand(QObject):
    """Does one order at a time."""

    def __init__(self, kiosk: Kiosk) -> None:
        """Listen."""
        super().__init__()
        self.window, self.shell, self.person = kiosk.window, kiosk.shell, kiosk.visit
        self.pictures = 0
        self.device = QTest.createTouchDevice()
        self.refused: list[tuple[str, str]] = []
        self.rest = b""
        self.notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.notifier.activated.connect(self.hear)
        self.known: WebVisit | None = None

    @property
    def visit(self) -> WebVisit | None:
        page = self.shell._objects[-1] if self.shell._objects else None
        found = page if isinstance(page, WebVisit) else None
        if found is not None and found is not self.known:
            self.known = found
            found.refused.connect(lambda what, detail: self.refused.append((what, detail)))
            found.pictured.connect(self._count)
        return found

    def _count(self) -> None:
        self.pictures += 1

    def hear(self) -> None:
        piece = os.read(0, 1 << 20)
        if not piece:
            QCoreApplication.exit(0)
            return
        *lines, self.rest = (self.rest + piece).split(b"\n")
        for line in lines:
            order = json.loads(line)
            answer = getattr(self, f"do_{order.pop('do')}")(**order)
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()

    def do_open(self, page: str, key: str = "") -> bool:
        """Open a page from where the visitor is, as a touch on its tile would."""
        self.person.touched()
        self.shell.openPage(page, key, len(self.shell.way.stops) - 1)
        return self.visit is not None

    def do_touch(self, name: str) -> bool:
        """Touch the middle of the thing with this accessible name; False where none is in sight."""
        found = [thing for thing in things(self.window) if thing.name == name and thing.touchable]
        if found:
            middle = found[0].seen.center()
            self.do_tap(middle.x(), middle.y())
        return bool(found)

    def do_names(self) -> list[str]:
        return [thing.name for thing in things(self.window) if not thing.seen.isEmpty()]

    def do_pane(self) -> tuple[float, float, float, float] | None:
        """Where the website shows: left, top, width, height in pixels. Not for `state`, which is asked all the time."""
        seen = next((thing.seen for thing in things(self.window) if thing.name.startswith("网站页面")), None)
        return (seen.x(), seen.y(), seen.width(), seen.height()) if seen else None

    def do_tap(self, x: float, y: float) -> None:
        self.do_finger([("down", 0, x, y)])
        self.do_finger([("up", 0, x, y)])

    def do_finger(self, points: list[tuple[str, int, float, float]]) -> None:
        """One event of a touchscreen with any number of points, each a phase, a number and a place."""
        event = QTest.touchEvent(self.window, self.device, False)
        for phase, number, x, y in points:
            at = QPoint(int(x), int(y))
            {"down": event.press, "move": event.move, "up": event.release}[phase](number, at, self.window)
        event.commit()

    def do_mouse(self, button: str, x: float, y: float, control: bool = False) -> None:  # noqa: FBT002
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.window, getattr(Qt.MouseButton, f"{button}Button"), held, QPoint(int(x), int(y)))

    def do_wheel(self, notches: int, x: float, y: float, control: bool = False) -> None:  # noqa: FBT002
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        at, none, phase = QPointF(x, y), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, -120 * notches), none, held, phase, False)
        QCoreApplication.sendEvent(self.window, event)

    def do_key(self, key: str, held: str = "", text: str = "") -> None:
        """A key by its name in Qt, with the modifiers named in `held`."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in held.split():
            modifiers |= getattr(Qt.KeyboardModifier, f"{name}Modifier")
        if text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, getattr(Qt.Key, f"Key_{key}"), modifiers, text)
                QCoreApplication.sendEvent(self.window, event)
        else:
            QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{key}"), modifiers)

    def do_type(self, text: str) -> None:
        """Each character as a key press, as a keyboard that somebody brought would send it."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(self.window, event)

    def do_drop(self, url: str, text: str, x: float, y: float) -> None:
        """Something dropped on the glass."""
        load = QMimeData()
        if url:
            load.setUrls([QUrl(url)])
        load.setText(text)
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        for kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            event = QDropEvent(QPointF(x, y), action, load, button, Qt.KeyboardModifier.NoModifier, kind)
            QCoreApplication.sendEvent(self.window, event)

    def do_close(self) -> None:
        """What Alt+F4, or a window manager, asks of a window."""
        self.window.close()

    def do_go(self, url: str) -> None:
        """Our own code sends the browser somewhere."""
        if self.visit is not None and self.visit.browser is not None:
            self.visit.browser.say(Go(url))

    def do_ask(self) -> None:
        """How many windows the browser has is told when it is asked."""
        if self.visit is not None and self.visit.browser is not None:
            self.visit.browser.say(Ask())

    def do_leave(self) -> None:
        self.person.leave()

    def do_tick(self) -> None:
        self.person.tick()

    def do_picture(self, file: str) -> bool:
        return self.window.grabWindow().save(file)

    def do_state(self) -> dict[str, object]:
        """Everything the suite judges by."""
        visit, clipboard = self.visit, QGuiApplication.clipboard()
        refused, self.refused = self.refused, []
        kept = [clipboard.text(QClipboard.Mode.Clipboard)]
        if clipboard.supportsSelection():
            kept.append(clipboard.text(QClipboard.Mode.Selection))

        def read(name: str, otherwise: Told) -> Told:
            found: Told = getattr(visit, name, otherwise)
            return found

        return asdict(
            Seen(
                page=self.shell.way.here.page,
                stage=self.person.session.stage.value,
                seconds_left=self.person.session.seconds_left(time.monotonic()),
                windows=len([window for window in QGuiApplication.topLevelWindows() if window.isVisible()]),
                web_windows=read("windows", 0),
                clipboard="".join(kept),
                refused=tuple(refused),
                state=read("state", ""),
                why=read("why", ""),
                url=read("url", ""),
                title=read("page_title", ""),
                back=read("canGoBack", False),
                zoom=read("zoom", 0),
                notice=read("notice", ""),
                loading=read("loading", False),
                browser=visit.browser.pid if visit and visit.browser else 0,
                pictures=self.pictures,
            )
        )


def main(settings: Path, size: str) -> int:
    """Run until standard input ends. A screen in memory is small: so in a window, yet one that no visitor may close."""
    hands: list[Hand] = []
    make = app.build

    def build(settings: Settings, now: Callable[[], datetime], size: tuple[int, int]) -> Kiosk:
        made = make(settings, now, size)
        made.window.frameSwapped.connect(partial(ready, made), Qt.ConnectionType.QueuedConnection)
        return made

    def ready(made: Kiosk) -> None:
        if not hands:
            hands.append(Hand(made))
            made.touches.may_close = False
            sys.stdout.write('"ready"\n')
            sys.stdout.flush()

    # Only to get hold of what the program makes of itself.
    app.build = build  # type: ignore[assignment] # run() gives no clock
    width, height = map(int, size.split("x"))
    return app.run(read_settings(settings), (width, height), windowed=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
