"""Prepared notices (停电, 闭馆): approved beforehand, shown and ended by one person."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.records.canonical import record_from
from data.records.notice import Notice
from data.review.published import NoticeSwitchRow
from data.review.rows import StandingRow, WithdrawalRow
from data.review.withdrawals import MAY_HIDE
from data.store.accounts import require
from data.store.act import Act
from data.store.content import ContentRow
from data.store.history import remember, take_turn
from data.store.refusal import Refused


def switched_on(session: Session) -> frozenset[str]:
    """Keys of the prepared notices that are on."""
    return frozenset(session.scalars(select(NoticeSwitchRow.key).where(NoticeSwitchRow.off_at.is_(None))))


def prepared_notices(session: Session) -> tuple[Notice, ...]:
    """The notices one person may show: approved, marked as prepared, not withdrawn; by key."""
    statement = (
        select(ContentRow.form, ContentRow.body)
        .join(StandingRow, StandingRow.hash == ContentRow.hash)
        .where(StandingRow.kind == "notice", StandingRow.hash.not_in(select(WithdrawalRow.hash)))
    )
    found = [record_from(form, body) for form, body in session.execute(statement)]
    notices = [notice for notice in found if isinstance(notice, Notice) and notice.prepared]
    return tuple(sorted(notices, key=lambda notice: notice.key))


def switch_on(session: Session, act: Act, key: str) -> NoticeSwitchRow:
    """Show a prepared notice from the next edition on. Refused where it is not on the list, or on already."""
    take_turn(session)
    require(session, act.by, *MAY_HIDE)
    if key not in {notice.key for notice in prepared_notices(session)}:
        raise Refused(f"预案通知里没有 {key}：先提交并批准一条标为“预案”的通知")
    if key in switched_on(session):
        raise Refused(f"通知 {key} 已经在显示")
    row = NoticeSwitchRow(key=key, on_by=act.by, on_at=act.at)
    session.add(row)
    remember(session, act, "notice-on", f"notice/{key}")
    return row


def switch_off(session: Session, act: Act, key: str) -> NoticeSwitchRow:
    """End it. Refused where it is not on."""
    take_turn(session)
    require(session, act.by, *MAY_HIDE)
    statement = select(NoticeSwitchRow).where(NoticeSwitchRow.key == key, NoticeSwitchRow.off_at.is_(None))
    row = session.scalars(statement).first()
    if row is None:
        raise Refused(f"通知 {key} 现在没有显示")
    row.off_by, row.off_at = act.by, act.at
    remember(session, act, "notice-off", f"notice/{key}")
    return row
