"""Shortest walks by brute force on a fine grid, to hold against ways found by lines of sight.

The grid shares nothing with the graph: a unit's ground is sampled, neighbours in 64 directions are tried, doors are
points where two units' grids meet.
"""

import heapq
from collections import defaultdict
from math import gcd, hypot

import shapely
from shapely.geometry import Polygon

Cell = tuple[int, int]
_REACH = 6
_STEPS = [(dx, dy) for dx in range(-_REACH, _REACH + 1) for dy in range(-_REACH, _REACH + 1) if gcd(dx, dy) == 1]


def shortest_m(ground: Polygon, start: tuple[float, float], end: tuple[float, float], cell_m: float = 0.4) -> float:
    """Metres of the shortest walk inside a polygon, to about a hundredth; infinite where there is none."""
    left, top, right, bottom = ground.bounds
    columns, rows = int((right - left) / cell_m) + 1, int((bottom - top) / cell_m) + 1
    cells = [(column, row) for column in range(columns) for row in range(rows)]
    inside = shapely.contains_xy(
        ground, [left + column * cell_m for column, _ in cells], [top + row * cell_m for _, row in cells]
    )
    free = {cell for cell, within in zip(cells, inside, strict=True) if within}
    source, target = (
        min(free, key=lambda cell: hypot(left + cell[0] * cell_m - x, top + cell[1] * cell_m - y))
        for x, y in (start, end)
    )
    return _dijkstra(_neighbours(ground, free, (left, top), cell_m), source, target) * cell_m


def _neighbours(
    ground: Polygon, free: set[Cell], corner: tuple[float, float], cell_m: float
) -> dict[Cell, list[tuple[Cell, float]]]:
    pairs = [
        (cell, (cell[0] + dx, cell[1] + dy))
        for cell in sorted(free)
        for dx, dy in _STEPS
        if (dx, dy) > (0, 0) and (cell[0] + dx, cell[1] + dy) in free
    ]
    shapely.prepare(ground)
    lines = shapely.linestrings([[_at(cell, corner, cell_m) for cell in pair] for pair in pairs])
    found: defaultdict[Cell, list[tuple[Cell, float]]] = defaultdict(list)
    for (one, other), seen in zip(pairs, shapely.covers(ground, lines), strict=True):
        if seen:
            length = hypot(one[0] - other[0], one[1] - other[1])
            found[one].append((other, length))
            found[other].append((one, length))
    return found


def _at(cell: Cell, corner: tuple[float, float], cell_m: float) -> tuple[float, float]:
    return corner[0] + cell[0] * cell_m, corner[1] + cell[1] * cell_m


def _dijkstra(neighbours: dict[Cell, list[tuple[Cell, float]]], source: Cell, target: Cell) -> float:
    best = {source: 0.0}
    waiting = [(0.0, source)]
    while waiting:
        length, cell = heapq.heappop(waiting)
        if cell == target:
            return length
        if length > best[cell]:
            continue
        for other, step in neighbours.get(cell, ()):
            if length + step < best.get(other, float("inf")):
                best[other] = length + step
                heapq.heappush(waiting, (length + step, other))
    return float("inf")
