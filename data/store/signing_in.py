"""Who is signed in at the web page: sessions that end, and a delay that grows with every wrong password.

The browser holds a random token; the store holds its SHA-256 only, so that a copy of the store opens no session.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ForeignKey, delete, or_
from sqlalchemy.orm import Mapped, Session, mapped_column

from data.store.accounts import known_user, refuse_last_administrator, roles_of
from data.store.act import Act
from data.store.base import Base, Hash, Name
from data.store.history import remember, take_turn
from data.store.passwords import hashed
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.users import UserRow

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
FREE_TRIES = 3
"""Wrong passwords before the delay begins."""
_CLOCK_SET_BACK = timedelta(minutes=1)
"""What is further ahead than this was written before somebody set the clock back: of a session nobody knows how old it
is, and nobody is kept out until then. Longer than a request waits for its turn, which it enters with its own time."""
FIRST_DELAY = timedelta(seconds=5)
LONGEST_DELAY = timedelta(minutes=15)
_STRANGERS = ""
"""The name under which tries with unknown names are counted together."""
_MOST_DOUBLINGS = 10


class SessionRow(Base):
    """A browser that is signed in. `csrf` must come back with every form it sends."""

    __tablename__ = "staff_session"

    token_hash: Mapped[Hash] = mapped_column(primary_key=True)
    name: Mapped[Name] = mapped_column(ForeignKey(UserRow.name), index=True)
    csrf: Mapped[Hash]
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class SignInRow(Base):
    """Wrong passwords in a row under one name, and when the last was tried."""

    __tablename__ = "staff_sign_in"

    name: Mapped[Name] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is signed in, with what every form of theirs must carry."""

    name: str
    roles: frozenset[Role]
    csrf: str
    seen_at: datetime


def begin_try(session: Session, name: str, now: datetime) -> str:
    """Count a try before the password is looked at, and give the hash to compare with (empty: nobody's).

    Counting first leaves nothing to gain from many tries at once. Refused while the delay lasts.
    """
    take_turn(session)
    user = session.get(UserRow, name)
    row = _tries(session, name if user else _STRANGERS, now)
    wait = _locked_until(row) - now
    if wait > timedelta(0) and row.last_at - now <= _CLOCK_SET_BACK:
        raise Refused(f"输错次数太多，请 {max(1, round(wait.total_seconds()))} 秒后再试")
    row.failures += 1
    row.last_at = now
    return user.password if user and user.active else ""


def fail(session: Session, act: Act, address: str) -> None:
    """Write down that the password was wrong. Strangers' tries are told under no name: it may be a password."""
    known = session.get(UserRow, act.by) is not None
    remember(session, Act(act.by if known else "?", act.at), "sign-in-failed", "desk", address)


def sign_in(session: Session, act: Act, address: str) -> str:
    """Begin a session for `act.by`, whose password was right: the token for the browser."""
    take_turn(session)
    _tries(session, act.by, act.at).failures = 0
    _forget_ended(session, act.at)
    token = secrets.token_urlsafe(32)
    session.add(
        SessionRow(token_hash=_hash(token), name=act.by, csrf=secrets.token_hex(32), started_at=act.at, seen_at=act.at)
    )
    remember(session, act, "sign-in", "desk", address)
    return token


def visitor(session: Session, token: str, now: datetime) -> Visitor | None:
    """Who holds this token; None where nobody does, the session has ended, or the user is no longer active."""
    row = session.get(SessionRow, _hash(token))
    if row is None or not -_CLOCK_SET_BACK <= now - row.seen_at <= IDLE or now - row.started_at > LONGEST:
        return None
    user = session.get_one(UserRow, row.name)
    return Visitor(user.name, frozenset(roles_of(user)), row.csrf, row.seen_at) if user.active else None


def seen(session: Session, token: str, now: datetime) -> None:
    """The browser was there: its idle time begins anew."""
    row = session.get(SessionRow, _hash(token))
    if row is not None:
        row.seen_at = now


def sign_out(session: Session, act: Act, token: str) -> None:
    """End a session."""
    session.execute(delete(SessionRow).where(SessionRow.token_hash == _hash(token)))
    remember(session, act, "sign-out", "desk")


def set_password(session: Session, act: Act, name: str, password: str) -> None:
    """Give a user a new password; whoever was signed in under the name is no longer. Refused by the rules."""
    user = known_user(session, name)
    user.password = hashed(name, password)
    end_sessions(session, name)
    _tries(session, name, act.at).failures = 0
    remember(session, act, "user-password", f"user/{name}")


def set_active(session: Session, act: Act, name: str, *, active: bool) -> None:
    """Let a user work, or no longer; their sessions end at once. Refused for the last administrator."""
    user = known_user(session, name)
    if not active and Role.ADMINISTRATOR in roles_of(user):
        refuse_last_administrator(session, user)
    user.active = active
    end_sessions(session, name)
    remember(session, act, "user-enable" if active else "user-disable", f"user/{name}")


def end_sessions(session: Session, name: str) -> None:
    """Sign a user out everywhere."""
    session.execute(delete(SessionRow).where(SessionRow.name == name))


def _tries(session: Session, name: str, now: datetime) -> SignInRow:
    row = session.get(SignInRow, name)
    if row is None:
        row = SignInRow(name=name, failures=0, last_at=now)
        session.add(row)
    return row


def _locked_until(row: SignInRow) -> datetime:
    over = row.failures - FREE_TRIES
    if over < 0:
        return row.last_at
    doublings: int = 2 ** min(over, _MOST_DOUBLINGS)
    return row.last_at + min(FIRST_DELAY * doublings, LONGEST_DELAY)


def _forget_ended(session: Session, now: datetime) -> None:
    ended = or_(SessionRow.seen_at < now - IDLE, SessionRow.started_at < now - LONGEST)
    session.execute(delete(SessionRow).where(ended))


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
