"""Who works at the desk, and in which roles."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.store.base import Base, Choice, Name
from data.store.roles import Role

__all__ = ["Role", "UserRoleRow", "UserRow"]


class UserRow(Base):
    """A user. `password` is an argon2 hash, empty for one who works at the console only."""

    __tablename__ = "staff_user"
    __table_args__ = (CheckConstraint("name <> ''", name="named"),)

    name: Mapped[Name] = mapped_column(primary_key=True)
    password: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    created_by: Mapped[Name]
    created_at: Mapped[datetime]
    roles: Mapped[list["UserRoleRow"]] = relationship(cascade="all, delete-orphan", lazy="selectin")


class UserRoleRow(Base):
    """One role of a user. Triggers keep `administrator` and `reviewer` apart."""

    __tablename__ = "staff_role"

    name: Mapped[Name] = mapped_column(ForeignKey(UserRow.name), primary_key=True)
    role: Mapped[Role] = mapped_column(Choice(Role), primary_key=True)
