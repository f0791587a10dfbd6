"""Cross-links: what each record points at, by the relations that lobby.sql lists."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.records import Group, Hall, Kind, Office, Person, Power, Record, Room, kind_of


@dataclass(frozen=True, slots=True)
class Link:
    """A pointer from one record to another; `role` says what the source is there."""

    source_kind: Kind
    source_key: str
    relation: str
    target_kind: Kind
    target_key: str
    position: int = 0
    role: str = ""


def links_of(record: Record) -> tuple[Link, ...]:
    """Every cross-link that starts at a record; pointers at nothing are left out."""
    kind = kind_of(record)
    return tuple(
        Link(kind, record.key, relation, target, key, position, role)
        for position, (relation, target, key, role) in enumerate(_pointers(record))
        if key
    )


def _pointers(record: Record) -> Iterator[tuple[str, Kind, str, str]]:
    match record:
        case Office():
            yield "part-of", "office", record.parent, ""
        case Person():
            yield from (("post", "office", post.office, post.role.value) for post in record.posts)
            yield from (("in-charge", "office", office, "") for office in record.in_charge_of)
            yield from (("liaison", "office", office, "") for office in record.liaison_for)
            yield "sits-in", "room", record.room, ""
        case Room():
            yield "used-by", "office", record.office, ""
        case Power():
            yield "category", "category", record.category, ""
            yield "held-by", "office", record.office, ""
            yield "handled-in", "room", record.room, ""
            yield from (("acts", "office", step.office, str(step.number)) for step in record.steps)
        case Group():
            yield from ((member.seat.value, "person", member.person, member.note) for member in record.members)
            yield "seat", "office", record.seat_office, ""
            yield "seat-head", "person", record.seat_head, ""
        case Hall():
            yield "in-room", "room", record.room, ""
            yield from (
                ("handles", "power", power, window.number) for window in record.windows for power in window.powers
            )
        case _:
            return
