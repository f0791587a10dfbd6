"""How an emulated text sign sets a text on its panel: the sign's own reading, not the driver's."""

from __future__ import annotations

from dataclasses import dataclass

from ledsign.bitmap import Bitmap, Colour, Colours
from ledsign.raster import raster_of


@dataclass(frozen=True, slots=True)
class Run:
    """One character with the size and colour in force where it stands; a new line ends a line."""

    character: str
    dots: int
    colour: Colour


def one_line(runs: list[Run]) -> Bitmap:
    """All characters in one row, as wide as they need; new lines are left out."""
    shown = [run for run in runs if run.character != "\n"]
    height = max((run.dots for run in shown), default=16)
    row = Bitmap.blank(sum(_width(run) for run in shown), height)
    x = 0
    for run in shown:
        row = row.with_pasted(_glyph(run), x, 0)
        x += _width(run)
    return row


def pages(
    runs: list[Run], size: tuple[int, int], *, wraps: bool, gap: int = 0, in_the_middle: bool = False
) -> list[Bitmap]:
    """The pages of a panel of this width and height, at least one, maybe dark.

    Lines stand from the top until the next one does not fit. `in_the_middle` moves what stands on a page down, until as
    much is dark above as below.
    """
    width, height = size
    drawn: list[tuple[Bitmap, int]] = []
    page, y = Bitmap.blank(width, height), 0
    for line in _lines(runs, width, wraps=wraps):
        tall = max((run.dots for run in line), default=16)
        if y and y + tall > height:
            drawn.append((page, y))
            page, y = Bitmap.blank(width, height), 0
        page = page.with_pasted(one_line(line), 0, y)
        y += tall + gap
    drawn.append((page, y))
    down = [max(height - used, 0) // 2 if in_the_middle else 0 for _, used in drawn]
    return [page.cropped(0, -lower, width, height) for (page, _), lower in zip(drawn, down, strict=True)]


def on_lamps(bitmap: Bitmap, colours: Colours) -> Bitmap:
    """In the lamps the panel has."""
    return bitmap.on_lamps(colours)


def _lines(runs: list[Run], width: int, *, wraps: bool) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    x = 0
    for run in runs:
        if run.character == "\n" or (wraps and lines[-1] and x + _width(run) > width):
            lines.append([])
            x = 0
        if run.character != "\n":
            lines[-1].append(run)
            x += _width(run)
    return lines


def _glyph(run: Run) -> Bitmap:
    return raster_of(run.dots).glyph(run.character).tinted(run.colour)


def _width(run: Run) -> int:
    return raster_of(run.dots).glyph(run.character).width
