"""What the audit asks of a page in English: whatever is Chinese there lies under a mark that says so."""

from collections.abc import Iterator, Sequence

from PySide6.QtQuick import QQuickItem

from kiosk.checks import Fault
from kiosk.glass import Thing, lies_in
from kiosk.hanzi import has_hanzi


def unmarked(root: QQuickItem, found: Sequence[Thing]) -> Iterator[Fault]:
    """Texts below an item, and names and hints of things, that are Chinese without a mark.

    What is said word for word in every language needs none (`verbatim` in QML): the name of the other language in its
    own script, and what the visitor typed.
    """
    items = list(_visible(root))
    marks = [item.property("over") for item in items if item.property("needed")]
    over = [item for item in marks if isinstance(item, QQuickItem)]
    texts = ((item, str(item.property("text"))) for item in items if item.inherits("QQuickText"))
    names = ((thing.item, f"{thing.name} {thing.description}") for thing in found if lies_in(thing.item, root))
    for item, text in (*texts, *names):
        if has_hanzi(text) and not any(lies_in(item, marked) for marked in over) and not _verbatim(item):
            yield Fault("language", text, "Chinese without a mark")


def _visible(parent: QQuickItem) -> Iterator[QQuickItem]:
    for child in parent.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from _visible(child)


def _verbatim(item: QQuickItem) -> bool:
    above: QQuickItem | None = item
    while above is not None and not above.property("verbatim"):
        above = above.parentItem()
    return above is not None
