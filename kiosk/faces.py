"""The faces the glass is set in, held open while the kiosk runs.

Qt closes a face that no text on the glass needs at the moment, some ten seconds after a visit, and reads its tables
anew for the next visitor: 2.5 MB each for a face with all Hanzi, never again at the same place in memory.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QRawFont

VOICES = (("sans", QFont.Weight.Normal), ("sans", QFont.Weight.Bold), ("serif", QFont.Weight.Bold))
"""What texts are set in: a family that the singleton Type names, and a weight."""


def opened(types: QObject) -> tuple[QRawFont, ...]:
    """The faces that `types` (the singleton Type) names; they stay open as long as this is kept."""
    return tuple(_opened(str(types.property(voice)), weight, types.property("body")) for voice, weight in VOICES)


def _opened(family: str, weight: QFont.Weight, pixels: int) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return QRawFont.fromFont(font)
