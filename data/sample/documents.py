"""Writes a day's bulletin as its clerk would: Word with typed or automatic numbers or a table, Excel, Notepad."""

from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from openpyxl import Workbook

from data.records import BulletinItem, ItemKind
from data.sample.bulletins import Day

_TITLE = "每日要闻（示例）"
_AUTHOR = "省财政厅办公室（示例）"
_WRITTEN = datetime(2026, 11, 1, 8, 0, 0)  # noqa: DTZ001 - Office keeps wall-clock times
_WEEKDAYS = "一二三四五六日"
_CHINESE = "一二三四五六七八九十"
_WORDS = {ItemKind.NEWS: "新闻", ItemKind.DISCLOSED: "政府信息"}
_ABSTRACT = """
<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>
"""
_NUMBERING = '<w:num {ns} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
_USE = '<w:numPr {ns}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'


def written(day: Day) -> tuple[str, bytes]:
    """The file's suffix and its bytes."""
    return STYLES[day.style](day)


def _automatic(form: str, text: str) -> Callable[[Day], tuple[str, bytes]]:
    """Word numbers the items itself: the numbers are in no text."""

    def write(day: Day) -> tuple[str, bytes]:
        document = _headed(day)
        numbering = document.part.numbering_part.element
        numbering.insert(0, parse_xml(_ABSTRACT.format(ns=nsdecls("w"), form=form, text=text)))
        numbering.append(parse_xml(_NUMBERING.format(ns=nsdecls("w"))))
        for item in day.items:
            paragraph = document.add_paragraph(_marked(item))
            use = parse_xml(_USE.format(ns=nsdecls("w")))
            paragraph._p.get_or_add_pPr().append(use)  # type: ignore[arg-type]  # noqa: SLF001 - no other way
        return ".docx", _saved(document)

    return write


def _typed(number: Callable[[int], str]) -> Callable[[Day], tuple[str, bytes]]:
    """The clerk typed the numbers, and who wrote each item behind it."""

    def write(day: Day) -> tuple[str, bytes]:
        document = _headed(day)
        for item in day.items:
            document.add_paragraph(f"{number(item.position)}{_kind_mark(item)}{item.text}（{item.source}供稿）")
        return ".docx", _saved(document)

    return write


def _table(day: Day) -> tuple[str, bytes]:
    document = _headed(day)
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    for cell, header in zip(table.rows[0].cells, ("序号", "类别", "内容", "来源"), strict=True):
        cell.text = header
    for item in day.items:
        values = (str(item.position), _WORDS[item.kind], item.text, item.source)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    return ".docx", _saved(document)


def _workbook(day: Day) -> tuple[str, bytes]:
    """A title over all columns, and the day written once in a merged cell."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "每日要闻"
    sheet.append([_TITLE])
    sheet.append(["日期", "序号", "类别", "内容", "来源", "结束日期"])
    for item in day.items:
        sheet.append([day.day, item.position, _WORDS[item.kind], item.text, item.source, item.valid_until])
    last = len(day.items) + 2
    for row in range(4, last + 1):
        sheet.cell(row, 1).value = None
    sheet.merge_cells("A1:F1")
    sheet.merge_cells(f"A3:A{last}")
    sheet["A3"].number_format = "yyyy-mm-dd"
    for letter, width in {"A": 14, "C": 12, "D": 60, "E": 18, "F": 14}.items():
        sheet.column_dimensions[letter].width = width
    workbook.properties.creator = _AUTHOR
    out = BytesIO()
    workbook.save(out)
    return ".xlsx", out.getvalue()


def _notepad(day: Day) -> tuple[str, bytes]:
    """As Notepad on a Chinese Windows saves a text: GBK, lines ended by carriage return and line feed."""
    lines = [_TITLE, _date_line(day), "", *(f"{item.position}、{_marked(item)}" for item in day.items), ""]
    return ".txt", "\r\n".join(lines).encode("gbk")


def _headed(day: Day) -> WordDocument:
    document = Document()
    document.styles["Normal"].font.size = Pt(14)
    properties = document.core_properties
    properties.author = properties.last_modified_by = _AUTHOR
    properties.created = properties.modified = _WRITTEN
    properties.title, properties.comments = _TITLE, ""
    document.add_heading(_TITLE, level=1).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(_date_line(day)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def _date_line(day: Day) -> str:
    return f"{day.day.year}年{day.day.month}月{day.day.day}日 星期{_WEEKDAYS[day.day.weekday()]}"


def _marked(item: BulletinItem) -> str:
    return f"{_kind_mark(item)}{item.text}（来源：{item.source}）"


def _kind_mark(item: BulletinItem) -> str:
    return "【政府信息】" if item.kind is ItemKind.DISCLOSED else ""


def _saved(document: WordDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


STYLES: Mapping[str, Callable[[Day], tuple[str, bytes]]] = {
    "docx-numbered": _automatic("decimal", "%1."),
    "docx-chinese-numbered": _automatic("chineseCountingThousand", "%1、"),
    "docx-typed": _typed(lambda number: f"{number}. "),
    "docx-bracket": _typed(lambda number: f"（{_CHINESE[number - 1]}）"),
    "docx-chinese": _typed(lambda number: f"{_CHINESE[number - 1]}、"),
    "docx-table": _table,
    "xlsx": _workbook,
    "txt-gbk": _notepad,
}
"""The ways a bulletin is written down."""
