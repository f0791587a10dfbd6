"""The one way a draft changes: importers and web forms alike hand their changes to `change`.

Every change is logged with the content before and after, so that an import can be undone and a history read.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import insert
from sqlalchemy.orm import Session

from data.records.canonical import Content
from data.records.kinds import Kind, Record, kind_of
from data.store.act import Act
from data.store.content import keep
from data.store.draft import DraftRow
from data.store.drafts import draft_rows
from data.store.history import take_turn
from data.store.imports import DraftChangeRow
from data.store.inserting import insert_drafts
from data.store.mapping import fill
from data.store.refusal import Refused, Stale
from data.store.storable import storable
from data.store.words import KIND_WORDS


@dataclass(frozen=True, slots=True)
class Change:
    """What shall be in a record's place: `record`, or nothing.

    `version` is the one the editor looked at (0: there was none). None asks for no particular one; only an import does
    that, since it compares with what is there in the same transaction.
    """

    kind: Kind
    key: str
    record: Record | None
    version: int | None = None


def put(record: Record, version: int | None = None) -> Change:
    """A change that puts `record` in its place."""
    return Change(kind_of(record), record.key, record, version)


def change(session: Session, act: Act, changes: Sequence[Change], import_id: int | None = None) -> int:
    """Write all changes, or none when one is refused. How many drafts are different now.

    Refused where a record cannot be stored or appears twice; Stale where somebody changed it since `version`.
    """
    take_turn(session)
    _refuse_twice(changes)
    contents = {(one.kind, one.key): storable(one.record) for one in changes if one.record}
    keep(session, contents.values())
    rows = _rows(session, changes)
    logged: list[dict[str, object]] = []
    new: list[tuple[Record, str]] = []
    for one in changes:
        place = (one.kind, one.key)
        row, content = rows.get(place), contents.get(place)
        _refuse_stale(one, row)
        before, after = row.hash if row else None, content.hash if content else None
        if before == after:
            continue
        if row is None:
            new.append((cast("Record", one.record), cast("str", after)))
        else:
            _write(session, act, row, one.record, content)
        named = {"kind": one.kind, "key": one.key, "by": act.by, "at": act.at}
        logged.append({**named, "import_id": import_id, "before": before, "after": after})
    session.flush()
    insert_drafts(session, act, new)
    if logged:
        session.execute(insert(DraftChangeRow), logged)
    return len(logged)


def _refuse_twice(changes: Sequence[Change]) -> None:
    seen: set[tuple[Kind, str]] = set()
    for one in changes:
        if (one.kind, one.key) in seen:
            raise Refused(f"{KIND_WORDS[one.kind]} {one.key} 出现了两次")
        seen.add((one.kind, one.key))


def _rows(session: Session, changes: Sequence[Change]) -> dict[tuple[Kind, str], DraftRow]:
    keys: defaultdict[Kind, list[str]] = defaultdict(list)
    for one in changes:
        keys[one.kind].append(one.key)
    return {(kind, key): row for kind in keys for key, row in draft_rows(session, kind, keys[kind]).items()}


def _write(session: Session, act: Act, row: DraftRow, record: Record | None, content: Content | None) -> None:
    """Let a draft that is there become another, or go."""
    if record is None or content is None:
        session.delete(row)
    else:
        fill(row, record)
        row.hash, row.changed_by, row.changed_at = content.hash, act.by, act.at


def _refuse_stale(one: Change, row: DraftRow | None) -> None:
    version = row.version if row else 0
    if one.version is not None and one.version != version:
        who = f"（{row.changed_by} 于 {row.changed_at:%Y-%m-%d %H:%M} UTC）" if row else "（已被删除）"
        raise Stale(f"{KIND_WORDS[one.kind]} {one.key} 刚被别人改过{who}，请重新打开再改")
