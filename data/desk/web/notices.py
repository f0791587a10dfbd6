"""Notices in the browser: a prepared one shown by one person, a free one put before a second, either ended by one."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.notices import Wish, end_notice, write_notice
from data.desk.publishing import Publishing
from data.desk.web.publish import instant_of, told
from data.desk.web.visit import Form, Visit, action
from data.edition.manifest import Adopt
from data.review.published import Publication
from data.review.switches import switch_on
from data.review.withdrawals import MAY_HIDE
from data.store.roles import Role


@action(*MAY_HIDE)
async def switch(visit: Visit, form: Form) -> Response:
    """Show a prepared notice, or end any."""
    await run_in_threadpool(_switch, visit, form)
    return await told(visit, Publishing(visit.visitor.name, Publication.NOTICE, Adopt.NOW))


@action(Role.EDITOR)
async def write(visit: Visit, form: Form) -> Response:
    """Put a notice in words of one's own before a second person."""
    return await run_in_threadpool(_write, visit, form)


def _switch(visit: Visit, form: Form) -> None:
    with visit.desk.writing() as session:
        if form.text("turn") == "on":
            switch_on(session, visit.act, form.text("key"))
        else:
            end_notice(session, visit.act, form.text("key"))


def _write(visit: Visit, form: Form) -> Response:
    wish = Wish(
        text=form.text("text"),
        urgent=form.text("urgency") == "urgent",
        starts=instant_of(visit, form.text("starts")),
        ends=instant_of(visit, form.text("ends")),
    )
    with visit.desk.writing() as session:
        _, number = write_notice(session, visit.desk, visit.act, wish)
    return RedirectResponse(f"/publish?said=submitted&number={number}", 303)
