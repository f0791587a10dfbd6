"""Records to rows and back. Field names decide: a field is a column, a composite, or a list with rows of its own."""

from dataclasses import fields
from typing import TypeVar, cast

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper

from data.records.kinds import Record
from data.store.draft import DraftRow, ListedRow

_Row = TypeVar("_Row", bound=DraftRow | ListedRow)


def fill(row: DraftRow, record: Record) -> None:
    """Put a record's every field into its row."""
    row.key = record.key
    _fill_fields(row, record)


def record_of(row: DraftRow) -> Record:
    """The record in a row."""
    return cast("Record", _part_of(row))


def _fill_fields(row: DraftRow | ListedRow, part: object) -> None:
    lists = _mapper(type(row)).relationships
    for field in fields(part):  # type: ignore[arg-type]  # every part is a dataclass; `object` cannot say so
        value = getattr(part, field.name)
        if field.name in lists:
            value = _rows_of(lists[field.name].mapper.class_, value)
        setattr(row, field.name, value)


def _rows_of(row_type: type[ListedRow], members: tuple[object, ...]) -> list[ListedRow]:
    return [_row_of(row_type, ordinal, member) for ordinal, member in enumerate(members)]


def _row_of(row_type: type[ListedRow], ordinal: int, member: object) -> ListedRow:
    row = row_type(ordinal=ordinal)
    if row_type.VALUE:
        setattr(row, row_type.VALUE, member)
    else:
        _fill_fields(row, member)
    return row


def _part_of(row: DraftRow | ListedRow) -> object:
    if isinstance(row, ListedRow) and row.VALUE:
        return cast("object", getattr(row, row.VALUE))
    lists = _mapper(type(row)).relationships
    values = {
        field.name: tuple(_part_of(child) for child in getattr(row, field.name))
        if field.name in lists
        else getattr(row, field.name)
        for field in fields(row.RECORD)
    }
    return cast("object", row.RECORD(**values))


def _mapper(row_type: type[_Row]) -> Mapper[_Row]:
    return cast("Mapper[_Row]", inspect(row_type))
