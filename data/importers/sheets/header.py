"""Finds the header of a table in a grid: which rows it takes and which column holds which field.

示例省财政厅人员一览表                  a title, passed over
姓名   处室     法定办结时限            first header row
                数值     单位           second header row
王示例 办公室   5        工作日         first row of data
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from data.importers.columns.column import Column, Sheet
from data.importers.sheets.grid import Grid
from data.importers.text import folded

_SEARCHED_ROWS = 20
"""How far down a header may begin."""
_ROWS_AFTER = 3
"""How many rows below a complete header a better one is still looked for: a title may look like a poor header."""
_IN_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_ORNAMENT = re.compile(r"[*#:：\s]+")
_PLATFORM = re.compile(r"^篇扩|/pk\w+$", re.IGNORECASE)
"""How one provincial platform dresses its headers: 篇扩类别/pkitemType."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a sheet's fields were found in a grid. `unknown` are headers of columns nobody asked for."""

    sheet: Sheet
    grid: Grid
    first_data_row: int
    columns: Mapping[str, int]
    unknown: Mapping[int, str]

    @property
    def missing(self) -> tuple[Column, ...]:
        """The required columns that are not there."""
        return tuple(column for column in self.sheet.columns if column.required and column.field not in self.columns)

    @property
    def fit(self) -> int:
        """How well the grid fits the sheet: columns found, and more where the title is the sheet's own."""
        return len(self.columns) + (_TITLE_COUNTS if self.titled else 0)

    @property
    def titled(self) -> bool:
        """Whether the grid bears the sheet's title."""
        return folded(self.grid.title) in {folded(title) for title in (self.sheet.title, *self.sheet.synonyms)}


_TITLE_COUNTS = 3


def find_header(sheet: Sheet, grid: Grid) -> Header:
    """The best reading of some rows near the top of a grid as the header of this sheet; without columns if none is."""
    best = Header(sheet, grid, 0, {}, {})
    for candidate in _candidates(sheet, grid):
        if len(candidate.columns) > len(best.columns) or _says_the_same_below(candidate, best):
            best = candidate
        if best.columns and not best.missing and candidate.first_data_row > best.first_data_row + _ROWS_AFTER:
            break
    return best


def _says_the_same_below(candidate: Header, best: Header) -> bool:
    """Whether the row below the best header names every column once more: two header rows in two languages."""
    same = candidate.columns.keys() == best.columns.keys()
    return bool(best.columns) and same and candidate.first_data_row == best.first_data_row + 1


def _candidates(sheet: Sheet, grid: Grid) -> Iterator[Header]:
    spellings = _spellings(sheet)
    for row in range(min(_SEARCHED_ROWS, len(grid.rows))):
        upper = _texts(grid, row)
        if not any(_field(text, spellings) for text in upper):
            continue
        yield _header(Header(sheet, grid, row + 1, {}, {}), ((text,) for text in upper), spellings)
        lower = _texts(grid, row + 1)
        if _may_be_second(upper, lower, spellings):
            pairs = zip(_filled_right(grid, row, upper), lower, strict=True)
            spelled = ((low, high + low, high) for high, low in pairs)
            yield _header(Header(sheet, grid, row + 2, {}, {}), spelled, spellings)


@cache
def _spellings(sheet: Sheet) -> Mapping[str, str]:
    """Fields by folded header; a column's own header outranks another's synonym."""
    synonyms = {folded(synonym): column.field for column in sheet.columns for synonym in column.synonyms}
    return synonyms | {folded(column.header): column.field for column in sheet.columns}


def _texts(grid: Grid, row: int) -> list[str]:
    return [str(grid.value(row, column)).strip() for column in range(grid.width)]


def _filled_right(grid: Grid, row: int, texts: list[str]) -> list[str]:
    """The texts of an upper header row, a merged one repeated over all its columns."""
    filled = list(texts)
    for (top, left), (bottom, right) in grid.merges:
        if top <= row <= bottom and left < len(filled):
            filled[left : right + 1] = [filled[left]] * len(filled[left : right + 1])
    return filled


def _may_be_second(upper: list[str], lower: list[str], spellings: Mapping[str, str]) -> bool:
    """Whether the row below a header row can be its second: under a known header stands nothing, or a header."""
    if not any(lower):
        return False
    return all(
        not low or _field(low, spellings) or _field(high + low, spellings) or not _field(high, spellings)
        for high, low in zip(upper, lower, strict=True)
    )


def _header(empty: Header, spelled: Iterable[tuple[str, ...]], spellings: Mapping[str, str]) -> Header:
    """The header with the columns found: for each column the first of its spellings that is a known one."""
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for number, texts in enumerate(spelled):
        field = next((found for text in texts if (found := _field(text, spellings))), "")
        if field and field not in columns:
            columns[field] = number
        elif any(texts):
            unknown[number] = next(text for text in texts if text)
    return replace(empty, columns=columns, unknown=unknown)


def _field(text: str, spellings: Mapping[str, str]) -> str:
    """The field a header stands for, empty if none: as written, or without its stars, brackets and dress."""
    if not text or len(text) > _LONGEST:
        return ""
    whole, plain = _spelled(text)
    return spellings.get(whole) or spellings.get(plain, "")


@lru_cache(maxsize=8192)
def _spelled(text: str) -> tuple[str, str]:
    """A header as it is compared: without stars and dress, and then without what stands in brackets."""
    whole = _ORNAMENT.sub("", folded(_PLATFORM.sub("", text)))
    return whole, _IN_BRACKETS.sub("", whole)


_LONGEST = 60
"""Characters a header may have; a paragraph of instructions is none."""
