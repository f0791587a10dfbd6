"""Follows `editions/current`: which edition is there now, read whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ledsign.rotation import Rotation


@dataclass(frozen=True, slots=True)
class Edition:
    """What of an edition concerns signs."""

    number: int
    published_at: datetime
    rotation: Rotation


class EditionFollower:
    """Looks at `current` when asked; reads only when it points elsewhere than before."""

    def __init__(self, editions: Path) -> None:
        """`editions` is the lobby's folder; it may not be there yet."""
        self._current = editions / "current"
        self._seen: tuple[str, int] | None = None
        self.edition: Edition | None = None
        self.problem = ""

    def look(self) -> bool:
        """Whether another edition was read. A damaged one is a `problem`, and the last good one stays."""
        seen = self._target()
        if seen == self._seen:
            return False
        self._seen = seen
        if seen is None:
            return False
        try:
            self.edition = read_edition(Path(seen[0]))
        except (OSError, ValueError, KeyError, TypeError) as broken:
            self.problem = f"读不懂版次 {Path(seen[0]).name}：{broken}"
            return False
        self.problem = ""
        return True

    def _target(self) -> tuple[str, int] | None:
        """The folder behind `current`, and when its rotation was written, for editions copied over each other."""
        try:
            folder = self._current.resolve(strict=True)
            return str(folder), (folder / "rotation.json").stat().st_mtime_ns
        except OSError:
            return None


def read_edition(folder: Path) -> Edition:
    """Read an edition's folder. OSError when files are missing, ValueError when they are wrong."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    published_at = datetime.fromisoformat(manifest["published_at"])
    if published_at.utcoffset() is None:
        raise ValueError("manifest.json：published_at 没有时区")
    rotation = Rotation.from_json((folder / "rotation.json").read_bytes())
    return Edition(int(manifest["number"]), published_at, rotation)
