"""Prefixes that very many keys share: what they find is worked out at publishing; ranking it later takes too long.

Ranking the 400,000 keys that begin with s takes over 300 ms; a keystroke has 10.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from data.search.lookup import RANKED, end_of
from data.search.rank import Rank
from data.search.sets import stored

POPULAR = 1000
"""A prefix shared by more keys than this has its answer stored."""

BEST = 60
"""So many hits are stored for it."""


def write_popular(connection: sqlite3.Connection, kinds: Sequence[str]) -> None:
    """Fill `search_popular` from `search_key`; `kinds` is the kind of each document, by number."""
    rows = (_row(connection, prefix, kinds) for prefix in popular_prefixes(_keys(connection)))
    connection.executemany("INSERT INTO search_popular VALUES (?, ?, ?, ?, ?)", rows)


def _keys(connection: sqlite3.Connection) -> Iterator[str]:
    return (key for (key,) in connection.execute("SELECT key FROM search_key ORDER BY key"))


def popular_prefixes(keys: Iterable[str], more_than: int = POPULAR) -> list[str]:
    """Every prefix shared by more than so many of these sorted keys, in the order in which they end.

    One pass: `begins[n]` is the row at which the current prefix of n + 1 characters began.
    """
    found: list[str] = []
    begins: list[int] = []
    previous = ""
    row = 0
    for row, key in enumerate(keys):
        shared = _shared(previous, key)
        found += _ended(previous, begins, shared, row, more_than)
        begins[shared:] = [row] * (len(key) - shared)
        previous = key
    return found + _ended(previous, begins, 0, row + 1, more_than)


def _shared(one: str, other: str) -> int:
    """How many characters two keys have in common at their beginning."""
    for index, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine != yours:
            return index
    return min(len(one), len(other))


def _ended(key: str, begins: list[int], shared: int, row: int, more_than: int) -> list[str]:
    """The popular ones among the prefixes of `key` longer than `shared`; longer prefixes have fewer keys."""
    length = shared
    while length < len(key) and row - begins[length] > more_than:
        length += 1
    return [key[:end] for end in range(shared + 1, length + 1)]


def _row(connection: sqlite3.Connection, prefix: str, kinds: Sequence[str]) -> tuple[str, str, str, bytes, bytes]:
    ranked = connection.execute(RANKED, {"prefix": prefix, "end": end_of(prefix)}).fetchall()
    counts = Counter(kinds[doc] for _, doc in ranked)
    return (
        prefix,
        " ".join(f"{rank} {doc}" for rank, doc in ranked[:BEST]),
        " ".join(f"{kind} {count}" for kind, count in sorted(counts.items())),
        stored((doc for rank, doc in ranked if rank < Rank.BODY), len(kinds)),
        stored((doc for _, doc in ranked), len(kinds)),
    )
