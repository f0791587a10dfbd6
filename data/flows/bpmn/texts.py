"""The words in a BPMN file: all that people wrote, each with its place, and the way to clean them where they stand."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from data.flows.bpmn.names import tag

_WRITTEN = (tag("documentation"), tag("text"))
_BLOCKS = frozenset(("p", "div", "br", "li", "tr"))
"""Elements of XHTML in a documentation after which a new line begins."""


def clean_words(root: Element, clean: Callable[[str], str]) -> None:
    """Put every name, annotation and documentation through `clean`; what is formatted becomes lines of plain text."""
    for element in root.iter():
        if name := element.get("name"):
            element.set("name", clean(name))
        if element.tag in _WRITTEN:
            element.text = clean(_lines(element))
            del element[:]


def words(root: Element) -> Iterator[tuple[str, str]]:
    """Every text with the id of the nearest element that has one, in the order of the file."""
    waiting = [(root, "")]
    while waiting:
        element, above = waiting.pop()
        place = element.get("id") or above
        said = (element.get("name"), element.text if element.tag in _WRITTEN else None)
        yield from ((place, text) for text in said if text)
        waiting += [(child, place) for child in reversed(element)]


def _lines(element: Element) -> str:
    for child in element.iter():
        if child is not element and child.tag.rpartition("}")[2].lower() in _BLOCKS:
            child.tail = f"\n{child.tail or ''}"
    return "".join(element.itertext())
