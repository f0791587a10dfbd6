"""The words of a rotation: items of the day, notices, the panels they are for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from ledsign.bitmap import Colours, Panel

WEEK = range(1, 8)
"""The days of a week, Monday to Sunday, as ISO 8601 numbers them."""


class ItemKind(StrEnum):
    """What an item is to the public; the sign may colour the two differently."""

    NEWS = "news"
    DISCLOSED = "disclosed"

    @property
    def label(self) -> str:
        """The word staff and visitors read."""
        return "新闻" if self is ItemKind.NEWS else "政府信息"


class Effect(StrEnum):
    """How a page arrives on the panel. A sign without the effect shows the nearest one it has."""

    HOLD = "hold"
    SCROLL = "scroll"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    FLASH = "flash"


class Urgency(StrEnum):
    """Whether a notice takes turns with the items or covers everything else."""

    STANDING = "standing"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class SignPanel:
    """A sign of the house by name, with the size and the lamps of its panel."""

    name: str
    width_dots: int
    height_dots: int
    colours: Colours = Colours.RED

    def __post_init__(self) -> None:
        _require_text(self.name, "屏的名称")
        object.__setattr__(self, "colours", Colours(self.colours))
        Panel(self.width_dots, self.height_dots, self.colours)

    @property
    def panel(self) -> Panel:
        """The dot area without the name."""
        return Panel(self.width_dots, self.height_dots, self.colours)


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of the day's bulletin.

    `day` is the bulletin it belongs to and `position` its place there, from 1. `valid_from` and `valid_until` are the
    first and the last office day it may show; `weekdays`, 1 Monday to 7 Sunday, are the only days of the week it
    does (none is every day). Without `effect` or `dwell_s` (seconds a page stays) the sign's own rules decide.
    """

    key: str
    day: date
    position: int
    kind: ItemKind
    text: str
    source: str
    valid_from: date
    valid_until: date
    effect: Effect | None = None
    dwell_s: float | None = None
    weekdays: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        _require_text(self.key, "条目的编号")
        _require_weekdays(self.weekdays, self.key)
        _require_text(self.text, f"条目 {self.key} 的文字")
        if self.position < 1:
            msg = f"条目 {self.key}：序号从 1 数起，不能是 {self.position}"
            raise ValueError(msg)
        if self.valid_until < self.valid_from:
            msg = f"条目 {self.key} 的截止日 {self.valid_until} 早于开始日 {self.valid_from}"
            raise ValueError(msg)
        if self.dwell_s is not None:
            object.__setattr__(self, "dwell_s", _stay(self.dwell_s, self.key))

    def is_for(self, day: date) -> bool:
        """Whether it may show on this office day."""
        return self.valid_from <= day <= self.valid_until and self.is_for_weekday(day)

    def is_for_weekday(self, day: date) -> bool:
        """Whether it may show on this day of the week, dates aside."""
        return not self.weekdays or day.isoweekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Notice:
    """Something besides the bulletin: shown from `starts` until just before `ends`, aware instants; None is open.

    `text_en` says the same in English, for a screen whose visitor chose it; signs show `text`.
    """

    key: str
    text: str
    urgency: Urgency
    starts: datetime | None = None
    ends: datetime | None = None
    text_en: str = ""

    def __post_init__(self) -> None:
        _require_text(self.key, "通知的编号")
        _require_text(self.text, f"通知 {self.key} 的文字")
        for instant in (self.starts, self.ends):
            if instant is not None and instant.utcoffset() is None:
                msg = f"通知 {self.key}：{instant} 没有写时区"
                raise ValueError(msg)
        if self.starts is not None and self.ends is not None and self.ends <= self.starts:
            msg = f"通知 {self.key} 的结束时刻 {self.ends} 不晚于开始时刻 {self.starts}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Rotation:
    """All that the signs of one house may show; `fallback` shows when there is no item at all."""

    zone: str = "Asia/Shanghai"
    signs: tuple[SignPanel, ...] = ()
    items: tuple[Item, ...] = ()
    notices: tuple[Notice, ...] = ()
    fallback: str = ""

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (OSError, ValueError, LookupError) as unknown:
            msg = f"没有叫 {self.zone} 的时区"
            raise ValueError(msg) from unknown
        _require_unique([sign.name for sign in self.signs], "块屏的名称")
        _require_unique([item.key for item in self.items], "个条目的编号")
        _require_unique([notice.key for notice in self.notices], "个通知的编号")

    def panel_of(self, sign: str) -> Panel | None:
        """The panel of the sign with this name, or None when the rotation does not know the sign."""
        return next((known.panel for known in self.signs if known.name == sign), None)

    def to_json(self) -> bytes:
        """The file's bytes: equal rotations give equal bytes."""
        from ledsign.rotation.canonical import to_json  # noqa: PLC0415 - the writer knows the records, not the reverse

        return to_json(self)

    @classmethod
    def from_json(cls, file: bytes) -> Self:
        """Read a file's bytes. ValueError names the place that is wrong; unknown fields are left unread."""
        from ledsign.rotation.canonical import fields_of  # noqa: PLC0415 - as above

        return cls(**fields_of(file))


def _stay(seconds: float, key: str) -> float:
    if not (math.isfinite(seconds) and seconds > 0):
        msg = f"条目 {key}：每页停留的秒数应当是正数，而不是 {seconds}"
        raise ValueError(msg)
    return float(seconds)


def _require_weekdays(days: tuple[int, ...], key: str) -> None:
    if any(day not in WEEK for day in days) or list(days) != sorted(set(days)):
        msg = f"条目 {key}：星期是 1（星期一）到 7（星期日）的数，从小到大各写一次，而不是 {list(days)}"
        raise ValueError(msg)


def _require_text(text: str, what: str) -> None:
    if not text.strip():
        msg = f"{what}不能为空"
        raise ValueError(msg)


def _require_unique(names: list[str], what: str) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        msg = f"有两{what}都是 {twice}"
        raise ValueError(msg)
