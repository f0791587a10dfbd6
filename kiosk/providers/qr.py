"""Draws QR codes for QML: `image://qr/TEXT`, dark on white with its quiet zone, sharp at the size asked for."""

from functools import lru_cache
from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

MOST_BYTES = 2331
"""What the largest code holds at level M. Texts come in parts that telephones read easily (`take_along`); an address of
the web stays whole, since a part of one leads nowhere."""

QUIET = 4
"""Light modules around a code, as its standard demands."""


class QrProvider(QQuickImageProvider):
    """The text is percent-encoded in the address."""

    def __init__(self) -> None:
        """Pictures, not textures."""
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803 - Qt's names
        """Qt asks for it."""
        image = qr_image(unquote(id))
        if requestedSize.width() > 0:
            image = image.scaledToWidth(multiple(requestedSize.width(), image.width()))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def multiple(wanted: int, modules: int) -> int:
    """The largest whole multiple of `modules` pixels that is not wider than wanted; at least one pixel a module."""
    return max(modules, wanted // modules * modules)


@lru_cache(maxsize=64)
def qr_image(text: str) -> QImage:
    """One pixel a module, four light modules around. Text too long for any code is cut at a whole character."""
    # Loaded only when a code is drawn: a kiosk's first frame waits for every import.
    import segno  # noqa: PLC0415

    kept = text.encode()[:MOST_BYTES].decode(errors="ignore")
    code = segno.make(kept or " ", error="m", encoding="utf-8", micro=False)
    rows = [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(scale=1, border=QUIET)]
    pixels = b"".join(rows)
    return QImage(pixels, len(rows), len(rows), len(rows), QImage.Format.Format_Grayscale8).copy()
