"""Reads a day's bulletin from a Word document or a text file."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from data.importers import privacy
from data.importers.asked import Asked
from data.importers.bulletin.draft import told_apart
from data.importers.bulletin.items import check_day, check_rule, items_of
from data.importers.bulletin.lines import Body, Line, heading_day, sorted_lines
from data.importers.bulletin.table import drafts_in
from data.importers.columns.bulletin import READ
from data.importers.dates import find_day
from data.importers.encoding import decoded
from data.importers.parsed import Parsed, Scope
from data.importers.problem import Problem, error, note, warning
from data.importers.refusal import Refusal
from data.importers.secrecy import refuse_marked
from data.importers.sheets.grid import Grid
from data.importers.sheets.header import Header, find_header
from data.importers.text import clean
from data.importers.word.document import Paragraph, blocks, texts_beside, texts_of_body
from data.importers.word.package import open_package

_LEAST_COLUMNS = 2
"""Columns of the bulletin's that a table must have to be read as one; a layout table has fewer."""


def read_text(body: bytes, asked: Asked) -> Parsed:
    """The bulletin in a text file. Refusal where it cannot be decoded or carries a secrecy mark."""
    lines = [Line(f"第 {number} 行", clean(line)) for number, line in enumerate(_lines(decoded(body)), 1)]
    refuse_marked((line.place, line.text) for line in lines)
    problems = list(privacy.in_texts((line.place, line.text) for line in lines))
    return _parsed(sorted_lines(lines, problems), asked, problems)


def read_document(body: bytes, asked: Asked) -> Parsed:
    """The bulletin in a .docx. Refusal where it is damaged or carries a secrecy mark, wherever it stands."""
    package = open_package(body)
    every = [*texts_beside(package), *texts_of_body(package)]
    refuse_marked(((place, text) for place, text in every))
    found = blocks(package)
    lines = list(_flowing(found))
    problems = list(privacy.in_texts((line.place, line.text) for line in lines))
    if any(place == "脚注" and text.strip() for place, text in every):
        problems.append(note("脚注", "脚注没有导入。需要显示的，请写到正文里。"))
    tables = [header for block in found if isinstance(block, Grid) and (header := _table(block)) is not None]
    if tables:
        return _from_tables(tables, [block for block in found if isinstance(block, Paragraph)], asked, problems)
    return _parsed(sorted_lines(lines, problems), asked, problems)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")


def _flowing(found: Sequence[Paragraph | Grid]) -> Iterator[Line]:
    """Paragraphs and the cells of tables as one flow of lines."""
    for block in found:
        if isinstance(block, Paragraph):
            yield from (Line(block.place, line) for line in clean(block.text).split("\n"))
        else:
            for row, values in enumerate(block.rows):
                for column, value in enumerate(values):
                    yield from (Line(block.place(row, column), line) for line in clean(str(value)).split("\n"))


def _table(grid: Grid) -> Header | None:
    header = find_header(READ, grid)
    return header if not header.missing and len(header.columns) >= _LEAST_COLUMNS else None


def _from_tables(tables: list[Header], paragraphs: list[Paragraph], asked: Asked, problems: list[Problem]) -> Parsed:
    lines = [Line(paragraph.place, clean(paragraph.text)) for paragraph in paragraphs]
    above = [Line(table.grid.name, clean(str(value))) for table in tables for value in _above(table)]
    outside = sorted_lines([line for line in (*lines, *above) if line.text], [])
    if any(draft.number for draft in outside.drafts):
        problems.append(warning(outside.drafts[0].place, "要闻已从表格里读取，表格以外编了号的文字没有导入。"))
        heading = outside
    else:
        heading = Body([line for line in (*lines, *above) if line.text])
    drafts = [draft for table in tables for _, draft in drafts_in(table, problems)]
    return _parsed(Body(heading.heading, drafts, heading.days), asked, problems)


def _above(table: Header) -> Iterator[object]:
    """What stands in the table above its header: often the day."""
    for row in table.grid.rows[: table.first_data_row - 1]:
        yield from row


def _parsed(body: Body, asked: Asked, problems: list[Problem]) -> Parsed:
    day = _day(body, asked, problems)
    if not body.drafts:
        raise Refusal("没有找到任何一条要闻。请在每条前面编号（1. 2. 3. …），第一行写日期。")
    drafts = [told_apart(draft, day, problems) for draft in body.drafts]
    if day is None:
        return Parsed("bulletin", (), tuple(problems), Scope(("bulletin",)))
    items = items_of(day, drafts, problems)
    check_rule(items, "", problems)
    places = tuple(draft.place for draft in drafts)
    return Parsed("bulletin", items, tuple(problems), Scope(("bulletin",), (day,)), places)


def _day(body: Body, asked: Asked, problems: list[Problem]) -> date | None:
    """The bulletin's day: from its heading, else from the file's name; reported where there is none or both differ."""
    by_name = day_in_name(asked)
    year = by_name.year if by_name else None if asked.today is None else asked.today.year
    day = heading_day(body, year, problems)
    place = body.heading[0].place if body.heading else ""
    if day is None and by_name is None:
        problems.append(error(place, "没有找到日期。请在第一行写上日期，例如“2026年11月23日每日要闻”。"))
    if day is not None and by_name is not None and day != by_name:
        message = f"标题的日期（{day.isoformat()}）和文件名的日期（{by_name.isoformat()}）不一致，按标题导入，请核对。"
        problems.append(warning(place, message))
    found = day or by_name
    if found is not None:
        check_day(found, asked.today, place, problems)
    return found


def day_in_name(asked: Asked) -> date | None:
    """The day in the file's name, None where it names none."""
    return find_day(PurePath(asked.name).stem, None if asked.today is None else asked.today.year)
