"""What stands: all that an edition's builder reads."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.records.kinds import Kind
from data.review.rows import StandingRow, WithdrawalRow
from data.store.content import ContentRow, chunks
from data.store.history import history_head

__all__ = ["Standing", "content_by_hash", "history_head", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One record that stands, as its immutable bytes."""

    kind: Kind
    key: str
    hash: str
    form: str
    body: bytes


def standing(session: Session) -> tuple[Standing, ...]:
    """Everything that stands and was not withdrawn, ordered by kind and key (by code point)."""
    withdrawn = select(WithdrawalRow.hash)
    statement = (
        select(StandingRow.kind, StandingRow.key, StandingRow.hash, ContentRow.form, ContentRow.body)
        .join(ContentRow, ContentRow.hash == StandingRow.hash)
        .where(StandingRow.hash.not_in(withdrawn))
    )
    found = (Standing(*row) for row in session.execute(statement))
    return tuple(sorted(found, key=lambda one: (one.kind, one.key)))


def content_by_hash(session: Session, hashes: set[str]) -> dict[str, tuple[str, bytes]]:
    """Form and body of stored content, for those of `hashes` that exist and were not withdrawn."""
    withdrawn = select(WithdrawalRow.hash)
    found: dict[str, tuple[str, bytes]] = {}
    for chunk in chunks(sorted(hashes)):
        statement = select(ContentRow.hash, ContentRow.form, ContentRow.body).where(
            ContentRow.hash.in_(chunk), ContentRow.hash.not_in(withdrawn)
        )
        found.update({row.hash: (row.form, row.body) for row in session.execute(statement)})
    return found
