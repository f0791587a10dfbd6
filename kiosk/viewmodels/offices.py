"""The list of offices as a tree by section and from A to Z, and the page of one office."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.edition.reader import Title
from data.records import Office
from kiosk.viewmodels.headings import section_names
from kiosk.viewmodels.places import first_room, said, where_is
from kiosk.viewmodels.take_along import card
from kiosk.viewmodels.view import LinkRow, View, link_row

ROLE_ORDER = ("leader", "head", "deputy", "staff")
DEEPEST = 3
"""Levels below the top that the tree sets further in; what is deeper stands with these."""


@dataclass(frozen=True, slots=True)
class OfficesFacts:
    """Every office twice: in the order of the tree, and by the letter its name begins with."""

    tree: tuple[LinkRow, ...]
    letters: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """One office. `room` and `floor` are where a visitor goes first; of the people, heads come before others."""

    key: str
    name: str
    section: str
    summary: str
    duties: tuple[str, ...]
    telephone: str
    hours: str
    room: str
    floor: str
    drawn: bool
    leaders: tuple[LinkRow, ...]
    people: tuple[LinkRow, ...]
    liaisons: tuple[LinkRow, ...]
    rooms: tuple[LinkRow, ...]
    powers: tuple[LinkRow, ...]
    parts: tuple[LinkRow, ...]
    groups: tuple[LinkRow, ...]
    takeAlong: str
    """The office's card, to be taken along."""


def offices_facts(view: View, _key: str = "") -> OfficesFacts:
    """The list of offices."""
    titles = {title.key: title for title in view.edition.titles("office")}
    records = view.edition.records(Office)
    rows = tuple(_tree(view, records, titles))
    return OfficesFacts(tree=rows, letters=by_letter(rows))


def by_letter(rows: tuple[LinkRow, ...]) -> tuple[LinkRow, ...]:
    """Rows in the order of their letters, # last; none where no reading of a name is known."""
    if not any(row.initial.isalpha() for row in rows):
        return ()
    flat = (replace(row, depth=0) for row in rows)
    return tuple(sorted(flat, key=_in_letters))


def _in_letters(row: LinkRow) -> tuple[bool, str, str]:
    """Where a row stands from A to Z; names in Hanzi of one letter keep their order."""
    return not row.initial.isalpha(), row.initial, row.title if row.title.isascii() else ""


def _tree(view: View, records: tuple[Office, ...], titles: dict[str, Title]) -> Iterator[LinkRow]:
    """Offices by section, in the order in which sections first appear; each is followed by its parts.

    Offices that are parts of each other stand as if they were part of none: every office is in the list once.
    """
    over = {office.key: office.parent for office in records}
    tops: list[Office] = []
    parts: dict[str, list[Title]] = {}
    for office in records:
        if office.parent not in titles or _turns(office.key, over):
            tops.append(office)
        else:
            parts.setdefault(office.parent, []).append(titles[office.key])
    names = section_names(view, records)
    for section in dict.fromkeys(office.section for office in tops):
        for office in tops:
            if office.section == section:
                yield from _branch(view, replace(_row(view, titles[office.key]), section=names[section]), parts)


def _turns(key: str, over: dict[str, str]) -> bool:
    """Whether going up from an office leads back to it."""
    above, passed = over[key], {""}
    while above in over and above != key and above not in passed:
        passed.add(above)
        above = over[above]
    return above == key


def _branch(view: View, row: LinkRow, parts: dict[str, list[Title]]) -> Iterator[LinkRow]:
    """A row and the rows of its parts, under the same section."""
    yield row
    for part in parts.get(row.key, ()):
        below = _row(view, part, depth=min(row.depth + 1, DEEPEST))
        yield from _branch(view, replace(below, section=row.section), parts)


def _row(view: View, title: Title, depth: int = 0) -> LinkRow:
    return link_row(view, title, end=first_room(view, title.key), depth=depth)


def office_facts(view: View, key: str) -> OfficeFacts | None:
    """The page of an office; None where the edition has none under this key."""
    office = view.edition.record(Office, key)
    if office is None:
        return None
    place = where_is(view, first_room(view, key))
    return OfficeFacts(
        key=key,
        name=view.words(office.name, office.name_en),
        section=section_names(view, view.edition.records(Office)).get(office.section, ""),
        summary=view.words(office.summary, office.summary_en),
        duties=office.duties_en if view.english and office.duties_en else office.duties,
        telephone=office.telephone,
        hours=view.hours(office.hours),
        room=place.room,
        floor=place.floor,
        drawn=place.drawn,
        leaders=_pointing(view, key, "in-charge"),
        people=people_of(view, key),
        liaisons=_pointing(view, key, "liaison"),
        rooms=tuple(_room_row(view, title) for title in view.edition.sources("office", key, "used-by")),
        powers=_pointing(view, key, "held-by"),
        parts=_pointing(view, key, "part-of"),
        groups=_pointing(view, key, "seat"),
        takeAlong=card(
            (
                view.words(office.name, office.name_en),
                said(view, place),
                office.telephone,
                view.hours(office.hours),
            )
        ),
    )


def _pointing(view: View, key: str, relation: str) -> tuple[LinkRow, ...]:
    titles = dict.fromkeys(view.edition.sources("office", key, relation))
    return tuple(link_row(view, title) for title in titles)


def people_of(view: View, office: str) -> tuple[LinkRow, ...]:
    """Who has a post in an office, heads first; each person once, with the room at the row's end."""
    ranked = sorted(view.edition.sources("office", office, "post"), key=lambda title: ROLE_ORDER.index(title.role))
    once = {title.key: title for title in reversed(ranked)}
    ordered = [title for title in ranked if once[title.key] is title]
    return tuple(link_row(view, title, end=room_of(view, title.key)) for title in ordered)


def room_of(view: View, person: str) -> str:
    """The number of the room a person sits in, empty where none is known."""
    return next((room.key for room in view.edition.targets("person", person, "sits-in")), "")


def _room_row(view: View, title: Title) -> LinkRow:
    place = where_is(view, title.key)
    return link_row(view, title, detail=place.floor)
