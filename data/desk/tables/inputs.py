"""What a record looks like as a form: one input a field, described from the record's own types.

An input's name is its path in the record: `name`, `posts.0.title`, `steps.3.risks.0.grade`.
"""

import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum, auto
from functools import cache
from typing import cast, get_args, get_origin, get_type_hints

from data.desk.tables.words import word_of
from data.records.drawing import Drawing
from data.records.kinds import RECORD_TYPES, Kind
from data.records.picture import Picture


class Look(Enum):
    """How a value is shown and typed."""

    LINE = auto()
    TEXT = auto()
    LINES = auto()
    """Several texts, one a line."""
    NUMBER = auto()
    DAY = auto()
    INSTANT = auto()
    YES = auto()
    CHOICE = auto()
    ONE = auto()
    """A reference: the key of another record, or none."""
    SOME = auto()
    """Several of them."""
    WEEKDAYS = auto()
    PART = auto()
    """A part of the record, or none."""
    PARTS = auto()
    """A list of parts, one a row."""
    PICTURES = auto()
    """Pages that came as a file: looked at and taken away, not typed. Their filling is their hashes."""


@dataclass(frozen=True, slots=True)
class Input:
    """One field of a record or of a part: its name there, its Chinese word, how it is typed.

    `kind` is what a reference points at, `choices` are the values of a closed list, `part` the class of a part and
    `parts` its inputs.
    """

    name: str
    word: str
    look: Look
    required: bool = False
    kind: Kind = ""
    choices: type[Enum] | None = None
    part: type | None = None
    parts: tuple["Input", ...] = ()


POINTS_AT: dict[str, Kind] = {
    "category": "category",
    "in_charge_of": "office",
    "liaison_for": "office",
    "office": "office",
    "parent": "office",
    "person": "person",
    "powers": "power",
    "room": "room",
    "seat_head": "person",
    "seat_office": "office",
}
"""What a field of this name points at, in whichever record; `data.records.reference` follows the same fields."""

_LONG = frozenset(
    {
        "accountability",
        "answer",
        "basis",
        "complaint",
        "conditions",
        "description",
        "description_en",
        "duties",
        "explanation",
        "explanation_en",
        "leads",
        "leads_en",
        "measure",
        "notes",
        "purpose",
        "remark",
        "result",
        "standard",
        "summary",
        "summary_en",
        "text",
        "text_en",
    }
)
"""Fields in which staff write sentences."""


@cache
def inputs_of(kind: Kind) -> tuple[Input, ...]:
    """The inputs of a kind of record, its key first."""
    record_type = RECORD_TYPES[kind]
    found = _inputs(record_type)
    if any(one.name == "key" for one in found):
        return found
    return (Input("key", word_of(record_type, "key"), Look.LINE), *found)


def _inputs(owner: type) -> tuple[Input, ...]:
    hints = get_type_hints(owner)
    return tuple(_described(owner, field, hints[field.name]) for field in _fields(owner) if _typed(hints[field.name]))


def _fields(owner: type) -> Iterator["Field[object]"]:
    yield from fields(owner)


def _typed(hint: object) -> bool:
    """Whether staff type such a value: drawings come as files."""
    return Drawing not in get_args(hint)


def _described(owner: type, field: "Field[object]", hint: object) -> Input:
    name, word = field.name, word_of(owner, field.name)
    required = field.default is MISSING and hint is not bool
    inner, several, _ = _parts_of(hint)
    if inner is Picture:
        return Input(name, word, Look.PICTURES)
    if is_dataclass(inner):
        look = Look.PARTS if several else Look.PART
        return Input(name, word, look, part=cast("type", inner), parts=_inputs(cast("type", inner)))
    if name in POINTS_AT and inner is str:
        return Input(name, word, Look.SOME if several else Look.ONE, required, POINTS_AT[name])
    if isinstance(inner, type) and issubclass(inner, Enum):
        return Input(name, word, Look.CHOICE, required, choices=inner)
    if several:
        return Input(name, word, Look.WEEKDAYS if inner is int else Look.LINES)
    return Input(name, word, _plain_look(name, inner), required)


def _plain_look(name: str, inner: object) -> Look:
    if inner is str:
        return Look.TEXT if name in _LONG else Look.LINE
    return {int: Look.NUMBER, bool: Look.YES, date: Look.DAY, datetime: Look.INSTANT}[cast("type", inner)]


def _parts_of(hint: object) -> tuple[object, bool, bool]:
    """The type inside, whether there are several, whether there may be none."""
    if isinstance(hint, types.UnionType):
        inner = next(choice for choice in get_args(hint) if choice is not type(None))
        return inner, False, True
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True, False
    return hint, False, False
