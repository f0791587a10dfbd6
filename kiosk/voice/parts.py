"""Which voice says what: each part of a sentence goes to the voice of its language."""

import re
from collections.abc import Iterable, Iterator

from kiosk.hanzi import HANZI, has_hanzi
from kiosk.voice.voice import Part

_FIGURES = r"[\d.:–\s]*"
_CHINESE = re.compile(rf"(?:(?<![A-Za-z\d\s])[\d\s]+)?{HANZI.pattern}(?:(?![,·→(]\s*\d{_FIGURES}[A-Za-z])[^A-Za-z])*")
"""Hanzi with the figures and marks around them: 2027 年 1 月, up to the next Latin word. Figures go with the Latin word
that they follow or, after a mark, come before: Step 1, 3 members."""
_LATIN = re.compile("[A-Za-z]")
_SPAN = re.compile(r"(?<=\w)–(?=\w)")
_MARKS = re.compile(r"\s*→\s*|\s+·\s+")
"""Marks that a voice would call by their names; where they stand it only pauses."""
_NOTHING_TO_SAY = " ,，;；:：.。·→()（）"


def parts_of(sentences: Iterable[str], *, english: bool) -> Iterator[Part]:
    """What is said in which language.

    On a Chinese page the Chinese voice says whatever has Hanzi in it, with the Latin words between, and bare figures.
    On an English one it says what the office has in Chinese only, and nothing of what stands around that.
    """
    for sentence in sentences:
        if english:
            yield from _parted(sentence)
        else:
            language = "en" if _LATIN.search(sentence) and not has_hanzi(sentence) else "zh"
            yield language, _spoken(language, sentence)


def _parted(sentence: str) -> Iterator[Part]:
    end = 0
    for match in _CHINESE.finditer(sentence):
        yield from _said("en", sentence[end : match.start()])
        yield from _said("zh", match[0])
        end = match.end()
    yield from _said("en", sentence[end:])


def _said(language: str, text: str) -> Iterator[Part]:
    text = text.strip(_NOTHING_TO_SAY)
    if text:
        yield language, _spoken(language, text)


def _spoken(language: str, text: str) -> str:
    """As a voice should say it: 8:30–11:30 is 8:30至11:30 or 8:30 to 11:30."""
    said = _SPAN.sub(" to " if language == "en" else "至", text)
    return _MARKS.sub(", " if language == "en" else "，", said).replace("·", " ")
