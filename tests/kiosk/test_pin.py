"""The staff's PIN: five tries, a lock that grows, and nothing that buys another try."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.doctor import examine
from kiosk.pin import FIRST_LOCK_S, FREE_TRIES, LONGEST_LOCK_S, Answer, Pin, fault_of, lock_s
from kiosk.settings import Settings
from tests.kiosk.conftest import FakeClock

GOOD, BAD = "274951", "274952"


@pytest.fixture
def pin(tmp_path: Path, clock: FakeClock) -> Pin:
    made = Pin(tmp_path, clock)
    made.keep(GOOD)
    return made


def fail(pin: Pin, times: int) -> None:
    for _ in range(times):
        assert pin.tried(BAD) is Answer.WRONG


def test_the_right_one_is_right(pin: Pin) -> None:
    assert pin.tried(GOOD) is Answer.RIGHT
    assert (pin.tries_left, pin.locked_s) == (FREE_TRIES, 0)


@pytest.mark.parametrize("typed", ["", "27495", "2749510", GOOD + "0", "０" * 6, "x" * 10_000])
def test_anything_else_is_wrong(pin: Pin, typed: str) -> None:
    assert pin.tried(typed) is Answer.WRONG


def test_the_fifth_failure_locks_even_the_right_one_out(pin: Pin, clock: FakeClock) -> None:
    fail(pin, FREE_TRIES)
    assert pin.locked_s == FIRST_LOCK_S
    assert pin.tried(GOOD) is Answer.LOCKED
    clock.now += FIRST_LOCK_S - 1
    assert pin.tried(GOOD) is Answer.LOCKED
    clock.now += 1
    assert pin.tried(GOOD) is Answer.RIGHT


@pytest.mark.parametrize(
    ("failed", "seconds"), [(4, 0), (5, 60), (6, 120), (7, 240), (10, 1920), (11, 3600), (9999, 3600)]
)
def test_the_lock_grows_to_an_hour(failed: int, seconds: int) -> None:
    assert lock_s(failed) == seconds <= LONGEST_LOCK_S


def test_each_failure_after_a_lock_locks_for_longer(pin: Pin, clock: FakeClock) -> None:
    fail(pin, FREE_TRIES)
    for seconds in (120, 240, 480):
        clock.now += pin.locked_s
        fail(pin, 1)
        assert pin.locked_s == seconds


def test_success_starts_the_count_anew(pin: Pin) -> None:
    fail(pin, 4)
    pin.tried(GOOD)
    fail(pin, 4)
    assert pin.locked_s == 0


def test_a_restart_buys_no_try(pin: Pin, tmp_path: Path) -> None:
    fail(pin, FREE_TRIES)
    again = Pin(tmp_path, FakeClock(10_000_000))
    assert again.locked_s == FIRST_LOCK_S
    assert again.tried(GOOD) is Answer.LOCKED


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"failed": "x"}', "{}"])
def test_a_damaged_count_is_a_lock(pin: Pin, tmp_path: Path, clock: FakeClock, damage: str) -> None:
    assert not pin.locked_s
    (tmp_path / "service" / "tries.json").write_text(damage, encoding="utf-8")
    assert Pin(tmp_path, clock).tried(GOOD) is Answer.LOCKED


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"salt": "zz", "hash": ""}', '{"salt": 5}'])
def test_without_a_readable_pin_nobody_gets_in(pin: Pin, tmp_path: Path, damage: str) -> None:
    (tmp_path / "service" / "pin.json").write_text(damage, encoding="utf-8")
    assert not pin.is_set
    assert pin.tried("") is Answer.LOCKED


def test_a_try_that_cannot_be_counted_is_not_judged(pin: Pin, tmp_path: Path) -> None:
    (tmp_path / "service" / "tries.new").mkdir()
    with pytest.raises(OSError, match=r"tries\.new"):
        pin.tried(GOOD)


def test_what_is_kept_is_no_pin_and_for_its_owner_only(pin: Pin, tmp_path: Path) -> None:
    assert pin.is_set
    kept = tmp_path / "service" / "pin.json"
    assert GOOD not in kept.read_text(encoding="utf-8")
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_two_homes_with_one_pin_keep_different_hashes(pin: Pin, tmp_path: Path, clock: FakeClock) -> None:
    assert pin.is_set
    other = Pin(tmp_path / "other", clock)
    other.keep(GOOD)
    kept = [home / "service" / "pin.json" for home in (tmp_path, tmp_path / "other")]
    assert kept[0].read_text(encoding="utf-8") != kept[1].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        ("", "数字"),
        ("27495a", "数字"),
        ("２７４９５１", "数字"),
        ("27495", "6 到 12"),
        ("2749512749512", "6 到 12"),
        ("000000", "太容易猜"),
        ("123456", "太容易猜"),
        ("987654", "太容易猜"),
        ("112112", "太容易猜"),
        (GOOD, ""),
        ("104729104729", ""),
    ],
)
def test_what_is_easily_guessed_is_refused(new: str, fault: str) -> None:
    assert fault in fault_of(new)
    assert bool(fault) == bool(fault_of(new))


def typed_into(home: Path, text: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "pin"]
    environment = {**os.environ, "OPENHALL_HOME": str(home)}
    return subprocess.run(command, input=text, env=environment, capture_output=True, text=True, check=False)


def test_the_command_sets_it(tmp_path: Path, clock: FakeClock) -> None:
    assert typed_into(tmp_path, GOOD + "\n").returncode == 0
    assert Pin(tmp_path, clock).tried(GOOD) is Answer.RIGHT


def test_the_doctor_says_whether_there_is_one(qapp: QGuiApplication, home: Path, clock: FakeClock) -> None:
    told = "\n".join(finding.line() for finding in examine(Settings(home)))
    assert "服务密码没有设置" in told
    Pin(home, clock).keep(GOOD)
    assert "正常  服务密码已设置" in "\n".join(finding.line() for finding in examine(Settings(home)))


def test_the_command_refuses_with_one_line_and_changes_nothing(pin: Pin, tmp_path: Path) -> None:
    answer = typed_into(tmp_path, "123456\n")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("kiosk: 密码太容易猜")
    assert answer.stderr.count("\n") == 1
    assert pin.tried(GOOD) is Answer.RIGHT
