"""The frame of Onbon's BX-5K, 5MK and 6K font cards.

    A5 x8 | escaped( header 14 | data | crc 2 ) | 5A

    escape  A5 -> A6 02   A6 -> A6 01   5A -> 5B 02   5B -> 5B 01
    crc     CRC-16/ARC over header and data, unescaped; low byte first
    header  destination 2 | source 2 | reserved 3 | option 1 | check 1 | display 1 | device 1 | version 1 | length 2

Integers are little endian; length counts unescaped data. No raw A5 or 5A stands inside a frame, so a receiver finds its
feet at the next A5. It takes any number of A5 before and of 5A after. Source: the maker's published text
(doc.onbonbx.com, v1.4) and frames whose checksums were recomputed; all of this page is published.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ledsign.protocols.checksums import crc16_arc
from ledsign.protocols.onbon_wire import END, PREAMBLE, BodyFinder, escaped, unescaped

LARGEST_FRAME = 4096
"""Unescaped bytes a receiver keeps before it gives a frame up; the card's own buffer is 1024."""

SCREEN_ONE = 0x0001
EVERYONE_SILENT = 0xFFFF
EVERYONE = 0xFFFE
COMPUTER = 0x8000
ANY_CARD = 0xFE
VERSION = 0x02

_HEADER = struct.Struct("<HH3xBBBBBH")
_SMALLEST = _HEADER.size + 2


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. `display` 1 puts dynamic areas in front of programmes, 0 beside them."""

    data: bytes
    destination: int = SCREEN_ONE
    source: int = COMPUTER
    display: int = 0
    device: int = ANY_CARD

    def to_bytes(self) -> bytes:
        """The frame as it goes over the wire."""
        head = (self.destination, self.source, 0, 0, self.display, self.device, VERSION, len(self.data))
        body = _HEADER.pack(*head) + self.data
        return PREAMBLE + escaped(body + crc16_arc(body).to_bytes(2, "little")) + END

    @classmethod
    def from_body(cls, body: bytes) -> Frame:
        """Read unescaped bytes between preamble and end. ValueError when length or CRC do not fit."""
        if len(body) < _SMALLEST:
            raise ValueError(f"{len(body)} bytes are too few for a frame")
        destination, source, _, _, display, device, _, length = _HEADER.unpack_from(body)
        if len(body) != _SMALLEST + length:
            raise ValueError(f"{length} data bytes announced, {len(body) - _SMALLEST} came")
        if crc16_arc(body[:-2]) != int.from_bytes(body[-2:], "little"):
            raise ValueError("the CRC does not fit")
        return cls(body[_HEADER.size : -2], destination, source, display, device)


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
                found.append(Frame.from_body(unescaped(body)))
            except ValueError:
                self._damaged += 1
        return found
