"""Everything this program may ask of a card: a closed set, each with the bytes of its frame's data.

    group 1 | command 1 | reply 1 (01 wanted, 02 not) | spare 2 | payload

The spare bytes are zero here; the maker's examples for group A3 have the payload's length in them. Source:
onbon-font-card.md; published, except where a class says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import ClassVar

from ledsign.protocols.onbon_bx5k.area import Area

REPLY_WANTED, NO_REPLY = 0x01, 0x02
REMOVE_NONE, REMOVE_ALL = 0x00, 0xFF
HALF_HOURS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What all requests share: their two-byte code and the spare bytes after it."""

    CODE: ClassVar[bytes] = b""
    spare: int = field(default=0, repr=False)

    def _payload(self) -> bytes:
        return b""

    def to_data(self, *, answered: bool = True) -> bytes:
        """The data of the frame; not `answered` asks the card to say nothing."""
        reply = bytes((REPLY_WANTED if answered else NO_REPLY,))
        return self.CODE + reply + self.spare.to_bytes(2, "little") + self._payload()


@dataclass(frozen=True, slots=True)
class Ping(Request):
    """Are you there?"""

    CODE: ClassVar[bytes] = b"\xa2\x00"


@dataclass(frozen=True, slots=True)
class AskStatus(Request):
    """How are you? The reply's layout is not known: two sources disagree."""

    CODE: ClassVar[bytes] = b"\xa1\x02"


@dataclass(frozen=True, slots=True)
class ClearScreen(Request):
    """Take everything off the panel."""

    CODE: ClassVar[bytes] = b"\xa3\x10"


@dataclass(frozen=True, slots=True)
class Reset(Request):
    """Erases everything but the firmware. Nothing in this program sends it unasked."""

    CODE: ClassVar[bytes] = b"\xa2\x01"


@dataclass(frozen=True, slots=True)
class Format(Request):
    """Make the card's file system anew: all programmes are lost. Nothing in this program sends it unasked."""

    CODE: ClassVar[bytes] = b"\xa1\x00"


@dataclass(frozen=True, slots=True)
class SetScreenId(Request):
    """Give the screen another address; the layout is derived from its name (two bytes as in the header)."""

    CODE: ClassVar[bytes] = b"\xa2\x06"
    address: int

    def _payload(self) -> bytes:
        return self.address.to_bytes(2, "little")


@dataclass(frozen=True, slots=True)
class AskScreenId(Request):
    """Which address do you have?"""

    CODE: ClassVar[bytes] = b"\xa2\x07"


@dataclass(frozen=True, slots=True)
class DeleteFiles(Request):
    """Forget programme files at once; no names means all of them."""

    CODE: ClassVar[bytes] = b"\xa1\x01"
    names: tuple[str, ...] = ()

    def _payload(self) -> bytes:
        return len(self.names).to_bytes(2, "little") + b"".join(map(_name, self.names))


@dataclass(frozen=True, slots=True)
class BeginWrite(Request):
    """A file of `length` bytes follows in blocks."""

    CODE: ClassVar[bytes] = b"\xa1\x05"
    name: str
    length: int
    overwrite: bool = True

    def _payload(self) -> bytes:
        return bytes((self.overwrite,)) + _name(self.name) + self.length.to_bytes(4, "little")


@dataclass(frozen=True, slots=True)
class WriteBlock(Request):
    """A piece of the file begun before: block number, and the byte of the file it starts at."""

    CODE: ClassVar[bytes] = b"\xa1\x06"
    name: str
    content: bytes
    block: int = 0
    address: int = 0
    last: bool = True

    def _payload(self) -> bytes:
        sizes = self.block.to_bytes(2, "little") + len(self.content).to_bytes(2, "little")
        return _name(self.name) + bytes((self.last,)) + sizes + self.address.to_bytes(4, "little") + self.content


@dataclass(frozen=True, slots=True)
class SetClock(Request):
    """Local time of the office."""

    CODE: ClassVar[bytes] = b"\xa2\x03"
    at: datetime

    def _payload(self) -> bytes:
        digits = f"{self.at.year:04d}{self.at:%m%d%H%M%S}{self.at.isoweekday():02d}"
        return bytes((int(digits[2:4], 16), int(digits[:2], 16))) + bytes.fromhex(digits[4:])


@dataclass(frozen=True, slots=True)
class SetPower(Request):
    """Lamps on or off, now."""

    CODE: ClassVar[bytes] = b"\xa3\x00"
    on: bool

    def _payload(self) -> bytes:
        return bytes((0x01 if self.on else 0x02,))


@dataclass(frozen=True, slots=True)
class SetTimers(Request):
    """Every day on at the first and off at the second time of each pair."""

    CODE: ClassVar[bytes] = b"\xa3\x01"
    periods: tuple[tuple[time, time], ...]

    def _payload(self) -> bytes:
        moments = [moment for period in self.periods for moment in period]
        return bytes((len(self.periods),)) + b"".join(bytes.fromhex(f"{moment:%H%M}") for moment in moments)


@dataclass(frozen=True, slots=True)
class CancelTimers(Request):
    """No more switching on and off by itself."""

    CODE: ClassVar[bytes] = b"\xa3\x08"


@dataclass(frozen=True, slots=True)
class SetBrightness(Request):
    """Brightness 0 to 15: one level for always, or 48, one for each half hour from midnight."""

    CODE: ClassVar[bytes] = b"\xa3\x02"
    levels: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.levels) not in (1, HALF_HOURS) or not all(0 <= level <= 15 for level in self.levels):  # noqa: PLR2004
            raise ValueError("brightness is one level of 0 to 15, or 48, one for each half hour")

    def _payload(self) -> bytes:
        timetable = self.levels * (HALF_HOURS // len(self.levels))
        return bytes((0x01 if len(self.levels) == 1 else 0x02, self.levels[0], *timetable))


@dataclass(frozen=True, slots=True)
class LockProgramme(Request):
    """Play nothing but this programme until it is unlocked; `keep` outlives a power cut."""

    CODE: ClassVar[bytes] = b"\xa3\x04"
    name: str
    locked: bool = True
    keep: bool = False

    def _payload(self) -> bytes:
        return bytes((self.keep, self.locked)) + _name(self.name)


@dataclass(frozen=True, slots=True)
class UpdateAreas(Request):
    """Show texts at once from RAM; the areas in `remove` go first, by default none."""

    CODE: ClassVar[bytes] = b"\xa3\x06"
    areas: tuple[Area, ...] = ()
    remove: tuple[int, ...] = ()
    remove_all: bool = False

    def _payload(self) -> bytes:
        removed = bytes((REMOVE_ALL,)) if self.remove_all else bytes((len(self.remove), *self.remove))
        blocks = [area.to_bytes() for area in self.areas]
        added = b"".join(len(block).to_bytes(2, "little") + block for block in blocks)
        return removed + bytes((len(blocks),)) + added


@dataclass(frozen=True, slots=True)
class SetMac(Request):
    """Give a card its network address; captured by a program's author, sent to everyone."""

    CODE: ClassVar[bytes] = b"\xa4\x06"
    mac: bytes

    def _payload(self) -> bytes:
        return self.mac


def _name(name: str) -> bytes:
    code = name.encode("ascii")
    if len(code) != 4:  # noqa: PLR2004
        raise ValueError(f"a file's name has four letters, as in P000, not {name!r}")
    return code
