"""An item on a panel: what a person sees at one time, for how long, and how it arrives.

text ─▶ lines (as wide as the panel) ─▶ pages (as many lines as fit) ─▶ a dwell from the reading speed
                                    └─▶ or one strip that runs through from right to left
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ledsign.bitmap import Bitmap, Colour, Colours, Panel, above
from ledsign.compose.lines import broken
from ledsign.raster import HEIGHTS, raster_of
from ledsign.rotation import Effect, Item, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

READING_CHARACTERS_PER_S = 4.0
"""How fast people read a lit sign in passing."""

SHORTEST_DWELL_S = 2.0
"""A page of two characters still has to be noticed."""

SCROLL_DOTS_PER_S = 64.0
"""Four full characters of 16 dots a second: the reading speed."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one sees at one time: its lines of text, its dots, seconds it stays and how it arrives."""

    lines: tuple[str, ...]
    bitmap: Bitmap
    dwell_s: float
    effect: Effect


@dataclass(frozen=True, slots=True)
class Composition:
    """One text laid out for one panel. With the effect scroll there is one page, as wide as the text.

    All pages of one text stay equally long, as signs that turn pages themselves have one figure for a text.
    """

    text: str
    panel: Panel
    font_dots: int
    colour: Colour
    pages: tuple[Page, ...]

    @property
    def effect(self) -> Effect:
        """How every page arrives."""
        return self.pages[0].effect

    @property
    def dwell_s(self) -> float:
        """Seconds each page stays."""
        return self.pages[0].dwell_s

    @property
    def rows(self) -> int:
        """How many lines of text the panel has room for."""
        return self.panel.height_dots // self.font_dots

    @property
    def top_dots(self) -> int:
        """The row where the first line begins: lines that do not fill the panel stand in its middle, as one block."""
        return _top(self.panel, self.font_dots)

    @property
    def seconds(self) -> float:
        """How long the whole text takes once."""
        return sum(page.dwell_s for page in self.pages)


@dataclass(frozen=True, slots=True)
class Style:
    """How a sign's texts are set.

    `font_dots` None takes the tallest font that fits the panel; `dwell_s`, seconds a page stays, None goes by the
    reading speed.
    """

    font_dots: int | None = None
    effect: Effect = Effect.HOLD
    characters_per_s: float = READING_CHARACTERS_PER_S
    dwell_s: float | None = None

    def __post_init__(self) -> None:
        if not (math.isfinite(self.characters_per_s) and self.characters_per_s > 0):
            msg = f"阅读速度应当是每秒的字数（正数），而不是 {self.characters_per_s}"
            raise ValueError(msg)


def compose(text: str, panel: Panel, style: Style = Style(), colour: Colour | None = None) -> Composition:
    """Lay a text out for a panel. ValueError when the panel is too small for any font or for one character.

    What was laid out lately is remembered: two hundred signs of one size show the same texts.
    """
    return _composed(text, panel, style, colour)


@lru_cache(maxsize=256)
def _composed(text: str, panel: Panel, style: Style, colour: Colour | None) -> Composition:
    font_dots = font_for(panel, style.font_dots)
    chosen = panel.colours.nearest(colour or panel.colours.usual)
    if style.effect is Effect.SCROLL:
        pages: tuple[Page, ...] = (_strip(text, panel, font_dots, chosen, style.dwell_s),)
    else:
        lines = broken(text, panel.width_dots, raster_of(font_dots).width)
        groups = _grouped(lines, panel.height_dots // font_dots)
        stay = style.dwell_s or max(_reading_s(group, style.characters_per_s) for group in groups)
        pages = tuple(Page(g, _drawn(g, panel, font_dots, chosen), stay, style.effect) for g in groups)
    return Composition(text, panel, font_dots, chosen, pages)


def compose_item(item: Item, panel: Panel, style: Style = Style()) -> Composition:
    """Lay an item out: its own effect and dwell, and the colour of its kind."""
    its_own = replace(style, effect=item.effect or style.effect, dwell_s=item.dwell_s or style.dwell_s)
    return compose(item.text, panel, its_own, colour_of(item.kind, panel.colours))


def colour_of(kind: ItemKind, colours: Colours) -> Colour:
    """News has the panel's usual colour; disclosed information is green where the lamps allow it."""
    return colours.usual if kind is ItemKind.NEWS else colours.nearest(Colour.GREEN)


def font_for(panel: Panel, wanted: int | None = None) -> int:
    """The font height to use: `wanted`, or the tallest that fits. ValueError when it does not fit the panel."""
    fitting = [h for h in HEIGHTS if h <= panel.height_dots and h <= panel.width_dots]
    if wanted is not None and wanted not in fitting:
        msg = f"{wanted} 点字放不进 {panel} 的屏，请选小一号的字"
        raise ValueError(msg)
    if not fitting:
        msg = f"{panel} 的屏太小，显示汉字至少要 {HEIGHTS[0]}x{HEIGHTS[0]} 点，请核对屏的尺寸"
        raise ValueError(msg)
    return wanted or fitting[-1]


def cycle_s(compositions: Iterable[Composition]) -> float:
    """How long it takes until the first text shows again."""
    return sum(composition.seconds for composition in compositions)


def _grouped(lines: tuple[str, ...], a_page: int) -> list[tuple[str, ...]]:
    return [lines[i : i + a_page] for i in range(0, len(lines), a_page)]


def _reading_s(lines: tuple[str, ...], characters_per_s: float) -> float:
    seconds = sum(len(line) for line in lines) / characters_per_s
    return max(SHORTEST_DWELL_S, math.ceil(seconds * 2) / 2)


def _drawn(lines: tuple[str, ...], panel: Panel, font_dots: int, colour: Colour) -> Bitmap:
    raster = raster_of(font_dots)
    drawn = (raster.drawn(line, colour).cropped(0, 0, panel.width_dots, font_dots) for line in lines)
    block = above(drawn, panel.width_dots)
    return block.cropped(0, -_top(panel, font_dots), panel.width_dots, panel.height_dots)


def _top(panel: Panel, font_dots: int) -> int:
    return panel.height_dots % font_dots // 2


def _strip(text: str, panel: Panel, font_dots: int, colour: Colour, dwell_s: float | None) -> Page:
    bitmap = raster_of(font_dots).drawn(text, colour)
    strip = bitmap.cropped(0, -_top(panel, font_dots), bitmap.width, panel.height_dots)
    passing = (strip.width + panel.width_dots) / (SCROLL_DOTS_PER_S * font_dots / HEIGHTS[0])
    return Page((text,), strip, dwell_s or passing, Effect.SCROLL)
