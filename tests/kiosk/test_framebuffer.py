"""The calm page lies in a framebuffer as the kernel describes it; where there is none, one sentence says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.calm import draw
from kiosk.framebuffer import FIXED, VARIABLE, Geometry, geometry_of, rows

WIDTH, HEIGHT = 300, 200


def variable(bits: int, offsets: tuple[int, int, int], left: int = 0, top: int = 0) -> bytes:
    """The kernel's record of what may change: sizes, offsets, how a pixel lies."""
    red, green, blue = offsets
    colours = [red, 8, 0, green, 8, 0, blue, 8, 0, 0, 0, 0]
    return VARIABLE.pack(WIDTH, HEIGHT, WIDTH * 2, HEIGHT * 2, left, top, bits, 0, *colours, *[0] * 20)


def fixed(line_bytes: int) -> bytes:
    """And of what may not."""
    return FIXED.pack(b"testdrmfb", 0, 0, 0, 0, 2, 1, 1, 0, line_bytes, 0, 0, 0, 0, 0, 0)


def test_the_records_have_the_kernels_sizes() -> None:
    assert (VARIABLE.size, FIXED.size) == (160, 80)


def test_the_kernels_records_are_read() -> None:
    assert geometry_of(variable(32, (16, 8, 0), left=4, top=7), fixed(2432)) == Geometry(
        WIDTH, HEIGHT, 4, 7, 2432, 4, QImage.Format.Format_RGB32
    )


def test_pixels_of_an_unknown_kind_are_refused_in_a_sentence() -> None:
    with pytest.raises(OSError, match="pixels of 8 bits"):
        geometry_of(variable(8, (0, 0, 0)), fixed(304))


@pytest.mark.parametrize(
    ("bits", "offsets", "laid"),
    [
        (32, (16, 8, 0), QImage.Format.Format_RGB32),
        (24, (16, 8, 0), QImage.Format.Format_BGR888),
        (16, (11, 5, 0), QImage.Format.Format_RGB16),
    ],
)
def test_what_the_screen_shows_is_the_page(
    qapp: QGuiApplication, bits: int, offsets: tuple[int, int, int], laid: QImage.Format
) -> None:
    """Written into memory with longer lines and an offset, then read as the screen would."""
    line_bytes, left, top = WIDTH * bits // 8 + 64, 5, 3
    geometry = geometry_of(variable(bits, offsets, left, top), fixed(line_bytes))
    memory = bytearray(line_bytes * (HEIGHT + top + 1))
    for at, pixels in rows(geometry):
        memory[at : at + len(pixels)] = pixels
    begins = top * line_bytes + left * bits // 8
    shown = bytes(memory[begins:])
    seen = QImage(shown, WIDTH, HEIGHT, line_bytes, laid).convertToFormat(QImage.Format.Format_RGB32)
    page = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    draw(painter, QRect(0, 0, WIDTH, HEIGHT))
    painter.end()
    assert seen == page.convertToFormat(laid).convertToFormat(QImage.Format.Format_RGB32)
    assert memory[:begins] == bytes(begins)


@pytest.mark.parametrize("framebuffer", ["/dev/null", "no-such-device"])
def test_without_a_framebuffer_one_sentence_says_so(tmp_path: Path, framebuffer: str) -> None:
    command = [sys.executable, "-m", "kiosk", "calm", "--framebuffer", framebuffer]
    environment = {**os.environ, "OPENHALL_HOME": str(tmp_path)}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kiosk: ")
    assert done.stderr.count("\n") == 1
