"""Which other records a record points at, so that nothing is left standing that points at something missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.records.building import Floor
from data.records.group import Group
from data.records.hall import Hall
from data.records.kinds import Kind, Record
from data.records.office import Office
from data.records.person import Person
from data.records.power import Power
from data.records.room import Room


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to the record `kind`/`key`, and the words for where it stands (岗位, 步骤 3, ...)."""

    kind: Kind
    key: str
    place: str


def references(record: Record) -> tuple[Reference, ...]:
    """Everything a record points at, in the order a reader meets it; empty keys point at nothing and are left out."""
    return tuple(reference for reference in _pointers(record) if reference.key)


def _pointers(record: Record) -> Iterator[Reference]:
    match record:
        case Office():
            yield Reference("office", record.parent, "上级处室")
        case Person():
            yield from _of_person(record)
        case Group():
            yield from _of_group(record)
        case Power():
            yield from _of_power(record)
        case Room():
            yield Reference("office", record.office, "使用处室")
        case Floor():
            yield Reference("building", record.building, "所在楼")
        case Hall():
            yield from _of_hall(record)
        case _:
            return


def _of_person(person: Person) -> Iterator[Reference]:
    for post in person.posts:
        yield Reference("office", post.office, f"职务“{post.title}”")
    for office in person.in_charge_of:
        yield Reference("office", office, "分管处室")
    for office in person.liaison_for:
        yield Reference("office", office, "联络处室")
    yield Reference("room", person.room, "房间")


def _of_group(group: Group) -> Iterator[Reference]:
    for member in group.members:
        yield Reference("person", member.person, "成员")
    yield Reference("office", group.seat_office, "办公室所在处室")
    yield Reference("person", group.seat_head, "办公室负责人")


def _of_power(power: Power) -> Iterator[Reference]:
    yield Reference("category", power.category, "事项类型")
    yield Reference("office", power.office, "承办处室")
    yield Reference("room", power.room, "办理地点")
    for step in power.steps:
        yield Reference("office", step.office, f"步骤 {step.number}")


def _of_hall(hall: Hall) -> Iterator[Reference]:
    yield Reference("room", hall.room, "大厅房间")
    for window in hall.windows:
        for power in window.powers:
            yield Reference("power", power, f"窗口 {window.number}")
