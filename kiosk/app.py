"""Puts the kiosk together: the only place that knows every concrete class."""

import logging
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QRawFont
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from data.journal.writer import Journal
from kiosk import faces
from kiosk.editions import Shelf
from kiosk.health import EVERY_S, Health, seconds_since_process_start, write_health
from kiosk.keyboard import forget, prepare
from kiosk.languages import Languages
from kiosk.memory import settle, tidy
from kiosk.providers.icons import IconProvider
from kiosk.providers.qr import QrProvider
from kiosk.pulse import Pulse
from kiosk.service import build_service, start_again
from kiosk.settings import Settings
from kiosk.touches import Touches
from kiosk.viewmodels.pages import register
from kiosk.viewmodels.service import Ending, Service
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.view import View
from kiosk.viewmodels.visit import Visit
from kiosk.viewmodels.welcome import WelcomeFacts
from kiosk.voice.aloud import Aloud
from kiosk.voice.voice import Voice
from ledsign.supervisor import take_supervisor

logger = logging.getLogger(__name__)

QML = Path(__file__).parent / "qml"
TICK_MS = 1000
PORTRAIT = (1080, 1920)
LIKELY = ("offices", "staff", "powers", "map", "search", "hall", "portal", "catalogue", "bulletin", "help")
"""Pages that home leads to: prepared after the first frame, so that the first visitor waits for none."""
WARM_PAUSE_MS = 150
SETTLE_MS = 100
"""How long a hidden window is left to its render thread. Qt's software render thread sleeps for ever, and the program
never ends, where its window is destroyed while it is on its way to sleep (qsgsoftwarethreadedrenderloop.cpp, `run`)."""
VOICES_AFTER_MS = 5000
"""When the kiosk asks which voices are installed: the first visitor's first page comes before that."""


@dataclass(slots=True)
class Kiosk:
    """The parts that live as long as the program."""

    settings: Settings
    engine: QQmlApplicationEngine
    window: QQuickWindow
    shell: Shell
    visit: Visit
    shelf: Shelf
    touches: Touches
    languages: Languages
    voice: Voice
    service: Service
    now: Callable[[], datetime]
    first_frame_s: float | None = None
    tidied: int = 0
    """Visits after which the kiosk has tidied up."""
    held: tuple[QRawFont, ...] = ()
    """The faces that stay open."""

    def hold_faces(self) -> None:
        """Keep the faces of all texts open from now on. Once something shows: opening them takes its time."""
        self.held = faces.opened(theme(self.engine, "Type"))

    def keep_journal(self, journal: Journal) -> None:
        """Count visits, pages and ratings from now on. Who somebody looked for is not written down."""
        self.visit.began.connect(lambda: journal.note("visit"))
        self.service.noted.connect(lambda what: journal.note("service", {"what": what}))
        self.shell.pageOpened.connect(lambda page, key: journal.note("page", countable(page, key)))
        self.shell.rated.connect(
            lambda page, key, good, reason: journal.note(
                "rating", {**countable(page, key), "good": good, "reason": reason}
            )
        )

    def tick(self) -> None:
        """Once a second: time goes on, and a new edition is taken in when nobody is touching."""
        self.visit.tick()
        self.shell.tick()
        self.service.tick()
        at_rest = self.visit.session.at_rest
        if self.shelf.look(at_rest=at_rest):
            self.shell.renew()
        if at_rest and self.visit.session.visits > self.tidied:
            self.tidied = self.visit.session.visits
            tidy(self.engine, self.window)

    def tell_health(self) -> None:
        """Write how the kiosk is; a full disk is no reason to stop showing."""
        edition = self.shelf.edition
        health = Health(
            time=self.now().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            edition=edition.manifest.number if edition else None,
            state=self.visit.session.stage.value,
            problems=self.shelf.problems,
            first_frame_s=self.first_frame_s,
        )
        try:
            write_health(self.settings.home / "health" / "kiosk.json", health)
        except OSError as error:
            logger.warning("health cannot be written: %s", error)

    def close(self) -> None:
        """End what QML shows before what it reads."""
        self.shell.close()
        self.voice.rest()
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
    engine = new_engine(settings)
    visit.ended.connect(forget)
    engine.setInitialProperties({"shell": shell, "service": service, "width": size[0], "height": size[1]})
    engine.load(QUrl.fromLocalFile(str(QML / "Lobby" / "Main.qml")))
    window = next(iter(engine.rootObjects()), None)
    assert isinstance(window, QQuickWindow), "Main.qml makes a window"
    languages = Languages(engine)
    visit.choicesChanged.connect(lambda: languages.show(english=visit.chose("english")))
    touches = Touches(visit)
    touches.keyed.connect(shell.go_by_keys)
    voice = Voice(parent=window)
    Aloud(window, shell, visit, voice)
    window.installEventFilter(touches)
    shell.start()
    return Kiosk(settings, engine, window, shell, visit, shelf, touches, languages, voice, service, now)


