"""Which track of its channel or gutter each run gets, so that no two ways look like one."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from data.flows.grid import Grid
from data.flows.routing import Route, Run, Shared, Side

_Bundle = tuple[str, int, Shared]
"""Runs in one channel or gutter that may lie on one another; they get one track."""


def tracks_of(routes: Sequence[Route], grid: Grid) -> dict[Run, int]:
    """A track for every run, from 0; those on one track neither overlap nor touch, unless they share an end."""
    bundles: dict[_Bundle, list[Run]] = defaultdict(list)
    for run in dict.fromkeys(run for route in routes for run in route.runs):
        bundles[run.along, run.number, run.shared].append(run)
    above = _above(routes, grid)
    places: dict[tuple[str, int], dict[_Bundle, list[Run]]] = defaultdict(dict)
    for bundle, runs in bundles.items():
        places[bundle[:2]][bundle] = runs
    found: dict[Run, int] = {}
    for inside in places.values():
        for bundle, track in _assigned(inside, above).items():
            found |= dict.fromkeys(inside[bundle], track)
    return found


def _above(routes: Sequence[Route], grid: Grid) -> Mapping[_Bundle, set[_Bundle]]:
    """For what runs in a channel, what must be nearer the top.

    Where one way leaves a box downwards and another comes down the same column from the same channel, the first must
    turn off before the second joins.
    """
    leaving: dict[tuple[int, int], set[_Bundle]] = defaultdict(set)
    coming: dict[tuple[int, int], set[_Bundle]] = defaultdict(set)
    for route in (route for route in routes if route.runs):
        first, last = route.runs[0], route.runs[-1]
        if route.leaves == Side.BOTTOM:
            leaving[first.number, grid.cells[route.way.source].column].add(_bundle(first))
        if route.enters == Side.TOP:
            coming[last.number, grid.cells[route.way.target].column].add(_bundle(last))
    constraints: dict[_Bundle, set[_Bundle]] = defaultdict(set)
    for place, bundles in coming.items():
        for bundle in bundles:
            constraints[bundle] |= leaving[place] - {bundle}
    return constraints


def _bundle(run: Run) -> _Bundle:
    return run.along, run.number, run.shared


def _assigned(runs: Mapping[_Bundle, Sequence[Run]], above: Mapping[_Bundle, set[_Bundle]]) -> dict[_Bundle, int]:
    tracks: dict[_Bundle, int] = {}
    for bundle in _ordered(runs, above):
        least = max((tracks[other] + 1 for other in above.get(bundle, ()) if other in tracks), default=0)
        used = {tracks[other] for other in tracks if _collide(runs[bundle], runs[other])}
        tracks[bundle] = next(track for track in range(least, least + len(runs) + 1) if track not in used)
    return tracks


def _ordered(runs: Mapping[_Bundle, Sequence[Run]], above: Mapping[_Bundle, set[_Bundle]]) -> list[_Bundle]:
    """What must be above first, short before long; where each wants to be above the other, the shorter."""
    left = sorted(runs, key=lambda bundle: (_length(runs[bundle]), bundle))
    order: list[_Bundle] = []
    while left:
        free = (bundle for bundle in left if not (above.get(bundle, set()) & set(left)) - {bundle})
        bundle = next(free, left[0])
        left.remove(bundle)
        order.append(bundle)
    return order


def _length(runs: Collection[Run]) -> int:
    return max(run.end for run in runs) - min(run.begin for run in runs)


def _collide(some: Sequence[Run], others: Sequence[Run]) -> bool:
    return any(one.begin <= other.end and other.begin <= one.end for one in some for other in others)
