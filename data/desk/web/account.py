"""One's own account: one's roles, a new password, and signing out wherever one is signed in."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.sampling import is_sample_user
from data.desk.web.language import phrase
from data.desk.web.sign_in import address_of, entered
from data.desk.web.visit import ANYBODY, COOKIE, Form, Visit, action, page
from data.store.accounts import ROLE_WORDS
from data.store.act import Act
from data.store.passwords import LEAST, fits
from data.store.refusal import Refused
from data.store.signing_in import begin_try, end_sessions, fail, set_password, sign_in


@page(*ANYBODY)
def show(visit: Visit) -> Response:
    """The page."""
    words = [phrase(ROLE_WORDS[role]) for role in sorted(visit.visitor.roles)]
    proxied = bool(visit.desk.settings.access.login_header)
    return visit.page("account.html", {"role_words": words, "proxied": proxied, "least": LEAST})


@action(*ANYBODY)
async def change_password(visit: Visit, form: Form) -> Response:
    """Set a new password; every other browser of the same user is signed out."""
    if visit.desk.settings.access.login_header:
        raise Refused("密码由单位的统一登录管理")
    if form.text("new") != form.text("again"):
        raise Refused("两次输入的新密码不一样，请重新输入")
    token = await run_in_threadpool(_change, visit, form.text("old"), form.text("new"))
    return entered(visit.request, "/account", token)


@action(*ANYBODY)
async def leave_everywhere(visit: Visit, _: Form) -> Response:
    """End every session of this user."""
    await run_in_threadpool(_end, visit)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _change(visit: Visit, old: str, new: str) -> str:
    """A new session's token. Refused where the old password is wrong, after ever longer delays, as at the door."""
    name = visit.visitor.name
    if is_sample_user(name):
        raise Refused("示例用户的密码不能改")
    with visit.desk.writing() as session:
        kept = begin_try(session, name, visit.desk.now())
    right = fits(kept, old)
    act = Act(name, visit.desk.now())
    with visit.desk.writing() as session:
        if right:
            set_password(session, act, name, new)
            return sign_in(session, act, address_of(visit.request))
        fail(session, act, address_of(visit.request))
    raise Refused("原来的密码不对")


def _end(visit: Visit) -> None:
    with visit.desk.writing() as session:
        end_sessions(session, visit.visitor.name)
