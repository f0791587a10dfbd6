"""Who is who: leaders and their division of duties, people office by office, leading groups; one person, one group."""

from dataclasses import dataclass, replace

from data.edition.reader import Title
from data.records import Group, Person
from kiosk.viewmodels.english import post_in_english
from kiosk.viewmodels.offices import people_of, room_of
from kiosk.viewmodels.places import where_is
from kiosk.viewmodels.view import LinkRow, View, link_row


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A leader with what they are in charge of: names and keys of offices go together by place."""

    key: str
    name: str
    title: str
    leads: str
    offices: tuple[str, ...]
    keys: tuple[str, ...]
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """The staff page; `tab` is the part it opens with: leaders, people or groups."""

    tab: str
    leaders: tuple[LeaderRow, ...]
    people: tuple[LinkRow, ...]
    groups: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One person."""

    key: str
    name: str
    posts: tuple[str, ...]
    duties: tuple[str, ...]
    leads: str
    telephone: str
    room: str
    floor: str
    drawn: bool
    offices: tuple[LinkRow, ...]
    charges: tuple[LinkRow, ...]
    liaisons: tuple[LinkRow, ...]
    groups: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """One leading group; the office that holds its seat, and who sits in it."""

    key: str
    name: str
    duties: tuple[str, ...]
    chairs: tuple[LinkRow, ...]
    deputies: tuple[LinkRow, ...]
    members: tuple[LinkRow, ...]
    seats: tuple[LinkRow, ...]
    heads: tuple[LinkRow, ...]


def staff_facts(view: View, key: str) -> StaffFacts:
    """The staff page, opened at the part `key` names, or the first that has something."""
    leaders = tuple(leader_rows(view))
    return StaffFacts(
        tab=key if key in {"people", "groups"} else "leaders" if leaders else "people",
        leaders=leaders,
        people=tuple(_people(view)),
        groups=tuple(link_row(view, title) for title in view.edition.titles("group")),
    )


def groups_facts(view: View, _key: str = "") -> StaffFacts:
    """The staff page, opened at the leading groups."""
    return staff_facts(view, "groups")


def leader_rows(view: View) -> list[LeaderRow]:
    """Those who are of the leadership or in charge of offices, in order."""
    titles = {title.key: title for title in view.edition.titles("office")}
    return [
        _leader(view, person, titles)
        for person in view.edition.records(Person)
        if person.in_charge_of or person.leads or any(post.role == "leader" for post in person.posts)
    ]


def _leader(view: View, person: Person, offices: dict[str, Title]) -> LeaderRow:
    charges = [offices[key] for key in person.in_charge_of if key in offices]
    posts = (_post(view, post.title, post.title_en, offices.get(post.office)) for post in person.posts)
    row = LeaderRow(
        key=person.key,
        name=view.words(person.name, person.name_en),
        title=view.words("、", ", ").join(posts),
        leads=view.words(person.leads, person.leads_en),
        offices=tuple(view.words(title.title, title.title_en) for title in charges),
        keys=tuple(title.key for title in charges),
    )
    return replace(row, foreign=view.foreign(row))


def _people(view: View) -> list[LinkRow]:
    """Everybody, office by office in the offices' order; who has posts in two offices stands in both."""
    rows: list[LinkRow] = []
    for office in view.edition.titles("office"):
        heading = view.words(office.title, office.title_en)
        rows.extend(replace(row, section=heading) for row in people_of(view, office.key))
    return rows


def person_facts(view: View, key: str) -> PersonFacts | None:
    """The page of a person; None where the edition has none under this key."""
    person = view.edition.record(Person, key)
    if person is None:
        return None
    place = where_is(view, person.room)
    offices = {title.key: title for title in view.edition.targets("person", key, "post")}
    return PersonFacts(
        key=key,
        name=view.words(person.name, person.name_en),
        posts=tuple(_post(view, post.title, post.title_en, offices.get(post.office)) for post in person.posts),
        duties=person.duties_en if view.english and person.duties_en else person.duties,
        leads=view.words(person.leads, person.leads_en),
        telephone=person.telephone,
        room=place.room,
        floor=place.floor,
        drawn=place.drawn,
        offices=tuple(link_row(view, title) for title in offices.values()),
        charges=tuple(link_row(view, title) for title in view.edition.targets("person", key, "in-charge")),
        liaisons=tuple(link_row(view, title) for title in view.edition.targets("person", key, "liaison")),
        groups=_groups_of(view, key),
    )


def _post(view: View, title: str, title_en: str, office: Title | None) -> str:
    words = view.words(title, title_en)
    if office is None or words.startswith(office.title):
        return words
    if view.english and title_en:
        return post_in_english(title_en, office.title_en)
    return f"{view.words(office.title, office.title_en)}{words}"


def _groups_of(view: View, person: str) -> tuple[LinkRow, ...]:
    """The leading groups somebody is in; the row's end says the seat by its code."""
    return tuple(
        link_row(view, title, detail="", end=seat)
        for seat in ("chair", "deputy", "member")
        for title in view.edition.sources("person", person, seat)
    )


def group_facts(view: View, key: str) -> GroupFacts | None:
    """The page of a leading group; None where the edition has none under this key."""
    group = view.edition.record(Group, key)
    if group is None:
        return None

    def seated(relation: str) -> tuple[LinkRow, ...]:
        titles = view.edition.targets("group", key, relation)
        return tuple(link_row(view, title, end=room_of(view, title.key)) for title in titles)

    return GroupFacts(
        key=key,
        name=view.words(group.name, group.name_en),
        duties=group.duties,
        chairs=seated("chair"),
        deputies=seated("deputy"),
        members=seated("member"),
        seats=tuple(link_row(view, title) for title in view.edition.targets("group", key, "seat")),
        heads=seated("seat-head"),
    )
