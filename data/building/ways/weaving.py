"""Weaves the graph of a building from its ground: points at gates and corners, edges along what is seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from data.building.shapes import grown
from data.building.ways import pace, sight
from data.building.ways.clearance import HALL_M, ROOM_M, free_space
from data.building.ways.ground import Ground
from data.building.ways.links import Link
from data.building.ways.sight import Floats, Sight
from data.building.ways.spaces import Kind, Space
from data.building.ways.web import Edges, Web
from data.records.building import Point

_SLACK_M = 0.05


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A space whose lines of sight are in the graph: its gates, the points one enters by, its corners."""

    sight: Sight
    gates: NDArray[np.intp]
    entries: NDArray[np.intp]
    corners: NDArray[np.intp]
    labels: NDArray[np.intp]
    doorways: BaseGeometry
    """Where straight lines from doors may run."""


@dataclass(frozen=True, slots=True)
class Woven:
    """The finished graph. A gate's point has its gate's number; `cores` are the middles of stairs and lifts."""

    web: Web
    surveyed: dict[int, Surveyed]
    cores: dict[int, int]
    rides: dict[tuple[int, int], Link]
    labels: dict[tuple[int, int], int]
    """Points of (floor, unit) in halls, which are reached in their middle."""


def woven(ground: Ground) -> Woven:
    """The graph of all that can be walked on."""
    return _Weaver(ground).woven()


