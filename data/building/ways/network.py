"""Finds ways in a building: one search from a place gives the best way to every unit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import rustworkx
import shapely

from data.building.categories import SOLID
from data.building.shapes import quiet
from data.building.ways import pace, sight
from data.building.ways.course import Course, Spot, course_of
from data.building.ways.ground import ground_of
from data.building.ways.spaces import Kind
from data.building.ways.weaving import Surveyed, woven
from data.building.ways.web import NOWHERE
from data.records.building import Building, Floor, Point
from data.records.route import Profile

_STRAY_M = 3.0
"""A kiosk drawn this far off any space still stands in the nearest."""
_ARRIVED_S = 0.01
_MANY = 2_000_000
"""So many edges are more than any building has: something in the drawing is not a building."""

_Weighted = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Start:
    """Where a way begins: a point on a floor (index), and where one looks (degrees, 0 up, clockwise).

    Nobody knows where a person in a room looks: None.
    """

    floor: int
    at: Point
    facing_degrees: float | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """The best way to a unit (index) of a floor (index); through `gate` into it, or none where it is a hall."""

    floor: int
    unit: int
    course: Course
    gate: int | None
    nodes: tuple[int, ...]
    """The points of the graph it comes by; ways with the same are the same."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The first step from a place: how long it takes, and the point away from the wall by which it goes."""

    seconds: float
    by: Point | None = None


