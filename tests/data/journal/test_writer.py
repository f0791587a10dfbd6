"""The lobby's journal: every line numbered, whatever the disk does, and the program never waits."""

import json
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.journal import Journal
from data.journal.writer import LARGEST_BYTES, older

NOW = datetime(2026, 11, 23, 1, 2, 3, 456789, tzinfo=UTC)


def lines(folder: Path, name: str = "kiosk-1.jsonl") -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def write(folder: Path, *kinds: str) -> None:
    journal = Journal(folder, "kiosk-1", lambda: NOW)
    for kind in kinds:
        journal.note(kind)
    journal.close()


def test_a_line_tells_number_time_kind_and_facts(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "kiosk-1", lambda: NOW)
    journal.note("search", {"hits": 3, "text": "会计", "voice": False})
    journal.close()
    assert lines(tmp_path) == [
        {
            "hits": 3,
            "text": "会计",
            "voice": False,
            "seq": 1,
            "time": "2026-11-23T01:02:03.456789Z",
            "kind": "search",
        }
    ]


def test_numbers_go_on_after_a_restart(tmp_path: Path) -> None:
    write(tmp_path, "a", "b")
    write(tmp_path, "c")
    assert [line["seq"] for line in lines(tmp_path)] == [1, 2, 3]


def test_a_line_that_a_power_cut_left_half_written_spoils_no_other(tmp_path: Path) -> None:
    write(tmp_path, "a", "b")
    with (tmp_path / "kiosk-1.jsonl").open("ab") as file:
        file.write(b'{"seq":3,"ti')
    write(tmp_path, "c")
    text = (tmp_path / "kiosk-1.jsonl").read_text(encoding="utf-8").splitlines()
    assert text[2] == '{"seq":3,"ti'
    assert json.loads(text[3])["kind"] == "c"
    assert json.loads(text[3])["seq"] == 3


def test_a_journal_nobody_collects_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "kiosk-1.jsonl"
    path.write_bytes(b'{"seq":41,"time":"2026-11-23T01:00:00Z","kind":"a"}\n'.rjust(LARGEST_BYTES, b"\n"))
    older(path).write_text("the one before\n", encoding="utf-8")
    write(tmp_path, "b")
    assert [line["seq"] for line in lines(tmp_path)] == [42]
    assert older(path).stat().st_size == LARGEST_BYTES


def test_a_disk_that_refuses_stops_nobody_and_the_loss_is_counted(tmp_path: Path) -> None:
    blocked = tmp_path / "journal"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    journal = Journal(blocked, "kiosk-1", lambda: NOW)
    for number in range(3):
        journal.note("lost", {"number": number})
        while not journal._lines.empty():
            time.sleep(0.001)
    time.sleep(0.05)
    blocked.unlink()
    journal.note("heard")
    journal.close()
    told = lines(blocked)
    assert [(line["kind"], line.get("entries")) for line in told] == [("heard", None), ("lost", 3)]
    assert [line["seq"] for line in told] == [4, 5], "the gap shows"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "kiosk-1.jsonl").symlink_to("/dev/full")
    write(tmp_path, "a", "b")


def test_a_program_never_waits_for_the_disk(tmp_path: Path) -> None:
    """A named pipe that nobody reads: opening it for writing waits for ever."""
    os.mkfifo(tmp_path / "kiosk-1.jsonl")
    journal = Journal(tmp_path, "kiosk-1", lambda: NOW)
    started = time.monotonic()
    for _ in range(5000):
        journal.note("visit")
    assert time.monotonic() - started < 1.0
    reader = os.open(tmp_path / "kiosk-1.jsonl", os.O_RDWR | os.O_NONBLOCK)
    closing = threading.Thread(target=journal.close)
    closing.start()
    while closing.is_alive():
        _drain(reader)
        time.sleep(0.001)
    journal._thread.join(10)
    os.close(reader)


def _drain(reader: int) -> None:
    try:
        while os.read(reader, 1 << 16):
            pass
    except BlockingIOError:
        return


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a.b", "a b"])
def test_a_device_is_a_plain_word(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a device's name"):
        Journal(tmp_path, name)


def test_the_kiosks_side_is_standard_library_only() -> None:
    program = "import sys, data.journal; print([name for name in sys.modules if 'sqlalchemy' in name])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
