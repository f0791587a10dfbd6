"""The figures of one year, out of what was published, what the lobby's journals say and what staff counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from data.journal.collect import happened
from data.records.bulletin import BulletinItem, ItemKind
from data.records.canonical import record_from
from data.records.entry import Access, Entry
from data.records.kinds import Record
from data.records.power import Category, Disclosure, Power
from data.records.site import Site
from data.review.editions import bulletins_published, content_of_edition, editions_between, last_edition_before
from data.review.published import Publication
from data.store.database import Session
from data.store.visits import visits_between

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Month:
    """The LED sign's items of a month, and how many of them were proactively disclosed information."""

    items: int = 0
    disclosed: int = 0


@dataclass(frozen=True, slots=True)
class Powers:
    """The powers of one category: declared in all, kept in the catalogue, disclosed. Each includes the next."""

    name: str
    declared: int
    catalogue: int
    disclosed: int


@dataclass(frozen=True, slots=True)
class Facts:
    """One year of an office."""

    year: int
    site: str
    months: tuple[Month, ...]
    days_with_items: int
    acknowledged: int
    """Items that a sign acknowledged at least once."""
    categories: tuple[Powers, ...]
    entries: dict[str, int]
    """Documents of the catalogue by how far they are public."""
    hall_days: int
    hall_visitors: int
    kiosk_visits: int
    kiosk_pages: int
    editions: dict[str, int]

    @property
    def items(self) -> int:
        """Items of the year."""
        return sum(month.items for month in self.months)

    @property
    def disclosed(self) -> int:
        """Of these, disclosed information."""
        return sum(month.disclosed for month in self.months)


def facts_of(session: Session, year: int, zone: ZoneInfo) -> Facts:
    """Count a year. Days and the year's ends are the office's."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    begins = datetime(year, 1, 1, tzinfo=zone).astimezone(UTC)
    ends = datetime(year + 1, 1, 1, tzinfo=zone).astimezone(UTC)
    records = _published(session, ends)
    items = _items(session, year, ends)
    visits = visits_between(session, first, last)
    journal = happened(session, begins, ends)
    site = next((one.name for one in records if isinstance(one, Site)), "")
    return Facts(
        year=year,
        site=site,
        months=tuple(_month(items, month) for month in MONTHS),
        days_with_items=len({item.day for item in items}),
        acknowledged=len(journal.acknowledged & {item.key for item in items}),
        categories=_categories(records),
        entries={
            access.value: sum(isinstance(one, Entry) and one.access is access for one in records) for access in Access
        },
        hall_days=len(visits),
        hall_visitors=sum(visits.values()),
        kiosk_visits=journal.kinds["visit"],
        kiosk_pages=journal.kinds["page"],
        editions=_editions(session, begins, ends),
    )


def _published(session: Session, ends: datetime) -> list[Record]:
    """What the year's last edition was built from: approved, and given to the lobby."""
    last = last_edition_before(session, ends)
    content = content_of_edition(session, last.number) if last else ()
    return [record_from(one.form, one.body) for one in content]


def _items(session: Session, year: int, ends: datetime) -> list[BulletinItem]:
    """The year's items that the lobby was given, whether or not they are still in the newest edition."""
    records = (record_from(one.form, one.body) for one in bulletins_published(session, ends))
    return [one for one in records if isinstance(one, BulletinItem) and one.day.year == year]


def _month(items: list[BulletinItem], month: int) -> Month:
    of = [item for item in items if item.day.month == month]
    return Month(len(of), sum(item.kind is ItemKind.DISCLOSED for item in of))


def _categories(records: list[Record]) -> tuple[Powers, ...]:
    categories = sorted((one for one in records if isinstance(one, Category)), key=lambda one: (one.position, one.key))
    powers = [one for one in records if isinstance(one, Power)]
    return tuple(_category(one, [power for power in powers if power.category == one.key]) for one in categories)


def _category(category: Category, powers: list[Power]) -> Powers:
    disclosed = sum(power.disclosure is Disclosure.DISCLOSED for power in powers)
    catalogue = disclosed + sum(power.disclosure is Disclosure.CATALOGUE for power in powers)
    return Powers(category.name, len(powers), catalogue, disclosed)


def _editions(session: Session, begins: datetime, ends: datetime) -> dict[str, int]:
    counted = Counter(row.what.value for row in editions_between(session, begins, ends))
    return {what.value: counted[what.value] for what in Publication}
