"""Showing why a hit was found: the matched part of its title, or the line behind the title that has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.search.folding import Folded
from data.search.lookup import Found, Index
from data.search.match import span

Marks = tuple[tuple[int, int], ...]
"""Ranges (start, end) of a text."""

_AROUND = 12
"""Characters an excerpt keeps before what matched."""

_EXCERPT = 48
"""Characters of an excerpt in all."""

_READ = 2000
"""Characters of text behind a title that are looked at for one hit."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is marked of one hit."""

    title: Marks = ()
    excerpt: str = ""
    excerpt_marks: Marks = ()


def mark(index: Index, words: Sequence[str], one: Found) -> Shown:
    """Mark folded words in a title; where none is in it, in the line behind it that has one."""
    marks = merged(found for word in words if (found := span(word, one.folded, one.readings)))
    return Shown(marks) if marks else _excerpt(index, words, one.doc)


def _excerpt(index: Index, words: Sequence[str], doc: int) -> Shown:
    for line, folded in index.text(doc, _READ):
        marks = merged(found for word in words if (found := _inside(word, folded)))
        if marks:
            return _window(line, marks)
    return Shown()


def _inside(word: str, line: Folded) -> tuple[int, int] | None:
    start = line.text.find(word)
    return None if start < 0 else (line.at[start], line.at[start + len(word) - 1] + 1)


def _window(line: str, marks: Marks) -> Shown:
    begin = _start_of_word(line, max(0, marks[0][0] - _AROUND))
    end = min(len(line), begin + _EXCERPT)
    inside = tuple((start - begin, min(stop, end) - begin) for start, stop in marks if start < end)
    return Shown((), line[begin:end], inside)


def _start_of_word(line: str, place: int) -> int:
    """Where the Latin word that a place lies in begins; any other place as it is."""
    while 0 < place < len(line) and (pair := line[place - 1 : place + 1]).isascii() and pair.isalnum():
        place -= 1
    return place


def merged(ranges: Iterable[tuple[int, int]]) -> Marks:
    """Ranges in order, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
