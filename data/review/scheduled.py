"""Publications asked for a time to come: what stands then goes to the lobby, in the name of whoever asked.

asked ─▶ begun ─▶ ended, with the edition it became or why it became none
   └───▶ cancelled

Whoever publishes what is due takes it first (`begin`), so that two programs never publish the same one.
"""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from data.review.published import EditionRow
from data.store.accounts import require
from data.store.act import Act
from data.store.base import Base, Name, Number
from data.store.history import remember, take_turn
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.users import UserRow

FARTHEST = timedelta(days=45)
"""As long as a lobby believes its clock after an edition."""
_GIVEN_UP_AFTER = timedelta(minutes=10)
"""One that was begun and never ended was begun by a program that is gone."""


class ScheduledRow(Base):
    """One publication to come, or how it went."""

    __tablename__ = "scheduled_publication"

    id: Mapped[Number] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    at_once: Mapped[bool]
    """Whether lobbies change over without waiting for nobody to touch."""
    asked_by: Mapped[Name] = mapped_column(ForeignKey(UserRow.name))
    asked_at: Mapped[datetime]
    cancelled_by: Mapped[Name | None] = mapped_column(ForeignKey(UserRow.name))
    begun_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    edition: Mapped[int | None] = mapped_column(ForeignKey(EditionRow.number))
    failure: Mapped[str] = mapped_column(default="")


def schedule(session: Session, act: Act, at: datetime, *, at_once: bool = False) -> ScheduledRow:
    """Ask for a publication at an instant. Refused for one that has passed, is too far, or is asked for already."""
    take_turn(session)
    require(session, act.by, Role.PUBLISHER)
    if at <= act.at:
        raise Refused("定时发布的时刻已经过去，请另选时刻，或现在发布")
    if at - act.at > FARTHEST:
        raise Refused(f"定时发布最多提前 {FARTHEST.days} 天")
    if any(row.at == at for row in pending(session)):
        raise Refused("这个时刻已经安排了一次发布")
    row = ScheduledRow(at=at, at_once=at_once, asked_by=act.by, asked_at=act.at)
    session.add(row)
    session.flush()
    remember(session, act, "schedule", f"scheduled/{row.id}", at.isoformat())
    return row


def cancel(session: Session, act: Act, number: int) -> ScheduledRow:
    """Take it back: hiding needs one person, and so does not showing. Refused where it is not waiting any more."""
    take_turn(session)
    require(session, act.by, Role.PUBLISHER)
    row = session.get(ScheduledRow, number)
    if row is None or row.ended_at or row.cancelled_by or row.begun_at:
        raise Refused("这次定时发布已经不在等待")
    row.cancelled_by = act.by
    remember(session, act, "schedule-cancel", f"scheduled/{number}")
    return row


def pending(session: Session) -> tuple[ScheduledRow, ...]:
    """Those still to come, soonest first."""
    waits = (ScheduledRow.ended_at.is_(None), ScheduledRow.cancelled_by.is_(None))
    return tuple(session.scalars(select(ScheduledRow).where(*waits).order_by(ScheduledRow.at, ScheduledRow.id)))


def failed_since(session: Session, since: datetime) -> tuple[ScheduledRow, ...]:
    """Those that came to nothing, newest first."""
    statement = select(ScheduledRow).where(ScheduledRow.failure != "", ScheduledRow.ended_at >= since)
    return tuple(session.scalars(statement.order_by(ScheduledRow.id.desc())))


def is_due(session: Session, now: datetime) -> bool:
    """Whether any waits whose time has come."""
    return any(row.at <= now for row in pending(session))


def begin(session: Session, now: datetime) -> ScheduledRow | None:
    """Take the first that is due, so that nobody else does; None where none is."""
    free = or_(ScheduledRow.begun_at.is_(None), ScheduledRow.begun_at < now - _GIVEN_UP_AFTER)
    waits = (ScheduledRow.ended_at.is_(None), ScheduledRow.cancelled_by.is_(None), ScheduledRow.at <= now, free)
    statement = select(ScheduledRow).where(*waits).order_by(ScheduledRow.at).limit(1)
    if session.scalars(statement).first() is None:
        return None
    take_turn(session)
    row = session.scalars(statement.execution_options(populate_existing=True)).first()
    if row is not None:
        row.begun_at = now
    return row


def end(session: Session, number: int, now: datetime, *, edition: int | None = None, failure: str = "") -> None:
    """Write down what came of it."""
    row = session.get_one(ScheduledRow, number)
    row.ended_at, row.edition, row.failure = now, edition, failure


def let_go(session: Session, number: int) -> None:
    """Give it back to be tried again."""
    session.get_one(ScheduledRow, number).begun_at = None
