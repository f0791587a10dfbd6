"""Drafts as a table shows them: statements over their rows that load no list until somebody asks for it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, lazyload

from data.records.kinds import Kind
from data.store.draft import DraftRow
from data.store.kinds import ROW_TYPES

Statement = Select[DraftRow]
"""What selects drafts."""


def listing(kind: Kind) -> Statement:
    """The rows of a kind, without the rows of their lists."""
    return select(ROW_TYPES[kind]).options(lazyload("*"))


def whole(kind: Kind) -> Statement:
    """The rows of a kind with everything in them."""
    return select(ROW_TYPES[kind])


def matching(kind: Kind, names: Sequence[str], term: str) -> ColumnElement[bool]:
    """Where one of these text columns holds `term`, taken as it is written."""
    row_type = ROW_TYPES[kind]
    return or_(*(getattr(row_type, name).icontains(term, autoescape=True) for name in names))


def titles(session: Session, kinds: Sequence[Kind]) -> Mapping[Kind, Mapping[str, str]]:
    """Key and name of every draft of these kinds, in the order staff know them; an unnamed one has an empty name."""
    return {kind: _titles(session, kind) for kind in kinds}


def _titles(session: Session, kind: Kind) -> Mapping[str, str]:
    row_type = ROW_TYPES[kind]
    table = row_type.__table__.c
    found = session.execute(select(table.key, table.name).order_by(table.position, table.key))
    return {key: name for key, name in found}  # noqa: C416 - rows are no tuples to a type checker
