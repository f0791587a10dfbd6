"""One row of a staff table, asked field by field; what cannot be read becomes a problem that names its cell."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from data.importers.columns.column import Choices, Column, Look
from data.importers.dates import day_from, day_from_serial, time_in
from data.importers.problem import Problem, error, note, warning
from data.importers.sheets.extent import Place
from data.importers.sheets.grid import Value
from data.importers.sheets.header import Header
from data.importers.text import clean, single_line

_Meaning = TypeVar("_Meaning")
_NUMBER = re.compile(r"[+-]?\d+(?:\.0+)?")


_NAMING = ("key", "number")
"""Fields that tell one record from another."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of a table. `merged` tells from which cell a cell inside a vertical merge takes its value.

    `heading` is the last line across the table above this row (一、机关处室), empty where there is none.
    Everything found wrong is added to `problems`, which all rows of a file share.
    """

    header: Header
    row: int
    merged: Mapping[Place, Place]
    problems: list[Problem]
    heading: str = ""

    def place(self, field: str = "") -> str:
        """Where a field stands, or the row where there is no such column."""
        column = self.header.columns.get(field)
        if column is None:
            return self.header.grid.row_place(self.row)
        return self.header.grid.place(self.row, column)

    def error(self, field: str, message: str) -> None:
        """Report that a field's cell is wrong."""
        self.problems.append(error(self.place(field), message))

    def warning(self, field: str, message: str) -> None:
        """Report that somebody should look at a field's cell."""
        self.problems.append(warning(self.place(field), message))

    def note(self, field: str, message: str) -> None:
        """Report what was decided about a field's cell."""
        self.problems.append(note(self.place(field), message))

    @property
    def continues(self) -> bool:
        """Whether the row belongs to the record above: its first required cell is merged with the one above.

        In sheets where gaps continue, also where neither what is required nor a code or number is filled.
        """
        required = [column.field for column in self.header.sheet.columns if column.required]
        column = self.header.columns.get(required[0]) if required else None
        if column is not None and self.merged.get((self.row, column), (self.row, 0))[0] < self.row:
            return True
        naming = [column.field for column in self.header.sheet.columns if column.field in _NAMING]
        return self.header.sheet.gaps_continue and not any(self.text(name) for name in (*required, *naming))

    def value(self, field: str) -> Value:
        """What the cell holds, looked up where the cells are merged; empty where there is no such column."""
        column = self.header.columns.get(field)
        if column is None:
            return ""
        return self.header.grid.value(*self.merged.get((self.row, column), (self.row, column)))

    def text(self, field: str) -> str:
        """The cell as text: on one line, or for a long column with its lines kept."""
        look = self._column(field).look
        return (clean if look is Look.LONG else single_line)(as_text(self.value(field)))

    def lines(self, field: str) -> tuple[str, ...]:
        """Each line of the cell that is not empty; numbers that count the lines are taken off."""
        return without_numbers(clean(as_text(self.value(field))).split("\n"))

    def number(self, field: str) -> int | None:
        """The whole number in the cell, None where it is empty or wrong."""
        text = unicodedata.normalize("NFKC", self.text(field))
        if not text:
            return None
        if _NUMBER.fullmatch(text) and len(text) < _MOST_DIGITS:
            return int(float(text))
        self.error(field, f"“{_shown(text)}”不是整数，请改成数字。")
        return None

    def day(self, field: str) -> date | None:
        """The day in the cell, None where it is empty or wrong."""
        value = self.value(field)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = self.text(field)
        day = self._serial(value) or day_from(text)
        if text and day is None:
            self.error(field, f"“{_shown(text)}”不是日期，请写成 2026-11-23 这样。")
        return day

    def moment(self, field: str) -> datetime | None:
        """The day and time in the cell on the office's clock, None where it is empty or wrong."""
        value = self.value(field)
        if isinstance(value, datetime):
            return _to_the_second(value)
        day = self.day(field)
        if day is None:
            return None
        try:
            return datetime.combine(day, time()) + _time_of(value)
        except ValueError:
            self.error(field, f"“{_shown(self.text(field))}”里的时间不对，请写成 2026-11-23 08:30 这样。")
            return None

    def choice(self, field: str, choices: Choices[_Meaning], default: _Meaning) -> _Meaning:
        """What the word in the cell means, the default where it is empty or not one of the words."""
        text = self.text(field)
        meaning = choices.meaning(text)
        if text and meaning is None:
            self.error(field, f"“{_shown(text)}”不在可选的内容里。请填：{'、'.join(choices.words)}。")
        return default if meaning is None else meaning

    def _serial(self, value: Value) -> date | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return day_from_serial(value, from_1904=self.header.grid.dates_from_1904)

    def _column(self, field: str) -> Column:
        return self.header.sheet.column(field)


_MOST_DIGITS = 12
_SHOWN = 30


def as_text(value: Value) -> str:
    """A cell's value as a person would type it: 301 for 301.0, 是 for TRUE, 2026-11-23 for midnight of that day."""
    match value:
        case bool():
            return "是" if value else "否"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
        case datetime():
            return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value)


_EXACT = 1e15
"""Above this a spreadsheet has lost digits."""


def without_numbers(texts: list[str]) -> tuple[str, ...]:
    """The texts that are not empty; where every one begins with its own number (1. or 一、 or （1）), without it."""
    filled = [text for text in texts if text]
    stripped = [_numbered(number, text) for number, text in enumerate(filled, 1)]
    if len(filled) > 1 and all(stripped):
        return tuple(stripped)
    return tuple(filled)


def _numbered(number: int, text: str) -> str:
    """What follows the number at the start of a text, empty if the text does not begin with this number."""
    for spelling in (str(number), _chinese(number)):
        match = re.match(rf"[(（]?{spelling}(?:[)）]|[.．、])(?!\d)\s*(?=\S)", text)
        if match:
            return text[match.end() :]
    return ""


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if number >= 100:  # noqa: PLR2004 - nobody numbers a hundred duties in Chinese
        return "百"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones or not tens else "")


def _time_of(value: Value) -> timedelta:
    if isinstance(value, float):
        return timedelta(seconds=round(value % 1 * 86_400))
    return time_in(value) if isinstance(value, str) else timedelta()


def _to_the_second(moment: datetime) -> datetime:
    """Spreadsheets keep times as fractions of a day; 8:00 may come back a hair before or after."""
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _shown(text: str) -> str:
    """A text short enough to stand in a sentence."""
    text = text.replace("\n", " ")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
