"""The last steps of every loader: doors that lead outside, one upright frame, places for labels, English names."""

from collections.abc import Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.categories import OPEN
from data.building.labels import labelled
from data.building.placing import placed
from data.building.shapes import all_grown, grown, polygons_in, record_polygon, shape_of
from data.building.sides import Areas, thresholds
from data.records.building import Floor
from data.records.storeys import floor_name_in_english

_WALL_GAP_M = 0.35
"""Half of the widest wall that drawings leave as a gap between rooms."""
_AT_THE_EDGE_M = 0.75
_SIMPLE_M = 0.05
_NARROW_M = 0.75
"""Half the width of what is the gap of a wall or a shaft, not a court."""
_COURT_M2 = 6.0


def finished(floors: Sequence[Floor]) -> tuple[Floor, ...]:
    """Floors in the records' coordinates from floors in any upright metres (x east, y south)."""
    upright = placed([with_outside_doors(floor) for floor in floors])
    return tuple(_with_english(with_outline(labelled(floor))) for floor in upright)


def with_outside_doors(floor: Floor) -> Floor:
    """The floor with `outside` set on doors that touch one unit, and are entrances as told or at the edge of all units.

    An entrance between two units leads from one house into the next.
    """
    areas = Areas.of(floor.units)
    sides = thresholds(floor.doors, areas)
    alone = [threshold for threshold in sides if len(threshold.sides) == 1]
    edge = _edge(areas.shapes) if alone else shapely.Point()
    leading_out = {
        threshold.door
        for threshold in alone
        if threshold.door.outside or edge.distance(shapely.Point(threshold.at)) < _AT_THE_EDGE_M
    }
    return replace(floor, doors=tuple(replace(door, outside=door in leading_out) for door in floor.doors))


def with_outline(floor: Floor) -> Floor:
    """The floor with an outline: its own made simple and without courts, or one drawn around all its units."""
    built = _together([shape_of(unit.polygons) for unit in floor.units])
    drawn = shapely.union_all([shape_of((rings,)) for rings in floor.outline])
    whole = drawn.difference(_courts(drawn, built, floor)) if floor.outline else built
    simple = polygons_in(whole.simplify(_SIMPLE_M))
    return replace(floor, outline=tuple(record_polygon(polygon) for polygon in simple))


def _with_english(floor: Floor) -> Floor:
    """The floor with an English name where its own says a height: 五层 is Floor 5, 夹层 has none."""
    return replace(floor, name_en=floor.name_en or floor_name_in_english(floor.name))


def _together(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """All units as one shape without the gaps of walls."""
    wide = all_grown(shapes, _WALL_GAP_M)
    return grown(shapely.union_all(wide), -_WALL_GAP_M)


def _courts(drawn: BaseGeometry, built: BaseGeometry, floor: Floor) -> BaseGeometry:
    """What of an outline no unit covers, where corridors are drawn: the air over a hall, a court, what lies beside.

    It would look like a corridor. Where a door leads there, it is one that nobody drew.
    """
    if not any(unit.category in OPEN for unit in floor.units):
        return shapely.Polygon()
    bare = drawn.difference(built)
    wide = grown(grown(bare, -_NARROW_M), _NARROW_M).intersection(bare)
    doors = shapely.union_all([shapely.LineString(door.line) for door in floor.doors])
    courts = [part for part in polygons_in(wide) if part.area >= _COURT_M2 and part.distance(doors) > _AT_THE_EDGE_M]
    return shapely.union_all(courts)


def _edge(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """The outer edge of all units together, with the gaps of walls closed and courtyards filled."""
    whole = shapely.union_all(shapely.buffer(list(shapes), _WALL_GAP_M, quad_segs=1))
    return shapely.union_all([part.exterior for part in shapely.get_parts(whole)])
