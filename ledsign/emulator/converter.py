"""A converter that speaks RFC 2217 in front of an emulated sign: it minds the driver's speed and parity."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import serial
from serial.rfc2217 import PortManager

from ledsign.emulator.bits import heard_as
from ledsign.emulator.wire import Wire
from ledsign.profile import LineSettings

READ_BYTES = 4096


class Converter:
    """A listening port; pyserial's own server side does the negotiating."""

    def __init__(self, host: str, port: int, line: LineSettings) -> None:
        """Nothing listens yet. `line` is what the sign is set to."""
        self._host, self._port, self._line = host, port, line
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    async def listen(self, wire: Wire) -> int:
        """Listen and give the port's number (0 asks for any free one). OSError when it is taken."""

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._writers.add(writer)
            client = _Client(writer, self._line)
            with suppress(OSError):
                while content := await reader.read(READ_BYTES):
                    heard = client.take(content)
                    if heard:
                        wire.arrive(heard, client)
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


class _Client:
    """One connection: what the driver asked the line to be is kept in a port that is not there."""

    def __init__(self, writer: asyncio.StreamWriter, line: LineSettings) -> None:
        self._writer, self._line = writer, line
        self._asked = serial.serial_for_url("loop://", line.baud)
        # The published types name pyserial's client; the class takes any port, and anything with `write`.
        self._telnet = PortManager(self._asked, writer)  # type: ignore[arg-type]  # see above

    def take(self, content: bytes) -> bytes:
        """The driver's bytes as the sign hears them."""
        return heard_as(b"".join(self._telnet.filter(content)), self._spoken(), self._line)

    def send(self, content: bytes) -> None:
        """Answer the driver, as it hears it with its settings."""
        if not self._writer.is_closing():
            heard = heard_as(content, self._line, self._spoken())
            self._writer.write(b"".join(self._telnet.escape(heard)))

    def _spoken(self) -> LineSettings:
        asked = self._asked
        return LineSettings(asked.baudrate, int(asked.bytesize), str(asked.parity), int(asked.stopbits))
