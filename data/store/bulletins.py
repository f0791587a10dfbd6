"""Drafts of the daily bulletin's items."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from data.records import BulletinItem, ItemKind
from data.store.base import Choice
from data.store.draft import DraftRow


class BulletinRow(DraftRow):
    """An item; it belongs to its day."""

    __tablename__ = "bulletin"
    RECORD: ClassVar[type] = BulletinItem

    day: Mapped[date] = mapped_column(index=True)
    position: Mapped[int]
    text: Mapped[str]
    kind: Mapped[ItemKind] = mapped_column(Choice(ItemKind))
    source: Mapped[str]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
