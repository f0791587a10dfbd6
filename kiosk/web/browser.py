"""The browser's own process: draws the website into shared memory and does what the kiosk says. Never started by hand.

It runs as an ordinary user with the engine's sandbox on, without a screen, and dies with the kiosk.
"""

import ctypes
import mmap
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QSocketNotifier, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWebEngineQuick import QQuickWebEngineProfile, QtWebEngineQuick

from kiosk.languages import Languages
from kiosk.origins import AllowList, origin
from kiosk.providers.icons import IconProvider
from kiosk.web.bounds import bind
from kiosk.web.finger import FingerTip
from kiosk.web.interceptor import Interceptor
from kiosk.web.messages import (
    TO_BROWSER,
    Again,
    Alive,
    Ask,
    Back,
    Finger,
    FromBrowser,
    Go,
    Key,
    Lines,
    Look,
    Picture,
    Seen,
    Stop,
    ToBrowser,
    Turn,
    read,
)
from kiosk.web.port import WebPort
from kiosk.web.start import Start, started
from kiosk.web.teller import Teller

QML = Path(__file__).parents[1] / "qml"
SCENE = QML / "Web" / "Browser.qml"
PR_SET_PDEATHSIG = 1
FRAME_MS = 30
"""Between two pictures: a page that moves by itself must not take a whole core of a small machine."""
NOTCH = 120
"""Of a wheel, in Qt's eighths of a degree."""
OTHERS_SCHEMES = ("mailto", "tel", "sms", "weixin", "alipays", "file", "ftp")


class Painter:
    """Copies what the window shows into the shared memory; each picture waits until the one before was seen."""

    def __init__(self, window: QQuickWindow, memory: mmap.mmap, tell: Callable[[FromBrowser], None]) -> None:
        """Listen to the window."""
        self._window, self._memory, self._tell = window, memory, tell
        self._waits_for_kiosk = False
        self._changed = False
        self._pause = QTimer()
        self._pause.setSingleShot(True)
        self._pause.setInterval(FRAME_MS)
        self._pause.timeout.connect(self._next)
        window.frameSwapped.connect(self._swapped, Qt.ConnectionType.QueuedConnection)

    def seen(self) -> None:
        """The kiosk has taken the picture."""
        self._waits_for_kiosk = False
        self._next()

    def _swapped(self) -> None:
        self._changed = True
        self._next()

    def _next(self) -> None:
        if not self._changed or self._waits_for_kiosk or self._pause.isActive():
            return
        self._changed = False
        image = self._window.grabWindow()
        size = image.sizeInBytes()
        if image.isNull() or size > len(self._memory):
            return
        self._memory[:size] = bytes(image.constBits())
        self._waits_for_kiosk = True
        self._pause.start()
        self._tell(Picture(image.width(), image.height(), image.bytesPerLine()))


