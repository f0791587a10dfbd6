"""A page that says "one moment, please" and nothing else: it lies under the kiosk, and shows while that starts anew.

It reads no file and keeps no state, so that nothing which ends the kiosk can end it.
"""

import signal
import sys

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QRasterWindow

GROUND, INK = "#F5F1E8", "#20282D"
CHINESE, ENGLISH = "正在准备，请稍候", "One moment, please"


class CalmPage(QRasterWindow):
    """The page, as large as the screen."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt asks for it."""
        painter = QPainter(self)
        draw(painter, QRect(0, 0, self.width(), self.height()))
        painter.end()


def draw(painter: QPainter, place: QRect) -> None:
    """Draw the page into a place, in pixels: the Chinese line above its middle, the English one below."""
    painter.fillRect(place, QColor(GROUND))
    painter.setPen(QColor(INK))
    middle = place.center().y()
    side = min(place.width(), place.height())
    for words, family, share, top in (
        (CHINESE, "Noto Serif CJK SC", 18, middle - side // 6),
        (ENGLISH, "Noto Sans CJK SC", 32, middle),
    ):
        font = QFont(family)
        font.setPixelSize(side // share)
        painter.setFont(font)
        painter.drawText(QRect(place.x(), top, place.width(), side // 6), Qt.AlignmentFlag.AlignCenter, words)


def run() -> int:
    """Show the page until somebody ends the program."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    app.setOverrideCursor(Qt.CursorShape.BlankCursor)  # type: ignore[attr-defined]  # instance() is typed as its base
    page = CalmPage()
    page.showFullScreen()
    return int(app.exec())