class Network:
    """A building's graph, built once; `ways` may be asked from any number of places."""

    def __init__(self, buildings: Sequence[Building], floors: Sequence[Floor]) -> None:
        with quiet():
            self.ground = ground_of(buildings, floors)
            self._weave = woven(self.ground)
        self._start = len(self._weave.web.points)
        self._goals = self._all_goals()
        self._graphs: dict[Profile, rustworkx.PyDiGraph[None, float]] = {}

    def ways(self, start: Start, profile: Profile, known: Iterable[Way] = ()) -> tuple[Way, ...]:
        """The best way from a place to every unit that can be reached, in the order of floors and units.

        Where it is a way already `known`, found from the same place for another profile, that very one is given.
        """
        space = self._space_at(start)
        if space is None:
            return ()
        alike = {(way.floor, way.unit): way for way in known}
        steps = self._first_steps(start, space, profile)
        here = Spot(self._start, start.at, space)
        begin = {node: [here, Spot(self._start, step.by, space)] if step.by else [here] for node, step in steps.items()}
        found = []
        for goal, path in self._paths(space, steps, profile):
            way = alike.get(goal)
            if way is None or way.nodes != path:
                way = self._way(goal, path, [*begin[path[1]], *(self._spot(node) for node in path[1:])])
            found.append(way)
        return tuple(found)

    def reached(self, start: Start, profile: Profile) -> tuple[tuple[int, int], ...]:
        """The units (floor, unit) that can be reached from a place."""
        space = self._space_at(start)
        if space is None:
            return ()
        return tuple(goal for goal, _ in self._paths(space, self._first_steps(start, space, profile), profile))

    def _paths(
        self, space: int, steps: Mapping[int, "_Step"], profile: Profile
    ) -> Iterator[tuple[tuple[int, int], tuple[int, ...]]]:
        """For each goal that is reached, the points of the best way to it. The start's edges leave the graph again."""
        graph = self._graph(profile)
        first = [(self._start, node, step.seconds) for node, step in sorted(steps.items())]
        added = graph.add_edges_from([*first, *self._out_of_a_room(space, steps)])
        paths = rustworkx.dijkstra_shortest_paths(graph, self._start, weight_fn=float)
        for edge in added:
            graph.remove_edge_from_index(edge)
        for goal, node in self._goals.items():
            if node in paths:
                yield goal, tuple(paths[node])

    def _way(self, goal: tuple[int, int], path: tuple[int, ...], spots: list[Spot]) -> Way:
        """A way ends in a hall at its middle, else at the gate before the goal's own point, which is nowhere."""
        floor, unit = goal
        if goal in self._weave.labels:
            return Way(floor, unit, course_of(self.ground, self._weave.rides, spots), None, path)
        spots = spots[:-1]
        gate = spots[-1].number if spots[-1].number < len(self.ground.gates) else None
        return Way(floor, unit, course_of(self.ground, self._weave.rides, spots), gate, path)

    def _spot(self, node: int) -> Spot:
        web = self._weave.web
        known = node < len(web.points)
        return Spot(node, web.points[node] if known else (0.0, 0.0), web.spaces[node] if known else NOWHERE)

    def _all_goals(self) -> dict[tuple[int, int], int]:
        """The point of the graph that stands for arriving in each unit."""
        goals = dict(self._weave.labels)
        following = self._start + 1
        for number, floor in enumerate(self.ground.floors):
            for unit, drawn in enumerate(floor.units):
                if drawn.category not in SOLID and (number, unit) not in goals:
                    goals[number, unit] = following
                    following += 1
        return dict(sorted(goals.items()))

    def _graph(self, profile: Profile) -> "rustworkx.PyDiGraph[None, float]":
        if profile not in self._graphs:
            graph: rustworkx.PyDiGraph[None, float] = rustworkx.PyDiGraph()
            graph.add_nodes_from([None] * (self._start + 1 + len(self._goals)))
            graph.add_edges_from(self._walked(profile))
            graph.add_edges_from(list(self._arrivals(profile)))
            self._graphs[profile] = graph
        return self._graphs[profile]

    def _walked(self, profile: Profile) -> list[_Weighted]:
        edges = self._weave.web.edges()
        if len(edges.start) > _MANY:
            raise ValueError(f"{len(edges.start)} edges are more than a building has")
        allowed = edges.step_free if profile is Profile.STEP_FREE else np.ones(len(edges.start), dtype=np.bool_)
        columns = (edges.start[allowed].tolist(), edges.end[allowed].tolist(), edges.seconds[allowed].tolist())
        return list(zip(*columns, strict=True))

    def _arrivals(self, profile: Profile) -> Iterator[_Weighted]:
        """From the gates of closed units to their goals, and from the middles of stairs and lifts one may come by."""
        for (floor, unit), goal in self._goals.items():
            if goal > self._start:
                for space in self.ground.spaces_by_unit.get((floor, unit), ()):
                    if space in self._weave.cores:
                        yield self._weave.cores[space], goal, _ARRIVED_S
                    for gate in self.ground.gates_into(space):
                        if profile is Profile.WALK or self.ground.gates[gate].accessible:
                            yield gate, goal, _ARRIVED_S

    def _space_at(self, start: Start) -> int | None:
        """The space one stands in, the smallest where several overlap, else the nearest close by."""
        spot = shapely.Point(start.at)
        near = [
            (round(space.shape.distance(spot), 3), space.shape.area, number)
            for number, space in enumerate(self.ground.spaces)
            if space.floor == start.floor and space.kind is not Kind.OUTDOORS
        ]
        distance, _, number = min(near, default=(_STRAY_M + 1, 0.0, 0))
        return number if distance <= _STRAY_M else None

    def _first_steps(self, start: Start, space: int, profile: Profile) -> dict[int, "_Step"]:
        """From the place to everything in its space that one sees from there, by the point it leads to."""
        gates = [
            gate
            for gate in self.ground.gates_into(space)
            if profile is Profile.WALK or self.ground.gates[gate].accessible
        ]
        seen = self._weave.surveyed.get(space)
        if seen is not None:
            return self._steps_seen(start, seen, frozenset(gates))
        core = self._weave.cores.get(space)
        nodes = [*gates, core] if core is not None else gates
        return {node: _Step(self._seconds(start.at, node)) for node in nodes}

    def _out_of_a_room(self, space: int, steps: Iterable[int]) -> Iterator[_Weighted]:
        """From the doors of the room one starts in to the other doors in sight, which the graph leaves out."""
        for gate in [node for node in steps if node < len(self.ground.gates)]:
            for other in self.ground.gates[gate].spaces:
                seen = self._weave.surveyed.get(other)
                if other != space and seen is not None:
                    entry = seen.entries[seen.gates == gate]
                    pairs = sight.points_from(seen.sight, self._points(entry), self._points(seen.entries))
                    at = self._weave.web.points[entry[0]]
                    for node in seen.entries[pairs[:, 1]]:
                        yield int(entry[0]), int(node), self._seconds(at, node)

    def _steps_seen(self, start: Start, seen: Surveyed, gates: frozenset[int]) -> dict[int, "_Step"]:
        """First by stepping away from the wall, then straight on where that is open too."""
        at = np.array([start.at])
        free = sight.nearest_in(seen.sight, at)
        clear = (float(free[0, 0]), float(free[0, 1]))
        entries = np.concatenate((seen.entries, seen.labels))
        corners = seen.corners[sight.corners_from(seen.sight, free)[:, 1]]
        others = entries[sight.points_from(seen.sight, free, self._points(entries))[:, 1]]
        aside = float(np.hypot(*(free - at)[0])) / pace.WALKING_M_PER_S
        steps = {int(node): _Step(aside + self._seconds(clear, node), clear) for node in (*corners, *others)}
        goals = np.concatenate((seen.gates, entries, seen.corners))
        for goal in goals[sight.straight_from_doors(seen.doorways, at, self._points(goals))[:, 1]]:
            if goal >= len(self.ground.gates) or goal in gates:
                steps[int(goal)] = _Step(self._seconds(start.at, goal))
        return steps

    def _points(self, nodes: sight.Pairs) -> sight.Floats:
        return np.array([self._weave.web.points[node] for node in nodes]).reshape(-1, 2)

    def _seconds(self, at: Point, node: int | np.intp) -> float:
        return float(np.hypot(*np.subtract(self._weave.web.points[node], at))) / pace.WALKING_M_PER_S
