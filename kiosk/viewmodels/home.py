"""What the home page shows: the house, true counts behind each tile, the day's news."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.records import Hall, Site
from kiosk.viewmodels.view import View

MAX_NEWS = 5
"""What the board on the home page has room for; the bulletin page shows all."""
LOOK_AHEAD_DAYS = 92
"""Longer than any closing: a hall that rebuilds or moves is shut for weeks, and people ask until when."""


@dataclass(frozen=True, slots=True)
class TileRow:
    """A way into a part of the lobby: how many things are behind it; for the hall the weekdays it opens, as 24."""

    page: str
    count: int
    days: str = ""


@dataclass(frozen=True, slots=True)
class NewsRow:
    """One item of the bulletin."""

    text: str
    disclosed: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """Days are 2026-11-23, empty where there is none or, for `hallOpens`, the clock cannot be believed.

    `hallOpens` is the next day the hall is open. `newsForeign` says that the news is Chinese though English was chosen.
    """

    name: str
    subtitle: str
    sample: bool
    number: int
    publishedDay: str
    publishedTime: str
    hallOpens: str
    newsDay: str
    tiles: tuple[TileRow, ...]
    links: tuple[TileRow, ...]
    news: tuple[NewsRow, ...]
    newsForeign: bool


def home_facts(view: View, _key: str = "") -> HomeFacts:
    """The home page of an edition."""
    edition = view.edition
    site = edition.record(Site, "site") or Site(name="")
    hall = edition.record(Hall, "hall")
    showing = edition.showing(view.now)
    published = edition.manifest.published_at.astimezone(view.zone)
    news = tuple(NewsRow(item.text, item.kind.value == "disclosed", item.source) for item in showing.items[:MAX_NEWS])
    return HomeFacts(
        name=view.words(site.name, site.name_en),
        subtitle=view.words(site.subtitle, site.subtitle_en),
        sample=site.sample,
        number=edition.manifest.number,
        publishedDay=published.date().isoformat(),
        publishedTime=f"{published:%-H:%M}",
        hallOpens=next_opening(hall, view.today) if view.believed else "",
        newsDay=max((item.day.isoformat() for item in showing.items), default=""),
        tiles=tuple(_tiles(view, hall)),
        links=tuple(
            row for row in (_counted(view, "portal", "channel"), _counted(view, "groups", "group")) if row.count
        ),
        news=news,
        newsForeign=view.foreign(news),
    )


def _counted(view: View, page: str, kind: str) -> TileRow:
    return TileRow(page, view.edition.count(kind))


def _tiles(view: View, hall: Hall | None) -> list[TileRow]:
    """The six ways in, less those with nothing behind them."""
    hall_items = {power for window in hall.windows for power in window.powers} if hall else set()
    rows = [
        _counted(view, "offices", "office"),
        _counted(view, "staff", "person"),
        _counted(view, "powers", "power"),
        _counted(view, "map", "floor"),
        TileRow("hall", len(hall_items), "".join(str(day) for day in hall.weekdays) if hall else ""),
        _counted(view, "catalogue", "entry"),
    ]
    return [row for row in rows if row.count or (row.page == "hall" and hall)]


def next_opening(hall: Hall | None, today: date) -> str:
    """The first day from today on which the hall is open; empty where none is known within three months."""
    if hall is None:
        return ""
    exceptions = {exception.day: exception.open for exception in hall.exceptions}
    days = (today + timedelta(days=ahead) for ahead in range(LOOK_AHEAD_DAYS))
    return next(
        (day.isoformat() for day in days if exceptions.get(day, day.isoweekday() in hall.weekdays)),
        "",
    )
