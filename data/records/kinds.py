"""The kinds of record there are, in the order staff and visitors meet them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, reduce
from operator import or_
from pkgutil import resolve_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.records.building import Building, Floor
    from data.records.bulletin import BulletinItem
    from data.records.entry import Entry
    from data.records.group import Group
    from data.records.hall import Hall
    from data.records.notice import Notice
    from data.records.office import Office
    from data.records.person import Person
    from data.records.portal import Channel
    from data.records.power import Category, Power
    from data.records.room import Room
    from data.records.site import Site

    Record = (
        Site
        | Office
        | Person
        | Group
        | Category
        | Power
        | Building
        | Floor
        | Room
        | Hall
        | Channel
        | Entry
        | Notice
        | BulletinItem
    )

Kind = str
"""A kind's name in files, commands and tables: one of `KINDS`."""

_CLASSES: dict[Kind, str] = {
    "site": "site:Site",
    "office": "office:Office",
    "person": "person:Person",
    "group": "group:Group",
    "category": "power:Category",
    "power": "power:Power",
    "building": "building:Building",
    "floor": "building:Floor",
    "room": "room:Room",
    "hall": "hall:Hall",
    "channel": "portal:Channel",
    "entry": "entry:Entry",
    "notice": "notice:Notice",
    "bulletin": "bulletin:BulletinItem",
}
"""Where each kind's dataclass is: loaded when first asked for, as the names in `data.records` are."""

KINDS: tuple[Kind, ...] = tuple(_CLASSES)

FLOW: Kind = "flow"
"""What a staff file may be besides: a flow chart. It is no kind of record but a part of a power."""

_KIND_OF = {place.partition(":")[2]: kind for kind, place in _CLASSES.items()}


class _Types(Mapping[Kind, "type[Record]"]):
    """The dataclass of each kind."""

    def __getitem__(self, kind: Kind) -> type[Record]:
        return _loaded(_CLASSES[kind])

    def __iter__(self) -> Iterator[Kind]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


@cache
def _loaded(place: str) -> type[Record]:
    found: type[Record] = resolve_name(f"data.records.{place}")
    return found


@cache
def _any_record() -> object:
    return reduce(or_, RECORD_TYPES.values())


RECORD_TYPES: Mapping[Kind, type[Record]] = _Types()


def kind_of(record: Record) -> Kind:
    """The kind a record is of."""
    return kind_of_type(type(record))


def kind_of_type(record_type: type[object]) -> Kind:
    """The kind of which a record type is. KeyError where it is none."""
    return _KIND_OF[record_type.__name__]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Python asks for it: `Record`, any of the types, where somebody wants it while the program runs."""
        if name != "Record":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return _any_record()
