"""Which page shows what: the QML file, and the function that computes its facts. Imported only when first opened."""

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from importlib import import_module
from pkgutil import resolve_name
from typing import Protocol, cast, get_args, get_type_hints
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject

from data.edition.reader import Edition
from kiosk.viewmodels.shown import shown, shown_type
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class Page:
    """A page's QML file (without suffix) and the dotted name of what makes its facts from a view and a key."""

    file: str
    facts: str
    needs: str = ""
    """Dotted name of what must be done once before the file is loaded."""
    steady: bool = False
    """The facts depend on edition, language and key only: they are computed once and kept with the edition."""


PAGES: dict[str, Page] = {
    "home": Page("HomePage", "kiosk.viewmodels.home:home_facts"),
    "offices": Page("OfficesPage", "kiosk.viewmodels.offices:offices_facts", steady=True),
    "office": Page("OfficePage", "kiosk.viewmodels.offices:office_facts", steady=True),
    "staff": Page("StaffPage", "kiosk.viewmodels.staff:staff_facts", steady=True),
    "groups": Page("StaffPage", "kiosk.viewmodels.staff:groups_facts", steady=True),
    "person": Page("PersonPage", "kiosk.viewmodels.staff:person_facts", steady=True),
    "group": Page("GroupPage", "kiosk.viewmodels.staff:group_facts", steady=True),
    "search": Page("SearchPage", "kiosk.viewmodels.search:search_facts"),
    "powers": Page("PowersPage", "kiosk.viewmodels.powers:powers_facts", steady=True),
    "power": Page("PowerPage", "kiosk.viewmodels.powers:power_facts", steady=True),
    "steps": Page("StepsPage", "kiosk.viewmodels.steps:steps_facts", steady=True),
    "chart": Page("ChartPage", "kiosk.viewmodels.steps:steps_facts", steady=True),
    "pictures": Page("PicturesPage", "kiosk.viewmodels.pictures:pictures_facts", steady=True),
    "map": Page("MapPage", "kiosk.viewmodels.map:map_facts", "kiosk.providers.plan:register_plan", steady=True),
    "hall": Page("HallPage", "kiosk.viewmodels.hall:hall_facts"),
    "portal": Page("PortalPage", "kiosk.viewmodels.portal:portal_facts", steady=True),
    "web": Page("WebPage", "kiosk.web.visit:web_page", "kiosk.web.pane:register_pane"),
    "catalogue": Page("CataloguePage", "kiosk.viewmodels.catalogue:catalogue_facts", steady=True),
    "entry": Page("EntryPage", "kiosk.viewmodels.catalogue:entry_facts", steady=True),
    "help": Page("HelpPage", "kiosk.viewmodels.help:help_facts"),
    "bulletin": Page("BulletinPage", "kiosk.viewmodels.bulletin:bulletin_facts"),
}

MOST_KEPT = 60
"""Pages whose facts are kept; beyond it the oldest go."""

_DONE: set[str] = set()
_KEPT: WeakKeyDictionary[Edition, dict[tuple[str, str, bool], object | None]] = WeakKeyDictionary()

PAGE_OF_KIND: dict[str, str] = {
    "office": "office",
    "person": "person",
    "group": "group",
    "power": "power",
    "category": "powers",
    "room": "map",
    "unit": "map",
    "floor": "map",
    "hall": "hall",
    "channel": "portal",
    "entry": "entry",
    "bulletin": "bulletin",
    "notice": "bulletin",
}
"""Where a record of each kind is shown."""


def register(name: str) -> None:
    """Make a page's object known to QML, before the page's file is loaded."""
    if name in _DONE:
        return
    _DONE.add(name)
    if PAGES[name].needs:
        cast("Callable[[], None]", resolve_name(PAGES[name].needs))()
    made = get_type_hints(resolve_name(PAGES[name].facts))["return"]
    for facts in get_args(made) or (made,):
        if is_dataclass(facts) and isinstance(facts, type):
            shown_type(facts)


def register_all() -> None:
    """Make every page's object known to QML, for tools that read the files without running them."""
    for name in PAGES:
        register(name)
    for name in ("welcome:WelcomeFacts", "urgent:UrgentFacts"):
        shown_type(resolve_name(f"kiosk.viewmodels.{name}"))
    for name in ("viewmodels.shell", "viewmodels.service", "web.port"):
        import_module(f"kiosk.{name}")


def page_facts(name: str, view: View, key: str) -> object | None:
    """The facts of a page, from what the edition's earlier visitors asked for where they are steady."""
    make = cast("Callable[[View, str], object | None]", resolve_name(PAGES[name].facts))
    if not PAGES[name].steady:
        return make(view, key)
    kept = _KEPT.setdefault(view.edition, {})
    asked = (name, key, view.english)
    if asked not in kept:
        if len(kept) >= MOST_KEPT:
            kept.pop(next(iter(kept)))
        kept[asked] = make(view, key)
    return kept[asked]


class Closing(Protocol):
    """A page object that holds something of the machine and gives it back when its page is left."""

    def close(self) -> None:
        """Give it back."""


class Renewing(Protocol):
    """A page object that keeps something a visitor did when the edition or the language changes."""

    def renewed(self, view: View) -> QObject:
        """The same page over another view."""


def page_object(name: str, view: View, key: str, before: QObject | None = None) -> QObject | None:
    """The object behind a page, or None where the edition has nothing under this key.

    `before` is the object the page had; one that keeps something makes its own successor.
    """
    if hasattr(before, "renewed"):
        return cast("Renewing", before).renewed(view)
    register(name)
    facts = page_facts(name, view, key)
    if facts is None or isinstance(facts, QObject):
        return facts
    return shown(facts)
