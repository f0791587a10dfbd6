"""The desk gives signs of life while requests find their way through it."""

import asyncio
import os
import signal
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.concurrency import run_in_threadpool

from data.desk.web.app import make_app
from data.desk.web.pulse import keep_telling
from ledsign.supervisor import Supervisor
from tests.helpers.staff import Staff
from tests.helpers.supervisor import StandIn, rules_of

UNIT = Path(__file__).parents[4] / "deploy" / "units" / "openhall-desk.service"
PATIENCE_S = 30.0
MORE_THAN_THE_POOL = 64
"""Requests that wait at once: Starlette's pool has 40 threads."""


class Counting(Supervisor):
    """Counts signs of life; awaits them often."""

    def __init__(self) -> None:
        super().__init__(patience_s=0.2)
        self.signs = 0

    def alive(self) -> None:
        self.signs += 1


def told_within(staff: Staff, seconds: float, *, busy: bool) -> int:
    """Signs of life within some time; `busy` has every thread of the pool wait for something that does not come."""

    async def telling() -> int:
        counting, never = Counting(), threading.Event()
        pool = MORE_THAN_THE_POOL if busy else 0
        waiting = [asyncio.create_task(run_in_threadpool(never.wait)) for _ in range(pool)]
        await asyncio.sleep(0.1)
        task = asyncio.create_task(keep_telling(make_app(staff.desk, ["localhost"]), counting))
        await asyncio.sleep(seconds)
        signs = counting.signs
        never.set()
        await asyncio.gather(*waiting)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return signs

    return asyncio.run(telling())


def test_requests_that_find_their_way_are_signs_of_life(staff: Staff) -> None:
    assert told_within(staff, 1.0, busy=False) >= 3


def test_a_pool_that_does_not_come_back_stops_them(staff: Staff) -> None:
    assert told_within(staff, 1.0, busy=True) == 0


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGKILL], ids=lambda number: number.name)
def test_a_desk_that_hangs_or_dies_comes_back(staff: Staff, tmp_path: Path, number: signal.Signals) -> None:
    # The unit's minute is for large files; a test need not wait for it.
    rules = replace(rules_of(UNIT), watchdog_s=3.0)
    command = [sys.executable, "-m", "data.desk", "serve", "--port", "0"]
    with StandIn(command, rules, {"OPENHALL_HOME": str(staff.folder)}, tmp_path / "log") as supervised:
        assert supervised.wait(lambda: supervised.ready, PATIENCE_S), (tmp_path / "log").read_text(encoding="utf-8")
        os.kill(supervised.pid, number)
        assert supervised.wait(lambda: supervised.starts == 2 and supervised.ready, PATIENCE_S)
        assert supervised.kills == (number is signal.SIGSTOP)
