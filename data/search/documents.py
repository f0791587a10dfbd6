"""What can be found: records turned into documents, one for each thing a hit can open.

An office's duties and a power's steps are documents of their own, so that a hit can name the very line.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import singledispatch

from data.records import Category, Channel, Entry, Floor, Group, Hall, Office, Person, Power, Record, Room, kind_of

Names = Mapping[tuple[str, str], str]
"""(kind, key) → name, to write out what a record only points at."""

KIND_ORDER = (
    "office",
    "person",
    "power",
    "room",
    "unit",
    "group",
    "hall",
    "window",
    "category",
    "channel",
    "duty",
    "step",
    "entry",
)
"""Among hits that match equally well, which come first."""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found.

    `kind` is a record's, or `duty` (line `part` of an office), `step` (number `part` of a power), `window` (number
    `part` in the hall's list) or `unit` (drawn on a floor, in no list of rooms); `key` is the record's, or the unit's.
    `names` stand for it as well as the title does (short name,
    code, English name), `mentions` are named beside it (posts, offices), `body` is the text behind it. `pinyin` is the
    staff's own reading of the title.
    """

    kind: str
    key: str
    title: str
    part: int = 0
    position: int = 0
    detail: str = ""
    pinyin: str = ""
    names: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


def documents_of(records: Iterable[Record]) -> tuple[Document, ...]:
    """Every document in these records, in the order in which equal hits come: by kind, shortness, place in its list."""
    known = tuple(records)
    named = (record for record in known if isinstance(record, Office | Person | Room))
    names = {(kind_of(record), record.key): record.name for record in named}
    found = (document for record in known for document in _documents(record, names))
    return tuple(sorted((document for document in found if document.title), key=_order))


def _order(document: Document) -> tuple[int, int, int, str, int]:
    kind = KIND_ORDER.index(document.kind)
    return kind, len(document.title), document.position, document.key, document.part


@singledispatch
def _documents(record: Record, names: Names) -> Iterator[Document]:  # noqa: ARG001 - the signature of all that follow
    """Give the documents of one record: none for what is not searched (site, notices, bulletins)."""
    yield from ()


@_documents.register
def _office(office: Office, _: Names) -> Iterator[Document]:
    yield Document(
        "office",
        office.key,
        office.name,
        position=office.position,
        detail=office.summary or next(iter(office.duties), ""),
        pinyin=office.pinyin,
        names=(office.short_name, office.name_en),
        mentions=(office.telephone,),
        body=(office.summary, office.summary_en),
    )
    english = office.duties_en if len(office.duties_en) == len(office.duties) else ("",) * len(office.duties)
    for part, (duty, duty_en) in enumerate(zip(office.duties, english, strict=True), start=1):
        yield Document("duty", office.key, duty, part, office.position, office.name, body=(duty_en,))


@_documents.register
def _person(person: Person, names: Names) -> Iterator[Document]:
    posts = tuple(names.get(("office", post.office), "") + post.title for post in person.posts)
    yield Document(
        "person",
        person.key,
        person.name,
        position=person.position,
        detail="、".join(posts),
        pinyin=person.pinyin,
        names=(person.name_en,),
        mentions=(*posts, *(post.title_en for post in person.posts), person.room),
        body=(person.leads, person.leads_en, *person.duties, *person.duties_en),
    )


@_documents.register
def _power(power: Power, names: Names) -> Iterator[Document]:
    office = names.get(("office", power.office), "")
    yield Document(
        "power",
        power.key,
        power.name,
        position=power.position,
        detail=office,
        names=(power.key, power.implementation_code, power.name_en),
        mentions=(office, power.service_object),
        body=_power_text(power),
    )
    for step in power.steps:
        detail = " · ".join(filter(None, (power.name, step.actor)))
        mentions = (step.actor, step.link)
        yield Document("step", power.key, step.name, step.number, power.position, detail, mentions=mentions)


def _power_text(power: Power) -> tuple[str, ...]:
    return (
        power.summary,
        power.summary_en,
        *power.conditions,
        *(material.name for material in power.materials),
        *(f"{basis.law}{basis.number}" for basis in power.bases),
        *(question.question for question in power.questions),
    )


