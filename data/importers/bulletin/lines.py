"""The bulletin as lines of a document or text: a heading with the day, then numbered items over one line or several."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from data.importers.bulletin.draft import Draft, joined, mark_before
from data.importers.columns.bulletin import KINDS_OF_ITEM
from data.importers.dates import day_from, find_day
from data.importers.problem import Problem, error, note, warning
from data.records import ItemKind

_CHINESE = "一二三四五六七八九十"
_STYLES: tuple["re.Pattern[str]", ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<number>[{_CHINESE}]{{1,3}})\s*[、.．](?P<rest>.*)",
        rf"^[(（]\s*(?P<number>[{_CHINESE}]{{1,3}})\s*[)）](?P<rest>.*)",
        r"^[(（]\s*(?P<number>\d{1,2})\s*[)）](?P<rest>.*)",
        r"^(?P<number>\d{1,2})\s*(?:[、)）]|[.．](?!\d))(?P<rest>.*)",
        r"^(?P<number>[①-⑳])\s*(?P<rest>.*)",
        r"^第\s*(?P<number>[一二三四五六七八九十\d]{1,3})\s*条\s*[:：、]?(?P<rest>.*)",
        r"^(?P<number>\d{1,2})\s+(?P<rest>[^\d\s.,，、年月日].*)",
    )
)
"""The ways items are numbered: 一、 （一） (1) 1. ① 第一条, and a bare number with a blank behind it."""
_SIGNATURE_LENGTH = 20
_PUNCTUATION = re.compile("[，。；：！？,;:!?]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph with its place for staff."""

    place: str
    text: str


@dataclass(slots=True)
class Body:
    """The lines sorted into what they are. `days` are the lines that are a date and nothing else, with their places."""

    heading: list[Line] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    days: list[Line] = field(default_factory=list)


def sorted_lines(lines: Sequence[Line], problems: list[Problem]) -> Body:
    """Heading, items and lone dates. Without any number each line after the heading is an item, and staff are told."""
    filled = [replace(line, text=line.text.strip()) for line in lines if line.text.strip()]
    style = _style_of(filled)
    body = _unnumbered(filled) if style is None else _numbered(filled, style, problems)
    if style is None and body.drafts:
        problems.append(note(body.drafts[0].place, f"没有编号，每段当作一条，共 {len(body.drafts)} 条。"))
    _report_numbers(body.drafts, problems)
    return body


def lone_day(text: str, year: int | None = None) -> date | None:
    """The day a line is, with at most brackets around it."""
    return day_from(text.strip(" （）()【】[]"), year)


def _style_of(lines: Sequence[Line]) -> "re.Pattern[str] | None":
    """How the items are numbered: the way of the first numbered line that is no title of a section."""
    for line in lines:
        text = mark_before(line.text)[1]
        for style in _STYLES:
            match = style.match(text)
            if match and _section(match["rest"]) is None and lone_day(line.text, 2000) is None:
                return style
    return None


def _section(text: str) -> ItemKind | None:
    """The kind whose section a line opens (一、政府信息), None for any other line."""
    return KINDS_OF_ITEM.meaning(text.strip(" ：:【】[]（）()")) if len(text) < _SIGNATURE_LENGTH else None


def _numbered(lines: Sequence[Line], style: "re.Pattern[str]", problems: list[Problem]) -> Body:
    body, section = Body(), None
    parts: list[Line] = []
    for line in lines:
        kind, text = mark_before(line.text)
        match = style.match(text)
        opened = _section(_without_number(line.text))
        if opened is not None:
            section = opened
        elif match:
            body.drafts.append(Draft(line.place, match["rest"], _number(match["number"]), kind or section))
            parts = [Line(line.place, match["rest"])]
        elif lone_day(line.text, 2000) is not None:
            body.days.append(line)
            _drop_signature(body, parts)
        elif body.drafts:
            parts.append(line)
            body.drafts[-1] = replace(body.drafts[-1], text=joined(part.text for part in parts))
        else:
            body.heading.append(line)
    if _ends_with_signature(parts):
        message = f"“{parts[-1].text}”算作最后一条的内容。如果是落款，请从文件里或下面的内容里删去。"
        problems.append(warning(parts[-1].place, message))
    return body


def _drop_signature(body: Body, parts: list[Line]) -> None:
    """The short line before a closing date is who signs, no part of the last item."""
    if _ends_with_signature(parts):
        parts.pop()
        body.drafts[-1] = replace(body.drafts[-1], text=joined(part.text for part in parts))


def _ends_with_signature(parts: list[Line]) -> bool:
    """Whether an item's last line looks like who signs: a short line of its own, without punctuation."""
    return len(parts) > 1 and len(parts[-1].text) <= _SIGNATURE_LENGTH and not _PUNCTUATION.search(parts[-1].text)


def _unnumbered(lines: Sequence[Line]) -> Body:
    """Every line after the one with the date is an item; without a date, every line after the first."""
    dated = [number for number, line in enumerate(lines[:5]) if find_day(line.text, 2000) is not None]
    first = dated[0] + 1 if dated else 1
    body = Body(list(lines[:first]))
    section: ItemKind | None = None
    for line in lines[first:]:
        opened = _section(line.text)
        if opened is not None:
            section = opened
        elif lone_day(line.text, 2000) is not None:
            body.days.append(line)
        else:
            body.drafts.append(Draft(line.place, line.text, kind=section))
    return body


def _without_number(text: str) -> str:
    for style in _STYLES:
        match = style.match(text)
        if match:
            return match["rest"]
    return text


def _number(text: str) -> int:
    plain = unicodedata.normalize("NFKC", text)
    if plain.isdecimal():
        return int(plain)
    tens, mark, ones = plain.partition("十")
    digits = _CHINESE.index
    if not mark:
        return digits(plain[0]) + 1
    return (digits(tens[0]) + 1 if tens else 1) * 10 + (digits(ones[0]) + 1 if ones else 0)


def _report_numbers(drafts: Sequence[Draft], problems: list[Problem]) -> None:
    """Warn where numbers do not go on by one; they may begin anew."""
    before = 0
    for draft in drafts:
        if draft.number not in {before + 1, 0, 1}:
            problems.append(
                warning(draft.place, f"编号从 {before} 跳到 {draft.number}，请核对有没有漏掉或重复的条目。")
            )
        before = draft.number


def heading_day(body: Body, year: int | None, problems: list[Problem]) -> date | None:
    """The day the heading names, else that of a lone date below; other days in lone dates are errors."""
    named = [(line, day) for line in body.heading if (day := find_day(line.text, year)) is not None]
    named += [(line, day) for line in body.days if (day := lone_day(line.text, year)) is not None]
    for line, day in named[1:]:
        if day != named[0][1]:
            message = f"又出现了另一天（{day.isoformat()}）。一个文件只能是一天的要闻，请分成两个文件。"
            problems.append(error(line.place, message))
    return named[0][1] if named else None
