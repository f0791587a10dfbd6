"""A visit from first touch to the calm that follows it, as a state machine that is told the time.

    attract ──touch──▶ awake ──idle_s without a touch──▶ warning ──warning_s──▶ attract (reset)
                         ▲                                  │
                         └───────────── touch ──────────────┘

The first touch on a resting screen only wakes it. Nothing here reads a clock: `now` is seconds of any steady clock.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from kiosk.settings import Patience


class Stage(StrEnum):
    """Where a visit stands."""

    ATTRACT = "attract"
    AWAKE = "awake"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Session:
    """One moment of a visit. `visits` counts the visits begun; a change to ATTRACT means everything is to be reset."""

    patience: Patience
    stage: Stage = Stage.ATTRACT
    since: float = 0.0
    """When the last touch came, or the warning began."""
    visits: int = 0

    def touched(self, now: float) -> "Session":
        """The session after somebody touched the glass."""
        if self.stage is Stage.ATTRACT:
            return replace(self, stage=Stage.AWAKE, since=now, visits=self.visits + 1)
        return replace(self, stage=Stage.AWAKE, since=now)

    def at(self, now: float) -> "Session":
        """The session at `now`, where nobody touched the glass in between."""
        if self.stage is Stage.AWAKE and now >= self.since + self.patience.idle_s:
            return replace(self, stage=Stage.WARNING, since=self.since + self.patience.idle_s).at(now)
        if self.stage is Stage.WARNING and now >= self.since + self.patience.warning_s:
            return self.left(now)
        return self

    def left(self, now: float) -> "Session":
        """The session after the visitor went: at rest."""
        return replace(self, stage=Stage.ATTRACT, since=now)

    def seconds_left(self, now: float) -> int:
        """What the warning counts down, in whole seconds; 0 outside a warning."""
        if self.stage is not Stage.WARNING:
            return 0
        return max(0, ceil(self.since + self.patience.warning_s - now))

    @property
    def at_rest(self) -> bool:
        """Whether nobody is touching: then a new edition may be taken in."""
        return self.stage is Stage.ATTRACT

    @property
    def wakes_only(self) -> bool:
        """Whether the next touch only wakes the screen and presses nothing."""
        return self.stage is Stage.ATTRACT
