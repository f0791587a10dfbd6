"""A hostile site and a hostile visitor, both at random from a seed, for as long as OPENHALL_MONKEY_S says.

OPENHALL_MONKEY_SEED repeats a run. Each step is told in the failure, so that a find can be made a case;
what memory was held is told in a report (--junitxml).
"""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.memory import megabytes
from tests.kiosk.lockdown.lobby import Lobby
from tests.kiosk.lockdown.monkey import step
from tests.kiosk.lockdown.trying import look_around

SECONDS = float(os.environ.get("OPENHALL_MONKEY_S", "1200"))
SEED = int(os.environ.get("OPENHALL_MONKEY_SEED", "8"))
MOST_MB = 1500.0
"""Kiosk, browser and all of the engine: a quarter of a small machine's memory may not go to a website."""
KIOSK_GROWS_MB = 60.0
CALM_S = 10.0


def held(lobby: Lobby, done: list[str]) -> None:
    """Nothing got out, after what was done last."""
    where = f"seed {SEED}, the last steps: {done[-12:]}"
    own = f"{lobby.site.own}/"
    seen = lobby.wait(
        lambda state: state.page != "web" or state.state != "showing" or state.url.startswith(own), CALM_S
    )
    assert seen.windows == 1, where
    assert seen.web_windows <= 1, where
    assert seen.clipboard == "", where
    assert not lobby.site.strangers, where
    assert not lobby.strange_processes(), where
    assert not lobby.strange_files(), where
    assert lobby.process.poll() is None, where


@pytest.mark.slow
def test_a_hostile_site_and_a_hostile_visitor_never_get_out(
    lobby: Lobby, record_testsuite_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(SEED)
    lobby.leave()
    before, until = megabytes([lobby.process.pid]), time.monotonic() + SECONDS
    done: list[str] = []
    most = 0.0
    while time.monotonic() < until:
        if lobby.state().page != "web":
            lobby.do("leave")
            lobby.do("open", page="web")
            lobby.wait(lambda state: state.state != "starting")
        done.append(step(lobby, chance))
        held(lobby, done)
        if len(done) % 25 == 0:
            most = max(most, megabytes(lobby.family()))
            assert most < MOST_MB, f"after {len(done)} steps of seed {SEED}"
    look_around(lobby)
    lobby.leave()
    grown = megabytes([lobby.process.pid]) - before
    for name, value in {
        "seed": SEED,
        "steps": len(done),
        "MB before": before,
        "MB grown": grown,
        "MB most": most,
    }.items():
        record_testsuite_property(name, round(value))
    assert grown < KIOSK_GROWS_MB, f"the kiosk has grown by {grown:.0f} MB in {len(done)} steps"
    assert not list((lobby.home / "web").iterdir())
    assert "Traceback" not in Path(lobby.home / "kiosk.log").read_text(encoding="utf-8", errors="replace")
