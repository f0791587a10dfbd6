"""How many visitors the approval hall had: staff count them, one figure a day; the yearly report adds them up."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from data.store.accounts import require
from data.store.act import Act
from data.store.base import Base, Name
from data.store.history import remember, take_turn
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.users import UserRow

MOST = 100_000
"""More on one day is a slip of the pen."""


class VisitsRow(Base):
    """The visitors of one day, as whoever counted last says."""

    __tablename__ = "hall_visits"
    __table_args__ = (CheckConstraint("visitors >= 0", name="counted"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    visitors: Mapped[int]
    by: Mapped[Name] = mapped_column(ForeignKey(UserRow.name))
    at: Mapped[datetime]


def count_visitors(session: Session, act: Act, day: date, visitors: int, today: date) -> None:
    """Write down a day's figure, in place of an earlier one. Refused for a day to come and for what is no count."""
    take_turn(session)
    require(session, act.by, Role.EDITOR, Role.REVIEWER, Role.PUBLISHER)
    if day > today:
        raise Refused(f"{day} 还没有到，不能登记人数")
    if not 0 <= visitors <= MOST:
        raise Refused(f"人数应当是 0 到 {MOST} 的整数")
    row = session.get(VisitsRow, day)
    before = "" if row is None else f"{row.visitors} → "
    if row is None:
        row = VisitsRow(day=day)
        session.add(row)
    row.visitors, row.by, row.at = visitors, act.by, act.at
    remember(session, act, "hall-visits", f"hall/{day}", f"{before}{visitors}")


def visits_between(session: Session, first: date, last: date) -> dict[date, int]:
    """Day and figure of every day that was counted from `first` to `last`, both included."""
    statement = select(VisitsRow).where(VisitsRow.day >= first, VisitsRow.day <= last).order_by(VisitsRow.day)
    return {row.day: row.visitors for row in session.scalars(statement)}
