"""A person of the department, the posts they hold and what they are in charge of."""

from dataclasses import dataclass
from enum import StrEnum


class PostRole(StrEnum):
    """What a post means for a visitor: whom to see first."""

    LEADER = "leader"
    """Of the department's leadership (厅领导)."""
    HEAD = "head"
    """In charge of the office (处长, 主任)."""
    DEPUTY = "deputy"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Post:
    """One post: a title, in an office or, with `office` empty, in the department's leadership."""

    title: str
    office: str = ""
    role: PostRole = PostRole.STAFF
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with posts, duties and a room.

    `leads` and `in_charge_of` are the division of duties among leaders (分工): `leads` is its text as published
    (主持全面工作, 分管…), `in_charge_of` the keys of the offices. `liaison_for` are the offices whose liaison person
    (联络员) this is. `room` is a room number. `pinyin` overrides the reading of the name.
    """

    key: str
    name: str
    pinyin: str = ""
    name_en: str = ""
    position: int = 0
    posts: tuple[Post, ...] = ()
    duties: tuple[str, ...] = ()
    duties_en: tuple[str, ...] = ()
    leads: str = ""
    leads_en: str = ""
    in_charge_of: tuple[str, ...] = ()
    liaison_for: tuple[str, ...] = ()
    room: str = ""
    telephone: str = ""
