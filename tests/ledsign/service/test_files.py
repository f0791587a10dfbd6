"""The files a service leaves: the journal counts on, slots are remembered, half files are never seen."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledsign.plan import Held, Known, Memory
from ledsign.service.edition import EditionFollower, read_edition
from ledsign.service.files import LARGEST_JOURNAL_BYTES, Journal, Moment, SlotFile, write_whole
from tests.ledsign.hall import Hall

NOON = datetime(2026, 11, 23, 4, 0, 0, 123456, tzinfo=UTC)


def rows(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_rows_are_numbered_across_restarts(tmp_path: Path) -> None:
    file = tmp_path / "journal" / "ledsign.jsonl"
    Journal(file).append("sent", "大厅", "2026-11-23/1", NOON)
    Journal(file).append("acknowledged", "大厅", "2026-11-23/1", NOON)
    first, second = rows(file)
    assert first == {
        "seq": 1,
        "time": "2026-11-23T04:00:00.123Z",
        "kind": "sent",
        "sign": "大厅",
        "item": "2026-11-23/1",
    }
    assert second["seq"] == 2


def test_a_half_written_last_row_does_not_stop_the_journal(tmp_path: Path) -> None:
    file = tmp_path / "ledsign.jsonl"
    file.write_text('{"seq": 7}\n{"seq": 8, "ti')
    Journal(file).append("sent", "大厅", "1", NOON)
    assert json.loads(file.read_text().splitlines()[-1])["seq"] == 8


def test_a_long_journal_is_moved_aside_and_the_numbers_go_on(tmp_path: Path) -> None:
    file = tmp_path / "ledsign.jsonl"
    file.write_text('{"pad": "' + "x" * LARGEST_JOURNAL_BYTES + '"}\n{"seq": 41}\n')
    journal = Journal(file)
    journal.append("sent", "大厅", "1", NOON)
    assert [row["seq"] for row in rows(file)] == [42]
    assert (tmp_path / "ledsign.1.jsonl").stat().st_size > LARGEST_JOURNAL_BYTES


def test_flash_slots_are_remembered_and_ram_is_not(tmp_path: Path) -> None:
    known = Known({"P000": Held("abc", Memory.FLASH, "item"), "notice": Held("def", Memory.RAM)})
    slots = SlotFile(tmp_path)
    slots.write("大厅/东", "onbon 1", known)
    slots.flush()
    assert SlotFile(tmp_path).read("大厅/东", "onbon 1") == Known({"P000": Held("abc", Memory.FLASH, "item")})


def test_a_restart_makes_slots_no_older_and_no_younger_than_they_are(tmp_path: Path) -> None:
    slots = SlotFile(tmp_path)
    hours = {"P000": 2.5, "P001": 40.0}
    now = Moment(link_s=500_000.0, machine_s=3_600_000.0)
    known = Known({name: Held("abc", Memory.FLASH, "", now.link_s - age * 3600) for name, age in hours.items()})
    slots.write("大厅", "onbon 1", known, now)
    slots.flush()
    later = Moment(link_s=7.0, machine_s=now.machine_s + 3600)
    read = SlotFile(tmp_path).read("大厅", "onbon 1", later).slots
    for name, age in hours.items():
        assert 0 <= (later.link_s - read[name].at) / 3600 - (age + 1) < 1, name  # to the hour
    before = SlotFile(tmp_path).read("大厅", "onbon 1", Moment(7.0, 100.0)).slots
    assert {held.at for held in before.values()} == {7.0}  # the machine's clock was set back


def test_slots_of_another_port_or_damaged_ones_are_not_believed(tmp_path: Path) -> None:
    slots = SlotFile(tmp_path)
    slots.write("大厅", "onbon 1", Known({"P000": Held("abc", Memory.FLASH)}))
    slots.flush()
    assert slots.read("大厅", "onbon 2") == Known()
    next(tmp_path.iterdir()).write_text('{"identity": "onbon 1", "slots": [1]}')
    assert slots.read("大厅", "onbon 1") == Known()
    assert slots.read("侧门", "onbon 1") == Known()


def test_what_is_kept_already_is_not_written_again_and_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    slots = SlotFile(tmp_path / "signs")
    first, second = (Known({name: Held("abc", Memory.FLASH)}) for name in ("P000", "P001"))
    (tmp_path / "signs").write_text("in the way")
    slots.write("大厅", "onbon 1", first)
    with pytest.raises(OSError, match=r"signs|exists|directory"):
        slots.flush()
    (tmp_path / "signs").unlink()
    slots.flush()
    assert slots.read("大厅", "onbon 1") == first
    (file,) = (tmp_path / "signs").iterdir()
    file.unlink()
    slots.write("大厅", "onbon 1", Known({**first.slots, "notice": Held("x", Memory.RAM)}))
    slots.flush()
    assert not file.exists()
    slots.write("大厅", "onbon 1", second)
    slots.flush()
    assert slots.read("大厅", "onbon 1") == second


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "health" / "ledsign.json"
    write_whole(file, "old")
    write_whole(file, "new")
    assert file.read_text() == "new"
    assert list(file.parent.iterdir()) == [file]


def test_an_edition_is_read_once_and_again_when_current_moves(tmp_path: Path) -> None:
    hall, follower = Hall(tmp_path), EditionFollower(tmp_path / "editions")
    assert not follower.look()
    hall.publish()
    assert follower.look()
    assert not follower.look()
    hall.publish()
    assert follower.look()
    assert follower.edition == read_edition(tmp_path / "editions" / "000002")


def test_a_damaged_edition_leaves_the_last_good_one(tmp_path: Path) -> None:
    hall, follower = Hall(tmp_path), EditionFollower(tmp_path / "editions")
    hall.publish()
    follower.look()
    hall.publish()
    (tmp_path / "editions" / "current" / "rotation.json").write_text("{}")
    assert not follower.look()
    assert "000002" in follower.problem
    assert follower.edition == read_edition(tmp_path / "editions" / "000001")
    (tmp_path / "editions" / "current").unlink()
    assert not follower.look()


def test_an_edition_without_a_time_zone_is_refused(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.publish(published_at=datetime(2026, 11, 23))  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="没有时区"):
        read_edition(tmp_path / "editions" / "current")
