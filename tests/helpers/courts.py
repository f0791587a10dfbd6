"""Draws a house around a court in Simple Indoor Tagging: four wings, a corridor ring, rooms on both of its sides."""

from math import cos, radians, sin

from tests.helpers.osm import Map, Point

BAY_M, DEEP_M, CORRIDOR_M = 4.0, 6.0, 2.4
_INNER_M = DEEP_M + CORRIDOR_M
_STAIRS, _LOBBY = 3, 5
"""Bays of the outer row that are no rooms: stairs in the first and third wing, the lobby in the second."""


def court_house(bays: int = 24, levels: int = 4, turned_degrees: float = 0.0, *, one_ring: bool = True) -> bytes:
    """The house, standing askew; its corridor is one area with a hole, else four that meet at the corners."""
    return _House(bays, levels, one_ring=one_ring).file(turned_degrees)


class _House:
    def __init__(self, bays: int, levels: int, *, one_ring: bool) -> None:
        self.map = Map()
        self.side = bays * BAY_M
        self.levels = levels
        self.one_ring = one_ring
        self.outer_bays = int((self.side - 2 * DEEP_M) // BAY_M)
        self.inner_from = _INNER_M + DEEP_M
        self.inner_bays = int((self.side - 2 * self.inner_from + BAY_M) // BAY_M)

    def file(self, turned_degrees: float) -> bytes:
        for level in range(self.levels):
            self.map.layer = level
            for wing in range(4):
                self._rooms(level, wing)
            self._corridor(level)
        self.map.layer = -1
        for wing in (0, 2):
            self._stairs(wing)
        angle = radians(turned_degrees)
        self.map.nodes = {
            ((x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)), layer): number
            for ((x, y), layer), number in self.map.nodes.items()
        }
        return self.map.file()

    def _at(self, wing: int, along: float, depth: float) -> Point:
        """A point of a wing, by metres along its front and behind it."""
        far = self.side
        return [(along, depth), (far - depth, along), (far - along, far - depth), (depth, far - along)][wing]

    def _outer_door(self, bay: int) -> float:
        return DEEP_M + bay * BAY_M + 1.5

    def _inner_door(self, bay: int) -> float:
        return self.inner_from + bay * BAY_M + 2.5

    def _rooms(self, level: int, wing: int) -> None:
        for bay in range(self.outer_bays):
            door = self._at(wing, self._outer_door(bay), DEEP_M)
            left = DEEP_M + bay * BAY_M
            front = [self._at(wing, left, 0), self._at(wing, left + BAY_M, 0)]
            back = [self._at(wing, left + BAY_M, DEEP_M), door, self._at(wing, left, DEEP_M)]
            if wing == 1 and bay == _LOBBY and level == 0:
                entrance = self._at(wing, left + 2, 0)
                self.map.area([front[0], entrance, front[1], *back], indoor="area", level="0")
                self.map.node(entrance, entrance="main")
            elif wing in {1, 3} or bay != _STAIRS:
                self.map.area([*front, *back], indoor="room", level=str(level), ref=f"{level}{wing}{bay:02}")
                self.map.node(door, door="yes")
        for bay in range(self.inner_bays):
            door = self._at(wing, self._inner_door(bay), _INNER_M)
            left = self.inner_from + bay * BAY_M
            front = [self._at(wing, left, _INNER_M), door, self._at(wing, left + BAY_M, _INNER_M)]
            back = [self._at(wing, left + BAY_M, self.inner_from), self._at(wing, left, self.inner_from)]
            self.map.area([*front, *back], indoor="room", level=str(level), ref=f"{level}{wing}{bay + 50:02}")
            self.map.node(door, door="hinged", level=str(level))

    def _corridor(self, level: int) -> None:
        outer = [self._outer_line(wing) for wing in range(4)]
        inner = [self._inner_line(wing) for wing in range(4)]
        if self.one_ring:
            whole, court = (self.map.area([point for line in lines for point in line]) for lines in (outer, inner))
            self.map.multipolygon(whole, court, indoor="corridor", level=str(level))
            return
        for wing in range(4):
            following = (wing + 1) % 4
            ring = [*outer[wing], outer[following][0], inner[following][0], *reversed(inner[wing])]
            self.map.area(ring, indoor="corridor", level=str(level))

    def _outer_line(self, wing: int) -> list[Point]:
        doors = [self._at(wing, self._outer_door(bay), DEEP_M) for bay in range(self.outer_bays)]
        return [self._at(wing, DEEP_M, DEEP_M), *doors]

    def _inner_line(self, wing: int) -> list[Point]:
        doors = [self._at(wing, self._inner_door(bay), _INNER_M) for bay in range(self.inner_bays)]
        return [self._at(wing, _INNER_M, _INNER_M), *doors]

    def _stairs(self, wing: int) -> None:
        span, left = f"0-{self.levels - 1}", DEEP_M + _STAIRS * BAY_M
        door = self._at(wing, self._outer_door(_STAIRS), DEEP_M)
        front = [self._at(wing, left, 0), self._at(wing, left + BAY_M, 0)]
        back = [self._at(wing, left + BAY_M, DEEP_M), door, self._at(wing, left, DEEP_M)]
        self.map.area([*front, *back], indoor="room", stairs="yes", level=span)
        self.map.node(door, door="yes", level=span)
