from dataclasses import replace

from data.building.findings import Level
from data.building.report import Report, report
from data.records.building import Building, Floor, KioskPlace
from data.records.room import Room
from tests.helpers.houses import box, door, office_house, unit

HOUSE = (Building("house", "示例楼"),)
HALL = unit("hall", "walkway", box(0, 0, 10, 3))
ROOM = unit("room", "office", box(0, 3, 5, 6), number="101")
KIOSK = (KioskPlace("kiosk", (1, 1)),)
FLOOR = Floor("F0", "1 层", 0, building="house", units=(HALL, ROOM), doors=(door("d", 2, 3),), kiosks=KIOSK)


def told(found: Report, level: Level = Level.WARNING) -> list[str]:
    return [f"{finding.place}: {finding.message}" for finding in found.findings if finding.level is level]


def test_a_sound_house_has_nothing_but_counts() -> None:
    found = report(*office_house(floors=2))
    assert told(found) == []
    assert [(count.rooms, count.reachable, count.step_free) for count in found.floors] == [(12, 12, 12), (13, 13, 13)]
    assert told(found, Level.NOTE)[0] == (
        "1 层: 房间 12 间（有房号 12 间），门 17 扇，走得到 12 间，不走楼梯走得到 12 间。"
    )
    assert found.reachable_share == 1


def test_a_room_without_a_door_is_named() -> None:
    found = report(HOUSE, (replace(FLOOR, doors=()),))
    assert told(found) == ["1 层 101 室: 房间没有门，地图上只能指出位置，不能画路线。"]
    assert found.floors[0].reachable == 0


def test_a_room_with_a_door_that_nobody_comes_to_is_named() -> None:
    far = unit("far", "office", box(20, 20, 25, 25), number="109")
    near = unit("near", "office", box(25, 20, 30, 25), number="110")
    floor = replace(FLOOR, units=(HALL, ROOM, far, near), doors=(*FLOOR.doors, door("e", 25, 22, upright=True)))
    assert told(report(HOUSE, (floor,))) == [
        "1 层 109 室: 房间走不到，请检查途中的门、走廊和楼梯。",
        "1 层 110 室: 房间走不到，请检查途中的门、走廊和楼梯。",
    ]


def test_a_door_into_nothing_and_one_in_the_air_are_named() -> None:
    floor = replace(FLOOR, doors=(*FLOOR.doors, door("single", 4, 6), door("air", 50, 50)))
    assert told(report(HOUSE, (floor,))) == [
        "1 层 门 single: 门只挨着一个房间，另一侧没有画，走不过去。",
        "1 层 门 air: 门不挨着任何房间，请移到墙上。",
    ]


def test_stairs_that_lead_nowhere_are_named() -> None:
    stair = unit("stair", "stairs", box(10, 0, 13, 3))
    upper = Floor("F1", "2 层", 1, building="house", units=(unit("hall1", "walkway", box(0, 0, 10, 3)),))
    found = report(HOUSE, (replace(FLOOR, units=(HALL, ROOM, stair)), upper))
    assert told(found) == ["1 层 楼梯（图上 12, 2 米处）: 楼梯或电梯没有通到别的楼层，请在各层同一位置画出。"]


def test_levels_of_one_height_that_lie_over_each_other_are_named() -> None:
    other = replace(FLOOR, key="F0b", name="一楼", building="annex", kiosks=())
    other = replace(other, units=tuple(replace(drawn, key=f"{drawn.key}b", number="") for drawn in other.units))
    found = told(report(HOUSE, (FLOOR, other)))
    assert "示例楼 1 层、一楼: 两个楼层序号相同而图形重叠，请检查楼层序号。" in found


def test_rooms_of_offices_that_the_drawing_lacks_are_named() -> None:
    rooms = (
        Room("101", office="law"),
        Room("102", office="personnel"),
        Room("103"),
        Room("101室", office="law", floor="三楼"),
    )
    assert told(report(HOUSE, (FLOOR,), rooms)) == [
        "房间 102: 处室的房间不在图上，请在图上写上房号。",
        "房间 101室: 房间表写的是“三楼”，图上在“1 层”。",
    ]


def test_a_floor_is_recognised_by_any_of_its_names() -> None:
    for name in ("1", "1F", "一层", "1楼", "首层", "１层"):
        assert told(report(HOUSE, (FLOOR,), (Room("101", office="law", floor=name),))) == []


def test_a_number_drawn_twice_is_named() -> None:
    twin = unit("twin", "office", box(5, 3, 10, 6), number="101")
    floor = replace(FLOOR, units=(HALL, ROOM, twin), doors=(*FLOOR.doors, door("e", 7, 3)))
    assert told(report(HOUSE, (floor,))) == ["101 室（1 层）: 房号在图上出现不止一次。"]


def test_without_a_kiosk_ways_begin_at_the_entrance() -> None:
    entrance = door("in", 0, 1.5, upright=True, category="pedestrian.principal", outside=True)
    floor = replace(FLOOR, kiosks=(), doors=(*FLOOR.doors, entrance))
    found = report(HOUSE, (floor,))
    assert told(found) == ["整栋楼: 图上没有触摸屏的位置（您在这里），不能计算路线。"]
    assert found.floors[0].reachable == 1


def test_floors_of_several_houses_are_told_apart_by_the_house() -> None:
    annex = replace(FLOOR, key="A0", building="annex", kiosks=(), doors=())
    units = tuple(
        replace(drawn, key=f"a-{drawn.key}", polygons=(box(100, 0, 110, 6),), label_at=(105, 3), number="")
        for drawn in FLOOR.units[-1:]
    )
    found = told(report((*HOUSE, Building("annex", "附楼")), (FLOOR, replace(annex, units=units))))
    assert next(line for line in found if "没有门" in line).startswith("附楼 1 层 ")
