"""Reads a PNG or JPEG file, with limits on what it may unpack to."""

import warnings
from io import BytesIO

from PIL import Image

from data.importers.picture.page import Page, page_of
from data.importers.refusal import Refusal

MOST_PIXELS = 60_000_000
"""A0 scanned at 150 dots an inch has 35 million; three bytes each are unpacked in memory."""
LEAST = 300
"""Pixels of the longer side below which nothing on a chart can be read."""
LEAST_ACROSS = 100
"""Pixels of the shorter side below which it is a line, not a chart."""
_FORMS = ("PNG", "JPEG")
_BROKEN = "图片已损坏，打不开。请重新导出或另存，再导入。"


def is_raster(body: bytes) -> bool:
    """Whether the bytes begin as a PNG or JPEG file does."""
    return body.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))


def read_raster(body: bytes) -> tuple[Page, ...]:
    """The picture as one page. Refusal where it is broken, too large once unpacked, or too small to be read."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of sizes that we refuse ourselves, below.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(body), formats=_FORMS) as image:
                _check(image)
                image.load()
                return (page_of(image),)
    except Image.DecompressionBombError as bomb:
        raise Refusal(_too_large("")) from bomb
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, OverflowError, MemoryError, TypeError) as failure:
        raise Refusal(_BROKEN) from failure


def _check(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Refusal(_too_large(f"有 {image.width} × {image.height} 像素，"))
    if image.format == "PNG" and getattr(image, "is_animated", False):
        raise Refusal("这是会动的图片，大厅里只显示静止的。请把要显示的那一张另存为 .png，再导入。")
    if max(image.size) < LEAST:
        raise Refusal(f"图只有 {image.width} × {image.height} 像素，在大屏上看不清。请重新导出，长边不少于 1600 像素。")
    if min(image.size) < LEAST_ACROSS:
        raise Refusal(f"图有 {image.width} × {image.height} 像素，细得像一条线，看不出内容。请检查后重新导出。")


def _too_large(size: str) -> str:
    return f"图{size}超过 {MOST_PIXELS // 1_000_000} 百万像素的上限。请缩小后另存，再导入。"