@_documents.register
def _room(room: Room, names: Names) -> Iterator[Document]:
    office = names.get(("office", room.office), "")
    name = room.name or office
    yield Document(
        "room",
        room.key,
        f"{room.key} {name}".strip(),
        position=room.position,
        detail=" · ".join(filter(None, (office if name != office else "", room.purpose))),
        names=(room.key, name, room.name_en, *_also_called(name)),
        mentions=(office, room.purpose, room.telephone),
    )


@_documents.register
def _floor(floor: Floor, names: Names) -> Iterator[Document]:
    """Toilets, lifts and whatever else is drawn by name, but stands in no list of rooms."""
    for unit in floor.units:
        kind = unit.category.partition(".")[0]
        facility, *called = _FACILITIES.get(kind, ("",))
        name = unit.name or facility
        if name and kind not in _NOBODY_LOOKS_FOR and ("room", unit.number) not in names:
            yield Document(
                "unit",
                unit.key,
                f"{unit.number} {name}".strip(),
                position=round(abs(floor.ordinal) * 10),
                detail=floor.name,
                names=(name, unit.name_en, facility, *called, *_also_called(name)),
                mentions=(floor.name,),
            )


_FACILITIES = {
    "restroom": ("卫生间", "厕所", "洗手间", "WC", "Toilet", "Restroom"),
    "elevator": ("电梯", "Lift", "Elevator"),
}
"""IMDF's categories of what everybody looks for: the name where the drawing has none, and what else it is called."""

_NOBODY_LOOKS_FOR = {"walkway", "lobby", "nonpublic", "opentobelow", "structure", "unspecified"}

_SYNONYMS = {
    "卫生间": ("厕所", "洗手间"),
    "洗手间": ("卫生间", "厕所"),
    "厕所": ("卫生间", "洗手间"),
    "开水间": ("茶水间", "打水"),
    "茶水间": ("开水间", "打水"),
    "食堂": ("餐厅", "饭堂"),
    "餐厅": ("食堂", "饭堂"),
    "卫生室": ("医务室",),
    "医务室": ("卫生室",),
    "审批大厅": ("办事大厅", "政务大厅"),
}
"""What visitors also call rooms that everybody looks for."""


def _also_called(name: str) -> tuple[str, ...]:
    return tuple(other for word, others in _SYNONYMS.items() if word in name for other in others)


@_documents.register
def _group(group: Group, names: Names) -> Iterator[Document]:
    members = tuple(names.get(("person", member.person), "") for member in group.members)
    detail = "、".join(filter(None, members[:3]))
    names_of_group = (group.name_en,)
    yield Document(
        "group", group.key, group.name, 0, group.position, detail, "", names_of_group, members, body=group.duties
    )


@_documents.register
def _hall(hall: Hall, _: Names) -> Iterator[Document]:
    yield Document("hall", hall.key, hall.name, detail=hall.hours, names=(hall.name_en,), mentions=(hall.room,))
    for part, window in enumerate(hall.windows, start=1):
        title = f"{window.number} {window.name}".strip()
        names = (window.name, window.name_en, f"{window.number}号窗口")
        yield Document("window", hall.key, title, part, part, hall.name, names=names, mentions=(window.telephone,))


@_documents.register
def _category(category: Category, _: Names) -> Iterator[Document]:
    yield Document(
        "category",
        category.key,
        category.name,
        position=category.position,
        detail=category.explanation,
        names=(category.name_en,),
    )


@_documents.register
def _channel(channel: Channel, _: Names) -> Iterator[Document]:
    yield Document(
        "channel",
        channel.key,
        channel.name,
        position=channel.position,
        detail=channel.description or channel.board,
        names=(channel.name_en,),
        mentions=(channel.board, channel.board_en),
        body=(channel.description, channel.description_en),
    )


@_documents.register
def _entry(entry: Entry, _: Names) -> Iterator[Document]:
    yield Document(
        "entry",
        entry.key,
        entry.title,
        position=entry.position,
        detail=" · ".join(filter(None, (entry.number, entry.publisher))),
        names=(entry.key, entry.number),
        mentions=(entry.publisher, entry.theme),
        body=(entry.summary,),
    )
