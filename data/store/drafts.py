"""Reading drafts: what staff have now, as hashes, rows or records."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.records.kinds import Kind, Record
from data.store.buildings import UnitRow
from data.store.content import chunks
from data.store.draft import DraftRow
from data.store.kinds import ROW_TYPES
from data.store.mapping import record_of


def draft_hashes(session: Session, kind: Kind) -> dict[str, str]:
    """Key and content hash of every draft of a kind, in the order of keys."""
    row_type = ROW_TYPES[kind]
    found = session.execute(select(row_type.key, row_type.hash))
    return dict(sorted((key, hash_) for key, hash_ in found))


def draft_rows(session: Session, kind: Kind, keys: Iterable[str]) -> dict[str, DraftRow]:
    """The rows of these drafts, for those that exist."""
    row_type = ROW_TYPES[kind]
    found: dict[str, DraftRow] = {}
    for chunk in chunks(sorted(set(keys))):
        found.update({row.key: row for row in session.scalars(select(row_type).where(row_type.key.in_(chunk)))})
    return found


def draft_records(session: Session, kind: Kind) -> tuple[Record, ...]:
    """Every draft of a kind as a record, in the order of keys."""
    rows = session.scalars(select(ROW_TYPES[kind]))
    return tuple(sorted((record_of(row) for row in rows), key=lambda record: record.key))


def drawn_numbers(session: Session) -> tuple[str, ...]:
    """The room numbers on the drafts of all floors, as they are drawn."""
    return tuple(session.scalars(select(UnitRow.number).where(UnitRow.number != "").distinct()))


def draft(session: Session, kind: Kind, key: str) -> tuple[Record, int] | None:
    """One draft and its version, or None."""
    row = session.get(ROW_TYPES[kind], key)
    return None if row is None else (record_of(row), row.version)
