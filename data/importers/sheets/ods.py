"""The extents of the sheets of an .ods, its merged cells and errors, read from content.xml."""

from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from data.importers.archive import DAMAGED
from data.importers.refusal import Refusal
from data.importers.sheets.extent import MOST_ELEMENTS, TOO_MANY, Extent, forget

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC_EXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_DIGITS = 12
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}


def extents(archive: ZipFile) -> tuple[Extent, ...]:
    """The extent of every table in order. Refusal where the XML is broken."""
    try:
        with archive.open("content.xml") as stream:
            events = etree.iterparse(stream, events=("start", "end"), resolve_entities=False, no_network=True)
            return tuple(_scanned(events))
    except (KeyError, etree.XMLSyntaxError) as failure:
        raise Refusal(DAMAGED) from failure


def _scanned(events: Iterator[tuple[str, etree._Element]]) -> Iterator[Extent]:
    extent: Extent | None = None
    row = 0
    for number, (event, element) in enumerate(events):
        if number > 2 * MOST_ELEMENTS:
            raise Refusal(TOO_MANY)
        if event == "start" and element.tag == f"{_TABLE}table":
            extent, row = Extent(element.get(f"{_TABLE}name", "")), 0
        elif extent is not None and event == "end" and element.tag == f"{_TABLE}table-row":
            row += _add_row(extent, element, row)
            forget(element)
        elif extent is not None and event == "end" and element.tag == f"{_TABLE}table":
            yield extent
            extent = None
        if extent is not None and extent.too_large:
            yield extent
            return


def _add_row(extent: Extent, element: etree._Element, row: int) -> int:
    """Take note of the cells of a row; gives how many rows it stands for."""
    rows = _repeated(element, "number-rows-repeated")
    column = 0
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        columns = _repeated(cell, "number-columns-repeated")
        if _is_filled(cell):
            error = cell.get(f"{_CALC_EXT}value-type") == "error"
            extent.add(row + rows - 1, column + columns - 1, count=rows * columns, is_error=error)
            _add_merge(extent, cell, row, column)
        column += columns
    return rows


def _add_merge(extent: Extent, cell: etree._Element, row: int, column: int) -> None:
    down = _repeated(cell, "number-rows-spanned")
    across = _repeated(cell, "number-columns-spanned")
    if down > 1 or across > 1:
        extent.merges.append(((row, column), (row + down - 1, column + across - 1)))


def _is_filled(cell: etree._Element) -> bool:
    return cell.get(f"{_OFFICE}value-type") is not None or len(cell) > 0


def _repeated(element: etree._Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return max(1, min(int(text), 2**31)) if text.isdecimal() and text.isascii() and len(text) < _DIGITS else 1
