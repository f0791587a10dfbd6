"""What an SVG element says of itself: its kind, its name as drawing programs keep it, its words, whether it is seen."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from data.building.names import clean

_LABEL = "{http://www.inkscape.org/namespaces/inkscape}label"
_ROLE_OF_LINES = "{http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd}role"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)")
_HIDDEN_CLASS = re.compile(r"\.([\w-]+)\s*\{[^}]*display\s*:\s*none")
_BY_PROGRAM = re.compile(
    r"(?:rect|path|g|polygon|polyline|line|circle|ellipse|use|text|tspan|layer|svg|a|image)[-_]?\d*", re.IGNORECASE
)
_ID_PREFIX = re.compile(r"^(?:R|r|room|_)[-_]?(?=\d)")
_ILLUSTRATOR = re.compile(r"_\d+_$")
_SPELT_OUT = re.compile(r"_x([0-9A-Fa-f]{2,5})_")


def local_name(element: Element) -> str:
    """The element's name without its namespace; empty for comments and such."""
    tag: object = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def own_name(element: Element) -> str:
    """What a layer or shape is called: its label, else its id; Illustrator spells Chinese ids out as `_x623F_`."""
    return element.get(_LABEL) or element.get("data-name") or _spelt(element.get("id", ""))


def thing_name(element: Element) -> str:
    """A thing's name: its title, its label, or an id that somebody chose: R101 is room 101, shape7 is nothing."""
    title = next((clean("".join(child.itertext())) for child in element if local_name(child) == "title"), "")
    label = clean(element.get(_LABEL, "") or element.get("data-name", ""))
    if title or (label and not _BY_PROGRAM.fullmatch(label)):
        return title or label
    chosen = _ILLUSTRATOR.sub("", _spelt(element.get("id", "")))
    number = _ID_PREFIX.sub("", clean(chosen))
    return number if not number.isascii() or number[:1].isdigit() else ""


def called(element: Element) -> str:
    """The element as a finding names it."""
    return f"图形 {own_name(element) or local_name(element)}"


def words_of(element: Element) -> str:
    """A text's words; Inkscape keeps each of its lines in a tspan, and a line ends a word."""
    return clean("".join(_pieces(element)))


def is_hidden(element: Element, hidden_classes: frozenset[str]) -> bool:
    """Whether the drawing does not show it, as a layer whose eye is shut."""
    if element.get("display") == "none" or element.get("visibility") in {"hidden", "collapse"}:
        return True
    classes = frozenset(element.get("class", "").split())
    return bool(_HIDDEN.search(element.get("style", ""))) or not classes.isdisjoint(hidden_classes)


def hidden_classes(root: Element) -> frozenset[str]:
    """The classes that a style sheet in the file hides."""
    sheets = ("".join(one.itertext()) for one in root.iter() if local_name(one) == "style")
    return frozenset(name for sheet in sheets for name in _HIDDEN_CLASS.findall(sheet))


def cloned_id(element: Element) -> str:
    """The id of what a clone (`use`) shows; empty where it points out of the file."""
    target = next((element.get(name, "") for name in _HREFS if element.get(name)), "")
    return target[1:] if target.startswith("#") else ""


def _spelt(text: str) -> str:
    return _SPELT_OUT.sub(lambda code: chr(int(code[1], 16)), text)


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        line = child.get(_ROLE_OF_LINES) == "line" or child.get("x") or child.get("y") or child.get("dy")
        yield " " if line and local_name(child) == "tspan" else ""
        yield from _pieces(child)
        yield child.tail or ""
