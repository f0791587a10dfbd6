"""Makes the files the tests hand in: workbooks from rows, documents from lines, archives with a part exchanged."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
from docx.document import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.importers.parsed import Parsed
from data.importers.problem import Level

Cell = str | int | float | bool | date | datetime | None
Rows = Iterable[Sequence[Cell]]


def workbook(sheets: Mapping[str, Rows], change: Callable[[Workbook], None] = lambda _: None) -> bytes:
    """An .xlsx with these sheets of rows; `change` may merge, hide or format before it is saved."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet: Worksheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    change(made)
    return saved(made.save)


def document(lines: Iterable[str], change: Callable[[Document], None] = lambda _: None) -> bytes:
    """A .docx with these paragraphs; `change` may add to it before it is saved."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    change(made)
    return saved(made.save)


def saved(save: Callable[[BytesIO], object]) -> bytes:
    """What a library writes into a stream."""
    stream = BytesIO()
    save(stream)
    return stream.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return stream.getvalue()


def parts_of(body: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with ZipFile(BytesIO(body)) as made:
        return {name: made.read(name) for name in made.namelist()}


def with_part(body: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed."""
    parts = parts_of(body)
    return archive({**parts, name: change(parts.get(name, b""))})


def errors(parsed: Parsed) -> list[str]:
    """The errors as staff read them: place, then message."""
    return [f"{found.place}：{found.message}" for found in parsed.problems if found.level is Level.ERROR]


def warnings(parsed: Parsed) -> list[str]:
    """The warnings as staff read them."""
    return [f"{found.place}：{found.message}" for found in parsed.problems if found.level is Level.WARNING]
