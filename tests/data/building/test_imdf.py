import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import shapely

from data.building.features import MAX_FEATURES
from data.building.findings import Level
from data.building.loading import Loaded, read_building, read_building_folder
from data.building.routes import Origin, Wayfinder
from data.building.shapes import shape_of
from data.records.route import Profile
from tests.helpers import imdf
from tests.helpers.conformance import conformance_folder

HALL = [
    imdf.building(),
    imdf.level("L1", 0, imdf.box(0, 0, 20, 10)),
    imdf.unit("hall", "L1", "lobby", imdf.box(0, 0, 20, 4), name={"zh-Hans": "大厅", "en": "Hall"}),
    imdf.unit("r101", "L1", "office", imdf.box(0, 4, 10, 10), name={"zh-Hans": "101室"}),
    imdf.unit("r102", "L1", "office", imdf.box(10, 4, 20, 10), name={"zh-Hans": "综合法规处（102）", "en": "Law"}),
    imdf.opening("entrance", "L1", (9, 0), (11, 0), category="pedestrian.principal"),
    imdf.opening("d101", "L1", (4, 4), (5, 4)),
    imdf.opening("d102", "L1", (14, 4), (15, 4)),
]


def load(features: list[imdf.Feature], suffix: str = "geojson") -> Loaded:
    return read_building("building.zip", imdf.archive(imdf.files(features, suffix)))


def messages(loaded: Loaded) -> list[str]:
    return [f"{finding.place}: {finding.message}" for finding in loaded.findings]


@pytest.mark.parametrize("suffix", ["geojson", "json"])
def test_an_archive_becomes_one_building_with_its_floors(suffix: str) -> None:
    loaded = load(HALL, suffix)
    (building,) = loaded.buildings
    assert (building.name, building.name_en, building.source) == ("示例楼", "Sample House", "IMDF")
    (floor,) = loaded.floors
    assert (floor.key, floor.name, floor.short_name, floor.ordinal, floor.building) == (
        "L1",
        "1 层",
        "1F",
        0,
        "building",
    )
    assert [unit.key for unit in floor.units] == ["hall", "r101", "r102"]
    assert not loaded.findings


def test_a_folder_reads_as_its_archive_does(tmp_path: Path) -> None:
    for name, content in imdf.files(HALL).items():
        (tmp_path / name).write_bytes(content)
    assert read_building_folder(tmp_path).floors == load(HALL).floors


def test_degrees_become_metres_with_the_entrance_at_the_bottom() -> None:
    (floor,) = load(HALL).floors
    hall, left, _ = floor.units
    xs = [x for x, _ in hall.polygons[0][0]]
    ys = [y for _, y in hall.polygons[0][0]]
    assert (min(xs), max(xs)) == (0, pytest.approx(20, abs=0.1))
    assert min(ys) == pytest.approx(6, abs=0.1), "the hall is below its rooms on the picture"
    assert max(y for _, y in left.polygons[0][0]) == pytest.approx(6, abs=0.1)
    assert all(round(value, 2) == value for value in (*xs, *ys))


def test_a_building_standing_askew_with_its_entrance_in_the_east_is_turned_upright() -> None:
    def askew(corner: imdf.Point) -> imdf.Point:
        x, y = corner[0] - 10, corner[1]
        return (-0.5 * y - 0.866 * -x, 0.866 * -y - 0.5 * x)

    def moved(one: imdf.Feature) -> imdf.Feature:
        geometry = one["geometry"]
        if geometry is None:
            return one
        text = json.dumps(geometry)
        found: dict[str, object] = json.loads(text)
        nested = found["coordinates"]
        assert isinstance(nested, list)
        found["coordinates"] = (
            [[_move(pair) for pair in ring] for ring in nested]
            if found["type"] == "Polygon"
            else [_move(pair) for pair in nested]
        )
        return {**one, "geometry": found}

    def _move(pair: list[float]) -> list[float]:
        east = (pair[0] - imdf.LONGITUDE) / (imdf.degrees((1, 0))[0] - imdf.LONGITUDE)
        north = (pair[1] - imdf.LATITUDE) / (imdf.degrees((0, 1))[1] - imdf.LATITUDE)
        return imdf.degrees(askew((east, north)))

    (floor,) = load([moved(one) for one in HALL]).floors
    entrance = next(door for door in floor.doors if door.key == "entrance")
    lowest = max(y for unit in floor.units for ring in unit.polygons for _, y in ring[0])
    assert all(y == pytest.approx(lowest, abs=0.05) for _, y in entrance.line)
    assert lowest == pytest.approx(10, abs=0.1)


