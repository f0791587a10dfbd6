"""What is wrong in a file that staff handed in, and what to do about it, in words they understand."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a problem is: an error stops the import, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where it is (`工作表“人员”C12`, `第 3 段`) and a Chinese sentence with the remedy."""

    level: Level
    place: str
    message: str


def error(place: str, message: str) -> Problem:
    """A problem because of which nothing of the file is taken."""
    return Problem(Level.ERROR, place, message)


def warning(place: str, message: str) -> Problem:
    """A problem that a person should look at; the file is taken."""
    return Problem(Level.WARNING, place, message)


def note(place: str, message: str) -> Problem:
    """Something the reader decided by itself and staff may want to know."""
    return Problem(Level.NOTE, place, message)
