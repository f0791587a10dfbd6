"""Prefixes that very many keys share: what they find is worked out at publishing; ranking it later takes too long.

Ranking the 400,000 keys that begin with s takes over 300 ms, and a keystroke has 10. Keys are gone through once, in
order: those of a prefix stand together, from its first row to its last.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

import numpy as np
import numpy.typing as npt

from data.search.rank import WHOLE_BONUS, Rank

POPULAR = 1000
"""A prefix shared by more keys than this has its answer stored."""

BEST = 60
"""So many hits are stored for it."""

_NEVER = 255
"""A rank no match has."""

Ranks = npt.NDArray[np.uint8]

Span = tuple[str, int, int]
"""A kind with its documents, from the first to the last, that one excluded."""


@dataclass(frozen=True, slots=True)
class Popular:
    """A prefix with the rows of the sorted keys that it begins, the last excluded."""

    prefix: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """The sorted keys as columns: how long each is, its rank and its document."""

    lengths: npt.NDArray[np.uint32]
    ranks: Ranks
    docs: npt.NDArray[np.uint32]


def write_popular(connection: sqlite3.Connection, kinds: Sequence[str]) -> None:
    """Fill `search_popular` from `search_key`; `kinds` is the kind of each document, by number, each kind together."""
    in_order = "FROM search_key ORDER BY key, rank, doc"
    numbers = connection.execute(f"SELECT length(key), rank, doc {in_order}")
    lengths, ranks, docs = np.fromiter(chain.from_iterable(numbers), np.uint32).reshape(-1, 3).T
    rows = _Rows(lengths, ranks.astype(np.uint8), docs)
    keys = (key for (key,) in connection.execute(f"SELECT key {in_order}"))
    spans = list(_spans(kinds))
    made = [_stored(popular, rows, spans) for popular in popular_prefixes(keys)]
    connection.executemany("INSERT INTO search_popular VALUES (?, ?, ?, ?, ?)", sorted(made))


def popular_prefixes(keys: Iterable[str], more_than: int = POPULAR) -> Iterator[Popular]:
    """Every prefix shared by more than so many of these sorted keys.

    `begins[n]` is the row at which the current prefix of n + 1 characters began.
    """
    begins: list[int] = []
    previous = ""
    row = -1
    for row, key in enumerate(keys):
        shared = _shared(previous, key)
        yield from _ended(previous, begins, shared, row, more_than)
        begins[shared:] = [row] * (len(key) - shared)
        previous = key
    yield from _ended(previous, begins, 0, row + 1, more_than)


def _shared(one: str, other: str) -> int:
    """How many characters two keys have in common at their beginning."""
    for index, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine != yours:
            return index
    return min(len(one), len(other))


def _ended(key: str, begins: Sequence[int], shared: int, row: int, more_than: int) -> Iterator[Popular]:
    """The popular ones among the prefixes of `key` longer than `shared`; longer prefixes have fewer keys."""
    length = shared
    while length < len(key) and row - begins[length] > more_than:
        length += 1
        yield Popular(key[:length], begins[length - 1], row)


def _spans(kinds: Sequence[str]) -> Iterator[Span]:
    first = 0
    for kind, group in groupby(kinds):
        last = first + sum(1 for _ in group)
        yield kind, first, last
        first = last


def _stored(popular: Popular, rows: _Rows, spans: Sequence[Span]) -> tuple[str, str, str, bytes, bytes]:
    best = _best(popular, rows, spans[-1][2])
    found = np.flatnonzero(best != _NEVER)
    order = found[np.argsort(best[found], kind="stable")][:BEST]
    return (
        popular.prefix,
        " ".join(f"{best[doc]} {doc}" for doc in order),
        " ".join(f"{kind} {count}" for kind, count in sorted(_counts(best, spans))),
        _bits(best < Rank.BODY),
        _bits(best != _NEVER),
    )


def _best(popular: Popular, rows: _Rows, documents: int) -> Ranks:
    """Each document's best rank under a prefix."""
    here = slice(popular.first, popular.last)
    ranks = rows.ranks[here].copy()
    whole = (rows.lengths[here] == len(popular.prefix)) & (ranks % 10 == 0)
    ranks[whole] -= WHOLE_BONUS
    best = np.full(documents, _NEVER, np.uint8)
    np.minimum.at(best, rows.docs[here], ranks)
    return best


def _counts(best: Ranks, spans: Sequence[Span]) -> Iterator[tuple[str, int]]:
    for kind, first, last in spans:
        count = int(np.count_nonzero(best[first:last] != _NEVER))
        if count:
            yield kind, count


def _bits(chosen: npt.NDArray[np.bool_]) -> bytes:
    """A set of documents as the edition stores it (`sets`)."""
    return zlib.compress(np.packbits(chosen, bitorder="little").tobytes(), 6)
