"""A visit from first touch to the calm that follows it, as a state machine that is told the time.

    resting ──touch──▶ awake ──idle_s without a touch──▶ warning ──warning_s──▶ resting (everything reset)
       │                 ▲ ▲                                │
    attract_s            │ └────────────── touch ───────────┘
       ▼                 │
    attract ──touch──────┘  that touch only wakes the screen

    any stage ──staff: clean──▶ cleaning ──cleaning_s──▶ resting    touches do nothing meanwhile

Nothing here reads a clock: `now` is seconds of any steady clock.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from kiosk.settings import Patience


class Stage(StrEnum):
    """Where a visit stands."""

    RESTING = "resting"
    """Home is shown, nobody is here."""
    ATTRACT = "attract"
    """Nobody came for a while: the resting screen."""
    AWAKE = "awake"
    WARNING = "warning"
    CLEANING = "cleaning"
    """Staff wipe the glass: touches do nothing until the time is over."""


@dataclass(frozen=True, slots=True)
class Session:
    """One moment. `visits` counts the visits begun; a change from a visit to RESTING means everything is reset."""

    patience: Patience
    stage: Stage = Stage.RESTING
    since: float = 0.0
    """When the last touch came, the warning began, or the visitor left."""
    visits: int = 0

    def touched(self, now: float) -> "Session":
        """The session after somebody touched the glass."""
        if self.stage is Stage.CLEANING:
            return self
        return replace(self, stage=Stage.AWAKE, since=now, visits=self.visits + self.at_rest)

    def at(self, now: float) -> "Session":
        """The session at `now`, where nobody touched the glass in between."""
        stage, patience = self.stage, self.patience
        if stage is Stage.AWAKE and now >= self.since + patience.idle_s:
            return replace(self, stage=Stage.WARNING, since=self.since + patience.idle_s).at(now)
        if stage is Stage.WARNING and now >= self.since + patience.warning_s:
            return self.left(self.since + patience.warning_s).at(now)
        if stage is Stage.CLEANING and now >= self.since + patience.cleaning_s:
            return self.left(self.since + patience.cleaning_s).at(now)
        if stage is Stage.RESTING and now >= self.since + patience.attract_s:
            return replace(self, stage=Stage.ATTRACT, since=now)
        return self

    def left(self, now: float) -> "Session":
        """The session after the visitor went."""
        return replace(self, stage=Stage.RESTING, since=now)

    def cleaned(self, now: float) -> "Session":
        """The session after staff asked to wipe the glass: a visit, if there was one, is over."""
        return replace(self, stage=Stage.CLEANING, since=now)

    def seconds_left(self, now: float) -> int:
        """What a warning or the cleaning of the glass counts down, in whole seconds; 0 outside both."""
        lasts_s = {Stage.WARNING: self.patience.warning_s, Stage.CLEANING: self.patience.cleaning_s}.get(self.stage)
        return 0 if lasts_s is None else max(0, ceil(self.since + lasts_s - now))

    @property
    def at_rest(self) -> bool:
        """Whether nobody is touching: then a new edition may be taken in."""
        return self.stage in {Stage.RESTING, Stage.ATTRACT, Stage.CLEANING}

    @property
    def deaf(self) -> bool:
        """Whether touches do nothing at all."""
        return self.stage is Stage.CLEANING

    @property
    def wakes_only(self) -> bool:
        """Whether the next touch only wakes the screen and presses nothing."""
        return self.stage is Stage.ATTRACT
