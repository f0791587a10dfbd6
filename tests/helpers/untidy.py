"""Writes a plain house as an IMDF archive as untidy programs do: gaps for walls, doors beside them, askew, too long."""

import random
from dataclasses import dataclass
from math import copysign, cos, hypot, radians, sin

from hypothesis import strategies as st

from data.records.building import Door, Floor, Ring, Unit
from tests.helpers import imdf


@dataclass(frozen=True)
class Untidiness:
    """How far a drawing is from what it should be, at most; metres and degrees."""

    gap_m: float = 0.0
    beside_m: float = 0.0
    askew_degrees: float = 0.0
    door_m: float = 0.9
    jitter_m: float = 0.0
    seed: int = 0


untidiness = st.builds(
    Untidiness,
    gap_m=st.sampled_from([0.0, 0.1, 0.2, 0.3]),
    beside_m=st.sampled_from([0.0, 0.2, 0.4, 0.5]),
    askew_degrees=st.sampled_from([0.0, 5.0, 20.0, 30.0]),
    door_m=st.sampled_from([0.1, 0.9, 1.5, 2.5]),
    jitter_m=st.sampled_from([0.0, 0.02, 0.1]),
    seed=st.integers(0, 1000),
)


def archive(floors: tuple[Floor, ...], how: Untidiness) -> bytes:
    """The floors as an archive, without relationships."""
    chance = random.Random(how.seed)
    features = [imdf.building()]
    for floor in floors:
        features.append(imdf.level(floor.key, int(floor.ordinal), imdf.box(-1, -20, 60, 1)))
        features += [_unit(floor, unit, how, chance) for unit in floor.units]
        features += [_opening(floor, door, how, chance) for door in floor.doors]
    return imdf.archive(imdf.files(features))


def _unit(floor: Floor, unit: Unit, how: Untidiness, chance: random.Random) -> imdf.Feature:
    """A unit; rooms shrink by half a wall on every side, so that gaps are left between them."""
    ring: Ring = unit.polygons[0][0]
    middle = [sum(corner[axis] for corner in ring) / len(ring) for axis in (0, 1)]
    wall = 0.0 if unit.category == "walkway" else how.gap_m / 2

    def moved(value: float, axis: int) -> float:
        return value - copysign(wall, value - middle[axis]) + chance.uniform(-how.jitter_m, how.jitter_m)

    corners = [(moved(x, 0), -moved(y, 1)) for x, y in ring]
    shape = {"type": "Polygon", "coordinates": [[imdf.degrees(corner) for corner in (*corners, corners[0])]]}
    return imdf.unit(unit.key, floor.key, unit.category, shape, name=unit.number or None)


def _opening(floor: Floor, door: Door, how: Untidiness, chance: random.Random) -> imdf.Feature:
    (x, y), (other_x, other_y) = door.line
    length = hypot(other_x - x, other_y - y)
    along = (other_x - x) / length, (other_y - y) / length
    beside = chance.uniform(-how.beside_m, how.beside_m)
    middle = (x + other_x) / 2 - along[1] * beside, (y + other_y) / 2 + along[0] * beside
    turn = radians(chance.uniform(-how.askew_degrees, how.askew_degrees))
    half = how.door_m / 2
    reach = (along[0] * cos(turn) - along[1] * sin(turn)) * half, (along[0] * sin(turn) + along[1] * cos(turn)) * half
    start, end = (middle[0] - reach[0], -(middle[1] - reach[1])), (middle[0] + reach[0], -(middle[1] + reach[1]))
    category = "pedestrian.principal" if door.outside else "pedestrian"
    return imdf.opening(door.key, floor.key, start, end, category=category)
