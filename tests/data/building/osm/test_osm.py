import pytest

from data.building.findings import Level
from data.building.loading import Loaded, read_building
from data.building.report import report
from data.building.safe_xml import MAX_ELEMENTS
from data.building.shapes import shape_of
from data.records.building import Floor, Unit
from tests.helpers.conformance import conformance_folder
from tests.helpers.osm import Map, box, office_house


def load(drawn: Map | bytes) -> Loaded:
    return read_building("house.osm", drawn.file() if isinstance(drawn, Map) else drawn)


def told(loaded: Loaded) -> list[str]:
    return [f"{finding.place}: {finding.message}" for finding in loaded.findings]


def unit_on(floor: Floor, number: str) -> Unit:
    (found,) = [unit for unit in floor.units if unit.number == number]
    return found


def simple() -> Map:
    """A corridor and one room with a door between them."""
    drawn = Map()
    drawn.area(box(0, 0, 10, 3, (5.0, 3.0)), indoor="corridor", level="0")
    drawn.area(box(0, 3, 10, 8, (5.0, 3.0)), indoor="room", level="0", ref="101", name="综合法规处")
    drawn.node((5.0, 3.0), door="yes")
    return drawn


@pytest.mark.parametrize("shared_nodes", [True, False])
def test_a_house_of_four_hundred_rooms_is_reached_throughout(*, shared_nodes: bool) -> None:
    loaded = load(office_house(shared_nodes=shared_nodes))
    assert not loaded.findings
    found = report(loaded.buildings, loaded.floors)
    assert sum(floor.rooms for floor in found.floors) == 400
    assert sum(len(floor.doors) for floor in loaded.floors) == 400 + 4 * 13 + 8
    assert found.reachable_share == 1.0
    assert sum(floor.step_free for floor in found.floors) == 400


def test_a_room_has_number_name_floor_and_house() -> None:
    loaded = load(simple())
    (floor,) = loaded.floors
    (building,) = loaded.buildings
    assert (floor.name, floor.ordinal, floor.building) == ("1 层", 0, building.key)
    room = unit_on(floor, "101")
    assert (room.category, room.name) == ("room", "综合法规处")


def test_a_door_node_becomes_a_line_on_the_wall_as_wide_as_it_says() -> None:
    drawn = simple()
    drawn.node((5.0, 3.0), door="yes", width="1.4 m", wheelchair="no")
    (door,) = load(drawn).floors[0].doors
    (x, y), (other_x, other_y) = door.line
    assert abs(x - other_x) == pytest.approx(1.4, abs=0.02)
    assert y == pytest.approx(other_y, abs=0.02)
    assert not door.accessible


def test_a_door_beside_its_wall_is_put_along_the_nearest() -> None:
    drawn = Map()
    drawn.area(box(0, 0, 10, 3), indoor="corridor", level="0")
    drawn.area(box(0, 3, 10, 8), indoor="room", level="0", ref="101")
    drawn.node((5.0, 3.3), door="yes", level="0")
    loaded = load(drawn)
    assert report(loaded.buildings, loaded.floors).reachable_share == 1


def test_a_door_far_from_every_wall_is_left_out_and_told() -> None:
    drawn = simple()
    number = drawn.node((50.0, 50.0), door="yes", level="0")
    assert told(load(drawn)) == [f"门（点 {number}）: 门不在任何墙上，已跳过"]


def test_stairs_over_a_range_of_levels_are_one_connection() -> None:
    loaded = load(office_house(levels=4, rooms_a_side=4))
    stair, lift = loaded.buildings[0].connections
    assert (stair.kind, len(stair.units)) == ("stairs", 4)
    assert (lift.kind, len(lift.units)) == ("elevator", 4)
    assert [floor.ordinal for floor in loaded.floors] == [0, 1, 2, 3]


def test_a_level_that_only_a_shaft_passes_is_no_floor() -> None:
    drawn = simple()
    drawn.area(box(10, 0, 13, 3), indoor="room", room="elevator", level="-1-2")
    assert [floor.ordinal for floor in load(drawn).floors] == [0]


def test_rooms_repeated_on_levels_are_units_of_their_own() -> None:
    drawn = Map()
    drawn.area(box(0, 0, 10, 3), indoor="corridor", level="0", repeat_on="1-2")
    loaded = load(drawn)
    keys = [unit.key for floor in loaded.floors for unit in floor.units]
    assert keys == ["w1@0", "w1@1", "w1@2"]


