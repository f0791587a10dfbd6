"""Writes a template as .xlsx: drop-downs, comments, an example row, or the records that stand now."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import chain

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.importers.columns import LAYOUTS
from data.importers.columns.column import EXAMPLE, GUIDE, Cell, Column, Layout, Look, Row, Sheet
from data.importers.known import Known
from data.records import Kind, Record

MOST_IN_A_CELL = 32_767
"""Characters a cell can hold (Excel's limit)."""
_EARLIEST = date(1901, 1, 1)
"""Earlier days are written as text: Excel's own calendar has a fault in 1900."""
_ROWS_WITH_DROP_DOWNS = 2_000
_FORMATS = {
    Look.TEXT: "@",
    Look.LONG: "@",
    Look.NUMBER: "0",
    Look.DATE: "yyyy-mm-dd",
    Look.INSTANT: "yyyy-mm-dd hh:mm:ss",
}
_WIDTHS = {Look.TEXT: 16, Look.LONG: 44, Look.NUMBER: 10, Look.DATE: 13, Look.INSTANT: 20}
_HEADER = PatternFill("solid", start_color="FFDCE6F1")
_REQUIRED = PatternFill("solid", start_color="FFF8D7D0")
_EXAMPLE_FONT = Font(italic=True, color="FF808080")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_template(kind: Kind, records: Sequence[Record] = (), known: Known | None = None) -> bytes:
    """The template of a kind as .xlsx, with an example row, or filled with `records` in their order.

    References are written as the names that `known` (and the records themselves) give them, else as keys.
    ValueError for a kind without a template, a record of another kind, or a text longer than a cell holds.
    """
    if kind not in LAYOUTS:
        raise ValueError(f"no template for {kind!r}; there are {', '.join(LAYOUTS)}")
    layout = LAYOUTS[kind]
    workbook = Workbook()
    directory = (known or Known()).joined(Known.of(records))
    rows = list(chain.from_iterable(layout.rows(record, directory) for record in records))
    for sheet in layout.sheets:
        _write_sheet(workbook, sheet, [row for title, row in rows if title == sheet.title], example=not records)
    _write_guide(workbook, layout)
    del workbook["Sheet"]
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _write_sheet(workbook: Workbook, sheet: Sheet, rows: Iterable[Row], *, example: bool) -> None:
    worksheet: Worksheet = workbook.create_sheet(sheet.title)
    for number, column in enumerate(sheet.columns, 1):
        _write_header(worksheet, number, column)
    worksheet.freeze_panes = "A2"
    if example:
        _write_row(worksheet, 2, sheet, {column.field: column.example for column in sheet.columns})
        for cell in worksheet[2]:
            cell.font = _EXAMPLE_FONT
        worksheet["A2"].value = EXAMPLE
    for number, row in enumerate(rows, 2):
        _write_row(worksheet, number, sheet, row)


def _write_header(worksheet: Worksheet, number: int, column: Column) -> None:
    cell = worksheet.cell(1, number, column.header)
    cell.font = Font(bold=True)
    cell.fill = _REQUIRED if column.required else _HEADER
    remark = "\n".join(_remarks(column))
    if remark:
        cell.comment = Comment(remark, "Openhall", height=90, width=260)
    letter = get_column_letter(number)
    worksheet.column_dimensions[letter].width = _WIDTHS[column.look]
    worksheet.column_dimensions[letter].number_format = _FORMATS[column.look]
    if column.choices:
        drop_down = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        drop_down.error = f"请从下列选项中选择：{'、'.join(column.choices)}"
        worksheet.add_data_validation(drop_down)
        drop_down.add(f"{letter}2:{letter}{_ROWS_WITH_DROP_DOWNS}")


def _remarks(column: Column) -> Iterator[str]:
    if column.required:
        yield "必填。"
    if column.comment:
        yield column.comment


def _write_row(worksheet: Worksheet, number: int, sheet: Sheet, row: Row) -> None:
    for position, column in enumerate(sheet.columns, 1):
        value = row.get(column.field)
        if value not in {None, ""}:
            _write_cell(worksheet.cell(number, position), value, column)


def _write_cell(cell: SheetCell | MergedCell, value: Cell, column: Column) -> None:
    if isinstance(value, date) and (value.date() if isinstance(value, datetime) else value) < _EARLIEST:
        value = value.isoformat()
    cell.number_format = _FORMATS[column.look]
    if isinstance(value, str):
        if len(value) > MOST_IN_A_CELL:
            raise ValueError(f"{column.header}: {len(value)} characters; a cell holds {MOST_IN_A_CELL}")
        cell.value = _LIKE_AN_ESCAPE.sub("_x005F_", value)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    else:
        cell.value = value
        cell.alignment = Alignment(vertical="top")


def _write_guide(workbook: Workbook, layout: Layout) -> None:
    guide = workbook.create_sheet(GUIDE)
    guide.column_dimensions["A"].width = 100
    for line in _guide(layout):
        guide.append([line])


def _guide(layout: Layout) -> Iterator[str]:
    yield f"{layout.title}：导入模板"
    yield "导入会替换原有的全部内容；表里没有的会被删除。先下载“带现有数据”的模板再修改最稳妥。"
    yield f"红底的列必填。第一格写着“{EXAMPLE}”的行不会导入，可以删除。列的次序可以改变，列名请勿改动。"
    yield "引用处室、人员、事项时，填名称或代码都可以。"
    for sheet in layout.sheets:
        yield f"工作表“{sheet.title}”：" + "、".join(column.header for column in sheet.columns)
