"""What a file or a sitting changes: records added, changed and removed, field by field for display."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import tzinfo

from data.records.kinds import Kind, Record
from data.store.shown import shown
from data.store.words import FIELD_WORDS


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as text to read; `name` is what staff call it."""

    field: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A record as it was and as it becomes; None where it was not or will not be."""

    kind: Kind
    key: str
    before: Record | None
    after: Record | None

    def fields(self, zone: tzinfo) -> tuple[FieldChange, ...]:
        """The fields that differ, in the record's order; instants on the clock of `zone`."""
        return field_changes(self.before, self.after, zone)


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs; each list ordered by kind and key."""

    added: tuple[Changed, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.changed or self.removed)

    def all(self) -> tuple[Changed, ...]:
        """Every change."""
        return (*self.added, *self.changed, *self.removed)

    def counts(self) -> dict[str, int]:
        """How many of each, under the names that `--json` uses."""
        return {"added": len(self.added), "changed": len(self.changed), "removed": len(self.removed)}


Place = tuple[Kind, str]


def difference_between(before: Mapping[Place, Record], after: Mapping[Place, Record]) -> Difference:
    """What differs between two sets of records by place; equal records are left out."""
    places = sorted(place for place in before.keys() | after.keys() if before.get(place) != after.get(place))
    found = [Changed(*place, before.get(place), after.get(place)) for place in places]
    return Difference(
        added=tuple(one for one in found if one.before is None),
        changed=tuple(one for one in found if one.before is not None and one.after is not None),
        removed=tuple(one for one in found if one.after is None),
    )


def field_changes(before: Record | None, after: Record | None, zone: tzinfo) -> tuple[FieldChange, ...]:
    """The fields that differ between two records of one kind; a field that says nothing is an empty text."""
    some = after or before
    if some is None:
        return ()
    names = [field.name for field in fields(some)]
    pairs = ((name, _shown(before, name, zone), _shown(after, name, zone)) for name in names if name != "key")
    return tuple(FieldChange(name, FIELD_WORDS[name], old, new) for name, old, new in pairs if old != new)


def _shown(record: Record | None, field: str, zone: tzinfo) -> str:
    return "" if record is None else shown(getattr(record, field), zone)
