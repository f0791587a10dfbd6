"""Whether what is stored is what was decided: the chain of history, hashes of content, digests of submissions."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.records.canonical import content_hash
from data.review.digest import digest_of
from data.review.published import EditionRow
from data.review.rows import ChangeRow, SubmissionRow
from data.store.content import ContentRow
from data.store.history import HistoryRow, broken_links, history_head

__all__ = ["faults", "history_head"]


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
