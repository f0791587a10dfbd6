r"""The text of an area: GB 2312 with the card's own escapes for size, colour and new lines.

    \n         new line
    \C1..\C7   red green yellow blue cyan magenta white
    \FO00s     Song in GB 2312; s 0 = 16 dots, 1 = 24, 2 = 32

A line ends by itself where the area is full; only where ours ends earlier is a \n sent. Source: onbon-font-card.md.
"""

from __future__ import annotations

import re

from ledsign.bitmap import Colour
from ledsign.compose import Composition, decode_gb2312, encode_gb2312
from ledsign.raster import raster_of

_SIZES = {16: b"", 24: rb"\FO001", 32: rb"\FO002"}
_COLOURS = {
    Colour.RED: rb"\C1",
    Colour.GREEN: rb"\C2",
    Colour.AMBER: rb"\C3",
    Colour.BLUE: rb"\C4",
    Colour.CYAN: rb"\C5",
    Colour.MAGENTA: rb"\C6",
    Colour.WHITE: rb"\C7",
}
_ESCAPES = re.compile(rb"\\(?:n|C[0-9]|F[OEK][0-9]{3}|F[0-9]{4})")


def marked(composition: Composition) -> bytes:
    """The bytes that make a card show a composition. ValueError at a character that GB 2312 lacks, or a backslash."""
    if "\\" in composition.text:
        raise ValueError("控制卡把反斜线当作命令，请改用全角“＼”")
    several = len(composition.panel.colours.lamps) > 1
    head = _SIZES[composition.font_dots] + (_COLOURS[composition.colour] if several else b"")
    lines = [line for page in composition.pages for line in page.lines]
    ends = [_end(line, after, composition) for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    return head + b"".join(encode_gb2312(line) + end for line, end in zip(lines, ends, strict=True))


def plain(text: bytes) -> str:
    """The text without its escapes, as a person reads it."""
    return decode_gb2312(_ESCAPES.sub(b"", text))


def _end(line: str, after: str, composition: Composition) -> bytes:
    raster = raster_of(composition.font_dots)
    full = raster.width(line + after[:1]) > composition.panel.width_dots
    return b"" if full or not after else rb"\n"
