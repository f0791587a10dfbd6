"""The report as a file: Word for the yearly report, Excel to go on counting, JSON for other programs."""

import json
from collections.abc import Callable
from dataclasses import asdict
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from data.report.facts import Facts
from data.report.tables import Cell, Table, tables_of

_FONT = "宋体"
_WIDE = 24


def to_json(facts: Facts) -> bytes:
    """Every figure under its name."""
    told = {**asdict(facts), "items": facts.items, "disclosed": facts.disclosed}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def to_docx(facts: Facts) -> bytes:
    """A document with a heading and a table each."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = _FONT
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    title = document.add_heading(title_of(facts), level=0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for table in tables_of(facts):
        document.add_heading(table.title, level=1)
        document.add_paragraph(table.source)
        drawn = document.add_table(rows=0, cols=len(table.header), style="Table Grid")
        for row in (table.header, *table.rows):
            cells = drawn.add_row().cells
            for cell, value in zip(cells, row, strict=True):
                cell.text = str(value)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


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


def title_of(facts: Facts) -> str:
    """What the report is called."""
    return f"{facts.site}{facts.year} 年政务公开数据"


WRITERS: dict[str, Callable[[Facts], bytes]] = {"docx": to_docx, "xlsx": to_xlsx, "json": to_json}
"""The formats there are."""
