"""Drafts of rooms by the number on the door."""

from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from data.records import Room
from data.store.base import Key
from data.store.draft import DraftRow


class RoomRow(DraftRow):
    """A room."""

    __tablename__ = "room"
    RECORD: ClassVar[type] = Room

    name: Mapped[str]
    name_en: Mapped[str]
    office: Mapped[Key] = mapped_column(index=True)
    floor: Mapped[str]
    purpose: Mapped[str]
    telephone: Mapped[str]
    position: Mapped[int]
