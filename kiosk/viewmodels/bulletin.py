"""The bulletin page: what shows today, and the days before."""

from dataclasses import dataclass

from kiosk.viewmodels.home import NewsRow
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that has a bulletin, as 2026-11-23, and how many items it has."""

    day: str
    count: int


@dataclass(frozen=True, slots=True)
class BulletinFacts:
    """The items of `day`; `days` are all there are, newest first; notices stand above the news.

    `foreign` says that some of it is Chinese though English was chosen.
    """

    day: str
    days: tuple[DayRow, ...]
    items: tuple[NewsRow, ...]
    notices: tuple[str, ...]
    foreign: bool = False


def bulletin_facts(view: View, key: str) -> BulletinFacts:
    """The bulletin of the day `key`; without one, what the sign in the hall shows now."""
    showing = view.edition.showing(view.now)
    items = view.edition.rotation().items
    days = sorted({item.day for item in items}, reverse=True)
    newest = showing.day.isoformat() if showing.day else ""
    wanted = key if key in {day.isoformat() for day in days} else newest
    shown = showing.items if wanted == newest else [item for item in items if item.day.isoformat() == wanted]
    news = tuple(NewsRow(item.text, item.kind.value == "disclosed", item.source) for item in shown)
    notices = tuple(view.words(notice.text, notice.text_en) for notice in (*showing.urgent, *showing.standing))
    return BulletinFacts(
        day=wanted,
        days=tuple(DayRow(day.isoformat(), sum(item.day == day for item in items)) for day in days),
        items=news,
        notices=notices,
        foreign=view.foreign(news, notices),
    )
