"""Items on panels: pages, reading time, colours and strips."""

from datetime import date

import pytest

from ledsign.bitmap import Bitmap, Colour, Colours, Panel, above
from ledsign.compose import Style, compose, compose_item, cycle_s, font_for
from ledsign.raster import raster_of
from ledsign.rotation import Effect, Item, ItemKind

DAY = date(2026, 11, 23)
NARROW = Panel(64, 16)


def an_item(kind: ItemKind = ItemKind.NEWS, effect: Effect | None = None, dwell_s: float | None = None) -> Item:
    return Item("1", DAY, 1, kind, "全省财政工作会议", "", DAY, DAY, effect, dwell_s)


def test_a_text_longer_than_the_panel_becomes_pages() -> None:
    pages = compose("全省财政工作会议，召开", NARROW).pages
    assert [page.lines for page in pages] == [("全省财政",), ("工作会",), ("议，召开",)]
    assert pages[0].bitmap == raster_of(16).drawn("全省财政")
    assert pages[1].bitmap == Bitmap.blank(64, 16).with_pasted(raster_of(16).drawn("工作会"), 0, 0)


def test_a_tall_panel_shows_several_lines_when_the_font_is_small() -> None:
    pages = compose("全省财政工作", Panel(64, 32), Style(font_dots=16)).pages
    assert [page.lines for page in pages] == [("全省财政", "工作")]
    second = raster_of(16).drawn("工作").cropped(0, 0, 64, 16)
    assert pages[0].bitmap == above([raster_of(16).drawn("全省财政"), second], 64)


def test_lines_that_do_not_fill_the_panel_stand_in_its_middle() -> None:
    (page,) = compose("省", Panel(32, 48)).pages
    assert page.bitmap == Bitmap.blank(32, 48).with_pasted(raster_of(32).drawn("省"), 0, 8)
    (strip,) = compose("省", Panel(32, 48), Style(effect=Effect.SCROLL)).pages
    assert strip.bitmap == page.bitmap
    (two,) = compose("省厅", Panel(16, 40), Style(font_dots=16)).pages
    assert two.bitmap.cropped(0, 4, 16, 16) == raster_of(16).drawn("省")
    assert two.bitmap.cropped(0, 20, 16, 16) == raster_of(16).drawn("厅")


@pytest.mark.parametrize(
    ("panel", "dots"), [(Panel(256, 16), 16), (Panel(256, 24), 24), (Panel(256, 40), 32), (Panel(16, 64), 16)]
)
def test_the_tallest_font_that_fits_is_taken(panel: Panel, dots: int) -> None:
    assert font_for(panel) == dots


def test_a_panel_too_small_for_any_font_is_refused() -> None:
    with pytest.raises(ValueError, match="64x8 的屏太小"):
        compose("甲", Panel(64, 8))


def test_a_font_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="32 点字放不进 64x16"):
        compose("甲", NARROW, Style(font_dots=32))


@pytest.mark.parametrize(
    ("characters", "speed", "dwell_s"),
    [(16, 4, 4.0), (10, 4, 2.5), (9, 4, 2.5), (2, 4, 2.0), (16, 8, 2.0), (16, 1, 16.0)],
)
def test_a_page_stays_as_long_as_reading_takes(characters: int, speed: float, dwell_s: float) -> None:
    composed = compose("省" * characters, Panel(256, 16), Style(characters_per_s=speed))
    assert composed.dwell_s == dwell_s


def test_all_pages_of_a_text_stay_equally_long_and_the_cycle_is_their_sum() -> None:
    composed = compose("省" * 40, Panel(256, 16))
    assert [page.dwell_s for page in composed.pages] == [4.0, 4.0, 4.0]
    assert composed.seconds == 12.0
    assert cycle_s([composed, compose("省省", Panel(256, 16))]) == 14.0


def test_an_items_own_dwell_and_effect_go_first() -> None:
    composed = compose_item(an_item(effect=Effect.UP, dwell_s=9.5), NARROW)
    assert {(page.dwell_s, page.effect) for page in composed.pages} == {(9.5, Effect.UP)}
    assert compose_item(an_item(), NARROW, Style(effect=Effect.LEFT)).effect is Effect.LEFT


def test_a_scrolling_text_is_one_strip_as_wide_as_itself() -> None:
    composed = compose_item(an_item(effect=Effect.SCROLL), NARROW)
    (strip,) = composed.pages
    assert (strip.bitmap.width, strip.bitmap.height, strip.effect) == (128, 16, Effect.SCROLL)
    assert strip.dwell_s == (128 + 64) / 64
    assert compose("省", Panel(64, 32), Style(effect=Effect.SCROLL)).dwell_s == (32 + 64) / 128


@pytest.mark.parametrize(
    ("colours", "news", "disclosed"),
    [
        (Colours.RED, Colour.RED, Colour.RED),
        (Colours.AMBER, Colour.AMBER, Colour.AMBER),
        (Colours.RED_GREEN, Colour.RED, Colour.GREEN),
        (Colours.FULL, Colour.RED, Colour.GREEN),
    ],
)
def test_kinds_have_their_colours_where_the_lamps_allow(colours: Colours, news: Colour, disclosed: Colour) -> None:
    panel = Panel(256, 16, colours)
    assert compose_item(an_item(ItemKind.NEWS), panel).colour is news
    composed = compose_item(an_item(ItemKind.DISCLOSED), panel)
    assert composed.colour is disclosed
    assert set(composed.pages[0].bitmap.dots) == {Colour.OFF, disclosed}


@pytest.mark.parametrize("speed", [0, -1, float("nan"), float("inf")])
def test_a_reading_speed_is_positive(speed: float) -> None:
    with pytest.raises(ValueError, match="每秒的字数"):
        Style(characters_per_s=speed)
