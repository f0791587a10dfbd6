"""When nothing is found: one typing error set right, and then the longest parts of a query that mean something.

Errors are a sound that many accents do not tell from another, two letters changed about, one wrong, one missing or one
too many; in Hanzi also a character that sounds the same, which is how pinyin keyboards go wrong.
"""

from collections.abc import Iterator
from itertools import islice, product

from data.search.folding import is_hanzi
from data.search.lookup import Index, Ranked
from data.search.rank import Rank

_LETTERS = "abcdefghijklmnopqrstuwxyz"
_DIGITS = "0123456789"

_PAIRS = (("ng", "n"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("f", "h"), ("r", "l"))
_ALIKE = (*_PAIRS, *((other, one) for one, other in _PAIRS))
"""Sounds of pinyin that many accents of Chinese do not tell apart (模糊音)."""

_SHORTEST = 3
"""Characters; in anything shorter one error is half of it."""

_LONGEST = 24
"""Characters; longer queries are looked up by their parts."""

_SOUNDS = 16
"""Ways of reading a query that are tried."""

_MEANT = 8
"""Corrections that are shown, the likeliest errors first."""


def forgiven(index: Index, whole: str) -> Iterator[tuple[str, Ranked]]:
    """What a query with one typing error may have meant, and what that finds, likeliest first."""
    if _SHORTEST <= len(whole) <= _LONGEST:
        for meant in islice(dict.fromkeys(_meant(index, whole)), _MEANT):
            yield meant, _as(Rank.FORGIVEN, index.ranked(meant))


def _meant(index: Index, whole: str) -> Iterator[str]:
    """What sounds alike, where that is anything; else whatever is one error away."""
    alike = [*islice(_sounds(index, whole), _SOUNDS), *_accents(whole)]
    heard = [candidate for candidate in alike if index.exists(candidate)]
    yield from heard or _one_error_away(index, whole)


def _one_error_away(index: Index, whole: str) -> Iterator[str]:
    reach = min(_reach(index, whole), len(whole) - 1)
    for candidates in (
        _changed_about(whole, reach),
        _one_wrong(index, whole, reach),
        _one_missing(index, whole, reach),
        _one_too_many(whole, reach),
    ):
        yield from (candidate for candidate in candidates if index.exists(candidate))


def _reach(index: Index, whole: str) -> int:
    """How many characters of the query some key begins with: the error is not after them."""
    return next((end - 1 for end in range(1, len(whole) + 1) if not index.exists(whole[:end])), len(whole))


def _sounds(index: Index, whole: str) -> Iterator[str]:
    """The pinyin a query in Hanzi is heard as."""
    if any(map(is_hanzi, whole)):
        heard = (index.readings(letter) or (letter,) if is_hanzi(letter) else (letter,) for letter in whole)
        yield from map("".join, product(*heard))


def _accents(whole: str) -> Iterator[str]:
    """The pinyin with one sound that many speakers do not tell apart exchanged for the other."""
    for place in range(len(whole)):
        for one, other in _ALIKE:
            if whole.startswith(one, place):
                yield whole[:place] + other + whole[place + len(one) :]


def _changed_about(whole: str, reach: int) -> Iterator[str]:
    for place in range(min(reach, len(whole) - 2), -1, -1):
        yield whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :]


def _one_wrong(index: Index, whole: str, reach: int) -> Iterator[str]:
    for place in range(reach, -1, -1):
        for letter in _alphabet(index, whole, place):
            yield whole[:place] + letter + whole[place + 1 :]


def _one_missing(index: Index, whole: str, reach: int) -> Iterator[str]:
    for place in range(reach, -1, -1):
        for letter in _alphabet(index, whole, place):
            yield whole[:place] + letter + whole[place:]


def _one_too_many(whole: str, reach: int) -> Iterator[str]:
    for place in range(reach, -1, -1):
        yield whole[:place] + whole[place + 1 :]


def _alphabet(index: Index, whole: str, place: int) -> str:
    """What may stand at a place: letters, digits, or the Hanzi that keys have there."""
    if not whole[place].isascii():
        return index.following(whole[:place]) if place else ""
    return _DIGITS if whole[place].isdigit() else _LETTERS


def pieces(index: Index, whole: str, limit: int) -> tuple[tuple[str, ...], Ranked]:
    """The longest parts of a query that keys begin with, and the documents that have all of them, else the longest."""
    parts = _parts(index, whole)
    if not parts:
        return (), Ranked()
    together = index.together([index.posting(part) for part in parts], (), limit)
    if together.hits:
        return parts, _as(Rank.PIECES, together)
    longest = max(parts, key=len)
    return (longest,), _as(Rank.PIECES, index.ranked(longest))


def _parts(index: Index, whole: str) -> tuple[str, ...]:
    found: list[str] = []
    start = 0
    while start < len(whole):
        reach = _reach(index, whole[start:])
        if reach >= 2 and not whole[start].isascii():  # noqa: PLR2004 - a Chinese word has two characters
            found.append(whole[start : start + reach])
        start += max(reach, 1)
    return tuple(dict.fromkeys(found))


def _as(rank: Rank, ranked: Ranked) -> Ranked:
    return Ranked(tuple((rank.value, doc) for _, doc in ranked.hits), ranked.counts)
