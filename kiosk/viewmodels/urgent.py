"""An urgent notice across the screen: what it says, and the nearest way out on the plan of this floor."""

from dataclasses import dataclass
from math import hypot

from data.records import Floor
from data.records.building import Point
from kiosk.viewmodels.drawing import DrawnFloor, drawn_floor, kiosk_place
from kiosk.viewmodels.view import View

EXITS = {"exit", "emergencyexit", "entry"}
"""Amenities that are ways out, as IMDF and staff call them."""


@dataclass(frozen=True, slots=True)
class UrgentFacts:
    """`texts` is empty where nothing is urgent. `floor` is this kiosk's; `exits` lie on it, nearest first.

    `also` says the same in English under the Chinese: who cannot read it has had no time to choose a language.
    """

    texts: tuple[str, ...]
    also: tuple[str, ...] = ()
    title: str = ""
    floor: DrawnFloor | None = None
    exits: tuple[tuple[float, ...], ...] = ()


def urgent_facts(view: View) -> UrgentFacts:
    """What is urgent now."""
    notices = view.edition.showing(view.now).urgent
    texts = tuple(view.words(notice.text, notice.text_en) for notice in notices)
    also = () if view.english else tuple(notice.text_en for notice in notices if notice.text_en)
    if not texts:
        return UrgentFacts(())
    floors = sorted(view.edition.records(Floor), key=lambda floor: floor.ordinal)
    kiosk = kiosk_place(floors, view.place)
    floor = next((floor for floor in floors if kiosk in floor.kiosks), None)
    if kiosk is None or floor is None:
        return UrgentFacts(texts, also)
    here = kiosk.at
    exits = sorted(ways_out(floor), key=lambda way: hypot(way[0] - here[0], way[1] - here[1]))
    return UrgentFacts(
        texts, also, view.floor_name(floor.name, floor.name_en), drawn_floor(view, floor, kiosk), tuple(exits)
    )


def ways_out(floor: Floor) -> list[Point]:
    """Where one gets out of the house from a floor: marked exits, and doors that lead outside."""
    marked = [amenity.at for amenity in floor.amenities if amenity.category in EXITS]
    doors = [_middle(door.line) for door in floor.doors if door.outside]
    return marked or doors


def _middle(line: tuple[Point, ...]) -> Point:
    return (sum(x for x, _ in line) / len(line), sum(y for _, y in line) / len(line))
