"""How each record stands in a list: its title, the line under it, the heading above it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch

from data.records import (
    Building,
    BulletinItem,
    Category,
    Channel,
    Entry,
    Floor,
    Group,
    Hall,
    Notice,
    Office,
    Person,
    Power,
    Record,
    Room,
    Site,
    kind_of,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The words a list row is made of; English only where the office gave some."""

    title: str
    detail: str = ""
    section: str = ""
    title_en: str = ""


class Directory:
    """Names of records by kind and key, to resolve references when rows are written."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Know the names of all these records."""
        self._names: Mapping[tuple[str, str], str] = {
            (kind_of(record), record.key): record.name for record in records if hasattr(record, "name")
        }

    def name(self, kind: str, key: str) -> str:
        """The name of a record, or its key where nothing stands under it."""
        return self._names.get((kind, key), key)


@singledispatch
def heading_of(record: Record, directory: Directory) -> Heading:
    """The list row of a record; references in it are resolved to names."""
    raise TypeError(f"no list row for {kind_of(record)} {directory}")


@heading_of.register(Site)
@heading_of.register(Building)
def _named(record: Site | Building, _: Directory) -> Heading:
    return Heading(record.name, title_en=record.name_en)


@heading_of.register
def _office(office: Office, _: Directory) -> Heading:
    detail = office.summary or (office.duties[0] if office.duties else "")
    return Heading(office.name, detail, office.section, office.name_en)


@heading_of.register
def _person(person: Person, directory: Directory) -> Heading:
    return Heading(person.name, posts_line(person, directory), _first_office(person, directory), person.name_en)


@heading_of.register
def _group(group: Group, _: Directory) -> Heading:
    return Heading(group.name, f"{len(group.members)} 名成员", title_en=group.name_en)


@heading_of.register
def _category(category: Category, _: Directory) -> Heading:
    return Heading(category.name, category.explanation, title_en=category.name_en)


@heading_of.register
def _power(power: Power, directory: Directory) -> Heading:
    section = directory.name("category", power.category)
    return Heading(power.name, directory.name("office", power.office), section, power.name_en)


@heading_of.register
def _floor(floor: Floor, directory: Directory) -> Heading:
    return Heading(floor.name, floor.short_name, directory.name("building", floor.building), floor.name_en)


@heading_of.register
def _room(room: Room, directory: Directory) -> Heading:
    occupant = directory.name("office", room.office) if room.office else room.purpose
    return Heading(room.key, room.name or occupant, occupant, room.name_en)


@heading_of.register
def _hall(hall: Hall, _: Directory) -> Heading:
    return Heading(hall.name, hall.hours, title_en=hall.name_en)


@heading_of.register
def _channel(channel: Channel, _: Directory) -> Heading:
    return Heading(channel.name, channel.description, channel.board, channel.name_en)


@heading_of.register
def _entry(entry: Entry, _: Directory) -> Heading:
    return Heading(entry.title, " · ".join(filter(None, (entry.number, entry.key))), entry.theme)


@heading_of.register
def _notice(notice: Notice, _: Directory) -> Heading:
    return Heading(notice.text, title_en=notice.text_en)


@heading_of.register
def _bulletin_item(item: BulletinItem, _: Directory) -> Heading:
    return Heading(item.text, item.source, item.day.isoformat())


def posts_line(person: Person, directory: Directory) -> str:
    """A person's posts as one line: 综合法规处处长、机关党委委员."""
    return "、".join(
        post.title if not post.office or post.title.startswith(office) else f"{office}{post.title}"
        for post in person.posts
        for office in (directory.name("office", post.office),)
    )


def _first_office(person: Person, directory: Directory) -> str:
    return next((directory.name("office", post.office) for post in person.posts if post.office), "")
