"""What can be kept: the same limits for SQLite and PostgreSQL, told to a person before the database would complain."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import cast

from data.records.canonical import Content, content_of
from data.records.kinds import Record, kind_of
from data.records.reference import references
from data.store.base import KEY_LENGTH
from data.store.refusal import Refused
from data.store.words import spoken

_LARGEST = 2**31 - 1
"""PostgreSQL's INTEGER."""
_LONGEST = 1_000_000
"""Characters in one text; a longer one is a mistake."""
_KEYS = frozenset(("key", "number"))
"""Fields of records and their parts that go into key columns."""


def storable(record: Record) -> Content:
    """The record's canonical content. Refused names the record and what about it cannot be kept."""
    kind = kind_of(record)
    for fault in _faults(record):
        raise Refused(f"{spoken(record, kind)}：{fault}")
    try:
        return content_of(record)
    except (ValueError, OverflowError) as error:
        raise Refused(f"{spoken(record, kind)}：{_unwritable(error)}") from error


def _faults(record: Record) -> Iterator[str]:
    if not record.key.strip():
        yield "缺少编号"
    for reference in references(record):
        yield from _faults_of_key(reference.place, reference.key)
    yield from _faults_of(record)


def _faults_of_key(name: str, key: str) -> Iterator[str]:
    if len(key) > KEY_LENGTH:
        yield f"{name}太长（{len(key)} 个字符，最多 {KEY_LENGTH} 个）"


def _faults_of(value: object) -> Iterator[str]:
    """What cannot be kept of a value, part by part. The commonest values first: an import has half a million."""
    kind = type(value)
    if kind is str:
        text = cast("str", value)
        if len(text) > _LONGEST or "\0" in text:
            yield from _faults_of_text(text)
    elif kind is tuple:
        for item in cast("tuple[object, ...]", value):
            yield from _faults_of(item)
    elif kind is int:
        if abs(cast("int", value)) > _LARGEST:
            yield f"数字 {value} 太大"
    elif is_dataclass(kind):
        yield from _faults_of_fields(value, kind)


def _faults_of_fields(value: object, kind: type) -> Iterator[str]:
    for name in _names(kind):
        part = getattr(value, name)
        if name in _KEYS and isinstance(part, str):
            yield from _faults_of_key("编号", part)
        yield from _faults_of(part)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _faults_of_text(text: str) -> Iterator[str]:
    if "\0" in text:
        yield "含有空字符，请删去后再试"
    if len(text) > _LONGEST:
        yield f"一处文字有 {len(text)} 个字符，最多 {_LONGEST} 个"


def _unwritable(error: Exception) -> str:
    match error:
        case UnicodeEncodeError():
            return "含有残缺的字符（编码错误），请重新输入"
        case OverflowError():
            return "时间超出范围"
        case _:
            return f"有写不下来的值（{error}）"
