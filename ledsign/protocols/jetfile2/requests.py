"""Everything this program may ask of a JetFile II sign in packets: a closed set.

    0301 connection test                          no argument
    0204 write text     drive 1, buzzer 1, name 12, total 4, packet size 2, packets 2, current 2; data
    0202 write system   name 12, total 4, packet size 2, packets 2, current 2, 2 spare; data
    0209 emergency      seconds 2, sound 1, 1 spare; data
    020A brightness     X 2, Y 2, red 1, green 1, blue 1, width 2, height 2, 1 spare
    010B status?        no argument; answered with eight bytes, see status.py
    0403 off, 0404 on   no argument
    0501 clock?         no argument; answered as 0502 tells it
    0502 clock          year 2 month day hour minute weekday (1 Sunday) zone, BCD
    0601 play the list from its beginning         no argument

Published (JetFileII v2.5.4, pages 41, 55, 61, 62, 78 to 83). That 255 is the brightest is derived: the manual gives no
scale.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ledsign.protocols.jetfile2.packet import Packet

END_OF_FILE = b"\x04"
PACKET_BYTES = 512
BEIJING_ZONE = 20
"""Zones count from UTC-12 = 0."""

BRIGHTEST = 0xFF

_PLACE = struct.Struct("<IHHH")
_BRIGHTNESS = struct.Struct("<HHBBBHHx")


@dataclass(frozen=True, slots=True)
class Request:
    """A request without argument or data."""

    CODE: ClassVar[int] = 0

    def parts(self) -> Iterator[tuple[bytes, bytes]]:
        """Argument and data of each packet, in order."""
        yield b"", b""

    def packets(self, unit: int, serial: int) -> list[Packet]:
        """The packets to one sign, numbered from `serial`."""
        return [
            Packet(self.CODE, (serial + number) & 0xFFFF, argument, data, group=1 if unit else 0, unit=unit)
            for number, (argument, data) in enumerate(self.parts())
        ]


@dataclass(frozen=True, slots=True)
class TestConnection(Request):
    """Are you there?"""

    CODE: ClassVar[int] = 0x0301


@dataclass(frozen=True, slots=True)
class WriteText(Request):
    """Store a text file on a drive (D is flash, E is RAM)."""

    CODE: ClassVar[int] = 0x0204
    name: str
    text: bytes
    drive: str = "D"

    def parts(self) -> Iterator[tuple[bytes, bytes]]:
        """In equal pieces."""
        head = self.drive.encode("ascii") + b"\0" + _name(self.name)
        for place, piece in _pieces(text_file(self.name[0], self.text)):
            yield head + place, piece


@dataclass(frozen=True, slots=True)
class WriteSystem(Request):
    """Store a system file; SEQUENT.SYS is the playlist."""

    CODE: ClassVar[int] = 0x0202
    name: str
    content: bytes

    def parts(self) -> Iterator[tuple[bytes, bytes]]:
        """In equal pieces."""
        for place, piece in _pieces(self.content):
            yield _name(self.name) + place + b"\0\0", piece


@dataclass(frozen=True, slots=True)
class ShowEmergency(Request):
    """Show a text over everything for so many seconds."""

    CODE: ClassVar[int] = 0x0209
    text: bytes
    seconds: int

    def parts(self) -> Iterator[tuple[bytes, bytes]]:
        """In one piece: an emergency message may not be longer than a packet."""
        yield self.seconds.to_bytes(2, "little") + b"\0\0", text_file("0", self.text)


@dataclass(frozen=True, slots=True)
class SetBrightness(Request):
    """How bright the whole panel is, in percent; a sign without the command refuses it."""

    CODE: ClassVar[int] = 0x020A
    width: int
    height: int
    percent: int

    def parts(self) -> Iterator[tuple[bytes, bytes]]:
        """Twelve bytes."""
        level = round(self.percent * BRIGHTEST / 100)
        yield _BRIGHTNESS.pack(0, 0, level, level, level, self.width, self.height), b""


@dataclass(frozen=True, slots=True)
class AskStatus(Request):
    """What are you doing?"""

    CODE: ClassVar[int] = 0x010B


@dataclass(frozen=True, slots=True)
class AskClock(Request):
    """What time is it?"""

    CODE: ClassVar[int] = 0x0501


@dataclass(frozen=True, slots=True)
class PowerOff(Request):
    """Lamps off."""

    CODE: ClassVar[int] = 0x0403


@dataclass(frozen=True, slots=True)
class Restart(Request):
    """Play the list from its beginning; an emergency message ends."""

    CODE: ClassVar[int] = 0x0601


@dataclass(frozen=True, slots=True)
class PowerOn(Request):
    """Lamps on."""

    CODE: ClassVar[int] = 0x0404


@dataclass(frozen=True, slots=True)
class SetClock(Request):
    """The office's local time, to the minute."""

    CODE: ClassVar[int] = 0x0502
    at: datetime

    def parts(self) -> Iterator[tuple[bytes, bytes]]:
        """Eight bytes."""
        digits = f"{self.at.year:04d}{self.at:%m%d%H%M}"
        high, low, month, day, hour, minute = bytes.fromhex(digits)
        weekday = self.at.isoweekday() % 7 + 1
        yield bytes((low, high, month, day, hour, minute, weekday, BEIJING_ZONE)), b""


def text_file(label: str, text: bytes) -> bytes:
    """A text as the sign stores it."""
    return b"\x01Z00\x02A" + label.encode("ascii") + text + END_OF_FILE


def _pieces(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    count = -(-len(content) // PACKET_BYTES)
    for number in range(count):
        place = _PLACE.pack(len(content), PACKET_BYTES, count, number + 1)
        yield place, content[number * PACKET_BYTES : (number + 1) * PACKET_BYTES]


def _name(name: str) -> bytes:
    code = name.encode("ascii")
    if not 1 <= len(code) <= 12:  # noqa: PLR2004
        raise ValueError(f"a file's name has 1 to 12 letters, not {name!r}")
    return code.ljust(12, b"\0")
