"""Tells a course leg by leg: straight stretches with their turns, rides, and the last step through the door."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from data.building.shapes import point
from data.building.ways import pace, words
from data.building.ways.bearing import Side, direction, distance, length_of, side_of, straightened, stretches
from data.building.ways.course import Ride, Stride
from data.building.ways.ground import Ground
from data.building.ways.network import Start, Way
from data.building.ways.strides import INSIDE_M, Walk, through, walk_of
from data.building.ways.words import Said
from data.records.building import Building, Point, Unit
from data.records.route import Leg, Turn

_CORRIDOR_M = 10.0
_TURNS = {Side.AHEAD: Turn.STRAIGHT, Side.LEFT: Turn.LEFT, Side.RIGHT: Turn.RIGHT, Side.BEHIND: Turn.STRAIGHT}
_RIDE_TURNS = {"elevator": Turn.ELEVATOR, "stairs": Turn.STAIRS, "escalator": Turn.STAIRS, "ramp": Turn.STRAIGHT}

_Told = tuple[Leg, ...]


class Teller:
    """Tells ways from one place in one building; strides that many ways share are told once."""

    def __init__(self, ground: Ground, buildings: Sequence[Building], start: Start) -> None:
        self._ground = ground
        self._buildings = {building.key: building for building in buildings}
        self._facing_degrees = start.facing_degrees
        self._told: dict[tuple[object, ...], _Told] = {}

    def legs(self, way: Way) -> _Told:
        """The legs of a way, the last arriving at its unit."""
        parts = (None, *way.course, None)
        found: list[Leg] = []
        for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
            if isinstance(part, Stride):
                found.extend(self._shared(part, before, after) if after else self._last(part, before, way))
            elif isinstance(part, Ride) and after is None:
                found.append(self._arrived_by(part, way))
        return tuple(found)

    def _shared(self, stride: Stride, before: Stride | Ride | None, after: Stride | Ride) -> _Told:
        key = (tuple(spot.number for spot in stride.spots), after.end if isinstance(after, Ride) else None)
        if key not in self._told:
            goal = stride.spots[-1].at if isinstance(after, Ride) else None
            walk = walk_of(self._ground, stride, before, self._facing_degrees, goal)
            legs, heading = self._stretches(walk)
            self._told[key] = (*legs, self._ride(walk, heading, after)) if isinstance(after, Ride) else legs
        return self._told[key]

    def _last(self, stride: Stride, before: Stride | Ride | None, way: Way) -> _Told:
        unit = self._ground.floors[way.floor].units[way.unit]
        inside = self._inside(way, stride, unit)
        walk = walk_of(self._ground, stride, before, self._facing_degrees, inside)
        legs, heading = self._stretches(walk)
        side = Side.AHEAD if inside is None else side_of(heading, direction(stride.spots[-1].at, inside))
        said = words.arrive(side, unit)
        if isinstance(before, Ride) and not legs:
            said = words.at_once_after(before.link.kind, said)
        return (*legs, self._leg(stride.floor, walk.ending, said, Turn.ARRIVE))

    def _inside(self, way: Way, stride: Stride, unit: Unit) -> Point | None:
        """A little way into the room behind its door; None where the goal is a hall."""
        if way.gate is None:
            return None
        gate = self._ground.gates[way.gate]
        across = through(gate, stride.spots[-2].at)
        depth = min(INSIDE_M, distance(gate.at, unit.label_at)) if unit.label_at else INSIDE_M
        return gate.at[0] + across[0] * depth, gate.at[1] + across[1] * depth

    def _stretches(self, walk: Walk) -> tuple[_Told, Point]:
        """The legs of a line, and where one looks at its end; no legs where it is hardly a step."""
        if not walk.told:
            return (), walk.heading
        legs: list[Leg] = []
        looking = walk.looking
        for start, end in pairwise(stretches(walk.line)):
            ahead = direction(walk.line[start], walk.line[end])
            points = walk.line[start : end + 1] if legs else (*walk.lead, *walk.line[: end + 1])
            side = side_of(looking, ahead)
            said, turn = self._next(walk, side, points) if legs else self._first(walk, side, points)
            legs.append(self._leg(walk.stride.floor, points, said, turn))
            looking = ahead
        return tuple(legs), looking

    def _first(self, walk: Walk, side: Side, points: Sequence[Point]) -> tuple[Said, Turn]:
        metres, doors = length_of(points), _doors(walk, points[1:-1])
        if walk.before is None:
            return self._start(walk, side, points), Turn.START
        if walk.stride.outdoors:
            return words.out_of_the_house(metres), Turn.STRAIGHT
        if isinstance(walk.before, Ride):
            corridor = self._is_corridor(walk.stride, metres)
            return words.after_ride(walk.before.link.kind, side, metres, corridor=corridor, doors=doors), _TURNS[side]
        building = self._buildings.get(self._ground.floors[walk.stride.floor].building)
        if building is not None:
            return words.into(building.name, building.name_en, metres), Turn.STRAIGHT
        return self._next(walk, side, points)

    def _start(self, walk: Walk, side: Side, points: Sequence[Point]) -> Said:
        metres, doors = length_of(points), _doors(walk, points[1:-1])
        if self._facing_degrees is None and walk.lead:
            metres = length_of(points[len(walk.lead) :])
            return words.out_of_a_room(side, metres, corridor=self._is_corridor(walk.stride, metres), doors=doors)
        return words.start(side, metres, doors=doors)

    def _next(self, walk: Walk, side: Side, points: Sequence[Point]) -> tuple[Said, Turn]:
        metres = length_of(points)
        corridor = self._is_corridor(walk.stride, metres)
        return words.walk(side, metres, corridor=corridor, doors=_doors(walk, points[:-1])), _TURNS[side]

    def _ride(self, walk: Walk, heading: Point, ride: Ride) -> Leg:
        """The leg that goes into a stair or lift and leaves it on another floor."""
        gate, core = walk.stride.spots[-2].at, walk.stride.spots[-1].at
        start, end = self._ground.floors[ride.start], self._ground.floors[ride.end]
        side = side_of(heading, direction(gate, core))
        said = words.ride(ride.link.kind, side, end, up=end.ordinal > start.ordinal)
        leg = self._leg(walk.stride.floor, walk.ending, said, _RIDE_TURNS[ride.link.kind])
        seconds, metres = pace.level_change(ride.link.kind, abs(end.ordinal - start.ordinal))
        length, duration = round(leg.length_m + metres, 1), round(leg.seconds + seconds, 1)
        return replace(leg, length_m=length, seconds=duration, to_floor=end.key)

    def _arrived_by(self, ride: Ride, way: Way) -> Leg:
        """The goal is the stair or lift by which one came."""
        floor = self._ground.floors[way.floor]
        unit = floor.units[way.unit]
        at = (unit.label_at,) if unit.label_at else ()
        return self._leg(way.floor, at, words.arrived_by(ride.link.kind, floor), Turn.ARRIVE)

    def _leg(self, floor: int, points: Sequence[Point], said: Said, turn: Turn) -> Leg:
        length = length_of(points)
        drawn = tuple(point(points[position]) for position in straightened(points)) if points else ()
        seconds = round(length / pace.WALKING_M_PER_S, 1)
        key = self._ground.floors[floor].key
        return Leg(key, drawn, said.chinese, turn, round(length, 1), seconds, text_en=said.english)

    def _is_corridor(self, stride: Stride, metres: float) -> bool:
        if metres < _CORRIDOR_M:
            return False
        space = self._ground.spaces[stride.spaces[len(stride.spaces) // 2]]
        return any(self._ground.floors[space.floor].units[unit].category == "walkway" for unit in space.units)


def _doors(walk: Walk, points: Sequence[Point]) -> int:
    return sum(at in walk.doors for at in points) if walk.doors else 0
