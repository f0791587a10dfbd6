"""The wire of an emulated sign: a pseudo-terminal or a TCP port whose bytes take as long as their speed says.

    driver ═ bytes ═▶ each takes its time ─▶ sign ─▶ its answer takes its time ═▶ driver

A pseudo-terminal knows the speed the driver asked for; another one than the sign's turns every byte into garbage, as a
real line does. It knows neither parity nor seven bits (Linux keeps them from it): a converter does, see converter.py.
"""

from __future__ import annotations

import asyncio
import errno
import os
import pty
import termios
import tty
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from ledsign.emulator.bits import heard_as
from ledsign.emulator.sign import EmulatedSign
from ledsign.emulator.trouble import Troubles
from ledsign.profile import LineSettings

READ_BYTES = 4096
MOST_WAITING = 1024
"""Chunks that may wait for their turn on the wire."""

TIMER_S = 0.0015
"""Timers are late by up to this much: the rest is waited for in small turns, or every frame would take longer."""

_SPEEDS = {getattr(termios, name): int(name[1:]) for name in dir(termios) if name[0] == "B" and name[1:].isdecimal()}


class Outlet(Protocol):
    """Where answers go."""

    def send(self, content: bytes) -> None:
        """Hand bytes to the driver, or to nobody when it is gone."""


class Wire:
    """Keeps time for one sign: bytes arrive and leave one after another, none before its turn."""

    def __init__(
        self, sign: EmulatedSign, line: LineSettings, changed: Callable[[], None], troubles: Troubles | None = None
    ) -> None:
        """`changed` is called after every chunk that the sign took in."""
        self._sign, self._line, self._changed = sign, line, changed
        self._troubles = troubles or Troubles()
        self._free_at = 0.0
        self._arriving: asyncio.Queue[tuple[bytes, Outlet]] = asyncio.Queue(MOST_WAITING)

    def arrive(self, content: bytes, outlet: Outlet) -> None:
        """Bytes that the driver put on the wire just now; what comes faster than any wire carries is lost."""
        with suppress(asyncio.QueueFull):
            self._arriving.put_nowait((content, outlet))

    async def run(self) -> None:
        """Carry bytes until cancelled."""
        while True:
            content, outlet = await self._arriving.get()
            await self._pass(len(content))
            answer = self._answered(content)
            if answer:
                await asyncio.sleep(self._troubles.slow_s)
                await self._pass(len(answer))
                outlet.send(self._troubles.passed(answer))
            self._changed()

    def _answered(self, content: bytes) -> bytes:
        heard = b"" if self._troubles.deaf else self._troubles.passed(content)
        answer = self._sign.receive(heard, now()) if heard else b""
        return b"" if self._troubles.half_dead else answer

    async def _pass(self, count: int) -> None:
        self._free_at = max(self._free_at, now()) + self._line.seconds(count)
        await asyncio.sleep(max(self._free_at - now() - TIMER_S, 0.0))
        while now() < self._free_at:  # noqa: ASYNC110 - it is time that is waited for, to less than a timer's step
            await asyncio.sleep(0)


class PseudoTerminal:
    """A pty whose other end has a stable name, as a converter plugged into this machine has."""

    def __init__(self, link: Path, line: LineSettings) -> None:
        """Open it and put the link in place. OSError when that cannot be."""
        if link.exists() and not link.is_symlink():
            raise FileExistsError(errno.EEXIST, f"{link} 是一个已有的文件，不会覆盖；请换一个名字")
        if not link.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, f"没有文件夹 {link.parent}，请先建好")
        self._line, self._link = line, link
        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        self._set_speed(line.baud)
        os.set_blocking(self._master, False)
        beside = link.with_name(f".{link.name}.{os.getpid()}")
        beside.symlink_to(os.ttyname(self._slave))
        beside.replace(link)

    def attach(self, wire: Wire) -> None:
        """Let bytes flow into the wire from now on."""
        asyncio.get_running_loop().add_reader(self._master, self._read, wire)

    def send(self, content: bytes) -> None:
        """Answer the driver; what a full pseudo-terminal does not take is lost, as on a line nobody reads."""
        with suppress(BlockingIOError):
            os.write(self._master, self._heard(content))

    def close(self) -> None:
        """Unplug: the link goes, the driver's reads fail."""
        asyncio.get_running_loop().remove_reader(self._master)
        with suppress(OSError):
            if str(self._link.readlink()) == os.ttyname(self._slave):
                self._link.unlink()
        os.close(self._slave)
        os.close(self._master)

    def _set_speed(self, baud: int) -> None:
        """Until a driver asks for a speed, the line has the sign's own."""
        settings = termios.tcgetattr(self._slave)
        code = next((code for code, speed in _SPEEDS.items() if speed == baud), termios.B9600)
        settings[4] = settings[5] = code
        termios.tcsetattr(self._slave, termios.TCSANOW, settings)

    def _read(self, wire: Wire) -> None:
        with suppress(BlockingIOError):
            wire.arrive(self._heard(os.read(self._master, READ_BYTES)), self)

    def _heard(self, content: bytes) -> bytes:
        speed = _SPEEDS.get(termios.tcgetattr(self._master)[5], 0)
        spoken = replace(self._line, baud=speed) if speed else self._line
        return heard_as(content, spoken, self._line)


class TcpPort:
    """A listening TCP port, as a converter in server mode has; every connection reaches the same sign."""

    def __init__(self, host: str, port: int) -> None:
        """Nothing listens yet."""
        self._host, self._port = host, port
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    async def listen(self, wire: Wire) -> int:
        """Listen and give the port's number (0 asks for any free one). OSError when it is taken."""

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            outlet = _Connection(writer)
            self._writers.add(writer)
            with suppress(OSError):
                while content := await reader.read(READ_BYTES):
                    wire.arrive(content, outlet)
            self._writers.discard(writer)
            writer.close()

        self._server = await asyncio.start_server(talk, self._host, self._port)
        number: int = self._server.sockets[0].getsockname()[1]
        return number

    async def close(self) -> None:
        """Stop listening and hang up."""
        if self._server is not None:
            self._server.close()
        writers = list(self._writers)
        for writer in writers:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for writer in writers), return_exceptions=True)


class _Connection:
    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    def send(self, content: bytes) -> None:
        if not self._writer.is_closing():
            self._writer.write(content)


def now() -> float:
    """The emulator's clock, in seconds."""
    return asyncio.get_running_loop().time()
