"""Which programme file gets which name, so that files play in order and no file is overwritten while it shows.

Cards play files in the order of their names, P000 to P999. A file whose content the card already has keeps its name; a
new one gets a free name between its neighbours. Fresh names leave a gap, so a changed item goes into the gap beside the
old one, which is deleted afterwards: names alternate and a half update never shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

LARGEST = 999
GAP = 2


def named(wanted: Sequence[str], held: Mapping[str, str]) -> tuple[str, ...]:
    """A name for each digest of `wanted`, in order; `held` has the digest of each name on the card.

    ValueError when a card cannot have so many files.
    """
    kept = _kept(wanted, [(name, held[name]) for name in sorted(held)])
    taken = {_number(name) for name in held}
    fixed = {-1: -1} | {place: _number(name) for place, name in kept.items()} | {len(wanted): LARGEST + 1}
    numbers = dict(fixed)
    for (before, low), (after, high) in pairwise(sorted(fixed.items())):
        free = _free(after - before - 1, low, high, taken)
        if free is None:
            return _afresh(len(wanted), taken)
        numbers |= dict(zip(range(before + 1, after), free, strict=True))
    return tuple(f"P{numbers[place]:03d}" for place in range(len(wanted)))


def _kept(wanted: Sequence[str], held: Sequence[tuple[str, str]]) -> dict[int, str]:
    """Places of `wanted` that can keep a held name: a longest common subsequence of the two orders."""
    best: list[list[dict[int, str]]] = [[{} for _ in range(len(held) + 1)] for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(held) - 1, -1, -1):
            name, content = held[j]
            if wanted[i] == content:
                best[i][j] = {i: name} | best[i + 1][j + 1]
            else:
                best[i][j] = max(best[i + 1][j], best[i][j + 1], key=len)
    return best[0][0]


def _free(count: int, low: int, high: int, taken: set[int]) -> list[int] | None:
    """So many free numbers between two, wide apart if they fit so; None when they do not fit."""
    for step in (GAP, 1):
        start = low + (step if low >= 0 else 1)
        roomy = [number for number in range(start, high, step) if number not in taken]
        if len(roomy) >= count:
            return roomy[:count]
    return None


def _afresh(count: int, taken: set[int]) -> tuple[str, ...]:
    """All names new, in the first stretch that none of the old ones stands in."""
    edges = [-1, *sorted(taken), LARGEST + 1]
    for low, high in pairwise(edges):
        free = _free(count, low, high, taken)
        if free is not None:
            return tuple(f"P{number:03d}" for number in free)
    raise ValueError(f"a card cannot take {count} programmes beside {len(taken)}")


def _number(name: str) -> int:
    return int(name[1:])
