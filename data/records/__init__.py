"""The frozen vocabulary of an office's facts, and the bytes by which each fact is known.

Each record is what one person would approve at once. Standard library only: the lobby reads these too. A room is
entered when a name in it is first asked for: the lobby's first frame needs five of nineteen.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from data.records.reference import Reference, references
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

_ROOMS = {
    "building": ("Amenity", "Building", "Connection", "Door", "Floor", "KioskPlace", "Unit"),
    "bulletin": ("BulletinItem", "ItemKind"),
    "canonical": ("Content", "content_of", "record_from"),
    "drawing": ("Arrow", "Box", "Drawing", "Lane"),
    "entry": ("Access", "Entry"),
    "group": ("Group", "Membership", "Seat"),
    "hall": ("Hall", "HallDay", "Window"),
    "kinds": ("KINDS", "RECORD_TYPES", "Kind", "Record", "kind_of"),
    "notice": ("Notice", "Urgency"),
    "office": ("Office",),
    "person": ("Person", "Post", "PostRole"),
    "picture": ("Picture",),
    "portal": ("Channel",),
    "power": (
        "Basis",
        "Branch",
        "Category",
        "Disclosure",
        "Fee",
        "Material",
        "Power",
        "Question",
        "Risk",
        "RiskLevel",
        "Step",
        "StepKind",
        "TimeLimit",
    ),
    "reference": ("Reference", "references"),
    "room": ("Room",),
    "route": ("Leg", "Profile", "Route", "Turn"),
    "site": ("SignFact", "Site"),
}
"""Which room each name is in."""

_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Python asks for it where a name is not here yet."""
        if name not in _ROOM_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
        globals()[name] = found
        return found
