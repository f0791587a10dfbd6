"""Drafts of the portal's channels."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from data.records import Channel
from data.store.draft import DraftRow


class ChannelRow(DraftRow):
    """A channel of the department's website."""

    __tablename__ = "channel"
    RECORD: ClassVar[type] = Channel

    name: Mapped[str]
    url: Mapped[str]
    board: Mapped[str]
    name_en: Mapped[str]
    description: Mapped[str]
    description_en: Mapped[str]
    position: Mapped[int]
    board_en: Mapped[str]
