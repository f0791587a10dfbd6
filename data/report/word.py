"""The report as a Word document on A4, laid out as offices lay out theirs: a table stays on one page."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from data.report.facts import Facts
from data.report.tables import Cell, Table, tables_of, title_of

_SONG, _HEI = "宋体", "黑体"
_TEXT, _SMALL, _HEADING, _TITLE = Pt(12), Pt(10.5), Pt(14), Pt(20)
_PAGE = Mm(210), Mm(297)
_MARGIN = Mm(28)
_TOTAL = "合计"
_HEADER_COLOUR = "EDEDED"


def to_docx(facts: Facts) -> bytes:
    """A document with a heading and a table each."""
    document = Document()
    _lay_out(document)
    title = document.add_heading(title_of(facts), level=0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for table in tables_of(facts):
        document.add_heading(table.title, level=1)
        source = document.add_paragraph(table.source, style="Body Text")
        source.paragraph_format.keep_with_next = True
        _draw(document.add_table(rows=len(table.rows) + 1, cols=len(table.header), style="Table Grid"), table)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _lay_out(document: WordDocument) -> None:
    """A4 and the fonts that every office has."""
    (section,) = document.sections
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _MARGIN
    for name, font, size in (
        ("Normal", _SONG, _TEXT),
        ("Body Text", _SONG, _SMALL),
        ("Heading 1", _HEI, _HEADING),
        ("Title", _HEI, _TITLE),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)  # the names are python-docx's own
        style.font.name, style.font.size = font, size
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(script), font)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)


def _draw(drawn: WordTable, table: Table) -> None:
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    rows = (table.header, *table.rows)
    for number, row in enumerate(rows):
        cells = drawn.rows[number].cells
        is_bold = number == 0 or row[0] == _TOTAL
        for place, (cell, value) in enumerate(zip(cells, row, strict=True)):
            _write(cell, value, is_bold=is_bold, is_figure=place > 0)
            cell.paragraphs[0].paragraph_format.keep_with_next = number < len(rows) - 1
            if number == 0:
                _shade(cell)


def _write(cell: WordCell, value: Cell, *, is_bold: bool, is_figure: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(str(value))
    run.font.bold, run.font.size = is_bold, _SMALL
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if is_figure else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)


def _shade(cell: WordCell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _HEADER_COLOUR)):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)  # type: ignore[arg-type]  # noqa: SLF001 - no other way to shade a cell
