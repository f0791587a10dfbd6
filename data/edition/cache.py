"""What was computed from approved content, kept under the hash of what it was computed from.

The name of each entry also covers the builder: its own source and the libraries it leans on, so that an update computes
anew and nothing stale is ever signed.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from data.edition.files import write_whole

_ROOMS = ("records", "search", "building", "flows", "edition")
_LIBRARIES = ("pypinyin", "opencc", "numpy", "shapely", "rustworkx")
_KEPT = 400
"""Entries kept; the least recently used go first."""


class Cache:
    """A folder of entries. Losing it costs time, never content."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, made when it is first written."""
        self._folder = folder

    def path(self, subject: str, parts: Iterable[str]) -> Path:
        """Where the entry for a subject computed from `parts` (hashes, keys) lies, whether it is there or not."""
        digest = sha256("\n".join((builder_fingerprint(), *parts)).encode()).hexdigest()
        return self._folder / f"{subject}-{digest}"

    def read(self, path: Path) -> bytes | None:
        """The entry, or None."""
        try:
            body = path.read_bytes()
        except OSError:
            return None
        path.touch()
        return body

    def has(self, path: Path) -> bool:
        """Whether an entry is there; it then counts as used."""
        if path.is_file():
            path.touch()
            return True
        return False

    def write(self, path: Path, body: bytes) -> None:
        """Keep an entry."""
        self.make_folder()
        write_whole(path, body)

    def make_folder(self) -> None:
        """Make the folder where it is not there."""
        self._folder.mkdir(parents=True, exist_ok=True)

    def prune(self) -> None:
        """Let go of the least recently used entries."""
        entries = sorted(self._folder.glob("[a-z]*-*"), key=lambda path: path.stat().st_mtime)
        for path in entries[:-_KEPT]:
            path.unlink(missing_ok=True)


@cache
def builder_fingerprint() -> str:
    """A hash over the builder's source, SQLite and the libraries that decide what is built."""
    digest = sha256(sqlite3.sqlite_version.encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    for room in _ROOMS:
        for path in sorted(Path(str(files(f"data.{room}"))).rglob("*")):
            if path.suffix in {".py", ".sql"}:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
