"""lobby.db holds what was written, cross-linked both ways, and equal records give equal bytes."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from data.edition.reader import Edition
from data.edition.write import write_lobby
from data.records import (
    Category,
    Disclosure,
    Drawing,
    Floor,
    Group,
    Hall,
    Leg,
    Membership,
    Office,
    Person,
    Post,
    PostRole,
    Power,
    Profile,
    Record,
    Room,
    Route,
    Seat,
    Site,
    Step,
    Unit,
    Window,
)
from data.records.canonical import encode
from tests.data.edition.editions import Staff

RECORDS: tuple[Record, ...] = (
    Site("省财政厅"),
    Office("bgs", "办公室", section="机关处室", position=1, duties=("综合协调。",), name_en="General Office"),
    Office("kjc", "会计处", section="机关处室", position=2, summary="管会计的人和事"),
    Person("zhang", "张三", position=2, posts=(Post("处长", "kjc", PostRole.HEAD),), room="512"),
    Person(
        "ouyang", "欧阳示例", position=1, posts=(Post("副厅长", role=PostRole.LEADER),), in_charge_of=("kjc", "bgs")
    ),
    Room("512", office="kjc"),
    Floor("f5", "五层", 4, units=(Unit("u512", "office", (), number="512"), Unit("u999", "office", (), number="999"))),
    Category("licence", "行政许可"),
    Power("P1", "会计师事务所设立审批", "licence", "kjc", steps=(Step(1, "申请"), Step(2, "受理", office="kjc"))),
    Power("P2", "内部事项", "licence", "kjc", disclosure=Disclosure.CATALOGUE),
    Group("g1", "领导小组", members=(Membership("ouyang", Seat.CHAIR), Membership("gone")), seat_office="bgs"),
    Hall("审批大厅", room="512", windows=(Window("1", "会计", ("P1",)),)),
)


@pytest.fixture
def edition(staff: Staff) -> Iterator[Edition]:
    with closing(Edition(staff.publish(1, RECORDS))) as opened:
        yield opened


def test_lists_are_in_the_order_staff_gave(edition: Edition) -> None:
    assert [title.title for title in edition.titles("office")] == ["办公室", "会计处"]
    assert [title.title for title in edition.titles("person")] == ["欧阳示例", "张三"]
    assert edition.titles("office")[0].title_en == "General Office"
    assert edition.count("room") == 1


def test_a_row_says_what_a_person_is(edition: Edition) -> None:
    assert [(title.detail, title.section) for title in edition.titles("person")] == [
        ("副厅长", ""),
        ("会计处处长", "会计处"),
    ]


@pytest.mark.parametrize(
    ("kind", "key", "relation", "titles"),
    [
        ("person", "ouyang", "in-charge", ["会计处", "办公室"]),
        ("group", "g1", "chair", ["欧阳示例"]),
        ("group", "g1", "member", []),
        ("power", "P1", "acts", ["会计处"]),
        ("hall", "hall", "handles", ["会计师事务所设立审批"]),
        ("room", "512", "used-by", ["会计处"]),
    ],
)
def test_links_lead_on(edition: Edition, kind: str, key: str, relation: str, titles: list[str]) -> None:
    assert [title.title for title in edition.targets(kind, key, relation)] == titles


def test_links_lead_back_with_the_role(edition: Edition) -> None:
    heads = edition.sources("office", "kjc", "post")
    assert [(title.title, title.role) for title in heads] == [("张三", "head")]
    assert [title.role for title in edition.sources("power", "P1", "handles")] == ["1"]


def test_a_room_is_found_where_it_is_drawn(edition: Edition) -> None:
    place = edition.place_of("512")
    assert place is not None
    assert (place.floor, place.unit) == ("f5", "u512")
    assert edition.place_of("999") is None


def test_drawings_and_routes_come_back(tmp_path: Path, staff: Staff) -> None:
    folder = staff.publish(1, RECORDS)
    (folder / "lobby.db").unlink()
    route = Route("k", "u512", Profile.WALK, 12.5, 10, (Leg("f5", ((0, 0), (12.5, 0)), "向前 12 米"),))
    write_lobby(folder / "lobby.db", RECORDS, {"P1": encode(Drawing(100, 50))}, [route])
    with closing(Edition(folder)) as edition:
        assert edition.drawing("P1") == Drawing(100, 50)
        assert edition.drawing("P9") is None
        assert edition.route("k", "u512", Profile.WALK) == route
        assert edition.route("k", "u512", Profile.STEP_FREE) is None


def test_equal_records_give_equal_bytes_in_any_order(tmp_path: Path) -> None:
    write_lobby(tmp_path / "one.db", RECORDS)
    write_lobby(tmp_path / "two.db", RECORDS[::-1])
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_an_edition_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="manifest"):
        Edition(tmp_path)
    (tmp_path / "manifest.json").write_text('{"format": 1}')
    with pytest.raises(ValueError, match="not a manifest"):
        Edition(tmp_path)
