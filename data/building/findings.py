"""What a loader found wrong with a drawing, gathered so that a thousand equal faults read as one line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is: an error makes the whole drawing useless, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a drawing: where it is, and a Chinese sentence with the remedy."""

    level: Level
    place: str
    message: str


_SHOWN_EACH = 8
"""So many faults of one wording are listed one by one; the rest are counted."""


@dataclass(slots=True)
class Findings:
    """Collects findings in the order they are met; `listed` gives them for staff.

    A message is a fixed wording; what differs from fault to fault belongs in `place`.
    """

    _by_message: dict[tuple[Level, str], list[str]] = field(default_factory=dict)

    def error(self, place: str, message: str) -> None:
        """A fault that makes the file useless."""
        self._add(Level.ERROR, place, message)

    def warn(self, place: str, message: str) -> None:
        """A fault of one thing in the file: it is left out or mended."""
        self._add(Level.WARNING, place, message)

    def note(self, place: str, message: str) -> None:
        """Something staff may want to know."""
        self._add(Level.NOTE, place, message)

    def listed(self) -> tuple[Finding, ...]:
        """Everything found, errors first; long series end in a count."""
        order = list(Level)
        return tuple(sorted(self._each(), key=lambda finding: order.index(finding.level)))

    def _add(self, level: Level, place: str, message: str) -> None:
        self._by_message.setdefault((level, message), []).append(place)

    def _each(self) -> Iterator[Finding]:
        for (level, message), places in self._by_message.items():
            for place in places[:_SHOWN_EACH]:
                yield Finding(level, place, message)
            if len(places) > _SHOWN_EACH:
                yield Finding(level, f"另有 {len(places) - _SHOWN_EACH} 处", message)
