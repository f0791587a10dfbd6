"""Taking a file's records over into the drafts: the difference first, then all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from data.importers.parsed import Scope
from data.records.kinds import Kind, Record, kind_of
from data.records.power import Power, with_charts_of
from data.store.act import Act
from data.store.changes import Change, change
from data.store.difference import Difference, Place, difference_between
from data.store.drafts import draft_hashes, draft_rows
from data.store.imports import ImportRow
from data.store.mapping import record_of
from data.store.powers import with_own_chart
from data.store.refusal import Refused
from data.store.storable import storable
from data.store.words import KIND_WORDS


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that records came from: its name without folders, the SHA-256 of its bytes, the kind it was read as."""

    name: str
    sha256: str
    kind: Kind


def import_difference(session: Session, records: Sequence[Record], scope: Scope) -> Difference:
    """What would change if `records` replaced what `scope` covers.

    Refused where a record appears twice, or where a file that speaks of some fields only names a record not there.
    """
    wanted = _by_place(_whole(session, records, scope))
    hashes = {place: storable(record).hash for place, record in wanted.items()}
    there = _covered(session, wanted, scope)
    touched = {place for place in hashes.keys() | there.keys() if hashes.get(place) != there.get(place)}
    before = _records(session, touched & there.keys())
    return difference_between(before, {place: wanted[place] for place in touched & wanted.keys()})


def apply(session: Session, act: Act, records: Sequence[Record], scope: Scope, source: SourceFile) -> Difference:
    """Write that difference and remember the import. What was changed; Refused (nothing written) as above."""
    if not records:
        raise Refused(f"{source.name} 里没有任何记录，没有导入")
    difference = import_difference(session, records, scope)
    row = ImportRow(
        by=act.by, at=act.at, file_name=source.name, sha256=source.sha256, kind=source.kind, **difference.counts()
    )
    session.add(row)
    session.flush()
    change(session, act, [Change(one.kind, one.key, one.after) for one in difference.all()], row.id)
    return difference


def _whole(session: Session, records: Sequence[Record], scope: Scope) -> Sequence[Record]:
    """The records with the fields their file does not speak of as they are."""
    if not scope.fields:
        return _with_charts(session, records)
    there = _records(session, {(kind_of(record), record.key) for record in records})
    return [_with_fields(there.get((kind_of(record), record.key)), record, scope.fields) for record in records]


def _with_charts(session: Session, records: Sequence[Record]) -> Sequence[Record]:
    """Powers keep the charts that a table has no room for."""
    if not any(isinstance(record, Power) for record in records):
        return records
    there = _records(session, {("power", key) for key in with_own_chart(session)})
    return [_with_chart(record, there.get(("power", record.key))) for record in records]


def _with_chart(record: Record, there: Record | None) -> Record:
    return with_charts_of(record, there) if isinstance(record, Power) and isinstance(there, Power) else record


def _with_fields(there: Record | None, record: Record, names: Sequence[str]) -> Record:
    if there is None:
        raise Refused(f"没有编号为 {record.key} 的{KIND_WORDS[kind_of(record)]}，没有导入")
    return replace(there, **{name: getattr(record, name) for name in names})


def _by_place(records: Sequence[Record]) -> dict[Place, Record]:
    wanted: dict[Place, Record] = {}
    for record in records:
        place = (kind_of(record), record.key)
        if place in wanted:
            raise Refused(f"文件里有两条编号相同的{KIND_WORDS[place[0]]}：{record.key}")
        wanted[place] = record
    return wanted


def _covered(session: Session, wanted: dict[Place, Record], scope: Scope) -> dict[Place, str]:
    """Hashes of the drafts that the file speaks about."""
    kinds = {kind for kind, _ in wanted} | set(scope.kinds)
    drafts = {(kind, key): hash_ for kind in kinds for key, hash_ in draft_hashes(session, kind).items()}
    return {place: hash_ for place, hash_ in drafts.items() if place in wanted or scope.covers(*place)}


def _records(session: Session, places: set[Place]) -> dict[Place, Record]:
    found: dict[Place, Record] = {}
    for kind in {kind for kind, _ in places}:
        rows = draft_rows(session, kind, [key for other, key in places if other == kind])
        found.update({(kind, key): record_of(row) for key, row in rows.items()})
    return found
