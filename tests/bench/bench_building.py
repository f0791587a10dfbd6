"""The building: how long a house of 450 rooms takes to become walkable, its routes to be found, one of them to open."""

import json
import sqlite3
import sys
import tempfile
import timeit
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from data.building.loading import read_building
from data.building.routes import Wayfinder
from data.edition.write import write_lobby
from data.records import Profile, Route
from data.records.canonical import decode
from tests.helpers import osm
from tests.helpers.houses import office_house

ROUNDS = 9


def figure(name: str, value_s: float, limit_s: float, against: str = "") -> None:
    """Print one figure as `make bench` wants it; smaller is better."""
    line = {"name": name, "value": round(value_s, 5), "unit": "s", "limit": limit_s, "holds": value_s <= limit_s}
    print(json.dumps(line | ({"against": against} if against else {}), ensure_ascii=False), flush=True)


def median_s(action: Callable[[], object]) -> float:
    """The middle of several runs."""
    return sorted(timeit.repeat(action, number=1, repeat=ROUNDS))[ROUNDS // 2]


def main() -> None:
    """Measure everything on two houses: ten floors, and one floor with all the rooms on one corridor."""
    for floors, rooms_a_side in ((10, 23), (1, 225)):
        buildings, drawn = office_house(floors, rooms_a_side)
        rooms = sum(len(floor.units) for floor in drawn)
        named = f"building {rooms} units on {floors} floors"
        figure(f"{named}: graph built", median_s(lambda: Wayfinder(buildings, drawn)), 1.0)  # noqa: B023 - run at once
        finder = Wayfinder(buildings, drawn)
        routes = finder.routes_from("kiosk")
        told = f"{len(routes)} routes, both profiles"
        figure(f"{named}: all routes from one kiosk", median_s(lambda: finder.routes_from("kiosk")), 0.05, told)  # noqa: B023
    opening(routes)
    body = osm.office_house()
    figure("building 400 rooms in OSM: loaded", median_s(lambda: read_building("house.osm", body)), 1.0)


def opening(routes: tuple[Route, ...]) -> None:
    """Open one stored route out of all, as the kiosk does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lobby.db"
        write_lobby(path, [], {}, routes)
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        last = routes[-1]
        asked = (last.place, last.unit, Profile(last.profile).value)
        query = "SELECT body FROM route WHERE place = ? AND unit = ? AND profile = ?"
        figure(
            "building: a stored route opened",
            median_s(lambda: decode(Route, connection.execute(query, asked).fetchone()[0])),
            0.005,
            f"{len(routes)} stored",
        )
        connection.close()


if __name__ == "__main__":
    main()
