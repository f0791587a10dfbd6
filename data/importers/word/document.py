"""A Word document as blocks: paragraphs with their numbers, and tables with merged cells told.

Deleted text of tracked changes, hidden text and the fallback copies of text boxes do not come through; inserted text
and text boxes do.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from data.importers.sheets.extent import Merge
from data.importers.sheets.grid import Grid
from data.importers.word.numbering import Numbers
from data.importers.word.package import Element, Package, attribute, child, local

_GONE = {"del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "rt", "pPr", "rPr", "sdtPr", "tblPr"}
"""Elements whose text nobody sees in the finished document."""
_APART = {"txbxContent", "tbl"}
"""What stands inside a paragraph or cell but is read on its own."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_BESIDE = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注", "comments": "批注"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as read: its place for staff (第 3 段), and its text with the number Word puts before it."""

    place: str
    text: str


Block = Paragraph | Grid


def blocks(package: Package) -> tuple[Block, ...]:
    """The body in order. Tables are grids of texts; text boxes follow the paragraph they are anchored in."""
    return tuple(_Walk(package).blocks(package.body))


def texts_beside(package: Package) -> Iterator[tuple[str, str]]:
    """Texts that are no part of the body (headers, footers, notes, comments), with what they stand in."""
    for sort, root in package.beside:
        for element in root.iter():
            if local(element) == "p":
                yield _BESIDE[sort], "".join(_visible(element, everything=True))
            elif local(element) == "textpath":
                yield f"{_BESIDE[sort]}（水印）", attribute(element, "string")


def texts_of_body(package: Package) -> Iterator[tuple[str, str]]:
    """Every text of the body down to hidden ones, for the search for what must not be shown."""
    for number, element in enumerate((found for found in package.body.iter() if local(found) in {"p", "textpath"}), 1):
        if local(element) == "textpath":
            yield "水印", attribute(element, "string")
        else:
            yield f"第 {number} 段", "".join(_visible(element, everything=True))


class _Walk:
    """One passage through a body: counts numbers, paragraphs and tables as it goes."""

    def __init__(self, package: Package) -> None:
        self._numbers = Numbers(package.numbering, package.styles)
        self._paragraph = 0
        self._table = 0
        self._carried = ""
        """Text of a paragraph whose end was deleted: it goes on in the next."""

    def blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._from_paragraph(element)
            elif name == "tbl":
                yield self._grid(element)
            elif name in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "AlternateContent", "Choice"}:
                yield from self.blocks(element)

    def _from_paragraph(self, element: Element) -> Iterator[Block]:
        self._paragraph += 1
        place = f"第 {self._paragraph} 段"
        label = self._numbers.label(element)
        text = "".join(_visible(element))
        if child(element, "pPr", "rPr", "del") is not None:
            self._carried += label + text
        else:
            yield Paragraph(place, self._carried + label + text)
            self._carried = ""
        for box in _boxes(element):
            yield from self.blocks(box)

    def _grid(self, table: Element) -> Grid:
        self._table += 1
        title = str(self._table)
        rows: list[tuple[str, ...]] = []
        merges: list[Merge] = []
        for row in _rows(table):
            if child(row, "trPr", "del") is None:
                rows.append(tuple(self._row(row, len(rows), merges)))
        return Grid(title, tuple(rows), tuple(_joined(merges)), in_document=True)

    def _row(self, row: Element, number: int, merges: list[Merge]) -> Iterator[str]:
        """The texts of a row; a cell over several columns gives its text once, then empty ones."""
        column = _span(child(row, "trPr", "gridBefore"))
        yield from [""] * column
        for cell in _cells(row):
            width = max(1, _span(child(cell, "tcPr", "gridSpan")))
            merge = child(cell, "tcPr", "vMerge")
            text = "\n".join(self._texts(cell))
            if merge is not None and attribute(merge, "val", "continue") == "continue":
                merges.append(((max(number - 1, 0), column), (number, column)))
                text = ""
            if width > 1:
                merges.append(((number, column), (number, column + width - 1)))
            yield text
            yield from [""] * (width - 1)
            column += width

    def _texts(self, cell: Element) -> Iterator[str]:
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (str(value) for row in block.rows for value in row)


def _visible(element: Element, *, everything: bool = False) -> Iterator[str]:
    """The pieces of text inside an element, in order. `everything` gives hidden and deleted text too."""
    for part in element:
        name = local(part)
        if name in _APART or (name in _GONE and not (everything and name in {"del", "moveFrom", "delText"})):
            continue
        if name == "r" and not everything and _is_hidden(part):
            continue
        if name in {"t", "delText"}:
            yield part.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name != "r" or len(part):
            yield from _visible(part, everything=everything)


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val", "1") not in {"0", "false", "off"}


def _boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a paragraph, each once."""
    for part in element:
        name = local(part)
        if name == "txbxContent":
            yield part
        elif name not in {"Fallback", "del", "moveFrom"}:
            yield from _boxes(part)


def _rows(table: Element) -> Iterator[Element]:
    for part in table:
        if local(part) == "tr":
            yield part
        elif local(part) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _rows(part)


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        if local(part) == "tc":
            yield part
        elif local(part) in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(part)


def _span(element: Element | None) -> int:
    text = attribute(element, "val", "0")
    return min(int(text), 64) if text.isascii() and text.isdecimal() and len(text) < 6 else 0  # noqa: PLR2004


def _joined(merges: list[Merge]) -> Iterator[Merge]:
    """Vertical merges of two rows each put together to one over all their rows; the others as they are."""
    tops: dict[tuple[int, int], int] = {}
    for (top, left), (bottom, right) in merges:
        if left == right and bottom == top + 1:
            first = tops.get((top, left), top)
            tops[bottom, left] = first
            yield (first, left), (bottom, right)
        else:
            yield (top, left), (bottom, right)
