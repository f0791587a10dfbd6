"""A text area, as it stands in a dynamic area and in a programme file.

    type 1 = 0 | X 2 | Y 2 | W 2 | H 2 | id 1 | line space 1 | run mode 1 | timeout 2 s | sound 1 | extension 1 |
    align 1 | single 1 | newline 1 | mode 1 | exit 1 | speed 1 | stay 1 (x 0.5 s) | text length 4 | text

X and W count bytes of eight dots, or dots when bit 15 is set. Source: onbon-font-card.md; published.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

PROGRAMME_AREA = 0xFF
"""The id an area has inside a programme file."""

_AREA = struct.Struct("<B4H3BH9BI")
_IN_DOTS = 0x8000


class RunMode(IntEnum):
    """What an area does when its text has been shown."""

    LOOP = 0
    HOLD_LAST = 1
    REMOVE_ON_TIMEOUT = 2
    LOGO_ON_TIMEOUT = 3
    ONCE = 4
    TIMES = 5


class Mode(IntEnum):
    """How a page arrives."""

    STATIC = 1
    INSTANT = 2
    LEFT = 3
    RIGHT = 4
    UP = 5
    DOWN = 6


class Lines(IntEnum):
    """One line that may be longer than the area, or several."""

    ONE = 1
    SEVERAL = 2


class Newline(IntEnum):
    """Whether lines end only where the text says so, or also where the area is full."""

    MANUAL = 1
    WRAP = 2


@dataclass(frozen=True, slots=True)
class Area:
    """A text in a rectangle. X, Y, width and height in dots; `stay` in half seconds; `speed` 0 (fastest) to 24."""

    text: bytes
    width: int
    height: int
    x: int = 0
    y: int = 0
    id: int = 0
    line_space: int = 0
    run_mode: int = RunMode.LOOP
    timeout_s: int = 0
    align: int = 0
    lines: int = Lines.SEVERAL
    newline: int = Newline.WRAP
    mode: int = Mode.STATIC
    speed: int = 4
    stay: int = 10

    def to_bytes(self) -> bytes:
        """The area without its length."""
        sizes = (_across(self.x), self.y, _across(self.width), self.height)
        looks = (self.align, self.lines, self.newline, self.mode, 0, self.speed, self.stay)
        head = (0, *sizes, self.id, self.line_space, self.run_mode, self.timeout_s, 0, 0, *looks, len(self.text))
        return _AREA.pack(*head) + self.text

    @classmethod
    def from_bytes(cls, content: bytes) -> Area:
        """Read an area that fills `content`. ValueError when the lengths do not fit."""
        if len(content) < _AREA.size:
            raise ValueError(f"{len(content)} bytes are too few for an area")
        kind, x, y, width, height, number, space, run, timeout_s, _, _, *looks, length = _AREA.unpack_from(content)
        align, lines, newline, mode, _, speed, stay = looks
        if kind != 0 or len(content) != _AREA.size + length:
            raise ValueError(f"this is no text area of {length} bytes")
        text = content[_AREA.size :]
        return cls(
            text,
            width=_dots(width),
            height=height,
            x=_dots(x),
            y=y,
            id=number,
            line_space=space,
            run_mode=run,
            timeout_s=timeout_s,
            align=align,
            lines=lines,
            newline=newline,
            mode=mode,
            speed=speed,
            stay=stay,
        )


def _across(dots: int) -> int:
    return dots | _IN_DOTS if dots % 8 else dots // 8


def _dots(across: int) -> int:
    return across & ~_IN_DOTS if across & _IN_DOTS else across * 8
