"""Drafts of notices."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from data.records import Notice, Urgency
from data.store.base import Choice
from data.store.draft import DraftRow


class NoticeRow(DraftRow):
    """A notice; an open end is NULL."""

    __tablename__ = "notice"
    RECORD: ClassVar[type] = Notice

    text: Mapped[str]
    text_en: Mapped[str]
    urgency: Mapped[Urgency] = mapped_column(Choice(Urgency))
    starts: Mapped[datetime | None]
    ends: Mapped[datetime | None]
    prepared: Mapped[bool]
