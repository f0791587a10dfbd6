"""What every draft row has, and what the rows of its lists have. A draft is what staff edit; the lobby never sees one.

An attribute of a row is named as the field of its record: `mapping` turns one into the other by that alone.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from data.store.base import Base, Hash, Key, Name, Number


class DraftRow(Base):
    """A record as staff have it now. `version` counts its changes: whoever saves on an older one is refused."""

    __abstract__ = True
    RECORD: ClassVar[type]
    """The record's class."""

    key: Mapped[Key] = mapped_column(primary_key=True)
    version: Mapped[int]
    hash: Mapped[Hash]
    """Of the record's canonical bytes, so that differences are found without reading records."""
    changed_by: Mapped[Name]
    changed_at: Mapped[datetime]

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, object]:  # noqa: N805 - SQLAlchemy hands the class
        """Every update asks for the version that was read."""
        return {"version_id_col": cls.__table__.c.version}


class ListedRow(Base):
    """A member of one of a record's lists, at place `ordinal`, counted from 0."""

    __abstract__ = True
    RECORD: ClassVar[type]
    VALUE: ClassVar[str] = ""
    """The attribute that holds a list's plain text; empty where the members are records' parts with fields."""

    id: Mapped[Number] = mapped_column(primary_key=True)
    ordinal: Mapped[int]


class LineRow(ListedRow):
    """A line of text in a list."""

    __abstract__ = True
    RECORD: ClassVar[type] = str
    VALUE: ClassVar[str] = "text"

    text: Mapped[str]
