"""A leading group (领导小组): a standing body drawn from several offices."""

from dataclasses import dataclass
from enum import StrEnum


class Seat(StrEnum):
    """What a member is in the group."""

    CHAIR = "chair"
    """组长"""
    DEPUTY = "deputy"
    """副组长"""
    MEMBER = "member"
    """成员"""


@dataclass(frozen=True, slots=True)
class Membership:
    """One member: a person by key, and the seat they hold."""

    person: str
    seat: Seat = Seat.MEMBER
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A leading group; `seat_office` is the key of the office in which its own office (办公室) sits."""

    key: str
    name: str
    name_en: str = ""
    position: int = 0
    duties: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    seat_office: str = ""
    seat_head: str = ""
    """Key of the person who heads the group's own office, empty where none is named."""
