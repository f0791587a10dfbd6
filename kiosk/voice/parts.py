"""Which voice says what: each part of a sentence goes to the voice of its language."""

import re
from collections.abc import Iterable, Iterator

from kiosk.hanzi import HANZI, has_hanzi
from kiosk.voice.voice import Part

_CHINESE = re.compile(rf"[\d\s]*{HANZI.pattern}[^A-Za-z]*")
"""Hanzi with the figures and marks around them: 2027 年 1 月, up to the next Latin word."""
_LATIN = re.compile("[A-Za-z]")
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
            yield ("en" if _LATIN.search(sentence) and not has_hanzi(sentence) else "zh"), sentence


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
        yield language, text
