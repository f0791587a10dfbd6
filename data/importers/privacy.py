"""Personal data that must not reach a screen by accident: identity-card numbers refuse a file, mobiles are pointed at.

An identity-card number (GB 11643-1999) is 18 characters: six of a place, eight of a birthday, three of order, and a
check digit by ISO 7064 MOD 11-2.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from data.importers.problem import Problem, error, warning
from data.importers.sheets.grid import Grid
from data.importers.sheets.reading import as_text

_CARD = re.compile(r"(?<![0-9A-Za-z])[1-9](?:[ \-]?\d){16}[ \-]?[\dXx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![\d.])(?:\+?86[ \-]?)?1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?!\d)")
_LONG_NUMBER = re.compile(r"\d[\d \-\u3000\u00a0]{9}")
"""What any of them has, full-width or not: looked for first, because most cells have none."""
_PROVINCES = frozenset({*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)})
_PROVINCES_LATER = frozenset({71, 81, 82, 83, 91})
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIRST_YEAR, _LAST_YEAR = 1880, 2100
_ROUNDED = range(10**17, 10**18)

CARD = "这里有身份证号，不能公开。请删去后再导入。"
ROUNDED_CARD = "这里像是身份证号（被 Excel 变成了数字）。请核对并删去后再导入。"
MOBILE = "这里有手机号。大厅会公开显示，请确认可以公开，或改为办公电话。"


def has_card(text: str) -> bool:
    """Whether a text holds an identity-card number, also with blanks in it or in full-width digits."""
    plain = unicodedata.normalize("NFKC", text)
    return any(is_card(re.sub(r"[ \-]", "", match)) for match in _CARD.findall(plain))


def has_mobile(text: str) -> bool:
    """Whether a text holds the number of a mobile telephone."""
    return _MOBILE.search(unicodedata.normalize("NFKC", text)) is not None


def is_card(number: str) -> bool:
    """Whether 18 characters are an identity-card number: place, birthday and check digit are right."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _may_be_card(number) and _CHECKS[total % 11] == number[17].upper()


def _may_be_card(number: str) -> bool:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return int(number[:2]) in _PROVINCES | _PROVINCES_LATER and _FIRST_YEAR <= born.year <= _LAST_YEAR


def in_grid(grid: Grid) -> Iterator[Problem]:
    """The findings in every cell of a sheet, read or not."""
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if isinstance(value, float) and int(value) in _ROUNDED and _may_be_card(str(int(value))):
                yield error(grid.place(row, column), ROUNDED_CARD)
            elif isinstance(value, str | int | float) and value != "":
                yield from in_text(grid.place(row, column), as_text(value))


def in_texts(texts: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """The findings in texts given with their places."""
    for place, text in texts:
        yield from in_text(place, text)


def in_text(place: str, text: str) -> Iterator[Problem]:
    """The findings in one text."""
    if not _LONG_NUMBER.search(text):
        return
    if has_card(text):
        yield error(place, CARD)
    elif has_mobile(text):
        yield warning(place, MOBILE)
