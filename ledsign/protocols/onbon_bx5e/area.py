"""A dynamic area of pictures: up to four on a BX-5E, 32 on a BX-6E, all in RAM.

    area   number 1 | run mode 1 | timeout 2 s | with all programmes 1 | programmes 2 = 0 | at once 1 | spare 4 |
           type 1 = 10 | X 2 | Y 2 | W 2 | H 2 | frame 1 = 0 | pages 2 | { page length 4 | page }*
    page   type 1 | mode 1 | exit 1 | speed 1 | stay 2 (x 10 ms) | repeat 1 | valid length 2 | spare 4 | bitmap

X, Y, W and H are dots. A bitmap has one bit a dot, rows from the top, the leftmost dot in the highest bit, 0 lit,
each row padded with unlit dots to a whole byte. Source: onbon-graphics-card.md gives the page; the fields of the area
before it are derived from one frame of the maker's library (32x16 dots, one page), so only their places and these
values are certain.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ledsign.bitmap import Bitmap, Colour

LOOP, REMOVE_ON_TIMEOUT = 0, 2
"""Run modes, taken to be those of the font cards (derived)."""

AT_ONCE = 2
"""The page mode of the captured frame."""

LONGEST_STAY_S = 655.35
PICTURES = 0x10

_AREA = struct.Struct("<BBHBHB4xB4HBH")
_PAGE = struct.Struct("<4BHBH4x")
_LENGTH = 4
_INVERTED = bytes(255 - byte for byte in range(256))


@dataclass(frozen=True, slots=True)
class PicturePage:
    """A picture, lit or not dot by dot, and the hundredths of a second it stays."""

    bitmap: Bitmap
    stay: int
    mode: int = AT_ONCE
    speed: int = 10

    def to_bytes(self) -> bytes:
        """The page without its length."""
        head = _PAGE.pack(0, self.mode, 0, self.speed, self.stay, 1, self.bitmap.width)
        return head + self.bitmap.packed().translate(_INVERTED)

    @classmethod
    def from_bytes(cls, content: bytes, width: int, height: int) -> PicturePage:
        """Read a page of an area of this size. ValueError when the dots do not fill it."""
        if len(content) < _PAGE.size:
            raise ValueError(f"{len(content)} bytes are too few for a page")
        _, mode, _, speed, stay, _, _ = _PAGE.unpack_from(content)
        dots = content[_PAGE.size :].translate(_INVERTED)
        return cls(Bitmap.unpacked(width, height, dots, Colour.RED), stay, mode, speed)


@dataclass(frozen=True, slots=True)
class Area:
    """Pictures of one size in a rectangle, in turn. Sizes in dots."""

    pages: tuple[PicturePage, ...]
    width: int
    height: int
    x: int = 0
    y: int = 0
    number: int = 0
    run_mode: int = LOOP
    timeout_s: int = 0

    def to_bytes(self) -> bytes:
        """The area without its length. ValueError when a page has another size."""
        if any((page.bitmap.width, page.bitmap.height) != (self.width, self.height) for page in self.pages):
            raise ValueError(f"every picture of this area must be {self.width}x{self.height}")
        place = (self.x, self.y, self.width, self.height)
        head = (self.number, self.run_mode, self.timeout_s, 1, 0, 1, PICTURES, *place, 0, len(self.pages))
        pages = [page.to_bytes() for page in self.pages]
        return _AREA.pack(*head) + b"".join(len(page).to_bytes(_LENGTH, "little") + page for page in pages)

    @classmethod
    def from_bytes(cls, content: bytes) -> Area:
        """Read an area that fills `content`. ValueError when the lengths do not fit."""
        if len(content) < _AREA.size:
            raise ValueError(f"{len(content)} bytes are too few for an area")
        number, run_mode, timeout_s, _, programmes, _, kind, x, y, width, height, _, count = _AREA.unpack_from(content)
        if kind != PICTURES or programmes:
            raise ValueError("this is no area of pictures beside all programmes")
        pages: list[PicturePage] = []
        place = _AREA.size
        for _ in range(count):
            end = place + _LENGTH + int.from_bytes(content[place : place + _LENGTH], "little")
            pages.append(PicturePage.from_bytes(content[place + _LENGTH : end], width, height))
            place = end
        if place != len(content):
            raise ValueError("the pages do not fill the area")
        return cls(tuple(pages), width, height, x, y, number, run_mode, timeout_s)
