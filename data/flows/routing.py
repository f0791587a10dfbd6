"""Leading arrows over the grid without crossing a box.

Between rows run channels, beside columns run gutters; each has as many tracks as ways need that run in it side by side.

    gutter 0 │ column 0 │ gutter 1 │ column 1 │ gutter 2        channel 0    above row 0
                                                                row 0
                                                                channel 1    between rows 0 and 1

A way leaves a box at one side, runs along channels and gutters by turns, and enters a box. It runs down a column only
to the box it enters, past cells where nothing stands; loops run in the gutters outside.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from data.flows.graph import Way
from data.flows.grid import Cell, Grid
from data.records import Step, StepKind


class Side(Enum):
    """A side of a box."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


Shared = tuple[str, int]
"""Runs that share this may lie on one another: they come `from` one box, or lead `to` one."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run along channel or gutter `number`, between two places.

    Along a channel, column c is at 2c + 1 and the gutter left of it at 2c; along a gutter, row r is at 2r + 1 and the
    channel above it at 2r.
    """

    along: str
    """`channel` or `gutter`."""
    number: int
    begin: int
    end: int
    shared: Shared


@dataclass(frozen=True, slots=True)
class Route:
    """A way with its sides and its runs, channel and gutter by turns, from source to target."""

    way: Way
    leaves: Side
    enters: Side
    runs: tuple[Run, ...] = ()


def routes_of(
    steps: Sequence[Step], ways: Sequence[Way], grid: Grid, crowded: frozenset[Cell] = frozenset()
) -> tuple[Route, ...]:
    """A route for every way; `crowded` are cells with something beside their step, on its right."""
    router = _Router(grid, crowded, {step.number for step in steps if step.kind == StepKind.DECISION})
    order = sorted(ways, key=lambda way: (way.back, not router.straight(way)))
    found = {way: router.back(way) if way.back else router.forward(way) for way in order}
    return tuple(found[way] for way in ways)


