"""SEQUENT.SYS, the playlist: which files play in turn, and on which days.

    "SQ" 04 00 | entries 2 | spare 2 | entries x 36:
    drive 1 | type 1 | label 1 = 0F (long name) | week 1 | begin 8 | end 8 | sum 2 | size 2 | name 12

begin and end: year 2 month day hour minute in BCD, low byte first, then 1 to ignore the date and 1 to
ignore the time. Week bits 0 to 6 are Sunday to Saturday, bit 7 is always. Source: jetfile2.md; published.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import date

from ledsign.protocols.checksums import sum16

NAME = "SEQUENT.SYS"
LONG_NAME = 0x0F
ALWAYS = 0x80
_HEAD = struct.Struct("<4sHH")
_ENTRY = struct.Struct("<ccBB8s8sHH12s")
_ANY_DAY = bytes(6) + b"\1\1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One text file of the list; it plays from the first to the last day, None is always.

    `weekdays`, 1 Monday to 7 Sunday, are the only days of the week it plays; none is every day.
    """

    name: str
    file: bytes
    first: date | None = None
    last: date | None = None
    drive: str = "D"
    weekdays: tuple[int, ...] = ()

    def to_bytes(self) -> bytes:
        """Its 36 bytes."""
        begin, end = _day(self.first, b"\0\0"), _day(self.last, b"\x23\x59")
        name = self.name.encode("ascii").ljust(12, b"\0")
        week = sum(1 << day % 7 for day in self.weekdays) or ALWAYS
        head = (self.drive.encode("ascii"), b"T", LONG_NAME, week, begin, end)
        return _ENTRY.pack(*head, sum16(self.file), len(self.file) & 0xFFFF, name)


def playlist(entries: tuple[Entry, ...]) -> bytes:
    """The file."""
    return _HEAD.pack(b"SQ\4\0", len(entries), 0) + b"".join(entry.to_bytes() for entry in entries)


def _day(day: date | None, moment: bytes) -> bytes:
    if day is None:
        return _ANY_DAY
    high, low, month, number = bytes.fromhex(f"{day.year:04d}{day.month:02d}{day.day:02d}")
    return bytes((low, high, month, number)) + moment + b"\0\1"
