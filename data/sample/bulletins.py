"""The ten days of the invented department's bulletin, and the form in which its clerk happened to save each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.records import BulletinItem, ItemKind
from data.sample.reading import columns

_KINDS = {"新闻": ItemKind.NEWS, "政府信息": ItemKind.DISCLOSED}


@dataclass(frozen=True, slots=True)
class Day:
    """One day's five items, and how they were written down: a name from `data.sample.documents.STYLES`."""

    day: date
    style: str
    items: tuple[BulletinItem, ...]


def days() -> tuple[Day, ...]:
    """The days, oldest first."""
    found: list[tuple[date, str, list[BulletinItem]]] = []
    for line in columns("bulletins.txt"):
        if line[0].startswith("="):
            _, written, style = line[0].split()
            found.append((date.fromisoformat(written), style, []))
        else:
            day, _, items = found[-1]
            items.append(_item(day, len(items) + 1, line))
    return tuple(Day(day, style, tuple(items)) for day, style, items in found)


def bulletin() -> Iterator[BulletinItem]:
    """Every item, oldest day first."""
    for day in days():
        yield from day.items


def _item(day: date, position: int, line: tuple[str, ...]) -> BulletinItem:
    kind, text, source, *last = line
    return BulletinItem(
        f"{day.isoformat()}/{position}",
        day,
        position,
        text,
        _KINDS[kind],
        source,
        valid_until=date.fromisoformat(last[0]) if last else None,
    )
