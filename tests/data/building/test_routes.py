from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest
import shapely

from data.building.routes import Wayfinder, routes_from
from data.building.shapes import shape_of
from data.records.building import Building, Connection, Door, Floor, KioskPlace, Unit
from data.records.route import Leg, Profile, Route, Turn
from tests.helpers.houses import box, door, office_house, unit


def route(routes: tuple[Route, ...], key: str, profile: Profile = Profile.WALK) -> Route:
    (found,) = [one for one in routes if one.unit == key and one.profile is profile]
    return found


def reached(routes: tuple[Route, ...], profile: Profile = Profile.WALK) -> set[str]:
    return {one.unit for one in routes if one.profile is profile}


def one_floor(*units: Unit, doors: tuple[Door, ...] = (), kiosk: tuple[float, float] = (1, 1)) -> Floor:
    return Floor("F0", "1 层", 0, "1", "", "house", (), units, doors, (), (KioskPlace("kiosk", kiosk),))


def routes_in(*floors: Floor, building: Building | None = None) -> tuple[Route, ...]:
    return routes_from((building or Building("house", "示例楼"),), floors, "kiosk")


def test_every_room_of_a_plain_house_is_reached_in_both_profiles() -> None:
    buildings, floors = office_house(floors=3)
    routes = routes_from(buildings, floors, "kiosk")
    everything = {drawn.key for floor in floors for drawn in floor.units}
    assert reached(routes) == everything
    assert reached(routes, Profile.STEP_FREE) == everything


def test_a_way_is_told_leg_by_leg_as_people_speak() -> None:
    buildings, floors = office_house(floors=5)
    found = route(routes_from(buildings, floors, "kiosk"), "556")
    assert [(leg.floor, leg.turn, leg.text) for leg in found.legs] == [
        ("F0", Turn.START, "从这里出发，向前 4 米"),
        ("F0", Turn.RIGHT, "右转，向前 3 米"),
        ("F0", Turn.ELEVATOR, "右手边乘电梯到 5 层"),
        ("F4", Turn.RIGHT, "出电梯右转，向前 8 米"),
        ("F4", Turn.ARRIVE, "右手边 556 室即是"),
    ]
    assert [leg.text_en for leg in found.legs] == [
        "From here, go ahead for 4 m",
        "Turn right, walk on for 3 m",
        "Take the lift on your right to floor 5",
        "Leaving the lift, turn right, walk on for 8 m",
        "Room 556 on your right",
    ]


def test_the_line_keeps_to_the_middle_of_the_corridor_and_ends_inside_the_room() -> None:
    buildings, floors = office_house(floors=1, rooms_a_side=12)
    found = route(routes_from(buildings, floors, "kiosk"), "102")
    along = [(x, y) for leg in found.legs[1:-1] for x, y in leg.points]
    assert all(6.9 <= y <= 7.5 for _, y in along), "the corridor's middle is at 7.2"
    room = next(drawn for drawn in floors[0].units if drawn.key == "102")
    assert shape_of(room.polygons).contains(shapely.Point(found.legs[-1].points[-1]))


def test_legs_join_and_add_up() -> None:
    buildings, floors = office_house(floors=3)
    for found in routes_from(buildings, floors, "kiosk"):
        assert found.length_m == pytest.approx(sum(leg.length_m for leg in found.legs), abs=0.05)
        assert found.seconds == pytest.approx(sum(leg.seconds for leg in found.legs), abs=0.05)
        for before, after in pairwise(found.legs):
            if before.to_floor:
                assert (before.turn, after.floor) in {
                    (Turn.ELEVATOR, before.to_floor),
                    (Turn.STAIRS, before.to_floor),
                }
            assert hypot(*_gap(before, after)) < 0.01


def _gap(before: Leg, after: Leg) -> tuple[float, float]:
    (x, y), (other_x, other_y) = before.points[-1], after.points[0]
    return x - other_x, y - other_y


def test_the_same_records_give_the_same_routes() -> None:
    assert routes_from(*office_house(), "kiosk") == routes_from(*office_house(), "kiosk")


def test_step_free_takes_no_stairs_where_walking_does() -> None:
    buildings, floors = office_house(floors=2, rooms_a_side=20)
    floors = tuple(replace(floor, kiosks=()) for floor in floors)
    foot = KioskPlace("kiosk", (2.0, 7.2))
    floors = (replace(floors[0], kiosks=(foot,)), floors[1])
    routes = routes_from(buildings, floors, foot)
    turns = {leg.turn for leg in route(routes, "202").legs}
    free = {leg.turn for leg in route(routes, "202", Profile.STEP_FREE).legs}
    assert Turn.STAIRS in turns
    assert Turn.STAIRS not in free
    assert Turn.ELEVATOR in free


def test_without_a_lift_nothing_upstairs_is_reached_step_free() -> None:
    buildings, floors = office_house(floors=2)
    floors = tuple(
        replace(floor, units=tuple(drawn for drawn in floor.units if drawn.category != "elevator")) for floor in floors
    )
    routes = routes_from(buildings, floors, "kiosk")
    assert "205" in reached(routes)
    assert {key for key in reached(routes, Profile.STEP_FREE) if key.startswith("2")} == set()


