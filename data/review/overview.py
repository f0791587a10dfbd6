"""Submissions as a person reads them: who, when, and each change by its title or field by field."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from data.records.kinds import Kind, Record
from data.review.rows import ChangeRow, SubmissionRow
from data.review.submissions import changes_of, waiting
from data.store.content import stored_records
from data.store.difference import Difference, difference_between
from data.store.refusal import Refused
from data.store.words import title_of

_WORDS = {"added": "新增", "changed": "修改", "removed": "删除"}


@dataclass(frozen=True, slots=True)
class Line:
    """One change: `change` is added, changed or removed."""

    kind: Kind
    key: str
    title: str
    change: str

    @property
    def what(self) -> str:
        """The change in a word of Chinese."""
        return _WORDS[self.change]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission that nobody has decided."""

    id: int
    submitted_by: str
    at: datetime
    note: str
    changes: tuple[Line, ...]


def waiting_submissions(session: Session) -> tuple[Waiting, ...]:
    """Every submission that waits, oldest first."""
    return tuple(_waiting(session, submission) for submission in waiting(session))


def submission_difference(session: Session, submission_id: int) -> Difference:
    """A submission's records before and after. Refused where there is no such submission."""
    if session.get(SubmissionRow, submission_id) is None:
        raise Refused(f"没有编号为 {submission_id} 的提交")
    changes = changes_of(session, submission_id)
    records = _records(session, changes)
    before = {(one.kind, one.key): records[one.before] for one in changes if one.before}
    after = {(one.kind, one.key): records[one.after] for one in changes if one.after}
    return difference_between(before, after)


def _waiting(session: Session, submission: SubmissionRow) -> Waiting:
    changes = changes_of(session, submission.id)
    records = _records(session, changes)
    lines = tuple(_line(change, records) for change in changes)
    return Waiting(submission.id, submission.submitted_by, submission.at, submission.note, lines)


def _line(change: ChangeRow, records: dict[str, Record]) -> Line:
    title = title_of(records[change.after or change.before or ""])
    if change.before is None:
        return Line(change.kind, change.key, title, "added")
    return Line(change.kind, change.key, title, "changed" if change.after else "removed")


def _records(session: Session, changes: tuple[ChangeRow, ...]) -> dict[str, Record]:
    return stored_records(session, [hash_ for one in changes for hash_ in (one.before, one.after) if hash_])
