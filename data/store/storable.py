"""What can be kept: the same limits for SQLite and PostgreSQL, told to a person before the database would complain."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from data.records.canonical import Content, content_of
from data.records.kinds import Record, kind_of
from data.records.references import references
from data.store.base import KEY_LENGTH
from data.store.refusal import Refused
from data.store.words import spoken

_LARGEST = 2**31 - 1
"""PostgreSQL's INTEGER."""
_LONGEST = 1_000_000
"""Characters in one text; a longer one is a mistake."""


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
    for name, key in _keys(record):
        if len(key) > KEY_LENGTH:
            yield f"{name}太长（{len(key)} 个字符，最多 {KEY_LENGTH} 个）"
    yield from _faults_of(record)


def _keys(record: Record) -> Iterator[tuple[str, str]]:
    yield "编号", record.key
    for reference in references(record):
        yield reference.place, reference.key
    for part in _parts(record):
        for field in ("key", "number"):
            value = getattr(part, field, "")
            if isinstance(value, str):
                yield "编号", value


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))


def _faults_of(value: object) -> Iterator[str]:
    match value:
        case str() if not isinstance(value, Enum):
            yield from _faults_of_text(value)
        case bool():
            pass
        case int() if abs(value) > _LARGEST:
            yield f"数字 {value} 太大"
        case tuple():
            for item in value:
                yield from _faults_of(item)
        case _ if is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                yield from _faults_of(getattr(value, field.name))


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
