"""What runs beside the picture once it is on the glass: signs of life, the journal, voices, pages prepared, memory.

Loaded with the first frame, which waits for every import.
"""

import logging
import time
from collections.abc import Iterator
from datetime import UTC

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QRawFont

from data.journal.writer import Journal
from kiosk import faces
from kiosk.app import Kiosk, theme
from kiosk.health import EVERY_S, Health, seconds_since_process_start, write_health
from kiosk.memory import keep_large_apart, settle, tidy
from kiosk.pulse import Pulse
from kiosk.voice.aloud import Aloud
from kiosk.voice.voice import Voice
from ledsign.supervisor import take_supervisor

logger = logging.getLogger(__name__)

TICK_MS = 1000
LIKELY = ("offices", "staff", "powers", "map", "search", "hall", "portal", "catalogue", "bulletin", "help")
"""Pages that home leads to: prepared after the first frame, so that the first visitor waits for none."""
WARM_PAUSE_MS = 150
VOICES_AFTER_MS = 5000
"""When the kiosk asks which voices are installed: the first visitor's first page comes before that."""


class Upkeep:
    """Keeps one kiosk going from its first frame until the program ends."""

    def __init__(self, kiosk: Kiosk) -> None:
        """Nothing runs yet."""
        keep_large_apart()
        self.kiosk = kiosk
        self.supervisor = take_supervisor()
        self.voice = Voice(parent=kiosk.window)
        Aloud(kiosk.window, kiosk.shell, kiosk.visit, self.voice)
        self.held: tuple[QRawFont, ...] = ()
        """The faces that stay open."""
        self._journal: Journal | None = None
        self._pulse = Pulse(kiosk.window, self.supervisor)
        self._ticking, self._telling = QTimer(), QTimer()
        self._ticking.timeout.connect(self.tick)
        self.first_frame_s: float | None = None
        """Seconds from the start of the process to the first frame; None before it, and where that cannot be known."""
        self._tidied = 0
        """Visits after which the kiosk has tidied up."""

    def begin(self, shown: float, *, pointer: bool) -> None:
        """The first frame came at `shown`, in seconds of time.monotonic. Without `pointer`, no arrow lies over it."""
        if not pointer:
            self.kiosk.window.setCursor(Qt.CursorShape.BlankCursor)
        since_start = seconds_since_process_start()
        self.first_frame_s = since_start and round(since_start - (time.monotonic() - shown), 3)
        self._telling.timeout.connect(self.tell_health)
        self.tell_health()
        self._pulse.start("showing")
        self._journal = Journal(self.kiosk.settings.home / "journal", "kiosk")
        self.keep(self._journal)
        self.hold_faces()
        self._warm(iter(LIKELY))
        QTimer.singleShot(VOICES_AFTER_MS, self.voice.look)
        self._ticking.start(TICK_MS)
        self._telling.start(int(EVERY_S * 1000))

    def end(self) -> None:
        """The program ends as it shall."""
        self._ticking.stop()
        self._telling.stop()
        self._pulse.stop()
        self.voice.rest()
        if self._journal is not None:
            self._journal.close()

    def tick(self) -> None:
        """Once a second: time goes on, and after a visit the kiosk tidies up."""
        self.kiosk.tick()
        session = self.kiosk.visit.session
        if session.at_rest and session.visits > self._tidied:
            self._tidied = session.visits
            tidy(self.kiosk.engine, self.kiosk.window)

    def keep(self, journal: Journal) -> None:
        """Count visits, pages and ratings from now on. Who somebody looked for is not written down."""
        kiosk = self.kiosk
        kiosk.visit.began.connect(lambda: journal.note("visit"))
        kiosk.service.noted.connect(lambda what: journal.note("service", {"what": what}))
        kiosk.shell.pageOpened.connect(lambda page, key: journal.note("page", countable(page, key)))
        kiosk.shell.rated.connect(
            lambda page, key, good, reason: journal.note(
                "rating", {**countable(page, key), "good": good, "reason": reason}
            )
        )

    def tell_health(self) -> None:
        """Write how the kiosk is; a full disk is no reason to stop showing."""
        edition = self.kiosk.shelf.edition
        health = Health(
            time=self.kiosk.now().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            edition=edition.manifest.number if edition else None,
            state=self.kiosk.visit.session.stage.value,
            problems=self.kiosk.shelf.problems,
            first_frame_s=self.first_frame_s,
        )
        try:
            write_health(self.kiosk.settings.home / "health" / "kiosk.json", health)
        except OSError as error:
            logger.warning("health cannot be written: %s", error)

    def hold_faces(self) -> None:
        """Keep the faces of all texts open from now on."""
        self.held = faces.opened(theme(self.kiosk.engine, "Type"))

    def _warm(self, pages: Iterator[str]) -> None:
        """Prepare pages one by one, with pauses in which touches are answered; then settle what stays for good."""
        page = next(pages, None)
        if page is None:
            settle()
            return
        self.kiosk.shell.warm(page)
        QTimer.singleShot(WARM_PAUSE_MS, self.kiosk.window, lambda: self._warm(pages))


def countable(page: str, key: str) -> dict[str, str]:
    """What of an opened page may be counted: never which person, nor what was typed."""
    return {"page": page} if page in {"person", "search"} or not key else {"page": page, "key": key}
