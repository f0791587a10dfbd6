"""Which table class keeps which kind of record."""

from data.records.kinds import Kind
from data.store.buildings import BuildingRow, FloorRow
from data.store.bulletins import BulletinRow
from data.store.categories import CategoryRow
from data.store.channels import ChannelRow
from data.store.draft import DraftRow
from data.store.entries import EntryRow
from data.store.groups import GroupRow
from data.store.halls import HallRow
from data.store.notices import NoticeRow
from data.store.offices import OfficeRow
from data.store.persons import PersonRow
from data.store.powers import PowerRow
from data.store.rooms import RoomRow
from data.store.site import SiteRow

ROW_TYPES: dict[Kind, type[DraftRow]] = {
    "site": SiteRow,
    "office": OfficeRow,
    "person": PersonRow,
    "group": GroupRow,
    "category": CategoryRow,
    "power": PowerRow,
    "building": BuildingRow,
    "floor": FloorRow,
    "room": RoomRow,
    "hall": HallRow,
    "channel": ChannelRow,
    "entry": EntryRow,
    "notice": NoticeRow,
    "bulletin": BulletinRow,
}
