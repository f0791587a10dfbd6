"""Rows of the further sheets of a workbook, each belonging to a record of the first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.importers.book import Book
from data.importers.columns.column import Sheet
from data.importers.sheets.reading import Reading
from data.records import Kind


@dataclass(slots=True)
class Texts:
    """Texts in Chinese and English gathered row by row."""

    chinese: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)

    def add(self, chinese: str, english: str) -> None:
        """Take one row's."""
        self.chinese.append(chinese)
        self.english.append(english)


def owned(book: Book, sheet: Sheet, name: str, kind: Kind) -> Iterator[tuple[str, Reading]]:
    """Each row of a sheet with the key of its owner; an empty owner is that of the row above.

    Rows whose owner cannot be told are reported and left out.
    """
    key = ""
    for row in book.rows(sheet):
        if row.text(name):
            key = book.reference(row, name, kind)
        elif not key:
            row.error(name, f"“{sheet.column(name).header}”没有填，不知道这一行属于谁。")
        if key:
            yield key, row


def without_trailing_gaps(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts up to the last that is not empty; gaps between stay, so that English stays beside its Chinese."""
    last = max((number for number, text in enumerate(texts, 1) if text), default=0)
    return tuple(texts[:last])
