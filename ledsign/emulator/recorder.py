"""Remembers what a person saw in the last minute, to give it as an animation. Bounded in time and in pictures."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from ledsign.bitmap import Bitmap
from ledsign.compose.lamps import write_gif

LONGEST_S = 60.0
MOST_PICTURES = 600


class Recorder:
    """Pictures with the moment each began to show."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._seen: deque[tuple[float, Bitmap]] = deque(maxlen=MOST_PICTURES)

    def see(self, dots: Bitmap, now: float) -> None:
        """The panel looks like this now."""
        if not self._seen or self._seen[-1][1] != dots:
            self._seen.append((now, dots))
        while len(self._seen) > 1 and self._seen[1][0] < now - LONGEST_S:
            self._seen.popleft()

    def pictures(self, now: float) -> list[tuple[Bitmap, float]]:
        """What was seen in the last minute, with the seconds each stayed."""
        starts = [max(at, now - LONGEST_S) for at, _ in self._seen] + [now]
        return [(dots, max(starts[i + 1] - starts[i], 0.02)) for i, (_, dots) in enumerate(self._seen)]

    def write(self, file: Path, now: float) -> None:
        """Write it, whole or not at all. ValueError when nothing was seen yet."""
        write_gif(self.pictures(now), file)
