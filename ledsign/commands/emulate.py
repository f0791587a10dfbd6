"""`ledsign emulate`: a sign that is not there, on a pseudo-terminal or a TCP port."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import json
import os
import signal
from dataclasses import replace

from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.emulator.trouble import Troubles
from ledsign.profile import profile_of


def run(made: argparse.Namespace) -> int:
    """Emulate until interrupted or terminated."""
    for file in (made.state, made.png, made.gif):
        if file and not file.parent.is_dir():  # said now, not when all is over
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file.parent))
    profile = profile_of(made.protocol)
    line = profile.line
    wanted = Emulation(
        protocol=made.protocol,
        panel=replace(made.panel, colours=made.colours),
        line=replace(line, baud=made.baud) if made.baud else line,
        link=made.pty,
        listen=made.listen or made.rfc2217,
        rfc2217=made.rfc2217 is not None,
        gif=made.gif,
        control=made.control,
        state=made.state,
        png=made.png,
        address=profile.checked_address(made.address),
    )
    troubles = Troubles()
    for trouble in made.trouble:
        name, _, value = trouble.partition("=")
        troubles.change(name, _value(value))
    if made.window:
        from ledsign.emulator.window import show

        return show(wanted, troubles)
    asyncio.run(_emulate(wanted, troubles))
    return 0


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


async def _emulate(wanted: Emulation, troubles: Troubles) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    sign = emulated(wanted.protocol, wanted.panel, wanted.address)
    with contextlib.suppress(asyncio.CancelledError):
        async with running(wanted, sign, troubles) as port:
            if wanted.listen:
                print(f"{wanted.listen[0]}:{port}", flush=True)
            await stop.wait()
