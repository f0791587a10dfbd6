"""The sign's service gives signs of life while its ports take their turns, whatever the signs do."""

import asyncio
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ledsign.service.service import SignService
from ledsign.settings import read_settings
from ledsign.supervisor import Supervisor
from tests.helpers.supervisor import StandIn, rules_of
from tests.ledsign.hall import Hall

UNIT = Path(__file__).parents[3] / "deploy" / "units" / "openhall-sign.service"
PATIENCE_S = 20.0


class Counting(Supervisor):
    """Counts signs of life; awaits them often."""

    def __init__(self) -> None:
        super().__init__(patience_s=0.2)
        self.signs = 0

    def alive(self) -> None:
        self.signs += 1


def serve_for(home: Path, seconds: float, *, stuck: bool) -> int:
    """Signs of life within some time; `stuck` has the port never come back from the wire."""

    async def serving() -> int:
        service, counting = SignService(read_settings(home)), Counting()
        if stuck:
            service._ports[0]._transport.open = asyncio.Event().wait  # type: ignore[method-assign,assignment]
        task = asyncio.create_task(service.run(counting))
        await asyncio.sleep(seconds)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return counting.signs

    return asyncio.run(serving())


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """A sign that is not there, and an edition to show on it."""
    hall = Hall(tmp_path)
    hall.one_sign()
    hall.publish()
    return hall


def test_a_sign_that_is_away_is_no_reason_to_start_anew(hall: Hall) -> None:
    assert serve_for(hall.home, 1.0, stuck=False) >= 5


def test_a_port_that_is_stuck_stops_the_signs_of_life(hall: Hall) -> None:
    assert serve_for(hall.home, 1.0, stuck=True) == 0


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGKILL], ids=lambda number: number.name)
def test_a_service_that_hangs_or_dies_comes_back(hall: Hall, number: signal.Signals) -> None:
    # The unit's half minute is for slow lines; a test need not wait for it.
    rules = replace(rules_of(UNIT), watchdog_s=2.0)
    command = [sys.executable, "-m", "ledsign", "run"]
    with StandIn(command, rules, {"OPENHALL_HOME": str(hall.home)}, hall.home / "log") as supervised:
        assert supervised.wait(lambda: supervised.ready, PATIENCE_S)
        supervised.hold(2.5)
        assert supervised.starts == 1
        os.kill(supervised.pid, number)
        assert supervised.wait(lambda: supervised.starts == 2 and supervised.ready, PATIENCE_S)
        assert supervised.kills == (number is signal.SIGSTOP)
