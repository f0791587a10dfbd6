"""Drafts of persons: posts, duties, division of duties among leaders (分工), liaison (联络员)."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.records import Person, Post, PostRole
from data.store.base import Choice, Key
from data.store.draft import DraftRow, LineRow, ListedRow


class PersonRow(DraftRow):
    """A person."""

    __tablename__ = "person"
    RECORD: ClassVar[type] = Person

    name: Mapped[str]
    pinyin: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]
    posts: Mapped[list["PostRow"]] = relationship(
        order_by="PostRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    duties: Mapped[list["PersonDutyRow"]] = relationship(
        order_by="PersonDutyRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    duties_en: Mapped[list["PersonDutyEnRow"]] = relationship(
        order_by="PersonDutyEnRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    leads: Mapped[str]
    leads_en: Mapped[str]
    in_charge_of: Mapped[list["ChargeRow"]] = relationship(
        order_by="ChargeRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    liaison_for: Mapped[list["LiaisonRow"]] = relationship(
        order_by="LiaisonRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    room: Mapped[Key]
    telephone: Mapped[str]


class PostRow(ListedRow):
    """A post; `office` empty is the department's leadership."""

    __tablename__ = "person_post"
    RECORD: ClassVar[type] = Post

    owner: Mapped[Key] = mapped_column(ForeignKey("person.key", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    office: Mapped[Key] = mapped_column(index=True)
    role: Mapped[PostRole] = mapped_column(Choice(PostRole))
    title_en: Mapped[str]


class PersonDutyRow(LineRow):
    """One duty."""

    __tablename__ = "person_duty"

    owner: Mapped[Key] = mapped_column(ForeignKey("person.key", ondelete="CASCADE"), index=True)


class PersonDutyEnRow(LineRow):
    """One duty, in English."""

    __tablename__ = "person_duty_en"

    owner: Mapped[Key] = mapped_column(ForeignKey("person.key", ondelete="CASCADE"), index=True)


class ChargeRow(ListedRow):
    """An office a leader is in charge of."""

    __tablename__ = "person_charge"
    RECORD: ClassVar[type] = str
    VALUE: ClassVar[str] = "office"

    owner: Mapped[Key] = mapped_column(ForeignKey("person.key", ondelete="CASCADE"), index=True)
    office: Mapped[Key] = mapped_column(index=True)


class LiaisonRow(ListedRow):
    """An office whose liaison person this is."""

    __tablename__ = "person_liaison"
    RECORD: ClassVar[type] = str
    VALUE: ClassVar[str] = "office"

    owner: Mapped[Key] = mapped_column(ForeignKey("person.key", ondelete="CASCADE"), index=True)
    office: Mapped[Key] = mapped_column(index=True)