class _Weaver:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.web = Web()
        self.web.add([gate.at for gate in ground.gates])
        self.surveyed: dict[int, Surveyed] = {}
        self.cores: dict[int, int] = {}
        self.rides: dict[tuple[int, int], Link] = {}
        self.labels: dict[tuple[int, int], int] = {}
        self.linked = {
            space for link in ground.links for stop in link.stops for space in self._spaces_at(stop.floor, stop.unit)
        }

    def woven(self) -> Woven:
        for number, space in enumerate(self.ground.spaces):
            gates = np.array(self.ground.gates_into(number), dtype=np.intp)
            if space.kind is Kind.CHANGE:
                self._hub(number, space, gates)
            elif space.kind is Kind.HALL or (space.public and len(gates) > 1):
                self._survey(number, space, gates)
        for link in self.ground.links:
            self._ride(link)
        return Woven(self.web, self.surveyed, self.cores, self.rides, self.labels)

    def _hub(self, number: int, space: Space, gates: NDArray[np.intp]) -> None:
        """A stair or lift: every gate leads to its middle, whatever its shape; out of one for staff no way leads on."""
        core = self.web.add([_inner_point(space.shape)], number)
        self.cores[number] = int(core[0])
        step_free = self._accessible(gates) & (not space.stepped)
        toll = pace.toll_s(space) / 2
        self.web.walk(gates, np.repeat(core, len(gates)), toll, step_free=step_free, one_way=not space.public)

    def _survey(self, number: int, space: Space, gates: NDArray[np.intp]) -> None:
        if space.kind is Kind.ROOM and self._crossed_straight(space, gates):
            return
        view = sight.sight_of(space.shape, free_space(space.shape, _distances(space)))
        if view.free.is_empty:
            return
        at, across = self._points(gates), np.array([self.ground.gates[gate].across for gate in gates]).reshape(-1, 2)
        entries = self.web.add(sight.way_in(view, at, across) if len(gates) else at, number)
        corners = self.web.add(view.corners, number)
        labels = self._labels_in(number, space)
        doorways = sight.doorways(space.shape, self._points(gates))
        self.surveyed[number] = Surveyed(view, gates, entries, corners, labels, doorways)
        self.web.walk(gates, entries, pace.toll_s(space) / 2 + pace.DOOR_S, step_free=self._fit(space, gates))
        self._see(space, self.surveyed[number])

    def _see(self, space: Space, seen: Surveyed) -> None:
        """Edges within a space. Dead ends are joined to corners and through ways only: nobody passes them by."""
        through = np.array([self._leads_on(gate) for gate in seen.gates], dtype=np.bool_)
        hubs = seen.entries[through]
        free = not space.stepped
        pairs = sight.corner_pairs(seen.sight)
        self.web.walk(seen.corners[pairs[:, 0]], seen.corners[pairs[:, 1]], step_free=free)
        for ends, one_way in ((seen.entries, False), (seen.labels, True)):
            pairs = sight.corners_from(seen.sight, self._points(ends))
            self.web.walk(seen.corners[pairs[:, 1]], ends[pairs[:, 0]], step_free=free, one_way=one_way)
            pairs = sight.points_from(seen.sight, self._points(ends), self._points(hubs))
            self.web.walk(hubs[pairs[:, 1]], ends[pairs[:, 0]], step_free=free, one_way=one_way)
        self._see_from_doors(space, seen, hubs)

    def _see_from_doors(self, space: Space, seen: Surveyed, hubs: NDArray[np.intp]) -> None:
        """Straight lines out of doors, where they leave the door more ahead than sideways."""
        for goals, one_way in ((np.concatenate((seen.corners, hubs)), False), (seen.labels, True)):
            pairs = sight.straight_from_doors(
                seen.doorways, self._points(seen.gates), self._points(goals), self._across(seen.gates)
            )
            gates = seen.gates[pairs[:, 0]]
            toll, fit = pace.toll_s(space) / 2 + pace.DOOR_S, self._fit(space, gates)
            self.web.walk(gates, goals[pairs[:, 1]], toll, step_free=fit, one_way=one_way)

    def _crossed_straight(self, space: Space, gates: NDArray[np.intp]) -> bool:
        """Join the doors of a plain room by straight lines; false where a corner is in the way."""
        pairs = np.array(list(combinations(gates, 2)))
        points = self._points(pairs.reshape(-1)).reshape(-1, 2, 2)
        roomy = grown(space.shape, _SLACK_M)
        if not shapely.covers(roomy, shapely.linestrings(points)).all():
            return False
        fit = self._fit(space, pairs[:, 0]) & self._fit(space, pairs[:, 1])
        self.web.walk(pairs[:, 0], pairs[:, 1], pace.toll_s(space) + pace.DOOR_S, step_free=fit)
        return True

    def _labels_in(self, number: int, space: Space) -> NDArray[np.intp]:
        """The middles of a hall's units, as one can be sent to 大厅 or 走廊."""
        found = []
        for unit in space.units if space.kind is Kind.HALL else ():
            if self._home_of(space.floor, unit) == number:
                point = self._label_of(space, unit)
                node = int(self.web.add([point], number)[0])
                self.labels[space.floor, unit] = node
                found.append(node)
        return np.array(found, dtype=np.intp)

    def _home_of(self, floor: int, unit: int) -> int:
        """Of the pieces a unit is cut into by walls, the one with its label, else the largest."""
        pieces = self._spaces_at(floor, unit)
        told = self.ground.floors[floor].units[unit].label_at
        labelled = [piece for piece in pieces if told and self.ground.spaces[piece].shape.contains(shapely.Point(told))]
        return (labelled or sorted(pieces, key=lambda piece: -self.ground.spaces[piece].shape.area))[0]

    def _label_of(self, space: Space, unit: int) -> Point:
        told = self.ground.floors[space.floor].units[unit].label_at
        if told and space.shape.contains(shapely.Point(told)):
            return told
        return _inner_point(space.shape)

    def _ride(self, link: Link) -> None:
        """Join the middles of a stair's or lift's stops: a lift's each with each, a stair's one after the other.

        Where it is for staff alone visitors neither get in nor out.
        """
        stops = [
            (stop.floor, self.cores[space])
            for stop in link.stops
            for space in self._hubs_at(stop.floor, stop.unit)
            if self.ground.spaces[space].public
        ]
        pairs = combinations(stops, 2) if link.kind == "elevator" else pairwise(stops)
        for (floor, core), (other_floor, other) in pairs:
            levels = abs(self.ground.floors[floor].ordinal - self.ground.floors[other_floor].ordinal)
            metres = pace.level_change(link.kind, levels)[1]
            seconds = pace.effort_s(link.kind, levels)
            step_free = np.array([link.kind in {"elevator", "ramp"}])
            edge = Edges(np.array([core]), np.array([other]), np.array([seconds]), np.array([metres]), step_free)
            self.web.join(edge, one_way=link.one_way)
            self.rides[core, other] = self.rides[other, core] = link

    def _leads_on(self, gate: int) -> bool:
        """Whether somebody may come through this gate on the way to somewhere else."""
        return sum(self._is_way(space) for space in self.ground.gates[gate].spaces) > 1

    def _is_way(self, number: int) -> bool:
        space = self.ground.spaces[number]
        if space.kind is Kind.CHANGE:
            return space.public and (number in self.linked or len(self.ground.gates_into(number)) > 1)
        return space.kind is Kind.HALL or (space.public and len(self.ground.gates_into(number)) > 1)

    def _fit(self, space: Space, gates: NDArray[np.intp]) -> NDArray[np.bool_]:
        return self._accessible(gates) & (not space.stepped)

    def _accessible(self, gates: NDArray[np.intp]) -> NDArray[np.bool_]:
        return np.array([self.ground.gates[gate].accessible for gate in gates], dtype=np.bool_)

    def _points(self, numbers: NDArray[np.intp]) -> Floats:
        return np.array([self.web.points[number] for number in numbers]).reshape(-1, 2)

    def _across(self, gates: NDArray[np.intp]) -> Floats:
        return np.array([self.ground.gates[gate].across for gate in gates]).reshape(-1, 2)

    def _spaces_at(self, floor: int, unit: int) -> Sequence[int]:
        return self.ground.spaces_by_unit.get((floor, unit), ())

    def _hubs_at(self, floor: int, unit: int) -> list[int]:
        return [space for space in self._spaces_at(floor, unit) if space in self.cores]


def _distances(space: Space) -> tuple[float, ...]:
    return ROOM_M if space.kind is Kind.ROOM else HALL_M


def _inner_point(shape: BaseGeometry) -> Point:
    middle = shape.centroid
    point = middle if shape.contains(middle) else shape.representative_point()
    return float(point.x), float(point.y)
