"""The tables of approval. What may not happen here is refused by the database itself, not only by this program.

    content ◀── change ──▶ submission ◀── decision          decision names the submission's submitter and digest again,
       ▲                                     ▲              so that CHECK (decided_by <> submitted_by) cannot be cheated
       └────────────── standing ─────────────┘              standing names a change of an approved submission

Triggers (data/store/migrations) refuse every update and delete of content, submission, change, decision, withdrawal and
history, and any standing whose `before` is not what stood.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Choice, Hash, Key, Kind, Name, Number
from data.store.content import ContentRow
from data.store.users import UserRow


class Verdict(StrEnum):
    """How a submission ended."""

    APPROVED = "approved"
    REJECTED = "rejected"
    SPLIT = "split"
    """Decided in parts: its changes went on in submissions of their own."""


class SubmissionRow(Base):
    """One import or one sitting of edits, put before a second person. `digest` covers its changes."""

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("id", "submitted_by", "digest"),)

    id: Mapped[Number] = mapped_column(primary_key=True)
    submitted_by: Mapped[Name] = mapped_column(ForeignKey(UserRow.name))
    digest: Mapped[Hash]
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")
    split_from: Mapped[Number | None] = mapped_column(ForeignKey("submission.id"))


class ChangeRow(Base):
    """One record's change: from what stood when it was submitted to what shall stand; None is nothing."""

    __tablename__ = "change"
    __table_args__ = (
        UniqueConstraint("submission_id", "kind", "key", "after"),
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something"),
        CheckConstraint("before IS NULL OR after IS NULL OR before <> after", name="differs"),
    )

    submission_id: Mapped[Number] = mapped_column(ForeignKey(SubmissionRow.id), primary_key=True)
    kind: Mapped[Kind] = mapped_column(primary_key=True)
    key: Mapped[Key] = mapped_column(primary_key=True)
    before: Mapped[Hash | None] = mapped_column(ForeignKey(ContentRow.hash))
    after: Mapped[Hash | None] = mapped_column(ForeignKey(ContentRow.hash))


class DecisionRow(Base):
    """The one decision on a submission, by somebody else."""

    __tablename__ = "decision"
    __table_args__ = (
        ForeignKeyConstraint(
            ["submission_id", "submitted_by", "digest"],
            ["submission.id", "submission.submitted_by", "submission.digest"],
        ),
        UniqueConstraint("submission_id", "verdict"),
        CheckConstraint("decided_by <> submitted_by", name="four_eyes"),
        CheckConstraint("verdict IN ('approved', 'rejected', 'split')", name="verdict"),
        CheckConstraint("verdict <> 'rejected' OR reason <> ''", name="reason"),
    )

    submission_id: Mapped[Number] = mapped_column(primary_key=True, autoincrement=False)
    submitted_by: Mapped[Name]
    digest: Mapped[Hash]
    decided_by: Mapped[Name] = mapped_column(ForeignKey(UserRow.name))
    verdict: Mapped[Verdict] = mapped_column(Choice(Verdict))
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class StandingRow(Base):
    """What has been approved of one record: all that a builder reads."""

    __tablename__ = "standing"
    __table_args__ = (
        ForeignKeyConstraint(["submission_id", "verdict"], ["decision.submission_id", "decision.verdict"]),
        ForeignKeyConstraint(
            ["submission_id", "kind", "key", "hash"],
            ["change.submission_id", "change.kind", "change.key", "change.after"],
        ),
        CheckConstraint("verdict = 'approved'", name="approved"),
    )

    kind: Mapped[Kind] = mapped_column(primary_key=True)
    key: Mapped[Key] = mapped_column(primary_key=True)
    hash: Mapped[Hash] = mapped_column(ForeignKey(ContentRow.hash))
    submission_id: Mapped[Number]
    verdict: Mapped[Verdict] = mapped_column(Choice(Verdict), default=Verdict.APPROVED)


class WithdrawalRow(Base):
    """Content taken back by one person: no later edition has it."""

    __tablename__ = "withdrawal"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)

    hash: Mapped[Hash] = mapped_column(ForeignKey(ContentRow.hash), primary_key=True)
    by: Mapped[Name] = mapped_column(ForeignKey(UserRow.name))
    at: Mapped[datetime]
    reason: Mapped[str]
