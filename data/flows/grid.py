"""Placing steps on a grid: rows from top to bottom in the order things happen, columns by who acts.

Each lane is a column, or, where there are few lanes, several side by side, so that what happens at the same time stands
side by side. A cell holds one step at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.flows.graph import Way
from data.records import Step

COLUMNS = 4
"""Columns a chart may have where its lanes leave room for more than one each; what fits a portrait screen."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the grid."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Where each step stands; `lanes` are the actors in order, `lane_of[column]` is the number of a column's lane."""

    cells: dict[int, Cell]
    rows: int
    lanes: tuple[str, ...]
    lane_of: tuple[int, ...]

    def taken(self) -> frozenset[Cell]:
        """Cells with a step."""
        return frozenset(self.cells.values())


def grid_of(steps: Sequence[Step], ways: Sequence[Way]) -> Grid:
    """Place every step below all that lead to it, loops left out."""
    lanes = tuple(dict.fromkeys(actor for actor in actors_of(steps).values()))
    wide = max(1, COLUMNS // max(1, len(lanes)))
    place = _Placing(steps, ways, lanes, wide)
    for step in _in_order(steps, ways):
        place.put(step)
    return _narrowed(place.cells, lanes, wide)


def actors_of(steps: Sequence[Step]) -> dict[int, str]:
    """Who acts at each step; where a step does not say, who acted before it in the list."""
    actors: dict[int, str] = {}
    named = next((step.actor for step in steps if step.actor), "")
    for step in steps:
        named = step.actor or named
        actors[step.number] = named
    return actors


def _in_order(steps: Sequence[Step], ways: Sequence[Way]) -> list[Step]:
    """Steps so that each comes after all that lead to it, otherwise as listed."""
    waiting = {step.number: 0 for step in steps}
    out: dict[int, list[int]] = {step.number: [] for step in steps}
    for way in ways:
        if not way.back:
            waiting[way.target] += 1
            out[way.source].append(way.target)
    place = {step.number: index for index, step in enumerate(steps)}
    ready = [step.number for step in steps if not waiting[step.number]]
    order: list[Step] = []
    while ready:
        number = min(ready, key=place.__getitem__)
        ready.remove(number)
        order.append(steps[place[number]])
        for target in out[number]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return order


class _Placing:
    """The grid while it is filled."""

    def __init__(self, steps: Sequence[Step], ways: Sequence[Way], lanes: Sequence[str], wide: int) -> None:
        actors = actors_of(steps)
        self.cells: dict[int, Cell] = {}
        self._taken: set[Cell] = set()
        self._lane = {step.number: lanes.index(actors[step.number]) for step in steps}
        self._into: dict[int, list[int]] = {step.number: [] for step in steps}
        for way in ways:
            if not way.back:
                self._into[way.target].append(way.source)
        self._wide = wide

    def put(self, step: Step) -> None:
        """Put a step into the first row below all that lead to it which has a free cell in its lane."""
        before = [self.cells[number] for number in self._into[step.number]]
        row = max((cell.row for cell in before), default=-1) + 1
        columns = self._columns(step.number, before)
        while all(Cell(row, column) in self._taken for column in columns):
            row += 1
        cell = next(Cell(row, column) for column in columns if Cell(row, column) not in self._taken)
        self.cells[step.number] = cell
        self._taken.add(cell)

    def _columns(self, number: int, before: Sequence[Cell]) -> list[int]:
        """The columns of a step's lane, best first: straight below what leads to it, else the nearest."""
        first = self._lane[number] * self._wide
        columns = range(first, first + self._wide)
        above = [cell.column for cell in before if cell.column in columns]
        wanted = above[0] if above else first
        return sorted(columns, key=lambda column: (abs(column - wanted), column))


def _narrowed(cells: dict[int, Cell], lanes: tuple[str, ...], wide: int) -> Grid:
    """The grid without columns that nobody stands in; every lane keeps one."""
    used = {cell.column for cell in cells.values()} | {lane * wide for lane in range(len(lanes))}
    columns = sorted(used)
    moved = {number: Cell(cell.row, columns.index(cell.column)) for number, cell in cells.items()}
    rows = max((cell.row for cell in moved.values()), default=-1) + 1
    return Grid(moved, rows, lanes, tuple(column // wide for column in columns))
