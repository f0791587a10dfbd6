"""Flow charts laid out before, by the hash of their power: one SQLite file beside the other entries of the cache.

One file and one commit for all: a department has a thousand charts, and each file of its own would wait for the disk.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from data.edition.cache import Cache

_CREATE = "CREATE TABLE IF NOT EXISTS drawing (power TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"


@dataclass
class DrawingCache:
    """The charts made before, and those used now; what was not used is let go at the end."""

    connection: sqlite3.Connection
    used: set[str] = field(default_factory=set)

    def drawing(self, power: str, draw: Callable[[], bytes]) -> bytes:
        """The encoded chart of the power with this hash; drawn where it is not there."""
        self.used.add(power)
        row = self.connection.execute("SELECT body FROM drawing WHERE power = ?", (power,)).fetchone()
        if row is not None:
            return bytes(row[0])
        body = draw()
        self.connection.execute("INSERT INTO drawing VALUES (?, ?)", (power, body))
        return body

    def forget_unused(self) -> None:
        """Let go of every chart that was not asked for."""
        known = {power for (power,) in self.connection.execute("SELECT power FROM drawing")}
        gone = ((power,) for power in known - self.used)
        self.connection.executemany("DELETE FROM drawing WHERE power = ?", gone)


@contextmanager
def drawing_cache(cache: Cache) -> Iterator[DrawingCache]:
    """The charts of this builder; what was drawn is kept when the block ends without an exception."""
    cache.make_folder()
    with closing(sqlite3.connect(cache.path("drawings", ()))) as connection, connection:
        connection.execute(_CREATE)
        kept = DrawingCache(connection)
        yield kept
        kept.forget_unused()
