import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tools.children import Child, Program
from tools.run import seconds, wait

TOP = Path(__file__).parents[2]
FOR_EVER = "import time; time.sleep(60)"


def child(source: str, log: Path) -> Child:
    return Child(Program("kiosk", [sys.executable, "-c", source], lambda _: True), log)


@pytest.mark.parametrize(("text", "value"), [("", None), ("25", 25.0), ("0.5", 0.5)])
def test_run_for_is_a_number_of_seconds_or_nothing(text: str, value: float | None) -> None:
    assert seconds(text) == value


def test_another_run_for_is_refused_in_one_line() -> None:
    with pytest.raises(SystemExit, match="RUN_FOR is a number of seconds, not 'soon'"):
        seconds("soon")


def test_waiting_lasts_as_long_as_asked(tmp_path: Path) -> None:
    with child(FOR_EVER, tmp_path / "log") as running:
        before = time.monotonic()
        wait([running], 0.5, threading.Event())
        assert 0.5 <= time.monotonic() - before < 5


def test_waiting_ends_when_a_program_ends_by_itself(tmp_path: Path) -> None:
    with child("pass", tmp_path / "log") as running:
        wait([running], 60, threading.Event())
        assert running.failure() == "kiosk stopped by itself (status 0): it said nothing"


def test_waiting_for_ever_ends_when_asked(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with child(FOR_EVER, tmp_path / "log") as running:
        wait([running], None, stop)
        assert running.failure() == ""


def test_a_home_that_cannot_be_made_is_one_sentence_and_a_line_of_figures(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file stands where the home must be")
    call = [sys.executable, "-m", "tools.run"]
    environment = os.environ | {"RUN_FOR": "1", "PYTHONPATH": str(TOP)}
    done = subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("run: [Errno")
    assert json.loads(done.stdout)["items_held"] == 0
