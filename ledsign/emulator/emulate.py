"""Runs one emulated sign: its wire, its report, and a window when asked for."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

from ledsign.bitmap import Panel
from ledsign.emulator.alpha_sign import AlphaSign
from ledsign.emulator.control import Control, listening
from ledsign.emulator.converter import Converter
from ledsign.emulator.jetfile_sign import JetFileSign
from ledsign.emulator.onbon_card import OnbonCard
from ledsign.emulator.onbon_graphics import GraphicsCard
from ledsign.emulator.recorder import Recorder
from ledsign.emulator.report import Report, flash_of
from ledsign.emulator.sign import EmulatedSign
from ledsign.emulator.trouble import Troubles
from ledsign.emulator.wire import PseudoTerminal, TcpPort, Wire, now
from ledsign.profile import LineSettings


@dataclass(frozen=True, slots=True)
class Emulation:
    """What to emulate and where: a pseudo-terminal's link or a TCP address, and the files to keep.

    With `rfc2217` the TCP address is a converter whose speed and parity the driver sets. `gif` is written at the end.
    """

    protocol: str
    panel: Panel
    line: LineSettings
    link: Path | None = None
    listen: tuple[str, int] | None = None
    state: Path | None = None
    png: Path | None = None
    address: int = 1
    gif: Path | None = None
    control: Path | None = None
    rfc2217: bool = False


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
async def running(wanted: Emulation, sign: EmulatedSign, troubles: Troubles | None = None) -> AsyncIterator[int]:
    """Emulate while the context lasts; gives the TCP port's number, 0 for a pseudo-terminal.

    OSError when the port or a file cannot be had, also later.
    """
    if wanted.state is not None:
        sign.power_cut(flash_of(wanted.state), now())
    troubles = troubles or Troubles()
    sign.busy = troubles.busy
    recorder = Recorder() if wanted.gif or wanted.control else None
    report = Report(sign, wanted.state, wanted.png, recorder)
    wire = Wire(sign, wanted.line, report.changed, troubles)
    async with contextlib.AsyncExitStack() as held:
        if recorder is not None and wanted.control is not None:
            control = Control(sign, troubles, recorder, report.changed)
            await held.enter_async_context(listening(control, wanted.control))
        number = await _attached(wanted, wire, held)
        try:
            async with asyncio.TaskGroup() as tasks:
                carrying = [tasks.create_task(wire.run()), tasks.create_task(report.keep())]
                yield number
                for task in carrying:
                    task.cancel()
        except ExceptionGroup as several:
            raise several.exceptions[0] from several
        if recorder is not None and wanted.gif is not None:
            recorder.see(sign.screen(now()), now())
            recorder.write(wanted.gif, now())


async def _attached(wanted: Emulation, wire: Wire, held: contextlib.AsyncExitStack) -> int:
    """Let bytes flow into the wire until `held` is closed."""
    if wanted.link is not None:
        terminal = PseudoTerminal(wanted.link, wanted.line)
        held.callback(terminal.close)
        terminal.attach(wire)
    if wanted.listen is None:
        return 0
    port = Converter(*wanted.listen, wanted.line) if wanted.rfc2217 else TcpPort(*wanted.listen)
    held.push_async_callback(port.close)
    return await port.listen(wire)
