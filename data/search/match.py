"""Where in a title a query matches: for marking it, and for what keys alone cannot decide.

title      张    伟   明          itself     伟明       pinyin   weim
syllables  zhang wei ming         initials   wm         mixed    zhangwm, 张wei, zhwm
"""

from collections.abc import Iterator
from itertools import accumulate

from data.search.folding import Folded

Span = tuple[int, int]
"""A range (start, end) of characters."""

Syllables = tuple[str, ...]
"""What each folded character of a title is typed as; what is not read stands for itself."""


def span(query: str, title: Folded, readings: str) -> Span | None:
    """The range of the original title that a folded query matches best; None where there is none.

    `readings` are as the edition stores them: lines of syllables, one for each character of the original.
    """
    found = _span(query, title, readings)
    return None if found is None else (title.at[found[0]], title.at[found[1] - 1] + 1)


def _span(query: str, title: Folded, readings: str) -> Span | None:
    start = title.text.find(query)
    if start >= 0:
        return start, start + len(query)
    if not readings or not any("a" <= character <= "z" for character in query):
        return None
    spoken = [_spoken(title, line) for line in readings.split("\n")]
    found = (way(query, title.text, syllables) for way in (_pinyin, _initials, _mixed) for syllables in spoken)
    return next((span for span in found if span is not None), None)


def _spoken(title: Folded, line: str) -> Syllables:
    reading = line.split(" ")
    return tuple(reading[at] or letter for letter, at in zip(title.text, title.at, strict=True))


def _pinyin(query: str, _: str, syllables: Syllables) -> Span | None:
    """Whole syllables from the start of one; the last may be cut short."""
    joined = "".join(syllables)
    begins = [0, *accumulate(map(len, syllables))]
    for place in _places(query, joined):
        if place in begins:
            end = place + len(query)
            return begins.index(place), next(number for number, begin in enumerate(begins) if begin >= end)
    return None


def _places(query: str, text: str) -> Iterator[int]:
    place = text.find(query)
    while place >= 0:
        yield place
        place = text.find(query, place + 1)


def _initials(query: str, _: str, syllables: Syllables) -> Span | None:
    start = "".join(syllable[0] for syllable in syllables).find(query)
    return None if start < 0 else (start, start + len(query))


def _mixed(query: str, text: str, syllables: Syllables) -> Span | None:
    """Characters, syllables and initials by turns: walk on while some part of the query can be used up."""
    for start, (character, syllable) in enumerate(zip(text, syllables, strict=True)):
        if query[0] != character and query[0] != syllable[0]:
            continue
        used = {0}
        for place in range(start, len(text)):
            used = {before + n for before in used for n in _uses(query[before:], text[place], syllables[place])}
            if len(query) in used:
                return start, place + 1
            if not used:
                break
    return None


def _uses(rest: str, character: str, syllable: str) -> Iterator[int]:
    """How many characters of the rest of a query one character of a title may use up."""
    if rest[0] == character:
        yield 1
    if rest[0] != syllable[0]:
        return
    yield 1
    if rest.startswith(syllable) or syllable.startswith(rest):
        yield min(len(syllable), len(rest))
    if len(rest) > 1 and rest[:2] == syllable[:2] and rest[1] == "h" and rest[0] in "zcs":
        yield 2
