"""The parts of a .docx by what they are for."""

import posixpath
from dataclasses import dataclass
from zipfile import ZipFile

from lxml import etree

from data.importers import archive
from data.importers.refusal import Refusal

Element = etree._Element  # noqa: SLF001 - the only name lxml has for the type of its elements

MOST_PART_BYTES = 24 * 2**20
"""Bytes of XML in one part; a day's bulletin has a hundredth of that."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_BESIDE = ("header", "footer", "footnotes", "endnotes", "comments")


@dataclass(frozen=True, slots=True)
class Package:
    """The XML of a document: its body, its numbering and styles if it has any, and what stands beside the body."""

    body: Element
    numbering: Element | None
    styles: Element | None
    beside: tuple[tuple[str, Element], ...]
    """Headers, footers, notes and comments, each with the name of its sort."""


def open_package(body: bytes) -> Package:
    """The document in these bytes. Refusal where it is damaged or too large."""
    with archive.opened(body) as zipped:
        related = _related(zipped)
        root = _parse(zipped, _MAIN)
        main = next((child for child in root if local(child) == "body"), None)
        if main is None:
            raise Refusal(archive.DAMAGED)
        beside = ((sort, _parse(zipped, name)) for sort, name in related if sort in _BESIDE)
        return Package(main, _single(zipped, related, "numbering"), _single(zipped, related, "styles"), tuple(beside))


def local(element: Element) -> str:
    """The name of an element without its namespace (transitional and strict documents differ in it)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its local name."""
    if element is None:
        return default
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), default)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of local names, None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name), None)
    return element


def _related(zipped: ZipFile) -> list[tuple[str, str]]:
    """The parts that the main document names: the last word of the relation's type, and the part."""
    name = "word/_rels/document.xml.rels"
    if name not in zipped.namelist():
        return []
    found = []
    for relation in _parse(zipped, name).iter(_RELATION):
        target = posixpath.normpath(posixpath.join("/word", relation.get("Target", ""))).lstrip("/")
        if relation.get("TargetMode") != "External" and target in zipped.namelist():
            found.append((relation.get("Type", "").rpartition("/")[2], target))
    return found


def _single(zipped: ZipFile, related: list[tuple[str, str]], sort: str) -> Element | None:
    name = next((name for found, name in related if found == sort), None)
    return None if name is None else _parse(zipped, name)


def _parse(zipped: ZipFile, name: str) -> Element:
    if zipped.getinfo(name).file_size > MOST_PART_BYTES:
        raise Refusal("文档太大，不像一份每日要闻。请只保留正文，另存后再导入。")
    try:
        return etree.fromstring(zipped.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, etree.XMLSyntaxError, ValueError) as failure:
        raise Refusal(archive.DAMAGED) from failure
