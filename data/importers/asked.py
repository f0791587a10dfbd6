"""What the caller of `read` says beside the file itself."""

from dataclasses import dataclass
from datetime import date

from data.importers.known import Known
from data.records import Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """The kind if it is given, what else is known, what day it is, and the file's name."""

    kind: Kind | None = None
    known: Known | None = None
    today: date | None = None
    name: str = ""
