"""Whatever happens to the kiosk, its home page is back and answers touches. A stand-in plays systemd with our own unit.

Not timed here: the figure is in tests/bench/bench_return.py. What is waited for is what a person would wait for, with
room for a busy machine.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.pin import Pin
from kiosk.viewmodels.service import Ending
from tests.helpers.supervisor import Rules, StandIn, rules_of

UNIT = Path(__file__).parents[2] / "deploy" / "units" / "openhall-kiosk.service"
PATIENCE_S = 20.0


@pytest.fixture
def rules() -> Rules:
    return rules_of(UNIT)


@pytest.fixture
def supervised(home: Path, rules: Rules) -> Iterator[StandIn]:
    """The kiosk under our unit's rules, with a render thread of its own as on a screen, showing its home page."""
    command = [sys.executable, "-m", "tests.kiosk.troubled_kiosk", "--size", "540x960"]
    environment = {"OPENHALL_HOME": str(home), "QSG_RENDER_LOOP": "threaded", "PYTHONFAULTHANDLER": ""}
    with StandIn(command, rules, environment, home / "log") as standing:
        assert standing.wait(lambda: standing.ready, PATIENCE_S), (home / "log").read_text(encoding="utf-8")
        yield standing


def tell(home: Path, words: str) -> None:
    beside = home / "trouble.new"
    beside.write_text(words, encoding="utf-8")
    beside.replace(home / "trouble")


def answers(supervised: StandIn, home: Path, words: str) -> bool:
    """Whether the kiosk did as it was told."""
    (home / "answer").unlink(missing_ok=True)
    tell(home, words)
    return supervised.wait((home / "answer").exists, PATIENCE_S)


def works(supervised: StandIn, home: Path) -> bool:
    """Whether the home page shows and a touch on it opens what it says."""
    if not supervised.wait(lambda: supervised.ready, PATIENCE_S):
        return False
    return (
        answers(supervised, home, "touch 工作职责")
        and "综合法规处" in (home / "answer").read_text(encoding="utf-8").splitlines()
    )


def test_a_kiosk_that_is_well_is_left_alone(supervised: StandIn, home: Path) -> None:
    supervised.hold(2 * supervised.rules.watchdog_s)
    assert works(supervised, home)
    assert (supervised.starts, supervised.kills) == (1, 0)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM], ids=lambda number: number.name)
def test_a_kiosk_that_is_killed_comes_back(supervised: StandIn, home: Path, number: signal.Signals) -> None:
    os.kill(supervised.pid, number)
    assert supervised.wait(lambda: supervised.starts == 2, PATIENCE_S)
    assert works(supervised, home)


@pytest.mark.parametrize("trouble", ["busy", "renderer", "frames"])
def test_a_kiosk_that_presents_nothing_is_started_anew(supervised: StandIn, home: Path, trouble: str) -> None:
    tell(home, trouble)
    assert supervised.wait(lambda: supervised.starts == 2, PATIENCE_S)
    assert supervised.kills == 1
    assert works(supervised, home)


def test_a_kiosk_that_is_stopped_in_its_tracks_is_started_anew(supervised: StandIn, home: Path) -> None:
    os.kill(supervised.pid, signal.SIGSTOP)
    assert supervised.wait(lambda: supervised.starts == 2, PATIENCE_S)
    assert supervised.kills == 1
    assert works(supervised, home)


# How soon a silent kiosk is killed is not tried here, and a busy machine may keep one silent for that long.
@pytest.mark.parametrize("rules", [replace(rules_of(UNIT), watchdog_s=PATIENCE_S)], ids=["patient"])
@pytest.mark.parametrize(
    ("tile", "button", "down"), [("退出查询程序", "退出", True), ("重新启动查询程序", "重新启动", False)]
)
def test_staff_leave_for_good_or_start_it_anew(
    supervised: StandIn, home: Path, tile: str, button: str, down: bool
) -> None:
    Pin(home, time.monotonic).keep("274951")
    for words in ("hold", *(f"touch {digit}" for digit in "274951"), "touch 确定", f"touch {tile}"):
        assert answers(supervised, home, words), words
    tell(home, f"touch {button}")
    assert supervised.wait(lambda: supervised.stays_down or supervised.starts == 2, PATIENCE_S)
    assert supervised.stays_down == down
    assert (supervised.exits, supervised.kills) == ([Ending.LEFT if down else Ending.AGAIN], 0)
    assert down or works(supervised, home)


def test_a_null_pointer_is_survived(supervised: StandIn, home: Path) -> None:
    tell(home, "segfault")
    assert supervised.wait(lambda: supervised.starts == 2, PATIENCE_S)
    assert supervised.exits == [-signal.SIGSEGV]
    assert works(supervised, home)
