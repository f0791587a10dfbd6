"""`ledsign run`: every sign of this machine follows the current edition."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import os
import signal

from ledsign.service.service import SignService
from ledsign.settings import home_of, read_settings
from ledsign.supervisor import take_supervisor


def run(made: argparse.Namespace) -> int:
    """Serve until interrupted or terminated."""
    logging.basicConfig(
        level=os.environ.get("OPENHALL_LOG", "INFO"), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    service = SignService(read_settings(home_of(made.config), made.config))
    asyncio.run(_serve(service))
    return 0


async def _serve(service: SignService) -> None:
    serving = asyncio.ensure_future(service.run(take_supervisor()))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, serving.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await serving
