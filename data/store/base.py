"""The base of every table class, and the column types that SQLite, PostgreSQL and their domestic kin all keep alike.

No JSON, no arrays, no native enums; text is never NULL (an empty string says "nothing"); instants are UTC.
"""

from datetime import UTC, datetime
from enum import Enum
from typing import Annotated, ClassVar, Generic, TypeVar, cast

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    Double,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column
from typing_extensions import override

from data.records.canonical import decode, encode

KEY_LENGTH = 200
"""Characters in a record's key or a user's name."""

Key = Annotated[str, mapped_column(String(KEY_LENGTH))]
Name = Annotated[str, mapped_column(String(KEY_LENGTH))]
Kind = Annotated[str, mapped_column(String(20))]
Hash = Annotated[str, mapped_column(String(64))]
Word = Annotated[str, mapped_column(String(40))]
"""A value out of a closed list, or a short technical word."""

Number = Annotated[int, mapped_column(BigInteger().with_variant(Integer, "sqlite"))]
"""A running number; SQLite counts by itself only in a column called INTEGER."""

_Enum = TypeVar("_Enum", bound=Enum)
_Value = TypeVar("_Value")


class Instant(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC without a zone in the database."""

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database. ValueError for an instant without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        return None if value is None else value.replace(tzinfo=UTC)


class Choice(TypeDecorator[_Enum], Generic[_Enum]):
    """A member of a closed list, kept as its value."""

    impl = String(20)
    cache_ok = True

    def __init__(self, choices: type[_Enum]) -> None:
        """`choices` is the list's class."""
        super().__init__()
        self.choices = choices

    @override
    def process_bind_param(self, value: _Enum | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else cast("str", value.value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> _Enum | None:
        """From the database. ValueError where somebody wrote what is not on the list."""
        return None if value is None else self.choices(value)


class CanonicalText(TypeDecorator[_Value], Generic[_Value]):
    """A value of the vocabulary (a ring, a list of weekdays) kept as its canonical JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, kept: object) -> None:
        """`kept` is the value's type as `data.records` writes it, such as `tuple[Polygon, ...]`."""
        super().__init__()
        self.kept = kept

    @override
    def process_bind_param(self, value: _Value | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else encode(value).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> _Value | None:
        """From the database."""
        return None if value is None else cast("_Value", decode(cast("type[object]", self.kept), value))


class Base(DeclarativeBase):
    """What every `…Row` is made from."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        str: Text,
        bytes: LargeBinary,
        datetime: Instant,
        int: Integer,
        float: Double,
    }
