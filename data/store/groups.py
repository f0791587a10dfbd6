"""Drafts of leading groups and their members."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.records import Group, Membership, Seat
from data.store.base import Choice, Key
from data.store.draft import DraftRow, LineRow, ListedRow


class GroupRow(DraftRow):
    """A leading group."""

    __tablename__ = "leading_group"
    RECORD: ClassVar[type] = Group

    name: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]
    duties: Mapped[list["GroupDutyRow"]] = relationship(
        order_by="GroupDutyRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    members: Mapped[list["MembershipRow"]] = relationship(
        order_by="MembershipRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    seat_office: Mapped[Key]
    seat_head: Mapped[Key]


class GroupDutyRow(LineRow):
    """One duty."""

    __tablename__ = "leading_group_duty"

    owner: Mapped[Key] = mapped_column(ForeignKey("leading_group.key", ondelete="CASCADE"), index=True)


class MembershipRow(ListedRow):
    """A member and the seat they hold."""

    __tablename__ = "leading_group_member"
    RECORD: ClassVar[type] = Membership

    owner: Mapped[Key] = mapped_column(ForeignKey("leading_group.key", ondelete="CASCADE"), index=True)
    person: Mapped[Key] = mapped_column(index=True)
    seat: Mapped[Seat] = mapped_column(Choice(Seat))
    note: Mapped[str]
