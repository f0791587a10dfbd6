"""The bundled fonts: whole GB 2312 in every height, drawn as dots."""

import gzip

import pytest

from ledsign.bitmap import Bitmap, Colour
from ledsign.raster import HEIGHTS, MISSING, raster_of
from ledsign.raster.dotfont import DotFont, written
from ledsign.raster.make_fonts import gb2312_characters

GONG = """
    ................
    ............#...
    .#############..
    .......#........
    .......#........
    .......#........
    .......#........
    .......#........
    .......#........
    .......#........
    .......#........
    .......#........
    .......#.....#..
    ###############.
    ................
    ................
"""


def test_gb_2312_has_6763_characters_and_682_symbols() -> None:
    characters = gb2312_characters()
    han = [c for c in characters if "\u4e00" <= c <= "\u9fff"]
    assert (len(han), len(characters) - len(han)) == (6763, 682)


@pytest.mark.parametrize("height", HEIGHTS)
def test_each_font_has_the_whole_of_gb_2312_and_ascii(height: int) -> None:
    own = raster_of(height)._font
    lacking = [c for c in gb2312_characters() if own.glyph(c) is None]
    assert lacking == []
    assert [chr(code) for code in range(0x20, 0x7F) if own.glyph(chr(code)) is None] == []


@pytest.mark.parametrize("height", HEIGHTS)
def test_han_fills_a_square_and_latin_half_of_one(height: int) -> None:
    raster = raster_of(height)
    assert {(raster.glyph(c).width, raster.glyph(c).height) for c in "财，《一"} == {(height, height)}
    assert {raster.glyph(c).width for c in "Aa0%~ "} == {height // 2}
    assert raster.width("2027年") == 3 * height


@pytest.mark.parametrize("height", HEIGHTS)
def test_no_two_common_characters_look_alike(height: int) -> None:
    raster = raster_of(height)
    han = [c for c in gb2312_characters() if "\u4e00" <= c <= "\u9fff"]
    assert len({raster.glyph(c).dots for c in han}) == len(han)


def test_a_character_is_drawn_as_the_font_has_it() -> None:
    drawn = raster_of(16).drawn("工", Colour.GREEN)
    assert drawn.drawn() == "\n".join(line.strip() for line in GONG.strip().splitlines())
    assert drawn.colour_at(2, 2) is Colour.GREEN


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("character", "镕囍堃〇é㐂𬭎")
def test_rarer_characters_come_from_the_fallback(height: int, character: str) -> None:
    raster = raster_of(height)
    assert raster.has(character)
    assert raster.glyph(character).height == height
    assert raster.glyph(character) != raster.glyph(MISSING)


def test_the_fallback_is_doubled_for_32_dots_and_centred_for_24() -> None:
    small = raster_of(16).glyph("囍")
    assert raster_of(32).glyph("囍") == small.doubled()
    assert raster_of(24).glyph("囍") == Bitmap.blank(24, 24).with_pasted(small, 4, 4)


def test_every_ideograph_of_gbk_has_dots() -> None:
    lead_and_trail = ((lead, trail) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    decoded = {bytes(code).decode("gbk", errors="ignore") for code in lead_and_trail if code[1] != 0x7F}
    assert [c for c in decoded if len(c) == 1 and not raster_of(16).has(c)] == []


def test_what_nobody_has_is_the_geta_mark() -> None:
    raster = raster_of(16)
    assert not raster.has("\U0010ffff")
    assert raster.glyph("\U0010ffff") == raster.glyph(MISSING)


def test_there_is_no_font_of_another_height() -> None:
    with pytest.raises(ValueError, match="没有 12 点的"):
        raster_of(12)


def test_a_font_file_is_read_as_it_was_written() -> None:
    glyphs = {"龙": Bitmap.from_drawing("#.#\n.#."), "A": Bitmap.from_drawing("#\n.")}
    font = DotFont.read(written(2, glyphs))
    assert {c: font.glyph(c) for c in "A龙"} == glyphs
    assert font.glyph("B") is None
    assert font.glyph("龘") is None


def test_a_cut_font_file_is_refused() -> None:
    whole = gzip.decompress(written(2, {"A": Bitmap.from_drawing("#\n.")}))
    for wrong in (whole[:-1], b"DOTZ" + whole[4:]):
        with pytest.raises(ValueError, match="not a whole dot font"):
            DotFont.read(gzip.compress(wrong))


def test_no_latin_letter_or_figure_of_the_drawn_font_is_cut_off() -> None:
    for character in filter(str.isalnum, map(chr, range(0x20, 0x7F))):
        rows = raster_of(32).glyph(character).drawn().splitlines()
        columns = ["".join(column) for column in zip(*rows, strict=True)]
        assert not ("#" in columns[0] and "#" in columns[-1]), character
        assert not ("#" in rows[0] and "#" in rows[-1]), character


@pytest.mark.parametrize("height", HEIGHTS)
def test_an_m_has_three_stems(height: int) -> None:
    rows = raster_of(height).glyph("m").drawn().splitlines()
    assert max(len([run for run in row.split(".") if run]) for row in rows) == 3
