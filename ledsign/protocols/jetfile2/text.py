"""The text of a JetFile II file: GB 2312 between control bytes.

    1B 0 a|b   no wrap | wrap; must come first          07 0|1      flashing off | on
    1A 5|7|9   16, 24, 32 dots, Chinese                 1C 1|2|3    red, green, amber
    0A I effect  how pages arrive (30 at once, 31 left, 32 right, 35 up, 36 down)
    1E 1         from the left                          1F 0|1      in the middle, from the top
    0E 0 ss, 0E 3 mmmm   seconds, milliseconds a page stays
    0D new line  0C new page

Source: jetfile2.md (the maker's manuals); the values after 1E and 1F are those of jetfile-signage. The byte 82 would be
a half space; GB 2312 has none.
"""

from __future__ import annotations

import re

from ledsign.bitmap import Colour
from ledsign.compose import Composition, decode_gb2312, encode_gb2312
from ledsign.rotation import Effect

FONTS = {16: b"\x1a5", 24: b"\x1a7", 32: b"\x1a9"}
COLOURS = {Colour.RED: b"\x1c1", Colour.GREEN: b"\x1c2", Colour.AMBER: b"\x1c3"}
EFFECTS = {
    Effect.HOLD: b"\x30",
    Effect.FLASH: b"\x30",
    Effect.SCROLL: b"\x31",
    Effect.LEFT: b"\x31",
    Effect.RIGHT: b"\x32",
    Effect.UP: b"\x35",
    Effect.DOWN: b"\x36",
}
NEW_LINE, NEW_PAGE = b"\x0d", b"\x0c"
LONGEST_MS, LONGEST_S = 9999, 99

_CONTROLS = re.compile(
    rb"\x1b0[ab]|\x0a[IO].|\x0e[01]..|\x0e[23]....|[\x07\x08\x0f\x1a\x1c\x1d\x1e\x1f].|[\x0c\x0d]", re.DOTALL
)


def marked(composition: Composition, effect: Effect) -> bytes:
    """The bytes that make a sign show a composition with one of its own effects. ValueError outside GB 2312."""
    scrolls = effect is Effect.SCROLL
    head = (b"\x1b0a" if scrolls else b"\x1b0b") + FONTS[composition.font_dots]
    head += COLOURS.get(composition.colour, COLOURS[Colour.RED]) + b"\x1e1" + _upright(composition)
    head += b"\x0aI" + EFFECTS[effect]
    head += b"\x071" if effect is Effect.FLASH else b""
    pause = b"" if scrolls else _pause(composition.dwell_s)
    pages = [NEW_LINE.join(map(encode_gb2312, _filled(page.lines, composition))) for page in composition.pages]
    return head + NEW_PAGE.join(pause + page for page in pages)


def _upright(composition: Composition) -> bytes:
    return b"\x1f0" if composition.top_dots else b"\x1f1"


def _filled(lines: tuple[str, ...], composition: Composition) -> tuple[str, ...]:
    """Lines that stand in the middle as one block on every page; a running line is alone in the middle."""
    if not composition.top_dots or composition.effect is Effect.SCROLL:
        return lines
    return lines + (" ",) * (composition.rows - len(lines))


def plain(text: bytes) -> str:
    """The text without its controls, as a person reads it."""
    return decode_gb2312(_CONTROLS.sub(b"", text))


def _pause(seconds: float) -> bytes:
    milliseconds = round(seconds * 1000)
    if milliseconds % 1000 and milliseconds <= LONGEST_MS:
        return b"\x0e3%04d" % milliseconds
    whole = -(-milliseconds // 1000)
    return b"\x0e0%02d" % whole if whole <= LONGEST_S else b"\x0e2%04d" % min(whole, LONGEST_MS)
