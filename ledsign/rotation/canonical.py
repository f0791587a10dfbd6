"""The rotation file's bytes: canonical JSON out, checked JSON in.

    { "format": 1, "zone": "...", "fallback": "...", "signs": [...], "items": [...], "notices": [...] }

Keys sorted, UTF-8 without escapes, no spaces, one newline at the end; days as 2026-11-23, instants in UTC with Z.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from typing import TYPE_CHECKING, NoReturn, TypedDict, TypeVar

from ledsign.bitmap import Colours
from ledsign.rotation.records import Effect, Item, ItemKind, Notice, SignPanel, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledsign.rotation.records import Rotation

FORMAT = 1

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_ABSENT = object()

_ADDED = frozenset({"weekdays", "text_en"})
"""Fields that the format gained later."""


class RotationFields(TypedDict):
    """The arguments of a `Rotation`."""

    zone: str
    signs: tuple[SignPanel, ...]
    items: tuple[Item, ...]
    notices: tuple[Notice, ...]
    fallback: str


def to_json(rotation: Rotation) -> bytes:
    """The file's bytes for a rotation."""
    document = {
        "format": FORMAT,
        "zone": rotation.zone,
        "fallback": rotation.fallback,
        "signs": [_plain(sign) for sign in rotation.signs],
        "items": [_plain(item) for item in rotation.items],
        "notices": [_plain(notice) for notice in rotation.notices],
    }
    return (json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def fields_of(file: bytes) -> RotationFields:
    """Read a file's bytes. ValueError names the place, as in "items[2].valid_from：..."."""
    try:
        document = _Place("rotation", json.loads(file.decode("utf-8")))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as broken:
        msg = f"轮播文件应当是 UTF-8 的 JSON：{broken}"
        raise ValueError(msg) from broken
    form = document.field("format").whole_number()
    if form != FORMAT:
        document.field("format").refuse(f"本程序能读格式 {FORMAT}，这份文件是格式 {form}，请升级程序")
    return RotationFields(
        zone=document.field("zone").text(),
        signs=document.field("signs").each(_sign),
        items=document.field("items").each(_item),
        notices=document.field("notices").each(_notice),
        fallback=document.field("fallback").text(),
    )


def _plain(record: SignPanel | Item | Notice) -> dict[str, object]:
    """Every field; one that was added later only where it says something, so that files of before stay as they are."""
    return {
        f.name: _scalar(value) for f in fields(record) if (value := getattr(record, f.name)) or f.name not in _ADDED
    }


def _scalar(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


class _PlacedError(ValueError):
    """A ValueError that already says its place."""


class _Place:
    """A value of the file together with the words that say where it stands."""

    def __init__(self, name: str, value: object) -> None:
        self.name, self.value = name, value

    def refuse(self, why: object) -> NoReturn:
        raise _PlacedError(f"{self.name}：{why}")

    def field(self, name: str) -> _Place:
        if not isinstance(self.value, dict):
            self.refuse("这里应当是一个对象 {…}")
        inside = name if self.name == "rotation" else f"{self.name}.{name}"
        return _Place(inside, self.value.get(name, _ABSENT))

    def each(self, read: Callable[[_Place], T]) -> tuple[T, ...]:
        if not isinstance(self.value, list):
            self.refuse("这里应当是一个列表 […]")
        return tuple(_Place(f"{self.name}[{i}]", value).building(read) for i, value in enumerate(self.value))

    def building(self, read: Callable[[_Place], T]) -> T:
        try:
            return read(self)
        except _PlacedError:
            raise
        except ValueError as wrong:
            self.refuse(wrong)

    def text(self) -> str:
        if not isinstance(self.value, str):
            self.refuse("这里应当是文字")
        if any("\ud800" <= sign <= "\udfff" for sign in self.value):
            self.refuse("这段文字里有半个字符")
        return self.value

    def whole_number(self) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self.refuse("这里应当是整数")
        return self.value

    def seconds(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self.refuse("这里应当是秒数")
        return float(self.value)

    def day(self) -> date:
        return self._parsed(date.fromisoformat, "这里应当是日期，例如 2026-11-23")

    def instant(self) -> datetime:
        return self._parsed(datetime.fromisoformat, "这里应当是时刻，例如 2026-11-23T08:00:00Z")

    def one_of(self, words: type[E]) -> E:
        return self._parsed(words, f"这里应当是 {'、'.join(str(word.value) for word in words)} 之一")

    def optional(self, read: Callable[[], T]) -> T | None:
        return None if self.value is None or self.value is _ABSENT else read()

    def _parsed(self, read: Callable[[str], T], expected: str) -> T:
        try:
            return read(self.text())
        except _PlacedError:
            raise
        except ValueError:
            self.refuse(expected)


def _sign(place: _Place) -> SignPanel:
    return SignPanel(
        name=place.field("name").text(),
        width_dots=place.field("width_dots").whole_number(),
        height_dots=place.field("height_dots").whole_number(),
        colours=place.field("colours").one_of(Colours),
    )


def _item(place: _Place) -> Item:
    effect, dwell, weekdays = place.field("effect"), place.field("dwell_s"), place.field("weekdays")
    return Item(
        key=place.field("key").text(),
        day=place.field("day").day(),
        position=place.field("position").whole_number(),
        kind=place.field("kind").one_of(ItemKind),
        text=place.field("text").text(),
        source=place.field("source").text(),
        valid_from=place.field("valid_from").day(),
        valid_until=place.field("valid_until").day(),
        effect=effect.optional(lambda: effect.one_of(Effect)),
        dwell_s=dwell.optional(dwell.seconds),
        weekdays=weekdays.optional(lambda: weekdays.each(_Place.whole_number)) or (),
    )


def _notice(place: _Place) -> Notice:
    starts, ends, english = place.field("starts"), place.field("ends"), place.field("text_en")
    return Notice(
        key=place.field("key").text(),
        text=place.field("text").text(),
        urgency=place.field("urgency").one_of(Urgency),
        starts=starts.optional(starts.instant),
        ends=ends.optional(ends.instant),
        text_en=english.optional(english.text) or "",
    )
