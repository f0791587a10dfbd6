"""Pictures of a flow chart as PDF, a page each, to be printed as they are."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from fpdf import FPDF
from PIL import Image

_SHORT, _LONG = 210.0, 297.0
"""Millimetres of A4."""
_MARGIN = 10.0


def pictures_pdf(pictures: Iterable[bytes], title: str, made_at: datetime) -> bytes:
    """A4 pages, each upright or lying as its picture (PNG or JPEG) is."""
    pdf = FPDF(unit="mm")
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(made_at)
    pdf.set_title(title)
    for body in pictures:
        with Image.open(BytesIO(body)) as image:
            across, down = (_LONG, _SHORT) if image.width > image.height else (_SHORT, _LONG)
            scale = min((across - 2 * _MARGIN) / image.width, (down - 2 * _MARGIN) / image.height)
            width, height = image.width * scale, image.height * scale
        pdf.add_page(orientation="L" if across > down else "P", format="A4")
        pdf.image(BytesIO(body), (across - width) / 2, _MARGIN, width, height)
    return bytes(pdf.output())
