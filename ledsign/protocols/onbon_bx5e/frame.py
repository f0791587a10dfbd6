"""The two frames of Onbon's BX-5E and 6E graphics cards.

    A5 x8 | escaped( frame ) | 5A 5A                                    marks and escapes: protocols/onbon_wire.py

    ordinary   dst 2 | src 2 | version 1 = 05 | kind 1 | device 2 | phy 1 | spare 1 | sequence 2 | spare 1 |
               largest frame 1 | encoding 1 | random 1 | secret 6 | body length 2 | body CRC 2 | XOR 1 | body
    dynamic    dst 2 | src 2 | version 1 = F0 | spare 1 | device 2 | spare 4 | body length 4 | body | CRC 2

Integers are little endian. The CRC is CRC-16/ARC, of the body alone or of all before it; XOR is of header bytes 0 to
25. Source: onbon-graphics-card.md and four frames that the maker's own library emitted, checksums recomputed:
captured. What `kind`, `phy`, `largest frame` and `encoding` mean is not known; they stand as that library sends them.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from functools import reduce
from operator import xor

from ledsign.protocols.checksums import crc16_arc
from ledsign.protocols.onbon_wire import END, PREAMBLE, BodyFinder, escaped, unescaped

SCREEN_ONE = 0x0001
EVERYONE = 0xFFFE
COMPUTER = 0x8000
ANY_DEVICE = 0xFFFE
LARGEST_FRAME = 70_000
"""Unescaped bytes a receiver keeps before it gives a frame up."""

ORDINARY, DYNAMIC = 0x05, 0xF0
_VERSION_AT = 4
_ORDINARY = struct.Struct("<HHBBHBxHxBBB6sHHB")
_DYNAMIC = struct.Struct("<HHBxH4xI")
_LARGEST_FRAME_FIELD, _ENCODING_FIELD = 0x90, 0x96
_NO_SECRET = bytes(6)


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame; `is_dynamic` chooses the header, and `sequence` and `random` stand in the ordinary one only."""

    body: bytes
    destination: int = SCREEN_ONE
    source: int = COMPUTER
    device: int = ANY_DEVICE
    is_dynamic: bool = False
    sequence: int = 0
    random: int = field(default=0, compare=False)

    def to_bytes(self) -> bytes:
        """The frame as it goes over the wire."""
        return PREAMBLE + escaped(self.unescaped()) + END * 2

    def unescaped(self) -> bytes:
        """The frame without marks and escapes, as others publish it."""
        if self.is_dynamic:
            head = _DYNAMIC.pack(self.destination, self.source, DYNAMIC, self.device, len(self.body))
            return head + self.body + crc16_arc(head + self.body).to_bytes(2, "little")
        line = (_LARGEST_FRAME_FIELD, _ENCODING_FIELD, self.random, _NO_SECRET, len(self.body), crc16_arc(self.body))
        first = (self.destination, self.source, ORDINARY, 0, self.device, 1, self.sequence)
        head = _ORDINARY.pack(*first, *line, 0)[:-1]
        return head + bytes((reduce(xor, head),)) + self.body

    @classmethod
    def from_unescaped(cls, content: bytes) -> Frame:
        """Read what stands between the marks. ValueError when a length or a checksum does not fit."""
        if len(content) <= _VERSION_AT:
            raise ValueError(f"{len(content)} bytes are too few for a frame")
        return _dynamic(content) if content[_VERSION_AT] == DYNAMIC else _ordinary(content)


class FrameDecoder:
    """Finds frames in a stream however it is cut, whatever noise stands between them."""

    def __init__(self) -> None:
        self._bodies = BodyFinder(LARGEST_FRAME)
        self._damaged = 0

    @property
    def rejected(self) -> int:
        """How many damaged frames came."""
        return self._damaged + self._bodies.given_up

    def feed(self, received: bytes) -> list[Frame]:
        """Give the frames that these bytes complete. Damaged ones are counted in `rejected` and dropped."""
        found: list[Frame] = []
        for body in self._bodies.feed(received):
            try:
                found.append(Frame.from_unescaped(unescaped(body)))
            except ValueError:
                self._damaged += 1
        return found


def _ordinary(content: bytes) -> Frame:
    if len(content) < _ORDINARY.size:
        raise ValueError(f"{len(content)} bytes are too few for a frame")
    destination, source, version, _, device, _, sequence, *line = _ORDINARY.unpack_from(content)
    _, _, random, _, length, crc, check = line
    body = content[_ORDINARY.size :]
    if version != ORDINARY:
        raise ValueError(f"{version:02X} is no version we know")
    if reduce(xor, content[: _ORDINARY.size - 1]) != check or len(body) != length or crc16_arc(body) != crc:
        raise ValueError("a length or checksum does not fit")
    return Frame(body, destination, source, device, sequence=sequence, random=random)


def _dynamic(content: bytes) -> Frame:
    if len(content) < _DYNAMIC.size + 2:
        raise ValueError(f"{len(content)} bytes are too few for a frame")
    destination, source, _, device, length = _DYNAMIC.unpack_from(content)
    body = content[_DYNAMIC.size : -2]
    if len(body) != length or crc16_arc(content[:-2]) != int.from_bytes(content[-2:], "little"):
        raise ValueError("the length or the CRC does not fit")
    return Frame(body, destination, source, device, is_dynamic=True)
