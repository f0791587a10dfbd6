"""Runs one emulated sign: its wire, its report, and a window when asked for."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

from ledsign.bitmap import Panel
from ledsign.emulator.alpha_sign import AlphaSign
from ledsign.emulator.jetfile_sign import JetFileSign
from ledsign.emulator.onbon_card import OnbonCard
from ledsign.emulator.onbon_graphics import GraphicsCard
from ledsign.emulator.report import Report, flash_of
from ledsign.emulator.sign import EmulatedSign
from ledsign.emulator.wire import PseudoTerminal, TcpPort, Wire, now
from ledsign.profile import LineSettings


@dataclass(frozen=True, slots=True)
class Emulation:
    """What to emulate and where: a pseudo-terminal's link or a TCP address, and the files to keep."""

    protocol: str
    panel: Panel
    line: LineSettings
    link: Path | None = None
    listen: tuple[str, int] | None = None
    state: Path | None = None
    png: Path | None = None
    address: int = 1


_SIGNS: dict[str, Callable[[Panel, int], EmulatedSign]] = {
    "onbon-bx5k": OnbonCard,
    "jetfile2-simple": JetFileSign,
    "jetfile2": JetFileSign,
    "alpha": AlphaSign,
    "onbon-bx5e": GraphicsCard,
}


def emulated(protocol: str, panel: Panel, address: int = 1) -> EmulatedSign:
    """A sign of this protocol, fresh from the factory. ValueError when there is none to emulate."""
    if protocol not in _SIGNS:
        raise ValueError(f"no sign of protocol {protocol!r} can be emulated")
    return _SIGNS[protocol](panel, address)


@contextlib.asynccontextmanager
async def running(wanted: Emulation, sign: EmulatedSign) -> AsyncIterator[int]:
    """Emulate while the context lasts; gives the TCP port's number, 0 for a pseudo-terminal."""
    if wanted.state is not None:
        sign.power_cut(flash_of(wanted.state), now())
    report = Report(sign, wanted.state, wanted.png)
    wire = Wire(sign, wanted.line, report.changed)
    port = TcpPort(*wanted.listen) if wanted.listen else None
    terminal = PseudoTerminal(wanted.link, wanted.line) if wanted.link else None
    number = await port.listen(wire) if port else 0
    if terminal:
        terminal.attach(wire)
    try:
        async with asyncio.TaskGroup() as tasks:
            carrying = [tasks.create_task(wire.run()), tasks.create_task(report.keep())]
            yield number
            for task in carrying:
                task.cancel()
    finally:
        if terminal:
            terminal.close()
        if port:
            await port.close()
