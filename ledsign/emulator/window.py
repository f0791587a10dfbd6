"""A window with the lamps of an emulated sign. The only place in `ledsign` that knows Qt."""

from __future__ import annotations

import asyncio
import signal
import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ledsign.bitmap import Bitmap
from ledsign.compose.lamps import picture
from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.emulator.sign import EmulatedSign
from ledsign.emulator.trouble import Troubles
from ledsign.emulator.wire import now

LOOK_S = 0.04


class Lamps(QObject):
    """Carries new dots, and the end of the emulation, from its thread to the window's."""

    changed = Signal(QImage)
    ended = Signal(object)


class SignWindow(QWidget):
    """Shows the picture it was last given, as large as fits."""

    def __init__(self, title: str, empty: QImage) -> None:
        """Open as large as the lamps are drawn, or as the screen is wide."""
        super().__init__()
        self.setWindowTitle(title)
        self._picture = QPixmap.fromImage(empty)
        screen = QGuiApplication.primaryScreen().availableSize()
        scale = min(1.0, screen.width() * 0.9 / empty.width())
        self.resize(round(empty.width() * scale), round(empty.height() * scale))

    def show_picture(self, image: QImage) -> None:
        """Show these lamps from now on."""
        self._picture = QPixmap.fromImage(image)
        self.update()

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt calls it so
        """Draw the lamps in the middle."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), 0x0E0F10)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._picture)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt calls it so
        """Closing the window switches the sign off."""
        QApplication.quit()
        super().closeEvent(event)


def show(wanted: Emulation, troubles: Troubles) -> int:
    """Emulate in a thread of its own and show the lamps until the window is closed or the process ends."""
    app = QApplication.instance() or QApplication(["ledsign"])
    lamps = Lamps()
    sign = emulated(wanted.protocol, wanted.panel, wanted.address)
    empty = Bitmap.blank(wanted.panel.width_dots, wanted.panel.height_dots)
    window = SignWindow(f"{wanted.protocol} {wanted.panel}", image_of(empty))
    lamps.changed.connect(window.show_picture)
    failures: list[OSError] = []
    lamps.ended.connect(failures.append)
    lamps.ended.connect(lambda _reason: app.quit())
    stop = threading.Event()
    thread = threading.Thread(target=_emulate, args=(wanted, sign, troubles, lamps, stop), name="emulated sign")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.quit())
    # Python's signal handlers run only when Python does: let it, now and then.
    awake = QTimer()
    awake.timeout.connect(lambda: None)
    awake.start(200)
    thread.start()
    window.show()
    app.exec()
    stop.set()
    thread.join()
    if failures:
        raise failures[0]
    return 0


def image_of(bitmap: Bitmap) -> QImage:
    """The lamps as Qt draws pictures."""
    drawn = picture(bitmap)
    return QImage(drawn.tobytes(), drawn.width, drawn.height, drawn.width * 3, QImage.Format.Format_RGB888).copy()


def _emulate(wanted: Emulation, sign: EmulatedSign, troubles: Troubles, lamps: Lamps, stop: threading.Event) -> None:
    try:
        asyncio.run(_run(wanted, sign, troubles, lamps, stop))
    except OSError as failed:
        lamps.ended.emit(failed)


async def _run(wanted: Emulation, sign: EmulatedSign, troubles: Troubles, lamps: Lamps, stop: threading.Event) -> None:
    shown: Bitmap | None = None
    async with running(wanted, sign, troubles):
        while not stop.is_set():
            dots = sign.screen(now())
            if dots != shown:
                lamps.changed.emit(image_of(dots))
                shown = dots
            await asyncio.sleep(LOOK_S)