def test_a_door_that_is_no_way_for_wheels_bars_step_free_only() -> None:
    hall = unit("hall", "walkway", box(0, 0, 10, 3))
    room = unit("room", "office", box(0, 3, 10, 6))
    narrow = replace(door("d", 5, 3), accessible=False)
    routes = routes_in(one_floor(hall, room, doors=(narrow,)))
    assert reached(routes) == {"hall", "room"}
    assert reached(routes, Profile.STEP_FREE) == {"hall"}


def test_nobody_is_sent_through_an_office_to_save_some_steps() -> None:
    """Two corridors joined far away, with an office between them that opens to both."""
    near = unit("near", "walkway", box(0, 0, 20, 2))
    link = unit("link", "walkway", box(18, 2, 20, 8))
    far = unit("far", "walkway", box(0, 8, 20, 10))
    office = unit("office", "office", box(0, 2, 10, 8))
    goal = unit("goal", "office", box(0, 10, 10, 14))
    doors = (door("a", 2, 2), door("b", 2, 8), door("c", 2, 10))
    found = route(routes_in(one_floor(near, link, far, office, goal, doors=doors)), "goal")
    assert found.length_m > 35
    blocked = route(routes_in(one_floor(near, far, office, goal, doors=doors)), "goal")
    assert blocked.length_m < 20, "where there is no other way, through the office"


def test_a_lift_for_staff_alone_takes_nobody_up() -> None:
    buildings, floors = office_house(floors=3)
    staffed = tuple(
        replace(
            floor, units=tuple(replace(one, public=False) if one.category == "elevator" else one for one in floor.units)
        )
        for floor in floors
    )
    routes = routes_from(buildings, staffed, "kiosk")
    assert not {key for key in reached(routes, Profile.STEP_FREE) if key.startswith(("2", "3"))}
    assert Turn.ELEVATOR not in {leg.turn for one in routes for leg in one.legs}
    assert {"302", "lift-0", "lift-2"} <= reached(routes)


def test_what_is_not_public_is_a_goal_but_no_way() -> None:
    hall = unit("hall", "walkway", box(0, 0, 10, 2))
    archive = unit("archive", "office", box(0, 2, 10, 6), public=False)
    vault = unit("vault", "office", box(0, 6, 10, 9))
    doors = (door("a", 5, 2), door("b", 5, 6))
    assert reached(routes_in(one_floor(hall, archive, vault, doors=doors))) == {"hall", "archive"}


def test_a_room_inside_a_room_is_reached_through_it() -> None:
    hall = unit("hall", "walkway", box(0, 0, 10, 2))
    outer = unit("outer", "office", box(0, 2, 10, 8))
    inner = unit("inner", "office", box(6, 5, 10, 8))
    doors = (door("a", 2, 2), door("b", 6, 6.5, upright=True))
    found = route(routes_in(one_floor(hall, outer, inner, doors=doors)), "inner")
    assert found.legs[-1].text.endswith("目的地即是") or "办公室" in found.legs[-1].text


def test_emergency_exits_and_walls_are_no_ways() -> None:
    hall = unit("hall", "walkway", box(0, 0, 10, 2))
    room = unit("room", "office", box(0, 2, 10, 6))
    shut = door("a", 5, 2, category="emergencyexit")
    assert reached(routes_in(one_floor(hall, room, doors=(shut,)))) == {"hall"}
    pillar = unit("pillar", "column", box(4, 0, 5, 1))
    assert "pillar" not in reached(routes_in(one_floor(hall, pillar)))


def test_a_drawn_wall_is_walked_around() -> None:
    hall = unit("hall", "lobby", box(0, 0, 20, 20))
    room = unit("room", "office", box(0, 20, 20, 26))
    floor = one_floor(hall, room, doors=(door("a", 10, 20),), kiosk=(10, 2))
    open_way = route(routes_in(floor), "room")
    walled = replace(floor, furniture_walls=(((2.0, 10.0), (20.0, 10.0)),))
    around = route(routes_in(walled), "room")
    assert open_way.length_m == pytest.approx(18.8, abs=0.1)
    assert around.length_m > 23


def test_furniture_is_walked_around_unless_it_bars_the_way() -> None:
    hall = unit("hall", "lobby", box(0, 0, 20, 20))
    room = unit("room", "office", box(0, 20, 20, 26))
    floor = one_floor(hall, room, doors=(door("a", 10, 20),), kiosk=(10, 2))
    counter = replace(floor, fixtures=(box(4, 9, 16, 11),))
    barrier = replace(floor, fixtures=(box(-1, 9, 21, 11),))
    assert route(routes_in(counter), "room").length_m > 21
    assert route(routes_in(barrier), "room").length_m == pytest.approx(18.8, abs=0.1)


