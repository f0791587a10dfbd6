"""Compiled X11 fonts: one made here by hand, with big-endian bytes and padded rows as Debian's are."""

import gzip
import struct

import pytest

from ledsign.raster.pcf import PcfFont

BIG_4 = 0xE  # bytes and bits in big order, rows padded to four bytes
COMPRESSED = 0x100 | BIG_4


def table(form: int, content: bytes) -> bytes:
    return struct.pack("<I", form) + content


def a_font(*, compressed: bool) -> bytes:
    """One glyph, code 0x3021: two dots wide, two high, one from the left, in a cell of 4x3 (ascent 2, descent 1)."""
    metrics = (1, 3, 4, 1, 1)
    tables = [
        (1 << 1, table(BIG_4, struct.pack(">8x2i", 2, 1))),
        (
            1 << 2,
            table(COMPRESSED, struct.pack(">H5B", 1, *(m + 0x80 for m in metrics)))
            if compressed
            else table(BIG_4, struct.pack(">I5hH", 1, *metrics, 0)),
        ),
        (1 << 3, table(BIG_4, struct.pack(">II4I", 1, 0, 2, 4, 8, 16) + bytes([0xC0, 0, 0, 0, 0x40, 0, 0, 0]))),
        (1 << 5, table(BIG_4, struct.pack(">5H2H", 0x21, 0x22, 0x30, 0x30, 0, 0, 0xFFFF))),
    ]
    offset = 8 + 16 * len(tables)
    head = b"\1fcp" + struct.pack("<I", len(tables))
    for kind, content in tables:
        head += struct.pack("<4I", kind, *struct.unpack_from("<I", content), len(content), offset)
        offset += len(content)
    return gzip.compress(head + b"".join(content for _, content in tables))


@pytest.mark.parametrize("compressed", [True, False])
def test_a_glyph_is_read_into_its_whole_cell(compressed: bool) -> None:
    font = PcfFont(a_font(compressed=compressed))
    assert font.codes() == [0x3021]
    assert font.glyph(0x3021).drawn() == "....\n.##.\n..#."


def test_other_files_are_refused() -> None:
    with pytest.raises(ValueError, match="not a compiled X11 font"):
        PcfFont(gzip.compress(b"nothing"))
