"""Turns and shifts floors: walls upright, main entrance at the bottom of the picture, coordinates from zero."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import atan2, cos, degrees, hypot, pi, sin

import numpy as np

from data.building.categories import CLOSED_DOORS
from data.building.shapes import point, polygons_in, ring, shape_of
from data.records import building
from data.records.building import Door, Floor, Point

_QUARTER = pi / 2
_MAIN = "pedestrian.principal"
_CORNERS_OF_A_RING = 3


def placed(floors: Sequence[Floor]) -> tuple[Floor, ...]:
    """All floors in one frame: dominant walls upright, main entrance at the bottom, least x and y zero, centimetres.

    Where no door leads outside the picture is only turned by the least angle that sets the walls upright.
    """
    angle = wall_angle(floors)
    entrance, centre = main_entrance(floors), _centre(floors)
    if entrance is not None and centre is not None:
        _, (x, y) = entrance
        angle += _quarters_to_bottom((x - centre[0], y - centre[1]), angle) * _QUARTER
    return _from_zero([turned(floor, angle) for floor in floors])


def wall_angle(floors: Iterable[Floor]) -> float:
    """The least angle (radians, within an eighth turn) that sets most of the walls upright.

    Walls vote with their length for their direction; four times an angle forgets which of a rectangle's sides it was.
    """
    vote = 0j
    for floor in floors:
        for unit in floor.units:
            for rings in unit.polygons:
                vote += _vote(rings[0])
    return 0.0 if abs(vote) < 1e-6 else -float(np.angle(vote)) / 4  # noqa: PLR2004 - no walls at all


def main_entrance(floors: Sequence[Floor]) -> tuple[int, Point] | None:
    """The door by which visitors come in, as its floor (index) and middle; None where no door leads outside.

    It is one marked as principal, else the widest that leads outside, on the floor nearest to ordinal 0.
    """
    ground = min((abs(floor.ordinal) for floor in floors), default=0)
    lowest = [(number, floor) for number, floor in enumerate(floors) if abs(floor.ordinal) == ground]
    doors = [(number, door) for number, floor in lowest for door in floor.doors]
    principal = [(number, door) for number, door in doors if door.category == _MAIN]
    outside = [(number, door) for number, door in doors if door.outside and door.category not in CLOSED_DOORS]
    if not (principal or outside):
        return None
    number, widest = max(principal or outside, key=lambda one: (_width(one[1]), one[1].key))
    (x, y), (other_x, other_y) = widest.line[0], widest.line[-1]
    return number, ((x + other_x) / 2, (y + other_y) / 2)


def turned(floor: Floor, angle: float) -> Floor:
    """A floor turned about the origin by an angle in radians (positive is clockwise on paper, as y points down)."""
    turn_x, turn_y = cos(angle), sin(angle)
    moved = mapped(floor, lambda spot: (spot[0] * turn_x - spot[1] * turn_y, spot[0] * turn_y + spot[1] * turn_x))
    kiosks = tuple(replace(kiosk, facing_degrees=_compass(kiosk.facing_degrees, angle)) for kiosk in moved.kiosks)
    return replace(moved, kiosks=kiosks)


def mapped(floor: Floor, to: Callable[[Point], Point]) -> Floor:
    """A floor with every coordinate put through `to`."""

    def polygons(those: tuple[building.Polygon, ...]) -> tuple[building.Polygon, ...]:
        return tuple(tuple(tuple(map(to, one)) for one in rings) for rings in those)

    return replace(
        floor,
        outline=polygons(floor.outline),
        units=tuple(
            replace(unit, polygons=polygons(unit.polygons), label_at=to(unit.label_at) if unit.label_at else None)
            for unit in floor.units
        ),
        doors=tuple(replace(door, line=tuple(map(to, door.line))) for door in floor.doors),
        amenities=tuple(replace(amenity, at=to(amenity.at)) for amenity in floor.amenities),
        kiosks=tuple(replace(kiosk, at=to(kiosk.at)) for kiosk in floor.kiosks),
        fixtures=polygons(floor.fixtures),
        furniture_walls=tuple(tuple(map(to, line)) for line in floor.furniture_walls),
        details=tuple(tuple(map(to, line)) for line in floor.details),
    )


def _width(door: Door) -> float:
    (x, y), (other_x, other_y) = door.line[0], door.line[-1]
    return hypot(other_x - x, other_y - y)


def _vote(outer: building.Ring) -> complex:
    sides = np.diff(np.array([*outer, outer[0]]), axis=0)
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    return complex(np.sum(lengths * np.exp(4j * np.arctan2(sides[:, 1], sides[:, 0]))))


def _centre(floors: Sequence[Floor]) -> Point | None:
    corners = [spot for floor in floors for unit in floor.units for rings in unit.polygons for spot in rings[0]]
    if not corners:
        return None
    least, most = np.min(corners, axis=0), np.max(corners, axis=0)
    return tuple((least + most) / 2)


def _quarters_to_bottom(towards: tuple[float, float], angle: float) -> int:
    """How many quarter turns bring a direction, already turned by `angle`, nearest to straight down."""
    heading = atan2(towards[1], towards[0]) + angle
    return round((_QUARTER - heading) / _QUARTER)


def _compass(facing: float, angle: float) -> float:
    return round((facing + degrees(angle)) % 360, 1)


def _from_zero(floors: Sequence[Floor]) -> tuple[Floor, ...]:
    spots = [spot for floor in floors for rings in _all_polygons(floor) for spot in rings[0]]
    if not spots:
        return tuple(floors)
    least_x, least_y = np.min(spots, axis=0)
    shifted = (mapped(floor, lambda spot: point((spot[0] - least_x, spot[1] - least_y))) for floor in floors)
    return tuple(_tidied(floor) for floor in shifted)


def _all_polygons(floor: Floor) -> Iterable[building.Polygon]:
    yield from floor.outline
    for unit in floor.units:
        yield from unit.polygons


def _tidied(floor: Floor) -> Floor:
    """Without corners that fell together when they were rounded, nor what has no extent left."""
    units = tuple(replace(unit, polygons=_tidy_polygons(unit.polygons)) for unit in floor.units)
    doors = tuple(replace(door, line=ring(door.line)) for door in floor.doors)
    return replace(
        floor,
        outline=_tidy_polygons(floor.outline),
        units=tuple(unit for unit in units if polygons_in(shape_of(unit.polygons))),
        doors=tuple(door for door in doors if len(door.line) > 1),
        fixtures=_tidy_polygons(floor.fixtures),
        furniture_walls=tuple(line for line in map(ring, floor.furniture_walls) if len(line) > 1),
        details=tuple(line for line in map(ring, floor.details) if len(line) > 1),
    )


def _tidy_polygons(polygons: tuple[building.Polygon, ...]) -> tuple[building.Polygon, ...]:
    tidy = (tuple(_open_ring(one) for one in rings) for rings in polygons)
    return tuple((rings[0], *(hole for hole in rings[1:] if hole)) for rings in tidy if rings[0])


def _open_ring(corners: building.Ring) -> building.Ring:
    tidy = ring(corners)
    tidy = tidy[:-1] if len(tidy) > 1 and tidy[0] == tidy[-1] else tidy
    return tidy if len(set(tidy)) >= _CORNERS_OF_A_RING else ()
