"""Days and times as people write them in Chinese documents, and as spreadsheets count them."""

import re
import unicodedata
from datetime import date, datetime, timedelta

_DIGITS = "〇一二三四五六七八九"
_ZEROS = str.maketrans("零○◯Ｏ", "〇〇〇〇")
_CHINESE = rf"[{_DIGITS}十廿卅]"
_DAY = re.compile(
    rf"(?:(?P<year>\d{{4}}|[{_DIGITS}]{{4}})\s*年\s*)?(?P<month>\d{{1,2}}|{_CHINESE}{{1,3}})\s*月\s*"
    rf"(?P<day>\d{{1,2}}|{_CHINESE}{{1,3}})\s*[日号]?"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s*(?P<mark>[-/.])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*(?P<day>\d{1,2})(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})\s*(?::|时|点)\s*(?P<minute>\d{1,2})?\s*分?(?:\s*:?\s*(?P<second>\d{1,2})\s*秒?)?"
)
_FROM_1900 = date(1899, 12, 30)
_FROM_1904 = date(1904, 1, 1)
_FIRST_SERIAL, _LAST_SERIAL = 367, 80_000
"""Day numbers taken for dates: 1901 to 2119."""


def find_day(text: str, year: int | None = None) -> date | None:
    """The first day a text names, in any usual writing; a day without its year is taken in `year`.

    None where there is none, or none that exists.
    """
    text = unicodedata.normalize("NFKC", text).translate(_ZEROS)
    for pattern in (_NUMERIC, _DAY, _COMPACT):
        for match in pattern.finditer(text):
            found = _day_of(match, year)
            if found is not None:
                return found
    return None


def find_days(text: str, year: int | None = None) -> tuple[date, ...]:
    """Every day a text names, in order; the year of one counts for those after it."""
    text = unicodedata.normalize("NFKC", text).translate(_ZEROS)
    days: list[date] = []
    for match in sorted((*_NUMERIC.finditer(text), *_DAY.finditer(text)), key=re.Match.start):
        found = _day_of(match, days[-1].year if days else year)
        if found is not None:
            days.append(found)
    return tuple(days)


def day_from(text: str, year: int | None = None) -> date | None:
    """The day that a text is, with nothing beside it but a time or a weekday."""
    plain = re.sub(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?", "", unicodedata.normalize("NFKC", text)).strip()
    plain = _TIME.sub("", plain).strip() if _TIME.search(plain) else plain
    plain = re.sub(r"[T\s]+$", "", plain).translate(_ZEROS)
    for pattern in (_NUMERIC, _DAY, _COMPACT):
        match = pattern.fullmatch(plain)
        if match:
            return _day_of(match, year)
    return None


def time_in(text: str) -> timedelta:
    """The time of day in a text, as time since midnight; zero where it names none. ValueError for 25:00."""
    match = _TIME.search(unicodedata.normalize("NFKC", text))
    if match is None:
        return timedelta()
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    moment = datetime(2000, 1, 1, hour, minute, second)  # noqa: DTZ001 - only to have the clock checked
    return moment - datetime(2000, 1, 1)  # noqa: DTZ001


def day_from_serial(number: float, *, from_1904: bool) -> date | None:
    """The day that a spreadsheet's day number means, None where it cannot be one."""
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    return (_FROM_1904 if from_1904 else _FROM_1900) + timedelta(days=int(number))


def _day_of(match: "re.Match[str]", year: int | None) -> date | None:
    written = match.groupdict()["year"]
    number = year if written is None else _number(written)
    if number is None:
        return None
    try:
        return date(number, _number(match["month"]), _number(match["day"]))
    except ValueError:
        return None


def _number(text: str) -> int:
    """A number in digits, as 二〇二六, or as 二十三."""
    if text.isdecimal():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" not in text:
        return int("".join(str(_DIGITS.index(character)) for character in text))
    tens, _, ones = text.partition("十")
    return (_DIGITS.index(tens[:1]) if tens else 1) * 10 + (_DIGITS.index(ones[:1]) if ones else 0)
