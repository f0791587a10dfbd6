"""The file a dot font ships in: every glyph of one height, packed, found by code point.

    gzip( "DOTS" | version 1 | height 1 | spare 2 | count 4 | count x { code point 4 } | count x { width 1 } | glyphs )

Integers are little endian, code points ascend. A glyph is `height` rows from the top, each row's dots in
`(width + 7) // 8` bytes with the leftmost dot in the highest bit; glyphs stand in the order of their code points.
"""

from __future__ import annotations

import gzip
import struct
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from ledsign.bitmap import Bitmap

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC = b"DOTS\x01"
_HEAD = struct.Struct("<5sB2xI")


class DotFont(NamedTuple):
    """A font's glyphs: `points` ascend; glyph i is `widths[i]` wide and its rows begin at `starts[i]` of `packed`."""

    height: int
    points: tuple[int, ...]
    widths: bytes
    starts: tuple[int, ...]
    packed: bytes

    @classmethod
    def read(cls, file: bytes) -> DotFont:
        """Read a font file's bytes. ValueError when they are no font of this form."""
        content = gzip.decompress(file)
        magic, height, count = _HEAD.unpack_from(content)
        points_end = _HEAD.size + 4 * count
        glyphs_at = points_end + count
        widths = content[points_end:glyphs_at]
        starts = tuple(accumulate(((width + 7) // 8 * height for width in widths), initial=0))
        if magic != MAGIC or len(content) != glyphs_at + starts[-1]:
            msg = "this is not a whole dot font"
            raise ValueError(msg)
        points = struct.unpack_from(f"<{count}I", content, _HEAD.size)
        return cls(height, points, widths, starts, content[glyphs_at:])

    def glyph(self, character: str) -> Bitmap | None:
        """The dots of one character, or None when the font lacks it."""
        place = bisect_left(self.points, ord(character))
        if place == len(self.points) or self.points[place] != ord(character):
            return None
        rows = self.packed[self.starts[place] : self.starts[place + 1]]
        return Bitmap.unpacked(self.widths[place], self.height, rows)


def written(height: int, glyphs: Mapping[str, Bitmap]) -> bytes:
    """The file's bytes for a font; equal glyphs give equal bytes."""
    ordered = sorted(glyphs)
    content = (
        _HEAD.pack(MAGIC, height, len(ordered))
        + struct.pack(f"<{len(ordered)}I", *map(ord, ordered))
        + bytes(glyphs[character].width for character in ordered)
        + b"".join(glyphs[character].packed() for character in ordered)
    )
    return gzip.compress(content, 9, mtime=0)
