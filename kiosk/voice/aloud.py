"""Reads what is on the glass while the visitor wants it: a page from its top, then whatever opens over it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.glass import Thing, lies_in, things
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visit import Visit
from kiosk.voice.parts import parts_of
from kiosk.voice.voice import Voice

SETTLE_MS = 250
"""A page is read when it stands still."""


class Aloud(QObject):
    """Watches one window. `window.spoken` is what is to be read: the front page, or the sheet over it."""

    def __init__(self, window: QQuickWindow, shell: Shell, visit: Visit, voice: Voice) -> None:
        """Silent until the visitor presses 朗读."""
        super().__init__(window)
        self._window, self._shell, self._visit, self._voice = window, shell, visit, voice
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._read)
        self._focused = QTimer(self, singleShot=True, interval=0)
        self._focused.timeout.connect(self._read_focus)
        shell.turned.connect(self._turned)
        visit.choicesChanged.connect(self._turned)
        window.activeFocusItemChanged.connect(self._focused.start)
        voice.found.connect(lambda: shell.tell_voices(voice.languages))

    @property
    def wanted(self) -> bool:
        """Whether the visitor listens."""
        return self._visit.chose("reading")

    def _turned(self) -> None:
        if self.wanted:
            self._voice.hush()
            self._settling.start()
        elif self._settling.isActive() or self._voice.speaking:
            self._settling.stop()
            self._voice.rest()

    def _read(self) -> None:
        root = self._window.property("spoken")
        if self.wanted and isinstance(root, QQuickItem):
            self._say(as_read([thing for thing in things(self._window) if lies_in(thing.item, root)]))

    def _read_focus(self) -> None:
        """Who goes from thing to thing by keys hears the thing reached."""
        item: QQuickItem | None = self._window.activeFocusItem()
        if self.wanted and self._shell.property("byKeys") and not self._settling.isActive():
            self._say(thing for thing in things(self._window) if thing.item == item)

    def _say(self, found: Iterable[Thing]) -> None:
        english = self._visit.chose("english")
        self._voice.say(list(parts_of(sentences(found, ", " if english else "，"), english=english)))


def as_read(found: list[Thing]) -> Iterator[Thing]:
    """Things of a page as one reads them.

    A list's rows and headings come from its top, for they are made in any order; a keypad is said as a whole.
    """
    said = (thing for thing in found if not _above(thing.item, "mute"))
    for _, run in groupby(said, key=lambda thing: _row_of(thing.item)[0]):
        yield from sorted(run, key=lambda thing: _row_of(thing.item)[1])


def _row_of(item: QQuickItem) -> tuple[QQuickItem | None, float]:
    """The list an item is in, and how far down its row stands; none and 0 where it is in no list."""
    row: QQuickItem = item
    above: QQuickItem | None = item.parentItem()
    while above is not None:
        around: QQuickItem | None = above.parentItem()
        if around is not None and around.inherits("QQuickListView") and around.property("contentItem") == above:
            return around, row.y()
        row, above = above, around
    return None, 0.0


def _above(item: QQuickItem, mark: str) -> bool:
    """Whether something around an item has this set."""
    above: QQuickItem | None = item.parentItem()
    while above is not None and not above.property(mark):
        above = above.parentItem()
    return above is not None


def sentences(found: Iterable[Thing], pause: str) -> Iterator[str]:
    """What is said of things, in their order: the name, a pause, what stands under it; nothing twice in a row."""
    before = ""
    for thing in found:
        said = pause.join(text for text in (thing.name.strip(), thing.description.strip()) if text)
        if said and said != before:
            yield said
        before = said or before