def test_numbers_are_found_in_names_and_bind_rooms() -> None:
    (floor,) = load(HALL).floors
    assert [(unit.number, unit.name, unit.name_en) for unit in floor.units] == [
        ("", "大厅", "Hall"),
        ("101", "", ""),
        ("102", "综合法规处", "Law"),
    ]


def test_an_occupant_names_the_unit_its_anchor_stands_in() -> None:
    occupied = [
        *HALL,
        imdf.unit("r103", "L1", "office", imdf.box(20, 4, 24, 10), alt_name={"zh": "103"}),
        imdf.feature("anchor", "a", None, unit_id="r103"),
        imdf.feature("occupant", "o", None, anchor_id="a", name={"zh-Hans": "人事处", "en": "Personnel"}),
    ]
    unit = load(occupied).floors[0].units[-1]
    assert (unit.number, unit.name, unit.name_en) == ("103", "人事处", "Personnel")


def test_the_language_of_the_archive_names_what_has_no_chinese_name() -> None:
    label = {"en": "Records", "ja": "記録"}
    unit = load([*HALL, imdf.unit("r", "L1", "room", imdf.box(20, 4, 24, 10), name=label)]).floors[0].units[-1]
    assert (unit.name, unit.name_en) == ("Records", "Records")


def test_only_the_door_on_the_edge_leads_outside() -> None:
    (floor,) = load(HALL).floors
    assert [(door.key, door.outside) for door in floor.doors] == [("entrance", True), ("d101", False), ("d102", False)]


def test_a_kiosk_has_a_place_and_keeps_where_it_faces() -> None:
    kiosk = imdf.feature("kiosk", "k", imdf.box(9, 2, 10, 3), level_id="L1", facing=0, name={"zh": "一号屏"})
    (place,) = load([*HALL, kiosk]).floors[0].kiosks
    assert (place.name, place.at) == ("一号屏", (pytest.approx(9.5, abs=0.1), pytest.approx(7.5, abs=0.1)))
    assert place.facing_degrees in {0, 360}


def test_restricted_units_are_not_public() -> None:
    units = [
        imdf.unit("server", "L1", "nonpublic", imdf.box(20, 4, 24, 10)),
        imdf.unit("staff", "L1", "room", imdf.box(24, 4, 28, 10), restriction="employeesonly"),
    ]
    assert [unit.public for unit in load([*HALL, *units]).floors[0].units] == [True, True, True, False, False]


def test_relationships_connect_levels_from_the_lowest_up() -> None:
    upstairs = [
        imdf.level("L2", 1, imdf.box(0, 0, 20, 10)),
        imdf.unit("s1", "L1", "stairs", imdf.box(20, 0, 23, 4)),
        imdf.unit("s2", "L2", "stairs", imdf.box(20, 0, 23, 4)),
        imdf.feature(
            "relationship",
            "stair",
            None,
            category="stairs",
            direction="undirected",
            origin={"id": "s2", "feature_type": "unit"},
            destination={"id": "s1", "feature_type": "unit"},
        ),
    ]
    (connection,) = load([*HALL, *upstairs]).buildings[0].connections
    assert (connection.kind, connection.units, connection.one_way) == ("stairs", ("s1", "s2"), False)


