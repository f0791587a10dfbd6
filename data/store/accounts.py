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
        raise Refused(f"管理员不能审核：“{user.name}”不能同时是管理员和审核")


def _either(roles: Iterable[Role]) -> str:
    return "或".join(f"“{ROLE_WORDS[role]}”" for role in roles)
