"""New drafts written straight into their tables: a file of a thousand records has tens of thousands of rows.

What `mapping.fill` does for a draft that changes, without an object for every row. Field names decide here too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import cast

from sqlalchemy import Table, insert, inspect
from sqlalchemy.orm import Mapper, Session

from data.records.kinds import Kind, Record, kind_of
from data.store.act import Act
from data.store.draft import DraftRow, ListedRow
from data.store.kinds import ROW_TYPES

Values = dict[str, object]
_Writer = Callable[[Values, object], None]
"""Puts one field's value into the columns it has."""

_FIRST_VERSION = 1
"""Of a new draft; what SQLAlchemy's version counter begins with."""


def insert_drafts(session: Session, act: Act, drafts: Sequence[tuple[Record, str]]) -> None:
    """Write drafts that are not there yet, each with the hash of its content."""
    by_kind: defaultdict[Kind, list[tuple[Record, str]]] = defaultdict(list)
    for record, content_hash in drafts:
        by_kind[kind_of(record)].append((record, content_hash))
    for kind, members in by_kind.items():
        row_type = ROW_TYPES[kind]
        rows = [_head(act, record, content_hash) | _values(row_type, record) for record, content_hash in members]
        session.execute(insert(_table(row_type)), rows)
        _insert_lists(session, row_type, [(record.key, record) for record, _ in members])


def _head(act: Act, record: Record, content_hash: str) -> Values:
    return {
        "key": record.key,
        "version": _FIRST_VERSION,
        "hash": content_hash,
        "changed_by": act.by,
        "changed_at": act.at,
    }


def _insert_lists(
    session: Session, row_type: type[DraftRow | ListedRow], parts: Sequence[tuple[object, object]]
) -> None:
    """Write the lists of parts, each given with the key or number of its row, and the lists in their members."""
    for name, member_type in _lists(row_type).items():
        members = [(owner, *place) for owner, part in parts for place in enumerate(getattr(part, name))]
        if not members:
            continue
        table = _table(member_type)
        rows = [
            {"owner": owner, "ordinal": ordinal} | _member(member_type, member) for owner, ordinal, member in members
        ]
        if _lists(member_type):
            written = insert(table).returning(table.c.id, sort_by_parameter_order=True)
            numbers = session.execute(written, rows).scalars().all()
            inner = [(number, member) for number, (*_, member) in zip(numbers, members, strict=True)]
            _insert_lists(session, member_type, inner)
        else:
            session.execute(insert(table), rows)


def _member(row_type: type[ListedRow], member: object) -> Values:
    return {row_type.VALUE: member} if row_type.VALUE else _values(row_type, member)


def _values(row_type: type[DraftRow | ListedRow], part: object) -> Values:
    """What the columns of a row hold of a record or a part of one; its lists have rows of their own."""
    values: Values = {}
    for name, write in _writers(row_type):
        write(values, getattr(part, name))
    return values


@cache
def _writers(row_type: type[DraftRow | ListedRow]) -> tuple[tuple[str, _Writer], ...]:
    return tuple(_each_writer(row_type))


def _each_writer(row_type: type[DraftRow | ListedRow]) -> Iterator[tuple[str, _Writer]]:
    mapper, lists = _mapper(row_type), _lists(row_type)
    for field in fields(row_type.RECORD):
        if field.name in lists:
            continue
        if field.name in mapper.composites:
            columns = [column.name for column in mapper.composites[field.name].columns]
            yield field.name, _composite(columns)
        else:
            yield field.name, _plain(mapper.column_attrs[field.name].columns[0].name)


def _plain(column: str) -> _Writer:
    def write(values: Values, value: object) -> None:
        values[column] = value

    return write


def _composite(columns: Sequence[str]) -> _Writer:
    def write(values: Values, value: object) -> None:
        parts = (None,) * len(columns) if value is None else tuple(getattr(value, f.name) for f in fields(value))  # type: ignore[arg-type]  # composites are dataclasses
        values.update(zip(columns, parts, strict=True))

    return write


@cache
def _lists(row_type: type[DraftRow | ListedRow]) -> Mapping[str, type[ListedRow]]:
    relationships = _mapper(row_type).relationships
    return {relation.key: cast("type[ListedRow]", relation.mapper.class_) for relation in relationships}


@cache
def _mapper(row_type: type[DraftRow | ListedRow]) -> Mapper[DraftRow | ListedRow]:
    return cast("Mapper[DraftRow | ListedRow]", inspect(row_type))


def _table(row_type: type[DraftRow | ListedRow]) -> Table:
    return cast("Table", row_type.__table__)