def test_a_ring_that_crosses_itself_is_mended_and_told() -> None:
    bow = imdf.polygon((20, 0), (24, 4), (24, 0), (20, 4))
    loaded = load([*HALL, imdf.unit("bow", "L1", "room", bow)])
    assert len(loaded.floors[0].units[-1].polygons) == 2
    assert messages(loaded) == ["unit.geojson 第 4 个要素: 轮廓自相交，已自动修复，请核对"]


@pytest.mark.parametrize(
    ("geometry", "told"),
    [
        (None, "没有几何图形"),
        ({"type": "Polygon", "coordinates": []}, "坐标缺失"),
        ({"type": "Polygon", "coordinates": [[[0, 0], ["x", 1], [2, 2]]]}, "坐标不是数字"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1e400, 1], [2, 2]]]}, "坐标不是数字"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [10**400, 1], [2, 2]]]}, "坐标不是数字"),
        ({"type": "Polygon", "coordinates": [[[40_000, 0], [1, 1], [2, 2]]]}, "坐标不是经纬度"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1]]]}, "坐标远离本楼"),
        ({"type": "Point", "coordinates": [0, 0]}, "不是面"),
        (imdf.polygon((0, 0), (1, 0)), "轮廓没有面积"),
    ],
)
def test_a_unit_without_a_usable_shape_is_left_out_with_the_reason(
    geometry: dict[str, object] | None, told: str
) -> None:
    broken = imdf.feature("unit", "x", geometry, category="room", level_id="L1")
    loaded = load([*HALL, broken])
    assert [unit.key for unit in loaded.floors[0].units] == ["hall", "r101", "r102"]
    assert messages(loaded) == [f"unit.geojson 第 4 个要素: {told}，已跳过"]


def test_what_names_no_known_level_is_left_out_and_told() -> None:
    loaded = load([*HALL, imdf.opening("d", "nowhere", (0, 0), (1, 0))])
    assert messages(loaded) == ["opening.geojson 第 4 个要素: 所指的楼层（level_id）不存在，已跳过"]


def test_double_keys_are_made_different() -> None:
    loaded = load([*HALL, imdf.unit("r101", "L1", "room", imdf.box(20, 4, 24, 10))])
    assert [unit.key for unit in loaded.floors[0].units] == ["hall", "r101", "r102", "r101#2"]
    assert messages(loaded) == ["unit.geojson 第 4 个要素: 编号（id）缺失或重复，已另编"]


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        ({"unit.geojson": b'{"type": "FeatureCollection", "features": [}'}, "不是完好的 JSON"),
        ({"unit.geojson": b"[" * 200_000}, "嵌套过深"),
        ({"unit.geojson": b"\xff\xfe"}, "不是完好的 JSON"),
        ({"readme.txt": b"hello"}, "不是 IMDF 楼层图"),
    ],
)
def test_a_broken_archive_is_refused_whole(contents: dict[str, bytes], told: str) -> None:
    loaded = read_building("b.zip", imdf.archive({**contents}))
    assert loaded.records == ()
    (finding,) = loaded.findings
    assert finding.level is Level.ERROR
    assert told in finding.message


def test_a_thousand_equal_faults_read_as_a_few_lines() -> None:
    doors = [imdf.opening(f"d{number}", "nowhere", (0, 0), (1, 0)) for number in range(1000)]
    loaded = load([*HALL, *doors])
    assert len(loaded.findings) == 9
    assert loaded.findings[-1].place == "另有 992 处"


