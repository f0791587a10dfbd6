"""Grids of lamps: drawing, cutting, joining and packing, shown as dots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledsign.bitmap import Bitmap, Colour, Colours, Panel, above, beside

ARROW = """
    ..#..
    .###.
    #.#.#
"""


def dots(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


@st.composite
def bitmaps(draw: st.DrawFn) -> Bitmap:
    width, height = draw(st.integers(0, 20)), draw(st.integers(0, 6))
    lamps = st.sampled_from([0, int(Colour.GREEN)])
    return Bitmap(width, height, bytes(draw(st.lists(lamps, min_size=width * height, max_size=width * height))))


def test_a_drawing_is_read_and_drawn_again() -> None:
    assert Bitmap.from_drawing(ARROW).drawn() == dots(ARROW)


def test_digits_in_a_drawing_are_colours() -> None:
    drawing = Bitmap.from_drawing("#2.\n7", Colour.BLUE)
    assert [drawing.colour_at(x, 0) for x in range(3)] == [Colour.BLUE, Colour.GREEN, Colour.OFF]
    assert drawing.colour_at(0, 1) is Colour.WHITE


def test_a_drawing_with_other_signs_is_refused() -> None:
    with pytest.raises(ValueError, match="no dot 'x'"):
        Bitmap.from_drawing("x")


@given(bitmaps())
def test_packing_is_undone_by_unpacking(bitmap: Bitmap) -> None:
    assert Bitmap.unpacked(bitmap.width, bitmap.height, bitmap.packed(), Colour.GREEN) == bitmap


def test_packed_rows_begin_in_the_highest_bit_and_fill_whole_bytes() -> None:
    assert Bitmap.from_drawing("#........#\n.#........").packed() == bytes([0x80, 0x40, 0x40, 0x00])


def test_packed_bytes_must_fill_the_rows() -> None:
    with pytest.raises(ValueError, match="3 bytes are not 2 rows of 1"):
        Bitmap.unpacked(8, 2, b"\0\0\0")


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (1, 1, "....\n.##.\n.##.\n...."),
        (-1, -1, "#...\n....\n....\n...."),
        (3, 3, "....\n....\n....\n...#"),
        (9, 0, "....\n....\n....\n...."),
    ],
)
def test_pasting_cuts_off_what_does_not_fit(x: int, y: int, expected: str) -> None:
    square = Bitmap.from_drawing("##\n##")
    assert Bitmap.blank(4, 4).with_pasted(square, x, y).drawn() == expected


def test_a_crop_shows_darkness_outside_the_picture() -> None:
    assert Bitmap.from_drawing(ARROW).cropped(3, -1, 3, 3).drawn() == "...\n...\n#.."


def test_pictures_are_joined_beside_and_above_each_other() -> None:
    dark, light = Bitmap.from_drawing("."), Bitmap.from_drawing("#")
    assert beside([dark, light, light], 1).drawn() == ".##"
    assert above([dark, light], 1).drawn() == ".\n#"
    assert beside([], 3).height == 3
    with pytest.raises(ValueError, match="2 dots high"):
        beside([dark], 2)
    with pytest.raises(ValueError, match="2 dots wide"):
        above([dark], 2)


def test_doubling_makes_each_dot_four() -> None:
    assert Bitmap.from_drawing("#.").doubled().drawn() == "##..\n##.."


def test_dots_must_fill_the_size() -> None:
    with pytest.raises(ValueError, match="3 dots do not fill 2x2"):
        Bitmap(2, 2, b"\0\0\0")


def test_there_is_no_dot_outside() -> None:
    with pytest.raises(IndexError, match="no dot 2,0"):
        Bitmap.blank(2, 2).colour_at(2, 0)


def test_tinting_changes_lit_dots_only() -> None:
    tinted = Bitmap.from_drawing("#.").tinted(Colour.AMBER)
    assert tinted.dots == bytes([Colour.AMBER, Colour.OFF])
    assert tinted.lit() == 1


@pytest.mark.parametrize(
    ("colours", "expected"),
    [
        (Colours.RED, [Colour.RED] * 3),
        (Colours.AMBER, [Colour.AMBER] * 3),
        (Colours.RED_GREEN, [Colour.GREEN, Colour.AMBER, Colour.RED]),
        (Colours.FULL, [Colour.GREEN, Colour.AMBER, Colour.BLUE]),
    ],
)
def test_a_panel_shows_the_nearest_colour_its_lamps_have(colours: Colours, expected: list[Colour]) -> None:
    wanted = Bitmap.from_drawing("234.")
    assert list(wanted.on_lamps(colours).dots) == [*expected, Colour.OFF]


def test_a_panel_is_written_as_width_by_height() -> None:
    assert Panel.parse("256x16") == Panel(256, 16, Colours.RED)
    assert str(Panel.parse("384X32", Colours.FULL)) == "384x32"


@pytest.mark.parametrize("text", ["", "256", "256x", "x16", "256x16x1", "-1x16", "0x16", "99999x16", "٣x16"])
def test_anything_else_is_no_panel(text: str) -> None:
    with pytest.raises(ValueError, match=r"屏的(尺寸|边长)"):
        Panel.parse(text)
