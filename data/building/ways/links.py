"""Finds what connects levels: what the drawing says is one stair or lift, else stairs lying over stairs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.categories import LEVEL_CHANGING
from data.building.shapes import shape_of
from data.records.building import Building, Floor

_SHARE = 0.3
"""Of the smaller of two units one above the other, so much is common to both."""
_TOUCHING_M = 0.5
_NEXT_LEVEL = 1.5
"""Stairs reach the next level, a mezzanine included; a lift may pass levels by."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A unit (index) on a floor (index) where a stair or lift can be entered."""

    floor: int
    unit: int


@dataclass(frozen=True, slots=True)
class Link:
    """A stair, lift, ramp or escalator and its stops, from the lowest up or in its one direction."""

    kind: str
    stops: tuple[Stop, ...]
    one_way: bool = False


def links_of(buildings: Iterable[Building], floors: Sequence[Floor]) -> tuple[Link, ...]:
    """Every connection between levels: those the buildings tell, then those found by overlap among the other units."""
    where = {
        unit.key: Stop(number, index) for number, floor in enumerate(floors) for index, unit in enumerate(floor.units)
    }
    told = tuple(
        Link(connection.kind, stops, connection.one_way)
        for building in buildings
        for connection in building.connections
        if len(stops := tuple(where[key] for key in connection.units if key in where)) > 1
    )
    taken = {stop for link in told for stop in link.stops}
    shafts = sorted(_shafts(floors, taken), key=lambda shaft: (shaft.ordinal, shaft.stop.floor, shaft.stop.unit))
    pairs = tuple(_pairs(shafts, _over))
    found = {stop for pair in pairs for stop in pair.stops}
    pairs += tuple(_pairs([shaft for shaft in shafts if shaft.stop not in found], _touching))
    return (*told, *(pair for pair in pairs if pair.kind != "elevator"), *_shafts_whole(pairs))


def _shafts_whole(pairs: Iterable[Link]) -> Iterator[Link]:
    """The lifts among the pairs, each with all its stops, as one ride goes past any number of floors."""
    groups: list[dict[Stop, None]] = []
    for pair in pairs:
        if pair.kind == "elevator":
            joined = [group for group in groups if any(stop in group for stop in pair.stops)]
            groups = [group for group in groups if group not in joined]
            groups.append(dict.fromkeys(stop for stops in (*joined, pair.stops) for stop in stops))
    for group in groups:
        yield Link("elevator", tuple(group))


@dataclass(frozen=True, slots=True)
class _Shaft:
    stop: Stop
    category: str
    ordinal: float
    shape: BaseGeometry


def _pairs(shafts: Sequence[_Shaft], joined: Callable[[_Shaft, _Shaft], bool]) -> Iterator[Link]:
    """Pairs one above the other; a shaft through five floors is four links."""
    for position, lower in enumerate(shafts):
        above = [upper for upper in shafts[position + 1 :] if _may_join(lower, upper) and joined(lower, upper)]
        nearest = min((upper.ordinal for upper in above), default=0.0)
        for upper in above:
            if upper.ordinal == nearest:
                yield Link(lower.category, (lower.stop, upper.stop))


def _shafts(floors: Sequence[Floor], taken: set[Stop]) -> Iterator[_Shaft]:
    for number, floor in enumerate(floors):
        for index, unit in enumerate(floor.units):
            stop = Stop(number, index)
            if unit.category in LEVEL_CHANGING and stop not in taken:
                yield _Shaft(stop, unit.category, floor.ordinal, shape_of(unit.polygons))


def _may_join(lower: _Shaft, upper: _Shaft) -> bool:
    if lower.category != upper.category or upper.ordinal <= lower.ordinal:
        return False
    return lower.category == "elevator" or upper.ordinal - lower.ordinal <= _NEXT_LEVEL


def _over(lower: _Shaft, upper: _Shaft) -> bool:
    if not lower.shape.intersects(upper.shape):
        return False
    common = shapely.area(shapely.intersection(lower.shape, upper.shape))
    return bool(common >= _SHARE * min(lower.shape.area, upper.shape.area))


def _touching(lower: _Shaft, upper: _Shaft) -> bool:
    """A grand staircase: where it arrives upstairs lies around where it began."""
    return bool(lower.shape.distance(upper.shape) <= _TOUCHING_M)
