"""The page under the kiosk says its two lines wherever it is shown, and ends when it is told to."""

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.calm import GROUND, INK, draw


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080), (320, 480)])
def test_both_lines_are_drawn_whole(qapp: QGuiApplication, width: int, height: int) -> None:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    draw(painter, QRect(0, 0, width, height))
    painter.end()
    inked = [y for y in range(height) if any(picture.pixelColor(x, y) == QColor(INK) for x in range(width))]
    gaps = [below - above for above, below in pairwise(inked)]
    assert inked
    assert max(gaps) > 5
    edges = [
        *((x, y) for x in (0, width - 1) for y in range(height)),
        *((x, y) for y in (0, height - 1) for x in range(width)),
    ]
    assert {picture.pixelColor(x, y).name() for x, y in edges} == {QColor(GROUND).name()}


def test_it_runs_until_it_is_ended() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-m", "kiosk", "calm"], env=environment) as page:
        time.sleep(1.5)
        assert page.poll() is None
        page.send_signal(signal.SIGTERM)
        assert page.wait(10) == -signal.SIGTERM
