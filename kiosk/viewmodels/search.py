"""The search page: what was typed on its keypad, and what that finds, as one types."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Property, QObject, Signal, Slot

from data.search.query import Hit, Results, search
from kiosk.viewmodels.found import Said, said_of
from kiosk.viewmodels.offered import offered
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.view import View

LONGEST = 40
"""Letters one can type; no name is longer."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """Something found. `marked` is the title as rich text with what matched underlined; `section` is the kind found."""

    kind: str
    key: str
    title: str
    detail: str
    marked: str
    section: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many things of a kind were found, and at which row they begin."""

    kind: str
    count: int
    first: int


@dataclass(frozen=True, slots=True)
class OfferRow:
    """Something to open instead where nothing was found: a letter of the A-Z list, or a section of the tree."""

    kind: str
    text: str


@offered
class SearchFacts(QObject):
    """A query that grows letter by letter."""

    changed = Signal()

    def __init__(self, search: Callable[[str], Results], said: Callable[[Hit, str], Said], query: str = "") -> None:
        """Nothing typed yet, or what was typed before the language changed."""
        super().__init__()
        self._search, self._said = search, said
        self._query = ""
        self._forgiven = False
        self._hits = Rows(HitRow, parent=self)
        self._counts = Rows(CountRow, parent=self)
        self._offers = Rows(OfferRow, parent=self)
        self._ask(query)

    def renewed(self, view: View) -> "SearchFacts":
        """The same page with what was typed, over another edition or in another language."""
        return search_facts(view, self._query)

    @Slot(str)
    def type(self, letters: str) -> None:
        """Add what a key says; nothing beyond what is sensible."""
        self._ask((self._query + letters)[:LONGEST])

    @Slot(str)
    def write(self, text: str) -> None:
        """Take what stands in the field of the keyboard, also syllables that are not words yet."""
        if text[:LONGEST] != self._query:
            self._ask(text[:LONGEST])

    @Slot()
    def erase(self) -> None:
        """Take the last letter back."""
        self._ask(self._query[:-1])

    @Slot()
    def clear(self) -> None:
        """Begin again."""
        self._ask("")

    def _ask(self, query: str) -> None:
        self._query = query
        found = self._search(query) if query.strip() else Results()
        grouped = by_kind(found, lambda hit: self._said(hit, query))
        self._hits.show(grouped)
        sections = [row.section for row in grouped]
        kinds = dict.fromkeys(sections)
        self._counts.show(
            [CountRow(kind, found.counts.get(kind, sections.count(kind)), sections.index(kind)) for kind in kinds]
        )
        self._offers.show([OfferRow(offer.kind, offer.text) for offer in found.offered] if query.strip() else [])
        self._forgiven = found.forgiven
        self.changed.emit()

    @Property(str, notify=changed)
    def query(self) -> str:
        """What was typed."""
        return self._query

    @Property(bool, notify=changed)
    def forgiven(self) -> bool:
        """Whether the hits are for something near what was typed."""
        return self._forgiven

    @Property(Rows, constant=True)
    def hits(self) -> Rows:
        """What was found, kind by kind, the kind of the best hit first."""
        return self._hits

    @Property(Rows, constant=True)
    def counts(self) -> Rows:
        """How many of each kind."""
        return self._counts

    @Property(Rows, constant=True)
    def offers(self) -> Rows:
        """What to open instead."""
        return self._offers


def by_kind(found: Results, said: Callable[[Hit], Said]) -> list[HitRow]:
    """Hits grouped by kind; groups stand in the order of their best hit, hits in the order they came."""
    kinds = dict.fromkeys(hit.kind for hit in found.hits)
    return [_row(hit, said(hit)) for kind in kinds for hit in found.hits if hit.kind == kind]


def _row(hit: Hit, said: Said) -> HitRow:
    excerpt = f"…{said.excerpt}" if said.excerpt else ""
    # Steps and duties are called alike in many matters and offices: whose they are must stand there, whatever matched.
    whose = said.detail if not excerpt or hit.opens != hit.kind else ""
    detail = " · ".join(filter(None, (whose, excerpt)))
    return HitRow(hit.opens, hit.key, said.title, detail, marked(said.title, said.marks), hit.kind)


def marked(title: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Rich text of a title with the ranges `marks` bold and underlined; nothing in it is taken as markup."""
    pieces, end = [], 0
    for start, stop in marks:
        pieces += [escape(title[end:start]), "<b><u>", escape(title[start:stop]), "</u></b>"]
        end = stop
    return "".join([*pieces, escape(title[end:])])


def search_facts(view: View, key: str = "") -> SearchFacts:
    """The search page of an edition, `key` typed already."""
    return SearchFacts(
        lambda text: search(view.edition.connection, text), lambda hit, query: said_of(view, hit, query), key
    )
