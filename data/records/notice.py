"""A notice beside the bulletin: standing (hours, rules) or urgent (停电, 闭馆)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Urgency(StrEnum):
    """Whether a notice waits its turn or goes over everything at once."""

    STANDING = "standing"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice and when it shows. Instants are UTC; None is open at that end.

    `prepared` notices stand on the list approved beforehand: they show only once somebody switches them
    on, for which
    one person is enough. Which of them are on is not content but a fact of publishing.
    """

    key: str
    text: str
    text_en: str = ""
    urgency: Urgency = Urgency.STANDING
    starts: datetime | None = None
    ends: datetime | None = None
    prepared: bool = False
