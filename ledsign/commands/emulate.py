"""`ledsign emulate`: a sign that is not there, on a pseudo-terminal or a TCP port."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
from dataclasses import replace

from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.profile import profile_of


def run(made: argparse.Namespace) -> int:
    """Emulate until interrupted or terminated."""
    line = profile_of(made.protocol).line
    wanted = Emulation(
        protocol=made.protocol,
        panel=replace(made.panel, colours=made.colours),
        line=replace(line, baud=made.baud) if made.baud else line,
        link=made.pty,
        listen=made.listen,
        state=made.state,
        png=made.png,
        address=made.address,
    )
    if made.window:
        from ledsign.emulator.window import show

        return show(wanted)
    asyncio.run(_emulate(wanted))
    return 0


async def _emulate(wanted: Emulation) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    sign = emulated(wanted.protocol, wanted.panel, wanted.address)
    with contextlib.suppress(asyncio.CancelledError):
        async with running(wanted, sign) as port:
            if wanted.listen:
                print(f"{wanted.listen[0]}:{port}", flush=True)
            await stop.wait()
