"""The kiosk's side of the browser: starts the process, hears and tells, looks at its pictures, and ends all of it."""

import atexit
import logging
import mmap
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk.memory import give_back
from kiosk.settings import Settings
from kiosk.web.messages import FROM_BROWSER, Lines, Picture, Stop, ToBrowser, read, written
from kiosk.web.start import Start, command, environment, own_folder

logger = logging.getLogger(__name__)

BYTES_A_PIXEL = 4
POLL_MS = 25
PATIENCE_MS = 500
"""How long a browser that was told to stop may take before it is killed."""
COMPLAINTS = "browser.log"
FOLDER = "web"
"""Below the home: one folder a visit, each gone with its visit."""

_ending: set["BrowserProcess"] = set()


class BrowserProcess(QObject):
    """One browser. OSError from the constructor where the system lets none be started."""

    said = Signal(object)
    died = Signal()

    def __init__(self, settings: Settings, origins: tuple[str, ...], screen: tuple[int, int]) -> None:
        """Start it. `screen` is the window in pixels: no pane is larger."""
        super().__init__()
        self._folder = visit_folder(settings.home)
        self._lines = Lines()
        ours, theirs = socket.socketpair()
        picture = os.memfd_create("openhall-web")
        size = screen[0] * screen[1] * BYTES_A_PIXEL
        os.ftruncate(picture, size)
        self._socket = ours
        self._memory = mmap.mmap(picture, size)
        glass = settings.screen
        start = Start(
            theirs.fileno(), picture, size, str(self._folder), origins, screen, glass.diagonal_mm, glass.bottom_mm
        )
        try:
            with (self._folder / COMPLAINTS).open("wb") as complaints:
                self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                    command(start),
                    env=environment(start),
                    cwd="/",
                    pass_fds=(theirs.fileno(), picture),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=complaints,
                    start_new_session=True,
                )
        except OSError:
            ours.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        finally:
            theirs.close()
            os.close(picture)
        ours.setblocking(False)
        self._notifier: QSocketNotifier | None = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._look_whether_it_ended)
        self._polls = 0

    @property
    def pid(self) -> int:
        """Of the browser's own process; those of the engine are below it."""
        return self._process.pid

    def complaint(self) -> str:
        """The last line that the process wrote about itself; empty where it wrote none."""
        try:
            lines = (self._folder / COMPLAINTS).read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            return ""
        return next((line for line in reversed(lines) if line.strip()), "")

    def say(self, message: ToBrowser) -> None:
        """Tell the browser something. One that has stopped reading is found out by its silence."""
        with suppress(BlockingIOError, BrokenPipeError, ConnectionResetError, OSError):
            self._socket.send(written(message))

    def picture(self, told: Picture) -> QImage:
        """A copy of the picture that lies in the shared memory."""
        size = told.row_bytes * told.height
        if not 0 < size <= len(self._memory) or told.width * BYTES_A_PIXEL > told.row_bytes:
            return QImage()
        pixels = self._memory[:size]
        return QImage(pixels, told.width, told.height, told.row_bytes, QImage.Format.Format_RGB32).copy()

    def stop(self) -> None:
        """End it and every process of the engine, without waiting."""
        if self in _ending:
            return
        _ending.add(self)
        self.say(Stop())
        self._deafen()
        self._poll.start()

    def kill(self) -> None:
        """End one that no longer answers."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def finish(self) -> None:
        """Wait until it is gone; only where the program itself ends."""
        try:
            self._process.wait(PATIENCE_MS / 1000)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        self._tidy()

    def _hear(self) -> None:
        try:
            piece = self._socket.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self._deafen()
            self.died.emit()
            return
        for line in self._lines.fed(piece):
            try:
                self.said.emit(read(line, FROM_BROWSER))
            except ValueError as error:
                # An engine taken over by a page could say anything; what is no message is not heard.
                logger.info("%s", error)

    def _deafen(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None

    def _look_whether_it_ended(self) -> None:
        self._polls += 1
        if self._process.poll() is None:
            if self._polls * POLL_MS >= PATIENCE_MS:
                self.kill()
            return
        self._tidy()

    def _tidy(self) -> None:
        self._poll.stop()
        self._deafen()
        # Whatever was started beside the engine's own children is in the session that began with it.
        self.kill()
        self._socket.close()
        self._memory.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        _ending.discard(self)
        self.deleteLater()
        give_back()


def visit_folder(home: Path) -> Path:
    """A new folder for one visit. What a visit that was cut short by a power cut left behind goes first."""
    around = home / FOLDER
    around.mkdir(parents=True, exist_ok=True)
    in_use = {process._folder for process in _ending}  # noqa: SLF001 - the same file
    for left in set(around.iterdir()) - in_use:
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="visit-", dir=around))
    folder.rmdir()
    own_folder(folder)
    return folder


@atexit.register
def finish_all() -> None:
    """Leave no browser behind."""
    for process in list(_ending):
        process.finish()
