"""Queries that are no single key: several words, ways of typing mixed, and words longer than a key into a body.

Each looks among documents not `known` yet, and gives what it found ranked.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, islice

from data.search.folding import is_hanzi
from data.search.lookup import Found, Index, Ranked
from data.search.match import span
from data.search.rank import Rank
from data.search.sets import Few, Posting
from data.search.syllables import INITIALS, LONGEST_SYLLABLE, PARTIAL, SYLLABLES

_WINDOW = 4
"""Characters of a body's key."""

_VERIFIED = 80
"""Documents compared character by character for one query."""

_DIGRAPHS = frozenset(("zh", "ch", "sh"))
"""Initials of two letters; keys have the first alone."""

_SPLITS = 4
"""Ways of splitting a query into syllables and initials that are tried, the fewest pieces first."""

Known = Collection[int]


def word_by_word(index: Index, words: Sequence[str], known: Known, limit: int) -> Ranked:
    """Documents that have all of several words, wherever."""
    if len(words) < 2:  # noqa: PLR2004 - one word is no several
        return Ranked()
    postings = [_word(index, word, limit) for word in dict.fromkeys(words)]
    return index.together(postings, known, limit)


def _word(index: Index, word: str, limit: int) -> Posting:
    posting = index.posting(word)
    if isinstance(posting, Few):
        bodies = in_text(index, word, frozenset(posting.ranks), limit)
        return Few(posting.ranks | {doc: rank for rank, doc in bodies.hits})
    return posting


def in_text(index: Index, word: str, known: Known, limit: int) -> Ranked:
    """Documents that have a word longer than a key keeps: in the title or in the text behind it."""
    if len(word) <= _WINDOW:
        return Ranked()
    windows = {word[start : start + _WINDOW] for start in range(len(word) - _WINDOW + 1)}
    candidates = index.together([index.posting(window) for window in sorted(windows)], known, _VERIFIED)
    documents = index.documents([doc for _, doc in candidates.hits])
    hits = [(rank.value, found.doc) for found in documents if (rank := _compared(index, word, found))]
    return Ranked(tuple(sorted(hits)[:limit]), index.counts(doc for _, doc in hits))


def _compared(index: Index, word: str, found: Found) -> Rank | None:
    if word in found.folded.text:
        return Rank.PREFIX if found.folded.text.startswith(word) else Rank.INSIDE
    if span(word, found.folded, found.readings):
        return Rank.PINYIN_INSIDE
    return Rank.BODY if any(word in folded.text for _, folded in index.text(found.doc)) else None


def mixed(index: Index, whole: str, known: Known, limit: int) -> Ranked:
    """Documents whose title matches with Hanzi, whole syllables and initials by turns: 张wm, zhangwm, kjshi."""
    candidates = sorted({doc for pieces in _splits(whole) for doc in _candidates(index, pieces, known)})
    documents = index.documents(candidates[:_VERIFIED])
    fitting = (found.doc for found in documents if span(whole, found.folded, found.readings))
    docs = list(islice(fitting, limit))
    return Ranked(tuple((Rank.MIXED.value, doc) for doc in docs), index.counts(docs))


def _splits(whole: str) -> list[tuple[str, ...]]:
    """The ways of splitting a query that no key covers by itself, the fewest pieces first."""
    best: list[list[tuple[str, ...]]] = [[] for _ in whole] + [[()]]
    for start in range(len(whole) - 1, -1, -1):
        ways = [(piece, *rest) for piece in _pieces(whole[start:]) for rest in best[start + len(piece)]]
        best[start] = sorted(ways, key=len)[:_SPLITS]
    return [pieces for pieces in best[0] if len({_kind(piece) for piece in pieces}) > 1 or _DIGRAPHS & {*pieces}]


def _pieces(rest: str) -> list[str]:
    if not "a" <= rest[0] <= "z":
        return [rest[0]]
    lengths = range(min(LONGEST_SYLLABLE, len(rest)), 1, -1)
    syllables = [rest[:n] for n in lengths if rest[:n] in SYLLABLES or (n == len(rest) and rest in PARTIAL)]
    initials = [rest[:n] for n in (2, 1) if rest[:n] in INITIALS]
    return list(dict.fromkeys(syllables + initials))


def _kind(piece: str) -> str:
    if not piece.isascii():
        return "hanzi"
    return "initial" if piece in INITIALS else "syllable"


def _candidates(index: Index, pieces: Sequence[str], known: Known) -> Iterator[int]:
    runs = [index.posting(run) for run in sorted(_runs(pieces))]
    for initials in _initials(index, pieces):
        yield from (doc for _, doc in index.together([index.posting(initials), *runs], known, _VERIFIED).hits)


def _runs(pieces: Sequence[str]) -> set[str]:
    """Pieces that are keys together: neighbours of a kind, except initials, since keys have one letter for zh."""
    grouped = groupby(pieces, key=_kind)
    return {"".join(run) for kind, run in grouped if kind != "initial"}


def _initials(index: Index, pieces: Sequence[str]) -> list[str]:
    """The initials a title may have at these pieces; a Hanzi read in several ways has several."""
    found = [""]
    for piece in pieces:
        heard = index.readings(piece) if is_hanzi(piece[0]) else ()
        letters = sorted({syllable[0] for syllable in heard}) or [piece[0]]
        found = [before + letter for before in found for letter in letters][:_SPLITS]
    return found
