"""A workbook as grids of plain values, whatever program wrote it; calamine does the reading."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.importers import archive
from data.importers.container import Container
from data.importers.refusal import Refusal
from data.importers.sheets import ods, xls, xlsx
from data.importers.sheets.extent import Extent, Merge, Place, cell_name, column_name

Value = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds; an empty cell holds the empty text."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its rows from the very first, and what merging, hiding and errors there are."""

    title: str
    rows: tuple[tuple[Value, ...], ...]
    merges: tuple[Merge, ...] = ()
    errors: frozenset[Place] = frozenset()
    hidden: bool = False
    dates_from_1904: bool = False
    page_texts: tuple[str, ...] = ()
    in_document: bool = False
    """A table of a Word document; its title is its number there."""
    width: int = field(init=False)
    """How many columns the widest row has."""

    def __post_init__(self) -> None:
        """Measure the width once; readers ask for it at every row."""
        object.__setattr__(self, "width", max((len(row) for row in self.rows), default=0))

    def value(self, row: int, column: int) -> Value:
        """What a cell holds; empty beyond the edges."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text in the sheet with its place, also what is printed above and below its pages."""
        yield from ((f"{self.name}的页眉页脚", text) for text in self.page_texts)
        for row, values in enumerate(self.rows):
            for column, value in enumerate(values):
                if isinstance(value, str) and value:
                    yield self.place(row, column), value

    def row_place(self, row: int) -> str:
        """Where a row is, for staff."""
        return f"{self.name} 第 {row + 1} 行" if self.in_document else f"{self.name}第 {row + 1} 行"

    @property
    def name(self) -> str:
        """What staff call the sheet or table: 工作表“人员”, 表格 1."""
        return f"表格 {self.title}" if self.in_document else f"工作表“{self.title}”"

    def place(self, row: int, column: int) -> str:
        """Where a cell is, for staff: 工作表“人员”C12, or 表格 1 第 2 行第 3 列 of a document."""
        if self.in_document:
            return f"表格 {self.title} 第 {row + 1} 行第 {column + 1} 列"
        return f"工作表“{self.title}”{cell_name(row, column)}"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the scan before reading found out."""

    extents: tuple[Extent, ...]
    dates_from_1904: bool = False


def grids(container: Container, body: bytes) -> tuple[Grid, ...]:
    """The sheets of a workbook in order, hidden ones too. Refusal where it cannot be read or is too large."""
    before = _scan(container, body)
    for extent in before.extents:
        if extent.too_large:
            far = cell_name(extent.last_row, extent.last_column)
            raise Refusal(
                f"内容一直到 {far}（{column_name(extent.last_column)} 列、第 {extent.last_row + 1} 行），表太大。"
                "请删除表格下面和右边多余的内容后再导入。",
                f"工作表“{extent.title}”",
            )
    return tuple(_read(body, before))


def _scan(container: Container, body: bytes) -> _Known:
    if container is Container.XLS:
        biff = xls.scan(body)
        return _Known(biff.extents, biff.dates_from_1904)
    with archive.opened(body) as zipped:
        if container is Container.ODS:
            return _Known(ods.extents(zipped))
        return _Known(xlsx.extents(zipped), xlsx.dates_from_1904(zipped))


def _read(body: bytes, before: _Known) -> Iterator[Grid]:
    extents = {extent.title: extent for extent in before.extents}
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(body))
        for sheet in workbook.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet:
                read = workbook.get_sheet_by_name(sheet.name)
                extent = extents.get(sheet.name, Extent(sheet.name))
                yield Grid(
                    sheet.name,
                    tuple(tuple(row) for row in read.to_python(skip_empty_area=False)),
                    tuple(read.merged_cell_ranges or extent.merges),
                    frozenset(extent.errors),
                    sheet.visible is not SheetVisibleEnum.Visible,
                    before.dates_from_1904,
                    tuple(extent.page_texts),
                )
    except (CalamineError, OSError, ValueError) as failure:
        raise Refusal(archive.DAMAGED) from failure
    except BaseException as failure:
        # A panic in Rust arrives as an exception that is no Exception; nothing else of that sort is ours to stop.
        if type(failure).__name__ != "PanicException":
            raise
        raise Refusal(archive.DAMAGED) from failure
