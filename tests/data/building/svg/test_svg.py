import pytest

from data.building.findings import Level
from data.building.loading import Loaded, read_building
from data.building.report import report
from data.building.shapes import shape_of
from data.building.svg.layers import Role, role_of
from data.building.svg.template import template
from data.records.building import Unit
from tests.helpers.conformance import conformance_folder
from tests.helpers.imdf import archive
from tests.helpers.svg import drawing, floor, layer, line, page, rect, words

ROOM = rect(0, 0, 5, 5, "101")
DOOR = line(2, 5, 3, 5)
ENTRANCE = layer("大门", line(9, 8, 11, 8))


def load(body: bytes, name: str = "plan.svg") -> Loaded:
    return read_building(name, body)


def told(loaded: Loaded) -> list[str]:
    return [f"{finding.place}: {finding.message}" for finding in loaded.findings]


def unit(loaded: Loaded, category: str) -> Unit:
    return next(unit for drawn in loaded.floors for unit in drawn.units if unit.category == category)


def test_the_template_loads_without_a_warning_and_every_room_is_reached() -> None:
    loaded = load(template())
    assert not loaded.findings
    assert [drawn.name for drawn in loaded.floors] == ["一层", "二层"]
    found = report(loaded.buildings, loaded.floors)
    assert [(count.rooms, count.numbered, count.reachable, count.step_free) for count in found.floors] == [
        (2, 2, 2, 2)
    ] * 2
    assert not [finding for finding in found.findings if finding.level is not Level.NOTE]


def test_layers_become_rooms_corridors_and_doors_in_metres() -> None:
    loaded = load(drawing(*floor(rooms=[ROOM], doors=[DOOR]), ENTRANCE))
    assert not loaded.findings
    (drawn,) = loaded.floors
    assert [(one.category, one.number) for one in drawn.units] == [("room", "101"), ("walkway", "")]
    assert shape_of(unit(loaded, "room").polygons).area == pytest.approx(25)
    assert [door.category for door in drawn.doors] == ["pedestrian", "pedestrian.principal"]
    assert report(loaded.buildings, loaded.floors).reachable_share == 1


def test_words_written_in_a_room_give_number_and_name() -> None:
    room = [rect(0, 0, 5, 5), words(2, 2, "512 综合法规处")]
    found = unit(load(drawing(*floor(rooms=room, doors=[DOOR]), ENTRANCE)), "room")
    assert (found.number, found.name) == ("512", "综合法规处")


def test_words_on_a_layer_of_their_own_count_for_the_room_they_stand_in() -> None:
    loaded = load(drawing(*floor(rooms=[rect(0, 0, 5, 5)]), layer("文字", words(2, 2, "卫生间"))))
    assert unit(loaded, "restroom").name == "卫生间"


def test_floors_are_layers_of_layers_and_stairs_above_each_other_join_them() -> None:
    stairs = layer("楼梯", rect(20, 5, 23, 8))
    ground = layer("一层", *floor(rooms=[ROOM], doors=[DOOR], more=[stairs, ENTRANCE]))
    upper = layer("二层", *floor(rooms=[rect(0, 0, 5, 5, "201")], doors=[DOOR], more=[stairs]))
    loaded = load(drawing(ground, upper))
    assert [(drawn.name, drawn.name_en, drawn.ordinal) for drawn in loaded.floors] == [
        ("一层", "Floor 1", 0),
        ("二层", "Floor 2", 1),
    ]
    assert report(loaded.buildings, loaded.floors).reachable_share == 1


