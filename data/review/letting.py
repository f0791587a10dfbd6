"""How approved changes come to stand: each must find what it was compared with, or nothing of the submission counts."""

from collections.abc import Sequence

from sqlalchemy import CursorResult, delete, insert, select, update
from sqlalchemy.orm import Session

from data.records.kinds import Kind
from data.review.rows import ChangeRow, StandingRow, Verdict
from data.store.refusal import Stale
from data.store.words import KIND_WORDS


def refuse_stale(session: Session, changes: Sequence[ChangeRow]) -> None:
    """Stale, naming them, where changes do not start from what stands now."""
    stand = {(row.kind, row.key): row for row in session.scalars(select(StandingRow))}
    stale = [change for change in changes if not _fits(change, stand.get((change.kind, change.key)))]
    if stale:
        named = some_of([_named(change.kind, change.key) for change in stale])
        raise Stale(f"提交之后，别人已经改了这些内容：{named}。请编辑重新提交")


def _fits(change: ChangeRow, stands: StandingRow | None) -> bool:
    if stands is None:
        return change.before is None
    return change.before == stands.hash and change.submission_id > stands.submission_id


def let_stand(session: Session, changes: Sequence[ChangeRow]) -> None:
    """Write what stands now. Stale where the database finds another start than the changes name."""
    new = [change for change in changes if change.before is None]
    if new:
        session.execute(insert(StandingRow), [_stands(change) for change in new])
    for change in changes:
        if change.before is not None:
            _replace(session, change, change.before)


def _stands(change: ChangeRow) -> dict[str, object]:
    return {
        "kind": change.kind,
        "key": change.key,
        "hash": change.after,
        "submission_id": change.submission_id,
        "verdict": Verdict.APPROVED,
    }


def _replace(session: Session, change: ChangeRow, before: str) -> None:
    """One row must be hit: the one that stands as the submission saw it."""
    here = (StandingRow.kind == change.kind, StandingRow.key == change.key, StandingRow.hash == before)
    statement = (
        delete(StandingRow).where(*here)
        if change.after is None
        else update(StandingRow).where(*here).values(hash=change.after, submission_id=change.submission_id)
    )
    result = session.execute(statement)
    if not isinstance(result, CursorResult) or result.rowcount != 1:
        raise Stale(f"{_named(change.kind, change.key)} 刚被别人改过，请编辑重新提交")


def _named(kind: Kind, key: str) -> str:
    return f"{KIND_WORDS[kind]} {key}"


def some_of(lines: Sequence[str], most: int = 5) -> str:
    """The first few of a list, and how many there are in all."""
    shown = "；".join(lines[:most])
    return shown if len(lines) <= most else f"{shown}……共 {len(lines)} 处"
