"""The extents of the sheets of an .xlsx, read from its XML parts."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from zipfile import ZipFile

from lxml import etree

from data.importers.archive import DAMAGED
from data.importers.refusal import Refusal
from data.importers.sheets.extent import MOST_ELEMENTS, TOO_MANY, Extent, Place, forget, local_name

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_PAGE_TEXTS = {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
_SECTION = re.compile("&[LCR]")
_FORMAT = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[A-Za-z]')
"""Codes in the texts of a page's head and foot: left, centre, right; font, colour, size (ECMA-376 18.3.1.46)."""
_IN_CELL = {"v", "is", "t", "f"}
"""Elements that are let go of with their cell."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_FIRST_BYTES = 256


def extents(archive: ZipFile) -> tuple[Extent, ...]:
    """The extent of every part that is a worksheet, titled by the workbook. Refusal where the XML is broken."""
    titles = _titles(archive)
    found = []
    for name in archive.namelist():
        if name.casefold().endswith(".xml"):
            extent = _extent(archive, name, titles.get(name.casefold(), name))
            if extent is not None:
                found.append(extent)
    return tuple(found)


def dates_from_1904(archive: ZipFile) -> bool:
    """Whether the workbook counts days from 1904, as Excel for the Mac once did."""
    properties = _root(archive, _WORKBOOK).find("{*}workbookPr")
    return properties is not None and properties.get("date1904", "0").casefold() in {"1", "true"}


def _titles(archive: ZipFile) -> dict[str, str]:
    """Sheet titles by the part that holds the sheet, in lower case."""
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip("/")
        for relation in _root(archive, "xl/_rels/workbook.xml.rels").iterfind("{*}Relationship")
    }
    sheets = _root(archive, _WORKBOOK).iterfind("{*}sheets/{*}sheet")
    return {targets.get(sheet.get(_RELATION, ""), "").casefold(): sheet.get("name", "") for sheet in sheets}


def _root(archive: ZipFile, name: str) -> etree._Element:
    try:
        return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, etree.XMLSyntaxError, ValueError) as failure:
        raise Refusal(DAMAGED) from failure


def _extent(archive: ZipFile, name: str, title: str) -> Extent | None:
    """The extent of one part, None where it is no worksheet."""
    with archive.open(name) as stream:
        start = stream.read(_FIRST_BYTES)
    if b"\0" in start:
        raise Refusal(f"文件内部的编码不常见。{DAMAGED}")
    with archive.open(name) as stream:
        try:
            return _scanned(etree.iterparse(stream, events=("end",), resolve_entities=False, no_network=True), title)
        except etree.XMLSyntaxError as failure:
            raise Refusal(DAMAGED, f"工作表“{title}”") from failure


def _scanned(ends: Iterator[tuple[str, etree._Element]], title: str) -> Extent | None:
    """What the ends of all elements tell, each once; a row's cells come before the row itself."""
    extent = Extent(title)
    above = column = -1
    for number, (_, element) in enumerate(ends):
        if number == 0 and local_name(element.getroottree().getroot()) != "worksheet":
            return None
        local = local_name(element)
        if local == "c":
            row, column = _place(element, above, column)
            if len(element):
                extent.add(row, column, is_error=element.get("t") == "e")
        elif local == "row":
            above, column = _row_number(element, above), -1
        elif local in _PAGE_TEXTS and element.text:
            extent.page_texts += [_FORMAT.sub("", part) for part in _SECTION.split(element.text)]
        if local not in _IN_CELL:
            forget(element)
        if extent.too_large:
            return extent
        if number > MOST_ELEMENTS:
            raise Refusal(TOO_MANY, f"工作表“{title}”")
    return extent


def _row_number(element: etree._Element, before: int) -> int:
    number = element.get("r", "")
    return int(number) - 1 if number.isdecimal() and number.isascii() else before + 1


def _place(cell: etree._Element, above: int, before: int) -> Place:
    """Where a cell says it is; else right of the one before, in its row, which may not say its number either."""
    match = _REFERENCE.fullmatch(cell.get("r", ""))
    if match is None:
        row = cell.getparent()
        return above + 1 if row is None else _row_number(row, above), before + 1
    return int(match[2]) - 1, _column(match[1])


@lru_cache(maxsize=1 << 10)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