def test_an_archive_of_drawings_is_one_floor_each_named_by_its_file() -> None:
    plan = drawing(*floor(rooms=[ROOM], doors=[DOOR]))
    loaded = load(archive({"2层.svg": plan, "1层.svg": plan, "B1.svg": plan}), "house.zip")
    assert [(drawn.name, drawn.ordinal) for drawn in loaded.floors] == [("B1", -1), ("1层", 0), ("2层", 1)]
    assert told(loaded) == ["整张图: 没有图层“大门”，或其中没有图形。"]
    keys = [one.key for drawn in loaded.floors for one in drawn.units]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "door",
    [
        line(2, 5, 3, 5),
        line(2.5, 4.6, 2.5, 5.4),
        line(2.1, 4.6, 2.9, 5.4),
        rect(2, 4.9, 3, 5.1),
        '<path d="M 20,50 A 10,10 0 0 1 30,40"/>',
        '<circle cx="25" cy="52" r="4"/>',
        '<g><line x1="20" y1="50" x2="30" y2="50"/><path d="M 20,50 l 0,10"/></g>',
    ],
    ids=["along", "across", "askew", "box", "swing", "dot", "symbol"],
)
def test_a_door_is_set_onto_its_wall_however_it_is_drawn(door: str) -> None:
    loaded = load(drawing(*floor(rooms=[ROOM], doors=[door])))
    (found,) = loaded.floors[0].doors
    (x, y), (other_x, other_y) = found.line
    assert y == pytest.approx(other_y)
    assert abs(x - other_x) >= 0.79
    assert report(loaded.buildings, loaded.floors).reachable_share == 1


def test_transforms_are_done() -> None:
    turned = layer("房间", rect(0, 0, 5, 5, "101"), transform="translate(50,0) rotate(90) scale(1,2)")
    loaded = load(drawing(turned))
    assert shape_of(unit(loaded, "room").polygons).area == pytest.approx(50)


def test_a_line_on_the_kiosks_layer_says_where_one_looks() -> None:
    kiosk = layer("触摸屏", line(10, 7, 10, 6, "一号屏"))
    (place,) = load(drawing(*floor(rooms=[ROOM], doors=[DOOR], more=[kiosk, ENTRANCE]))).floors[0].kiosks
    assert (place.name, place.at, place.facing_degrees) == ("一号屏", (10.0, 7.0), 0.0)


def test_walls_drawn_in_a_hall_are_kept() -> None:
    walls = layer("墙", line(10, 5, 10, 7))
    (drawn,) = load(drawing(*floor(rooms=[ROOM], doors=[DOOR], more=[walls]))).floors
    assert drawn.furniture_walls == (((10.0, 5.0), (10.0, 7.0)),)


def test_what_is_hidden_or_on_the_scan_is_not_read() -> None:
    scan = layer("底图", rect(0, 0, 50, 50))
    hidden = layer("房间", rect(30, 0, 35, 5, "999"), style="display:none")
    (drawn,) = load(drawing(*floor(rooms=[ROOM], doors=[DOOR]), scan, hidden)).floors
    assert [one.number for one in drawn.units] == ["101", ""]


def test_the_checker_names_every_layer_that_is_missing() -> None:
    assert told(load(page(layer("房间", ROOM)))) == [
        "整张图: 没有图层“走廊”，或其中没有图形。",
        "整张图: 没有图层“门”，或其中没有图形。",
        "图层“比例”: 没有写明长度的比例线（例如写着“10 米”的一条线），按楼宽 60 米估算。",
        "整张图: 没有图层“大门”，或其中没有图形。",
    ]


def test_shapes_outside_the_floors_are_told() -> None:
    loaded = load(drawing(layer("一层", *floor(rooms=[ROOM], doors=[DOOR])), layer("房间", rect(0, 0, 5, 5))))
    assert "整张图: 有些图形不在任何楼层图层（如“一层”）里，已跳过。" in told(loaded)


def test_a_door_far_from_walls_is_left_out_and_told() -> None:
    loaded = load(drawing(*floor(rooms=[ROOM], doors=[DOOR, line(50, 50, 51, 50, "仓库门")]), ENTRANCE))
    assert told(loaded) == ["门 仓库门: 门不在任何墙上，已跳过"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<svg", "不是完好的 XML"),
        (b"<svg/>", "请把房间画在名为“房间”的图层里"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', "请把房间画在"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "实体"),
        (b"<svg>" + b"<g>" * 3000 + b"</g>" * 3000 + b"</svg>", "嵌套过深"),
    ],
)
def test_what_is_no_plan_is_refused_with_the_reason(body: bytes, reason: str) -> None:
    loaded = load(body)
    assert loaded.records == ()
    assert loaded.findings[0].level is Level.ERROR
    assert reason in loaded.findings[0].message


