"""A converter that speaks RFC 2217, so that its speed and parity are set from here; pyserial does the talking."""

from __future__ import annotations

import asyncio
import errno

import serial

from ledsign.profile import LineSettings

POLL_S = 0.2


class RemoteTransport:
    """A port by a pyserial address. pyserial blocks, so a thread of asyncio's pool waits for it."""

    def __init__(self, url: str, line: LineSettings) -> None:
        """Nothing is opened yet. ValueError when pyserial knows no such kind of address."""
        self._url, self._line = url, line
        try:
            self._port = serial.serial_for_url(url, do_not_open=True)
        except ValueError as unknown:
            raise ValueError(f"端口写成设备路径、socket://主机:端口 或 rfc2217://主机:端口，不认识 {url}") from unknown
        self._closing: asyncio.Future[None] | None = None

    async def open(self) -> None:
        """Connect and set the line. OSError when that fails."""
        if self._closing is not None:
            await asyncio.wait({self._closing})
        self._port.baudrate = self._line.baud
        self._port.bytesize = self._line.data_bits
        self._port.parity = self._line.parity
        self._port.stopbits = self._line.stop_bits
        self._port.timeout = POLL_S
        try:
            await asyncio.to_thread(self._port.open)
        except (OSError, ValueError) as failed:
            raise OSError(errno.ECONNREFUSED, f"连不上 {self._url}，请核对地址，检查网络与转换器") from failed

    async def read(self) -> bytes:
        """Wait for bytes. OSError when the converter hung up."""
        while True:
            received = await asyncio.to_thread(self._read_some)
            if received:
                return received

    async def write(self, content: bytes) -> None:
        """Hand bytes to the converter."""
        await asyncio.to_thread(self._port.write, content)

    def close(self) -> None:
        """Hang up; pyserial takes a third of a second for it, in which no other sign may have to wait."""
        if self._port.is_open:
            self._closing = asyncio.get_running_loop().run_in_executor(None, self._port.close)

    def _read_some(self) -> bytes:
        first: bytes = self._port.read(1)
        return first + (self._port.read(self._port.in_waiting) if first else b"")
