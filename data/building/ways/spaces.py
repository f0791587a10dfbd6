"""Turns the units of floors into spaces: halls that flow together, rooms, stairs and lifts, each one walkable piece.

Drawings overlap: rooms drawn over one floor-wide corridor, a closet inside an office. What lies inside something
bigger is cut out of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from data.building.categories import GATHERING, LEVEL_CHANGING, OPEN, SOLID, STEPPED
from data.building.shapes import grown, polygons_in, shape_of
from data.records.building import Floor, Unit

_HAIRLINE_M = 0.06
"""Neighbouring corridors drawn this far apart are one."""
_OVERLAP_M2 = 0.05
_WALL_M = 0.05
_MOUTH_M = 0.4
"""Half the thickness of a wall at a door, and half the width of the narrowest door."""


class Kind(Enum):
    """What a space is to a walker."""

    HALL = auto()
    ROOM = auto()
    PASSAGE = auto()
    """Steps or a ramp within a floor, a corridor not for visitors: open like a hall, but not part of one."""
    CHANGE = auto()
    """A stair, lift or escalator: one goes in to change level."""
    OUTDOORS = auto()


@dataclass(frozen=True, slots=True)
class Space:
    """A connected piece one can walk in, on one floor (index), made of units (indices on that floor)."""

    kind: Kind
    floor: int
    units: tuple[int, ...]
    shape: Polygon
    public: bool = True
    stepped: bool = False
    gathering: bool = False


def spaces_of(number: int, floor: Floor) -> tuple[Space, ...]:
    """The spaces of one floor; `number` is its index. Walls and voids are no spaces."""
    territories = _territories(floor.units)
    flowing = [index for index, unit in enumerate(floor.units) if _flows(unit)]
    spaces = _halls(number, floor, [(index, territories[index]) for index in flowing])
    for index, unit in enumerate(floor.units):
        if not _flows(unit) and unit.category not in SOLID:
            spaces.extend(_closed(number, index, unit, part) for part in polygons_in(territories[index]))
    return tuple(spaces)


def _flows(unit: Unit) -> bool:
    return unit.public and unit.category in OPEN and unit.category not in STEPPED | LEVEL_CHANGING


def _closed(number: int, index: int, unit: Unit, part: Polygon) -> Space:
    kind = Kind.CHANGE if unit.category in LEVEL_CHANGING else Kind.PASSAGE if unit.category in OPEN else Kind.ROOM
    gathering = unit.category in GATHERING
    return Space(kind, number, (index,), part, unit.public, unit.category in STEPPED, gathering)


def _territories(units: Sequence[Unit]) -> list[BaseGeometry]:
    """Each unit's shape without the smaller units that lie in it."""
    shapes = np.array([shape_of(unit.polygons) for unit in units], dtype=object)
    if not len(shapes):
        return []
    areas = shapely.area(shapes)
    tree = shapely.STRtree(shapes)
    first, second = tree.query(shapes, predicate="intersects")
    smaller = (areas[second] < areas[first]) | ((areas[second] == areas[first]) & (second > first))
    first, second = first[smaller], second[smaller]
    overlapping = shapely.area(shapely.intersection(shapes[first], shapes[second])) > _OVERLAP_M2
    first, second = first[overlapping], second[overlapping]
    cut = list(shapes)
    for index in np.unique(first):
        inner = [shapes[other] for other in second[first == index] if not _both_flow(units, index, other)]
        cut[index] = shapes[index].difference(shapely.union_all(inner))
    return cut


def _both_flow(units: Sequence[Unit], one: int, other: int) -> bool:
    return _flows(units[one]) and _flows(units[other])


def _halls(number: int, floor: Floor, parts: Sequence[tuple[int, BaseGeometry]]) -> list[Space]:
    """What flows together, less walls and what stands about."""
    grown_parts = [_grown(part, _HAIRLINE_M) for _, part in parts]
    pieces = _pieces(floor, grown_parts)
    mouths = _mouths(floor, parts, pieces)
    if mouths:
        pieces = _pieces(floor, [*grown_parts, *mouths])
    return [
        Space(Kind.HALL, number, tuple(index for index, part in parts if _shares(piece, part)), piece)
        for piece in pieces
    ]


def _pieces(floor: Floor, grown_parts: Sequence[BaseGeometry]) -> tuple[Polygon, ...]:
    """The connected pieces of what flows."""
    whole = _grown(shapely.union_all(list(grown_parts)), -_HAIRLINE_M).difference(_walls(floor))
    return polygons_in(_around(whole, floor))


def _mouths(floor: Floor, parts: Sequence[tuple[int, BaseGeometry]], pieces: Sequence[Polygon]) -> list[BaseGeometry]:
    """Doors between halls that a careless drawing lets touch besides: the thickness of the wall there.

    Such halls are one piece through a crack, which nobody gets through, and a door inside one piece is no gate.
    """
    shapes = [part for _, part in parts]
    tree = shapely.STRtree(shapes)
    found = []
    for door in floor.doors:
        line = shapely.LineString(door.line)
        near = [shapes[place] for place in tree.query(line, predicate="dwithin", distance=_MOUTH_M)]
        if len(near) > 1 and any(sum(_shares(piece, part) for part in near) > 1 for piece in pieces):
            middle = line.interpolate(0.5, normalized=True)
            times = max(1.0, _MOUTH_M * 2 / line.length)
            wide = shapely.affinity.scale(line, times, times, origin=middle)
            found.append(wide.buffer(_MOUTH_M, cap_style="flat"))
    if not found:
        return []
    closed = shapely.union_all([shape_of(unit.polygons) for unit in floor.units if not _flows(unit)])
    return [mouth.difference(closed) for mouth in found]


def _walls(floor: Floor) -> BaseGeometry:
    solid = [shape_of(unit.polygons) for unit in floor.units if unit.category in SOLID]
    lines = [shapely.LineString(line).buffer(_WALL_M, cap_style="flat") for line in floor.furniture_walls]
    return shapely.union_all([*solid, *lines])


def _around(whole: BaseGeometry, floor: Floor) -> BaseGeometry:
    """The halls without the furniture, except furniture that would bar the way altogether."""
    for fixture in floor.fixtures:
        without = whole.difference(shape_of((fixture,)))
        if len(polygons_in(without)) == len(polygons_in(whole)):
            whole = without
    return whole


def _shares(piece: Polygon, part: BaseGeometry) -> bool:
    return bool(piece.intersects(part) and piece.intersection(part).area > _OVERLAP_M2)


def _grown(shape: BaseGeometry, distance: float) -> BaseGeometry:
    return grown(shape, distance, mitre_limit=2.0)
