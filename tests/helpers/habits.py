"""Draws one and the same office house in Simple Indoor Tagging, as mappers of many habits would."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from hypothesis import strategies as st

from tests.helpers.osm import LATITUDE, LONGITUDE, Map, Point, box

ROOM_M, DEEP_M, CORRIDOR_M = 4.0, 6.0, 2.4


@dataclass(frozen=True)
class Habits:
    """How somebody maps. Every field names one choice; see `habits` for what there is to choose from."""

    levels: tuple[str, ...] = ("0", "1", "2", "3")
    rooms_a_side: int = 10
    turned_degrees: float = 0.0
    wall_m: float = 0.0
    nodes_shared_by_levels: bool = False
    corridor: str = "corridor"
    door: str = "door=yes"
    door_level: bool = True
    door_on: str = "both"
    stairs: str = "room"
    stair_levels: str = "range"
    stair_door: str = "one"
    lift: str = "area"
    entrance: str = "corridor"
    outline: str = "way"
    room_level: str = "level"
    room: str = "area"
    place: tuple[float, float] = (LONGITUDE, LATITUDE)

    @property
    def span(self) -> str:
        """All levels as one range."""
        return f"{self.levels[0]}-{self.levels[-1]}"


habits = st.builds(
    Habits,
    levels=st.sampled_from(
        [("0", "1"), ("0", "1", "2", "3"), ("-1", "0", "1"), ("-2", "-1", "0"), ("1", "2", "3"), ("0.5", "1.5")]
    ),
    rooms_a_side=st.integers(3, 8),
    turned_degrees=st.sampled_from([0.0, 17.0, 45.0, 90.0, 133.0]),
    wall_m=st.sampled_from([0.0, 0.15, 0.3]),
    nodes_shared_by_levels=st.booleans(),
    corridor=st.sampled_from(
        ["corridor", "area", "room=corridor", "room=hall", "pieces", "line", "footway", "none", "relation"]
    ),
    door=st.sampled_from(
        ["door=yes", "door=hinged", "entrance=yes", "door=no", "door=sliding+entrance=yes", "indoor=door"]
    ),
    door_level=st.booleans(),
    door_on=st.sampled_from(["both", "room", "corridor", "wall"]),
    stairs=st.sampled_from(
        [
            "room",
            "area",
            "room=stairs",
            "corridor",
            "highway area",
            "way",
            "way bare",
            "way unlevelled",
        ]
    ),
    stair_levels=st.sampled_from(["range", "list", "spaced list", "lowest and highest", "repeat_on", "each"]),
    stair_door=st.sampled_from(["one", "each", "open"]),
    lift=st.sampled_from(["area", "node", "node unlevelled", "node in room", "highway area", "none"]),
    entrance=st.sampled_from(["corridor", "outline", "unlevelled"]),
    outline=st.sampled_from(["way", "relation", "none"]),
    room_level=st.sampled_from(["level", "level", "relation", "doors"]),
    room=st.sampled_from(["area", "area", "walls", "relation"]),
    place=st.sampled_from([(LONGITUDE, LATITUDE), (180.0, 78.2), (-179.9999, -54.8), (0.0, 0.0)]),
)


def house(mapper: Habits) -> bytes:
    """The house: a corridor a level, rooms on both sides, stairs at its west end, a lift at its east end."""
    return _House(mapper).file()


class _House:
    def __init__(self, mapper: Habits) -> None:
        self.mapper = mapper
        self.map = Map(longitude=mapper.place[0], latitude=mapper.place[1])
        self.of_level: dict[str, list[int]] = {}
        self.width = ROOM_M * mapper.rooms_a_side
        self.low, self.high = DEEP_M, DEEP_M + CORRIDOR_M
        self.west, self.east = (0.0, self.low + 1.2), (self.width, self.low + 1.2)
        self.front = (self.width / 2 + 1.0, -1.0)

    def file(self) -> bytes:
        for number, level in enumerate(self.mapper.levels):
            self._on(number)
            self._level(level, ground=level == self._ground())
        self._on(-1)
        self._stairs()
        self._lift()
        self._outline()
        self._relations()
        self._turn()
        return self.map.file()

    def _on(self, layer: int) -> None:
        self.map.layer = 0 if self.mapper.nodes_shared_by_levels and layer >= 0 else layer

    def _ground(self) -> str:
        return "0" if "0" in self.mapper.levels else self.mapper.levels[0]

    def _level(self, level: str, *, ground: bool) -> None:
        wall, rooms = self.mapper.wall_m, self.mapper.rooms_a_side
        above = [(ROOM_M * place + 2.5, self.high) for place in range(rooms)]
        below = [(ROOM_M * place + 1.5, self.low) for place in range(rooms)]
        lobby = rooms // 2
        self._corridor(level, [*above, *(at for place, at in enumerate(below) if place != lobby)], lobby)
        for place in range(rooms):
            left = ROOM_M * place
            if place != lobby:
                doors = self._shifted([below[place]], -wall)
                self._room(level, f"{place + 1:02}", box(left, 0, left + ROOM_M - wall, self.low - wall, *doors))
                self._door(level, below[place], -wall)
            doors = self._shifted([above[place]], wall)
            upper = box(left, self.high + wall, left + ROOM_M - wall, self.high + DEEP_M, *doors)
            self._room(level, f"{place + 51:02}", upper)
            self._door(level, above[place], wall)
        if ground:
            self._entrance(level)

    def _shifted(self, doors: list[Point], wall: float) -> list[Point]:
        """The door nodes that a room's outline holds."""
        alone = self.mapper.door_on == "corridor" and self._walled
        return [] if alone or self.mapper.door_on == "wall" else [(x, y + wall) for x, y in doors]

    @property
    def _outside_only(self) -> bool:
        return self.mapper.entrance == "outline" and self.mapper.outline == "way"

    @property
    def _walled(self) -> bool:
        """Whether the corridor is an area, whose outline can hold doors."""
        return self.mapper.corridor not in {"line", "footway", "none"}

    def _room(self, level: str, number: str, ring: list[Point]) -> None:
        if self.mapper.room == "walls":
            self._walls(level, number, ring)
            return
        if self.mapper.room == "relation":
            self._room_of_two_ways(level, number, ring)
            return
        told = {"level": level} if self._room_says_its_level else {}
        way = self.map.area(ring, indoor="room", ref=f"{level}{number}", **told)
        self.of_level.setdefault(level, []).append(way)

    def _walls(self, level: str, number: str, ring: list[Point]) -> None:
        """Nothing but the walls around a room, and its number at a point in it."""
        self.map.way([*ring, ring[0]], indoor="wall", level=level)
        middle = (ring[0][0] + ROOM_M / 2 + 0.1, (ring[0][1] + ring[-1][1]) / 2 + 0.1)
        layer, self.map.layer = self.map.layer, 300 + self.mapper.levels.index(level)
        self.map.node(middle, indoor="room", level=level, ref=f"{level}{number}")
        self.map.layer = layer

    def _room_of_two_ways(self, level: str, number: str, ring: list[Point]) -> None:
        half = len(ring) // 2
        halves = self.map.way(ring[: half + 1]), self.map.way([*ring[half:], ring[0]])
        told = {"type": "multipolygon", "indoor": "room", "ref": f"{level}{number}", "level": level}
        self.map.relations.append(([("outer", way) for way in halves], told))

    @property
    def _room_says_its_level(self) -> bool:
        """Its doors can only say it where each is on one level and on the room's own outline."""
        by_doors = (
            self.mapper.room_level == "doors" and self.mapper.door_level and self.mapper.door_on in {"both", "room"}
        )
        return self.mapper.room_level == "level" or not (
            self.mapper.room_level == "relation" or (by_doors and not self.mapper.nodes_shared_by_levels)
        )

    def _corridor(self, level: str, doors: list[Point], lobby: int) -> None:
        """The corridor with the lobby below it, that reaches to the front."""
        kind = self.mapper.corridor
        left, right = ROOM_M * lobby, ROOM_M * (lobby + 1)
        held = doors if self.mapper.door_on in {"both", "corridor"} else []
        held = [*held, self.west, self.east]
        upper = box(0, self.low, self.width, self.high, *held, (left, self.low), (right, self.low))
        # The entrance on the house's outline alone: a wall lies between it and the hall.
        hall = box(left, -0.7, right, self.low) if self._outside_only else box(left, -1, right, self.low, self.front)
        tags = {
            "room=corridor": {"indoor": "room", "room": "corridor"},
            "room=hall": {"indoor": "area", "room": "hall"},
        }.get(kind, {"indoor": "area" if kind == "area" else "corridor"})
        if kind in {"line", "footway", "none"}:
            # The walls are left to the rooms: the outline of the level holds the entrance.
            self.map.area(box(0, -1, self.width, self.high + DEEP_M, self.front), indoor="level", level=level)
        if kind in {"line", "footway"}:
            line = [(1.0, self.low + 1.2), (self.width - 1.0, self.low + 1.2)]
            drawn = {"highway": "corridor"} if kind == "line" else {"highway": "footway", "indoor": "yes"}
            self.map.way(line, level=level, **drawn)
            self.map.way([(self.front[0], -1.0), (self.front[0], self.low + 1.2)], level=level, **drawn)
        elif kind == "pieces":
            middle = self.width / 2
            west = [at for at in held if at[0] <= middle]
            east = [at for at in held if at[0] >= middle]
            self.map.area(box(0, self.low, middle, self.high, *west), level=level, **tags)
            self.map.area(box(middle, self.low, self.width, self.high, *east), level=level, **tags)
            self.map.area(hall, level=level, **tags)
        elif kind == "relation":
            outer = self.map.area(upper)
            pillar = self.map.area(box(self.width / 3, self.low + 0.9, self.width / 3 + 0.4, self.low + 1.3))
            self.map.multipolygon(outer, pillar, level=level, **tags)
            self.map.area(hall, level=level, **tags)
        elif kind != "none":
            self.map.area(upper, level=level, **tags)
            self.map.area(hall, level=level, **tags)

    def _door(self, level: str, at: Point, wall: float) -> None:
        tags = dict(tag.split("=") for tag in self.mapper.door.split("+"))
        if self.mapper.door_on == "wall":
            # On nobody's outline, so it has to say its level.
            layer, self.map.layer = self.map.layer, 100 + self.mapper.levels.index(level)
            self.map.node((at[0], at[1] + wall / 2), **tags, level=level)
            self.map.layer = layer
            return
        place = at if self.mapper.door_on == "corridor" and self._walled else (at[0], at[1] + wall)
        told = {"level": level} if self.mapper.door_level and not self.mapper.nodes_shared_by_levels else {}
        self.map.node(place, **tags, **told)

    def _entrance(self, level: str) -> None:
        tags = (
            {"entrance": "main"}
            if self.mapper.entrance == "unlevelled"
            else {"entrance": "main", "door": "yes", "level": level}
        )
        self.map.node(self.front, **tags)

    def _told(self) -> Iterable[dict[str, str]]:
        """The levels of stairs and lifts, as tags of one thing or of one a level."""
        match self.mapper.stair_levels:
            case "range":
                yield {"level": self.mapper.span}
            case "list":
                yield {"level": ";".join(self.mapper.levels)}
            case "spaced list":
                yield {"level": " ; ".join(self.mapper.levels)}
            case "lowest and highest":
                yield {"min_level": self.mapper.levels[0], "max_level": self.mapper.levels[-1]}
            case "repeat_on":
                yield {"level": self.mapper.levels[0], "repeat_on": ";".join(self.mapper.levels[1:])}
            case _:
                yield from ({"level": level} for level in self.mapper.levels)

    def _stairs(self) -> None:
        kind = self.mapper.stairs
        ring = box(-4, self.low, 0, self.high, self.west)
        if kind == "way unlevelled":
            self._flights_between_ways()
            return
        if kind in {"way", "way bare"}:
            self._flights(bare=kind == "way bare")
            return
        tags = {
            "room": {"indoor": "room", "stairs": "yes"},
            "area": {"indoor": "area", "stairs": "yes"},
            "room=stairs": {"indoor": "room", "room": "stairs"},
            "corridor": {"indoor": "corridor", "stairs": "yes"},
            "highway area": {"highway": "steps", "area": "yes"},
        }[kind]
        for told in self._told():
            self.map.area(ring, **tags, **told)
        self._shaft_doors(self.west)

    def _flights(self, *, bare: bool) -> None:
        """A line of steps from each level to the next, from the corridor up and back to it."""
        for lower, upper in zip(self.mapper.levels, self.mapper.levels[1:], strict=False):
            told = (
                {"level": f"{lower};{upper}"}
                if bare
                else {"level": f"{lower};{upper}", "incline": "up", "indoor": "yes"}
            )
            self.map.way([(2.7, self.low + 1.0), (4.4, self.low + 1.0)], highway="steps", **told)

    def _flights_between_ways(self) -> None:
        """Steps that say no level: the ways at their foot and head do."""
        foot, head, beside = (2.7, self.low + 1.0), (4.4, self.low + 1.0), (3.0, self.low + 1.6)
        ends: list[tuple[int, int]] = []
        for number, level in enumerate(self.mapper.levels):
            self.map.layer = 200 + number
            ends.append((self.map.node(foot), self.map.node(head)))
            self.map.way([foot, beside], highway="footway", indoor="yes", level=level)
            self.map.way([beside, head], highway="footway", indoor="yes", level=level)
        self.map.ways.extend(([lower[0], upper[1]], {"highway": "steps"}) for lower, upper in pairwise(ends))
        self._on(-1)

    def _lift_between_ways(self) -> None:
        """A lift's node that says no level: the ways that come to it do."""
        at = self.map.node((self.width - 1.5, self.low + 1.2), highway="elevator")
        for number, level in enumerate(self.mapper.levels):
            self.map.layer = 200 + number
            before = self.map.node((self.width - 2.5, self.low + 1.2))
            self.map.ways.append(([before, at], {"highway": "footway", "indoor": "yes", "level": level}))
        self._on(-1)

    def _shaft_doors(self, at: Point) -> None:
        if self.mapper.stair_door == "one":
            self.map.node(at, door="yes", level=self.mapper.span)
        elif self.mapper.stair_door == "each":
            for number, level in enumerate(self.mapper.levels):
                self._on(number)
                self.map.node(
                    at, door="yes", level=level if not self.mapper.nodes_shared_by_levels else self.mapper.span
                )
            self._on(-1)

    def _lift(self) -> None:
        ring = box(self.width, self.low, self.width + 3, self.high, self.east)
        match self.mapper.lift:
            case "area":
                self.map.area(ring, indoor="room", elevator="yes", level=self.mapper.span)
                self._shaft_doors(self.east)
            case "highway area":
                self.map.area(ring, highway="elevator", level=";".join(self.mapper.levels))
                self._shaft_doors(self.east)
            case "node":
                self.map.node((self.width - 1.5, self.low + 1.2), highway="elevator", level=self.mapper.span)
            case "node unlevelled":
                self._lift_between_ways()
            case "node in room":
                self.map.area(ring, indoor="room", level=self.mapper.span)
                self.map.node((self.width + 1.5, self.low + 1.2), highway="elevator", level=self.mapper.span)
                self._shaft_doors(self.east)

    def _outline(self) -> None:
        ring = box(-4, -1, self.width + 4, self.high + DEEP_M, self.front)
        if self.mapper.outline == "way":
            self.map.area(ring, building="office", name="示例楼", building__levels=str(len(self.mapper.levels)))
        elif self.mapper.outline == "relation":
            outer = self.map.area(ring)
            inner = self.map.area(box(-3, -0.5, -2, 0.5))
            self.map.multipolygon(outer, inner, building="office", name="示例楼")

    def _relations(self) -> None:
        if self.mapper.room_level == "relation":
            for level, rooms in self.of_level.items():
                self.map.relations.append(
                    ([("buildingpart", room) for room in rooms], {"type": "level", "level": level})
                )

    def _turn(self) -> None:
        """The house stands askew to the north."""
        angle = radians(self.mapper.turned_degrees)
        turned = {}
        for ((x, y), layer), number in self.map.nodes.items():
            turned[(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)), layer] = number
        self.map.nodes = turned
