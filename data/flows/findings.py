"""What is wrong with a flow, or with the file it came from, in words for staff."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is: an error makes the flow useless, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: where it is (a step, an element's id), and a Chinese sentence with the remedy."""

    level: Level
    place: str
    message: str


class UnreadableError(ValueError):
    """A file that holds no flow we can read; the message is for staff."""
