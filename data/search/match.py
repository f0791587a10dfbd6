"""Where in a title a query matches: for marking it, and for what keys alone cannot decide.

A title is walked character by character; each uses up some of the query in one of the ways of `Way`:

    title     张   伟   明        query   zhangwm    → zhang w m     张wei → 张 wei     zwm → z w m
    reading   zhang wei ming
"""

from collections.abc import Sequence
from enum import Flag, auto
from functools import cache

from data.search.folding import Folded


class Way(Flag):
    """How one character of a title may use up a query."""

    ITSELF = auto()
    """The character is there."""
    SYLLABLE = auto()
    """Its whole syllable is there, or, at the query's end, the beginning of it."""
    INITIAL = auto()
    """The first letter of its syllable is there (of zh, ch, sh one letter or both)."""


STRICTEST_FIRST = (
    Way.ITSELF,
    Way.ITSELF | Way.SYLLABLE,
    Way.ITSELF | Way.INITIAL,
    Way.ITSELF | Way.SYLLABLE | Way.INITIAL,
)


def span(query: str, title: Folded, readings: str) -> tuple[int, int] | None:
    """The range (start, end) of the original title that a folded query matches best; None where there is none.

    `readings` are as the edition stores them: lines of syllables, one for each character of the original.
    """
    spoken = [_syllables(title, line.split(" ")) for line in readings.split("\n") if line] or [tuple(title.text)]
    for way in STRICTEST_FIRST:
        for syllables in spoken[:1] if way == Way.ITSELF else spoken:
            for start in range(len(title.text)):
                end = _end(query, title.text, syllables, start, way)
                if end is not None:
                    return title.at[start], title.at[end - 1] + 1
    return None


def _syllables(title: Folded, reading: Sequence[str]) -> tuple[str, ...]:
    return tuple(reading[at] or letter for letter, at in zip(title.text, title.at, strict=True))


def _end(query: str, text: str, syllables: Sequence[str], start: int, way: Way) -> int | None:
    """Where a match that begins at `start` ends, or None."""
    if not _uses(query, text[start], syllables[start], way):
        return None

    @cache
    def walk(place: int, used: int) -> int | None:
        if used == len(query):
            return place
        if place == len(text):
            return None
        ends = (walk(place + 1, used + n) for n in _uses(query[used:], text[place], syllables[place], way))
        return next((end for end in ends if end is not None), None)

    return walk(start, 0)


def _uses(query: str, character: str, syllable: str, way: Way) -> list[int]:
    """How many characters of the rest of a query one character of a title may use up, longest first."""
    lengths = set()
    if Way.ITSELF in way and query[0] == character:
        lengths.add(1)
    if Way.SYLLABLE in way and (query.startswith(syllable) or syllable.startswith(query)):
        lengths.add(min(len(syllable), len(query)))
    if Way.INITIAL in way and query[0] == syllable[0]:
        lengths.add(1)
        if syllable[:2] in ("zh", "ch", "sh") and query[:2] == syllable[:2]:
            lengths.add(2)
    return sorted(lengths, reverse=True)
