"""A programme file, which the card keeps in flash and plays in turn with the others.

    type 1 = 0 | name 4 | length 4 | priority 1 | display 2 | play times 1 | life 8 | week 1 | timed 1 |
    periods 1 { on h m s, off h m s }* | areas 1 { length 4 | area }* | crc 2

Life is start and end, each year 2 month 1 day 1 in BCD, low byte first; FFFF as the start year means for ever. Week
bit 0 is every day, bits 1 to 7 are Monday to Sunday. The CRC is CRC-16/ARC over everything before it. Source:
onbon-font-card.md; a published file of 73 bytes checks.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import date, time

from ledsign.protocols.checksums import crc16_arc
from ledsign.protocols.onbon_bx5k.area import Area

FOR_EVER = bytes.fromhex("FFFF012414200124")
"""The life field of the published example: no start year, so the rest does not count."""

EVERY_DAY = 0xFF
_PERIOD_BYTES = 6
_HEAD = struct.Struct("<B4sIBHB8sBBB")


@dataclass(frozen=True, slots=True)
class Life:
    """First and last day a programme plays."""

    first: date
    last: date

    def to_bytes(self) -> bytes:
        """The eight bytes of the file."""
        return _day(self.first) + _day(self.last)


def on_days(*weekdays: int) -> int:
    """The week field of a programme that plays on these days only, 1 Monday to 7 Sunday."""
    if not weekdays or not all(1 <= day <= 7 for day in weekdays):  # noqa: PLR2004 - days of a week
        raise ValueError("weekdays are 1 (Monday) to 7 (Sunday), at least one")
    return sum(1 << day for day in set(weekdays))


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme: its areas, and from when until when it plays (None is for ever).

    `periods` are the times of day it plays, each from the first moment to the second; none is all day.
    """

    name: str
    areas: tuple[Area, ...]
    life: Life | None = None
    priority: int = 0
    display_s: int = 0
    play_times: int = 1
    week: int = EVERY_DAY
    periods: tuple[tuple[time, time], ...] = ()

    def to_bytes(self) -> bytes:
        """The file with its CRC."""
        areas = [area.to_bytes() for area in self.areas]
        periods = b"".join(bytes.fromhex(f"{on:%H%M%S}{off:%H%M%S}") for on, off in self.periods)
        length = _HEAD.size + len(periods) + 1 + sum(4 + len(area) for area in areas) + 2
        life = self.life.to_bytes() if self.life else FOR_EVER
        name = self.name.encode("ascii")
        head = (0, name, length, self.priority, self.display_s, self.play_times, life, self.week)
        body = _HEAD.pack(*head, bool(periods), len(self.periods)) + periods + bytes((len(areas),))
        body += b"".join(len(area).to_bytes(4, "little") + area for area in areas)
        return body + crc16_arc(body).to_bytes(2, "little")

    @classmethod
    def from_bytes(cls, file: bytes) -> Programme:
        """Read a whole file. ValueError when it is not one, or is cut or damaged."""
        if len(file) < _HEAD.size + 3 or crc16_arc(file[:-2]) != int.from_bytes(file[-2:], "little"):
            raise ValueError("this is not a whole programme file")
        kind, name, length, priority, display_s, times, life, week, _, count = _HEAD.unpack_from(file)
        if kind != 0 or length != len(file):
            raise ValueError("this is not a programme file of ours")
        rest = file[_HEAD.size : -2]
        periods = tuple(_period(rest[i * _PERIOD_BYTES : (i + 1) * _PERIOD_BYTES]) for i in range(count))
        areas = _areas(rest[count * _PERIOD_BYTES :])
        return cls(name.decode("ascii"), areas, _life(life), priority, display_s, times, week, periods)


def _areas(content: bytes) -> tuple[Area, ...]:
    areas: list[Area] = []
    place = 1
    for _ in range(content[0]):
        end = place + 4 + int.from_bytes(content[place : place + 4], "little")
        areas.append(Area.from_bytes(content[place + 4 : end]))
        place = end
    if place != len(content):
        raise ValueError("the areas do not fill the programme file")
    return tuple(areas)


def _period(field: bytes) -> tuple[time, time]:
    hour, minute, second, to_hour, to_minute, to_second = (int(f"{byte:02x}") for byte in field)
    return time(hour, minute, second), time(to_hour, to_minute, to_second)


def _life(field: bytes) -> Life | None:
    if field[:2] == b"\xff\xff":
        return None
    return Life(_date(field[:4]), _date(field[4:]))


def _day(day: date) -> bytes:
    digits = f"{day.year:04d}{day.month:02d}{day.day:02d}"
    high, low, month, number = bytes.fromhex(digits)
    return bytes((low, high, month, number))


def _date(field: bytes) -> date:
    low, high, month, day = (f"{byte:02x}" for byte in field)
    return date(int(high + low), int(month), int(day))
