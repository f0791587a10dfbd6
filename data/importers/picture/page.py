"""One page as the lobby shows it: plain pixels, written anew; nothing else of the file it came from travels along."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps

from data.importers.refusal import Refusal
from data.records import Picture

LONGEST = 3200
"""Pixels of a page's longer side: A4 at 270 dots an inch, sharp at twice the width of an upright touchscreen."""
_NARROWEST = 600
"""Pixels of the shorter side below which a page made small enough could no longer be read."""
_PLAIN_ENOUGH = 1_000_000
"""Bytes of a lossless page beyond which JPEG is tried: what is so large is a photograph or a scan."""
_JPEG_QUALITY = 90
_WHITE = (255, 255, 255)
_NOISE = 12
"""Levels of 256 within which nobody sees a line."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its bytes; `blank` says that there is nothing on it."""

    picture: Picture
    body: bytes
    blank: bool


def page_of(image: Image.Image) -> Page:
    """The page of a picture: upright, on white, no larger than is shown. Refusal where it would be too narrow to read.

    What a camera or a program wrote beside the pixels (place, owner, preview) stays behind.
    """
    plain = _plain(image)
    scale = min(1.0, LONGEST / max(plain.size))
    if scale < 1:
        size = max(1, round(plain.width * scale)), max(1, round(plain.height * scale))
        if min(size) < _NARROWEST <= min(plain.size):
            raise Refusal(
                f"图有 {plain.width} × {plain.height} 像素，太长或太宽，缩小后看不清字。"
                "请分成几页，存成一个 PDF 再导入。"
            )
        plain = plain.resize(size, Image.Resampling.LANCZOS)
    body = _written(plain)
    return Page(Picture(sha256(body).hexdigest(), *plain.size), body, _is_blank(plain))


def _is_blank(image: Image.Image) -> bool:
    """Whether a picture is of one colour all over, but for the noise of a scanner."""
    bands = ([level for level, count in enumerate(band.histogram()) if count] for band in image.split())
    return all(levels[-1] - levels[0] < _NOISE for levels in bands)


def _plain(image: Image.Image) -> Image.Image:
    """In grey or colours of eight bits, turned as its camera says, on white where it is transparent."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I"):
        turned = turned.convert("I").point(lambda level: level / 257).convert("L")
    if turned.mode in {"1", "L"} and "transparency" not in turned.info:
        return turned.convert("L")
    if turned.has_transparency_data:
        above = turned.convert("RGBA")
        turned = Image.new("RGBA", above.size, (*_WHITE, 255))
        turned.alpha_composite(above)
    colours = turned.convert("RGB")
    red, green, blue = colours.split()
    return red if red.tobytes() == green.tobytes() == blue.tobytes() else colours


def _written(image: Image.Image) -> bytes:
    """The smaller of PNG and, for what is no drawing, JPEG."""
    lossless = _saved(image, "PNG")
    if len(lossless) <= _PLAIN_ENOUGH:
        return lossless
    lossy = BytesIO()
    image.save(lossy, "JPEG", quality=_JPEG_QUALITY)
    return min(lossless, lossy.getvalue(), key=len)


def _saved(image: Image.Image, form: str) -> bytes:
    out = BytesIO()
    # A copy has no chunks of the file it came from.
    Image.frombytes(image.mode, image.size, image.tobytes()).save(out, form)
    return out.getvalue()
