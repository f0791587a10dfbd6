"""Notices at the desk: written freely, which takes two people to show, and ended, which takes one."""

from dataclasses import dataclass
from datetime import datetime

from data.desk.bootstrap import Desk
from data.importers.privacy import in_text
from data.importers.problem import Level
from data.importers.secrecy import is_marked
from data.records.canonical import record_from
from data.records.notice import Notice, Urgency
from data.review.standing import standing
from data.review.submissions import Selection, submit
from data.review.switches import switch_off, switched_on
from data.review.withdrawals import withdraw
from data.store.act import Act
from data.store.changes import change, put
from data.store.database import Session
from data.store.refusal import Refused

LONGEST = 200
"""Characters; more is not read in passing."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A notice as somebody writes it; instants are aware, None is open at that end."""

    text: str
    urgent: bool
    starts: datetime | None = None
    ends: datetime | None = None


def write_notice(session: Session, desk: Desk, act: Act, wish: Wish) -> tuple[Notice, int]:
    """Put a notice before a second person: the notice and its submission's number. Refused for what may not show."""
    text = " ".join(wish.text.split())
    _refuse(text, wish)
    notice = Notice(
        key=f"n{act.at.astimezone(desk.settings.zone):%Y%m%d-%H%M%S}",
        text=text,
        urgency=Urgency.URGENT if wish.urgent else Urgency.STANDING,
        starts=wish.starts,
        ends=wish.ends,
    )
    change(session, act, [put(notice, 0)])
    submission = submit(session, act, Selection(places=frozenset({("notice", notice.key)})), note="通知")
    return notice, submission.id


def end_notice(session: Session, act: Act, key: str) -> None:
    """Switch a prepared notice off, or take back one that was written freely."""
    if key in switched_on(session):
        switch_off(session, act, key)
    else:
        withdraw(session, act, "notice", key, "结束显示")


def written_notices(session: Session, now: datetime) -> tuple[Notice, ...]:
    """The approved notices that were written freely and whose time is not over, by key."""
    records = (record_from(one.form, one.body) for one in standing(session) if one.kind == "notice")
    notices = [one for one in records if isinstance(one, Notice) and not one.prepared]
    return tuple(one for one in notices if one.ends is None or one.ends > now)


def _refuse(text: str, wish: Wish) -> None:
    if not text:
        raise Refused("通知没有内容")
    if len(text) > LONGEST:
        raise Refused(f"通知最多 {LONGEST} 个字")
    if wish.starts and wish.ends and wish.ends <= wish.starts:
        raise Refused("结束时刻早于开始时刻")
    if is_marked(text):
        raise Refused("这是密级或份号标志，不能公开展示")
    for problem in in_text("", text):
        if problem.level is Level.ERROR:
            raise Refused(problem.message)
