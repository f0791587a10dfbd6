"""Another lobby machine's home brings its journals and how its programs are: `desk collect DIR`."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from data.desk.devices import devices
from data.desk.health import Health, write_health
from tests.data.desk.conftest import NewStaff
from tests.helpers.prompt import Prompt
from tests.helpers.staff import Staff, site


@pytest.fixture
def staff(tmp_path: Path, new_staff: NewStaff, monkeypatch: pytest.MonkeyPatch) -> Staff:
    staff = new_staff(tmp_path / "home")
    staff.stand(*site())
    staff.publish()
    monkeypatch.setenv("OPENHALL_HOME", str(staff.folder))
    return staff


@pytest.fixture
def lobby(tmp_path: Path, staff: Staff) -> Path:
    """The home of a machine in the west lobby, whose kiosk told a moment ago."""
    folder = tmp_path / "西厅"
    write_health(folder / "health", Health("kiosk", staff.clock.now, 1, "showing", ()))
    write_health(folder / "health", Health("desk", staff.clock.now, 1, "serving", ()))
    (folder / "journal").mkdir()
    line = {"seq": 1, "time": "2026-11-23T00:00:00Z", "kind": "visit"}
    (folder / "journal" / "kiosk.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return folder


def test_a_machine_elsewhere_is_seen_beside_our_own(
    lobby: Path, staff: Staff, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt = Prompt(capsys)
    assert prompt(f"collect '{lobby}'").out == "收进 1 条，1 个程序的状态\n"
    (kiosk,) = devices(staff.desk, 1)
    assert (kiosk.machine, kiosk.health.program, kiosk.is_well) == ("西厅", "kiosk", True)
    staff.clock.now += timedelta(minutes=5)
    assert prompt(f"collect '{lobby}' --machine 西门").out == "收进 0 条，1 个程序的状态\n"
    assert [(one.machine, one.late) for one in devices(staff.desk, 1)] == [("西厅", True), ("西门", True)], (
        "as old as told"
    )


@pytest.mark.parametrize("name", ["../keys", ".", "a/b", "c\\d", ""])
def test_a_machine_is_named_by_a_plain_name(
    lobby: Path, staff: Staff, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    answer = Prompt(capsys)(f"collect '{lobby}' --machine '{name}'")
    assert (answer.code, "不能作机器名" in answer.err) == (1, True)
    assert devices(staff.desk, 1) == ()


def test_what_is_not_there_or_not_ours_is_refused(
    lobby: Path, staff: Staff, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    prompt = Prompt(capsys)
    assert "没有文件夹" in prompt(f"collect '{tmp_path / 'nowhere'}'").err
    assert "--machine 用于" in prompt(f"collect '{lobby / 'journal'}' --machine 西厅").err
    (lobby / "health" / "ledsign.json").write_bytes(b" " * 1_000_001)
    assert "超过 1 MB" in prompt(f"collect '{lobby}'").err
    assert devices(staff.desk, 1) == (), "nothing half taken"
