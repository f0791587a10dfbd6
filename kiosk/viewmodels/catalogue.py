"""The disclosure catalogue: entries by theme, and one entry with its fields."""

from dataclasses import dataclass, replace

from data.records import Entry
from kiosk.viewmodels.view import FactRow, LinkRow, View, link_row


@dataclass(frozen=True, slots=True)
class CatalogueFacts:
    """Entries by theme; `themes` are the headings in order."""

    themes: tuple[str, ...]
    rows: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """One entry, as the office wrote it; `foreign` says that this is Chinese though English was chosen.

    Days are 2026-11-23.
    """

    key: str
    name: str
    foreign: bool
    summary: str
    madeOn: str
    access: str
    document: str
    details: tuple[FactRow, ...]


def catalogue_facts(view: View, _key: str = "") -> CatalogueFacts:
    """The catalogue."""
    entries = {entry.key: entry for entry in view.edition.records(Entry)}
    titles = view.edition.titles("entry")
    themes = tuple(dict.fromkeys(title.section for title in titles))
    rows = tuple(
        replace(link_row(view, title), end=_day(entries[title.key]))
        for theme in themes
        for title in titles
        if title.section == theme
    )
    return CatalogueFacts(themes, rows)


def _day(entry: Entry) -> str:
    return entry.made_on.isoformat() if entry.made_on else ""


def entry_facts(view: View, key: str) -> EntryFacts | None:
    """The page of an entry; None where the edition has none under this key."""
    entry = view.edition.record(Entry, key)
    if entry is None:
        return None
    rows = (
        FactRow("index", entry.key),
        FactRow("number", entry.number),
        FactRow("publisher", entry.publisher),
        FactRow("theme", entry.theme),
        FactRow("form", entry.form),
        FactRow("deadline", entry.deadline),
    )
    return EntryFacts(
        key=key,
        name=entry.title,
        foreign=view.foreign(entry.title, entry.summary),
        summary=entry.summary,
        madeOn=_day(entry),
        access=entry.access.value,
        document=entry.document,
        details=tuple(row for row in rows if row.value),
    )
