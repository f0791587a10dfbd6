"""Who did what, as a chain: every entry's hash covers the one before, and the newest is in every manifest.

hash = SHA-256(previous hash, newline, canonical JSON of number, at, by, action, subject, detail)
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import CheckConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from data.store.act import Act
from data.store.base import Base, Hash, Name, Number, Word

GENESIS = "0" * 64
"""What the first entry follows."""


class HistoryRow(Base):
    """One entry. Written once, never changed, never deleted."""

    __tablename__ = "history"

    number: Mapped[Number] = mapped_column(primary_key=True, autoincrement=False)
    previous_hash: Mapped[Hash] = mapped_column(unique=True)
    hash: Mapped[Hash] = mapped_column(unique=True)
    at: Mapped[datetime]
    by: Mapped[Name]
    action: Mapped[Word]
    subject: Mapped[str]
    detail: Mapped[str]


class HistoryHeadRow(Base):
    """The one row that names the newest entry. Whoever writes takes it first, so writers follow each other."""

    __tablename__ = "history_head"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[Number]
    hash: Mapped[Hash]


def take_turn(session: Session) -> HistoryHeadRow:
    """Wait until no other writer is between reading and writing, and hold the store until this session ends."""
    session.execute(update(HistoryHeadRow).values(number=HistoryHeadRow.number))
    statement = select(HistoryHeadRow).execution_options(populate_existing=True)
    return session.scalars(statement).one()


def remember(session: Session, act: Act, action: str, subject: str, detail: str = "") -> HistoryRow:
    """Append an entry: `action` was done to `subject` (`submission/12`, `power/CW-01`); `detail` is free text."""
    head = take_turn(session)
    entry = HistoryRow(
        number=head.number + 1,
        previous_hash=head.hash,
        hash="",
        at=act.at.astimezone(UTC),
        by=act.by,
        action=action,
        subject=subject,
        detail=detail,
    )
    entry.hash = _hash(entry)
    session.add(entry)
    head.number, head.hash = entry.number, entry.hash
    session.flush()
    return entry


def history_head(session: Session) -> str:
    """The hash of the newest entry (64 hex digits), zeros before the first."""
    return session.scalars(select(HistoryHeadRow.hash)).one()


def newest_entries(session: Session, limit: int | None) -> tuple[HistoryRow, ...]:
    """The newest entries, newest first; all of them without a limit."""
    return tuple(session.scalars(select(HistoryRow).order_by(HistoryRow.number.desc()).limit(limit)))


def entries_after(session: Session, number: int, most: int) -> tuple[HistoryRow, ...]:
    """At most so many entries after that number, oldest first."""
    later = select(HistoryRow).where(HistoryRow.number > number).order_by(HistoryRow.number).limit(most)
    return tuple(session.scalars(later))


def broken_links(session: Session) -> Iterator[str]:
    """What is wrong with the chain, in Chinese, one line a fault; nothing when it is whole."""
    previous, number = GENESIS, 0
    for entry in session.scalars(select(HistoryRow).order_by(HistoryRow.number)):
        number += 1
        if entry.number != number:
            yield f"历史第 {number} 条缺失"
            number = entry.number
        if entry.previous_hash != previous:
            yield f"历史第 {number} 条与前一条不相接"
        if entry.hash != _hash(entry):
            yield f"历史第 {number} 条被改过"
        previous = entry.hash
    if history_head(session) != previous:
        yield f"历史末尾缺失（最后一条是第 {number} 条）"


def _hash(entry: HistoryRow) -> str:
    told = {
        "action": entry.action,
        "at": entry.at.astimezone(UTC).isoformat(),
        "by": entry.by,
        "detail": entry.detail,
        "number": entry.number,
        "subject": entry.subject,
    }
    body = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{entry.previous_hash}\n{body}".encode()).hexdigest()
