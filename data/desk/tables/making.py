"""The values of a form as a record, or one Chinese sentence a field that cannot be."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import cast

from data.desk.tables.filling import Filling
from data.desk.tables.inputs import Input, Look, inputs_of
from data.importers.privacy import CARD, has_card
from data.records.kinds import RECORD_TYPES, Kind, Record
from data.records.picture import Picture
from data.records.power import Power

_LARGEST = 2**31 - 1


class Wrong(Exception):  # noqa: N818 - it reads as what happened
    """Sentences by the name of the field they are about."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        """`sentences` are Chinese, for the person at the form."""
        super().__init__("；".join(sentences.values()))
        self.sentences = sentences


def made(kind: Kind, filled: Mapping[str, Filling], before: Record | None, zone: tzinfo) -> Record:
    """The record that a form says; what is not typed in forms (a drawing) stays as `before` has it. Wrong otherwise."""
    values: dict[str, object] = {}
    wrong: dict[str, str] = {}
    for found in inputs_of(kind):
        try:
            values[found.name] = _value(found, filled[found.name], zone)
        except ValueError as error:
            wrong[found.name] = str(error)
    if wrong:
        raise Wrong(wrong)
    if kind in {"site", "hall"}:
        values.pop("key")
    elif before is not None:
        values["key"] = before.key  # as it is kept, spaces and all: a form never changes a key
    if kind == "power":
        values["pictures"] = _kept_pictures(before, cast("tuple[str, ...]", values["pictures"]))
    if isinstance(before, Power):
        values["drawing"] = before.drawing if values["steps"] == before.steps else None
    return RECORD_TYPES[kind](**values)  # type: ignore[arg-type]  # a value for every field, of its type


def _kept_pictures(before: Record | None, kept: tuple[str, ...]) -> tuple[Picture, ...]:
    """The pictures that were there and were not taken away: a form brings none."""
    there = before.pictures if isinstance(before, Power) else ()
    return tuple(picture for picture in there if picture.document in kept)


def _value(found: Input, filled: Filling, zone: tzinfo) -> object:
    match found.look:
        case Look.PARTS:
            return tuple(_part(found, row, zone, number) for number, row in enumerate(_rows(filled), 1))
        case Look.PART:
            return _part(found, cast("dict[str, Filling]", filled), zone, 0) if filled else None
        case Look.PICTURES:
            return tuple(_list(filled))
        case Look.WEEKDAYS:
            return tuple(sorted(int(day) for day in _list(filled) if day in set("1234567")))
        case Look.LINES | Look.SOME:
            return tuple(_public(text) for text in _list(filled))
        case _:
            return _plain(found, filled if isinstance(filled, str) else "", zone)


def _part(found: Input, row: Mapping[str, Filling], zone: tzinfo, number: int) -> object:
    assert found.part is not None
    place = f"第 {number} 行" if number else ""
    values = {}
    for one in found.parts:
        try:
            values[one.name] = _value(one, row.get(one.name, ""), zone)
        except ValueError as error:
            raise ValueError(f"{place}{one.word}：{error}") from error
    return found.part(**values)


def _plain(found: Input, text: str, zone: tzinfo) -> object:
    if found.required and not text.strip():
        raise ValueError("必须填写")
    match found.look:
        case Look.NUMBER:
            return _number(text)
        case Look.YES:
            return bool(text)
        case Look.DAY:
            return _day(text)
        case Look.INSTANT:
            return _instant(text, zone)
        case Look.CHOICE:
            assert found.choices is not None
            return _choice(found, text)
        case Look.TEXT:
            return _public(text.rstrip())
        case _:
            return _public(text.strip())


def _choice(found: Input, text: str) -> object:
    assert found.choices is not None
    try:
        return found.choices(text)
    except ValueError as error:
        raise ValueError("请从列表里选择") from error


def _number(text: str) -> int:
    if not text.strip():
        return 0
    try:
        number = int(text)
    except ValueError as error:
        raise ValueError(f"“{text[:20]}”不是整数") from error
    if abs(number) > _LARGEST:
        raise ValueError(f"数字 {text[:20]} 太大")
    return number


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError(f"“{text[:20]}”不是日期，例如 2026-11-23") from error


def _instant(text: str, zone: tzinfo) -> datetime | None:
    if not text.strip():
        return None
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"“{text[:20]}”不是时间，例如 2026-11-23 08:30") from error


def _public(text: str) -> str:
    """The text, where nothing in it must stay private."""
    if has_card(text):
        raise ValueError(CARD.replace("再导入", "再保存"))
    return text


def _rows(filled: Filling) -> Sequence[dict[str, Filling]]:
    return [row for row in filled if isinstance(row, dict)] if isinstance(filled, list) else []


def _list(filled: Filling) -> Sequence[str]:
    return [text for text in filled if isinstance(text, str)] if isinstance(filled, list) else []
