"""Users and their roles: who may be added, and who may do what."""

import unicodedata
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.store.act import Act
from data.store.base import KEY_LENGTH
from data.store.history import remember, take_turn
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.users import UserRoleRow, UserRow

ROLE_WORDS: dict[Role, str] = {
    Role.EDITOR: "编辑",
    Role.REVIEWER: "审核",
    Role.PUBLISHER: "发布",
    Role.AUDITOR: "审计",
    Role.ADMINISTRATOR: "管理员",
}


def add_role(session: Session, act: Act, name: str, role: Role) -> UserRow:
    """Give `name` a role, making the user where there is none yet. Refused where the name or the role cannot be."""
    take_turn(session)
    _refuse_name(name)
    user = session.get(UserRow, name)
    if user is None:
        user = UserRow(name=name, created_by=act.by, created_at=act.at)
        session.add(user)
    _refuse_role(user, role)
    user.roles.append(UserRoleRow(role=role))
    remember(session, act, "user-add", f"user/{name}", role.value)
    return user


def take_role(session: Session, act: Act, name: str, role: Role) -> UserRow:
    """Take a role from `name`. Refused where it is not theirs, or nobody could keep the store afterwards."""
    user = known_user(session, name)
    if role not in roles_of(user):
        raise Refused(f"“{name}”不是{ROLE_WORDS[role]}")
    return set_roles(session, act, name, roles_of(user) - {role})


def set_roles(session: Session, act: Act, name: str, wanted: set[Role]) -> UserRow:
    """Let `name` hold exactly these roles from now on: each that comes or goes is an entry of the history.

    Refused where none is left (that is what disabling is for), where two do not go together, and where the last
    administrator would go.
    """
    user = known_user(session, name)
    held = roles_of(user)
    if Role.ADMINISTRATOR in held - wanted:
        refuse_last_administrator(session, user)
    if not wanted:
        raise Refused(f"至少要给“{name}”留一个角色；不让其再用，请停用")
    if {Role.ADMINISTRATOR, Role.REVIEWER} <= wanted:
        raise Refused(_apart(name))
    for role in sorted(held - wanted):
        user.roles = [row for row in user.roles if row.role is not role]
        remember(session, act, "user-role-taken", f"user/{name}", role.value)
    session.flush()  # what goes is gone before what does not go with it comes
    for role in sorted(wanted - held):
        user.roles.append(UserRoleRow(role=role))
        remember(session, act, "user-add", f"user/{name}", role.value)
    return user


def refuse_last_administrator(session: Session, user: UserRow) -> None:
    """Somebody must be able to keep this store: refused where `user` is the only administrator who still works."""
    others = select(UserRow).join(UserRoleRow).where(UserRoleRow.role == Role.ADMINISTRATOR, UserRow.active)
    if user.active and not session.scalars(others.where(UserRow.name != user.name)).first():
        raise Refused(f"“{user.name}”是最后一个管理员：请先另设一个管理员")


def known_user(session: Session, name: str) -> UserRow:
    """The user, whom nobody else changes until this session ends. Refused where there is none."""
    take_turn(session)
    user = session.get(UserRow, name)
    if user is None:
        raise Refused(f"没有叫“{name}”的用户")
    return user


def require(session: Session, name: str, *roles: Role) -> UserRow:
    """The user, who must be active and hold one of `roles`. Refused says what is missing."""
    user = session.get(UserRow, name)
    if user is None:
        raise Refused(f"没有叫“{name}”的用户（desk user add 可以添加）")
    if not user.active:
        raise Refused(f"用户“{name}”已停用")
    if not roles_of(user) & set(roles):
        raise Refused(f"“{name}”没有{_either(roles)}角色，不能这样做")
    return user


def roles_of(user: UserRow) -> set[Role]:
    """The roles of a user."""
    return {row.role for row in user.roles}


def users(session: Session) -> tuple[UserRow, ...]:
    """Every user, by name."""
    return tuple(session.scalars(select(UserRow).order_by(UserRow.name)))


def has_administrator(session: Session) -> bool:
    """Whether anybody keeps this store."""
    return session.scalars(select(UserRoleRow).where(UserRoleRow.role == Role.ADMINISTRATOR)).first() is not None


def _refuse_name(name: str) -> None:
    if not name.strip() or name != name.strip():
        raise Refused("用户名不能是空的，前后也不能有空格")
    if len(name) > KEY_LENGTH:
        raise Refused(f"用户名太长（最多 {KEY_LENGTH} 个字）")
    if any(unicodedata.category(letter).startswith("C") for letter in name):
        raise Refused("用户名里有看不见的字符")


def _refuse_role(user: UserRow, role: Role) -> None:
    held = roles_of(user)
    if role in held:
        raise Refused(f"“{user.name}”已经是{ROLE_WORDS[role]}")
    if {Role.ADMINISTRATOR, Role.REVIEWER} <= held | {role}:
        raise Refused(_apart(user.name))


def _apart(name: str) -> str:
    return f"管理员不能审核：“{name}”不能同时是管理员和审核"


def _either(roles: Iterable[Role]) -> str:
    return "或".join(f"“{ROLE_WORDS[role]}”" for role in roles)
