"""Text into dots: fonts of 16, 24 and 32 dots that ship with the program.

Each holds the whole of GB 2312 and half-width ASCII. What they lack comes from a fallback font of 16 dots with the rest
of GB 18030's ideographs: doubled for 32 dots, in the middle of the cell for 24. What nobody has is drawn as 〓.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from ledsign.bitmap import Bitmap, Colour, beside
from ledsign.raster.dotfont import DotFont

HEIGHTS = (16, 24, 32)
"""Font heights in dots."""

MISSING = "〓"
"""Drawn for a character that no font here has: the geta mark, as printers use it."""

__all__ = ["HEIGHTS", "MISSING", "Raster", "raster_of"]


@dataclass(frozen=True, eq=False)
class Raster:
    """Draws text in one font height."""

    height: int
    _font: DotFont
    _glyphs: dict[str, Bitmap] = field(default_factory=dict)

    def has(self, character: str) -> bool:
        """Whether the character has dots of its own here."""
        return self._found(character) is not None

    def glyph(self, character: str) -> Bitmap:
        """The dots of one character: a full cell, or half of one for Latin."""
        if character not in self._glyphs:
            self._glyphs[character] = self._found(character) or self.glyph(MISSING)
        return self._glyphs[character]

    def width(self, text: str) -> int:
        """How many dots wide the text is in one line."""
        return sum(self.glyph(character).width for character in text)

    def drawn(self, text: str, colour: Colour = Colour.RED) -> Bitmap:
        """The text in one line, as wide as it needs."""
        return beside(map(self.glyph, text), self.height).tinted(colour)

    def _found(self, character: str) -> Bitmap | None:
        own = self._font.glyph(character)
        if own is not None:
            return own
        small = _font("16-fallback").glyph(character)
        return None if small is None else _grown(small, self.height)


def _grown(small: Bitmap, height: int) -> Bitmap:
    if height >= 2 * small.height:
        return small.doubled()
    width = small.width * height // small.height
    cell = Bitmap.blank(width, height)
    return cell.with_pasted(small, (width - small.width) // 2, (height - small.height) // 2)


@lru_cache
def raster_of(height: int) -> Raster:
    """The raster of a font height in dots. ValueError when there is none."""
    if height not in HEIGHTS:
        msg = f"只有 {'、'.join(map(str, HEIGHTS))} 点的字，没有 {height} 点的"
        raise ValueError(msg)
    return Raster(height, _font(str(height)))


@lru_cache
def _font(name: str) -> DotFont:
    return DotFont.read((resources.files("ledsign.raster") / "fonts" / f"{name}.dots.gz").read_bytes())
