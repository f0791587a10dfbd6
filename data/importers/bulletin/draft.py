"""An item of the bulletin on its way: what is written around its text (【政府信息】, 来源, 起止时间) told apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from data.importers.columns.bulletin import KINDS_OF_ITEM
from data.importers.dates import find_days
from data.importers.problem import Problem, error
from data.importers.text import single_line
from data.records import ItemKind

_OPEN, _CLOSE = r"[【\[［〔(（<《]", r"[】\]］〕)）>》]"
_MARK_BEFORE = re.compile(rf"^\s*{_OPEN}\s*(?P<word>[^】\]］〕)）>》]{{2,8}}?)\s*{_CLOSE}\s*")
_MARK_BEHIND = re.compile(rf"\s*{_OPEN}\s*(?P<word>[^】\]］〕)）>》【\[［〔(（<《]{{2,8}}?)\s*{_CLOSE}[。.]?\s*$")
_WORD_BEFORE = re.compile(r"^\s*(?P<word>[^\s:：]{2,6})\s*[:：]\s*")
_SOURCE_WORD = r"(?:信息来源|来源|供稿单位|供稿|稿源|提供单位)"
_SOURCES = (
    re.compile(rf"\s*[（(\[【]\s*{_SOURCE_WORD}\s*[:：]\s*(?P<source>[^（()）\]】]+?)\s*[）)\]】]"),
    re.compile(r"\s*[（(](?P<source>[^（()），。,]{2,20}?)\s*(?:供稿|提供)\s*[）)]\s*$"),
    re.compile(rf"(?:^|[\s。；;，,])\s*{_SOURCE_WORD}\s*[:：]\s*(?P<source>[^\s（()）。；;]+)[。]?\s*$"),
)
_DAYS = r"[\d〇零○一二三四五六七八九十廿卅年月日号至到起止截—–\-－~～/.:：时分\s]+"
_VALIDITY_WORD = r"(?:起止时间|起止日期|有效期限|有效期|显示时间|显示期限|播放时间|播出时间|展示时间|展示期限)"
_VALIDITY = re.compile(rf"\s*[（(\[【]?\s*{_VALIDITY_WORD}\s*(?:[:：]|为)?\s*(?P<days>{_DAYS})[）)\]】]?[。；;]?")
_UNTIL = re.compile(r"^\s*(?:至|到|截至|截止|止)|止\s*$|为止\s*$")
_SENTENCE_END = "。！？；：…!?;:"


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as far as it is read. `number` is the one it bears, 0 for none; `kind` None where nothing says it."""

    place: str
    text: str
    number: int = 0
    kind: ItemKind | None = None
    source: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    validity: str = ""
    """Both days as staff wrote them in a column of their own, not yet read."""


def joined(parts: Iterable[str]) -> str:
    """The paragraphs of an item as one: with a blank between them unless a sentence has ended."""
    text = ""
    for part in (single_line(piece) for piece in parts):
        text += ("" if not text or text[-1] in _SENTENCE_END else " ") + part if part else ""
    return text


def told_apart(draft: Draft, day: date | None, problems: list[Problem]) -> Draft:
    """The draft with its marks, source and days taken out of the text. Days without a year are of the bulletin's."""
    return _without_mark(_without_source(_without_days(_without_mark(draft), day, problems)))


def mark_before(text: str) -> tuple[ItemKind | None, str]:
    """What a mark at the very start says (【政府信息】 or 政府信息：), and the text without it."""
    for pattern in (_MARK_BEFORE, _WORD_BEFORE):
        match = pattern.match(text)
        kind = KINDS_OF_ITEM.meaning(match["word"]) if match else None
        if match and kind is not None:
            return kind, text[match.end() :]
    return None, text


def days_in(text: str, day: date | None) -> tuple[date | None, date | None]:
    """First and last day of a validity as written: two days, 至 with one, or one alone, which is both."""
    days = find_days(text, None if day is None else day.year)
    if not days:
        return None, None
    first, last = days[0], days[-1]
    if len(days) == 1:
        return (None, last) if _UNTIL.search(text) else (first, first)
    if last < first and (last.month, last.day) < (first.month, first.day) and last.year == first.year:
        last = _in_next_year(last)
    return first, last


def _in_next_year(day: date) -> date:
    """The same day a year on: 12月30日至1月2日 crosses the year."""
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)  # noqa: PLR2004 - February


def _without_mark(draft: Draft) -> Draft:
    kind, text = mark_before(draft.text)
    behind = _MARK_BEHIND.search(text)
    if kind is None and behind:
        kind = KINDS_OF_ITEM.meaning(behind["word"])
        text = text if kind is None else text[: behind.start()]
    return replace(draft, text=text.strip(), kind=draft.kind or kind)


def _without_source(draft: Draft) -> Draft:
    for pattern in _SOURCES:
        match = pattern.search(draft.text)
        if match:
            text = draft.text[: match.start()] + draft.text[match.end() :]
            return replace(draft, text=text.strip(), source=draft.source or match["source"].strip())
    return draft


def _without_days(draft: Draft, day: date | None, problems: list[Problem]) -> Draft:
    match = _VALIDITY.search(draft.text)
    if match is None and not draft.validity:
        return draft
    written = match["days"] if match else draft.validity
    first, last = days_in(written, day)
    if first is None and last is None:
        message = f"起止时间“{written.strip()[:30]}”看不懂，请写成 2026-11-23至2026-11-25 这样。"
        problems.append(error(draft.place, message))
    text = draft.text[: match.start()] + draft.text[match.end() :] if match else draft.text
    return replace(
        draft, text=text.strip(), valid_from=draft.valid_from or first, valid_until=draft.valid_until or last
    )
