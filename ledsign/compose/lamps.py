"""Draws lamps: round, the unlit ones just visible, a little glow around the lit. Needs Pillow.

The same drawing serves the emulator, `ledsign preview` and the preview that staff approve.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from ledsign.bitmap import Bitmap, Colour
from ledsign.whole import whole

PITCH = 7
"""Pixels from lamp to lamp."""

MARGIN = 28
"""Dark frame around the panel, in pixels."""

_FACE = (14, 15, 16)
_UNLIT = (34, 35, 37)
_LIT = {
    Colour.RED: (255, 74, 48),
    Colour.GREEN: (96, 230, 90),
    Colour.AMBER: (255, 138, 38),
    Colour.BLUE: (74, 120, 255),
    Colour.MAGENTA: (236, 90, 230),
    Colour.CYAN: (80, 220, 230),
    Colour.WHITE: (250, 246, 236),
}
_DIMMED = [round(level * 0.34) for level in range(256)] * 3
_SMOOTH = 8


def picture(bitmap: Bitmap, pitch: int = PITCH) -> Image.Image:
    """The lamps of a bitmap as a picture in RGB, `pitch` pixels a lamp, with a margin of four lamps."""
    margin = MARGIN * pitch // PITCH
    lamps = Image.composite(_colours(bitmap, pitch), _face(bitmap, pitch), _discs(bitmap.width, bitmap.height, pitch))
    panel = ImageChops.screen(lamps, _glow(bitmap, pitch))
    framed = Image.new("RGB", (panel.width + 2 * margin, panel.height + 2 * margin), _FACE)
    framed.paste(panel, (margin, margin))
    return framed


def write_png(bitmap: Bitmap, file: Path, pitch: int = PITCH) -> None:
    """Write the lamps to a PNG, whole or not at all."""
    with whole(file) as beside:
        picture(bitmap, pitch).save(beside, "PNG")


def write_gif(frames: Iterable[tuple[Bitmap, float]], file: Path, pitch: int = 4) -> None:
    """Write an animation of bitmaps, endless, whole or not at all, with the seconds each stays.

    ValueError when there are none.
    """
    drawn = [(picture(bitmap, pitch).quantize(64), seconds) for bitmap, seconds in frames]
    if not drawn:
        raise ValueError("an animation needs at least one picture")
    pictures = [frame for frame, _ in drawn]
    stays = [max(round(seconds * 1000), 20) for _, seconds in drawn]
    with whole(file) as beside:
        pictures[0].save(beside, "GIF", save_all=True, append_images=pictures[1:], duration=stays, loop=0, disposal=1)


def _colours(bitmap: Bitmap, pitch: int) -> Image.Image:
    small = _lamps(bitmap, _UNLIT)
    return small.resize((small.width * pitch, small.height * pitch), Image.Resampling.NEAREST)


def _glow(bitmap: Bitmap, pitch: int) -> Image.Image:
    """Light that spills over: blurred where a lamp is one pixel, which is quick, and then drawn large."""
    spilt = _lamps(bitmap, (0, 0, 0)).filter(ImageFilter.GaussianBlur(0.6)).point(_DIMMED)
    return spilt.resize((spilt.width * pitch, spilt.height * pitch), Image.Resampling.BILINEAR)


def _lamps(bitmap: Bitmap, unlit: tuple[int, int, int]) -> Image.Image:
    """One pixel a lamp."""
    small = Image.frombytes("P", (bitmap.width, bitmap.height), bitmap.dots)
    small.putpalette([level for colour in Colour for level in _LIT.get(colour, unlit)])
    return small.convert("RGB")


def _face(bitmap: Bitmap, pitch: int) -> Image.Image:
    return Image.new("RGB", (bitmap.width * pitch, bitmap.height * pitch), _FACE)


@lru_cache(maxsize=8)
def _discs(width: int, height: int, pitch: int) -> Image.Image:
    """A mask of one disc a lamp, smooth at the edge."""
    large = Image.new("L", (pitch * _SMOOTH, pitch * _SMOOTH))
    edge = pitch * _SMOOTH * 0.1
    ImageDraw.Draw(large).ellipse((edge, edge, pitch * _SMOOTH - edge, pitch * _SMOOTH - edge), fill=255)
    disc = large.resize((pitch, pitch), Image.Resampling.BOX)
    row = Image.new("L", (width * pitch, pitch))
    for x in range(width):
        row.paste(disc, (x * pitch, 0))
    mask = Image.new("L", (width * pitch, height * pitch))
    for y in range(height):
        mask.paste(row, (0, y * pitch))
    return mask