@pytest.mark.parametrize(
    "shape",
    [
        '<path d="M0,0 L 1e300,1 z"/>',
        '<path d="M0,0 Q x"/>',
        '<path d="A 1 1 1 1"/>',
        '<polygon points="1,2 3"/>',
        '<rect width="-1" height="x"/>',
        '<rect x="1" width="5" height="5" transform="matrix(1e300 0 0 1e300 0 0)"/>',
    ],
)
def test_a_broken_shape_spoils_nothing_else(shape: str) -> None:
    loaded = load(drawing(*floor(rooms=[ROOM, shape], doors=[DOOR]), ENTRANCE))
    assert [one.number for one in loaded.floors[0].units] == ["101", ""]


def spoken(shape: str) -> list[str]:
    """What is told of one more shape in the layer of rooms."""
    loaded = load(drawing(*floor(rooms=[ROOM, shape], doors=[DOOR]), ENTRANCE))
    assert [one.number for one in loaded.floors[0].units] == ["101", ""]
    return told(loaded)


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        ('<rect id="a" x="NaN" width="50" height="50"/>', "坐标不是数字"),
        ('<rect id="a" x="1" width="10%" height="50"/>', "坐标写成了百分比"),
        ('<polygon id="a" points="0,0 NaN,0 50,50"/>', "坐标不是数字"),
        ('<path id="a" d="M NaN 0 L 50 50 Z"/>', "图形的数据有误"),
        ('<rect id="a" width="50" height="50" transform="translate(NaN)"/>', "变换（transform）看不懂"),
        ('<rect id="a" width="50" height="50" transform="move(3)"/>', "变换（transform）看不懂"),
        ('<use id="a" href="#nobody"/>', "克隆所指的图形不在文件里"),
        ('<use id="a" href="https://example.org/plan.svg#b"/>', "克隆所指的图形不在文件里"),
        ('<line id="a" x1="0" y1="0" x2="9" y2="0"/>', "围不成区域"),
    ],
)
def test_a_shape_that_cannot_be_read_is_named_with_the_reason(shape: str, message: str) -> None:
    (line_told,) = spoken(shape)
    assert line_told.startswith("图形 a: ")
    assert message in line_told


def test_lengths_with_units_are_taken_at_their_size() -> None:
    scale = layer("比例", '<line x1="0" x2="10cm" y1="0" y2="0" inkscape:label="10 米"/>')
    drawn = load(page(scale, layer("房间", '<rect width="50mm" height="2in" inkscape:label="101"/>'))).floors[0]
    assert shape_of(drawn.units[0].polygons).area == pytest.approx(5 * 5.08)


def test_clones_are_drawn_where_they_stand() -> None:
    """Inkscape's clones of a room and a door, and a symbol of Illustrator's; none takes the number of its model."""
    one = rect(0, 0, 5, 5, "101")
    identity = one.split('id="')[1].split('"')[0]
    clone = f'<use xlink:href="#{identity}" x="50" inkscape:label="102"/>'
    symbol = (
        '<symbol id="closet"><rect width="50" height="50"/></symbol><use href="#closet" transform="translate(100)"/>'
    )
    drawn = load(drawing(*floor(rooms=[one, clone, symbol], doors=[DOOR, line(7, 5, 8, 5)]), ENTRANCE)).floors[0]
    rooms = [unit for unit in drawn.units if unit.category == "room"]
    assert [room.number for room in rooms] == ["101", "102", ""]
    assert [room.polygons[0][0][0] for room in rooms] == [(0, 0), (5, 0), (10, 0)]


def test_a_storey_that_is_the_clone_of_another_is_a_storey() -> None:
    ground = layer("一层", *floor(rooms=[ROOM], doors=[DOOR]))
    identity = ground.split('id="')[1].split('"')[0]
    upper = f'<use id="up" xlink:href="#{identity}" inkscape:label="二层"/>'
    assert [(one.name, len(one.units)) for one in load(drawing(ground, upper)).floors] == [("一层", 2), ("二层", 2)]


