"""A small office at work: who edits, submits and approves, in a word each."""

from datetime import UTC, datetime, timedelta
from itertools import count

from data.records import Office, Record
from data.review.decisions import approve
from data.review.submissions import submit
from data.store.act import Act
from data.store.changes import Change, change, put
from data.store.database import Store

_TICKS = count()


def act(by: str) -> Act:
    """An act of `by`, a second after the one before."""
    return Act(by, datetime(2026, 11, 23, 1, tzinfo=UTC) + timedelta(seconds=next(_TICKS)))


BGS = Office("bgs", "办公室", duties=("负责文电、会务、机要",))
KJC = Office("kjc", "会计处", duties=("管理全省会计工作",))


class Desk:
    """What people do, in a word each."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def edit(self, *records: Record) -> None:
        with self.store.writing() as session:
            change(session, act("张"), [put(record) for record in records])

    def remove(self, kind: str, key: str) -> None:
        with self.store.writing() as session:
            change(session, act("张"), [Change(kind, key, None)])

    def submit(self, by: str = "张") -> int:
        with self.store.writing() as session:
            return submit(session, act(by)).id

    def approve(self, submission: int, by: str = "李", only: tuple[tuple[str, str], ...] = ()) -> int | None:
        with self.store.writing() as session:
            return approve(session, act(by), submission, only).rest

    def stand(self, *records: Record) -> None:
        """Edit, submit and approve at once."""
        self.edit(*records)
        self.approve(self.submit())
