"""Records as immutable bytes, known by their hash: what drafts were, what was submitted, what stands."""

from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from data.records.canonical import Content, record_from
from data.records.kinds import Record
from data.store.base import Base, Hash, Word

_AT_ONCE = 500
"""Values in one statement; SQLite takes only so many."""


class ContentRow(Base):
    """A record's canonical bytes by their hash. Written once, never changed, never deleted."""

    __tablename__ = "content"

    hash: Mapped[Hash] = mapped_column(primary_key=True)
    form: Mapped[Word]
    body: Mapped[bytes]


def keep(session: Session, contents: Iterable[Content]) -> None:
    """Store what is not stored yet."""
    by_hash = {content.hash: content for content in contents}
    missing = [by_hash[hash_] for hash_ in by_hash.keys() - _stored(session, sorted(by_hash))]
    if missing:
        rows = [{"hash": one.hash, "form": one.form, "body": one.body} for one in missing]
        session.execute(insert(ContentRow), rows)


def stored_records(session: Session, hashes: Iterable[str]) -> dict[str, Record]:
    """The records behind these hashes. KeyError is the caller's to meet where one is not stored."""
    found: dict[str, Record] = {}
    for chunk in chunks(sorted(set(hashes))):
        for row in session.scalars(select(ContentRow).where(ContentRow.hash.in_(chunk))):
            found[row.hash] = record_from(row.form, row.body)
    return found


def chunks(values: list[str]) -> Iterable[list[str]]:
    """`values` in lists short enough for one statement."""
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def _stored(session: Session, hashes: list[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(hashes):
        found.update(session.scalars(select(ContentRow.hash).where(ContentRow.hash.in_(chunk))))
    return found