def test_stairs_without_a_door_are_entered_from_the_hall_beside_them() -> None:
    def level(number: int) -> Floor:
        hall = unit(f"hall{number}", "walkway", box(0, 0, 10, 3))
        stair = unit(f"stair{number}", "stairs", box(10, 0, 14, 3))
        return replace(one_floor(hall, stair), key=f"F{number}", ordinal=number, kiosks=())

    ground = replace(level(0), kiosks=(KioskPlace("kiosk", (1, 1)),))
    found = route(routes_in(ground, level(1)), "hall1")
    assert [leg.turn for leg in found.legs] == [Turn.START, Turn.STAIRS, Turn.STRAIGHT, Turn.ARRIVE]


def test_a_told_connection_counts_before_overlap() -> None:
    """A lift drawn elsewhere on each floor, as in a hillside house, is known by its relationship alone."""
    ground = one_floor(unit("hall0", "walkway", box(0, 0, 10, 3)), unit("lift0", "elevator", box(10, 0, 12, 3)))
    upper = replace(
        one_floor(unit("hall1", "walkway", box(40, 0, 50, 3)), unit("lift1", "elevator", box(38, 0, 40, 3))),
        key="F1",
        ordinal=1,
        kiosks=(),
    )
    told = Building("house", "示例楼", connections=(Connection("c", "elevator", ("lift0", "lift1")),))
    assert "hall1" not in reached(routes_in(ground, upper))
    assert "hall1" in reached(routes_in(ground, upper, building=told))


def test_an_escalator_goes_one_way() -> None:
    def level(number: int, *, kiosk: bool) -> Floor:
        hall = unit(f"hall{number}", "walkway", box(0, 0, 10, 3))
        moving = unit(f"moving{number}", "escalator", box(10, 0, 14, 3))
        kiosks = (KioskPlace("kiosk", (1, 1)),) if kiosk else ()
        return replace(one_floor(hall, moving), key=f"F{number}", ordinal=number, kiosks=kiosks)

    up = Connection("up", "escalator", ("moving0", "moving1"), one_way=True)
    told = Building("house", "示例楼", connections=(up,))
    assert "hall1" in reached(routes_in(level(0, kiosk=True), level(1, kiosk=False), building=told))
    assert "hall0" not in reached(routes_in(level(0, kiosk=False), level(1, kiosk=True), building=told))


def test_from_one_building_into_another_across_the_yard() -> None:
    def house(key: str, left: float, kiosks: tuple[KioskPlace, ...] = ()) -> Floor:
        hall = unit(f"hall-{key}", "lobby", box(left, 0, left + 10, 6))
        room = unit(f"room-{key}", "office", box(left, -6, left + 10, 0))
        doors = (door(f"in-{key}", left + 5, 6, outside=True), door(f"d-{key}", left + 5, 0))
        return Floor(f"F-{key}", "1 层", 0, "1", "", key, (), (hall, room), doors, (), kiosks)

    floors = (house("a", 0, (KioskPlace("kiosk", (5, 3)),)), house("b", 30))
    buildings = (Building("a", "主楼"), Building("b", "附楼", "Annex"))
    found = route(routes_from(buildings, floors, "kiosk"), "room-b")
    assert "走出楼门" in " ".join(leg.text for leg in found.legs)
    assert any(leg.text.startswith("进入附楼") for leg in found.legs)
    assert found.legs[-1].floor == "F-b"
    assert 35 < found.length_m < 60


def test_a_kiosk_that_stands_in_the_wall_starts_beside_it_and_one_far_off_has_no_routes() -> None:
    hall = unit("hall", "walkway", box(0, 0, 10, 3))
    assert reached(routes_in(one_floor(hall, kiosk=(5, 3.5)))) == {"hall"}
    assert routes_in(one_floor(hall, kiosk=(50, 50))) == ()


def test_an_unknown_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no floor has the kiosk place 'elsewhere'"):
        routes_from(*office_house(), "elsewhere")


def test_a_route_may_begin_in_any_room() -> None:
    finder = Wayfinder(*office_house())
    found = {one.unit: one for one in finder.routes(finder.origin_in("302"), Profile.WALK)}
    assert found["302"].legs[0].text == "这里就是 302 室"
    assert found["105"].legs[-1].floor == "F0"
    assert found["303"].length_m < 12


def test_a_way_out_of_a_room_begins_a_step_behind_the_door_it_takes() -> None:
    """However deep the room, as the way into it ends a step behind its door: there and back is as long."""
    finder = Wayfinder(*office_house())
    out = {one.unit: one for one in finder.routes(finder.origin_in("302"), Profile.WALK)}["357"]
    back = {one.unit: one for one in finder.routes(finder.origin_in("357"), Profile.WALK)}["302"]
    door_at = next(one for one in office_house()[1][2].doors if one.key == "door-302").line
    middle = shapely.LineString(door_at).interpolate(0.5, normalized=True)
    assert middle.distance(shapely.Point(out.legs[0].points[0])) == pytest.approx(0.8, abs=0.02)
    assert out.length_m == pytest.approx(back.length_m, abs=0.2)