class Browser:
    """Does what the kiosk says, line by line."""

    def __init__(self, start: Start, engine: QQmlApplicationEngine) -> None:
        """Load the scene. The profile, fresh and off the record, must outlive it."""
        self.languages = Languages(engine)
        self._socket = socket.socket(fileno=start.talk)
        self._socket.setblocking(False)
        self._lines = Lines()
        allowed = AllowList(tuple(map(origin, start.origins)))
        self._teller = Teller(self._socket)
        self.tell = self._teller.tell
        self.port = WebPort(allowed, self.tell)
        self.profile = QQuickWebEngineProfile()
        self.profile.setHttpAcceptLanguage("zh-CN,zh;q=0.9,en;q=0.5")
        self.interceptor = Interceptor(self.port.may_load)
        self.profile.setUrlRequestInterceptor(self.interceptor)
        engine.setInitialProperties({"port": self.port, "profile": self.profile})
        engine.load(QUrl.fromLocalFile(str(SCENE)))
        window = next(iter(engine.rootObjects()), None)
        assert isinstance(window, QQuickWindow), "Browser.qml makes a window"
        self.window = window
        self.finger = FingerTip(window)
        # A list that the engine opened by itself was closed at once and took the keys along.
        window.activeChanged.connect(self._stay_active, Qt.ConnectionType.QueuedConnection)
        self.painter = Painter(window, mmap.mmap(start.picture, start.picture_bytes), self.tell)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        try:
            piece = self._socket.recv(1 << 16)
        except BlockingIOError:
            return
        except ConnectionResetError:
            piece = b""
        if not piece:
            end()
        for line in self._lines.fed(piece):
            self._do(read(line, TO_BROWSER))

    def _do(self, message: ToBrowser) -> None:
        match message:
            case Finger(phase, x, y, ms):
                self.finger.feel(phase, QPoint(x, y), ms)
            case Turn(steps, x, y):
                self._turn(steps, QPointF(x, y))
            case Key(key, text):
                self._press(key, text)
            case Seen():
                self.painter.seen()
            case Ask():
                self.tell(Alive(self._only_window()))
                self.port.listen()
            case Stop():
                end()
            case Look() | Go() | Back() | Again():
                self._lead(message)

    def _lead(self, message: Look | Go | Back | Again) -> None:
        match message:
            case Look():
                self._look(message)
            case Go(url):
                self.port.go(url)
            case Back():
                self.port.backWanted.emit()
            case Again():
                self.port.againWanted.emit()

    def _stay_active(self) -> None:
        if not self.window.isActive():
            self.window.requestActivate()

    def _only_window(self) -> int:
        """How many windows there are. Menus of a page lie in ours; whatever stands beside it goes."""
        windows = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
        for other in windows:
            if other is not self.window:
                other.close()
        return len(windows)

    def _look(self, look: Look) -> None:
        self.window.setWidth(look.width)
        self.window.setHeight(look.height)
        self.languages.show(english=look.english)
        self.port.lookWanted.emit(look.zoom, look.large, look.contrast, look.english)

    def _turn(self, steps: int, at: QPointF) -> None:
        turned = QPoint(0, -steps * NOTCH)
        plain = Qt.KeyboardModifier.NoModifier
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(at, at, QPoint(), turned, buttons, plain, phase, False)
        QCoreApplication.sendEvent(self.window, wheel)

    def _press(self, key: int, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(self.window, event)


def end() -> None:
    """End at once with every process of the engine; nothing is worth keeping, so nothing is tidied."""
    for child in children():
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    with suppress(ChildProcessError):
        while True:
            os.wait()
    os._exit(0)


def children() -> list[int]:
    """The processes this one has started."""
    lists = [task.read_text(encoding="ascii") for task in Path("/proc/self/task").glob("*/children")]
    return [int(child) for text in lists for child in text.split()]


class Nowhere(QObject):
    """Where Qt would hand an address to the desktop: nothing happens."""

    @Slot(QUrl)
    def swallow(self, _url: QUrl) -> None:
        """It ends here."""


def fit_glass(engine: QQmlApplicationEngine, start: Start) -> None:
    """Keys are as large as on the kiosk's own pages: the glass is the same, this is a piece of it."""
    metrics = engine.singletonInstance("Lobby.Theme", "Metrics")
    assert isinstance(metrics, QObject), "Lobby.Theme has Metrics"
    width, height = start.screen
    told = {"screenWidth": width, "screenHeight": height, "diagonalMm": start.diagonal_mm, "bottomMm": start.bottom_mm}
    for name, value in told.items():
        metrics.setProperty(name, value)


def main(text: str) -> int:
    """Serve until the kiosk says stop, or is gone."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    bind()
    start = started(text)
    QtWebEngineQuick.initialize()
    app = QGuiApplication(["openhall-web"])
    nowhere = Nowhere()
    for scheme in OTHERS_SCHEMES:
        QDesktopServices.setUrlHandler(scheme, nowhere, "swallow")  # type: ignore[arg-type]  # stubs want bytes, Qt takes text
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.addImageProvider("icon", IconProvider())
    fit_glass(engine, start)
    browser = Browser(start, engine)
    browser.tell(Alive(1))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
