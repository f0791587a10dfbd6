"""Which programme file gets which name, so that files play in order and no file is overwritten while it shows.

Cards play files in the order of their names, P000 to P999. A file whose content the card already has keeps its name; a
new one gets a free name between its neighbours. Fresh names leave a gap, so a changed item goes into the gap beside the
old one, which is deleted afterwards: names alternate and a half update never shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise

LARGEST = 999
GAP = 2


def named(wanted: Sequence[str], held: Mapping[str, str]) -> tuple[str, ...]:
    """A name for each digest of `wanted`, in order; `held` has the digest of each name on the card.

    As many files as possible keep their names, but only so that all the others find room between them. So every file
    written brings the next plan nearer to its end. ValueError when a card cannot have so many files.
    """
    taken = {_number(name) for name in held}
    anchors = _anchors(wanted, held, taken)
    numbers: dict[int, int] = dict(anchors)
    for (before, low), (after, high) in pairwise(anchors):
        free = _free(after - before - 1, low, high, taken) or []
        numbers |= dict(zip(range(before + 1, after), free, strict=True))
    return tuple(f"P{numbers[place]:03d}" for place in range(len(wanted)))


def others(names: Iterable[str]) -> tuple[str, ...]:
    """Every name that a card's file may have, but these."""
    ours = set(names)
    return tuple(name for number in range(LARGEST + 1) if (name := f"P{number:03d}") not in ours)


def _anchors(wanted: Sequence[str], held: Mapping[str, str], taken: set[int]) -> list[tuple[int, int]]:
    """Places of `wanted` that keep a held number, in order, between one before the first and one after the last."""
    start, end = (-1, -1), (len(wanted), LARGEST + 1)
    matches = [(i, _number(name)) for i, content in enumerate(wanted) for name in sorted(held) if held[name] == content]
    best: dict[tuple[int, int], list[tuple[int, int]]] = {start: [start]}
    for place, number in [*matches, end]:
        before = [
            chain
            for (earlier, lower), chain in best.items()
            if earlier < place and lower < number and _free(place - earlier - 1, lower, number, taken) is not None
        ]
        if before:
            best[place, number] = [*max(before, key=len), (place, number)]
    if end not in best:
        raise ValueError(f"a card cannot take {len(wanted)} programmes beside {len(taken)}")
    return best[end]


def _free(count: int, low: int, high: int, taken: set[int]) -> list[int] | None:
    """So many free numbers between two, wide apart if they fit so; None when they do not fit."""
    for step in (GAP, 1):
        start = low + (step if low >= 0 else 1)
        roomy = list(islice((number for number in range(start, high, step) if number not in taken), count))
        if len(roomy) == count:
            return roomy
    return None


def _number(name: str) -> int:
    return int(name[1:])
