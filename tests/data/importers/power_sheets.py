"""Lists of powers as systems and offices really hand them out: dirt around texts whose clean form is known."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import xlwt
from hypothesis import strategies as st
from openpyxl import Workbook

from data.importers.columns.column import EXAMPLE

NAMES = st.text("关于示例省会计师事务所设立审批备案（）《》、·𬀩䶮A7", min_size=2, max_size=110).filter(
    lambda name: any("\u4e00" <= letter <= "\u9fff" for letter in name) and name != EXAMPLE
)
"""Names of up to 110 characters, with the dot of foreign names and letters beyond the basic plane."""
LINES = st.lists(
    st.text("申请书营业执照复印件身份证明经办人阿不都·热合曼𬀩", min_size=3, max_size=20),
    min_size=1,
    max_size=4,
    unique=True,
)

BREAKS = ("<br>", "<br/>", "<BR />", '<br style="mso-special-character: line-break">', "\n", "\r\n", "\r", "</p><p>")
WRAPS = (
    "{}",
    "<p>{}</p>",
    '<p style="text-indent: 2em">{}</p>',
    "<div><span lang=EN-US>{}</span></div>",
    "<o:p></o:p>{}",
)
JUNK = ("", "\x07", "\u200b", "\ufeff", "\u3000", "&nbsp;", "\t ", "\x0b", "\x1f")


@dataclass(frozen=True, slots=True)
class Dirty:
    """A text as an export has it, and as a visitor should read it: one line, or several."""

    written: str
    lines: tuple[str, ...]


@st.composite
def dirty(draw: st.DrawFn, lines: st.SearchStrategy[list[str]] = LINES) -> Dirty:
    """Clean lines in whatever an export wraps them in, escaped up to three times."""
    clean = draw(lines)
    text = draw(st.sampled_from(BREAKS)).join(clean)
    text = draw(st.sampled_from(WRAPS)).format(text)
    for _ in range(draw(st.integers(0, 3))):
        text = html.escape(text, quote=draw(st.booleans()))
    before, after = draw(st.sampled_from(JUNK)), draw(st.sampled_from(JUNK))
    return Dirty(before + text + after, tuple(clean))


def dirty_name() -> st.SearchStrategy[Dirty]:
    """A name on one line."""
    return dirty(NAMES.map(lambda name: [name]))


Cell = str | int | float | None


def as_xls(rows: Sequence[Sequence[Cell]], merges: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """An old workbook, which keeps control characters as they are; merges are (top, bottom, left, right)."""
    made = xlwt.Workbook()
    sheet = made.add_sheet("Sheet1")
    covered = {
        (row, column)
        for top, bottom, left, right in merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for top, bottom, left, right in merges:
        sheet.write_merge(top, bottom, left, right, rows[top][left])
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None and (number, column) not in covered:
                sheet.write(number, column, value)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def as_xlsx(rows: Sequence[Sequence[Cell]], merges: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """A workbook of today, in which control characters are written `_x0007_`."""
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append([_escaped(value) if isinstance(value, str) else value for value in row])
    for top, bottom, left, right in merges:
        sheet.merge_cells(start_row=top + 1, end_row=bottom + 1, start_column=left + 1, end_column=right + 1)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _escaped(text: str) -> str:
    return "".join(
        f"_x{ord(letter):04X}_" if ord(letter) < ord(" ") and letter not in "\t\n" else letter for letter in text
    )


def arranged(header: Sequence[str], rows: Sequence[Mapping[str, Cell]]) -> list[list[Cell]]:
    """The rows under a header, each cell in the column of its name."""
    return [list(header), *([row.get(name) for name in header] for row in rows)]
