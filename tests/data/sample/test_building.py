"""The drawing of the invented building loads without a finding, and one can walk, or roll, to every room in it."""

from itertools import combinations
from math import hypot

import pytest
import shapely

from data.building.loading import read_building
from data.building.routes import routes_from
from data.records import Door, Floor, Profile
from data.sample.draw_building import archive
from data.sample.organisation import rooms
from data.sample.plan import FLOORS, spaces

LOADED = read_building("示例.zip", archive())
ROUTES = routes_from(LOADED.buildings, LOADED.floors, LOADED.floors[0].kiosks[0])
each_floor = pytest.mark.parametrize("floor", LOADED.floors, ids=lambda floor: floor.name)


def test_it_loads_without_a_finding() -> None:
    assert not LOADED.findings
    assert [floor.name for floor in LOADED.floors] == ["一层", "二层", "三层", "四层", "五层", "六层"]
    assert [floor.name_en for floor in LOADED.floors] == [f"Floor {number}" for number in range(1, 7)]


def test_every_room_of_the_list_is_drawn_once_and_on_the_floor_its_number_says() -> None:
    drawn = [(unit.number, floor.short_name) for floor in LOADED.floors for unit in floor.units if unit.number]
    assert sorted(drawn) == sorted((room.key, room.floor) for room in rooms())
    assert all(number[0] == floor[0] for number, floor in drawn)


def test_two_lifts_and_two_stairs_join_all_floors() -> None:
    kinds = sorted(connection.kind for connection in LOADED.buildings[0].connections)
    assert kinds == ["elevator", "elevator", "stairs", "stairs"]
    assert {len(connection.units) for connection in LOADED.buildings[0].connections} == {6}


def test_the_kiosk_stands_in_the_lobby_and_its_visitor_looks_up_the_map() -> None:
    ground = LOADED.floors[0]
    (kiosk,) = ground.kiosks
    lobby = next(unit for unit in ground.units if unit.name == "大厅")
    assert shapely.Polygon(lobby.polygons[0][0]).contains(shapely.Point(kiosk.at))
    assert kiosk.facing_degrees == pytest.approx(0, abs=0.5)


def test_the_entrance_is_at_the_bottom() -> None:
    ground = LOADED.floors[0]
    entrance = next(door for door in ground.doors if door.category == "pedestrian.principal")
    lowest = max(y for rings in ground.outline for _, y in rings[0])
    assert entrance.outside
    assert {round(y, 1) for _, y in entrance.line} == {round(lowest, 1)}


@each_floor
def test_no_two_units_overlap(floor: Floor) -> None:
    shapes = [shapely.Polygon(unit.polygons[0][0]) for unit in floor.units]
    assert not [(a, b) for a, b in combinations(shapes, 2) if a.intersection(b).area > 0.2]


@each_floor
def test_every_floor_has_an_accessible_washroom_and_knows_its_stairs_and_lifts(floor: Floor) -> None:
    found = [amenity.category for amenity in floor.amenities]
    assert {"restroom.wheelchair", "restroom.male", "restroom.female"} <= set(found)
    assert (found.count("stairs"), found.count("elevator")) == (2, 2)


@each_floor
def test_every_door_joins_two_units_or_leads_outside(floor: Floor) -> None:
    assert not [door.key for door in floor.doors if len(units_beside(door, floor)) + door.outside != 2]


def units_beside(door: Door, floor: Floor) -> set[str]:
    """The units a step before and a step behind the middle of a door."""
    (from_x, from_y), (to_x, to_y) = door.line
    middle_x, middle_y, length = (from_x + to_x) / 2, (from_y + to_y) / 2, hypot(to_x - from_x, to_y - from_y)
    step_x, step_y = (from_y - to_y) / length * 0.2, (to_x - from_x) / length * 0.2
    spots = [shapely.Point(middle_x + side * step_x, middle_y + side * step_y) for side in (-1, 1)]
    return {unit.key for unit in floor.units for spot in spots if shapely.Polygon(unit.polygons[0][0]).contains(spot)}


@pytest.mark.parametrize("profile", Profile)
def test_one_can_get_from_the_kiosk_to_every_unit(profile: Profile) -> None:
    units = {unit.key: unit.category for floor in LOADED.floors for unit in floor.units}
    taken = {"structure", "stairs"} if profile is Profile.STEP_FREE else {"structure"}
    wanted = {key for key, category in units.items() if category not in taken}
    assert not wanted - {route.unit for route in ROUTES if route.profile is profile}


def test_the_way_to_the_top_is_longer_than_the_way_next_door() -> None:
    lengths = {(route.unit, route.profile): route.length_m for route in ROUTES}
    numbers = {unit.number: unit.key for floor in LOADED.floors for unit in floor.units}
    assert 5 < lengths[numbers["107"], Profile.WALK] < 25
    assert 30 < lengths[numbers["617"], Profile.STEP_FREE] < 70


def test_the_plan_leaves_no_gap_between_rooms() -> None:
    for floor in FLOORS:
        whole = shapely.union_all([space.shape for space in spaces(floor)])
        assert whole.geom_type == "Polygon"
        assert not shapely.get_num_interior_rings(whole)


def test_floors_differ_as_those_of_a_real_building_do() -> None:
    areas = [round(sum(space.shape.area for space in spaces(floor))) for floor in FLOORS]
    assert areas == sorted(areas, reverse=True)
    assert len(set(areas)) == 4
