"""The test pattern staff ask for at the touchscreen: every lamp in every colour, then characters and digits.

    requests/sign-pattern.json   {"time": "2026-11-23T01:12:00Z", "seconds": 30}

Whoever may write into the home's `requests` folder asks; the service shows the pattern in front of the programme from
`time` on for so many seconds, at most LONGEST, and then goes on as before. Nobody has to take it down.
An urgent notice comes first.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from ledsign.bitmap import Bitmap, Panel
from ledsign.compose import Composition, Style, compose
from ledsign.rotation import Effect

REQUEST = Path("requests") / "sign-pattern.json"
"""Below the home."""
LONGEST_S = 120
DWELL_S = 2.0
BLOCK = "■"
"""As good as a lit page on signs that draw their own characters; in GB 2312, which all of them have."""
DIGITS = "测试0123456789"


@dataclass(frozen=True, slots=True)
class Request:
    """A pattern asked for; aware instants."""

    begins: datetime
    ends: datetime


def read_request(home: Path, now: datetime) -> Request | None:
    """The request that holds at `now` (aware); None where there is none, it is over, or the file is no request."""
    try:
        asked = json.loads((home / REQUEST).read_text(encoding="utf-8"))
        begins = datetime.fromisoformat(asked["time"])
        ends = begins + timedelta(seconds=min(float(asked["seconds"]), LONGEST_S))
        return Request(begins, ends) if begins <= now < ends else None
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def pattern(panel: Panel, style: Style) -> Composition:
    """The pattern for one panel. ValueError where no character fits it."""
    quick = replace(style, effect=Effect.HOLD, dwell_s=DWELL_S)
    font_dots = compose(BLOCK, panel, quick).font_dots
    a_page = (panel.width_dots // font_dots) * (panel.height_dots // font_dots)
    worded = compose(BLOCK * a_page + DIGITS, panel, quick)
    blocks, *digits = worded.pages
    area = panel.width_dots * panel.height_dots
    lit = [
        replace(blocks, bitmap=Bitmap(panel.width_dots, panel.height_dots, bytes([colour]) * area))
        for colour in sorted(panel.colours.lamps)
    ]
    return replace(worded, pages=(*lit, *digits))
