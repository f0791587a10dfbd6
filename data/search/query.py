"""Searching an edition at every keystroke: what was typed, in Hanzi, pinyin, initials or all mixed, to hits best first.

    typed ─ fold ─▶ words ─▶ all as one key ─▶ word by word ─▶ in long text ─▶ mixed ──┐
                       nothing found: one typing error ─▶ longest parts ─▶ offers ─────┴▶ hits, marked

A pure function of the edition's bytes and the text; standard library only.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.search.combine import in_text, mixed, word_by_word
from data.search.folding import fold
from data.search.forgive import forgiven, pieces
from data.search.lookup import Counts, Found, Index, Ranked
from data.search.marking import Marks, mark, merged

LIMIT = 60
"""Hits one asks for when one does not say; popular prefixes have no more stored."""

LONGEST = 200
"""Folded characters of a query; nobody types more, and nothing longer is found."""

_LONGEST_TYPED = 2000
"""Characters that are looked at at all."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found.

    `kind` is that of `data.search.documents.Document`; `opens` is the kind of record that `key` opens, `part` the line
    in it. `marks` are the ranges of `title` (start, end) that matched; where only the text behind the title matched,
    `excerpt` is some of that text, with its own marks. A lower `score` is a better match (`data.search.rank`).
    """

    kind: str
    key: str
    title: str
    detail: str
    marks: Marks
    score: int
    part: int = 0
    excerpt: str = ""
    excerpt_marks: Marks = ()

    @property
    def opens(self) -> str:
        """The kind of record to open."""
        return {"duty": "office", "step": "power", "window": "hall"}.get(self.kind, self.kind)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to open instead: a `letter` of the A-Z list, or a `section` of the office tree."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found: at most `limit` hits, and how many there are of each kind.

    Where there is no hit there are offers. `forgiven` says that the hits are for something near what was typed.
    """

    hits: tuple[Hit, ...] = ()
    counts: Counts = field(default_factory=dict)
    offered: tuple[Offer, ...] = ()
    forgiven: bool = False


def search(connection: sqlite3.Connection, text: str, limit: int = LIMIT) -> Results:
    """Search an edition's lobby.db. Any text is harmless; the same text and edition give the same results."""
    index = Index(connection)
    words = [word for word in map(index.fold, text[:_LONGEST_TYPED].split()) if word]
    whole = "".join(words)
    if not whole or len(whole) > LONGEST or len(text) > _LONGEST_TYPED:
        return Results(offered=_offers(index))
    found = _exactly(index, words, whole, limit)
    near = not found.ranks
    if near:
        _nearly(index, found, whole, limit)
    hits = _hits(index, found, limit)
    if not hits:
        return Results(offered=_offers(index))
    return Results(hits, dict(sorted(found.counts.items())), forgiven=near)


def marks_in(title: str, typed: str) -> Marks:
    """Where a title in Latin letters has what was typed, however it is parted: LEGALAFF in Legal Affairs."""
    folded = fold(title, {})
    ranges = []
    for word in ("".join(typed.split()), *typed.split()):
        wanted = fold(word, {}).text
        start = folded.text.find(wanted) if wanted else -1
        if start >= 0:
            ranges.append((folded.at[start], folded.at[start + len(wanted) - 1] + 1))
    return merged(ranges)


@dataclass(slots=True)
class _Found:
    """Hits gathered so far: rank and what to mark, by document."""

    ranks: dict[int, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    counts: Counts = field(default_factory=dict)

    def add(self, ranked: Ranked, words: Sequence[str]) -> None:
        """Take in what is not there yet."""
        for rank, doc in ranked.hits:
            self.ranks.setdefault(doc, (rank, tuple(words)))
        for kind, count in ranked.counts.items():
            self.counts[kind] = self.counts.get(kind, 0) + count


def _exactly(index: Index, words: Sequence[str], whole: str, limit: int) -> _Found:
    found = _Found()
    found.add(index.ranked(whole), [whole])
    if len(found.ranks) < limit:
        found.add(word_by_word(index, words, found.ranks, limit), words)
    if len(found.ranks) < limit:
        found.add(in_text(index, whole, found.ranks, limit), [whole])
    if len(found.ranks) < limit:
        found.add(mixed(index, whole, found.ranks, limit), [whole])
    return found


def _nearly(index: Index, found: _Found, whole: str, limit: int) -> None:
    for meant, ranked in forgiven(index, whole):
        if len(found.ranks) >= limit:
            break
        fresh = tuple((rank, doc) for rank, doc in ranked.hits if doc not in found.ranks)
        found.add(Ranked(fresh, index.counts(doc for _, doc in fresh)), [meant])
    if not found.ranks:
        parts, ranked = pieces(index, whole, limit)
        found.add(ranked, parts)


def _hits(index: Index, found: _Found, limit: int) -> tuple[Hit, ...]:
    best = sorted((rank, doc) for doc, (rank, _) in found.ranks.items())[:limit]
    documents = index.documents([doc for _, doc in best])
    return tuple(_hit(index, *found.ranks[one.doc], one) for one in documents)


def _hit(index: Index, rank: int, words: Sequence[str], one: Found) -> Hit:
    shown = mark(index, words, one)
    return Hit(
        one.kind, one.key, one.title, one.detail, shown.title, rank, one.part, shown.excerpt, shown.excerpt_marks
    )


def _offers(index: Index) -> tuple[Offer, ...]:
    return tuple(Offer(kind, text) for kind, text in index.offers())
