"""The staff's side: journals of all devices into the store, each line once however often it is read."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from data.store.base import Base, Name

_DEVICE_LENGTH = 100


class JournalRow(Base):
    """One line of a device's journal; `facts` is the rest of it as JSON text.

    Two lines may have one number, where a device lost its journal and began again; they differ in time.
    """

    __tablename__ = "journal"

    device: Mapped[Name] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    kind: Mapped[str]
    facts: Mapped[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole line."""

    device: str
    seq: int
    at: datetime
    kind: str
    facts: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of reading: new lines taken, lines that were damaged."""

    new: int
    damaged: int


def collect(session: Session, folder: Path) -> Collected:
    """Read every journal in `folder`. OSError where a file cannot be read; a folder that is not there is empty."""
    new = damaged = 0
    for path in sorted(folder.glob("*.jsonl")):
        device = path.stem.removesuffix(".1")[:_DEVICE_LENGTH]
        lines = path.read_bytes().splitlines()
        entries = [entry for line in lines if (entry := entry_of(device, line))]
        damaged += sum(1 for line in lines if line.strip()) - len(entries)
        new += _take(session, device, entries)
    return Collected(new, damaged)


def entry_of(device: str, line: bytes) -> Entry | None:
    """The entry in a line, or None where it is damaged."""
    try:
        told = json.loads(line)
        at = datetime.fromisoformat(told.pop("time"))
        seq, kind = told.pop("seq"), str(told.pop("kind"))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if type(seq) is not int or not 0 < seq < 2**31 or at.tzinfo is None or "\0" in kind:
        return None
    return Entry(device, seq, at, kind, json.dumps(told, ensure_ascii=True, sort_keys=True))


def _take(session: Session, device: str, entries: Iterable[Entry]) -> int:
    by_place = {(entry.seq, entry.at): entry for entry in entries}
    if not by_place:
        return 0
    known = _known(session, device, min(at for _, at in by_place))
    fresh = [entry for place, entry in by_place.items() if place not in known]
    if fresh:
        session.execute(insert(JournalRow), [_row(entry) for entry in fresh])
    return len(fresh)


def _known(session: Session, device: str, since: datetime) -> set[tuple[int, datetime]]:
    statement = select(JournalRow.seq, JournalRow.at).where(JournalRow.device == device, JournalRow.at >= since)
    return {(row.seq, row.at) for row in session.execute(statement)}


def _row(entry: Entry) -> dict[str, object]:
    return {"device": entry.device, "seq": entry.seq, "at": entry.at, "kind": entry.kind, "facts": entry.facts}


@dataclass(frozen=True, slots=True)
class Happened:
    """What the journals say of a time: how often each kind, and the items that some sign acknowledged."""

    kinds: Counter[str]
    acknowledged: frozenset[str]


def happened(session: Session, begins: datetime, ends: datetime) -> Happened:
    """Count the lines from `begins` until just before `ends`."""
    within = (JournalRow.at >= begins, JournalRow.at < ends)
    counted = session.execute(select(JournalRow.kind, func.count()).where(*within).group_by(JournalRow.kind))
    kinds = Counter({row[0]: int(row[1]) for row in counted})
    facts = session.scalars(select(JournalRow.facts).where(*within, JournalRow.kind == "acknowledged"))
    items = (json.loads(text).get("item") for text in facts)
    return Happened(kinds, frozenset(item for item in items if isinstance(item, str)))
