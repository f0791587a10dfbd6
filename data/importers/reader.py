"""Reads any file that staff hand in: `read(name, bytes)` gives records and problems, and never an exception."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from data.importers.asked import Asked
from data.importers.book import WORDS
from data.importers.building import parse_building
from data.importers.bulletin.read import read_document, read_text
from data.importers.chart import is_chart, names_owner, parse_chart
from data.importers.container import Container, recognise
from data.importers.flow import is_flow, parse_flow
from data.importers.known import Known
from data.importers.parsed import Parsed, refused
from data.importers.problem import Problem, error
from data.importers.refusal import Refusal
from data.importers.sheets.grid import Grid, grids
from data.importers.step_table import is_step_table, read_step_table
from data.importers.workbook import read_workbook
from data.records import Kind
from data.records.kinds import FLOW


def read(
    name: str, body: bytes, kind: Kind | None = None, known: Known | None = None, today: date | None = None
) -> Parsed:
    """What a file holds. `name` is only used to speak of the file and for a day or year that stands in it.

    `kind` overrides what the file looks like; it may be `FLOW` too. `known` is the directory of names that the file may
    refer to; without it references are taken as keys, unchecked. `today` gives a day without a year its year.
    """
    try:
        parsed = _read(body, Asked(kind, known, today, name))
    except Refusal as refusal:
        parsed = refused(error(refusal.place, refusal.message), kind="power" if kind == FLOW else kind or "")
    problems = tuple(Problem(found.level, _placed(name, found.place), found.message) for found in parsed.problems)
    places = tuple(_placed(name, place) for place in parsed.places)
    return replace(parsed, problems=problems, places=places)


def _read(body: bytes, asked: Asked) -> Parsed:
    if is_flow(asked.name, body) and not is_chart(body):
        return _flow(body, asked)
    if (asked.kind == FLOW and not _is_workbook(asked.name, body)) or (
        is_chart(body) and (asked.kind == "power" or (not asked.kind and names_owner(asked)))
    ):
        return parse_chart(body, asked)
    container = recognise(asked.name, body)
    match container:
        case Container.XLSX | Container.XLS | Container.ODS:
            return _workbook(grids(container, body), asked)
        case Container.DOCX:
            return _of_kind(read_document, container, body, asked)
        case Container.TEXT:
            return _of_kind(read_text, container, body, asked)
        case Container.IMDF | Container.XML:
            return _drawing(body, asked)


def _is_workbook(name: str, body: bytes) -> bool:
    return not is_chart(body) and name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods", ".et"))


def _workbook(sheets: Sequence[Grid], asked: Asked) -> Parsed:
    """The tables of a kind; or the step table of the power whose name the file bears."""
    alone = asked.kind in {None, "power"} and names_owner(asked) and is_step_table(sheets)
    return read_step_table(sheets, asked) if alone or asked.kind == FLOW else read_workbook(sheets, asked)


def _flow(body: bytes, asked: Asked) -> Parsed:
    """A flow chart, which belongs to a power."""
    if asked.kind not in {None, "power", FLOW}:
        raise Refusal(f"这是流程图，不是{WORDS[asked.kind or '']}表。请核对文件。")
    return parse_flow(body, asked)


def _drawing(body: bytes, asked: Asked) -> Parsed:
    """A building with its floors, and what is wrong with the drawing itself."""
    if asked.kind not in {None, "building", "floor"}:
        raise Refusal(f"这是楼层图，不是{WORDS[asked.kind or '']}表。请核对文件。")
    return parse_building(asked.name, body, asked.known.rooms if asked.known else ())


def _of_kind(reader: Callable[[bytes, Asked], Parsed], container: Container, body: bytes, asked: Asked) -> Parsed:
    """A document or text, which can only be a bulletin."""
    if asked.kind not in {None, "bulletin"}:
        raise Refusal(f"{_NAMES[container]}只能导入每日要闻。{WORDS[asked.kind or '']}请用 Excel 模板导入。")
    return reader(body, asked)


_NAMES = {Container.DOCX: "Word 文档", Container.TEXT: "文本文件"}


def _placed(name: str, place: str) -> str:
    base = PurePath(name.replace("\\", "/")).name
    return f"{base} {place}".strip()