def test_a_lift_node_in_a_small_room_makes_it_a_lift() -> None:
    drawn = simple()
    drawn.area(box(10, 0, 12, 2), indoor="room", level="0;1")
    drawn.area(box(0, 0, 10, 3), indoor="corridor", level="1")
    drawn.node((11.0, 1.0), highway="elevator", level="0;1")
    loaded = load(drawn)
    assert [unit.category for unit in loaded.floors[0].units] == ["walkway", "room", "elevator"]
    found = report(loaded.buildings, loaded.floors)
    assert not [finding for finding in found.findings if "没有通到别的楼层" in finding.message]


def test_steps_drawn_as_a_line_join_the_levels_at_their_ends() -> None:
    drawn = Map()
    drawn.area(box(0, 0, 10, 3), indoor="corridor", level="0")
    drawn.area(box(14, 0, 24, 3), indoor="corridor", level="1")
    drawn.area(box(24, 0, 30, 3, (24.0, 1.0)), indoor="room", level="1", ref="201")
    drawn.node((24.0, 1.0), door="yes")
    drawn.way([(9.0, 1.5), (15.0, 1.5)], highway="steps", level="0;1", incline="up")
    loaded = load(drawn)
    lower, upper = loaded.floors
    foot = next(unit for unit in lower.units if unit.category == "stairs")
    head = next(unit for unit in upper.units if unit.category == "stairs")
    assert shape_of(foot.polygons).centroid.x < shape_of(head.polygons).centroid.x
    assert report(loaded.buildings, loaded.floors).reachable_share == 1


@pytest.mark.parametrize(
    ("incline", "conveying", "first"),
    [("up", "forward", 0), ("up", "backward", 1), ("down", "forward", 1), ("down", "backward", 0)],
)
def test_an_escalator_goes_where_it_is_conveyed(incline: str, conveying: str, first: int) -> None:
    drawn = Map()
    for level in ("0", "1"):
        drawn.area(box(0, 0, 10, 3), indoor="corridor", level=level)
    drawn.way([(2.0, 1.5), (8.0, 1.5)], highway="steps", level="0;1", incline=incline, conveying=conveying)
    (connection,) = load(drawn).buildings[0].connections
    assert (connection.kind, connection.one_way) == ("escalator", True)
    assert connection.units[0].endswith(f"@{first}")


def test_a_multipolygon_has_its_hole() -> None:
    drawn = Map()
    outer = drawn.area(box(0, 0, 20, 20))
    inner = drawn.area(box(5, 5, 15, 15))
    drawn.multipolygon(outer, inner, indoor="corridor", level="0")
    (unit,) = load(drawn).floors[0].units
    assert len(unit.polygons[0]) == 2
    assert shape_of(unit.polygons).area == pytest.approx(300, abs=2)


def test_a_corridor_drawn_as_a_line_is_walked_on_where_no_area_covers_it() -> None:
    drawn = Map()
    drawn.area(box(0, 3, 10, 8, (5.0, 3.0)), indoor="room", level="0", ref="101")
    drawn.node((5.0, 3.0), door="yes")
    drawn.way([(-10.0, 2.3), (20.0, 2.3)], highway="corridor", level="0")
    loaded = load(drawn)
    assert report(loaded.buildings, loaded.floors).reachable_share == 1


@pytest.mark.parametrize("on_the_line", [True, False])
@pytest.mark.parametrize("outline", [True, False])
def test_an_entrance_at_the_end_of_a_corridors_line_leads_outside(*, outline: bool, on_the_line: bool) -> None:
    drawn = Map()
    drawn.way([(0.0, 6.5), (20.0, 6.5)], highway="corridor", level="0")
    drawn.area(box(0, 8, 20, 14, (5.0, 8.0)), indoor="room", level="0", ref="101")
    drawn.area(box(0, 0, 20, 5, (5.0, 5.0)), indoor="room", level="0", ref="102")
    for door in ((5.0, 8.0), (5.0, 5.0)):
        drawn.node(door, door="yes")
    drawn.layer = 0 if on_the_line else 1
    drawn.node((20.0, 6.5), entrance="yes")
    if outline:
        drawn.area(box(-0.2, -0.2, 20.2, 14.2), building="yes")
    loaded = load(drawn)
    assert sorted(door.outside for door in loaded.floors[0].doors) == [False, False, True]
    assert not told(loaded)
    assert not [one for one in report(loaded.buildings, loaded.floors).findings if "一个房间" in one.message]


