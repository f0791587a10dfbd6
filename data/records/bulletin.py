"""One item of the day's bulletin (每日要闻), as the hall's sign and the kiosk's news page show it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item is: news, or proactively disclosed government information."""

    NEWS = "news"
    """新闻"""
    DISCLOSED = "disclosed"
    """政府信息"""


@dataclass(frozen=True, slots=True)
class BulletinItem:
    """An item; `key` is the day and its place in it: `2026-11-23/1`.

    It shows from `valid_from` to `valid_until`, both included.
    """

    key: str
    day: date
    position: int
    text: str
    kind: ItemKind = ItemKind.NEWS
    source: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
