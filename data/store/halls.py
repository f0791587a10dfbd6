"""Drafts of the approval hall: windows, days, what to bring."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.records import Hall, HallDay, Window
from data.store.base import CanonicalText, Key, Number
from data.store.draft import DraftRow, LineRow, ListedRow


class HallRow(DraftRow):
    """The one hall."""

    __tablename__ = "hall"
    RECORD: ClassVar[type] = Hall

    name: Mapped[str]
    name_en: Mapped[str]
    room: Mapped[Key]
    weekdays: Mapped[tuple[int, ...]] = mapped_column(CanonicalText(tuple[int, ...]))
    hours: Mapped[str]
    telephone: Mapped[str]
    windows: Mapped[list["WindowRow"]] = relationship(
        order_by="WindowRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    exceptions: Mapped[list["HallDayRow"]] = relationship(
        order_by="HallDayRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    preparation: Mapped[list["PreparationRow"]] = relationship(
        order_by="PreparationRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )


class WindowRow(ListedRow):
    """A window."""

    __tablename__ = "hall_window"
    RECORD: ClassVar[type] = Window

    owner: Mapped[Key] = mapped_column(ForeignKey("hall.key", ondelete="CASCADE"), index=True)
    number: Mapped[str]
    name: Mapped[str]
    powers: Mapped[list["WindowPowerRow"]] = relationship(
        order_by="WindowPowerRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    telephone: Mapped[str]
    name_en: Mapped[str]


class WindowPowerRow(ListedRow):
    """A power handled at a window."""

    __tablename__ = "hall_window_power"
    RECORD: ClassVar[type] = str
    VALUE: ClassVar[str] = "power"

    owner: Mapped[Number] = mapped_column(ForeignKey("hall_window.id", ondelete="CASCADE"), index=True)
    power: Mapped[Key] = mapped_column(index=True)


class HallDayRow(ListedRow):
    """A day that is not as its weekday says."""

    __tablename__ = "hall_day"
    RECORD: ClassVar[type] = HallDay

    owner: Mapped[Key] = mapped_column(ForeignKey("hall.key", ondelete="CASCADE"), index=True)
    day: Mapped[date]
    open: Mapped[bool]
    reason: Mapped[str]


class PreparationRow(LineRow):
    """A line of what to prepare."""

    __tablename__ = "hall_preparation"

    owner: Mapped[Key] = mapped_column(ForeignKey("hall.key", ondelete="CASCADE"), index=True)
