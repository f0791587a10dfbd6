"""Publish: what would change in the lobby, now; back to an earlier edition; prepared notices on and off."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.publishing import Publishing, publish
from data.desk.status import unpublished
from data.desk.web.visit import READERS, Form, Visit, action, page
from data.edition.manifest import Adopt
from data.records.canonical import record_from
from data.records.kinds import Kind
from data.review.editions import editions
from data.review.published import Publication
from data.review.standing import standing
from data.review.switches import prepared_notices, switch_off, switch_on, switched_on
from data.review.withdrawals import MAY_HIDE
from data.store.database import Session
from data.store.roles import Role
from data.store.words import title_of

WHAT_WORDS = {
    Publication.PUBLISH: "发布",
    Publication.ROLLBACK: "退回",
    Publication.WITHDRAW: "撤下",
    Publication.NOTICE: "通知",
}
_SHOWN = 15


@page(*READERS)
def show(visit: Visit) -> Response:
    """What stands and is not in the lobby, the last editions, the prepared notices."""
    with visit.desk.reading() as session:
        values: dict[str, object] = {
            "changes": _titled(session),
            "editions": [(row, WHAT_WORDS[row.what]) for row in editions(session, _SHOWN)],
            "notices": prepared_notices(session),
            "on": switched_on(session),
            "publishing": visit.may(Role.PUBLISHER),
            "switching": visit.may(*MAY_HIDE),
            "said": _said(visit),
        }
        return visit.page("publish.html", values)


def _titled(session: Session) -> list[tuple[Kind, str, str]]:
    """Kind, key and title of what the next edition changes; the title of what goes is its key."""
    now = {(one.kind, one.key): one for one in standing(session)}
    found = []
    for place in unpublished(session):
        one = now.get(place)
        found.append((*place, title_of(record_from(one.form, one.body)) if one else place[1]))
    return found


@action(Role.PUBLISHER)
async def publish_now(visit: Visit, form: Form) -> Response:
    """Publish what stands."""
    adopt = Adopt.NOW if form.text("adopt") == "now" else Adopt.AT_REST
    return await _publish(visit, Publishing(visit.visitor.name, adopt=adopt))


@action(Role.PUBLISHER)
async def roll_back(visit: Visit, form: Form) -> Response:
    """Publish the content of an earlier edition again."""
    asked = Publishing(visit.visitor.name, Publication.ROLLBACK, Adopt.NOW, form.number("number"))
    return await _publish(visit, asked)


@action(*MAY_HIDE)
async def switch(visit: Visit, form: Form) -> Response:
    """Show or end a prepared notice."""
    await run_in_threadpool(_switch, visit, form)
    return await _publish(visit, Publishing(visit.visitor.name, Publication.NOTICE, Adopt.NOW))


def _switch(visit: Visit, form: Form) -> None:
    turn = switch_on if form.text("turn") == "on" else switch_off
    with visit.desk.writing() as session:
        turn(session, visit.act, form.text("key"))


async def _publish(visit: Visit, asked: Publishing) -> Response:
    published = await run_in_threadpool(publish, visit.desk, asked)
    return RedirectResponse(f"/publish?number={published.manifest.number}", 303)


def _said(visit: Visit) -> str:
    number = visit.request.query_params.get("number", "")
    return f"已发布第 {number} 期" if number.isdigit() else ""