def test_levels_named_by_their_outline_carry_the_name() -> None:
    drawn = simple()
    drawn.area(box(-1, -1, 11, 9), indoor="level", level="0", name="首层")
    (floor,) = load(drawn).floors
    assert floor.name == "首层"
    assert shape_of(floor.outline).area == pytest.approx(120, abs=1)


def test_touching_outlines_are_one_house_and_distant_ones_two() -> None:
    drawn = simple()
    drawn.area(box(0, 0, 10, 8), building="yes", name="主楼")
    drawn.area(box(10, 0, 20, 8), building="yes")
    drawn.area(box(100, 0, 120, 8), building="yes", name="附楼")
    drawn.area(box(12, 2, 18, 6), indoor="room", level="0")
    drawn.area(box(102, 2, 118, 6), indoor="room", level="0")
    loaded = load(drawn)
    assert [building.name for building in loaded.buildings] == ["主楼", "附楼"]
    assert [len(floor.units) for floor in loaded.floors] == [3, 1]


def test_toilets_terminals_and_extinguishers_are_found() -> None:
    drawn = simple()
    drawn.area(box(10, 3, 14, 8), indoor="room", level="0", amenity="toilets", female="yes")
    drawn.node((2.0, 1.0), tourism="information", information="terminal", level="0", direction="E")
    drawn.node((3.0, 1.0), emergency="fire_extinguisher", level="0")
    (floor,) = load(drawn).floors
    assert floor.units[-1].category == "restroom.female"
    assert [amenity.category for amenity in floor.amenities] == ["fireextinguisher"]
    assert [kiosk.facing_degrees for kiosk in floor.kiosks] == [pytest.approx(90, abs=1)]


def test_private_rooms_are_not_walked_through() -> None:
    drawn = simple()
    drawn.area(box(10, 3, 14, 8), indoor="room", level="0", access="private")
    assert [unit.public for unit in load(drawn).floors[0].units] == [True, True, False]


def test_a_wall_between_areas_is_kept_as_a_line() -> None:
    drawn = simple()
    drawn.way([(5.0, 0.0), (5.0, 2.0)], indoor="wall", level="0")
    (floor,) = load(drawn).floors
    assert len(floor.furniture_walls) == 1


def test_what_was_deleted_in_the_editor_is_gone() -> None:
    body = simple().file().replace(b"<way id='2'", b"<way id='2' action='delete'")
    assert len(load(body).floors[0].units) == 1


def test_a_level_nobody_can_read_is_told() -> None:
    drawn = simple()
    drawn.area(box(10, 3, 14, 8), indoor="room", level="ground")
    assert told(load(drawn)) == ["线 3: 楼层写法“ground”看不懂，已跳过"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "不是完好的 XML"),
        (b"<osm><node", "不是完好的 XML"),
        (b"<html/>", "不是 OpenStreetMap 文件"),
        (b"<osm/>", "没有带经纬度的点"),
        (b"<osm><node id='1' lat='41' lon='123'/></osm>", "没有室内的房间或走廊"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><osm>&b;</osm>', "实体"),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><osm>&a;</osm>', "实体"),
        (b"<osm>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</osm>", "嵌套过深"),
    ],
)
def test_what_is_no_indoor_map_is_refused_with_the_reason(body: bytes, reason: str) -> None:
    loaded = load(body)
    assert loaded.records == ()
    assert loaded.findings[0].level is Level.ERROR
    assert reason in loaded.findings[0].message


def test_half_a_million_points_are_refused() -> None:
    body = b"<osm>" + b"<node/>" * (MAX_ELEMENTS + 1) + b"</osm>"
    assert "请只导出本楼的范围" in load(body).findings[0].message


def test_a_real_shopping_centre_loads_and_the_report_names_its_rooms_without_doors() -> None:
    path = conformance_folder() / "indoor" / "osm" / "caserne.osm"
    loaded = read_building(path.name, path.read_bytes())
    assert sum(len(floor.units) for floor in loaded.floors) == 78
    found = report(loaded.buildings, loaded.floors)
    without = [finding for finding in found.findings if finding.message.startswith("房间没有门")]
    assert without
    assert found.reachable_share == 0


def test_a_shop_that_is_only_said_to_be_indoors_is_a_room_and_a_footway_is_none() -> None:
    drawn = simple()
    drawn.area(box(10, 3, 14, 8), indoor="yes", shop="books", level="0", name="书店")
    drawn.area(box(14, 3, 18, 8), indoor="yes", highway="footway", amenity="cafe", level="0")
    assert [(unit.category, unit.name) for unit in load(drawn).floors[0].units][2:] == [("room", "书店")]
