"""Who has which room: the office's name for the plan, and the group of offices by which rooms are coloured."""

from dataclasses import dataclass

from data.records import Office, Room
from kiosk.viewmodels.drawing import Tenant
from kiosk.viewmodels.headings import section_names
from kiosk.viewmodels.view import View

MOST_GROUPS = 6
"""So many tints the theme has; the groups after them share the last."""


@dataclass(frozen=True, slots=True)
class Tenancy:
    """`groups` are the sections of the office tree in their order; `by_unit` goes by the unit's key."""

    groups: tuple[str, ...]
    by_unit: dict[str, Tenant]


def tenancy(view: View) -> Tenancy:
    """The rooms of the staff's list that are drawn, and whose they are."""
    offices = {office.key: office for office in view.edition.records(Office)}
    sections = {key: _section(offices, office) for key, office in offices.items()}
    groups = tuple(dict.fromkeys(section for section in sections.values() if section))
    by_unit: dict[str, Tenant] = {}
    for room in view.edition.records(Room):
        place = view.edition.place_of(room.key)
        if place is None:
            continue
        section = sections.get(room.office, "")
        group = min(groups.index(section), MOST_GROUPS - 1) if section else -1
        by_unit[place.unit] = Tenant(room.key, _name(view, room, offices.get(room.office)), group)
    names = section_names(view, offices.values())
    return Tenancy(tuple(names[group] for group in groups), by_unit)


def _name(view: View, room: Room, office: Office | None) -> str:
    """The office's short name, else the room's own."""
    if office is None:
        return view.words(room.name, room.name_en)
    return view.words(office.short_name or office.name, office.name_en)


def _section(offices: dict[str, Office], office: Office) -> str:
    """The heading an office stands under: its own, else that of the office it belongs to."""
    seen: set[str] = set()
    here: Office | None = office
    while here and not here.section and here.key not in seen:
        seen.add(here.key)
        here = offices.get(here.parent)
    return here.section if here else ""
