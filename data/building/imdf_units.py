"""What an IMDF unit is called: its room number, its name, and the names of those who are in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data.building.categories import PRIVATE, UNNUMBERED
from data.building.features import Feature
from data.building.names import Label, first_number, label_of, split_number
from data.records.building import Polygon, Unit

_NUMBER_PROPERTIES = ("number", "ref", "room_number")
"""Extensions in which programs that write IMDF keep a room's number."""


@dataclass(frozen=True, slots=True)
class Called:
    """Category, number and names of a unit, and whether visitors may walk through it."""

    category: str
    number: str
    name: str
    name_en: str
    public: bool


def called_of(feature: Feature, occupants: Sequence[Feature], language: str) -> Called:
    """Read a unit's properties and those of its occupants; `language` is the archive's own."""
    category = feature.text("category").lower() or "unspecified"
    labels = [label_of(feature.properties.get(name), language) for name in ("name", "alt_name")]
    holders = [label_of(occupant.properties.get("name"), language) for occupant in occupants]
    number = "" if category in UNNUMBERED else _number(feature, labels, holders)
    return Called(
        category,
        number,
        next(_without(number, (label.name for label in labels)), "") or "、".join(_given(h.name for h in holders)),
        next(_without(number, (label.english for label in labels)), "")
        or ", ".join(_given(h.english for h in holders)),
        category not in PRIVATE and not feature.text("restriction"),
    )


def unit_of(key: str, polygons: tuple[Polygon, ...], called: Called) -> Unit:
    """The unit of this name and shape."""
    return Unit(key, called.category, polygons, called.number, called.name, called.name_en, called.public)


def _number(feature: Feature, labels: Sequence[Label], holders: Sequence[Label]) -> str:
    stated = (split_number(feature.text(name)).number for name in _NUMBER_PROPERTIES)
    named = [text for label in labels for text in (label.name, label.english)]
    return next((number for number in stated if number), "") or first_number([*named, *(h.name for h in holders)])


def _without(number: str, texts: Iterable[str]) -> Iterator[str]:
    """Names with the number taken out, those of which something is left."""
    for text in texts:
        parted = split_number(text)
        name = parted.name if number and parted.number == number else text
        if name:
            yield name


def _given(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
