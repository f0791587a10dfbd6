"""How long one visitor may keep the website, as a state machine that is told the time.

browsing ──limit_s──▶ asking ──ask_s without an answer──▶ over
▲                    │
└──── "继续": another limit_s ────┘   as often as wanted: nobody is thrown out who is here (WCAG 2.2.1)
"""

from dataclasses import dataclass, replace
from math import ceil


@dataclass(frozen=True, slots=True)
class Limit:
    """`since` is when the time allowed began, in seconds of any steady clock; 0 for `limit_s` means no limit."""

    limit_s: float
    ask_s: float
    since: float

    def seconds_left(self, now: float) -> int:
        """What the question counts down, in whole seconds; 0 while nothing is asked, -1 when time is over."""
        passed = now - self.since - self.limit_s
        if self.limit_s <= 0 or passed < 0:
            return 0
        return ceil(self.ask_s - passed) if passed < self.ask_s else -1

    def gone_on(self, now: float) -> "Limit":
        """The visitor is here and wants more time."""
        return replace(self, since=now)
