"""Drafts of the office as a whole, with the signs in its halls."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.records import SignFact, Site
from data.store.base import Key
from data.store.draft import DraftRow, ListedRow


class SiteRow(DraftRow):
    """The one site."""

    __tablename__ = "site"
    RECORD: ClassVar[type] = Site

    name: Mapped[str]
    name_en: Mapped[str]
    subtitle: Mapped[str]
    subtitle_en: Mapped[str]
    telephone: Mapped[str]
    complaint_telephone: Mapped[str]
    address: Mapped[str]
    address_en: Mapped[str]
    hours: Mapped[str]
    hours_en: Mapped[str]
    website: Mapped[str]
    sample: Mapped[bool]
    signs: Mapped[list["SignFactRow"]] = relationship(
        order_by="SignFactRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )


class SignFactRow(ListedRow):
    """A sign's panel: sizes in dots."""

    __tablename__ = "site_sign"
    RECORD: ClassVar[type] = SignFact

    owner: Mapped[Key] = mapped_column(ForeignKey("site.key", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    width_dots: Mapped[int]
    height_dots: Mapped[int]
    colours: Mapped[str]
