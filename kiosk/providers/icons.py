"""Draws the program's icons for QML: `image://icon/NAME/RRGGBB`, sharp at the size asked for."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent.parent / "qml" / "Lobby" / "Icons"
BOX = 72
"""The drawings' own width and height; their lines are 4 wide in it."""
SMALL = 56
"""Below this many pixels, lines are drawn a little heavier, or the icons beside text look faint."""


class IconProvider(QQuickImageProvider):
    """One colour a request: icons have the colour of the words beside them."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Draw the files NAME.svg in `folder`."""
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803 - Qt's names
        """Qt asks for it. An unknown name is a clear picture, so that a page still shows."""
        name, _, colour = id.partition("/")
        wanted = requestedSize if requestedSize.isValid() and not requestedSize.isEmpty() else QSize(BOX, BOX)
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        return drawn(drawing(self._folder, name), QColor(f"#{colour}"), wanted)


@cache
def drawing(folder: Path, name: str) -> str:
    """The text of a drawing, read once; empty where there is none of this name."""
    file = folder / f"{name}.svg"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def drawn(svg: str, colour: QColor, size: QSize) -> QImage:
    """The drawing in one colour on nothing."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    place = QRectF(0, 0, size.width(), size.height())
    painter = QPainter(image)
    # As QImage.fill, which would load `Qt`: see kiosk.touches.MENU.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.eraseRect(place)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if svg:
        coloured = svg.replace("currentColor", colour.name())
        if size.width() < SMALL:
            coloured = coloured.replace('stroke-width="4"', 'stroke-width="5"')
        QSvgRenderer(QByteArray(coloured.encode())).render(painter, place)
    painter.end()
    return image
