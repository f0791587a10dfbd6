"""Drafts of the building: floors with units, doors and amenities. Geometry is canonical text, not columns."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.records import Amenity, Building, Connection, Door, Floor, KioskPlace, Unit
from data.records.building import Point, Polygon, Ring
from data.store.base import CanonicalText, Key
from data.store.draft import DraftRow, ListedRow


class BuildingRow(DraftRow):
    """A building."""

    __tablename__ = "building"
    RECORD: ClassVar[type] = Building

    name: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]
    connections: Mapped[list["ConnectionRow"]] = relationship(
        order_by="ConnectionRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    source: Mapped[str]


class ConnectionRow(ListedRow):
    """A stair, lift, ramp or escalator; `units` by key, floor by floor."""

    __tablename__ = "building_connection"
    RECORD: ClassVar[type] = Connection

    owner: Mapped[Key] = mapped_column(ForeignKey("building.key", ondelete="CASCADE"), index=True)
    key: Mapped[Key]
    kind: Mapped[str]
    units: Mapped[tuple[str, ...]] = mapped_column(CanonicalText(tuple[str, ...]))
    one_way: Mapped[bool]


class FloorRow(DraftRow):
    """A floor."""

    __tablename__ = "floor"
    RECORD: ClassVar[type] = Floor

    name: Mapped[str]
    ordinal: Mapped[float]
    short_name: Mapped[str]
    name_en: Mapped[str]
    building: Mapped[Key] = mapped_column(index=True)
    outline: Mapped[tuple[Polygon, ...]] = mapped_column(CanonicalText(tuple[Polygon, ...]))
    units: Mapped[list["UnitRow"]] = relationship(
        order_by="UnitRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    doors: Mapped[list["DoorRow"]] = relationship(
        order_by="DoorRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    amenities: Mapped[list["AmenityRow"]] = relationship(
        order_by="AmenityRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    kiosks: Mapped[list["KioskPlaceRow"]] = relationship(
        order_by="KioskPlaceRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    fixtures: Mapped[tuple[Polygon, ...]] = mapped_column(CanonicalText(tuple[Polygon, ...]))
    furniture_walls: Mapped[tuple[Ring, ...]] = mapped_column(CanonicalText(tuple[Ring, ...]))
    details: Mapped[tuple[Ring, ...]] = mapped_column(CanonicalText(tuple[Ring, ...]))


class UnitRow(ListedRow):
    """A room, corridor, lift or stair as drawn."""

    __tablename__ = "floor_unit"
    RECORD: ClassVar[type] = Unit

    owner: Mapped[Key] = mapped_column(ForeignKey("floor.key", ondelete="CASCADE"), index=True)
    key: Mapped[Key]
    category: Mapped[str]
    polygons: Mapped[tuple[Polygon, ...]] = mapped_column(CanonicalText(tuple[Polygon, ...]))
    number: Mapped[Key] = mapped_column(index=True)
    name: Mapped[str]
    name_en: Mapped[str]
    public: Mapped[bool]
    label_at: Mapped[Point | None] = mapped_column(CanonicalText(Point))
    label_size: Mapped[Point | None] = mapped_column(CanonicalText(Point))


class DoorRow(ListedRow):
    """An opening."""

    __tablename__ = "floor_door"
    RECORD: ClassVar[type] = Door

    owner: Mapped[Key] = mapped_column(ForeignKey("floor.key", ondelete="CASCADE"), index=True)
    key: Mapped[Key]
    line: Mapped[Ring] = mapped_column(CanonicalText(Ring))
    category: Mapped[str]
    accessible: Mapped[bool]
    outside: Mapped[bool]


class AmenityRow(ListedRow):
    """A thing people look for."""

    __tablename__ = "floor_amenity"
    RECORD: ClassVar[type] = Amenity

    owner: Mapped[Key] = mapped_column(ForeignKey("floor.key", ondelete="CASCADE"), index=True)
    key: Mapped[Key]
    category: Mapped[str]
    at: Mapped[Point] = mapped_column(CanonicalText(Point))
    name: Mapped[str]
    name_en: Mapped[str]


class KioskPlaceRow(ListedRow):
    """A place where a kiosk stands."""

    __tablename__ = "floor_kiosk"
    RECORD: ClassVar[type] = KioskPlace

    owner: Mapped[Key] = mapped_column(ForeignKey("floor.key", ondelete="CASCADE"), index=True)
    key: Mapped[Key]
    at: Mapped[Point] = mapped_column(CanonicalText(Point))
    facing_degrees: Mapped[float]
    name: Mapped[str]
