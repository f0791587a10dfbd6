"""Puts the kiosk together: the only place that knows every concrete class."""

import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer, QUrl
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.editions import Shelf
from kiosk.keyboard import forget, prepare
from kiosk.languages import Languages
from kiosk.providers.icons import IconProvider
from kiosk.providers.qr import QrProvider
from kiosk.service import build_service, start_again
from kiosk.settings import Settings
from kiosk.touches import Touches
from kiosk.viewmodels.pages import register
from kiosk.viewmodels.service import Ending, Service
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.view import View
from kiosk.viewmodels.visit import Visit
from kiosk.viewmodels.welcome import WelcomeFacts

if TYPE_CHECKING:
    from kiosk.upkeep import Upkeep

QML = Path(__file__).parent / "qml"
PORTRAIT = (1080, 1920)
SETTLE_MS = 100
"""How long a hidden window is left to its render thread. Qt's software render thread sleeps for ever, and the program
never ends, where its window is destroyed while it is on its way to sleep (qsgsoftwarethreadedrenderloop.cpp, `run`)."""


@dataclass(slots=True)
class Kiosk:
    """What shows: the parts that make the picture and answer touches."""

    settings: Settings
    engine: QQmlApplicationEngine
    window: QQuickWindow
    shell: Shell
    visit: Visit
    shelf: Shelf
    touches: Touches
    languages: Languages
    service: Service
    now: Callable[[], datetime]

    def tick(self) -> None:
        """Once a second: time goes on, and a new edition is taken in when nobody is touching."""
        self.visit.tick()
        self.shell.tick()
        self.service.tick()
        if self.shelf.look(at_rest=self.visit.session.at_rest):
            self.shell.renew()

    def close(self) -> None:
        """End what QML shows before what it reads."""
        self.shell.close()
        self.languages.show(english=False)
        self.window.removeEventFilter(self.touches)
        self.window.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def build(
    settings: Settings,
    now: Callable[[], datetime],
    size: tuple[int, int] = PORTRAIT,
    clock: Callable[[], float] = time.monotonic,
) -> Kiosk:
    """A kiosk with its window made, but not yet shown. `clock` gives seconds that only grow."""
    shelf = Shelf(settings.current)
    shelf.look(at_rest=True)

    def view(english: bool) -> View | None:  # noqa: FBT001 - the visitor's choice
        if shelf.edition is None:
            return None
        return View(shelf.edition, now(), settings.zone, english, settings.place, settings)

    visit = Visit(settings.patience, clock)
    welcome = WelcomeFacts(settings.site, settings.telephone, str(settings.current.parent))
    shell = Shell(view, visit, welcome, now, settings.zone)
    service = build_service(settings, shelf, visit, now, size, clock)
    engine = new_engine()
    visit.ended.connect(forget)
    engine.setInitialProperties({"shell": shell, "service": service, **glass(settings, size)})
    engine.load(QUrl.fromLocalFile(str(QML / "Lobby" / "Main.qml")))
    window = next(iter(engine.rootObjects()), None)
    assert isinstance(window, QQuickWindow), "Main.qml makes a window"
    languages = Languages(engine)
    visit.choicesChanged.connect(lambda: languages.show(english=visit.chose("english")))
    touches = Touches(visit)
    touches.keyed.connect(shell.go_by_keys)
    touches.led.connect(shell.led)
    window.installEventFilter(touches)
    shell.start()
    return Kiosk(settings, engine, window, shell, visit, shelf, touches, languages, service, now)


def new_engine() -> QQmlApplicationEngine:
    """An engine that knows our modules."""
    register("home")
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.addImageProvider("icon", IconProvider())
    engine.addImageProvider("qr", QrProvider())
    return engine


def glass(settings: Settings, size: tuple[int, int]) -> dict[str, object]:
    """What a window is told of the glass it fills, as its first properties; `size` is in pixels."""
    return {
        "width": size[0],
        "height": size[1],
        "diagonalMm": settings.screen.diagonal_mm,
        "bottomMm": settings.screen.bottom_mm,
        "reducedMotion": not settings.motion,
    }


def theme(engine: QQmlApplicationEngine, name: str) -> QObject:
    """One of the singletons of the look: Metrics, Type, Theme, Motion."""
    found = engine.singletonInstance("Lobby.Theme", name)
    assert isinstance(found, QObject), f"Lobby.Theme has {name}"
    return found


def application() -> QGuiApplication:
    """The Qt application, made if there is none yet."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        prepare()
        app = QGuiApplication(sys.argv[:1])
        app.setApplicationName("openhall-kiosk")
    # Signs stand on whole pixels: else Qt keeps up to four pictures of every sign in every size, for good.
    font = app.font()
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    app.setFont(font)
    return app


def run(settings: Settings, size: tuple[int, int] | None, *, windowed: bool) -> int:
    """Show the kiosk until the program is ended."""
    app = application()
    # Python hears a signal when it next has its turn: at the latest with the next tick.
    signal.signal(signal.SIGTERM, lambda *_: app.exit(0))
    kiosk = build(settings, lambda: datetime.now(UTC), size or settings.screen.size or _screen_size(app))
    kiosk.touches.may_close = windowed
    kiosk.service.ended.connect(app.exit)
    upkeep: list[Upkeep] = []
    # Frames are swapped on the render thread; a timer fires on ours.
    swapped = QTimer(singleShot=True, interval=0)

    def first_frame() -> None:
        kiosk.window.frameSwapped.disconnect(swapped.start)
        # Loaded now: the first frame waits for every import.
        shown = time.monotonic()
        upkeep.append(resolve_name("kiosk.upkeep:Upkeep")(kiosk))
        upkeep[0].begin(shown, pointer=windowed)

    swapped.timeout.connect(first_frame)
    kiosk.window.frameSwapped.connect(swapped.start)
    if windowed:
        kiosk.window.show()
    else:
        kiosk.window.showFullScreen()
    status = app.exec()
    for running in upkeep:
        running.end()
    kiosk.window.hide()
    QThread.msleep(SETTLE_MS)
    kiosk.close()
    supervised = any(running.supervisor.is_there for running in upkeep)
    if kiosk.service.property("question") == "restart" and status == Ending.AGAIN and not supervised:
        start_again()
    return status


def _screen_size(app: QGuiApplication) -> tuple[int, int]:
    geometry = app.primaryScreen().geometry()
    return geometry.width(), geometry.height()
