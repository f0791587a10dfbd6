"""What came out of a staff file: records, what they replace, and what is wrong."""

from dataclasses import dataclass
from datetime import date

from data.importers.problem import Level, Problem
from data.records import Kind, Record


@dataclass(frozen=True, slots=True)
class Scope:
    """What the records of a file replace: everything of these kinds, or of a bulletin only these days.

    With `fields` a file speaks of these fields only: the records are there already, and keep their others. With `keys`
    it speaks of these records only.
    """

    kinds: tuple[Kind, ...]
    days: tuple[date, ...] = ()
    fields: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def covers(self, kind: Kind, key: str) -> bool:
        """Whether a record already there is replaced, or removed where the file no longer has it."""
        if kind not in self.kinds or (self.keys and key not in self.keys):
            return False
        return kind != "bulletin" or any(key.startswith(f"{day.isoformat()}/") for day in self.days)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as read: its kind (empty where it could not be told), its records in order, and all findings.

    The records count only while there is no error among the problems; see `usable`.
    """

    kind: Kind
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    scope: Scope
    places: tuple[str, ...] = ()
    """Where each record stands in the file, in the order of records; empty where the reader does not tell."""
    documents: tuple[bytes, ...] = ()
    """What the records name by hash and what must be kept with them."""

    @property
    def usable(self) -> bool:
        """Whether the records may be applied: no finding is an error."""
        return all(problem.level is not Level.ERROR for problem in self.problems)


def refused(*problems: Problem, kind: Kind = "") -> Parsed:
    """A file of which nothing can be taken."""
    return Parsed(kind, (), problems, Scope(()))
