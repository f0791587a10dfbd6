"""Publish: what would change in the lobby, now or at a time; back to an earlier edition."""

from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.notices import written_notices
from data.desk.publishing import Publishing, publish
from data.desk.upcoming import next_difference
from data.desk.web.change import lines_of
from data.desk.web.language import phrase
from data.desk.web.signs import signs_of
from data.desk.web.visit import READERS, Form, Visit, action, page
from data.edition.lobby import Lobby
from data.edition.manifest import Adopt
from data.review.editions import editions, following
from data.review.published import Publication
from data.review.scheduled import cancel, failed_since, pending, schedule
from data.review.switches import prepared_notices, switched_on
from data.review.withdrawals import MAY_HIDE
from data.store.refusal import Refused
from data.store.roles import Role

WHAT_WORDS = {
    Publication.PUBLISH: "发布",
    Publication.ROLLBACK: "恢复",
    Publication.WITHDRAW: "撤下",
    Publication.NOTICE: "通知",
}
_SHOWN = 15
_SPELLED_OUT = 12
"""Changes shown with their words; the rest is counted."""
_FAILURES_FOR = timedelta(days=3)


@page(*READERS)
def show(visit: Visit) -> Response:
    """What stands and is not in the lobby, what is to be published later, the last editions, the notices."""
    desk, now = visit.desk, visit.desk.now()
    with desk.reading() as session:
        changes = next_difference(session).all()
        lines = lines_of(changes, signs_of(session, desk), desk.settings.zone)
        values: dict[str, object] = {
            "lines": lines[:_SPELLED_OUT],
            "more": len(lines) - _SPELLED_OUT,
            "count": len(lines),
            "number": following(session, Lobby(desk.home.editions).accepted).number,
            "coming": pending(session),
            "failures": failed_since(session, now - _FAILURES_FOR),
            "editions": [(row, WHAT_WORDS[row.what]) for row in editions(session, _SHOWN)],
            "prepared": prepared_notices(session),
            "on": switched_on(session),
            "written": written_notices(session, now),
            "publishing": visit.may(Role.PUBLISHER),
            "writing": visit.may(Role.EDITOR),
            "switching": visit.may(*MAY_HIDE),
            "soonest": visit.local(now + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M"),
            "said": _said(visit),
        }
        return visit.page("publish.html", values)


@action(Role.PUBLISHER)
async def publish_now(visit: Visit, form: Form) -> Response:
    """Publish what stands."""
    adopt = Adopt.NOW if form.text("adopt") == "now" else Adopt.AT_REST
    return await told(visit, Publishing(visit.visitor.name, adopt=adopt))


@action(Role.PUBLISHER)
async def publish_at(visit: Visit, form: Form) -> Response:
    """Ask for a publication at a time."""
    return await run_in_threadpool(_schedule, visit, form)


@action(Role.PUBLISHER)
async def cancel_coming(visit: Visit, form: Form) -> Response:
    """Take such a wish back."""
    return await run_in_threadpool(_cancel, visit, form.number("number"))


@action(Role.PUBLISHER)
async def roll_back(visit: Visit, form: Form) -> Response:
    """Publish the content of an earlier edition again."""
    asked = Publishing(visit.visitor.name, Publication.ROLLBACK, Adopt.NOW, form.number("number"))
    return await told(visit, asked)


async def told(visit: Visit, asked: Publishing) -> Response:
    """Publish, and say which number it got."""
    published = await run_in_threadpool(publish, visit.desk, asked)
    return RedirectResponse(f"/publish?number={published.manifest.number}", 303)


def _schedule(visit: Visit, form: Form) -> Response:
    at = instant_of(visit, form.text("at"))
    if at is None:
        raise Refused("请填写发布的日期和时刻")
    with visit.desk.writing() as session:
        schedule(session, visit.act, at, at_once=form.text("adopt") == "now")
    return RedirectResponse("/publish?said=scheduled", 303)


def _cancel(visit: Visit, number: int) -> Response:
    with visit.desk.writing() as session:
        cancel(session, visit.act, number)
    return RedirectResponse("/publish?said=cancelled", 303)


def instant_of(visit: Visit, text: str) -> datetime | None:
    """The instant that a field for day and time names, on the office's clock; None where it is empty."""
    if not text.strip():
        return None
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(f"“{text[:20]}”不是日期和时刻") from error
    return found if found.tzinfo else found.replace(tzinfo=visit.desk.settings.zone)


def _said(visit: Visit) -> str:
    asked = visit.request.query_params
    number = asked.get("number", "")
    if number.isdigit():
        if asked.get("said") == "submitted":
            return phrase("通知已提交，编号 %(number)s，另一人批准后显示", number=number)
        return phrase("已发布第 %(number)s 期", number=number)
    told = {"scheduled": phrase("已安排定时发布"), "cancelled": phrase("已取消定时发布")}
    return told.get(asked.get("said", ""), "")
