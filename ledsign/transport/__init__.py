"""Moves bytes between a link and a wire: serial ports, pseudo-terminals and TCP converters, by address."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ledsign.profile import LineSettings
from ledsign.transport.remote import RemoteTransport
from ledsign.transport.serial import SerialTransport
from ledsign.transport.tcp import TcpTransport


class Transport(Protocol):
    """One open or closed way to a wire. All failures are OSError with a reason that staff can act on."""

    async def open(self) -> None:
        """Open it for us alone."""

    async def read(self) -> bytes:
        """Wait for bytes; at least one. OSError when the other end is gone."""

    async def write(self, content: bytes) -> None:
        """Hand bytes over; returns when they are on their way."""

    def close(self) -> None:
        """Let go of it; closing twice does nothing."""


def transport_of(port: str, line: LineSettings, home: Path = Path()) -> Transport:
    """The transport for a port as settings name it.

    `socket://host:port` is a TCP converter, `rfc2217://host:port` one whose speed we set; all else is a device, by a
    path that may be relative to `home`. ValueError when an address names no port.
    """
    if port.startswith("socket://"):
        return TcpTransport.from_url(port)
    if "://" in port:
        return RemoteTransport(port, line)
    return SerialTransport(str(home / port), line)


__all__ = ["RemoteTransport", "SerialTransport", "TcpTransport", "Transport", "transport_of"]
