"""Reads X11's compiled bitmap fonts (.pcf.gz), as Debian's xfonts-base ships them, when our fonts are made.

    01 "fcp" | tables 4 | tables x { type 4 | format 4 | size 4 | offset 4 }

Little endian; each table opens with its format.

Source: the PCF description of X.Org (fontfile, pcf.h). Only what those files use is read: rows are padded to
`1 << (format & 3)` bytes, the leftmost dot is in the highest bit (format bit 3), bytes are in big order (format bit 2).
"""

from __future__ import annotations

import gzip
import struct
from dataclasses import dataclass

from ledsign.bitmap import Bitmap

_ACCELERATORS, _METRICS, _BITMAPS, _ENCODINGS = 1 << 1, 1 << 2, 1 << 3, 1 << 5
_COMPRESSED_METRICS = 0x100
_NO_GLYPH = 0xFFFF


@dataclass(frozen=True, slots=True)
class _Metric:
    left: int
    right: int
    advance: int
    ascent: int
    descent: int


class PcfFont:
    """Glyphs of one compiled font, by the font's own codes (for GB2312 fonts: both bytes without their top bits)."""

    def __init__(self, file: bytes) -> None:
        """Read a .pcf.gz file's bytes. ValueError when they are no such font."""
        self._content = gzip.decompress(file)
        if self._content[:4] != b"\1fcp":
            msg = "this is not a compiled X11 font"
            raise ValueError(msg)
        count = struct.unpack_from("<I", self._content, 4)[0]
        entries = [struct.unpack_from("<4I", self._content, 8 + 16 * i) for i in range(count)]
        self._tables = {kind: offset for kind, _form, _size, offset in entries}
        self.ascent, self.descent = self._ints("2i", self._tables[_ACCELERATORS] + 12)
        self._metrics = self._read_metrics()
        self._glyph_of = self._read_encodings()

    def codes(self) -> list[int]:
        """The codes that have a glyph."""
        return list(self._glyph_of)

    def glyph(self, code: int) -> Bitmap:
        """The dots of one code in the font's full cell. KeyError when it has none."""
        index = self._glyph_of[code]
        metric = self._metrics[index]
        cell = Bitmap.blank(metric.advance, self.ascent + self.descent)
        return cell.with_pasted(self._ink(index, metric), metric.left, self.ascent - metric.ascent)

    def _ink(self, index: int, metric: _Metric) -> Bitmap:
        table = self._tables[_BITMAPS]
        form = self._form(table)
        (count,) = self._ints("I", table + 4)
        (start,) = self._ints("I", table + 8 + 4 * index)
        width, height = metric.right - metric.left, metric.ascent + metric.descent
        pad = 1 << (form & 3)
        stride = (width + 8 * pad - 1) // (8 * pad) * pad
        top = table + 8 + 4 * count + 16 + start
        rows = [self._content[top + stride * y : top + stride * y + (width + 7) // 8] for y in range(height)]
        return Bitmap.unpacked(width, height, b"".join(rows))

    def _read_metrics(self) -> list[_Metric]:
        table = self._tables[_METRICS]
        if self._form(table) & _COMPRESSED_METRICS:
            (count,) = self._ints("H", table + 4)
            rows = [struct.unpack_from("5B", self._content, table + 6 + 5 * i) for i in range(count)]
            return [_Metric(*(value - 0x80 for value in row)) for row in rows]
        (count,) = self._ints("I", table + 4)
        return [_Metric(*self._ints("5h", table + 8 + 12 * i)) for i in range(count)]

    def _read_encodings(self) -> dict[int, int]:
        table = self._tables[_ENCODINGS]
        low_first, low_last, high_first, high_last, _default = self._ints("5H", table + 4)
        codes = [h << 8 | low for h in range(high_first, high_last + 1) for low in range(low_first, low_last + 1)]
        glyphs = self._ints(f"{len(codes)}H", table + 14)
        return {code: glyph for code, glyph in zip(codes, glyphs, strict=True) if glyph != _NO_GLYPH}

    def _ints(self, layout: str, offset: int) -> tuple[int, ...]:
        table = max(start for start in self._tables.values() if start <= offset)
        order = ">" if self._form(table) & 4 else "<"
        return struct.unpack_from(order + layout, self._content, offset)

    def _form(self, table: int) -> int:
        return int.from_bytes(self._content[table : table + 4], "little")
