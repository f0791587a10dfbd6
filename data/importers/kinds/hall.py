"""Reads the approval hall: opening days, windows, exceptions."""

import re

from data.importers.book import Book
from data.importers.columns.hall import DAYS, HALL, OPEN, WEEKDAYS, WINDOWS
from data.importers.sheets.reading import Reading
from data.records import Hall, HallDay, Window

_RANGE = re.compile(rf"([{WEEKDAYS}天])\s*(?:至|到|-|—|~)+\s*(?:周|星期|礼拜)?([{WEEKDAYS}天])")
_NOT_WEEKDAYS = re.compile(rf"[^{WEEKDAYS}天周星期礼拜至到、，,;；\s和及每个的—~-]")


def read(book: Book) -> tuple[Hall, ...]:
    """The one hall; further rows are errors."""
    rows = list(book.rows(HALL))
    for row in rows[1:]:
        row.error("name", f"审批大厅只能有一行，第一行在{rows[0].place('name')}。请删去这一行。")
    windows = tuple(_window(book, row) for row in book.rows(WINDOWS))
    days = tuple(day for row in book.rows(DAYS) for day in _day(row))
    return tuple(_hall(book, row, windows, days) for row in rows[:1])


def _hall(book: Book, row: Reading, windows: tuple[Window, ...], days: tuple[HallDay, ...]) -> Hall:
    return Hall(
        row.text("name"),
        name_en=row.text("name_en"),
        room=book.reference(row, "room", "room", strict=False),
        weekdays=_weekdays(row),
        hours=row.text("hours"),
        telephone=row.text("telephone"),
        windows=windows,
        exceptions=days,
        preparation=row.lines("preparation"),
    )


def _window(book: Book, row: Reading) -> Window:
    powers = book.references(row, "powers", "power")
    return Window(row.text("number"), row.text("name"), powers, row.text("telephone"), row.text("name_en"))


def _day(row: Reading) -> tuple[HallDay, ...]:
    day = row.day("day")
    return () if day is None else (HallDay(day, row.choice("open", OPEN, default=False), row.text("reason")),)


def _weekdays(row: Reading) -> tuple[int, ...]:
    """ISO numbers of the weekdays in 周二、周四, 星期一至星期五 or 工作日."""
    text = row.text("weekdays").replace("工作日", "周一至周五")
    if not text:
        return ()
    if _NOT_WEEKDAYS.search(text):
        row.error("weekdays", f"“{text[:30]}”不是星期，请写成“周二、周四”或“周一至周五”。")
        return ()
    days = [_number(letter) for letter in re.findall(rf"[{WEEKDAYS}天]", _RANGE.sub(_spelled_out, text))]
    return tuple(dict.fromkeys(days))


def _spelled_out(match: "re.Match[str]") -> str:
    first, last = (_number(letter) for letter in match.groups())
    return "".join(WEEKDAYS[day - 1] for day in range(first, last + 1))


def _number(letter: str) -> int:
    return WEEKDAYS.index("日" if letter == "天" else letter) + 1