def new_engine(settings: Settings) -> QQmlApplicationEngine:
    """An engine that knows our modules and the size of the glass."""
    register("home")
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.addImageProvider("icon", IconProvider())
    engine.addImageProvider("qr", QrProvider())
    metrics = theme(engine, "Metrics")
    metrics.setProperty("diagonalMm", settings.screen.diagonal_mm)
    metrics.setProperty("bottomMm", settings.screen.bottom_mm)
    theme(engine, "Motion").setProperty("reduced", not settings.motion)
    return engine


def countable(page: str, key: str) -> dict[str, str]:
    """What of an opened page may be counted: never which person, nor what was typed."""
    return {"page": page} if page in {"person", "search"} or not key else {"page": page, "key": key}


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
    supervisor = take_supervisor()
    app = application()
    # Python hears a signal when it next has its turn: at the latest with the next tick.
    signal.signal(signal.SIGTERM, lambda *_: app.exit(0))
    kiosk = build(settings, lambda: datetime.now(UTC), size or settings.screen.size or _screen_size(app))
    kiosk.touches.may_close = windowed
    journal = Journal(settings.home / "journal", "kiosk")
    kiosk.keep_journal(journal)
    kiosk.service.ended.connect(app.exit)
    ticking, telling = QTimer(), QTimer()
    pulse = Pulse(kiosk.window, supervisor)

    def first_frame() -> None:
        kiosk.window.frameSwapped.disconnect(first_frame)
        kiosk.first_frame_s = seconds_since_process_start()
        kiosk.tell_health()
        pulse.start("showing")
        kiosk.hold_faces()
        warm(kiosk, iter(LIKELY))
        QTimer.singleShot(VOICES_AFTER_MS, kiosk.voice.look)
        ticking.start(TICK_MS)
        telling.start(int(EVERY_S * 1000))

    ticking.timeout.connect(kiosk.tick)
    telling.timeout.connect(kiosk.tell_health)
    kiosk.window.frameSwapped.connect(first_frame, Qt.ConnectionType.QueuedConnection)
    if windowed:
        kiosk.window.show()
    else:
        kiosk.window.setCursor(Qt.CursorShape.BlankCursor)
        kiosk.window.showFullScreen()
    status = app.exec()
    pulse.stop()
    kiosk.window.hide()
    QThread.msleep(SETTLE_MS)
    kiosk.close()
    journal.close()
    if kiosk.service.property("question") == "restart" and status == Ending.AGAIN and not supervisor.is_there:
        start_again()
    return status


def warm(kiosk: Kiosk, pages: Iterator[str]) -> None:
    """Prepare pages one by one, with pauses in which touches are answered; then settle what stays for good."""
    page = next(pages, None)
    if page is None:
        settle()
        return
    kiosk.shell.warm(page)
    QTimer.singleShot(WARM_PAUSE_MS, kiosk.window, lambda: warm(kiosk, pages))


def _screen_size(app: QGuiApplication) -> tuple[int, int]:
    geometry = app.primaryScreen().geometry()
    return geometry.width(), geometry.height()
