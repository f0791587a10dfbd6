"""Signing in and out."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data.desk.bootstrap import Desk
from data.desk.sampling import EDITOR, PASSWORD, PUBLISHER, REVIEWER, is_sample, is_sample_user
from data.desk.web.language import phrase
from data.desk.web.pages import page as rendered
from data.desk.web.visit import ANYBODY, COOKIE, Form, Visit, action, form_of, frame, refuse_foreign, safe_next
from data.store.act import Act
from data.store.passwords import fits
from data.store.refusal import Refused
from data.store.signing_in import LONGEST, begin_try, fail, sign_in, sign_out


def show(request: Request) -> Response:
    """The form for name and password."""
    return _form(request.app.state.desk, request.query_params.get("next", "/"), "")


async def enter(request: Request) -> Response:
    """Sign in with what the form says, under a new token: one that was planted before is worth nothing."""
    refuse_foreign(request)
    async with form_of(request) as form:
        return await run_in_threadpool(_enter, request, form)


def _enter(request: Request, form: Form) -> Response:
    desk: Desk = request.app.state.desk
    target = safe_next(form.text("next"))
    try:
        token = _checked(desk, form.text("name").strip(), form.text("password"), _address(request))
    except Refused as refusal:
        return _form(desk, target, str(refusal), 403)
    answer = RedirectResponse(target, 303)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


def _checked(desk: Desk, name: str, password: str, address: str) -> str:
    """A new session's token. Refused where name and password do not belong together, or a delay lasts."""
    with desk.writing() as session:
        kept = begin_try(session, name, desk.now())
        allowed = is_sample(session) or not is_sample_user(name)
    right = fits(kept, password) and allowed
    with desk.writing() as session:
        if right:
            return sign_in(session, Act(name, desk.now()), address)
        fail(session, Act(name, desk.now()), address)
    raise Refused("用户名或密码不对")


@action(*ANYBODY)
async def leave(visit: Visit, _: Form) -> Response:
    """Sign out."""
    await run_in_threadpool(_end, visit)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _end(visit: Visit) -> None:
    with visit.desk.writing() as session:
        sign_out(session, visit.act, visit.token)


def _form(desk: Desk, target: str, problem: str, code: int = 200) -> Response:
    around = frame(desk, None)
    names = f"{EDITOR}、{REVIEWER}、{PUBLISHER}"
    hint = phrase("示例用户：%(names)s，密码 %(password)s", names=names, password=PASSWORD) if around["sample"] else ""
    values: dict[str, object] = {**around, "next": safe_next(target), "problem": problem, "hint": hint}
    return rendered("sign_in.html", values, code)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
