"""Everything this program may ask of a graphics card: a closed set, each with the body of its frame.

    reply wanted 1 | group 1 | command 1 | data length 2 | data

    A2 00 ping            no data
    A2 02 clock           year 2, month, day, hour, minute, second, weekday (1 Monday), BCD
    A2 05 lamps           01 on, 00 off
    A7 00 update area     area length 4 | area
    A7 01 delete area     number 1                                              derived: only its code is known

Source: onbon-graphics-card.md; ping, clock, off and one area were emitted by the maker's own library (captured), the
rest is derived from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ledsign.protocols.onbon_bx5e.area import Area

REPLY_WANTED, NO_REPLY = 0x01, 0x00
_HEAD_BYTES = 5


@dataclass(frozen=True, slots=True)
class Request:
    """What all requests share."""

    CODE: ClassVar[bytes] = b""
    IS_DYNAMIC: ClassVar[bool] = False

    def _data(self) -> bytes:
        return b""

    def to_body(self, *, answered: bool = True) -> bytes:
        """The body of the frame; not `answered` asks the card to say nothing."""
        data = self._data()
        reply = bytes((REPLY_WANTED if answered else NO_REPLY,))
        return reply + self.CODE + len(data).to_bytes(2, "little") + data


@dataclass(frozen=True, slots=True)
class Ping(Request):
    """Are you there?"""

    CODE: ClassVar[bytes] = b"\xa2\x00"


@dataclass(frozen=True, slots=True)
class SetClock(Request):
    """Local time of the office."""

    CODE: ClassVar[bytes] = b"\xa2\x02"
    at: datetime

    def _data(self) -> bytes:
        digits = f"{self.at.year:04d}{self.at:%m%d%H%M%S}{self.at.isoweekday():02d}"
        return bytes((int(digits[2:4], 16), int(digits[:2], 16))) + bytes.fromhex(digits[4:])


@dataclass(frozen=True, slots=True)
class SetPower(Request):
    """Lamps on or off, now."""

    CODE: ClassVar[bytes] = b"\xa2\x05"
    on: bool

    def _data(self) -> bytes:
        return bytes((self.on,))


@dataclass(frozen=True, slots=True)
class UpdateArea(Request):
    """Show pictures in a dynamic area, at once and from RAM."""

    CODE: ClassVar[bytes] = b"\xa7\x00"
    IS_DYNAMIC: ClassVar[bool] = True
    area: Area

    def _data(self) -> bytes:
        content = self.area.to_bytes()
        return len(content).to_bytes(4, "little") + content


@dataclass(frozen=True, slots=True)
class DeleteArea(Request):
    """Take a dynamic area away."""

    CODE: ClassVar[bytes] = b"\xa7\x01"
    IS_DYNAMIC: ClassVar[bool] = True
    number: int

    def _data(self) -> bytes:
        return bytes((self.number,))


def request_of(body: bytes) -> Request:
    """Read the body of a request's frame. ValueError when it is none of ours or its lengths do not fit."""
    if len(body) < _HEAD_BYTES or len(body) != _HEAD_BYTES + int.from_bytes(body[3:5], "little"):
        raise ValueError("the command does not fill its frame")
    data = body[_HEAD_BYTES:]
    try:
        request = _read(body[1:3], data)
    except IndexError as cut:
        raise ValueError("the command is cut short") from cut
    if request.to_body()[3:] != body[3:]:
        raise ValueError("the command does not fill its frame")
    return request


def _read(code: bytes, data: bytes) -> Request:
    match code:
        case Ping.CODE:
            return Ping()
        case SetClock.CODE:
            low, high, month, day, hour, minute, second = map(_bcd, data[:7])
            return SetClock(datetime(high * 100 + low, month, day, hour, minute, second))  # noqa: DTZ001 - hall's time
        case SetPower.CODE:
            return SetPower(data[0] == 1)
        case UpdateArea.CODE:
            return UpdateArea(Area.from_bytes(data[4:]))
        case DeleteArea.CODE:
            return DeleteArea(data[0])
        case _:
            raise ValueError(f"{code.hex().upper()} is no command we know")


def _bcd(byte: int) -> int:
    if byte >> 4 > 9 or byte & 0x0F > 9:  # noqa: PLR2004 - decimal digits
        raise ValueError(f"{byte:02X} is no part of a command's time")
    return (byte >> 4) * 10 + (byte & 0x0F)
