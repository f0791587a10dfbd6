import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.children import Child, Program, last_line

FOR_EVER = "import time; print('ready', flush=True); time.sleep(60)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {FOR_EVER}"
WITH_CHILD = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {FOR_EVER!r}], stdout=-3).pid)"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "program.log"


def says_ready(log: Path) -> Callable[[float], bool]:
    return lambda _: "ready" in log.read_text(encoding="utf-8")


def program(source: str, log: Path) -> Program:
    return Program("kiosk", [sys.executable, "-c", source], says_ready(log))


def never() -> bool:
    return False


def is_alive(pid: int) -> bool:
    return "State:\tZ" not in status(pid) and status(pid) != ""


def status(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return ""


def test_a_program_that_starts_is_seen_and_ended(log: Path) -> None:
    with Child(program(FOR_EVER, log), log) as child:
        assert child.wait_started(10, never)
        assert child.failure() == ""
    assert not child.running


def test_a_program_that_dies_is_reported_in_one_sentence(log: Path) -> None:
    with Child(program("raise SystemExit('没有打开屏幕')", log), log) as child:
        assert not child.wait_started(10, never)
        assert child.failure() == "kiosk stopped by itself (status 1): 没有打开屏幕"


def test_a_killed_program_is_reported_by_its_signal(log: Path) -> None:
    with Child(program("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", log), log) as child:
        assert not child.wait_started(10, never)
        assert child.failure() == "kiosk stopped by itself (SIGSEGV): it said nothing"


def test_waiting_ends_when_asked_to_give_up(log: Path) -> None:
    with Child(program("import time; time.sleep(60)", log), log) as child:
        before = time.monotonic()
        assert not child.wait_started(30, lambda: True)
        assert time.monotonic() - before < 5


def test_a_program_that_ignores_the_request_to_end_is_ended(log: Path) -> None:
    child = Child(program(STUBBORN, log), log)
    assert child.wait_started(10, never)
    child.stop(grace_s=0.1)
    assert not child.running


def test_what_a_program_left_running_ends_with_it(log: Path) -> None:
    with Child(Program("kiosk", [sys.executable, "-c", WITH_CHILD], lambda _: False), log) as child:
        child.wait_started(10, never)
        grandchild = int(last_line(log))
        assert is_alive(grandchild)
    deadline = time.monotonic() + 5
    while is_alive(grandchild) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(grandchild)


def test_a_program_sees_what_is_added_to_the_environment(log: Path) -> None:
    source = "import os; print('ready', os.environ['OPENHALL_TRIAL'], len(os.environ))"
    asked = Program("kiosk", [sys.executable, "-c", source], says_ready(log), {"OPENHALL_TRIAL": "yes"})
    with Child(asked, log) as child:
        while child.running:
            time.sleep(0.01)
    assert last_line(log).startswith("ready yes")
    assert "OPENHALL_TRIAL" not in os.environ
