"""Search keys kept by the hash of what they were made from: one SQLite file beside the other entries of the cache."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from data.edition.cache import Cache
from data.search.documents import Document
from data.search.keys import Key, Keys, fingerprint, keys_of
from data.search.rank import Rank

_CREATE = "CREATE TABLE IF NOT EXISTS keys (document TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"


@dataclass
class KeyCache:
    """The keys made before, and those used now; what was not used is let go at the end."""

    connection: sqlite3.Connection
    known: set[str]
    used: set[str] = field(default_factory=set)
    made: dict[str, bytes] = field(default_factory=dict)
    """What is not in the file yet."""

    def keys(self, document: Document) -> Keys:
        """The keys of a document, from the cache where it has them."""
        name = fingerprint(document)
        self.used.add(name)
        if name in self.made:
            return _decoded(self.made[name])
        row = self._row(name) if name in self.known else None
        if row is not None:
            return _decoded(row[0])
        made = keys_of(document)
        self.made[name] = _encoded(made)
        return made

    def _row(self, name: str) -> tuple[bytes] | None:
        """What the file has; another builder beside this one may have let go of it."""
        row: tuple[bytes] | None = self.connection.execute(
            "SELECT body FROM keys WHERE document = ?", (name,)
        ).fetchone()
        return row

    def keep(self) -> None:
        """Write what was made, and let go of every document that was not asked for."""
        self.connection.executemany("INSERT OR REPLACE INTO keys VALUES (?, ?)", sorted(self.made.items()))
        gone = ((name,) for name in self.known - self.used)
        self.connection.executemany("DELETE FROM keys WHERE document = ?", gone)


@contextmanager
def key_cache(cache: Cache) -> Iterator[KeyCache]:
    """The key cache of this builder; what it learnt is kept when the block ends without an exception."""
    cache.make_folder()
    with closing(sqlite3.connect(cache.path("keys", ()))) as connection, connection:
        connection.execute(_CREATE)
        kept = KeyCache(connection, {name for (name,) in connection.execute("SELECT document FROM keys")})
        yield kept
        kept.keep()


def _encoded(keys: Keys) -> bytes:
    return json.dumps([[(key.text, key.rank) for key in keys.keys], keys.readings], ensure_ascii=False).encode()


def _decoded(body: bytes) -> Keys:
    keys, readings = json.loads(body)
    return Keys(tuple(Key(text, Rank(rank)) for text, rank in keys), tuple(tuple(reading) for reading in readings))
