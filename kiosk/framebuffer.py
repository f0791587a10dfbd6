"""Puts the calm page where the kernel shows it whenever no program draws on the screen itself: into its framebuffer.

    boot ──▶ calm page in /dev/fb0 ──▶ kiosk takes the screen (eglfs) ──▶ kiosk gone, however ──▶ /dev/fb0 shows again
                                                ▲                                    │
                                                └────────── started anew ────────────┘

The kernel gives the screen back to its framebuffer by itself when the last program that drew on it has ended; so nobody
has to notice the end, and nothing needs to be fast. The terminal on the same screen is told to keep its text out of it
(KD_GRAPHICS) and gets it back when this program is ended.

Linux: include/uapi/linux/fb.h (screeninfo), kd.h (KDSETMODE), drivers/gpu/drm/drm_fb_helper.c (the giving back).
"""

import fcntl
import os
import signal
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.calm import draw
from ledsign.supervisor import take_supervisor

FBIOGET_VSCREENINFO, FBIOGET_FSCREENINFO = 0x4600, 0x4602
KDSETMODE, KD_TEXT, KD_GRAPHICS = 0x4B3A, 0, 1
VARIABLE = struct.Struct("8I 3I 3I 3I 3I 20I")
"""xres, yres, both virtual, both offsets, bits a pixel, grey; four colours as offset, length, msb; the rest."""
FIXED = struct.Struct("16s L 4I 3H I L 2I 3H 2x")
"""id, memory, its length, type, aux, visual, three steps, bytes a line; the rest. `L` is the kernel's unsigned long."""
FORMATS = {
    (32, 16, 8, 0): QImage.Format.Format_RGB32,
    (24, 16, 8, 0): QImage.Format.Format_BGR888,
    (16, 11, 5, 0): QImage.Format.Format_RGB16,
}
"""By bits a pixel and the offsets of red, green and blue in it."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """What is visible of a framebuffer: pixels, where they begin in memory, bytes a line, how a pixel lies."""

    width: int
    height: int
    left: int
    top: int
    line_bytes: int
    pixel_bytes: int
    format: QImage.Format


def geometry_of(variable: bytes, fixed: bytes) -> Geometry:
    """From the kernel's two records. OSError where pixels lie in a way nobody has used for decades."""
    width, height, _, _, left, top, bits, _, *rest = VARIABLE.unpack(variable)
    laid = FORMATS.get((bits, rest[0], rest[3], rest[6]))
    if laid is None:
        raise OSError(f"pixels of {bits} bits with colours at {rest[0]}, {rest[3]}, {rest[6]} are not known here")
    return Geometry(width, height, left, top, FIXED.unpack(fixed)[9], bits // 8, laid)


def rows(geometry: Geometry) -> Iterator[tuple[int, bytes]]:
    """The calm page as it is to lie: for each line, where in the framebuffer's memory, and its bytes."""
    picture = QImage(geometry.width, geometry.height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    draw(painter, QRect(0, 0, geometry.width, geometry.height))
    painter.end()
    laid = picture.convertToFormat(geometry.format)
    pixels, step = bytes(laid.constBits()), laid.bytesPerLine()
    first = geometry.top * geometry.line_bytes + geometry.left * geometry.pixel_bytes
    for row in range(geometry.height):
        at = row * step
        yield first + row * geometry.line_bytes, pixels[at : at + geometry.width * geometry.pixel_bytes]


def show(framebuffer: Path) -> None:
    """Draw the page. OSError where there is no framebuffer, or not one of this kind."""
    with framebuffer.open("r+b", buffering=0) as memory:
        variable, fixed = bytearray(VARIABLE.size), bytearray(FIXED.size)
        fcntl.ioctl(memory, FBIOGET_VSCREENINFO, variable)
        fcntl.ioctl(memory, FBIOGET_FSCREENINFO, fixed)
        for at, pixels in rows(geometry_of(bytes(variable), bytes(fixed))):
            memory.seek(at)
            memory.write(pixels)


@contextmanager
def without_text(terminal: int) -> Iterator[None]:
    """Let no text of the terminal appear on its screen for the block. What is no such terminal is left alone."""
    with suppress(OSError):
        fcntl.ioctl(terminal, KDSETMODE, KD_GRAPHICS)
    try:
        yield
    finally:
        with suppress(OSError):
            fcntl.ioctl(terminal, KDSETMODE, KD_TEXT)


def run(framebuffer: Path) -> int:
    """Show the page until somebody ends the program; standard input is the terminal of that screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM, signal.SIGINT))
    # Only for its fonts.
    _app = QGuiApplication.instance() or QGuiApplication([])
    with without_text(0):
        show(framebuffer)
        take_supervisor().ready("the calm page shows whenever the kiosk does not")
        signal.sigwait((signal.SIGTERM, signal.SIGINT))
    return 0
