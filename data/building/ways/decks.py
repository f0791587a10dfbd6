"""Lays floors of equal height side by side, as one walks from one building into another on the same level."""

from collections.abc import Sequence
from itertools import groupby

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.shapes import shape_of
from data.records.building import Floor

_CLASH_SHARE = 0.1
"""Floors of one height whose drawings share more than this of the smaller one lie over each other by mistake."""

Deck = tuple[int, ...]


def decks_of(floors: Sequence[Floor]) -> tuple[Deck, ...]:
    """Floors (indices) grouped by height; those that clash are kept apart, each on a deck of its own."""
    extents = [extent(floor) for floor in floors]
    order = sorted(range(len(floors)), key=lambda number: (floors[number].ordinal, number))
    decks: list[Deck] = []
    for _, level in groupby(order, key=lambda number: floors[number].ordinal):
        here: list[list[int]] = []
        for number in level:
            fitting = next((deck for deck in here if not any(clash(extents[number], extents[n]) for n in deck)), None)
            if fitting is None:
                here.append([number])
            else:
                fitting.append(number)
        decks.extend(tuple(deck) for deck in here)
    return tuple(decks)


def clash(one: BaseGeometry, other: BaseGeometry) -> bool:
    """Whether two extents of one height lie over each other by more than the thickness of walls."""
    smaller = min(one.area, other.area)
    return bool(smaller > 0 and one.intersection(other).area > _CLASH_SHARE * smaller)


def extent(floor: Floor) -> BaseGeometry:
    """All that is drawn of a floor."""
    return shapely.union_all([shape_of(unit.polygons) for unit in floor.units])
