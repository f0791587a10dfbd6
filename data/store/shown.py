"""Values of records as text that a person can compare: lists line by line, parts with the names of their fields.

Instants are told on the office's clock, as everything else that staff read.
"""

from dataclasses import fields, is_dataclass
from datetime import datetime, tzinfo
from enum import Enum

from data.records.picture import Picture
from data.store.words import CHOICE_WORDS, FIELD_WORDS

_MARK = 8
"""Digits of a document's hash by which a person tells two apart."""
_MOST_POINTS = 4
"""Numbers of a geometry that are worth showing."""


def shown(value: object, zone: tzinfo) -> str:
    """`value` as text, instants in `zone`; what says nothing (None, an empty list) is an empty text."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case Enum():
            return CHOICE_WORDS.get(str(value.value), str(value.value))
        case datetime():
            return f"{value.astimezone(zone):%Y-%m-%d %H:%M}"
        case float():
            return f"{value:g}"
        case tuple():
            return _shown_list(value, zone)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _shown_part(value, zone)
        case _:
            return str(value)


def _shown_list(values: tuple[object, ...], zone: tzinfo) -> str:
    if values and all(isinstance(value, tuple | float | int) for value in values):
        return _shown_geometry(values)
    return "\n".join(shown(value, zone) for value in values)


def _shown_geometry(values: tuple[object, ...]) -> str:
    """Coordinates tell a reader nothing; how many, and a mark that changes with them, do."""
    numbers = list(_numbers(values))
    if len(numbers) <= _MOST_POINTS:
        return ", ".join(f"{number:g}" for number in numbers)
    return f"图形（{len(numbers) // 2} 点，{sum(numbers):.2f}）"


def _numbers(values: object) -> list[float]:
    if isinstance(values, tuple):
        return [number for value in values for number in _numbers(value)]
    return [float(values)] if isinstance(values, int | float) else []


def _shown_part(part: object, zone: tzinfo) -> str:
    if isinstance(part, Picture):
        return f"{part.width} × {part.height} 像素的图片（{part.document[:_MARK]}）"
    told = ((field.name, shown(getattr(part, field.name), zone)) for field in fields(part))  # type: ignore[arg-type]  # a dataclass
    return "；".join(f"{FIELD_WORDS.get(name, name)}：{text.replace(chr(10), '、')}" for name, text in told if text)
