"""However somebody maps a house, its rooms are reached: walls or gaps, doors here or there, stairs of every kind."""

import pytest
from hypothesis import HealthCheck, example, given, settings

from data.building.loading import read_building
from data.building.report import report
from data.building.routes import Wayfinder
from data.records.route import Profile
from tests.helpers.courts import court_house
from tests.helpers.habits import Habits, habits, house

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
many = settings(max_examples=800, deadline=None, suppress_health_check=list(HealthCheck))


def reaches_all(mapper: Habits) -> None:
    """Nineteen of twenty rooms are there and reached from the entrance, step-free too where a lift goes everywhere."""
    loaded = read_building("house.osm", house(mapper))
    found = report(loaded.buildings, loaded.floors)
    told = [f"{finding.place}: {finding.message}" for finding in (*loaded.findings, *found.findings)]
    rooms = sum(floor.rooms for floor in found.floors)
    assert rooms >= (2 * mapper.rooms_a_side - 1) * len(mapper.levels), told
    assert found.reachable_share >= 0.95, told
    if mapper.lift in {"area", "highway area"} and mapper.stair_door != "open":
        assert sum(floor.step_free for floor in found.floors) >= 0.95 * rooms, told


@few
@given(habits)
@example(Habits(corridor="none", stairs="way bare", room_level="doors", door_level=False))
@example(Habits(corridor="line", lift="node", door_on="wall", wall_m=0.3))
@example(Habits(levels=("-1", "0", "1"), nodes_shared_by_levels=True, door_level=False, entrance="unlevelled"))
@example(Habits(room="walls", corridor="line", stairs="way unlevelled", place=(180.0, 78.2)))
@example(Habits(room="walls", corridor="none", lift="node unlevelled", levels=("0.5", "1.5"), entrance="unlevelled"))
@example(Habits(room="relation", stair_levels="lowest and highest", place=(-179.9999, -54.8), turned_degrees=133))
@example(Habits(room_level="relation", stair_levels="each", stair_door="open", outline="none"))
def test_a_house_is_reached_throughout_whoever_maps_it(mapper: Habits) -> None:
    reaches_all(mapper)


@pytest.mark.slow
@many
@given(habits)
def test_the_same_holds_for_hundreds_of_mappers(mapper: Habits) -> None:
    reaches_all(mapper)


def test_the_helper_draws_four_hundred_rooms_too() -> None:
    loaded = read_building("house.osm", house(Habits(rooms_a_side=51)))
    finder = Wayfinder(loaded.buildings, loaded.floors)
    found = report(loaded.buildings, loaded.floors)
    assert sum(floor.rooms for floor in found.floors) == 4 * 101
    assert found.reachable_share == 1
    assert len(finder.routes(finder.origin_at_entrance(), Profile.STEP_FREE)) >= 4 * 101


@pytest.mark.parametrize("one_ring", [True, False])
@pytest.mark.parametrize("turned_degrees", [0, 30, 77])
def test_every_room_of_a_house_around_a_court_is_reached(turned_degrees: float, *, one_ring: bool) -> None:
    """Doors lie along walls of a hundred metres, where rounding must not decide which corner is walked around."""
    loaded = read_building("court.osm", court_house(33, 2, turned_degrees, one_ring=one_ring))
    found = report(loaded.buildings, loaded.floors)
    assert sum(floor.rooms for floor in found.floors) > 300
    assert found.reachable_share == 1
