"""The one way a record becomes bytes, and comes back from bytes of any earlier form.

    form   kind "/" version            office/1
    body   JSON, UTF-8, keys sorted, no blanks, no escapes that JSON does not demand; a field that holds
    its default is left out
    hash   SHA-256 over form, a newline, and the body

Equal records give equal bytes: a whole number is written without a point.
A field added later with a default leaves every stored hash as it was. A field renamed or retyped makes
a new version, and an
entry in `_UPCASTS` that turns the older body into the newer. Stored bytes are never written again.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar, cast, get_args, get_origin, get_type_hints

from data.records.kinds import RECORD_TYPES, Kind, kind_of

if TYPE_CHECKING:
    from data.records.kinds import Record

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
_Built = TypeVar("_Built")

_VERSIONS: dict[Kind, int] = dict.fromkeys(RECORD_TYPES, 1)
_UPCASTS: dict[str, Callable[[dict[str, Json]], dict[str, Json]]] = {}
"""From a form (`office/1`) to what makes its body one of the next version."""


@dataclass(frozen=True, slots=True)
class Content:
    """A record's canonical bytes with the name they are known by."""

    hash: str
    form: str
    body: bytes


def content_of(record: Record) -> Content:
    """The canonical bytes of a record and their hash (64 hex digits)."""
    form = form_of(kind_of(record))
    body = encode(record)
    return Content(content_hash(form, body), form, body)


def form_of(kind: Kind) -> str:
    """The form in which records of a kind are written now."""
    return f"{kind}/{_VERSIONS[kind]}"


def content_hash(form: str, body: bytes) -> str:
    """The hash by which content is known: SHA-256 over form, newline and body, as 64 hex digits."""
    return sha256(form.encode() + b"\n" + body).hexdigest()


def record_from(form: str, body: bytes) -> Record:
    """The record in stored bytes of this or an earlier form. ValueError where the bytes are not such a record."""
    kind, _, version = form.partition("/")
    if kind not in RECORD_TYPES or not version.isdecimal() or int(version) > _VERSIONS[kind]:
        raise ValueError(f"unknown form {form!r}")
    value = json.loads(body)
    for number in range(int(version), _VERSIONS[kind]):
        value = _UPCASTS[f"{kind}/{number}"](value)
    return cast("Record", _build(RECORD_TYPES[kind], value, kind))


def encode(value: object) -> bytes:
    """Canonical JSON of any dataclass of this vocabulary (records, drawings, routes)."""
    return json.dumps(
        _plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def decode(target: type[_Built], body: bytes | str) -> _Built:
    """The dataclass `target` from bytes that `encode` made. ValueError names the field that does not fit."""
    return cast("_Built", _build(target, json.loads(body), target.__name__))


def _plain(value: object) -> Json:
    kind = type(value)
    if kind is str or value is None:
        return cast("str | None", value)
    if kind is tuple:
        return [_plain(item) for item in cast("tuple[object, ...]", value)]
    if is_dataclass(kind):
        return {
            name: _plain(part)
            for name, default in _defaults(kind)
            if (part := getattr(value, name)) is not default and part != default
        }
    return _plain_scalar(value)


def _plain_scalar(value: object) -> Json:
    if isinstance(value, Enum):
        return cast("str", value.value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone")
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no canonical form for {type(value).__name__}")


@cache
def _defaults(target: type) -> tuple[tuple[str, object], ...]:
    """The names of a dataclass's fields and their defaults; MISSING where there is none."""
    return tuple((field.name, field.default) for field in fields(target))


@cache
def _hints(target: type) -> Mapping[str, object]:
    return get_type_hints(target)


def _build(target: object, value: Json, place: str) -> object:
    """`value` as what the type `target` says; ValueError with the path of the place where it is not."""
    if isinstance(target, types.UnionType):
        return None if value is None else _build(_not_none(target), value, place)
    if get_origin(target) is tuple:
        return _build_tuple(get_args(target), value, place)
    if isinstance(target, type) and is_dataclass(target):
        return _build_dataclass(target, value, place)
    return _build_scalar(target, value, place)


def _not_none(target: types.UnionType) -> object:
    return next(choice for choice in get_args(target) if choice is not type(None))


def _build_tuple(items: tuple[object, ...], value: Json, place: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{place}: a list is wanted")
    if items[-1] is Ellipsis:
        return tuple(_build(items[0], item, f"{place}[{number}]") for number, item in enumerate(value))
    if len(items) != len(value):
        raise ValueError(f"{place}: {len(items)} values are wanted")
    return tuple(
        _build(kind, item, f"{place}[{number}]") for number, (kind, item) in enumerate(zip(items, value, strict=True))
    )


def _build_dataclass(target: type, value: Json, place: str) -> object:
    if not isinstance(value, dict):
        raise ValueError(f"{place}: an object is wanted")
    hints = _hints(target)
    unknown = value.keys() - {field.name for field in fields(target)}
    if unknown:
        raise ValueError(f"{place}: unknown field {min(unknown)!r}")
    try:
        return target(**{name: _build(hints[name], item, f"{place}.{name}") for name, item in value.items()})
    except TypeError as error:
        raise ValueError(f"{place}: {error}") from error


def _build_scalar(target: object, value: Json, place: str) -> object:
    if isinstance(value, str) and isinstance(target, type):
        return _from_text(target, value, place)
    if target is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(target, type) and type(value) is target:
        return value
    raise ValueError(f"{place}: {value!r} does not fit")


def _from_text(target: type, value: str, place: str) -> object:
    if target is str:
        return value
    try:
        if target is datetime:
            return datetime.fromisoformat(value)
        if target is date:
            return date.fromisoformat(value)
        if issubclass(target, Enum):
            return target(value)
    except ValueError as error:
        raise ValueError(f"{place}: {value!r} does not fit") from error
    raise ValueError(f"{place}: {value!r} does not fit")
