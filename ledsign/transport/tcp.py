"""A serial-to-Ethernet converter in its plainest mode: a TCP connection whose bytes are the wire's."""

from __future__ import annotations

import asyncio
import errno
from urllib.parse import urlsplit

READ_BYTES = 4096
CONNECT_S = 3.0


class TcpTransport:
    """Host and port of a converter, or of a sign with a network socket."""

    def __init__(self, host: str, port: int) -> None:
        """Nothing is opened yet."""
        self._host, self._port = host, port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    @classmethod
    def from_url(cls, url: str) -> TcpTransport:
        """Read `socket://host:port`. ValueError when the host or the port is missing."""
        try:
            host, port = urlsplit(url).hostname, urlsplit(url).port
        except ValueError:
            host = port = None
        if not host or port is None:
            raise ValueError(f"转换器的地址应当写成 socket://192.168.1.20:4001，而不是 {url}")
        return cls(host, port)

    async def open(self) -> None:
        """Connect. OSError when nobody answers within three seconds."""
        try:
            async with asyncio.timeout(CONNECT_S):
                self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        except (OSError, TimeoutError) as failed:
            raise OSError(errno.ECONNREFUSED, f"连不上 {self._host}:{self._port}，请检查网络与转换器") from failed

    async def read(self) -> bytes:
        """Wait for bytes. OSError when the converter hung up."""
        if self._reader is None:
            raise OSError(errno.ENOTCONN, f"{self._host}:{self._port} 没有连接")
        received = await self._reader.read(READ_BYTES)
        if not received:
            raise OSError(errno.ECONNRESET, f"{self._host}:{self._port} 断开了连接")
        return received

    async def write(self, content: bytes) -> None:
        """Hand bytes to the connection."""
        if self._writer is None:
            raise OSError(errno.ENOTCONN, f"{self._host}:{self._port} 没有连接")
        self._writer.write(content)
        await self._writer.drain()

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None
