"""The way a visitor has gone through the pages, from home to where they are."""

from dataclasses import dataclass

LONGEST = 8
"""Pages kept to go back to, a megabyte or more each: beyond it, the oldest after home are forgotten."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the way: its name, and the key of the record it shows, empty where it shows none."""

    page: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """Stops from home on; never empty."""

    stops: tuple[Stop, ...] = (Stop("home"),)

    @property
    def here(self) -> Stop:
        """Where the visitor is."""
        return self.stops[-1]

    def opened(self, stop: Stop, depth: int) -> "Way":
        """The way after a page asked for `stop` from its place at `depth`: what lay above that page is left.

        A page that already shows the same does not open twice.
        """
        kept = self.stops[: depth + 1]
        if kept[-1] == stop:
            return Way(kept)
        return Way((*kept, stop))

    def shortened(self) -> "Way":
        """Without the oldest stop after home, where it is longer than one may go back."""
        return Way((self.stops[0], *self.stops[2:])) if len(self.stops) > LONGEST else self

    def back(self) -> "Way":
        """One step back; home stays."""
        return Way(self.stops[:-1]) if len(self.stops) > 1 else self

    def shared_with(self, other: "Way") -> int:
        """How many stops from home on both ways have in common."""
        pairs = zip(self.stops, other.stops, strict=False)
        return next(
            (number for number, (mine, theirs) in enumerate(pairs) if mine != theirs),
            min(len(self.stops), len(other.stops)),
        )
