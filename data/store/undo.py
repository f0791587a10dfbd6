"""Taking an import back: every draft it changed becomes what it was, if nobody changed it since."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.store.act import Act
from data.store.changes import Change, change
from data.store.content import stored_records
from data.store.drafts import draft_hashes
from data.store.history import take_turn
from data.store.imports import DraftChangeRow, ImportRow
from data.store.refusal import Refused, Stale
from data.store.words import KIND_WORDS


def imports_of(session: Session, by: str, limit: int = 20) -> tuple[ImportRow, ...]:
    """The newest imports of a user, newest first."""
    statement = select(ImportRow).where(ImportRow.by == by).order_by(ImportRow.id.desc()).limit(limit)
    return tuple(session.scalars(statement))


def undo(session: Session, act: Act, import_id: int) -> int:
    """Take back the import `import_id` of `act.by`; how many drafts are as before.

    Refused where it is somebody else's or changed nothing; Stale, naming one, where a draft was changed since.
    """
    take_turn(session)
    row = session.get(ImportRow, import_id)
    if row is None or row.by != act.by:
        raise Refused("只能撤销自己的导入")
    changes = session.scalars(select(DraftChangeRow).where(DraftChangeRow.import_id == import_id)).all()
    if not changes:
        raise Refused("这次导入没有改动，不用撤销")
    hashes = {kind: draft_hashes(session, kind) for kind in {one.kind for one in changes}}
    for one in changes:
        if hashes[one.kind].get(one.key) != one.after:
            raise Stale(f"{KIND_WORDS[one.kind]} {one.key} 在导入之后又改过，不能撤销")
    before = stored_records(session, [one.before for one in changes if one.before])
    return change(
        session, act, [Change(one.kind, one.key, before[one.before] if one.before else None) for one in changes]
    )
