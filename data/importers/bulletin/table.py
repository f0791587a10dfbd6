"""The bulletin as a table, in a workbook or a document: a row an item, with columns for kind, source and days."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from data.importers.book import Book
from data.importers.bulletin.draft import Draft, joined, told_apart
from data.importers.bulletin.items import check_day, check_rule, items_of
from data.importers.columns.bulletin import KINDS_OF_ITEM, READ
from data.importers.dates import find_day
from data.importers.problem import Problem
from data.importers.sheets.header import Header
from data.importers.sheets.reading import Reading
from data.importers.sheets.table import readings
from data.records import BulletinItem, ItemKind


def read(book: Book) -> tuple[BulletinItem, ...]:
    """The items of a workbook, of one day or several, in the order of the file."""
    by_day: defaultdict[date, list[Draft]] = defaultdict(list)
    for header in book.headers[READ.title]:
        day = _day_above(header) or book.day
        for row, draft in drafts_in(header, book.problems):
            day = row.day("day") or day
            if day is None:
                row.error("day", "没有日期。请在“日期”列填上日期，或把日期写在表格上方的标题里。")
                continue
            by_day[day].append(told_apart(draft, day, book.problems))
    book.places += [draft.place for drafts in by_day.values() for draft in drafts]
    items = tuple(item for day, drafts in by_day.items() for item in items_of(day, drafts, book.problems))
    check_rule(items, "", book.problems)
    for day in by_day:
        check_day(day, book.today, "", book.problems)
    return items


def drafts_in(header: Header, problems: list[Problem]) -> Iterator[tuple[Reading, Draft]]:
    """The rows of a table as drafts, each with its row."""
    for row in readings(header, problems):
        first, last = row.day("valid_from"), row.day("valid_until")
        text = joined(row.text("text").split("\n"))
        draft = Draft(row.place("text"), text, _number(row), _kind(row), row.text("source"), first, last)
        yield row, replace(draft, validity=row.text("validity"))


def _kind(row: Reading) -> ItemKind | None:
    return row.choice("kind", KINDS_OF_ITEM, ItemKind.NEWS) if row.text("kind") else None


def _number(row: Reading) -> int:
    """The number in the column 序号, also 1、 or （1）; 0 where there is none."""
    match = re.search(r"\d{1,3}", row.text("position"))
    return int(match[0]) if match else 0


def _day_above(header: Header) -> date | None:
    """A day written above the table, or as the sheet's own title."""
    rows = header.grid.rows[: max(header.first_data_row - 1, 0)]
    texts = [header.grid.title, *(str(value) for row in rows for value in row)]
    return next((day for text in texts if (day := find_day(text)) is not None), None)
