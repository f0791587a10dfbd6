"""A change as a page shows it: its words marked, and what the signs show before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from data.desk.marked import Piece, marked
from data.desk.web.preview import Preview, previews
from data.desk.web.signs import Sign
from data.records.bulletin import BulletinItem
from data.records.kinds import KINDS, Record
from data.records.notice import Notice
from data.records.power import Power
from data.store.difference import Changed
from data.store.words import title_of


@dataclass(frozen=True, slots=True)
class Field:
    """A field that changed, word for word."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A change with its fields, and what the signs show of it now and will show.

    `gone` and `brought` are the hashes of pictures that go and that come, where they differ.
    """

    kind: str
    key: str
    title: str
    change: str
    what: str
    fields: tuple[Field, ...]
    before: tuple[Preview, ...]
    after: tuple[Preview, ...]
    gone: tuple[str, ...]
    brought: tuple[str, ...]


def lines_of(changes: Iterable[Changed], signs: tuple[Sign, ...], zone: tzinfo) -> list[Line]:
    """Changes in the order in which staff meet the kinds; instants on the clock of `zone`."""
    return [_line(one, signs, zone) for one in sorted(changes, key=lambda one: (KINDS.index(one.kind), _order(one)))]


def _order(one: Changed) -> tuple[int, str]:
    record = one.after or one.before
    return (record.position if isinstance(record, BulletinItem) else 0), one.key


def _line(one: Changed, signs: tuple[Sign, ...], zone: tzinfo) -> Line:
    record = one.after or one.before
    fields = tuple(Field(field.name, marked(field.before, field.after)) for field in one.fields(zone))
    change, what = (
        ("added", "新增") if one.before is None else ("removed", "删除") if one.after is None else ("changed", "修改")
    )
    before, after = _shown(one.before, signs), _shown(one.after, signs)
    gone, brought = _pictures(one.before), _pictures(one.after)
    return Line(
        one.kind,
        one.key,
        title_of(record) if record else "",
        change,
        what,
        fields,
        before if before != after else (),
        after,
        gone if gone != brought else (),
        brought if gone != brought else (),
    )


def _pictures(record: Record | None) -> tuple[str, ...]:
    return tuple(picture.document for picture in record.pictures) if isinstance(record, Power) else ()


def _shown(record: Record | None, signs: tuple[Sign, ...]) -> tuple[Preview, ...]:
    match record:
        case BulletinItem():
            return previews(signs, record.text, record.kind)
        case Notice():
            return previews(signs, record.text)
        case _:
            return ()
