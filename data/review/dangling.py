"""Whether anything left standing points at something missing."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.records.kinds import Kind, Record, kind_of
from data.records.reference import Reference, references
from data.review.rows import ChangeRow, StandingRow
from data.review.submissions import Place
from data.store.content import stored_records
from data.store.words import KIND_WORDS, spoken

_POINTED_AT: frozenset[Kind] = frozenset({"office", "person", "category", "power", "building", "room"})


def dangling(session: Session, changes: Sequence[ChangeRow]) -> list[str]:
    """What points at nothing now that `changes` stand, one Chinese line each, in the order of kinds and keys."""
    stand = {(row.kind, row.key): row.hash for row in session.scalars(select(StandingRow))}
    changed = stored_records(session, [change.after for change in changes if change.after])
    return sorted({*_missing(changed.values(), stand), *_orphaned(session, changes, stand)})


def _missing(records: Iterable[Record], stand: dict[Place, str]) -> Iterator[str]:
    for record in records:
        for reference in references(record):
            if (reference.kind, reference.key) not in stand:
                yield _line(record, reference)


def _orphaned(session: Session, changes: Sequence[ChangeRow], stand: dict[Place, str]) -> Iterator[str]:
    gone = {(change.kind, change.key) for change in changes if change.after is None and change.kind in _POINTED_AT}
    if not gone:
        return
    for record in stored_records(session, stand.values()).values():
        for reference in references(record):
            if (reference.kind, reference.key) in gone:
                yield _line(record, reference)


def _line(record: Record, reference: Reference) -> str:
    target = f"{KIND_WORDS[reference.kind]} {reference.key}"
    return f"{spoken(record, kind_of(record))}的{reference.place}指向{target}，但那里没有已批准的内容"
