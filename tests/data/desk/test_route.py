"""`desk route` tells the way that the edition holds, or why there is none."""

import json
from pathlib import Path

import pytest

from data.building.loading import read_building
from data.desk.__main__ import main
from data.records import Office, Person, Room
from tests.data.desk.conftest import NewStaff
from tests.helpers.houses import office_house
from tests.helpers.staff import site


@pytest.fixture
def folder(tmp_path: Path, new_staff: NewStaff) -> Path:
    """Give the folder of an edition with a house of three floors."""
    buildings, floors = office_house(floors=3)
    staff = new_staff(tmp_path)
    facts = (
        Office("law", "综合法规处"),
        Office("away", "驻外处"),
        Room("305", office="law"),
        Room("302"),
        Person("p1", "张示例", room="302"),
        Person("p2", "李示例"),
    )
    staff.stand(*site(*buildings, *floors, *facts))
    return staff.publish().receipt.folder


def asked(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> tuple[int, str, str]:
    code = main(["route", "--edition", str(folder), *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize(("wanted", "kind"), [("305", "room"), ("305室", "room"), ("综合法规处", "office")])
def test_a_room_and_its_office_are_one_way(
    folder: Path, capsys: pytest.CaptureFixture[str], wanted: str, kind: str
) -> None:
    code, out, _ = asked(capsys, folder, "--to", wanted, "--json")
    route = json.loads(out)
    assert code == 0
    assert (route["to"]["kind"], route["to"]["unit"], route["from"]) == (kind, "305", "kiosk")
    assert [leg["level"] for leg in route["legs"]] == ["1 层", "1 层", "1 层", "3 层"]
    assert [leg["text"] for leg in route["legs"]][-2:] == ["右手边乘电梯到 3 层", "出电梯，前方 305 室即是"]
    assert route["length_m"] == pytest.approx(sum(leg["length_m"] for leg in route["legs"]), abs=0.05)
    assert route["seconds"] > 0
    assert all(len(point) == 2 for leg in route["legs"] for point in leg["points"])


def test_a_person_is_found_in_their_room_from_any_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = asked(capsys, folder, "--to", "张示例", "--from", "303", "--step-free")
    assert code == 0
    assert out.splitlines()[0].startswith("到张示例：")
    assert "302 室即是" in out.splitlines()[-1]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("没有的处", "没有叫“没有的处”的房间、处室或人"),
        ("驻外处", "驻外处不在楼层图上"),
        ("李示例", "李示例不在楼层图上"),
    ],
)
def test_what_cannot_be_shown_is_said_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], wanted: str, said: str
) -> None:
    code, out, err = asked(capsys, folder, "--to", wanted)
    assert (code, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_without_an_edition_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path))
    assert main(["route", "--to", "101"]) == 1
    assert "还没有可展示的一期" in capsys.readouterr().err


def test_the_template_of_a_plan_is_written_and_loads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "plan.svg"
    assert main(["template", "building", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert len(read_building("plan.svg", out.read_bytes()).floors) == 2