def test_a_million_features_are_refused_at_once() -> None:
    many = b'{"features": [' + b"{}," * (MAX_FEATURES // 10) + b"{}]}"
    loaded = read_building("b.zip", imdf.archive({f"unit{number}.json": many for number in range(200)}))
    assert loaded.records == ()
    assert f"要素超过 {MAX_FEATURES} 个" in loaded.findings[0].message


def test_a_real_campus_loads_and_the_report_says_that_its_doors_hang_in_the_air() -> None:
    path = conformance_folder() / "indoor" / "imdf-osmtoimdf.zip"
    loaded = read_building(path.name, path.read_bytes())
    assert sum(len(floor.units) for floor in loaded.floors) == 554
    assert [floor.ordinal for floor in loaded.floors] == [0, 1, 2, 3, 4, 5]
    assert not any(floor.doors for floor in loaded.floors)
    assert any("level_id" in line and "另有 180 处" in line for line in messages(loaded))


def test_a_japanese_station_loads_with_its_kiosk() -> None:
    loaded = read_building_folder(conformance_folder() / "indoor" / "imdf-minimal")
    assert [floor.ordinal for floor in loaded.floors] == [-1, 0, 1]
    assert sum(len(floor.units) for floor in loaded.floors) == 11
    assert [place.name for floor in loaded.floors for place in floor.kiosks] == ["案内キオスク"]


def test_details_are_kept_as_lines_that_bar_nobody_and_those_of_the_street_are_left_out() -> None:
    steps = imdf.feature("detail", "steps", imdf.line((6, 0), (6, 4)), level_id="L1", category="indoor.stairs")
    ring = {"type": "MultiLineString", "coordinates": [imdf.box(1, 1, 3, 3)["coordinates"][0]]}  # type: ignore[index] # a box
    street = imdf.feature("detail", "kerb", imdf.line((0, -5), (20, -5)), level_id=None)
    loaded = load([*HALL, steps, imdf.feature("detail", "counter", ring, level_id="L1"), street])
    (floor,) = loaded.floors
    assert [len(line) for line in floor.details] == [2, 5]
    (x, y), (other_x, other_y) = floor.details[0]
    assert (x, other_x) == (pytest.approx(6, abs=0.05), pytest.approx(6, abs=0.05))
    assert sorted((y, other_y)) == pytest.approx([6, 10], abs=0.05)
    assert not messages(loaded)
    finder = Wayfinder(loaded.buildings, loaded.floors)
    assert set(finder.reached(Origin("here", 0, (1.0, 9.0)), Profile.WALK)) == {"hall", "r101", "r102"}


def test_openings_that_are_points_or_areas_are_doors_along_the_nearest_wall() -> None:
    """As programs write them that know where a door is, but not which line it stands for."""
    point = {"type": "Point", "coordinates": imdf.degrees((4.5, 4.2))}
    doors: list[Mapping[str, object]] = [point, imdf.box(14, 3.9, 15, 4.1), imdf.line((9, 0), (9, 0))]
    names = ("d101", "d102", "entrance")
    points = [
        imdf.feature("opening", key, shape, level_id="L1", category="pedestrian")
        for key, shape in zip(names, doors, strict=True)
    ]
    loaded = load([one for one in HALL if one["feature_type"] != "opening"] + points)
    finder = Wayfinder(loaded.buildings, loaded.floors)
    assert set(finder.reached(finder.origin_at_entrance(), Profile.WALK)) == {"hall", "r101", "r102"}
    assert not messages(loaded)


def test_an_opening_far_from_every_wall_is_left_out_and_told() -> None:
    lost = imdf.feature("opening", "lost", {"type": "Point", "coordinates": imdf.degrees((5, 30))}, level_id="L1")
    assert [line for line in messages(load([*HALL, lost])) if "门不在任何墙上" in line]


def test_an_ordinal_written_as_text_counts() -> None:
    upper = imdf.level("L2", 0, imdf.box(0, 0, 20, 10))
    upper["properties"]["ordinal"] = "-1"
    loaded = load([*HALL, upper, imdf.unit("up", "L2", "walkway", imdf.box(0, 0, 20, 4))])
    assert [floor.ordinal for floor in loaded.floors] == [-1, 0]


def counted(features: list[imdf.Feature]) -> bytes:
    """The archive of features whose ids are numbers, as databases count them."""
    numbers = {one["id"]: number for number, one in enumerate(features, start=1)}
    archived = imdf.files(features)
    for name in archived:
        text = archived[name].decode()
        for key, number in numbers.items():
            text = text.replace(f'"{key}"', str(number)) if name != "manifest.json" else text
        archived[name] = text.encode()
    return imdf.archive(archived)


def test_ids_that_are_numbers_hold_a_house_together() -> None:
    # Keys that are words of the format too would be replaced in the wrong places.
    house = [one | {"id": f"key-{one['id']}"} for one in HALL[1:]]
    for one in house:
        if "level_id" in one["properties"]:
            one["properties"] = {**one["properties"], "level_id": "key-L1"}
    (floor,) = read_building("building.zip", counted(house)).floors
    assert (len(floor.units), len(floor.doors)) == (3, 3)


def test_shapes_inside_collections_of_shapes_are_read() -> None:
    point = {"type": "Point", "coordinates": imdf.degrees((0, 0))}
    house = [
        imdf.feature(
            one["feature_type"],
            one["id"],
            one["geometry"] and {"type": "GeometryCollection", "geometries": [point, one["geometry"]]},
            **one["properties"],
        )
        for one in HALL
    ]
    assert load(house).floors == load(HALL).floors


def test_a_kiosk_of_which_only_the_anchor_is_known_stands_there() -> None:
    anchor = imdf.feature(
        "anchor", "a", {"type": "Point", "coordinates": imdf.degrees((10, 2))}, unit_id="hall", address_id="x"
    )
    (floor,) = load([*HALL, anchor, imdf.feature("kiosk", "k", None, anchor_id="a")]).floors
    (kiosk,) = floor.kiosks
    assert kiosk.key == "k"
    assert shapely.Polygon(floor.units[0].polygons[0][0]).contains(shapely.Point(kiosk.at))


def test_a_relationship_of_two_doors_joins_the_stairs_behind_them() -> None:
    upper = [
        imdf.level("L2", 1, imdf.box(0, 0, 20, 10)),
        imdf.unit("hall2", "L2", "lobby", imdf.box(0, 0, 20, 4)),
        imdf.unit("up", "L2", "stairs", imdf.box(20, 0, 24, 4)),
        imdf.opening("to-up", "L2", (20, 1), (20, 2)),
        imdf.unit("down", "L1", "stairs", imdf.box(-4, 0, 0, 4)),
        imdf.opening("to-down", "L1", (0, 1), (0, 2)),
    ]
    ends = {"origin": {"id": "to-down"}, "destination": {"id": "to-up"}}
    joined = imdf.feature("relationship", "r", None, category="stairs", direction="undirected", **ends)
    (building,) = load([*HALL, *upper, joined]).buildings
    assert [connection.units for connection in building.connections] == [("down", "up")]


def test_an_archive_of_which_no_unit_can_be_read_is_refused() -> None:
    lost = [one if one["feature_type"] != "unit" else imdf.unit(one["id"], "L9", "office", {}) for one in HALL]
    loaded = load(lost)
    assert not loaded.floors
    assert "没有一个房间" in loaded.findings[0].message


def test_the_air_over_a_hall_is_no_floor_but_what_a_door_leads_to_is() -> None:
    """A level's outline covers all; nobody drew the middle of the gallery, nor the corridor behind 202."""
    gallery = [imdf.box(0, 0, 30, 3), imdf.box(0, 17, 30, 20), imdf.box(0, 3, 3, 17), imdf.box(27, 3, 30, 17)]
    features = [
        imdf.building(),
        imdf.level("L2", 1, imdf.box(0, 0, 50, 20)),
        *(imdf.unit(f"g{number}", "L2", "walkway", shape) for number, shape in enumerate(gallery)),
        imdf.unit("r201", "L2", "office", imdf.box(30, 0, 40, 20)),
        imdf.opening("d201", "L2", (30, 9), (30, 10)),
        imdf.opening("d202", "L2", (40, 9), (40, 10)),
    ]
    (floor,) = load(features).floors
    assert shape_of(floor.outline).area == pytest.approx(50 * 20 - 24 * 14, abs=1)
