"""The kinds of record there are, in the order staff and visitors meet them."""

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

Kind = str
"""A kind's name in files, commands and tables: one of `KINDS`."""

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

RECORD_TYPES: dict[Kind, type[Record]] = {
    "site": Site,
    "office": Office,
    "person": Person,
    "group": Group,
    "category": Category,
    "power": Power,
    "building": Building,
    "floor": Floor,
    "room": Room,
    "hall": Hall,
    "channel": Channel,
    "entry": Entry,
    "notice": Notice,
    "bulletin": BulletinItem,
}

KINDS: tuple[Kind, ...] = tuple(RECORD_TYPES)

FLOW: Kind = "flow"
"""What a staff file may be besides: a flow chart. It is no kind of record but a part of a power."""

_KIND_OF: dict[type[Record], Kind] = {record_type: kind for kind, record_type in RECORD_TYPES.items()}


def kind_of(record: Record) -> Kind:
    """The kind a record is of."""
    return _KIND_OF[type(record)]
