"""What of a rotation is showing at an instant; pure, so that the glass beside the sign agrees with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ledsign.rotation.records import Urgency

if TYPE_CHECKING:
    from datetime import date, datetime

    from ledsign.rotation.records import Item, Notice, Rotation

CLOCK_BELIEVED_FOR = timedelta(days=45)
"""A machine's clock is believed from an edition's publication until this long after (docs/rotation.md)."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What a person in the hall gets to see: urgent notices cover all else, the rest takes turns in this order."""

    day: date | None
    items: tuple[Item, ...]
    standing: tuple[Notice, ...]
    urgent: tuple[Notice, ...]
    fallback: str


def clock_believed(now: datetime, published_at: datetime) -> bool:
    """Whether `now` is possible for a machine that holds an edition published at `published_at` (both aware)."""
    return timedelta() <= now - published_at <= CLOCK_BELIEVED_FOR


def showing(rotation: Rotation, now: datetime, *, believed: bool = True) -> Showing:
    """What shows at `now` (aware). When the clock is not `believed`, validity windows are ignored.

    Items valid on the office's day come first; when there are none, the newest bulletin stays, but for items of other
    days of the week. `day` is that of the newest item shown; None means that only `fallback` is left.
    """
    items = _items(rotation, now, believed=believed)
    notices = [n for n in rotation.notices if not believed or _is_on(n, now)]
    return Showing(
        day=max((item.day for item in items), default=None),
        items=items,
        standing=tuple(n for n in notices if n.urgency is Urgency.STANDING),
        urgent=tuple(n for n in notices if n.urgency is Urgency.URGENT),
        fallback=rotation.fallback,
    )


def _items(rotation: Rotation, now: datetime, *, believed: bool) -> tuple[Item, ...]:
    today = now.astimezone(ZoneInfo(rotation.zone)).date()
    valid = [item for item in rotation.items if item.is_for(today)] if believed else []
    on_such_days = [item for item in rotation.items if not believed or item.is_for_weekday(today)]
    newest = max((item.day for item in on_such_days), default=None)
    chosen = valid or [item for item in on_such_days if item.day == newest]
    return tuple(sorted(chosen, key=lambda item: (-item.day.toordinal(), item.position, item.key)))


def _is_on(notice: Notice, now: datetime) -> bool:
    begun = notice.starts is None or notice.starts <= now
    return begun and (notice.ends is None or now < notice.ends)
