"""What happens to a link, and what a link wants done: two closed sets of values, so that tests can read both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledsign.intent import Intent
from ledsign.plan import Burst, Known, Reply


@dataclass(frozen=True, slots=True)
class Opened:
    """The port is ours."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The port could not be opened, or went away; the reason is for staff."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one sign shall do from now on."""

    sign: str
    intents: tuple[Intent, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Replies that came in."""

    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""


Event = Opened | Lost | Wanted | Heard | Tick


@dataclass(frozen=True, slots=True)
class Open:
    """Open the port, exclusively."""


@dataclass(frozen=True, slots=True)
class Send:
    """Put these bursts on the wire, each followed by its silence."""

    bursts: tuple[Burst, ...]


@dataclass(frozen=True, slots=True)
class Remember:
    """Keep what is known of a sign, for the next start."""

    sign: str
    known: Known


class NoteKind(Enum):
    """What the journal says of an item; it never says "shown"."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    READ_BACK = "read-back"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Note:
    """A row for the journal."""

    kind: NoteKind
    sign: str
    key: str


Effect = Open | Send | Remember | Note
