"""A grid of lamps, each dark or lit in a colour: what a sign shows and what everything here draws on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_SIDE_DOTS = 65535
"""Every protocol here counts dots in at most sixteen bits."""


class Colour(IntEnum):
    """What one lamp shows: red, green and blue are bits 0, 1 and 2, so mixtures are sums."""

    OFF = 0
    RED = 1
    GREEN = 2
    AMBER = 3
    BLUE = 4
    MAGENTA = 5
    CYAN = 6
    WHITE = 7


class Colours(StrEnum):
    """Which lamps a panel is built from."""

    RED = "red"
    GREEN = "green"
    AMBER = "amber"
    WHITE = "white"
    RED_GREEN = "red-green"
    FULL = "full"

    @property
    def lamps(self) -> frozenset[Colour]:
        """The colours a lit dot of such a panel can have."""
        return _LAMPS[self]

    @property
    def usual(self) -> Colour:
        """The colour text has when nothing else is asked for."""
        return _USUAL[self]

    def nearest(self, wanted: Colour) -> Colour:
        """The colour this panel shows when `wanted` is asked for; a lit dot never turns dark."""
        if wanted is Colour.OFF or wanted in self.lamps:
            return wanted
        return self.usual


_LAMPS: dict[Colours, frozenset[Colour]] = {
    Colours.RED: frozenset({Colour.RED}),
    Colours.GREEN: frozenset({Colour.GREEN}),
    Colours.AMBER: frozenset({Colour.AMBER}),
    Colours.WHITE: frozenset({Colour.WHITE}),
    Colours.RED_GREEN: frozenset({Colour.RED, Colour.GREEN, Colour.AMBER}),
    Colours.FULL: frozenset(Colour) - {Colour.OFF},
}
_USUAL: dict[Colours, Colour] = {
    Colours.RED: Colour.RED,
    Colours.GREEN: Colour.GREEN,
    Colours.AMBER: Colour.AMBER,
    Colours.WHITE: Colour.WHITE,
    Colours.RED_GREEN: Colour.RED,
    Colours.FULL: Colour.RED,
}


@dataclass(frozen=True, slots=True)
class Panel:
    """The dot area of a sign: its size in dots and the lamps it is built from."""

    width_dots: int
    height_dots: int
    colours: Colours = Colours.RED

    def __post_init__(self) -> None:
        for side in (self.width_dots, self.height_dots):
            if not 1 <= side <= LARGEST_SIDE_DOTS:
                msg = f"屏的边长是 1 到 {LARGEST_SIDE_DOTS} 点，而不是 {side}"
                raise ValueError(msg)

    @classmethod
    def parse(cls, text: str, colours: Colours = Colours.RED) -> Self:
        """Read "256x16" (width, then height). ValueError when it is anything else."""
        found = re.fullmatch(r"([0-9]{1,5})[xX]([0-9]{1,5})", text.strip())
        if found is None:
            msg = f"屏的尺寸应当写成 宽x高（点），例如 256x16，而不是 {text!r}"
            raise ValueError(msg)
        return cls(int(found[1]), int(found[2]), colours)

    def __str__(self) -> str:
        return f"{self.width_dots}x{self.height_dots}"


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture in lamps: `dots` holds one byte a dot, a `Colour`, row after row from the top left."""

    width: int
    height: int
    dots: bytes

    def __post_init__(self) -> None:
        if self.width < 0 or self.height < 0 or len(self.dots) != self.width * self.height:
            msg = f"{len(self.dots)} dots do not fill {self.width}x{self.height}"
            raise ValueError(msg)

    @classmethod
    def blank(cls, width: int, height: int) -> Self:
        """All lamps dark."""
        return cls(width, height, bytes(width * height))

    @classmethod
    def from_drawing(cls, drawing: str, colour: Colour = Colour.RED) -> Self:
        """Read rows of text: "." or a space is dark, "#" is `colour`, a digit 0 to 7 that very `Colour`.

        Blank lines before and after are left out; short rows are filled with dark dots.
        """
        rows = [line.strip() for line in drawing.strip().splitlines()]
        width = max((len(row) for row in rows), default=0)
        signs = {".": 0, "#": int(colour)} | {str(int(c)): int(c) for c in Colour}
        try:
            dots = bytes(signs[sign] for row in rows for sign in row.ljust(width, "."))
        except KeyError as unknown:
            msg = f"a drawing has no dot {unknown}"
            raise ValueError(msg) from unknown
        return cls(width, len(rows), dots)

    @classmethod
    def unpacked(cls, width: int, height: int, packed: bytes, colour: Colour = Colour.RED) -> Self:
        """From one bit a dot, the leftmost in the highest bit, each row padded to a whole byte."""
        stride = (width + 7) // 8
        if len(packed) != stride * height:
            msg = f"{len(packed)} bytes are not {height} rows of {stride}"
            raise ValueError(msg)
        rows = (packed[top : top + stride] for top in range(0, len(packed), stride or 1))
        table = _unpacked(colour)
        return cls(width, height, b"".join(b"".join(table[b] for b in row)[:width] for row in rows))

    def packed(self) -> bytes:
        """One bit a dot, lit or not, the leftmost in the highest bit, each row padded to a whole byte."""
        return b"".join(_pack(row) for row in self.rows())

    def rows(self) -> Iterable[bytes]:
        """The rows from the top, one byte a dot."""
        return (self.dots[i * self.width : (i + 1) * self.width] for i in range(self.height))

    def colour_at(self, x: int, y: int) -> Colour:
        """The lamp `x` from the left and `y` from the top. IndexError outside."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            msg = f"no dot {x},{y} in {self.width}x{self.height}"
            raise IndexError(msg)
        return Colour(self.dots[y * self.width + x])

    def lit(self) -> int:
        """How many lamps are lit."""
        return len(self.dots) - self.dots.count(0)

    def drawn(self) -> str:
        """The dots as text, for people and tests: "." dark, "#" lit."""
        return "\n".join("".join("#" if dot else "." for dot in row) for row in self.rows())

    def tinted(self, colour: Colour) -> Bitmap:
        """Every lit lamp in `colour`."""
        return Bitmap(self.width, self.height, self.dots.translate(_TINT[colour]))

    def on_lamps(self, colours: Colours) -> Bitmap:
        """What a panel of such lamps makes of this picture."""
        table = bytes(colours.nearest(Colour(dot & 7)) for dot in range(256))
        return Bitmap(self.width, self.height, self.dots.translate(table))

    def cropped(self, x: int, y: int, width: int, height: int) -> Bitmap:
        """The window whose top left is `x`, `y`; what lies outside this picture is dark."""
        window = Bitmap.blank(width, height)
        return window.with_pasted(self, -x, -y)

    def with_pasted(self, other: Bitmap, x: int, y: int) -> Bitmap:
        """A copy with `other` laid over it, its top left at `x`, `y`; what does not fit is cut off."""
        left, right = max(x, 0), min(x + other.width, self.width)
        if right <= left:
            return self
        dots = bytearray(self.dots)
        for row in range(max(y, 0), min(y + other.height, self.height)):
            start = (row - y) * other.width - x
            dots[row * self.width + left : row * self.width + right] = other.dots[start + left : start + right]
        return Bitmap(self.width, self.height, bytes(dots))

    def doubled(self) -> Bitmap:
        """Twice as wide and high, each dot four."""
        wide = (b"".join(bytes((dot, dot)) for dot in row) for row in self.rows())
        return Bitmap(self.width * 2, self.height * 2, b"".join(row + row for row in wide))


def beside(bitmaps: Iterable[Bitmap], height: int) -> Bitmap:
    """Pictures of one `height` set side by side, left to right. ValueError when a height differs."""
    row_of = tuple(bitmaps)
    if any(b.height != height for b in row_of):
        msg = f"pictures set side by side must all be {height} dots high"
        raise ValueError(msg)
    lines = (b"".join(b.dots[i * b.width : (i + 1) * b.width] for b in row_of) for i in range(height))
    return Bitmap(sum(b.width for b in row_of), height, b"".join(lines))


def above(bitmaps: Iterable[Bitmap], width: int) -> Bitmap:
    """Pictures of one `width` set under each other, top to bottom. ValueError when a width differs."""
    column = tuple(bitmaps)
    if any(b.width != width for b in column):
        msg = f"pictures set under each other must all be {width} dots wide"
        raise ValueError(msg)
    return Bitmap(width, sum(b.height for b in column), b"".join(b.dots for b in column))


def _pack(row: bytes) -> bytes:
    width = (len(row) + 7) // 8
    bits = row.translate(_AS_BITS).ljust(width * 8, b"0")
    return int(bits, 2).to_bytes(width, "big") if width else b""


_AS_BITS = bytes([ord("0")]) + bytes([ord("1")]) * 255
_TINT = {colour: bytes([0]) + bytes([colour]) * 255 for colour in Colour}


@cache
def _unpacked(colour: Colour) -> list[bytes]:
    """Eight dots for each byte of one bit a dot. Made when first asked for: 2048 rows take 5 ms of a kiosk's start."""
    return [bytes(colour if byte >> (7 - bit) & 1 else 0 for bit in range(8)) for byte in range(256)]
