"""Drafts of the disclosure catalogue."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from data.records import Access, Entry
from data.store.base import Choice
from data.store.draft import DraftRow


class EntryRow(DraftRow):
    """A document of the catalogue."""

    __tablename__ = "entry"
    RECORD: ClassVar[type] = Entry

    title: Mapped[str]
    summary: Mapped[str]
    made_on: Mapped[date | None]
    publisher: Mapped[str]
    number: Mapped[str]
    theme: Mapped[str]
    form: Mapped[str]
    access: Mapped[Access] = mapped_column(Choice(Access))
    deadline: Mapped[str]
    document: Mapped[str]
    position: Mapped[int]
