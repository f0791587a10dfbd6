"""Makes the dot fonts that ship with the program out of the fonts of three Debian packages.

    python -m ledsign.raster.make_fonts FOLDER

FOLDER holds the unpacked packages xfonts-base, unifont and fonts-noto-cjk (`apt-get download`, `dpkg-deb -x`).
THIRD_PARTY.md has their licences. Not needed at run time.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from ledsign.bitmap import Bitmap
from ledsign.raster.dotfont import written
from ledsign.raster.pcf import PcfFont

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent / "fonts"
MISC = Path("usr/share/fonts/X11/misc")
UNIFONT = Path("usr/share/unifont/unifont.hex")
NOTO = Path("usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SANS, MONO = 2, 7
"""Noto's faces for simplified Chinese; Mono's Latin letters are half as wide as a Chinese character."""

LATIN_SIZE, LATIN_BASELINE = 30, 25
"""Of 32 dots: nothing of any letter is cut off then."""

ASCII = [chr(code) for code in range(0x20, 0x7F)]
FALLBACK_BLOCKS = (
    range(0xA0, 0x530),  # Latin, Greek, Cyrillic
    range(0x2000, 0x2800),  # punctuation, letterlike, arrows, mathematics, boxes, shapes
    range(0x2E80, 0x3100),  # radicals, CJK punctuation, kana
    range(0x3100, 0x3130),  # Bopomofo
    range(0x31A0, 0xA000),  # enclosed and squared CJK, ideographs of the basic plane
    range(0xF900, 0xFB00),  # compatibility ideographs
    range(0xFE30, 0xFE70),  # vertical and small forms
    range(0xFF00, 0xFFF0),  # full and half width forms
)
SUPPLEMENTARY = range(0x20000, 0x32000)


def main(root: Path) -> None:
    """Write every font file anew."""
    HERE.mkdir(exist_ok=True)
    for height, han, latin in ((16, "gb16fs", "8x16"), (24, "gb24st", "12x24")):
        glyphs = _gb2312(PcfFont((root / MISC / f"{han}.pcf.gz").read_bytes()))
        glyphs |= _ascii(PcfFont((root / MISC / f"{latin}.pcf.gz").read_bytes()))
        _write(f"{height}", height, glyphs)
    _write("32", 32, _outlined(root / NOTO, 32, [*gb2312_characters(), "·", "—"]) | _latin(root / NOTO))
    wide = [chr(code) for code in SUPPLEMENTARY]
    _write("16-fallback", 16, _unifont(root / UNIFONT) | _outlined(root / NOTO, 16, wide))


def gb2312_characters() -> list[str]:
    """The 6,763 characters and 682 symbols of GB 2312-80."""
    codes = (bytes((row + 0xA0, cell + 0xA0)) for row in range(1, 88) for cell in range(1, 95))
    decoded = (code.decode("gb2312", errors="ignore") for code in codes)
    return [character for character in decoded if character]


def _gb2312(font: PcfFont) -> dict[str, Bitmap]:
    codes = {c: c.encode("gb2312") for c in gb2312_characters()}
    # GB 2312's dot and dash are U+30FB and U+2015 to one table and U+00B7 and U+2014 to the next: both get the glyph.
    codes |= {code.decode("gbk"): code for code in codes.values()}
    return {c: font.glyph((code[0] & 0x7F) << 8 | code[1] & 0x7F) for c, code in codes.items()}


def _ascii(font: PcfFont) -> dict[str, Bitmap]:
    return {character: font.glyph(ord(character)) for character in ASCII}


def _unifont(file: Path) -> dict[str, Bitmap]:
    pairs = (line.split(":") for line in file.read_text(encoding="ascii").split())
    rows = {int(code, 16): bytes.fromhex(dots) for code, dots in pairs}
    wanted = [code for block in FALLBACK_BLOCKS for code in block if code in rows]
    return {chr(code): Bitmap.unpacked(len(rows[code]) // 2, 16, rows[code]) for code in wanted}


def _outlined(file: Path, height: int, characters: Iterable[str]) -> dict[str, Bitmap]:
    font = ImageFont.truetype(file, height - height // 32, index=SANS)
    baseline = round(height * 0.86)
    nothing = _drawn(font, (height, height), baseline, "\U0010fffd")
    drawn = {c: _drawn(font, (height, height), baseline, c) for c in characters}
    return {c: dots for c, dots in drawn.items() if dots != nothing}


def _latin(file: Path) -> dict[str, Bitmap]:
    font = ImageFont.truetype(file, LATIN_SIZE, index=MONO)
    return {c: _drawn(font, (16, 32), LATIN_BASELINE, c) for c in ASCII}


def _drawn(font: ImageFont.FreeTypeFont, size: tuple[int, int], baseline: int, character: str) -> Bitmap:
    picture = Image.new("1", size)
    pen = ImageDraw.Draw(picture)
    pen.fontmode = "1"
    pen.text((size[0] / 2, baseline), character, fill=1, font=font, anchor="ms")
    return Bitmap.unpacked(*size, picture.tobytes())


def _write(name: str, height: int, glyphs: dict[str, Bitmap]) -> None:
    file = written(height, glyphs)
    (HERE / f"{name}.dots.gz").write_bytes(file)
    print(f"{name}: {len(glyphs)} glyphs, {len(file)} bytes")  # noqa: T201 - its user watches it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
