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
    used: set[str] = field(default_factory=set)

    def keys(self, document: Document) -> Keys:
        """The keys of a document, from the cache where it has them."""
        name = fingerprint(document)
        self.used.add(name)
        row = self.connection.execute("SELECT body FROM keys WHERE document = ?", (name,)).fetchone()
        if row is not None:
            return _decoded(row[0])
        made = keys_of(document)
        self.connection.execute("INSERT INTO keys VALUES (?, ?)", (name, _encoded(made)))
        return made

    def forget_unused(self) -> None:
        """Let go of every document that was not asked for."""
        known = {name for (name,) in self.connection.execute("SELECT document FROM keys")}
        self.connection.executemany("DELETE FROM keys WHERE document = ?", ((name,) for name in known - self.used))


@contextmanager
def key_cache(cache: Cache) -> Iterator[KeyCache]:
    """The key cache of this builder; what it learnt is kept when the block ends without an exception."""
    cache.make_folder()
    with closing(sqlite3.connect(cache.path("keys", ()))) as connection, connection:
        connection.execute(_CREATE)
        kept = KeyCache(connection)
        yield kept
        kept.forget_unused()


def _encoded(keys: Keys) -> bytes:
    return json.dumps([[(key.text, key.rank) for key in keys.keys], keys.readings], ensure_ascii=False).encode()


def _decoded(body: bytes) -> Keys:
    keys, readings = json.loads(body)
    return Keys(tuple(Key(text, Rank(rank)) for text, rank in keys), tuple(tuple(reading) for reading in readings))