class _Router:
    """Routes found so far, and what they keep others from using."""

    def __init__(self, grid: Grid, crowded: frozenset[Cell], decisions: Iterable[int]) -> None:
        self._cells = grid.cells
        self._taken = grid.taken()
        self._crowded = crowded
        self._decisions = frozenset(decisions)
        self._columns = len(grid.lane_of)
        self._left: dict[int, list[Side]] = defaultdict(list)
        self._claims: dict[int, list[tuple[int, int, Shared]]] = defaultdict(list)

    def straight(self, way: Way) -> bool:
        """Whether a way can go straight down."""
        source, target = self._ends(way)
        return not way.back and source.column == target.column and self._free_above(target, source.row)

    def forward(self, way: Way) -> Route:
        """Lead a way down."""
        source, target = self._ends(way)
        if self.straight(way):
            return self._leaving(Route(way, Side.BOTTOM, Side.TOP))
        if way.source in self._decisions and Side.BOTTOM in self._left[way.source]:
            aside = self._aside(way, source, target)
            if aside is not None:
                return self._leaving(aside)
        return self._leaving(self._down(way, source, target))

    def _down(self, way: Way, source: Cell, target: Cell) -> Route:
        """Out at the bottom, along the channel, and down: through the target's column where that is free."""
        to: Shared = ("to", way.target)
        if self._free_above(target, source.row):
            return Route(way, Side.BOTTOM, Side.TOP, (_channel(source.row + 1, source, target.column * 2 + 1, to),))
        gutter = _beside(source, target)
        runs = (
            _channel(source.row + 1, source, gutter * 2, ("from", way.source)),
            Run("gutter", gutter, source.row * 2 + 2, target.row * 2, to),
            _channel(target.row, target, gutter * 2, to),
        )
        return Route(way, Side.BOTTOM, Side.TOP, runs)

    def _aside(self, way: Way, source: Cell, target: Cell) -> Route | None:
        """Out of a decision at the side that looks to the target, or at the other."""
        sides = (Side.LEFT, Side.RIGHT) if target.column < source.column else (Side.RIGHT, Side.LEFT)
        for side in sides:
            if side in self._left[way.source] or (side == Side.RIGHT and source in self._crowded):
                continue
            if self._over(way, source, target, side):
                return Route(way, side, Side.TOP)
            gutter = source.column + (side == Side.RIGHT)
            to: Shared = ("to", way.target)
            runs = (
                Run("gutter", gutter, source.row * 2 + 1, target.row * 2, to),
                _channel(target.row, target, gutter * 2, to),
            )
            return Route(way, side, Side.TOP, runs)
        return None

    def _over(self, way: Way, source: Cell, target: Cell, side: Side) -> bool:
        """Whether a way can go sideways until it is above its target, and claim that."""
        if (target.column > source.column) != (side == Side.RIGHT) or target.column == source.column:
            return False
        passed = (
            range(source.column + 1, target.column + 1) if side == Side.RIGHT else range(target.column, source.column)
        )
        if any(Cell(source.row, column) in self._taken for column in passed):
            return False
        if not self._free_above(target, source.row):
            return False
        return self._claim(source, target.column * 2 + 1, ("to", way.target))

    def back(self, way: Way) -> Route:
        """Lead a loop up, through the outer gutter on the side where less is in its way."""
        source, target = self._ends(way)
        side = min((Side.RIGHT, Side.LEFT), key=lambda side: self._trouble(way, side))
        outer = self._columns if side == Side.RIGHT else 0
        to: Shared = ("to", way.target)
        leaves, runs = self._out_to(way, side, outer)
        enters = side if self._can_enter(way, side) and self._claim(target, outer * 2, to) else Side.TOP
        begin = source.row * 2 + (2 if runs or leaves == Side.BOTTOM else 1)
        end = target.row * 2 + (1 if enters == side else 0)
        runs.append(Run("gutter", outer, end, begin, to))
        if enters == Side.TOP:
            runs.append(_channel(target.row, target, outer * 2, to))
        return self._leaving(Route(way, leaves, enters, tuple(runs)))

    def _out_to(self, way: Way, side: Side, outer: int) -> tuple[Side, list[Run]]:
        """How a loop gets to the outer gutter: straight, out of a decision's free tip and around, or below."""
        source = self._cells[way.source]
        if self._can_leave(way.source, side) and self._claim(source, outer * 2, ("to", way.target)):
            return side, []
        come_from: Shared = ("from", way.source)
        tip = self._free_tip(way.source, side)
        if tip is None:
            return Side.BOTTOM, [_channel(source.row + 1, source, outer * 2, come_from)]
        gutter = source.column + (tip == Side.RIGHT)
        around = Run("gutter", gutter, source.row * 2 + 1, source.row * 2 + 2, come_from)
        begin, end = sorted((gutter * 2, outer * 2))
        return tip, [around, Run("channel", source.row + 1, begin, end, come_from)]

    def _free_tip(self, number: int, side: Side) -> Side | None:
        """A side at which a decision has no way out yet, that of the outer gutter first."""
        if number not in self._decisions or Side.BOTTOM not in self._left[number]:
            return None
        crowded = self._cells[number] in self._crowded
        order = (side, Side.LEFT if side == Side.RIGHT else Side.RIGHT)
        left = self._left[number]
        return next((tip for tip in order if tip not in left and not (crowded and tip == Side.RIGHT)), None)

    def _trouble(self, way: Way, side: Side) -> tuple[int, int]:
        source, target = self._ends(way)
        outer = self._columns if side == Side.RIGHT else 0
        blocked = (not self._can_leave(way.source, side)) + (not self._can_enter(way, side))
        return blocked, abs(source.column - outer) + abs(target.column - outer)

    def _can_leave(self, number: int, side: Side) -> bool:
        return side not in self._left[number] and self._open(self._cells[number], side)

    def _can_enter(self, way: Way, side: Side) -> bool:
        return way.source != way.target and self._can_leave(way.target, side)

    def _open(self, cell: Cell, side: Side) -> bool:
        """Whether nothing stands between a box and the outer gutter on this side."""
        if side == Side.RIGHT and cell in self._crowded:
            return False
        others = range(cell.column + 1, self._columns) if side == Side.RIGHT else range(cell.column)
        return not any(Cell(cell.row, column) in self._taken for column in others)

    def _claim(self, cell: Cell, place: int, shared: Shared) -> bool:
        """Keep the middle of a row from a box to a place for one way, or for ways that lead to one box."""
        low, high = sorted((cell.column * 2 + 1, place))
        for begin, end, other in self._claims[cell.row]:
            if begin < high and low < end and other != shared:
                return False
        self._claims[cell.row].append((low, high, shared))
        return True

    def _free_above(self, target: Cell, row: int) -> bool:
        """Whether a column is free from below a row to above a box."""
        return not any(Cell(between, target.column) in self._taken for between in range(row + 1, target.row))

    def _ends(self, way: Way) -> tuple[Cell, Cell]:
        return self._cells[way.source], self._cells[way.target]

    def _leaving(self, route: Route) -> Route:
        self._left[route.way.source].append(route.leaves)
        return route


def _channel(row: int, cell: Cell, place: int, shared: Shared) -> Run:
    begin, end = sorted((cell.column * 2 + 1, place))
    return Run("channel", row, begin, end, shared)


def _beside(source: Cell, target: Cell) -> int:
    """The gutter next to the target's column, on the source's side."""
    return target.column if source.column < target.column else target.column + 1
