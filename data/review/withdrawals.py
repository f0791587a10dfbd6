"""Hiding at once: one person takes content back, and no later edition has it."""

from sqlalchemy.orm import Session

from data.records.kinds import Kind
from data.review.rows import StandingRow, WithdrawalRow
from data.store.accounts import require
from data.store.act import Act
from data.store.history import remember, take_turn
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.words import KIND_WORDS

MAY_HIDE = (Role.EDITOR, Role.REVIEWER, Role.PUBLISHER)


def withdraw(session: Session, act: Act, kind: Kind, key: str, reason: str) -> WithdrawalRow:
    """Take back what stands of a record. Refused without a reason, and where nothing stands or it was withdrawn."""
    take_turn(session)
    require(session, act.by, *MAY_HIDE)
    if not reason.strip():
        raise Refused("撤下需要说明原因")
    stands = session.get(StandingRow, (kind, key))
    if stands is None:
        raise Refused(f"没有已批准的{KIND_WORDS.get(kind, kind)} {key}")
    if earlier := session.get(WithdrawalRow, stands.hash):
        raise Refused(f"{KIND_WORDS[kind]} {key} 已由“{earlier.by}”撤下")
    row = WithdrawalRow(hash=stands.hash, by=act.by, at=act.at, reason=reason.strip())
    session.add(row)
    remember(session, act, "withdraw", f"{kind}/{key}", f"{stands.hash} {row.reason}")
    return row
