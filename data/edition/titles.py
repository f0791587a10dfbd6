"""How each record stands in a list: its title, the line under it, the heading above it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


def heading_of(record: Record, directory: Directory) -> Heading:
    """The list row of a record; references in it are resolved to names."""
    match record:
        case Site() | Building():
            return Heading(record.name, title_en=record.name_en)
        case Office():
            detail = record.summary or (record.duties[0] if record.duties else "")
            return Heading(record.name, detail, record.section, record.name_en)
        case Person():
            return Heading(record.name, posts_line(record, directory), _first_office(record, directory), record.name_en)
        case Group():
            return Heading(record.name, f"{len(record.members)} 名成员", title_en=record.name_en)
        case Category():
            return Heading(record.name, record.explanation, title_en=record.name_en)
        case Power():
            section = directory.name("category", record.category)
            return Heading(record.name, directory.name("office", record.office), section, record.name_en)
        case Floor():
            return Heading(record.name, record.short_name, directory.name("building", record.building), record.name_en)
        case Room():
            occupant = directory.name("office", record.office) if record.office else record.purpose
            return Heading(record.key, record.name or occupant, occupant, record.name_en)
        case Hall():
            return Heading(record.name, record.hours, title_en=record.name_en)
        case Channel():
            return Heading(record.name, record.description, record.board, record.name_en)
        case Entry():
            return Heading(record.title, " · ".join(filter(None, (record.number, record.key))), record.theme)
        case Notice():
            return Heading(record.text, title_en=record.text_en)
        case BulletinItem():
            return Heading(record.text, record.source, record.day.isoformat())


def posts_line(person: Person, directory: Directory) -> str:
    """A person's posts as one line: 综合法规处处长、机关党委委员."""
    return "、".join(
        post.title if not post.office or post.title.startswith(office) else f"{office}{post.title}"
        for post in person.posts
        for office in (directory.name("office", post.office),)
    )


def _first_office(person: Person, directory: Directory) -> str:
    return next((directory.name("office", post.office) for post in person.posts if post.office), "")
