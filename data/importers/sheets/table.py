"""The rows of a grid under a header, merged cells filled down, headings and footnotes passed over."""

import re
from collections.abc import Iterator

from data.importers.columns.column import EXAMPLE, Column
from data.importers.problem import Problem, error, note, warning
from data.importers.sheets.extent import Merge, Place
from data.importers.sheets.grid import Grid
from data.importers.sheets.header import Header
from data.importers.sheets.reading import Reading, as_text
from data.importers.text import clean

_REMARK = re.compile(r"^(?:注|说明|备注|填表说明|填表人|合计|总计|共计|制表)\s*[:：]?")
_COUNTED = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．\s]?)\s*")
_MOST_SINGLY = 5
"""More columns than these that nobody knows are told in one line."""
_PASSED_OVER = frozenset({"序号", "no.", "no"})
"""Columns that only count the rows; the order of the rows says the same."""


def readings(header: Header, problems: list[Problem]) -> Iterator[Reading]:
    """Each row of data. What is wrong with the table as such is added to `problems`."""
    merged = _filled_down(header.grid)
    _report_columns(header, problems)
    heading, begun = "", False
    for row in range(header.first_data_row, len(header.grid.rows)):
        if _is_blank(header.grid, row) or _is_example(header.grid, row) or _is_header_again(header, row):
            continue
        line = _line_across(header, row)
        if line:
            heading = _take_line(header.grid, row, line, problems) or heading
            continue
        reading = Reading(header, row, merged, problems, heading)
        if _is_blank_here(reading):
            continue
        begins = not (begun and reading.continues)
        _report_cells(reading, problems, begins=begins)
        begun = True
        yield reading


def _filled_down(grid: Grid) -> dict[Place, Place]:
    """For each cell in a vertical merge the cell that holds its value. Cells outside any merge are not in it."""
    sources: dict[Place, Place] = {}
    for merge in grid.merges:
        sources.update(_covered(grid, merge))
        if len(sources) > len(grid.rows) * max(grid.width, 1):
            break
    return sources


def _covered(grid: Grid, merge: Merge) -> Iterator[tuple[Place, Place]]:
    (top, left), (bottom, right) = merge
    for row in range(top + 1, min(bottom + 1, len(grid.rows))):
        for column in range(left, min(right + 1, grid.width)):
            yield (row, column), (top, left)


def _is_blank(grid: Grid, row: int) -> bool:
    return not any(clean(as_text(value)) for value in grid.rows[row])


def _is_blank_here(reading: Reading) -> bool:
    """Whether no column that we know has anything in this row of its own."""
    grid = reading.header.grid
    return not any(clean(as_text(grid.value(reading.row, column))) for column in reading.header.columns.values())


def _is_example(grid: Grid, row: int) -> bool:
    return clean(as_text(grid.value(row, 0))) == EXAMPLE


def _is_header_again(header: Header, row: int) -> bool:
    """Whether a row says what the header said: exports repeat it at the top of each printed page."""
    return len(header.columns) > 1 and any(
        all(_same_text(header.grid, column, row, header.first_data_row - above) for column in header.columns.values())
        for above in (1, 2)
        if header.first_data_row >= above
    )


def _same_text(grid: Grid, column: int, row: int, other: int) -> bool:
    value = grid.value(row, column)
    return value != "" and as_text(value) == as_text(grid.value(other, column))


def _line_across(header: Header, row: int) -> str:
    """The text of a row that is a single line across the table: a heading, a footnote, a sum. Empty for others."""
    texts = [
        (column, text)
        for column in range(header.grid.width)
        if (text := clean(as_text(header.grid.value(row, column))))
    ]
    if len(texts) != 1 or len(header.columns) == 1:
        return ""
    column, text = texts[0]
    across = any(top <= row <= bottom and left <= column < right for (top, left), (bottom, right) in header.grid.merges)
    return text if across or _REMARK.match(text) else ""


def _take_line(grid: Grid, row: int, line: str, problems: list[Problem]) -> str:
    """The heading in a line across the table, empty where it is a remark. Staff are told that it is no record."""
    shown = line.replace("\n", " ")[:30]
    problems.append(note(grid.row_place(row), f"“{shown}”像小标题或说明，没有当作一条内容。"))
    return "" if _REMARK.match(line) else _COUNTED.sub("", line, count=1)


def _report_columns(header: Header, problems: list[Problem]) -> None:
    unread = {
        column: clean(text)[:30]
        for column, text in header.unknown.items()
        if clean(text).casefold() not in _PASSED_OVER and not _is_empty_below(header, column)
    }
    places = [header.grid.place(header.first_data_row - 1, column) for column in unread]
    if len(unread) > _MOST_SINGLY:
        names = "、".join(unread.values())
        problems.append(warning(places[0], f"这些列没有认出来，没有导入：{names}。"))
        return
    for place, text in zip(places, unread.values(), strict=True):
        problems.append(warning(place, f"列“{text}”没有认出来，这一列没有导入。"))


def _is_empty_below(header: Header, column: int) -> bool:
    rows = range(header.first_data_row, len(header.grid.rows))
    return not any(clean(as_text(header.grid.value(row, column))) for row in rows)


def _report_cells(reading: Reading, problems: list[Problem], *, begins: bool) -> None:
    """Cells with errors; and, in a row that begins a record, what must be filled and is not."""
    header = reading.header
    for column in header.sheet.columns:
        if column.field not in header.columns:
            continue
        if (reading.row, header.columns[column.field]) in header.grid.errors:
            message = "公式出错（#REF!、#N/A 之类），读不出内容。请改正公式，或直接填写内容。"
            problems.append(error(reading.place(column.field), message))
        elif begins and _must_be_filled(column) and not reading.text(column.field):
            problems.append(error(reading.place(column.field), f"“{column.header}”没有填。"))


def _must_be_filled(column: Column) -> bool:
    return column.required and not column.owner and not column.may_be_empty
