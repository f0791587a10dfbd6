import json
from datetime import date
from pathlib import Path

import pytest

from ledsign.rotation import Item, ItemKind, Rotation
from tools.outcome import complaints, edition_number, held, outcome

FIVE = ["一", "二", "三", "四", "五"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A lobby after its start, with all as it should be."""
    for folder in ("health", "editions/000042"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "editions" / "current").symlink_to("000042")
    health = {"edition": 42, "problems": []}
    (tmp_path / "health" / "ledsign.json").write_text(json.dumps(health | {"items_acknowledged": 5}))
    (tmp_path / "health" / "kiosk.json").write_text(json.dumps(health | {"first_frame_s": 0.4}))
    day = date(2026, 11, 23)
    items = tuple(Item(t, day, n, ItemKind.NEWS, t, "", day, day) for n, t in enumerate(FIVE, 1))
    (tmp_path / "editions" / "000042" / "rotation.json").write_bytes(Rotation(items=items).to_json())
    (tmp_path / "sign.json").write_text(json.dumps({"texts": FIVE}))
    return tmp_path


def test_five_items_held_and_no_problem_holds(home: Path) -> None:
    result = outcome(home, home / "sign.json", [])
    assert result.holds
    assert json.loads(result.line()) == {
        "first_frame_s": 0.4,
        "items_acknowledged": 5,
        "items_held": 5,
        "edition": 42,
        "problems": [],
    }


def test_four_items_do_not_hold(home: Path) -> None:
    (home / "sign.json").write_text(json.dumps({"texts": FIVE[:4]}))
    assert not outcome(home, home / "sign.json", []).holds


def test_a_notice_beside_four_items_is_not_a_fifth(home: Path) -> None:
    (home / "sign.json").write_text(json.dumps({"texts": [*FIVE[:4], "审批大厅周二、周四开放"]}))
    assert outcome(home, home / "sign.json", []).items_held == 4


def test_a_failure_the_caller_saw_does_not_hold(home: Path) -> None:
    result = outcome(home, home / "sign.json", ["kiosk stopped by itself"])
    assert not result.holds
    assert result.problems == ["kiosk stopped by itself"]


def test_what_a_program_reports_is_a_problem_with_its_name(home: Path) -> None:
    (home / "health" / "ledsign.json").write_text(json.dumps({"edition": 42, "problems": ["大厅：没有应答"]}))
    assert outcome(home, home / "sign.json", []).problems == ["ledsign: 大厅：没有应答"]


def test_an_empty_home_gives_a_line_that_says_what_is_missing(tmp_path: Path) -> None:
    result = outcome(tmp_path, tmp_path / "sign.json", [])
    assert (result.first_frame_s, result.items_held, result.edition) == (None, 0, None)
    assert result.problems == ["kiosk wrote no health file", "ledsign wrote no health file"]


def test_a_program_that_shows_an_older_edition_is_named() -> None:
    assert list(complaints("kiosk", {"edition": 41, "problems": []}, 42)) == ["kiosk shows edition 41, current is 42"]


def test_a_health_file_half_written_counts_for_nothing(home: Path) -> None:
    (home / "health" / "ledsign.json").write_text('{"edition": 42, "items_ackn')
    assert outcome(home, home / "sign.json", []).items_acknowledged == 0


def test_a_text_held_in_two_places_counts_once(tmp_path: Path) -> None:
    (tmp_path / "sign.json").write_text(json.dumps({"texts": ["一", "一", "二"]}))
    assert held(tmp_path / "sign.json", frozenset(FIVE)) == {"一", "二"}


def test_a_link_to_an_edition_that_is_gone_is_no_edition(tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "current").symlink_to("000007")
    assert edition_number(tmp_path) is None
