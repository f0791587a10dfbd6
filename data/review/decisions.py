"""The second person's word: approve, reject, or decide a part alone. Only approval changes what stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.review.dangling import dangling
from data.review.digest import digest_of
from data.review.letting import let_stand, refuse_stale, some_of
from data.review.rows import ChangeRow, DecisionRow, SubmissionRow, Verdict, WithdrawalRow
from data.review.submissions import Place, add_submission, changes_of
from data.store.accounts import require
from data.store.act import Act
from data.store.content import chunks
from data.store.history import remember, take_turn
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.words import KIND_WORDS

VERDICT_WORDS: dict[Verdict, str] = {Verdict.APPROVED: "批准", Verdict.REJECTED: "退回", Verdict.SPLIT: "分开审核"}


@dataclass(frozen=True, slots=True)
class Decided:
    """Which submission was decided, and which one carries what was left aside (None where nothing was)."""

    submission: int
    rest: int | None


def approve(session: Session, act: Act, submission_id: int, only: Collection[Place] = ()) -> Decided:
    """Let a submission stand, or of it only the changes at these places; the rest waits under a new number.

    Refused for one's own submission, for one decided already, for content that was withdrawn, and where something left
    standing would point at something missing. Stale where what stands is not what the submission was compared with.
    """
    decided = _narrowed(session, act, submission_id, only)
    submission = _undecided(session, act, decided.submission)
    changes = changes_of(session, submission.id)
    refuse_stale(session, changes)
    _refuse_withdrawn(session, changes)
    _decide(session, act, submission, Verdict.APPROVED)
    let_stand(session, changes)
    if faults := dangling(session, changes):
        raise Refused(f"批准后会有指向不存在内容的地方：{some_of(faults)}")
    return decided


def reject(session: Session, act: Act, submission_id: int, reason: str, only: Collection[Place] = ()) -> Decided:
    """Send a submission back with a reason, or only the changes at these places. Refused as in `approve`."""
    if not reason.strip():
        raise Refused("退回需要说明原因")
    decided = _narrowed(session, act, submission_id, only)
    _decide(session, act, _undecided(session, act, decided.submission), Verdict.REJECTED, reason.strip())
    return decided


def decision_on(session: Session, submission_id: int) -> DecisionRow | None:
    """The decision on a submission; None while it waits."""
    return session.get(DecisionRow, submission_id)


def newest_decisions(session: Session, limit: int) -> tuple[DecisionRow, ...]:
    """The newest decisions, newest first; a submission that was split is told by its parts."""
    statement = select(DecisionRow).where(DecisionRow.verdict != Verdict.SPLIT)
    return tuple(session.scalars(statement.order_by(DecisionRow.at.desc()).limit(limit)))


def _narrowed(session: Session, act: Act, submission_id: int, only: Collection[Place]) -> Decided:
    """The submission to decide: the one asked for, or a new one that carries only `only`."""
    submission = _undecided(session, act, submission_id)
    changes = changes_of(session, submission.id)
    chosen = [change for change in changes if (change.kind, change.key) in only]
    if missing := set(only) - {(change.kind, change.key) for change in chosen}:
        kind, key = min(missing)
        raise Refused(f"提交 {submission_id} 里没有{KIND_WORDS.get(kind, kind)} {key}")
    if not only or len(chosen) == len(changes):
        return Decided(submission_id, None)
    return _split(session, act, submission, chosen, [change for change in changes if change not in chosen])


def _split(
    session: Session, act: Act, submission: SubmissionRow, chosen: Sequence[ChangeRow], others: Sequence[ChangeRow]
) -> Decided:
    """Both parts stay the submitter's own, so that four eyes still count."""
    _decide(session, act, submission, Verdict.SPLIT)
    again = Act(submission.submitted_by, submission.at)
    parts = [
        add_submission(session, again, [_copy(change) for change in part], submission.note, submission.id)
        for part in (chosen, others)
    ]
    return Decided(parts[0].id, parts[1].id)


def _copy(change: ChangeRow) -> ChangeRow:
    return ChangeRow(kind=change.kind, key=change.key, before=change.before, after=change.after)


def _undecided(session: Session, act: Act, submission_id: int) -> SubmissionRow:
    """The submission, which `act.by` may decide."""
    take_turn(session)
    require(session, act.by, Role.REVIEWER)
    submission = session.get(SubmissionRow, submission_id)
    if submission is None:
        raise Refused(f"没有编号为 {submission_id} 的提交")
    if decision := session.get(DecisionRow, submission_id):
        raise Refused(f"提交 {submission_id} 已由“{decision.decided_by}”{VERDICT_WORDS[decision.verdict]}")
    if submission.submitted_by == act.by:
        raise Refused(f"提交 {submission_id} 是“{act.by}”自己提交的，须由另一人审核")
    if digest_of(changes_of(session, submission_id)) != submission.digest:
        raise Refused(f"提交 {submission_id} 的内容被改动过，不能审核；请运行 desk verify-history")
    return submission


def _decide(session: Session, act: Act, submission: SubmissionRow, verdict: Verdict, reason: str = "") -> None:
    session.add(
        DecisionRow(
            submission_id=submission.id,
            submitted_by=submission.submitted_by,
            digest=submission.digest,
            decided_by=act.by,
            verdict=verdict,
            reason=reason,
            at=act.at,
        )
    )
    session.flush()
    remember(session, act, verdict.value, f"submission/{submission.id}", f"{submission.digest} {reason}".strip())


def _refuse_withdrawn(session: Session, changes: Sequence[ChangeRow]) -> None:
    after = {change.after: change for change in changes if change.after}
    for chunk in chunks(sorted(after)):
        for row in session.scalars(select(WithdrawalRow).where(WithdrawalRow.hash.in_(chunk))):
            change = after[row.hash]
            what = f"{KIND_WORDS[change.kind]} {change.key}"
            raise Refused(f"{what} 的这份内容已由“{row.by}”撤下（{row.reason}），修改后才能再次批准")
