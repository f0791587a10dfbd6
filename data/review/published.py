"""The tables of what was published: editions, the content each was built from, prepared notices switched on."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.store.base import Base, Choice, Hash, Key, Name, Number


class Publication(StrEnum):
    """Why an edition was made."""

    PUBLISH = "publish"
    ROLLBACK = "rollback"
    WITHDRAW = "withdraw"
    NOTICE = "notice"


class ListingRow(Base):
    """Which content a file of an edition was built from: canonical JSON, a list of [kind, key, hash].

    With it a rollback builds again from the same content. Never changed, never deleted.
    """

    __tablename__ = "listing"

    hash: Mapped[Hash] = mapped_column(primary_key=True)
    body: Mapped[bytes]


class EditionRow(Base):
    """An edition that was published; `of_number` is the edition a rollback brought back."""

    __tablename__ = "edition"
    __table_args__ = (CheckConstraint("what <> 'rollback' OR of_number IS NOT NULL", name="rollback_of"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[int]
    published_at: Mapped[datetime]
    published_by: Mapped[Name]
    what: Mapped[Publication] = mapped_column(Choice(Publication))
    of_number: Mapped[int | None] = mapped_column(ForeignKey("edition.number"))
    min_number: Mapped[int] = mapped_column(default=0)
    manifest_hash: Mapped[Hash]
    history: Mapped[Hash] = mapped_column(default="")
    """Head of the history that the manifest names."""
    lobby_listing: Mapped[Hash] = mapped_column(ForeignKey(ListingRow.hash))
    rotation_listing: Mapped[Hash] = mapped_column(ForeignKey(ListingRow.hash))


class NoticeSwitchRow(Base):
    """A prepared notice switched on, and off again; each time is a row of its own."""

    __tablename__ = "notice_switch"

    id: Mapped[Number] = mapped_column(primary_key=True)
    key: Mapped[Key]
    on_by: Mapped[Name] = mapped_column(ForeignKey("staff_user.name"))
    on_at: Mapped[datetime]
    off_by: Mapped[Name | None] = mapped_column(ForeignKey("staff_user.name"))
    off_at: Mapped[datetime | None]
