"""Finding things on the glass as a screen reader does: by the names and rectangles of the accessibility tree."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest


def everything(window: QQuickWindow) -> Iterator[QAccessibleInterface]:
    """Every accessible thing on a window that is not hidden, parents first."""
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(window)
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if not one.isValid() or one.state().invisible:
            continue
        yield one
        waiting += [one.child(number) for number in reversed(range(one.childCount()))]


def names(window: QQuickWindow) -> list[str]:
    """The accessible names on a window, in order."""
    return [name for one in everything(window) if (name := one.text(QAccessible.Text.Name))]


def touch(window: QQuickWindow, name: str) -> None:
    """Touch the first thing whose name begins with `name`. LookupError says what there is instead."""
    for one in everything(window):
        if one.text(QAccessible.Text.Name).startswith(name) and one.rect().isValid():
            middle = one.rect().center() - window.position()
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))
            return
    raise LookupError(f"no {name!r} among {names(window)}")
