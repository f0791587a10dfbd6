"""Signing in and out."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data.desk.bootstrap import Desk
from data.desk.sampling import EDITOR, PASSWORD, PUBLISHER, REVIEWER, is_sample, is_sample_user
from data.desk.web.language import phrase
from data.desk.web.pages import page as rendered
from data.desk.web.proxies import named_by_proxy
from data.desk.web.visit import ANYBODY, COOKIE, Form, Visit, action, form_of, frame, landing, refuse_foreign, safe_next
from data.store.accounts import require
from data.store.act import Act
from data.store.passwords import fits
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.signing_in import LONGEST, begin_try, fail, sign_in, sign_out, visitor

ELSEWHERE = "这里用单位的统一登录，请从统一登录的地址进入"


def show(request: Request) -> Response:
    """The form for name and password; whom a trusted proxy has signed in goes on at once."""
    desk: Desk = request.app.state.desk
    target = request.query_params.get("next", "/")
    if desk.settings.access.login_header:
        token = _vouched(desk, named_by_proxy(request), address_of(request))
        return entered(request, _landing(desk, token, safe_next(target)), token)
    return _form(desk, target, "")


async def enter(request: Request) -> Response:
    """Sign in with what the form says, under a new token: one that was planted before is worth nothing."""
    refuse_foreign(request)
    async with form_of(request) as form:
        return await run_in_threadpool(_enter, request, form)


def _enter(request: Request, form: Form) -> Response:
    desk: Desk = request.app.state.desk
    if desk.settings.access.login_header:
        raise Refused(ELSEWHERE)
    target = safe_next(form.text("next"))
    try:
        token = _checked(desk, form.text("name").strip(), form.text("password"), address_of(request))
    except Refused as refusal:
        return _form(desk, target, str(refusal), 403)
    return entered(request, _landing(desk, token, target), token)


def entered(request: Request, target: str, token: str) -> Response:
    """On to the page that was wanted, with the session's token."""
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


def _landing(desk: Desk, token: str, target: str) -> str:
    with desk.reading() as session:
        found = visitor(session, token, desk.now())
    return landing(found.roles if found else (), target)


def _vouched(desk: Desk, name: str, address: str) -> str:
    """A new session's token for whom a trusted proxy signed in. Refused where it names nobody who works here."""
    if not name:
        raise Refused(ELSEWHERE)
    act = Act(name, desk.now())
    with desk.writing() as session:
        try:
            require(session, name, *Role)
        except Refused as refusal:
            fail(session, act, f"{address} proxy")
            unknown = refusal
        else:
            return sign_in(session, act, f"{address} proxy")
    raise unknown


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
    answer = await run_in_threadpool(_left, visit.desk)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _left(desk: Desk) -> Response:
    """On to where the office's single sign-on is left, where the settings name that; else to the front page.

    A form of ours may lead to our own pages only (`form-action 'self'`), so the browser is sent on by a page.
    """
    address = desk.settings.access.sign_out
    if not address:
        return RedirectResponse("/", 303)
    answer = rendered("signed_out.html", {**frame(desk, None), "address": address})
    answer.headers["Refresh"] = f"0; url={address}"
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


def address_of(request: Request) -> str:
    """Where a request came from, for the history."""
    return request.client.host if request.client else ""
