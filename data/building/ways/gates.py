"""Where one goes from one space into another: doors, and open edges of stairs or steps without a door."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from data.building.categories import CLOSED_DOORS
from data.building.sides import Areas, Threshold, thresholds
from data.building.ways.spaces import Kind, Space
from data.records.building import Door, Point

_OPEN_EDGE_M = 0.6
"""Shorter common edges are corners, not ways in."""
_TOUCHING_M = 0.15
_WAYS = frozenset({Kind.HALL, Kind.PASSAGE})
_OPEN_KINDS = frozenset({Kind.PASSAGE, Kind.CHANGE})


@dataclass(frozen=True, slots=True)
class Gate:
    """A way from one space (index) to another at a point; `across` is the unit vector across it.

    With one space it leads outside. `door` is false where nothing but an edge is crossed.
    """

    at: Point
    across: Point
    spaces: tuple[int, ...]
    accessible: bool = True
    door: bool = True
    outside: bool = False


def gates_of(doors: Sequence[Door], spaces: Sequence[Space]) -> tuple[Gate, ...]:
    """All gates between spaces drawn in one plane, doors first.

    Emergency exits, service and vehicle doors are left out; so are doors that touch nothing.
    """
    areas = Areas([space.shape for space in spaces])
    usable = [door for door in doors if door.category not in CLOSED_DOORS]
    found = [_gate(threshold) for threshold in thresholds(usable, areas) if _leads_somewhere(threshold)]
    entered = {space for gate in found if _from_a_way(gate, spaces) for space in gate.spaces}
    return (*found, *_open_edges(spaces, entered))


def _from_a_way(gate: Gate, spaces: Sequence[Space]) -> bool:
    """Whether a door is the one by which people come: an office's door that opens onto stairs is only the office's."""
    return gate.outside or any(spaces[number].kind in _WAYS for number in gate.spaces)


def _leads_somewhere(threshold: Threshold) -> bool:
    return len(threshold.sides) > 1 or (bool(threshold.sides) and threshold.door.outside)


def _gate(threshold: Threshold) -> Gate:
    outside = len(threshold.sides) == 1
    return Gate(threshold.at, threshold.across, threshold.sides, threshold.door.accessible, outside=outside)


def _open_edges(spaces: Sequence[Space], entered: set[int]) -> Iterator[Gate]:
    """Gates along common edges: for passages always, for stairs and lifts that no door leads into."""
    tree = shapely.STRtree([space.shape for space in spaces])
    for number, space in enumerate(spaces):
        if space.kind in _OPEN_KINDS and (space.kind is Kind.PASSAGE or number not in entered):
            for other in sorted(int(one) for one in tree.query(space.shape.buffer(_TOUCHING_M))):
                if _flow_together(spaces, number, other):
                    yield from _edge(spaces, number, other)


def _flow_together(spaces: Sequence[Space], number: int, other: int) -> bool:
    """Whether an open edge may lead from a passage or change into another space; two passages meet once."""
    if spaces[other].kind is Kind.HALL:
        return True
    return spaces[other].kind is spaces[number].kind is Kind.PASSAGE and other > number


def _edge(spaces: Sequence[Space], number: int, other: int) -> Iterator[Gate]:
    common = spaces[number].shape.boundary.intersection(spaces[other].shape.buffer(_TOUCHING_M))
    longest = max(_lines(common), key=lambda line: float(line.length), default=None)
    if longest is None or longest.length < _OPEN_EDGE_M:
        return
    middle = np.array(longest.interpolate(0.5, normalized=True).coords[0])
    near, far = (np.array(longest.interpolate(share, normalized=True).coords[0]) for share in (0.4, 0.6))
    along = (far - near) / max(float(np.hypot(*(far - near))), 1e-9)
    stepped = spaces[number].stepped or spaces[other].stepped
    yield Gate(
        (float(middle[0]), float(middle[1])),
        (float(-along[1]), float(along[0])),
        (number, other),
        accessible=not stepped,
        door=False,
    )


def _lines(shape: BaseGeometry) -> list[BaseGeometry]:
    merged = shapely.line_merge(shape) if shape.geom_type == "MultiLineString" else shape
    return [part for part in shapely.get_parts(merged) if part.geom_type == "LineString"]
