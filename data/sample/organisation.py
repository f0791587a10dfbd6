"""The invented department's people and parts as records: site, offices, persons, leading groups, rooms."""

from collections.abc import Iterator, Mapping

from data.records import Group, Membership, Office, Person, Post, PostRole, Room, Seat, SignFact, Site
from data.sample.plan import planned_rooms
from data.sample.reading import columns, listed, number, parts, table, text, texts, toml

_FIRST_EXTENSION = 201
"""Telephones run from 024-0000 0201, a range that no exchange has."""


def site() -> Site:
    """The department as a whole."""
    facts = toml("site.toml")
    signs = tuple(
        SignFact(text(sign, "name"), number(sign, "width"), number(sign, "height"), text(sign, "colours"))
        for sign in listed(facts, "sign")
    )
    return Site(
        name=text(facts, "name"),
        name_en=text(facts, "name_en"),
        subtitle=text(facts, "subtitle"),
        subtitle_en=text(facts, "subtitle_en"),
        telephone=text(facts, "telephone"),
        complaint_telephone=text(facts, "complaint_telephone"),
        address=text(facts, "address"),
        address_en=text(facts, "address_en"),
        hours=text(facts, "hours"),
        hours_en=text(facts, "hours_en"),
        website=text(facts, "website"),
        sample=True,
        signs=signs,
    )


def offices() -> tuple[Office, ...]:
    """The 24 offices in the order of the list."""
    return tuple(_office(position, facts) for position, facts in enumerate(listed(toml("offices.toml"), "office"), 1))


def persons() -> tuple[Person, ...]:
    """The leaders, then the staff office by office."""
    return (*_leaders(), *_staff())


def groups() -> tuple[Group, ...]:
    """The two leading groups."""
    keys = {person.name: person.key for person in persons()}
    return tuple(
        _group(position, facts, keys) for position, facts in enumerate(listed(toml("groups.toml"), "group"), 1)
    )


def rooms() -> tuple[Room, ...]:
    """The rooms that have a number, as staff list them."""
    numbered = sorted((room for room in planned_rooms() if room.number), key=lambda room: int(room.number))
    return tuple(
        Room(
            key=room.number,
            name=room.name,
            name_en=room.name_en,
            office=room.office,
            floor=f"{room.floor}层",
            purpose=room.purpose,
            position=position,
        )
        for position, room in enumerate(numbered, 1)
    )


def _office(position: int, facts: object) -> Office:
    return Office(
        key=text(facts, "key"),
        name=text(facts, "name"),
        short_name=text(facts, "short_name"),
        name_en=text(facts, "name_en"),
        section=text(facts, "section"),
        section_en=text(facts, "section_en"),
        parent=text(facts, "parent"),
        summary=text(facts, "summary"),
        summary_en=text(facts, "summary_en"),
        telephone=text(facts, "telephone"),
        position=position,
        duties=texts(facts, "duties"),
        duties_en=texts(facts, "duties_en"),
        hours=text(toml("site.toml"), "hours"),
    )


def _leaders() -> Iterator[Person]:
    titles_en, names_en = _titles_en(), _names_en()
    for position, facts in enumerate(listed(toml("leaders.toml"), "leader"), 1):
        first = Post(text(facts, "title"), "", PostRole.LEADER, text(facts, "title_en"))
        also = text(facts, "also")
        yield Person(
            key=_key(position),
            name=text(facts, "name"),
            name_en=names_en[text(facts, "name")],
            position=position,
            posts=(first, _second_post(also, titles_en)) if also else (first,),
            duties=texts(facts, "duties"),
            leads=text(facts, "leads"),
            leads_en=text(facts, "leads_en"),
            in_charge_of=texts(facts, "in_charge_of"),
            room=text(facts, "room"),
        )


def _second_post(written: str, titles_en: Mapping[str, str]) -> Post:
    """A post written as `office:title:role`."""
    office, title, role = written.split(":")
    return Post(title, office, PostRole(role), titles_en.get(title, ""))


def _staff() -> Iterator[Person]:
    titles_en, office = _titles_en(), ""
    position = len(listed(toml("leaders.toml"), "leader"))
    for line in columns("staff.txt"):
        if line[0].startswith("="):
            office = line[0].removeprefix("=").strip()
            continue
        position += 1
        yield _member(position, office, line, titles_en)


def _member(position: int, office: str, line: tuple[str, ...], titles_en: Mapping[str, str]) -> Person:
    name, title, role, room, duties, pinyin, liaison = line
    return Person(
        key=_key(position),
        name=name,
        name_en=_names_en()[name],
        pinyin=pinyin,
        position=position,
        posts=(Post(title, office, PostRole(role), titles_en.get(title, "")),),
        duties=parts(duties),
        liaison_for=(office,) if liaison else (),
        room=room,
        telephone=f"024-0000 {_FIRST_EXTENSION + position:04d}",
    )


def _key(position: int) -> str:
    return f"示例{position:03d}"


def _titles_en() -> Mapping[str, str]:
    titles = table(toml("site.toml"), "titles_en")
    return {title: text(titles, title) for title in titles}


def _names_en() -> Mapping[str, str]:
    return {line[0]: line[1] for line in columns("names.txt")}


def _group(position: int, facts: object, keys: Mapping[str, str]) -> Group:
    seats = (
        (Seat.CHAIR, (text(facts, "chair"),)),
        (Seat.DEPUTY, texts(facts, "deputies")),
        (Seat.MEMBER, texts(facts, "members")),
    )
    return Group(
        key=text(facts, "key"),
        name=text(facts, "name"),
        name_en=text(facts, "name_en"),
        position=position,
        duties=texts(facts, "duties"),
        members=tuple(Membership(keys[name], seat) for seat, names in seats for name in names),
        seat_office=text(facts, "seat_office"),
        seat_head=keys[text(facts, "seat_head")],
    )
