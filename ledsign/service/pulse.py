"""Gives the supervisor signs of life, each of which every port had to earn by taking a turn."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from ledsign.service.port import PortRunner
from ledsign.supervisor import Supervisor


async def keep_telling(supervisor: Supervisor, ports: Sequence[PortRunner]) -> None:
    """Say that the service is ready, then that it lives, until cancelled. A port that is stuck stops the telling.

    A sign that does not answer is no such reason: its port goes on asking.
    """
    supervisor.ready(f"{len(ports)} ports")
    if supervisor.period_s is None:
        return
    while True:
        await asyncio.sleep(supervisor.period_s)
        await asyncio.gather(*(port.turned() for port in ports))
        supervisor.alive()
