import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tools.outcome import acknowledged, complaints, edition_number, held, outcome

STARTED = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
FIVE = ["一", "二", "三", "四", "五"]


def row(**fields: object) -> str:
    return json.dumps({"kind": "acknowledged", "time": "2026-11-23T01:00:05Z", "item": "2026-11-23/1"} | fields) + "\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A lobby five seconds after its start, with all as it should be."""
    for folder in ("health", "journal", "editions/000042"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "editions" / "current").symlink_to("000042")
    health = {"edition": 42, "problems": []}
    (tmp_path / "health" / "ledsign.json").write_text(json.dumps(health))
    (tmp_path / "health" / "kiosk.json").write_text(json.dumps(health | {"first_frame_s": 0.4}))
    (tmp_path / "journal" / "大厅.jsonl").write_text("".join(row(item=f"2026-11-23/{n}") for n in range(1, 6)))
    (tmp_path / "sign.json").write_text(json.dumps({"texts": FIVE}))
    return tmp_path


def test_five_items_held_and_no_problem_holds(home: Path) -> None:
    result = outcome(home, home / "sign.json", STARTED, [])
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
    assert not outcome(home, home / "sign.json", STARTED, []).holds


def test_a_failure_the_caller_saw_does_not_hold(home: Path) -> None:
    result = outcome(home, home / "sign.json", STARTED, ["kiosk stopped by itself"])
    assert not result.holds
    assert result.problems == ["kiosk stopped by itself"]


def test_what_a_program_reports_is_a_problem_with_its_name(home: Path) -> None:
    (home / "health" / "ledsign.json").write_text(json.dumps({"edition": 42, "problems": ["大厅：没有应答"]}))
    assert outcome(home, home / "sign.json", STARTED, []).problems == ["ledsign: 大厅：没有应答"]


def test_an_empty_home_gives_a_line_that_says_what_is_missing(tmp_path: Path) -> None:
    result = outcome(tmp_path, tmp_path / "sign.json", STARTED, [])
    assert (result.first_frame_s, result.items_held, result.edition) == (None, 0, None)
    assert result.problems == ["kiosk wrote no health file", "ledsign wrote no health file"]


def test_a_program_that_shows_an_older_edition_is_named() -> None:
    assert list(complaints("kiosk", {"edition": 41, "problems": []}, 42)) == ["kiosk shows edition 41, current is 42"]


@pytest.mark.parametrize(
    "line",
    [
        row(time="2026-11-23T00:59:59Z"),
        row(kind="sent"),
        row(item=None),
        row()[:-9],
    ],
    ids=["before the start", "only sent", "no item", "half written"],
)
def test_such_a_row_is_not_counted(tmp_path: Path, line: str) -> None:
    (tmp_path / "大厅.jsonl").write_text(line)
    assert acknowledged(tmp_path, STARTED) == set()


def test_an_item_acknowledged_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "大厅.jsonl").write_text(row() + row())
    assert acknowledged(tmp_path, STARTED) == {"2026-11-23/1"}


def test_a_text_held_in_two_places_counts_once(tmp_path: Path) -> None:
    (tmp_path / "sign.json").write_text(json.dumps({"texts": ["一", "一", "二"]}))
    assert held(tmp_path / "sign.json") == ["一", "二"]


def test_a_link_to_an_edition_that_is_gone_is_no_edition(tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "current").symlink_to("000007")
    assert edition_number(tmp_path) is None
