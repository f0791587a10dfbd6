"""The files of an Alpha sign: texts, strings and pictures. A closed set; special functions are in special.py.

    A label 1B position mode text         write a text file; label "0" is the priority file, over everything
    B label                               read a text file back
    G label text · H label                write a string file · read it back
    I label hh ww rows · J label          a small dots picture: a digit a dot, CR after each row; runs as 11 hh c
    M name9 hhhh wwww rows · N name9      a large dots picture, the same in four digits (derived)
    in texts: 14 label                    a small picture
              1F L name9 0000             a large picture (derived)

Source: 9708-8061 rev F, as alpha.md sums it up; published. How large pictures are named, sized and called is what two
programs show: derived.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ledsign.bitmap import Bitmap, Colour
from ledsign.protocols.alpha.special import LARGE_NAME, Special

PRIORITY = "0"
PRIORITY_BYTES = 125
LARGEST_PICTURE = (255, 31)
"""Columns and rows of a small dots picture."""


class Position(StrEnum):
    """Which rows of the panel a text uses."""

    MIDDLE = "\x20"
    TOP = "\x22"
    BOTTOM = "\x26"
    FILL = "\x30"


class Mode(StrEnum):
    """How a text arrives."""

    ROTATE = "a"
    HOLD = "b"
    FLASH = "c"
    ROLL_UP = "e"
    ROLL_DOWN = "f"
    ROLL_LEFT = "g"
    ROLL_RIGHT = "h"


_DIGITS = {Colour.OFF: "0", Colour.RED: "1", Colour.GREEN: "2", Colour.AMBER: "3"}


@dataclass(frozen=True, slots=True)
class WriteText:
    """A text file: pages of pictures called by their labels, each with a mode."""

    label: str
    text: bytes
    mode: Mode = Mode.HOLD
    position: Position = Position.FILL

    def to_command(self) -> bytes:
        """The bytes after 02."""
        look = b"\x1b" + (self.position + self.mode).encode("ascii") if self.text else b""
        return b"A" + self.label.encode("ascii") + look + self.text


@dataclass(frozen=True, slots=True)
class ReadText:
    """Ask for a text file as the sign has it."""

    label: str

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"B" + self.label.encode("ascii")


@dataclass(frozen=True, slots=True)
class WriteString:
    """A string file, which texts call with 10 and its label; it changes without blinking."""

    label: str
    text: bytes

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"G" + self.label.encode("ascii") + self.text


@dataclass(frozen=True, slots=True)
class ReadString:
    """Ask for a string file as the sign has it."""

    label: str

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"H" + self.label.encode("ascii")


@dataclass(frozen=True, slots=True)
class WritePicture:
    """A dots picture: small under a one-letter label, or large. ValueError when a small one would be too large."""

    label: str
    bitmap: Bitmap
    is_large: bool = False

    def __post_init__(self) -> None:
        too_large = self.bitmap.width > LARGEST_PICTURE[0] or self.bitmap.height > LARGEST_PICTURE[1]
        if too_large and not self.is_large:
            size = f"{self.bitmap.width}x{self.bitmap.height}"
            raise ValueError(f"a picture of {size} is more than 255 columns or 31 rows")

    def head(self) -> bytes:
        """The bytes after 02 up to the width; the line rests 0.1 s after them."""
        rows, columns = self.bitmap.height, self.bitmap.width
        if self.is_large:
            return f"M{self.label:<{LARGE_NAME}}{rows:04X}{columns:04X}".encode("ascii")
        return f"I{self.label}{rows:02X}{columns:02X}".encode("ascii")

    def rows(self) -> bytes:
        """The dots, runs of four and more shortened."""
        return b"".join(_shortened(row) + b"\r" for row in self.bitmap.rows())

    def plain(self) -> bytes:
        """The bytes after 02 with every dot written out, as a sign is taken to give them back (derived)."""
        return self.head() + b"".join(_digits(row).encode("ascii") + b"\r" for row in self.bitmap.rows())

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return self.head() + self.rows()


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """Ask for a picture as the sign has it."""

    label: str
    is_large: bool = False

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return f"N{self.label:<{LARGE_NAME}}".encode("ascii") if self.is_large else b"J" + self.label.encode("ascii")


Command = WriteText | ReadText | WriteString | ReadString | WritePicture | ReadPicture | Special


def called(label: str, *, is_large: bool = False) -> bytes:
    """The bytes of a text that show a picture."""
    return f"\x1fL{label:<{LARGE_NAME}}0000".encode("ascii") if is_large else b"\x14" + label.encode("ascii")


def _shortened(row: bytes) -> bytes:
    return _RUN.sub(lambda run: f"\x11{len(run[0]):02X}{run[1]}", _digits(row)).encode("ascii")


def _digits(row: bytes) -> str:
    return "".join(_DIGITS.get(Colour(dot), "3") for dot in row)


_RUN = re.compile(r"(.)\1{3,254}")
