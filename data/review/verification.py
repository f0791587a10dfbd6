"""Whether what is stored is what was decided: the chain of history, hashes of content, digests of submissions."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.records.canonical import content_hash
from data.review.history import HistoryRow, broken_links, history_head
from data.review.published import EditionRow
from data.review.rows import ChangeRow, ContentRow, SubmissionRow

__all__ = ["digest_of", "faults", "history_head"]


def digest_of(changes: Iterable[ChangeRow]) -> str:
    """What a submission's `digest` is: SHA-256 over the canonical JSON of its changes, ordered by kind and key."""
    listed = sorted(([change.kind, change.key, change.before, change.after] for change in changes), key=lambda c: c[:2])
    return sha256(json.dumps(listed, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def faults(session: Session) -> Iterator[str]:
    """Everything that does not fit, in Chinese, one line a fault; nothing when all is whole."""
    yield from broken_links(session)
    yield from _altered_content(session)
    yield from _altered_submissions(session)
    yield from _unknown_heads(session)


def _altered_content(session: Session) -> Iterator[str]:
    for row in session.scalars(select(ContentRow)):
        if content_hash(row.form, row.body) != row.hash:
            yield f"内容 {row.hash[:12]} 被改过"


def _altered_submissions(session: Session) -> Iterator[str]:
    for row in session.scalars(select(SubmissionRow).order_by(SubmissionRow.id)):
        changes = session.scalars(select(ChangeRow).where(ChangeRow.submission_id == row.id))
        if digest_of(changes) != row.digest:
            yield f"提交 {row.id} 的改动被动过"


def _unknown_heads(session: Session) -> Iterator[str]:
    known = select(HistoryRow.hash)
    statement = select(EditionRow.number).where(EditionRow.history != "", EditionRow.history.not_in(known))
    for number in session.scalars(statement.order_by(EditionRow.number)):
        yield f"第 {number} 版所记的历史链头不在历史里"
