"""Drafts of offices and their duties."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.records import Office
from data.store.base import Key
from data.store.draft import DraftRow, LineRow


class OfficeRow(DraftRow):
    """An office or subordinate unit."""

    __tablename__ = "office"
    RECORD: ClassVar[type] = Office

    name: Mapped[str]
    short_name: Mapped[str]
    name_en: Mapped[str]
    pinyin: Mapped[str]
    section: Mapped[str]
    section_en: Mapped[str]
    parent: Mapped[Key]
    position: Mapped[int]
    summary: Mapped[str]
    summary_en: Mapped[str]
    duties: Mapped[list["OfficeDutyRow"]] = relationship(
        order_by="OfficeDutyRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    duties_en: Mapped[list["OfficeDutyEnRow"]] = relationship(
        order_by="OfficeDutyEnRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    telephone: Mapped[str]
    hours: Mapped[str]


class OfficeDutyRow(LineRow):
    """One duty."""

    __tablename__ = "office_duty"

    owner: Mapped[Key] = mapped_column(ForeignKey("office.key", ondelete="CASCADE"), index=True)


class OfficeDutyEnRow(LineRow):
    """One duty, in English."""

    __tablename__ = "office_duty_en"

    owner: Mapped[Key] = mapped_column(ForeignKey("office.key", ondelete="CASCADE"), index=True)
