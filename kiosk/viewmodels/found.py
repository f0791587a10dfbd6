"""What was found, as the search page lists it in the visitor's language."""

from dataclasses import dataclass

from data.records import Hall, Office
from data.search.query import Hit, marks_in
from kiosk.viewmodels.house import house_of
from kiosk.viewmodels.view import View


@dataclass(frozen=True, slots=True)
class Said:
    """A hit's title, whose it is in a quieter line, the text that matched behind the title, and the marks in it."""

    title: str
    detail: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]


def said_of(view: View, hit: Hit, query: str) -> Said:
    """How a hit is called; where the office gave it no English, as it is in Chinese."""
    title, detail = _in_english(view, hit) if view.english else ("", "")
    if not title:
        return Said(hit.title, detail or hit.detail, hit.excerpt, hit.marks)
    marks = marks_in(title, query)
    excerpt = "" if hit.excerpt in title or marks else hit.excerpt
    return Said(title, detail or hit.detail, excerpt, marks)


def _in_english(view: View, hit: Hit) -> tuple[str, str]:
    """The English title of a hit, empty where it has none, and the line under it."""
    match hit.kind:
        case "duty":
            office = view.edition.record(Office, hit.key)
            line = hit.part - 1
            matching = office is not None and len(office.duties_en) == len(office.duties)
            return (office.duties_en[line] if office and matching else "", office.name_en if office else "")
        case "step":
            power = view.edition.title("power", hit.key)
            return "", power.title_en if power else ""
        case "window":
            hall = view.edition.record(Hall, hit.key)
            window = hall.windows[hit.part - 1] if hall else None
            return (
                f"{window.number} {window.name_en}" if window and window.name_en else "",
                hall.name_en if hall else "",
            )
        case "unit":
            return _unit(view, hit.key)
        case "room":
            return _room(view, hit.key)
    title = view.edition.title(hit.opens, hit.key)
    return (title.title_en, view.detail(title)) if title else ("", "")


def _room(view: View, key: str) -> tuple[str, str]:
    """A room by its number with its name, or that of the office in it."""
    room = view.edition.title("room", key)
    offices = view.edition.targets("room", key, "used-by")
    office = next((title.title_en for title in offices), "")
    name = (room.title_en if room else "") or office
    return (f"{key} {name}" if name else "", office if name != office else "")


def _unit(view: View, key: str) -> tuple[str, str]:
    """A place that is only drawn, and its floor."""
    found = ((floor, unit) for floor in house_of(view).floors for unit in floor.units if unit.key == key)
    floor, unit = next(found, (None, None))
    if floor is None or unit is None or not unit.name_en:
        return "", ""
    return f"{unit.number} {unit.name_en}".strip(), view.floor_name(floor.name, floor.name_en)
