"""Users: who works here, in which roles, for the administrator; the auditor reads it."""

from dataclasses import dataclass
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.sampling import is_sample_user
from data.desk.web.language import phrase
from data.desk.web.visit import Form, Visit, action, page
from data.store.accounts import ROLE_WORDS, add_role, roles_of, set_roles, users
from data.store.passwords import LEAST
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.signing_in import set_active, set_password
from data.store.users import UserRow


@dataclass(frozen=True, slots=True)
class User:
    """A user as the page shows them."""

    name: str
    roles: frozenset[str]
    active: bool
    has_password: bool
    created_by: str
    created_at: datetime


@page(Role.ADMINISTRATOR, Role.AUDITOR)
def show(visit: Visit) -> Response:
    """Everybody, and a form for one more."""
    with visit.desk.reading() as session:
        found = [_user(row) for row in users(session)]
    values: dict[str, object] = {
        "users": found,
        "every_role": [(role.value, ROLE_WORDS[role]) for role in Role],
        "keeping": visit.may(Role.ADMINISTRATOR),
        "proxied": bool(visit.desk.settings.access.login_header),
        "least": LEAST,
        "said": _said(visit),
    }
    return visit.page("users.html", values)


@action(Role.ADMINISTRATOR)
async def add(visit: Visit, form: Form) -> Response:
    """Add a user with their roles, and with a password where passwords are asked for here."""
    return await run_in_threadpool(_add, visit, form)


@action(Role.ADMINISTRATOR)
async def change_roles(visit: Visit, form: Form) -> Response:
    """Let a user hold exactly the roles that are ticked."""
    return await run_in_threadpool(_change_roles, visit, form)


@action(Role.ADMINISTRATOR)
async def reset_password(visit: Visit, form: Form) -> Response:
    """Give a user a new password; they are signed out everywhere."""
    return await run_in_threadpool(_reset, visit, form)


@action(Role.ADMINISTRATOR)
async def switch(visit: Visit, form: Form) -> Response:
    """Disable a user, or let them work again."""
    return await run_in_threadpool(_switch, visit, form)


def _add(visit: Visit, form: Form) -> Response:
    name, roles = form.text("name").strip(), _roles(form)
    if not roles:
        raise Refused("请至少选一个角色")
    with visit.desk.writing() as session:
        if session.get(UserRow, name) is not None:
            raise Refused(f"已经有叫“{name}”的用户")
        for role in sorted(roles):
            add_role(session, visit.act, name, role)
        if not visit.desk.settings.access.login_header:
            set_password(session, visit.act, name, _new_password(form))
    return _back("added")


def _change_roles(visit: Visit, form: Form) -> Response:
    with visit.desk.writing() as session:
        set_roles(session, visit.act, form.text("name"), _roles(form))
    return _back("roles")


def _reset(visit: Visit, form: Form) -> Response:
    if visit.desk.settings.access.login_header:
        raise Refused("密码由单位的统一登录管理")
    if is_sample_user(form.text("name")):
        raise Refused("示例用户的密码不能改")
    with visit.desk.writing() as session:
        set_password(session, visit.act, form.text("name"), _new_password(form))
    return _back("password")


def _switch(visit: Visit, form: Form) -> Response:
    active = form.text("turn") == "on"
    with visit.desk.writing() as session:
        set_active(session, visit.act, form.text("name"), active=active)
    return _back("enabled" if active else "disabled")


def _roles(form: Form) -> set[Role]:
    return {role for role in Role if role.value in form.texts("role")}


def _new_password(form: Form) -> str:
    if form.text("new") != form.text("again"):
        raise Refused("两次输入的新密码不一样，请重新输入")
    return form.text("new")


def _user(row: UserRow) -> User:
    roles = frozenset(role.value for role in roles_of(row))
    return User(row.name, roles, row.active, bool(row.password), row.created_by, row.created_at)


def _back(said: str) -> Response:
    return RedirectResponse(f"/users?said={said}", 303)


def _said(visit: Visit) -> str:
    told = {
        "added": phrase("已添加用户"),
        "roles": phrase("已改好角色"),
        "password": phrase("已设好新密码，请当面告诉本人，并请本人改掉"),
        "enabled": phrase("已重新启用"),
        "disabled": phrase("已停用，并已在各处退出"),
    }
    return told.get(visit.request.query_params.get("said", ""), "")
