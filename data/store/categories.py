"""Drafts of the categories of powers."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from data.records import Category
from data.store.draft import DraftRow


class CategoryRow(DraftRow):
    """A category."""

    __tablename__ = "category"
    RECORD: ClassVar[type] = Category

    name: Mapped[str]
    name_en: Mapped[str]
    explanation: Mapped[str]
    explanation_en: Mapped[str]
    position: Mapped[int]
