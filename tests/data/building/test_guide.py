import pytest

from data.building.guide import Guide
from data.records.office import Office
from data.records.person import Person, Post
from data.records.room import Room
from tests.helpers.houses import office_house

ROOMS = (
    Room("302", office="law", position=2),
    Room("201", name="签字室"),
    Room("205", office="law", position=1),
    Room("999", office="lost"),
)
OFFICES = (Office("law", "综合法规处", short_name="法规处"), Office("lost", "失物处"), Office("idle", "无房处"))
PERSONS = (
    Person("p1", "张示例", room="303"),
    Person("p2", "李示例", posts=(Post("处长", "law"),)),
    Person("p3", "王示例"),
)
GUIDE = Guide(office_house()[1], ROOMS, OFFICES, PERSONS)


@pytest.mark.parametrize(
    ("wanted", "kind", "unit"),
    [
        ("302", "room", "302"),
        ("３０２室", "room", "302"),
        ("综合法规处", "office", "205"),
        ("法规处", "office", "205"),
        ("law", "office", "205"),
        ("张示例", "person", "303"),
        ("李示例", "person", "205"),
        ("lift-2", "room", "lift-2"),
    ],
)
def test_a_room_an_office_or_a_person_is_found_on_the_drawing(wanted: str, kind: str, unit: str) -> None:
    goal = GUIDE.goals(wanted)[0]
    assert (goal.kind, goal.unit.key if goal.unit else "") == (kind, unit)
    assert goal.floor is not None
    assert any(drawn.key == unit for drawn in goal.floor.units)


@pytest.mark.parametrize("wanted", ["失物处", "无房处", "王示例", "999", "签字室"])
def test_what_is_known_but_not_drawn_says_so(wanted: str) -> None:
    assert [goal.unit for goal in GUIDE.goals(wanted)][:1] == [None]


@pytest.mark.parametrize("wanted", ["", "没有的处", "1234567"])
def test_what_nobody_knows_gives_nothing(wanted: str) -> None:
    assert GUIDE.goals(wanted) == ()
