"""A found way as it is walked: strides on one floor each, and the rides by stair or lift between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.building.ways.ground import Ground
from data.building.ways.links import Link
from data.building.ways.spaces import Kind
from data.building.ways.web import NOWHERE
from data.records.building import Point


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the graph that a way comes by: its number, where it is, and its space where it has just one."""

    number: int
    at: Point
    space: int


@dataclass(frozen=True, slots=True)
class Stride:
    """A walk on one floor (index): spots, and the space of each piece between them."""

    floor: int
    spots: tuple[Spot, ...]
    spaces: tuple[int, ...]
    outdoors: bool = False


@dataclass(frozen=True, slots=True)
class Ride:
    """A change of level from a floor to a floor (indices)."""

    link: Link
    start: int
    end: int


Course = tuple[Stride | Ride, ...]
Rides = Mapping[tuple[int, int], Link]


def course_of(ground: Ground, rides: Rides, spots: Sequence[Spot]) -> Course:
    """The course by these spots; `rides` tells which pairs of them are a change of level. Rides in a row are one."""
    parts: list[Stride | Ride] = []
    first = 0
    for position, (here, there) in enumerate(pairwise(spots)):
        link = rides.get((here.number, there.number))
        if link is not None:
            parts.extend(_strides(ground, spots[first : position + 1]))
            first = position + 1
            _add_ride(parts, Ride(link, ground.spaces[here.space].floor, ground.spaces[there.space].floor))
    parts.extend(_strides(ground, spots[first:]))
    return tuple(parts)


def _add_ride(parts: list[Stride | Ride], ride: Ride) -> None:
    before = parts[-1] if parts else None
    if isinstance(before, Ride) and before.link.kind == ride.link.kind:
        parts[-1] = Ride(ride.link, before.start, ride.end)
    else:
        parts.append(ride)


def _strides(ground: Ground, spots: Sequence[Spot]) -> list[Stride]:
    """A walk cut where it crosses onto another floor's drawing or through a house door.

    A single spot between two rides is no walk; the open air belongs to the floor one comes from.
    """
    spaces = [_space_between(ground, here, there) for here, there in pairwise(spots)]
    if not spaces:
        return []
    floors = _floors(ground, spaces)
    open_air = [ground.spaces[number].kind is Kind.OUTDOORS for number in spaces]
    changes = [p for p in range(1, len(spaces)) if (floors[p], open_air[p]) != (floors[p - 1], open_air[p - 1])]
    return [
        Stride(floors[start], tuple(spots[start : end + 1]), tuple(spaces[start:end]), open_air[start])
        for start, end in pairwise([0, *changes, len(spaces)])
    ]


def _floors(ground: Ground, spaces: Sequence[int]) -> list[int]:
    """The floor of each piece."""
    floors: list[int] = []
    for number in spaces:
        space = ground.spaces[number]
        floors.append(floors[-1] if floors and space.kind is Kind.OUTDOORS else space.floor)
    return floors


def _space_between(ground: Ground, here: Spot, there: Spot) -> int:
    """The space that a piece runs through: that of either end, or what two gates have in common."""
    if here.space != NOWHERE:
        return here.space
    if there.space != NOWHERE:
        return there.space
    common = [s for s in ground.gates[here.number].spaces if s in ground.gates[there.number].spaces]
    return common[0]
