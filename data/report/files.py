"""The report as a file: Word for the yearly report (word.py), Excel to go on counting, JSON for other programs."""

import json
from collections.abc import Callable
from dataclasses import asdict
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from data.report.facts import Facts
from data.report.tables import Cell, Table, tables_of, title_of
from data.report.word import to_docx

_WIDE = 24


def to_json(facts: Facts) -> bytes:
    """Every figure under its name."""
    told = {**asdict(facts), "items": facts.items, "disclosed": facts.disclosed}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def to_xlsx(facts: Facts) -> bytes:
    """A workbook with a sheet a table."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables_of(facts):
        _add_sheet(book, facts, table)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _add_sheet(book: Workbook, facts: Facts, table: Table) -> None:
    sheet = book.create_sheet(table.title)
    lines: list[tuple[Cell, ...]] = [(f"{title_of(facts)}：{table.title}",), (table.source,), table.header, *table.rows]
    for number, line in enumerate(lines, 1):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a name may begin with "=": it is no formula
    for cell in (*sheet[1], *sheet[3]):
        cell.font = Font(bold=True)
    for column in range(1, len(table.header) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE


WRITERS: dict[str, Callable[[Facts], bytes]] = {"docx": to_docx, "xlsx": to_xlsx, "json": to_json}
"""The formats there are."""
