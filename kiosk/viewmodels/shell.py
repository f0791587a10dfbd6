"""What the window knows: whose house this is, the hour, and the way of pages to where the visitor is."""

from collections.abc import Callable
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.viewmodels.offered import offered
from kiosk.viewmodels.pages import PAGE_OF_KIND, PAGES, Closing, page_facts, page_object, register
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.shown import shown
from kiosk.viewmodels.urgent import UrgentFacts, urgent_facts
from kiosk.viewmodels.view import View
from kiosk.viewmodels.visit import Visit
from kiosk.viewmodels.way import Stop, Way
from kiosk.viewmodels.welcome import WelcomeFacts

BUTTONS = {
    "larger": "large",
    "contrast": "highContrast",
    "lower": "lowReach",
    "speak": "reading",
    "language": "english",
}
"""Buttons of the bar that switch something, and what."""


@offered
class Shell(QObject):
    """The way through the pages. `view` gives the look at the edition in a language, None before there is one."""

    pushed = Signal(str, str, QObject, bool, arguments=["name", "key", "facts", "slide"])
    trimmed = Signal(int, arguments=["length"])
    forgotten = Signal(int, arguments=["depth"])
    """A page in the middle of the way is left for good; those after it stay as they are."""
    refreshed = Signal(int, QObject, arguments=["depth", "facts"])
    pageOpened = Signal(str, str, arguments=["page", "key"])
    rated = Signal(str, str, bool, str, arguments=["page", "key", "good", "reason"])
    glanced = Signal(str, str, QObject, arguments=["name", "key", "facts"])
    """What a list offers first, to be shown beside it."""
    warmed = Signal(str, arguments=["name"])
    wayChanged = Signal()
    clockChanged = Signal()
    urgentChanged = Signal()
    voicesChanged = Signal()
    byKeysChanged = Signal()
    led = Signal(str, arguments=["way"])
    """A key leads somewhere: next, before, up, down, left, right, back or home."""
    turned = Signal()
    """Something else lies uppermost on the glass."""

    def __init__(
        self,
        view: Callable[[bool], View | None],
        visit: Visit,
        welcome: WelcomeFacts,
        now: Callable[[], datetime],
        zone: ZoneInfo,
    ) -> None:
        """Nothing is shown until `start`."""
        super().__init__()
        self._view, self._visit, self._welcome, self._now, self._zone = view, visit, welcome, now, zone
        self._way = Way()
        self._objects: list[QObject] = []
        self._glance: QObject | None = None
        self._urgent = UrgentFacts(())
        self._urgent_object = shown(self._urgent)
        self._shown_day = ""
        self._voices: frozenset[str] = frozenset()
        self._by_keys = False
        self._rated: set[tuple[str, str, bool]] = set()
        visit.choicesChanged.connect(self.voicesChanged)
        visit.ended.connect(self._forget_keys)
        visit.ended.connect(self._rated.clear)
        visit.ended.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Show home from its top, or what is shown before the first edition."""
        self._way = Way()
        self._see_urgent()
        self._shown_day = self._today()
        self.trimmed.emit(0)
        self._retire(self._objects)
        view = self._look()
        home = page_object("home", view, "") if view else None
        self._objects = [home or shown(self._welcome)]
        self.pushed.emit(PAGES["home"].file if home else "WelcomePage", "", self._objects[0], False)
        self.wayChanged.emit()

    def renew(self) -> None:
        """Another edition shows: home where nobody is touching, else the same pages with what they say now."""
        if self._visit.session.at_rest:
            self.start()
        else:
            self.refresh()

    @Slot(str, str, int)
    def openPage(self, page: str, key: str, depth: int) -> None:
        """Open a page asked for by the page at `depth`. One that is unknown or has nothing to show stays shut."""
        if page in PAGES:
            self._go(self._way.opened(Stop(page, key), max(0, depth)))

    @Slot(str, str, int)
    def openRecord(self, kind: str, key: str, depth: int) -> None:
        """Open the page that shows a record."""
        self.openPage(PAGE_OF_KIND.get(kind, ""), key, depth)

    @Slot(QObject)
    def glance(self, rows: Rows) -> None:
        """Show the first of what a list offers beside it: no step of the way, and not counted as opened."""
        view, first = self._look(), next(iter(rows.rows), None)
        if view is None or first is None:
            return
        kind, key = getattr(first, "kind", "person"), getattr(first, "key", "")
        page = PAGE_OF_KIND.get(kind, "")
        facts = page_object(page, view, key) if page else None
        if facts is not None:
            self._retire([self._glance] if self._glance else [])
            self._glance = facts
            self.glanced.emit(PAGES[page].file, key, facts)

    def warm(self, page: str) -> None:
        """Prepare a page that visitors are likely to open, while nobody is waiting for it."""
        view = self._look()
        if view is not None:
            register(page)
            page_facts(page, view, "")
            self.warmed.emit(PAGES[page].file)

    @Slot(str, str, bool, str)
    def rate(self, page: str, key: str, good: bool, reason: str) -> None:  # noqa: FBT001 - a visitor's answer
        """A visitor said whether a page helped, or then why not: each counts once a visit."""
        answer = (page, key, bool(reason))
        if answer not in self._rated:
            self._rated.add(answer)
            self.rated.emit(page, key, good, reason)

    @Slot(str, str, result=bool)
    def hasRated(self, page: str, key: str) -> bool:
        """Whether this page was rated in this visit."""
        return (page, key, False) in self._rated

    @Slot(str)
    def press(self, button: str) -> None:
        """A button of the bar."""
        if button in BUTTONS:
            self._visit.toggle(BUTTONS[button])
            if button == "language":
                self.refresh()
                self._see_urgent()
        elif button == "back":
            self._go(self._way.back())
        elif button == "home":
            self._go(Way())
        elif button == "help":
            self.openPage("help", "", len(self._way.stops) - 1)

    @Slot()
    def refresh(self) -> None:
        """Compute every page of the way again, in the language and edition that hold now; the place is kept.

        Where a page has nothing to show any more, the way ends before it.
        """
        view = self._look()
        if view is None or (self._objects and len(self._objects) != len(self._way.stops)):
            self.start()
            return
        made = [
            page_object(stop.page, view, stop.key, page)
            for stop, page in zip(self._way.stops, self._objects, strict=True)
        ]
        gone = next((depth for depth, page in enumerate(made) if page is None), len(made))
        if gone == 0:
            self.start()
            return
        self._way = Way(self._way.stops[:gone])
        self.trimmed.emit(gone)
        before, self._objects = self._objects, [page for page in made[:gone] if page is not None]
        for depth, page in enumerate(self._objects):
            self.refreshed.emit(depth, page)
        self._retire([page for page in before if page not in self._objects])
        self.wayChanged.emit()

    def _go(self, way: Way) -> None:
        """Walk from the way so far to another: shared stops stay as they are."""
        view = self._look()
        if view is None:
            return
        shared = self._way.shared_with(way)
        made = [page_object(stop.page, view, stop.key) for stop in way.stops[shared:]]
        fresh = [page for page in made if page is not None]
        if len(fresh) < len(made):
            return
        self._way = way
        self.trimmed.emit(shared)
        self._retire(self._objects[shared:])
        del self._objects[shared:]
        for stop, page in zip(way.stops[shared:], fresh, strict=True):
            self._objects.append(page)
            self.pushed.emit(PAGES[stop.page].file, stop.key, page, True)
            self.pageOpened.emit(stop.page, stop.key)
        self._shorten()
        self.wayChanged.emit()

    def _shorten(self) -> None:
        """Forget the oldest page after home where the way became too long."""
        shorter = self._way.shortened()
        if shorter != self._way:
            self._way = shorter
            self.forgotten.emit(1)
            self._retire([self._objects.pop(1)])

    def tick(self) -> None:
        """Time went on: the clock, what is urgent, and with a new day the news."""
        self.clockChanged.emit()
        self._see_urgent()
        if self._today() != self._shown_day and self._visit.session.at_rest:
            self.start()

    def _see_urgent(self) -> None:
        view = self._look()
        facts = urgent_facts(view) if view else UrgentFacts(())
        if facts != self._urgent:
            register("map")
            self._urgent = facts
            before, self._urgent_object = self._urgent_object, shown(facts)
            self.urgentChanged.emit()
            self._retire([before])

    @Property(QObject, notify=urgentChanged)
    def urgent(self) -> QObject:
        """What is urgent now, as UrgentFacts."""
        return self._urgent_object

    @Property(QObject, notify=wayChanged)
    def home(self) -> QObject | None:
        """What the home page shows, as HomeFacts; None before the first edition."""
        return self._objects[0] if self._objects and self._look() else None

    def close(self) -> None:
        """Give back what the pages hold of the machine: the program ends."""
        for page in self._objects:
            give_back(page)

    def _retire(self, objects: list[QObject]) -> None:
        """Let objects go, but only after the pages that read them: QML destroys those when it next has time."""
        for gone in objects:
            give_back(gone)
            gone.setParent(self)
            gone.deleteLater()

    def _look(self) -> View | None:
        return self._view(self._visit.chose("english"))

    @property
    def way(self) -> Way:
        """Where the visitor is, and how they came."""
        return self._way

    @Property(int, notify=wayChanged)
    def length(self) -> int:
        """How many pages the way has."""
        return len(self._way.stops)

    @Property(Visit, constant=True)
    def visit(self) -> Visit:
        """Whether somebody is here, and how they want to see the pages."""
        return self._visit

    def tell_voices(self, languages: frozenset[str]) -> None:
        """Which languages (zh, en) can be read aloud."""
        if languages != self._voices:
            self._voices = languages
            self.voicesChanged.emit()

    @Property(bool, notify=voicesChanged)
    def canRead(self) -> bool:
        """Whether a voice is installed for the visitor's language."""
        return ("en" if self._visit.chose("english") else "zh") in self._voices

    def go_by_keys(self, on: bool) -> None:  # noqa: FBT001 - what the last event says
        """A key, or else a finger, was used last."""
        if on != self._by_keys:
            self._by_keys = on
            self.byKeysChanged.emit()

    def _forget_keys(self) -> None:
        """The next visitor may have none, and no frame is to tell where the last one's were."""
        self.go_by_keys(False)

    @Property(bool, notify=byKeysChanged)
    def byKeys(self) -> bool:
        """Whether the visitor gets about by keys: then the thing that has the focus is shown and told."""
        return self._by_keys

    @Property(str, notify=clockChanged)
    def time(self) -> str:
        """The office's time, 9:12; empty where the machine's clock cannot be believed."""
        view = self._look()
        return f"{self._now().astimezone(self._zone):%-H:%M}" if view is None or view.believed else ""

    @Property(str, notify=clockChanged)
    def day(self) -> str:
        """The office's day, 2026-11-23; empty where the machine's clock cannot be believed."""
        return self._today()

    def _today(self) -> str:
        view = self._look()
        if view is not None and not view.believed:
            return ""
        return self._now().astimezone(self._zone).date().isoformat()


def give_back(page: QObject) -> None:
    """Let a page object end what it holds, at once and not when it is deleted."""
    if hasattr(page, "close"):
        cast("Closing", page).close()
