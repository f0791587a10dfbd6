"""Flow charts as staff have them in no better form: pictures and PDF files, whole and hostile."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from fpdf import FPDF
from PIL import Image, ImageDraw

RED = (168, 50, 42)


def picture(width: int = 1200, height: int = 1600, colour: tuple[int, int, int] = RED) -> Image.Image:
    """A white sheet with one broad box in its middle and thin lines around."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((width // 4, height // 3, width * 3 // 4, height * 2 // 3), fill=colour)
    for line in range(40, min(width, height) // 4, 8):
        pen.rectangle((line, line, width - line, height - line), outline="black")
    return image


def raster(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    """The bytes of a file; `options` are Pillow's."""
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def pdf(texts: Sequence[str] = ("Apply",), password: str = "", boxes: Sequence[int] | None = None) -> bytes:
    """A PDF with these letters on each page, and a box on each or on some (counted from 0)."""
    document = FPDF(unit="mm", format="A4")
    document.set_creation_date(datetime(2026, 11, 23, tzinfo=UTC))
    document.set_font("helvetica", size=20)
    for number, text in enumerate(texts):
        document.add_page()
        document.set_fill_color(*RED)
        if boxes is None or number in boxes:
            document.rect(60, 100, 90, 40, style="F")
        document.text(20, 40, text)
    if password:
        document.set_encryption(owner_password="owner", user_password=password)
    return bytes(document.output())


def bomb(levels: int = 12, times: int = 12) -> bytes:
    """A PDF of 3 KB whose page draws a form that draws a form, `times` to the power of `levels`."""
    forms = [
        _stream(
            f"/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /F {number + 1} 0 R >> >>",
            "/F Do " * times if number < levels + 3 else "0 0 100 100 re f",
        )
        for number in range(4, levels + 4)
    ]
    return _file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents {levels + 4} 0 R"
        " /Resources << /XObject << /F 4 0 R >> >> >>",
        *forms,
        _stream("", "/F Do"),
    )


def sized(across: float, down: float) -> bytes:
    """A PDF with one empty page of so many points."""
    return _file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {down}] >>",
    )


def without_pages() -> bytes:
    """A PDF with no page."""
    return _file("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>")


def _stream(entries: str, content: str) -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(*objects: str) -> bytes:
    body, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    start = len(body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (body + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode()
