"""A flow chart that exists only as pictures: its pages, one below the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QUrl

from data.records import Picture, Power
from kiosk.viewmodels.view import View

_BETWEEN = 0.02
"""What stays free between two pages, as a part of the widest."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A page at its place, in the pictures' own pixels. `source` is its file's address, empty where that is missing."""

    source: str
    atX: float
    atY: float
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class PicturesFacts:
    """The pages of a power's chart; `across` and `down` are what they take together, in pixels of theirs."""

    key: str
    name: str
    across: float
    down: float
    sheets: tuple[SheetRow, ...]


def pictures_facts(view: View, key: str) -> PicturesFacts | None:
    """The pictures of a power's chart; None where there is no such power or it has none."""
    power = view.edition.record(Power, key)
    if power is None or not power.pictures:
        return None
    across = max(picture.width for picture in power.pictures)
    sheets = tuple(_sheets(view, power.pictures, across))
    down = sheets[-1].atY + sheets[-1].down
    return PicturesFacts(key, view.words(power.name, power.name_en), across, down, sheets)


def _sheets(view: View, pictures: tuple[Picture, ...], across: float) -> Iterator[SheetRow]:
    """Each page in the middle, below the one before."""
    top = 0.0
    for picture in pictures:
        file = view.edition.blob(picture.document)
        source = QUrl.fromLocalFile(str(file)).toString() if file.is_file() else ""
        yield SheetRow(source, (across - picture.width) / 2, top, picture.width, picture.height)
        top += picture.height + across * _BETWEEN
