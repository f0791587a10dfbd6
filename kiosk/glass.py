"""What a person meets on the glass, read from the accessibility tree: each thing's role, name and place.

Tests touch by these names, the audit measures these places, reading aloud says these words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

CHOSEN_BY_TOUCH = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.Link,
    QAccessible.Role.ListItem,
}
WORDS = {QAccessible.Role.StaticText, QAccessible.Role.Heading}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing on the glass. `place` is all of it, `seen` what no scrolling area cuts off; pixels of the window."""

    role: QAccessible.Role
    name: str
    description: str
    enabled: bool
    place: QRectF
    seen: QRectF
    item: QQuickItem

    @property
    def touchable(self) -> bool:
        """Whether a touch on it does something."""
        return self.role in CHOSEN_BY_TOUCH and self.enabled

    @property
    def whole(self) -> bool:
        """Whether all of it can be seen."""
        return self.seen == self.place and not self.place.isEmpty()


def things(window: QQuickWindow) -> list[Thing]:
    """Everything visible in a window, in the order of the accessibility tree."""
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(window)
    return list(_below(root))


def _below(parent: QAccessibleInterface) -> Iterator[Thing]:
    for number in range(parent.childCount()):
        child = parent.child(number)
        if child.state().invisible:
            continue
        item = child.object()
        if isinstance(item, QQuickItem):
            yield _thing(child, item)
        yield from _below(child)


def _thing(interface: QAccessibleInterface, item: QQuickItem) -> Thing:
    place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    return Thing(
        role=interface.role(),
        name=interface.text(QAccessible.Text.Name),
        description=interface.text(QAccessible.Text.Description),
        enabled=not interface.state().disabled,
        place=place,
        seen=cut(place, item),
        item=item,
    )


def cut(place: QRectF, item: QQuickItem) -> QRectF:
    """The part of a place that no clipping ancestor cuts off."""
    above: QObject | None = item.parentItem()
    while isinstance(above, QQuickItem):
        if above.clip():
            place = place.intersected(above.mapRectToScene(QRectF(0, 0, above.width(), above.height())))
        above = above.parentItem()
    return place


def lies_in(item: QQuickItem, root: QQuickItem) -> bool:
    """Whether an item is below another."""
    above: QQuickItem | None = item
    while above is not None and above != root:
        above = above.parentItem()
    return above is not None
