"""Reads OpenStreetMap's ways of saying on which levels a thing is.

0          one level            0;1      a list
-1-3       a range, both ends   1.5      between levels
0;2-4      both                 -3--1    a range below the ground

`repeat_on` says on which levels the same thing is found again, `non_existent_levels` which of a range are none;
`min_level` and `max_level` are a range in other words.
"""

import re
from collections.abc import Iterator, Mapping

_FIGURE = r"[-+]?\d{1,3}(?:\.\d{1,2})?"
_RANGE = re.compile(rf"({_FIGURE})\s*(?:-|–|\.\.|to)\s*({_FIGURE})", re.ASCII)
_ONE = re.compile(_FIGURE, re.ASCII)
_SEPARATORS = re.compile(r"[;,，；/]")
MOST_LEVELS = 200
"""No house has more."""


def levels_of(tags: Mapping[str, str]) -> tuple[float, ...]:
    """The levels a tagged thing is on, from the lowest up, each once; empty where it does not say.

    ValueError where it says something that is no level.
    """
    told = [tags[key] for key in ("level", "repeat_on") if tags.get(key, "").strip()]
    ends = [tags[key] for key in ("min_level", "max_level") if tags.get(key, "").strip()]
    if not told and len(ends) == 2:  # noqa: PLR2004 - both ends
        told = [" to ".join(end.strip() for end in ends)]
    found = {level for text in told for level in _levels(text)}
    return tuple(sorted(found - set(_levels(tags.get("non_existent_levels", "")))))


def _levels(text: str) -> Iterator[float]:
    for part in _SEPARATORS.split(text):
        piece = part.strip()
        span = _RANGE.fullmatch(piece)
        if span:
            yield from _between(float(span[1]), float(span[2]))
        elif _ONE.fullmatch(piece):
            yield float(piece) + 0.0
        elif piece:
            raise ValueError(f"楼层写法“{text[:40]}”看不懂")


def _between(first: float, last: float) -> Iterator[float]:
    """Whole steps from the lower end up, and the upper end itself."""
    low, high = min(first, last), max(first, last)
    if high - low > MOST_LEVELS:
        raise ValueError(f"楼层范围 {first:g} 到 {last:g} 过大")
    level = low
    while level < high:
        yield level
        level += 1
    yield high
