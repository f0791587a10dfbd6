import random
from statistics import median

import pytest
import shapely
from shapely.geometry import Polygon

from data.building.routes import routes_from
from data.records.building import Building, Floor, KioskPlace, Unit
from tests.helpers.houses import box, door, office_house, unit
from tests.helpers.oracle import shortest_m


def plan(seed: int) -> tuple[Floor, Polygon]:
    """A hall with blocks standing in it at random, a metre apart, and one room that opens to its far corner."""
    chance = random.Random(seed)
    hall = box(0, 0, 30, 20)
    blocks: list[Unit] = []
    solid = shapely.MultiPolygon()
    while len(blocks) < 6:
        left, top = chance.uniform(3, 22), chance.uniform(3, 13)
        shape = box(left, top, left + chance.uniform(1, 5), top + chance.uniform(1, 4))
        if solid.distance(Polygon(shape[0])) > 1 or not blocks:
            blocks.append(unit(f"block{len(blocks)}", "structure", shape))
            solid = shapely.MultiPolygon([Polygon(block.polygons[0][0]) for block in blocks])
    room = unit("room", "office", box(30, 14, 36, 20))
    units = (unit("hall", "lobby", hall), room, *blocks)
    doors = (door("d", 30, 17, upright=True),)
    floor = Floor(
        "F0", "1 层", 0, building="house", units=units, doors=doors, kiosks=(KioskPlace("kiosk", (1.5, 1.5)),)
    )
    ground = Polygon(hall[0]).difference(solid.buffer(0.3))
    assert isinstance(ground, Polygon)
    return floor, ground


def ratio(seed: int, cell_m: float = 0.5) -> float:
    """Our length by the grid's. Ours keeps two metres from walls where it can, the grid's 0.3 m."""
    floor, ground = plan(seed)
    found = next(one for one in routes_from((Building("house", ""),), (floor,), "kiosk") if one.unit == "room")
    return found.length_m / (shortest_m(ground, (1.5, 1.5), (29.6, 17), cell_m) + 1.2)


def test_ways_are_hardly_longer_than_the_shortest_walks_a_grid_finds() -> None:
    ratios = [ratio(seed) for seed in range(5)]
    assert min(ratios) >= 0.985
    assert max(ratios) <= 1.15
    assert median(ratios) <= 1.05


def test_along_corridors_ways_are_a_walkers_width_longer_than_the_tightest() -> None:
    """A floor's corridor, cross corridor and lobby in one, as the grid sees them; ours end 0.8 m inside the room."""
    buildings, floors = office_house(floors=1, rooms_a_side=12)
    corridor, lobby = Polygon([(0.3, 6.3), (47.7, 6.3), (47.7, 8.1), (0.3, 8.1)]), shapely.box(21.5, 8.0, 22.5, 11.4)
    ground = corridor.union(lobby)
    assert isinstance(ground, Polygon)
    for found in routes_from(buildings, floors, "kiosk"):
        if not found.unit.startswith("1"):
            continue
        drawn = next(one for one in floors[0].doors if one.key == f"door-{found.unit}")
        x, y = drawn.line[0][0] + 0.5, drawn.line[0][1]
        if abs(x - 22) > 6:
            tightest = shortest_m(ground, (22, 11.4), (x, 6.3 if y < 7 else 8.1), 0.3) + 0.3 + 0.8
            assert 0.98 * tightest <= found.length_m <= 1.15 * tightest


@pytest.mark.slow
def test_the_same_holds_for_many_halls_on_a_finer_grid() -> None:
    ratios = [ratio(seed, 0.3) for seed in range(100, 115)]
    assert min(ratios) >= 0.985
    assert max(ratios) <= 1.15
    assert median(ratios) <= 1.05


def test_the_grid_measures_a_known_corner() -> None:
    bent = Polygon([(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (0, 2)])
    assert shortest_m(bent, (0.5, 1.5), (8.5, 9.5), 0.25) == pytest.approx(7.52 + 7.52, rel=0.02)