def test_clones_of_clones_without_end_are_refused() -> None:
    groups = "".join(f'<g id="g{number}">{f"""<use href="#g{number + 1}"/>""" * 12}</g>' for number in range(8))
    loaded = load(drawing(*floor(rooms=[ROOM], doors=[DOOR]), f'{groups}<g id="g8"><rect width="1" height="1"/></g>'))
    assert not loaded.records
    assert "克隆" in loaded.findings[0].message
    assert not told(load(drawing(*floor(rooms=[ROOM], doors=[DOOR]), '<g id="me"><use href="#me"/></g>', ENTRANCE)))


def test_a_hidden_storey_is_named_with_the_remedy_and_a_hidden_scan_is_not() -> None:
    upper = layer("二层", *floor(rooms=[ROOM]), style="display:none")
    by_class = '<style>.st0{display:none;}</style><g id="_x4E09__x5C42_" class="st0"><rect width="9" height="9"/></g>'
    scan = layer("底图", rect(0, 0, 50, 50), style="display:none")
    loaded = load(drawing(layer("一层", *floor(rooms=[ROOM], doors=[DOOR]), ENTRANCE), upper, by_class, scan))
    assert [drawn.name for drawn in loaded.floors] == ["一层"]
    assert [line.split("；")[0] for line in told(loaded)] == [
        "图形 二层: 隐藏了，没有导入",
        "图形 三层: 隐藏了，没有导入",
    ]


def test_a_hall_called_entrance_is_a_hall_and_a_door_called_so_a_door() -> None:
    corridor = layer("走廊", rect(0, 5, 20, 8), rect(8, 8, 14, 12, "入口"), line(10, 12, 12, 12, "大门"))
    loaded = load(drawing(layer("房间", ROOM), corridor, layer("门", DOOR)))
    assert not told(loaded)
    assert [one.name for one in loaded.floors[0].units] == ["", "", "入口"]
    assert {door.category: door.outside for door in loaded.floors[0].doors} == {
        "pedestrian": False,
        "pedestrian.principal": True,
    }


def test_a_gallery_around_a_court_has_its_hole_and_a_drawn_wall_has_none() -> None:
    gallery = '<path id="gallery" d="M 0,50 H 300 V 250 H 0 Z M 30,80 V 220 H 270 V 80 Z"/>'
    frame = '<path id="frame" inkscape:label="101" d="M 0,0 H 50 V 50 H 0 Z M 2,2 V 48 H 48 V 2 Z"/>'
    drawn = load(drawing(layer("房间", frame), layer("走廊", gallery), layer("门", DOOR))).floors[0]
    areas = {unit.category: shape_of(unit.polygons).area for unit in drawn.units}
    assert areas == {"room": pytest.approx(25), "walkway": pytest.approx(30 * 20 - 24 * 14)}


def test_lines_of_words_are_words_of_their_own() -> None:
    lines = '<text x="20" y="20"><tspan x="20" dy="0">综合法规处</tspan><tspan x="20" dy="12">512</tspan></text>'
    found = unit(load(drawing(*floor(rooms=[rect(0, 0, 5, 5), lines], doors=[DOOR]), ENTRANCE)), "room")
    assert (found.number, found.name) == ("512", "综合法规处")


@pytest.mark.parametrize(
    ("name", "role"),
    [("房间", Role.ROOM), ("Rooms", Role.ROOM), ("Stairs_1_", Role.STAIRS), (" 门 ", Role.DOOR), ("R101", None)],
)
def test_layers_are_known_by_agreed_names(name: str, role: Role | None) -> None:
    assert role_of(name) is role


@pytest.mark.parametrize(("name", "rooms"), [("demo_map_1.svg", 13), ("demo_map_2.svg", 2)])
def test_plans_others_drew_for_another_program_load_and_their_rooms_are_reached(name: str, rooms: int) -> None:
    path = conformance_folder() / "indoor" / "svg" / name
    loaded = load(path.read_bytes(), name)
    found = report(loaded.buildings, loaded.floors)
    assert [(count.rooms, count.reachable) for count in found.floors] == [(rooms, rooms)]
    assert any("没有图层“大门”" in line for line in told(loaded))
