"""How a template is described: workbooks of sheets, sheets of columns, each with what staff may write in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from functools import cache
from typing import Generic, TypeVar

from data.importers.known import Known
from data.importers.text import folded
from data.records import Kind, Record

_REMARK = re.compile(r"\(.*\)$")
_Value = TypeVar("_Value")
_Record = TypeVar("_Record", bound=Record)

EXAMPLE = "示例"
"""What stands in the first cell of a row that readers pass over."""
GUIDE = "填写说明"
"""The sheet that explains the others; readers pass over it."""

Cell = str | int | date | datetime | None
"""What is written in a cell; several values of one cell are joined before."""

Row = Mapping[str, Cell]
"""A row to write: cell by the column's field."""


class Look(Enum):
    """How a cell is formatted. Text cells keep 0512 and 1-2 as they are typed."""

    TEXT = auto()
    LONG = auto()
    NUMBER = auto()
    DATE = auto()
    INSTANT = auto()


@dataclass(frozen=True, slots=True)
class Choices(Generic[_Value]):
    """The words a column admits, each with what it means; the first word for a meaning is the one written."""

    meanings: Mapping[str, _Value]
    synonyms: Mapping[str, _Value] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the drop-down."""
        return tuple(self.meanings)

    def word(self, value: _Value) -> str:
        """The word for a meaning; ValueError where there is none."""
        for word, meaning in self.meanings.items():
            if meaning == value:
                return word
        raise ValueError(f"no word for {value!r} among {', '.join(self.words)}")

    def meaning(self, word: str) -> _Value | None:
        """What a word means, with or without a remark in brackets behind it; None if it is none of ours."""
        spelled = {folded(known): meaning for known, meaning in {**self.synonyms, **self.meanings}.items()}
        plain = folded(word)
        return spelled.get(plain, spelled.get(_REMARK.sub("", plain)))


YES_NO: Choices[bool] = Choices(
    {"是": True, "否": False},
    {"√": True, "有": True, "对": True, "y": True, "yes": True, "true": True, "1": True}
    | {"×": False, "无": False, "n": False, "no": False, "false": False, "0": False, "不": False},
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header and the other headers it is known by, the record's field, and help for the writer.

    A `required` column must exist and be filled in every row that begins a record, but for one that `may_be_empty`.
    `refers` names the kind whose names may stand in it. An `owner` column says whose row it is; left empty, it is the
    owner of the row above.
    """

    header: str
    field: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: Kind = ""
    owner: bool = False
    may_be_empty: bool = False
    comment: str = ""
    example: Cell = ""
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet of a template; the first of a form must be there, the others may be left out.

    Where `gaps_continue`, a row that leaves every required column empty belongs to the record above, as if merged.
    """

    title: str
    columns: tuple[Column, ...]
    synonyms: tuple[str, ...] = ()
    gaps_continue: bool = False

    def column(self, name: str) -> Column:
        """The column that holds a field."""
        return _columns(self)[name]


@cache
def _columns(sheet: Sheet) -> Mapping[str, Column]:
    return {column.field: column for column in sheet.columns}


Written = tuple[str, Row]
"""A row to write, with the title of its sheet."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The template of a kind: its sheets, and how a record becomes rows of them."""

    kind: Kind
    title: str
    sheets: tuple[Sheet, ...]
    rows: Callable[[Record, Known], Iterator[Written]]


def layout(
    kind: Kind,
    title: str,
    record_type: type[_Record],
    sheets: tuple[Sheet, ...],
    rows: Callable[[_Record, Known], Iterator[Written]],
) -> Layout:
    """A layout whose `rows` refuses records of another type with ValueError."""

    def checked(record: Record, known: Known) -> Iterator[Written]:
        if not isinstance(record, record_type):
            raise ValueError(f"{type(record).__name__} in a template of kind {kind}")
        return rows(record, known)

    return Layout(kind, title, sheets, checked)


def lines(values: Sequence[str]) -> str:
    """Several texts in one cell, one a line."""
    return "\n".join(values)


def listed(known: Known, kind: Kind, keys: Sequence[str]) -> str:
    """Several references in one cell, parted by 、 or, where a name holds one itself, by lines."""
    names = [known.name(kind, key) for key in keys]
    return ("\n" if any("、" in name for name in names) else "、").join(names)
