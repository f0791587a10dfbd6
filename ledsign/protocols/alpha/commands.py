"""Everything this program tells an Alpha sign: a closed set of commands.

    A label 1B position mode text         write a text file; label "0" is the priority file, over everything
    B label                               read a text file back
    E $ { label type lock size4 qqqq }*   memory: which files there are
    E . S U labels                        run sequence
    E ' ' HHMM · E & day · E ; MMDDYY     time, weekday (1 Sunday), date
    E s 1                                 answer with ACK and NAK (Alpha 2.0 and 3.0 signs only)
    I label hh ww rows                    a small dots picture: a digit a dot, CR after each row; runs as 11 hh c

Source: 9708-8061 rev F, as alpha.md sums it up; published. Two memory configurations of another program check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ledsign.bitmap import Bitmap, Colour

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
class MemoryFile:
    """One file of the memory configuration; `size` is bytes, or rows and columns of a picture as hexadecimal."""

    label: str
    kind: str
    size: str
    rest: str
    locked: str = "L"

    @classmethod
    def text(cls, label: str, size: int) -> MemoryFile:
        """A text file that runs always; unlocked, as another program's checked frame has it."""
        return cls(label, "A", f"{size:04X}", "FF00", "U")

    @classmethod
    def string(cls, label: str, size: int) -> MemoryFile:
        """A string file."""
        return cls(label, "B", f"{size:04X}", "0000")

    @classmethod
    def picture(cls, label: str, height: int, width: int, colours: int = 4) -> MemoryFile:
        """A dots picture of one (1000), three (2000) or eight colours (4000)."""
        return cls(label, "D", f"{height:02X}{width:02X}", f"{colours}000")


@dataclass(frozen=True, slots=True)
class ConfigureMemory:
    """Erase everything and make room for these files."""

    files: tuple[MemoryFile, ...]

    def to_command(self) -> bytes:
        """The bytes after 02."""
        parts = (f.label + f.kind + f.locked + f.size + f.rest for f in self.files)
        return b"E$" + "".join(parts).encode("ascii")


@dataclass(frozen=True, slots=True)
class RunSequence:
    """Show these text files in turn."""

    labels: str

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"E.SU" + self.labels.encode("ascii")


@dataclass(frozen=True, slots=True)
class SetTime:
    """Hour and minute of the office."""

    at: datetime

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return f"E {self.at:%H%M}".encode("ascii")


@dataclass(frozen=True, slots=True)
class SetDate:
    """Day of the office."""

    at: datetime

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return f"E;{self.at:%m%d%y}".encode("ascii")


@dataclass(frozen=True, slots=True)
class WritePicture:
    """A small dots picture. ValueError when it is larger than such a picture may be."""

    label: str
    bitmap: Bitmap

    def __post_init__(self) -> None:
        if self.bitmap.width > LARGEST_PICTURE[0] or self.bitmap.height > LARGEST_PICTURE[1]:
            size = f"{self.bitmap.width}x{self.bitmap.height}"
            raise ValueError(f"a picture of {size} is more than 255 columns or 31 rows")

    def head(self) -> bytes:
        """The bytes after 02 up to the width; the line rests 0.1 s after them."""
        return f"I{self.label}{self.bitmap.height:02X}{self.bitmap.width:02X}".encode("ascii")

    def rows(self) -> bytes:
        """The dots, runs of four and more shortened."""
        return b"".join(_shortened(row) + b"\r" for row in self.bitmap.rows())

    def plain(self) -> bytes:
        """The bytes after 02 with every dot written out, as a sign is taken to give them back (derived)."""
        return self.head() + b"".join(_digits(row).encode("ascii") + b"\r" for row in self.bitmap.rows())

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return self.head() + self.rows()


Command = WriteText | ReadText | ConfigureMemory | RunSequence | SetTime | SetDate | WritePicture


def called(labels: Iterable[str]) -> bytes:
    """The text that shows these pictures one after another, a page each."""
    return b"\x0c".join(b"\x14" + label.encode("ascii") for label in labels)


def _shortened(row: bytes) -> bytes:
    return _RUN.sub(lambda run: f"\x11{len(run[0]):02X}{run[1]}", _digits(row)).encode("ascii")


def _digits(row: bytes) -> str:
    return "".join(_DIGITS.get(Colour(dot), "3") for dot in row)


_RUN = re.compile(r"(.)\1{3,254}")
