"""The last steps of every loader: doors that lead outside, one upright frame, a place for every label."""

from collections.abc import Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.placing import placed
from data.building.shapes import point, shape_of
from data.building.sides import Areas, thresholds
from data.records.building import Floor, Point, Unit

_WALL_GAP_M = 0.35
"""Half of the widest wall that drawings leave as a gap between rooms."""
_AT_THE_EDGE_M = 0.75
_CENTRAL = 0.85
"""A middle point is the better label place when it has this share of the room the roomiest point has."""
_LABEL_TOLERANCE_M = 0.1


def finished(floors: Sequence[Floor]) -> tuple[Floor, ...]:
    """Floors in the records' coordinates from floors in any upright metres (x east, y south)."""
    return tuple(labelled(floor) for floor in placed([with_outside_doors(floor) for floor in floors]))


def with_outside_doors(floor: Floor) -> Floor:
    """The floor with `outside` set on doors that have a unit on one side and the edge of everything on the other."""
    areas = Areas.of(floor.units)
    sides = thresholds(floor.doors, areas)
    if all(len(threshold.sides) != 1 for threshold in sides):
        return floor
    edge = _edge(areas.shapes)
    doors = tuple(
        replace(
            threshold.door,
            outside=threshold.door.outside
            or (len(threshold.sides) == 1 and edge.distance(shapely.Point(threshold.at)) < _AT_THE_EDGE_M),
        )
        for threshold in sides
    )
    return replace(floor, doors=doors)


def labelled(floor: Floor) -> Floor:
    """The floor with `label_at` set on every unit that has none."""
    return replace(floor, units=tuple(unit if unit.label_at else _with_label(unit) for unit in floor.units))


def label_place(shape: BaseGeometry) -> Point:
    """Where a name is best written: the middle, or where a bend or hole makes that cramped, the roomiest point."""
    biggest = max(shapely.get_parts(shape), key=lambda part: float(part.area))
    radius_line = shapely.maximum_inscribed_circle(biggest, tolerance=_LABEL_TOLERANCE_M)
    middle = biggest.centroid
    room_in_the_middle = middle.distance(biggest.boundary) if biggest.contains(middle) else 0.0
    chosen = middle if room_in_the_middle >= _CENTRAL * radius_line.length else shapely.get_point(radius_line, 0)
    return point(chosen.coords[0])


def _with_label(unit: Unit) -> Unit:
    return replace(unit, label_at=label_place(shape_of(unit.polygons)))


def _edge(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """The outer edge of all units together, with the gaps of walls closed and courtyards filled."""
    whole = shapely.union_all(shapely.buffer(list(shapes), _WALL_GAP_M, quad_segs=1))
    return shapely.union_all([part.exterior for part in shapely.get_parts(whole)])
