"""Looking keys up in an edition: documents under a prefix, and documents under several prefixes at once.

Standard library only. Answers for prefixes that very many keys share are stored (`popular`); others are ranked here.
"""

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from data.search.folding import Folded, fold
from data.search.rank import WHOLE_BONUS, Rank
from data.search.sets import Few, Many, Posting, members

Counts = dict[str, int]
"""Kind → number of documents."""

RANKED = f"""\
SELECT min(rank - {WHOLE_BONUS} * (key = :prefix AND rank % 10 = 0)) AS best, doc
FROM search_key WHERE key >= :prefix AND key < :end GROUP BY doc ORDER BY best, doc"""  # noqa: S608 - a constant
"""Documents under a prefix, best first."""

_UNRANKED = "SELECT doc, min(rank) FROM search_key WHERE key >= ? AND key < ? GROUP BY doc"
"""The same in no order, for combining with others."""

_MOST_TEXT = 20_000
"""Characters of the text behind a title that are compared."""

_FOLLOWING = 200
"""Characters after a prefix that are tried for a mistyped one."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents with their ranks, best first; where there are very many, only the best, though all are counted."""

    hits: tuple[tuple[int, int], ...] = ()
    """(rank, document) pairs."""
    counts: Counts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A document as the edition has it."""

    doc: int
    kind: str
    key: str
    part: int
    title: str
    detail: str
    readings: str
    folded: Folded


class Index:
    """The search tables of one edition."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read through an open connection to a lobby.db."""
        self._connection = connection
        self._postings: dict[str, Posting] = {}

    def fold(self, text: str) -> str:
        """Fold what was typed, with the edition's own table of traditional characters."""
        return fold(text, self.simplified(text)).text

    def simplified(self, text: str) -> dict[str, str]:
        """The simplified forms of the traditional characters in a text."""
        wanted = sorted({character for character in text if not character.isascii() and character.isalpha()})
        return dict(
            self._connection.execute(
                f"SELECT character, simple FROM search_simplified WHERE character IN ({_marks(wanted)})",  # noqa: S608 - only question marks
                wanted,
            )
        )

    def ranked(self, prefix: str) -> Ranked:
        """Everything under a prefix, in order."""
        stored = self._connection.execute(
            "SELECT best, counts FROM search_popular WHERE prefix = ?", (prefix,)
        ).fetchone()
        if stored is not None:
            return Ranked(tuple(_pairs(stored[0])), _counts(stored[1]))
        hits = tuple(self._connection.execute(RANKED, {"prefix": prefix, "end": end_of(prefix)}))
        return Ranked(hits, self.counts(doc for _, doc in hits))

    def posting(self, prefix: str) -> Posting:
        """Which documents are under a prefix; remembered, since ways of reading one query share their beginnings."""
        if prefix not in self._postings:
            self._postings[prefix] = self._posting(prefix)
        return self._postings[prefix]

    def _posting(self, prefix: str) -> Posting:
        stored = self._connection.execute(
            'SELECT titled, "all" FROM search_popular WHERE prefix = ?', (prefix,)
        ).fetchone()
        if stored is not None:
            return Many(members(stored[0]), members(stored[1]))
        return Few(dict(self._connection.execute(_UNRANKED, (prefix, end_of(prefix)))))

    def exists(self, prefix: str) -> bool:
        """Whether any key begins so."""
        row = self._connection.execute(
            "SELECT 1 FROM search_key WHERE key >= ? AND key < ? LIMIT 1", (prefix, end_of(prefix))
        ).fetchone()
        return row is not None

    def following(self, prefix: str) -> str:
        """The characters that keys have after a prefix, the first of them in code order."""
        found: list[str] = []
        place = prefix
        while len(found) < _FOLLOWING:
            row = self._connection.execute(
                "SELECT substr(key, ?, 1) FROM search_key WHERE key > ? AND key < ? AND length(key) >= ?1 LIMIT 1",
                (len(prefix) + 1, place, end_of(prefix)),
            ).fetchone()
            if row is None:
                break
            found.append(row[0])
            place = end_of(prefix + row[0])
        return "".join(found)

    def together(self, postings: Sequence[Posting], known: Collection[int], most: int) -> Ranked:
        """Documents in all postings, ranked by where they match worst; at most `most`, though all are counted.

        Those `known` are left out of both. Of very many only the first in each rank are looked at.
        """
        few = [posting for posting in postings if isinstance(posting, Few)]
        if few:
            return self._few_together(few, postings, known, most)
        return self._many_together([posting for posting in postings if isinstance(posting, Many)], known, most)

    def _few_together(
        self, few: Sequence[Few], postings: Sequence[Posting], known: Collection[int], most: int
    ) -> Ranked:
        least = min(few, key=lambda posting: len(posting.ranks))
        fits = (
            (max(ranks), doc)
            for doc in least.ranks
            if doc not in known and all(ranks := [posting.rank(doc) or 0 for posting in postings])
        )
        hits = sorted(fits)
        return Ranked(tuple(hits[:most]), self.counts(doc for _, doc in hits))

    def _many_together(self, many: Sequence[Many], known: Collection[int], most: int) -> Ranked:
        unknown = ~sum(1 << doc for doc in known)
        titled = everywhere = unknown
        for posting in many:
            titled &= posting.titled
            everywhere &= posting.everywhere
        hits = [(int(Rank.INSIDE), doc) for doc in first_members(titled, most)]
        hits += [(int(Rank.BODY), doc) for doc in first_members(everywhere & ~titled, most - len(hits))]
        return Ranked(tuple(hits), self._counts_of(everywhere))

    def _counts_of(self, documents: int) -> Counts:
        spans = ((kind, documents >> first & (1 << last + 1 - first) - 1) for kind, first, last in self.kinds)
        return {kind: held.bit_count() for kind, held in sorted(spans) if held}

    def counts(self, docs: Iterable[int]) -> Counts:
        """How many of these documents there are of each kind."""
        lasts = [last for _, _, last in self.kinds]
        counter = Counter(self.kinds[bisect_left(lasts, doc)][0] for doc in docs)
        return dict(sorted(counter.items()))

    @cached_property
    def kinds(self) -> list[tuple[str, int, int]]:
        """Kind, first and last document of it, in order."""
        return self._connection.execute("SELECT kind, first, last FROM search_kind ORDER BY first").fetchall()

    def readings(self, character: str) -> tuple[str, ...]:
        """How a character is read in the edition's titles."""
        row = self._connection.execute(
            "SELECT readings FROM search_character WHERE character = ?", (character,)
        ).fetchone()
        return tuple(row[0].split()) if row else ()

    def documents(self, docs: Sequence[int]) -> list[Found]:
        """Documents by number, in the order asked for."""
        rows = self._connection.execute(
            "SELECT doc, kind, key, part, title, detail, readings, folded, folded_at"  # noqa: S608 - only question marks
            f" FROM search_document WHERE doc IN ({_marks(docs)})",
            tuple(docs),
        )
        found = {
            doc: Found(doc, kind, key, part, title, detail, readings, Folded.from_stored(title, folded, at))
            for doc, kind, key, part, title, detail, readings, folded, at in rows
        }
        return [found[doc] for doc in docs]

    def text(self, doc: int, most: int = _MOST_TEXT) -> list[tuple[str, Folded]]:
        """What a document says beside its title, line by line, with what each folds to; the first `most` characters."""
        row = self._connection.execute(
            "SELECT substr(text, 1, ?) FROM search_text WHERE doc = ?", (most, doc)
        ).fetchone()
        simplified = self.simplified(row[0]) if row else {}
        return [(line, fold(line, simplified)) for line in row[0].split("\n")] if row else []

    def offers(self) -> list[tuple[str, str]]:
        """What an empty page offers: kind (letter, section) and text."""
        return self._connection.execute("SELECT kind, text FROM search_offer ORDER BY position").fetchall()


def end_of(prefix: str) -> str:
    """A text after every key that begins with `prefix`, in the order of UTF-8."""
    return prefix + "\U0010ffff"


def first_members(documents: int, most: int) -> list[int]:
    """The first of a set of documents, in order."""
    found: list[int] = []
    while documents and len(found) < most:
        lowest = documents & -documents
        found.append(lowest.bit_length() - 1)
        documents ^= lowest
    return found


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _pairs(stored: str) -> Iterator[tuple[int, int]]:
    numbers = iter(map(int, stored.split()))
    return zip(numbers, numbers, strict=True)


def _counts(stored: str) -> Counts:
    words = iter(stored.split())
    return {kind: int(count) for kind, count in zip(words, words, strict=True)}
