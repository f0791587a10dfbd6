"""Putting drafts before a second person: what differs from what stands, as one numbered submission."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.records.kinds import KINDS, Kind
from data.review.digest import digest_of
from data.review.rows import ChangeRow, DecisionRow, StandingRow, SubmissionRow
from data.store.accounts import require
from data.store.act import Act
from data.store.drafts import draft_hashes
from data.store.history import remember, take_turn
from data.store.refusal import Refused
from data.store.roles import Role

Place = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Pending:
    """A difference between drafts and what stands, by content hash; None is nothing."""

    kind: Kind
    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which differences to submit: of these kinds and places; empty means all."""

    kinds: frozenset[Kind] = frozenset()
    places: frozenset[Place] = frozenset()

    def takes(self, one: Pending) -> bool:
        """Whether this difference is meant."""
        return (not self.kinds or one.kind in self.kinds) and (not self.places or (one.kind, one.key) in self.places)


EVERYTHING = Selection()


def differences(session: Session) -> tuple[Pending, ...]:
    """All that differs between drafts and what stands, by kind and key."""
    found: list[Pending] = []
    for kind in KINDS:
        drafts, stand = draft_hashes(session, kind), standing_hashes(session, kind)
        keys = sorted(key for key in drafts.keys() | stand.keys() if drafts.get(key) != stand.get(key))
        found += [Pending(kind, key, stand.get(key), drafts.get(key)) for key in keys]
    return tuple(found)


def standing_hashes(session: Session, kind: Kind) -> dict[str, str]:
    """Key and content hash of everything of a kind that stands, withdrawn or not."""
    found = session.execute(select(StandingRow.key, StandingRow.hash).where(StandingRow.kind == kind))
    return {key: hash_ for key, hash_ in found}  # noqa: C416 - a Row is a tuple only at run time


def waiting(session: Session) -> tuple[SubmissionRow, ...]:
    """The submissions that nobody has decided, oldest first."""
    decided = select(DecisionRow.submission_id)
    return tuple(
        session.scalars(select(SubmissionRow).where(SubmissionRow.id.not_in(decided)).order_by(SubmissionRow.id))
    )


def changes_of(session: Session, submission_id: int) -> tuple[ChangeRow, ...]:
    """The changes of a submission, by kind (as staff meet them) and key."""
    rows = session.scalars(select(ChangeRow).where(ChangeRow.submission_id == submission_id))
    return tuple(sorted(rows, key=lambda row: (KINDS.index(row.kind), row.key)))


def unsubmitted(session: Session) -> tuple[Pending, ...]:
    """The differences that no waiting submission carries."""
    carried = {
        (row.kind, row.key, row.before, row.after)
        for submission in waiting(session)
        for row in changes_of(session, submission.id)
    }
    return tuple(one for one in differences(session) if (one.kind, one.key, one.before, one.after) not in carried)


def submit(session: Session, act: Act, select: Selection = EVERYTHING, note: str = "") -> SubmissionRow:
    """Gather what differs and is not waiting already into one submission. Refused where there is nothing."""
    take_turn(session)
    require(session, act.by, Role.EDITOR)
    chosen = [one for one in unsubmitted(session) if select.takes(one)]
    if not chosen:
        raise Refused("没有需要提交的改动")
    changes = [ChangeRow(kind=one.kind, key=one.key, before=one.before, after=one.after) for one in chosen]
    submission = add_submission(session, act, changes, note)
    detail = f"{submission.digest} {len(changes)}"
    remember(session, act, "submit", f"submission/{submission.id}", detail)
    return submission


def add_submission(
    session: Session, act: Act, changes: Iterable[ChangeRow], note: str, split_from: int | None = None
) -> SubmissionRow:
    """Write a submission of `act.by` with its changes."""
    changes = tuple(changes)
    submission = SubmissionRow(
        submitted_by=act.by, digest=digest_of(changes), at=act.at, note=note, split_from=split_from
    )
    session.add(submission)
    session.flush()
    for change in changes:
        change.submission_id = submission.id
        session.add(change)
    session.flush()
    return submission
