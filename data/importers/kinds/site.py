"""Reads the office's own facts and its signs."""

from data.importers.book import Book
from data.importers.columns.column import YES_NO
from data.importers.columns.site import COLOURS, SIGNS, SITE
from data.importers.sheets.reading import Reading
from data.records import SignFact, Site


def read(book: Book) -> tuple[Site, ...]:
    """The one site; further rows are errors."""
    rows = list(book.rows(SITE))
    for row in rows[1:]:
        row.error("name", f"单位只能有一行，第一行在{rows[0].place('name')}。请删去这一行。")
    signs = tuple(_sign(row) for row in book.rows(SIGNS))
    return tuple(_site(row, signs) for row in rows[:1])


def _site(row: Reading, signs: tuple[SignFact, ...]) -> Site:
    return Site(
        row.text("name"),
        name_en=row.text("name_en"),
        subtitle=row.text("subtitle"),
        subtitle_en=row.text("subtitle_en"),
        telephone=row.text("telephone"),
        complaint_telephone=row.text("complaint_telephone"),
        address=row.text("address"),
        address_en=row.text("address_en"),
        hours=row.text("hours"),
        hours_en=row.text("hours_en"),
        website=row.text("website"),
        sample=row.choice("sample", YES_NO, default=False),
        signs=signs,
    )


def _sign(row: Reading) -> SignFact:
    width, height = (_dots(row, name) for name in ("width_dots", "height_dots"))
    return SignFact(row.text("name"), width, height, row.choice("colours", COLOURS, "red"))


def _dots(row: Reading, name: str) -> int:
    number = row.number(name)
    if number is not None and number <= 0:
        row.error(name, f"“{number}”不能是点数，请填大于 0 的整数。")
    return number or 0
