"""Drafts of how a matter runs: steps, the risks at them, the ways out of them."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from data.records import Branch, Risk, Step, StepKind
from data.store.base import Choice, Key, Number
from data.store.draft import LineRow, ListedRow


class StepRow(ListedRow):
    """A step of a power's way."""

    __tablename__ = "power_step"
    RECORD: ClassVar[type] = Step

    owner: Mapped[Key] = mapped_column(ForeignKey("power.key", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    name: Mapped[str]
    kind: Mapped[StepKind] = mapped_column(Choice(StepKind))
    link: Mapped[str]
    actor: Mapped[str]
    office: Mapped[Key] = mapped_column(index=True)
    limit: Mapped[str]
    standard: Mapped[str]
    result: Mapped[str]
    documents: Mapped[list["StepDocumentRow"]] = relationship(
        order_by="StepDocumentRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    risks: Mapped[list["RiskRow"]] = relationship(
        order_by="RiskRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )
    branches: Mapped[list["BranchRow"]] = relationship(
        order_by="BranchRow.ordinal", cascade="all, delete-orphan", lazy="selectin"
    )


class StepDocumentRow(LineRow):
    """A document made at a step."""

    __tablename__ = "power_step_document"

    owner: Mapped[Number] = mapped_column(ForeignKey("power_step.id", ondelete="CASCADE"), index=True)


class RiskRow(ListedRow):
    """Where corruption could creep in, and what prevents it."""

    __tablename__ = "power_step_risk"
    RECORD: ClassVar[type] = Risk

    owner: Mapped[Number] = mapped_column(ForeignKey("power_step.id", ondelete="CASCADE"), index=True)
    description: Mapped[str]
    grade: Mapped[str]
    form: Mapped[str]
    measure: Mapped[str]
    responsible: Mapped[str]


class BranchRow(ListedRow):
    """A way out of a step."""

    __tablename__ = "power_step_branch"
    RECORD: ClassVar[type] = Branch

    owner: Mapped[Number] = mapped_column(ForeignKey("power_step.id", ondelete="CASCADE"), index=True)
    to: Mapped[int]
    label: Mapped[str]
