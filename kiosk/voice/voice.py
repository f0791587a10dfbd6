"""The kiosk's side of reading aloud: starts the speaking process, knows its voices, and ends it with the visit."""

import json
import logging
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

logger = logging.getLogger(__name__)

SPEAKER = (sys.executable, "-m", "kiosk.voice.speaker")
PATIENCE_MS = 20_000
"""A speech service that says nothing for so long is taken for absent."""
ENDING_MS = 300


Part = tuple[str, str]
"""A language, zh or en, and what is to be said in it."""


class Voice(QObject):
    """Words in, sound out. `languages` is empty until a voice was found; a dead speaker is no fault of a page."""

    found = Signal()

    def __init__(self, command: Sequence[str] = SPEAKER, parent: QObject | None = None) -> None:
        """Silent; nothing is started."""
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None
        self._wanted: list[Part] | None = None
        self._ready = False
        self.languages: frozenset[str] = frozenset()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._given_up)

    @property
    def speaking(self) -> bool:
        """Whether the speaking process is there for somebody."""
        return self._process is not None and self._wanted is not None

    def look(self) -> None:
        """Ask once which voices are installed; `found` tells. The process ends again: it is there for who listens."""
        self._start()

    def say(self, parts: Sequence[Part]) -> None:
        """Say these instead of what is being said."""
        self._wanted = list(parts)
        if self._process is None:
            self._start()
        elif self._ready:
            self._send()

    def hush(self) -> None:
        """Stop in the middle of a word."""
        self._wanted = []
        if self._ready:
            self._send()

    def rest(self) -> None:
        """Nobody listens any more: the process goes."""
        self._wanted, self._ready = None, False
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._answered)
            process.finished.disconnect(self._ended)
            process.closeWriteChannel()
            process.kill()
            process.waitForFinished(ENDING_MS)
            process.deleteLater()

    def _start(self) -> None:
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._answered)
        self._process.finished.connect(self._ended)
        self._process.start(self._command[0], self._command[1:])
        self._patience.start()

    def _answered(self) -> None:
        while self._process is not None and self._process.canReadLine():
            voices = _voices(bytes(self._process.readLine().data()))
            if voices is not None:
                self._are(voices)

    def _are(self, voices: frozenset[str]) -> None:
        """These are the languages of the voices there are."""
        self._patience.stop()
        self._ready = True
        if voices != self.languages:
            self.languages = voices
            logger.info("voices: %s", ", ".join(sorted(voices)) or "none")
            self.found.emit()
        if self._wanted is None or not voices:
            self.rest()
        else:
            self._send()

    def _send(self) -> None:
        if self._process is not None:
            self._process.write(json.dumps({"say": self._wanted}).encode() + b"\n")

    def _ended(self) -> None:
        """It went by itself: the next page that is to be read starts it anew."""
        self.rest()

    def _given_up(self) -> None:
        logger.info("the speech service does not answer")
        self.rest()


def _voices(line: bytes) -> frozenset[str] | None:
    """The languages a line of the speaker's tells; None for what a speech engine says there on its own account."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    voices = told.get("voices") if isinstance(told, dict) else None
    return frozenset(map(str, voices)) if isinstance(voices, list) else None
