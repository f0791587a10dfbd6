"""All routes from one place: what the kiosk shows when a room is touched, computed once when an edition is built."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.building.placing import main_entrance
from data.building.ways import words
from data.building.ways.legs import Teller
from data.building.ways.network import Network, Start, Way
from data.records.building import Building, Floor, KioskPlace, Point
from data.records.route import Leg, Profile, Route, Turn


def routes_from(buildings: Iterable[Building], floors: Iterable[Floor], place: KioskPlace | str) -> tuple[Route, ...]:
    """The routes from a kiosk's place to every unit that can be reached, in both profiles.

    Pure: equal records give equal routes. Units without a route are shown lit on their floor. ValueError where no
    floor has this place. To ask for several places build `Wayfinder` once.
    """
    return Wayfinder(buildings, floors).routes_from(place)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a route begins: a name for it, a floor (index) and point, and where one looks (degrees, 0 up) if known."""

    key: str
    floor: int
    at: Point
    facing_degrees: float | None = None


class Wayfinder:
    """The walkable graph of all buildings, built once (under a second for a large house) and asked often."""

    def __init__(self, buildings: Iterable[Building], floors: Iterable[Floor]) -> None:
        self._buildings = tuple(buildings)
        self._floors = tuple(floors)
        self._network = Network(self._buildings, self._floors)
        self.ground = self._network.ground
        """Where one can walk, for reports."""

    def routes_from(self, place: KioskPlace | str) -> tuple[Route, ...]:
        """As the function of this name. Ways that are best in both profiles are told once."""
        origin = self.origin_of(place)
        start = _start(origin)
        teller = Teller(self.ground, self._buildings, start)
        walked = self._network.ways(start, Profile.WALK)
        told = {id(way): self._route(origin, Profile.WALK, way, teller) for way in walked}
        step_free = tuple(
            replace(told[id(way)], profile=Profile.STEP_FREE)
            if id(way) in told
            else self._route(origin, Profile.STEP_FREE, way, teller)
            for way in self._network.ways(start, Profile.STEP_FREE, walked)
        )
        return (*told.values(), *step_free)

    def routes(self, origin: Origin, profile: Profile) -> tuple[Route, ...]:
        """The best route from anywhere to every unit that can be reached, in the order of floors and units."""
        teller = Teller(self.ground, self._buildings, _start(origin))
        return tuple(self._route(origin, profile, way, teller) for way in self._network.ways(_start(origin), profile))

    def reached(self, origin: Origin, profile: Profile) -> tuple[str, ...]:
        """The keys of the units that can be reached."""
        goals = self._network.reached(_start(origin), profile)
        return tuple(self._floors[floor].units[unit].key for floor, unit in goals)

    def origin_of(self, place: KioskPlace | str) -> Origin:
        """A kiosk's place on its floor. ValueError where no floor has it."""
        key = place if isinstance(place, str) else place.key
        for number, floor in enumerate(self._floors):
            for kiosk in floor.kiosks:
                if kiosk.key == key:
                    return Origin(kiosk.key, number, kiosk.at, kiosk.facing_degrees)
        raise ValueError(f"no floor has the kiosk place {key!r}")

    def origin_at_entrance(self) -> Origin:
        """The main entrance, for a drawing without a kiosk. ValueError where no door leads outside."""
        entrance = main_entrance(self._floors)
        if entrance is None:
            raise ValueError("no door leads outside")
        return Origin("entrance", *entrance)

    def origin_in(self, unit: str) -> Origin:
        """The middle of a unit (by key) as the beginning of a route. ValueError where no floor has it."""
        for number, floor in enumerate(self._floors):
            for drawn in floor.units:
                if drawn.key == unit:
                    return Origin(unit, number, drawn.label_at or drawn.polygons[0][0][0])
        raise ValueError(f"no floor has the unit {unit!r}")

    def _route(self, origin: Origin, profile: Profile, way: Way, teller: Teller) -> Route:
        floor = self._floors[way.floor]
        unit = floor.units[way.unit]
        if unit.key == origin.key:
            said = words.here(unit)
            legs: Sequence[Leg] = (Leg(floor.key, (origin.at,), said.chinese, Turn.ARRIVE, text_en=said.english),)
        else:
            legs = teller.legs(way)
        length = round(sum(leg.length_m for leg in legs), 1)
        return Route(origin.key, unit.key, profile, length, round(sum(leg.seconds for leg in legs), 1), tuple(legs))


def _start(origin: Origin) -> Start:
    return Start(origin.floor, origin.at, origin.facing_degrees)
