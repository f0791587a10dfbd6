"""Drafts of powers: what a visitor needs before they come. Their steps are in `steps`."""

from typing import ClassVar

from sqlalchemy import Boolean, ForeignKey, Integer, Text, or_, select
from sqlalchemy.orm import Mapped, Session, composite, mapped_column, relationship

from data.records import Basis, Disclosure, Drawing, Fee, Material, Picture, Power, Question, TimeLimit
from data.store.base import CanonicalText, Choice, Key
from data.store.draft import DraftRow, LineRow, ListedRow
from data.store.steps import StepRow


def _nothing_given(*columns: object) -> bool:
    return all(column is None for column in columns)


class PowerRow(DraftRow):
    """A power. A time limit or fee that nobody gave is NULL in all of its columns."""

    __tablename__ = "power"
    RECORD: ClassVar[type] = Power

    name: Mapped[str]
    category: Mapped[Key] = mapped_column(index=True)
    office: Mapped[Key] = mapped_column(index=True)
    name_en: Mapped[str]
    position: Mapped[int]
    implementation_code: Mapped[str]
    disclosure: Mapped[Disclosure] = mapped_column(Choice(Disclosure))
    in_hall: Mapped[bool]
    level: Mapped[str]
    service_object: Mapped[str]
    item_type: Mapped[str]
    summary: Mapped[str]
    summary_en: Mapped[str]
    bases: Mapped[list["BasisRow"]] = relationship(
        order_by="BasisRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    conditions: Mapped[list["ConditionRow"]] = relationship(
        order_by="ConditionRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    materials: Mapped[list["MaterialRow"]] = relationship(
        order_by="MaterialRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    legal_limit: Mapped[TimeLimit | None] = composite(
        TimeLimit,
        mapped_column("legal_limit_number", Integer, nullable=True),
        mapped_column("legal_limit_unit", Text, nullable=True),
        mapped_column("legal_limit_explanation", Text, nullable=True),
        return_none_on=_nothing_given,
    )
    promised_limit: Mapped[TimeLimit | None] = composite(
        TimeLimit,
        mapped_column("promised_limit_number", Integer, nullable=True),
        mapped_column("promised_limit_unit", Text, nullable=True),
        mapped_column("promised_limit_explanation", Text, nullable=True),
        return_none_on=_nothing_given,
    )
    fee: Mapped[Fee | None] = composite(
        Fee,
        mapped_column("fee_charged", Boolean, nullable=True),
        mapped_column("fee_standard", Text, nullable=True),
        mapped_column("fee_basis", Text, nullable=True),
        return_none_on=_nothing_given,
    )
    place: Mapped[str]
    room: Mapped[Key]
    hours: Mapped[str]
    telephone: Mapped[str]
    complaint: Mapped[str]
    result: Mapped[str]
    duties: Mapped[str]
    accountability: Mapped[str]
    remark: Mapped[str]
    questions: Mapped[list["QuestionRow"]] = relationship(
        order_by="QuestionRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    steps: Mapped[list["StepRow"]] = relationship(
        order_by="StepRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    drawing: Mapped[Drawing | None] = mapped_column(CanonicalText(Drawing))
    pictures: Mapped[tuple[Picture, ...]] = mapped_column(CanonicalText(tuple[Picture, ...]))


class BasisRow(ListedRow):
    """A legal basis."""

    __tablename__ = "power_basis"
    RECORD: ClassVar[type] = Basis

    owner: Mapped[Key] = mapped_column(ForeignKey("power.key", ondelete="CASCADE"), index=True)
    law: Mapped[str]
    number: Mapped[str]
    article: Mapped[str]
    text: Mapped[str]


class ConditionRow(LineRow):
    """A condition."""

    __tablename__ = "power_condition"

    owner: Mapped[Key] = mapped_column(ForeignKey("power.key", ondelete="CASCADE"), index=True)


class MaterialRow(ListedRow):
    """A paper an applicant brings."""

    __tablename__ = "power_material"
    RECORD: ClassVar[type] = Material

    owner: Mapped[Key] = mapped_column(ForeignKey("power.key", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    kind: Mapped[str]
    form: Mapped[str]
    necessity: Mapped[str]
    copies: Mapped[str]
    source: Mapped[str]
    notes: Mapped[str]
    standard: Mapped[str]


class QuestionRow(ListedRow):
    """A question people often ask."""

    __tablename__ = "power_question"
    RECORD: ClassVar[type] = Question

    owner: Mapped[Key] = mapped_column(ForeignKey("power.key", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    answer: Mapped[str]


def with_own_chart(session: Session) -> frozenset[str]:
    """The keys of powers with a chart that did not come from a table: as its file draws it, or as pictures."""
    own = or_(PowerRow.drawing.is_not(None), PowerRow.pictures != ())
    return frozenset(session.scalars(select(PowerRow.key).where(own)))
