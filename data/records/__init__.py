"""The frozen vocabulary of an office's facts, and the bytes by which each fact is known.

Each record is what one person would approve at once. Standard library only: the lobby reads these too.
"""

from data.records.building import (
    Amenity,
    Building,
    Connection,
    Door,
    Floor,
    KioskPlace,
    Unit,
)
from data.records.bulletin import BulletinItem, ItemKind
from data.records.canonical import Content, content_of, record_from
from data.records.drawing import Arrow, Box, Drawing, Lane
from data.records.entry import Access, Entry
from data.records.group import Group, Membership, Seat
from data.records.hall import Hall, HallDay, Window
from data.records.kinds import KINDS, RECORD_TYPES, Kind, Record, kind_of
from data.records.notice import Notice, Urgency
from data.records.office import Office
from data.records.person import Person, Post, PostRole
from data.records.picture import Picture
from data.records.portal import Channel
from data.records.power import (
    Basis,
    Branch,
    Category,
    Disclosure,
    Fee,
    Material,
    Power,
    Question,
    Risk,
    RiskLevel,
    Step,
    StepKind,
    TimeLimit,
)
from data.records.references import Reference, references
from data.records.room import Room
from data.records.route import Leg, Profile, Route, Turn
from data.records.site import SignFact, Site

__all__ = [
    "KINDS",
    "RECORD_TYPES",
    "Access",
    "Amenity",
    "Arrow",
    "Basis",
    "Box",
    "Branch",
    "Building",
    "BulletinItem",
    "Category",
    "Channel",
    "Connection",
    "Content",
    "Disclosure",
    "Door",
    "Drawing",
    "Entry",
    "Fee",
    "Floor",
    "Group",
    "Hall",
    "HallDay",
    "ItemKind",
    "Kind",
    "KioskPlace",
    "Lane",
    "Leg",
    "Material",
    "Membership",
    "Notice",
    "Office",
    "Person",
    "Picture",
    "Post",
    "PostRole",
    "Power",
    "Profile",
    "Question",
    "Record",
    "Reference",
    "Risk",
    "RiskLevel",
    "Room",
    "Route",
    "Seat",
    "SignFact",
    "Site",
    "Step",
    "StepKind",
    "TimeLimit",
    "Turn",
    "Unit",
    "Urgency",
    "Window",
    "content_of",
    "kind_of",
    "record_from",
    "references",
]
