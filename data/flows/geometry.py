"""From the grid to drawing units: how wide columns and gutters are, how high rows and channels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from data.flows.beside import Beside, height_of
from data.flows.grid import Grid
from data.flows.measure import SIDE_WIDTH, STEP_WIDTH, Size
from data.flows.routing import Run

BESIDE_GAP = 4.0
"""Between a step and what stands beside it."""

_LANE_EDGE = 2.0
"""Between a column and the edge of its lane, where something runs along it: loops run outside the outermost."""

_PITCH = 3.0
"""From one track to the next."""

_GUTTER = 3.0
"""Between a column and the nearest track, and between a track and the edge of a lane or of the chart."""

_ABOVE = 6.0
"""Between a row and the first track below it: a label has room there."""

_BELOW = 5.0
"""Between the last track and the next row: an arrowhead has room there."""

_EDGE = 3.0
"""Above the first row and below the last, where nothing runs."""

_HEADER = 12.0
"""For the names of lanes, in two lines."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where columns, rows and tracks are; all in drawing units from the top left."""

    columns: tuple[float, ...]
    """The left edge of each column."""
    main: tuple[float, ...]
    """The width of each column's steps."""
    ends: tuple[float, ...]
    """The right edge of each column, what stands beside its steps included."""
    gutters: tuple[float, ...]
    """The first track of each gutter; in the outermost on the left, the last."""
    borders: tuple[float, ...]
    """In each gutter, where one lane ends and the next begins."""
    rows: tuple[float, ...]
    """The middle of each row."""
    channels: tuple[float, ...]
    """The first track of each channel."""
    width: float
    height: float
    header: float

    def centre(self, column: int) -> float:
        """The middle of a column's steps."""
        return self.columns[column] + self.main[column] / 2

    def across(self, gutter: int, track: int) -> float:
        """Where a track of a gutter is; those on the left count outwards."""
        return self.gutters[gutter] + (-_PITCH if gutter == 0 else _PITCH) * track

    def down(self, channel: int, track: int) -> float:
        """Where a track of a channel is."""
        return self.channels[channel] + _PITCH * track


def frame_of(
    grid: Grid, sizes: Mapping[int, Size], beside: Mapping[int, tuple[Beside, ...]], tracks: Mapping[Run, int]
) -> Frame:
    """How much room everything takes."""
    gutters = _track_counts("gutter", len(grid.lane_of) + 1, tracks)
    channels = _track_counts("channel", grid.rows + 1, tracks)
    header = _HEADER if any(grid.lanes) else 0.0
    widths = [_column_width(grid, column, sizes) for column in range(len(grid.lane_of))]
    aside = [_width_beside(grid, column, beside) for column in range(len(grid.lane_of))]
    heights = [_row_height(grid, row, sizes, beside) for row in range(grid.rows)]
    edges = [_edge(grid, gutter, count) for gutter, count in enumerate(gutters)]
    gaps = [2 * _GUTTER + _PITCH * max(0, count - 1) + edge for count, edge in zip(gutters, edges, strict=True)]
    lefts, width = _spread(gaps, [a + b for a, b in zip(widths, aside, strict=True)])
    tops, height = _spread(_channel_heights(channels), heights, header)
    ends = [left + wide + side for left, wide, side in zip(lefts, widths, aside, strict=True)]
    return Frame(
        columns=tuple(lefts),
        main=tuple(widths),
        ends=tuple(ends),
        gutters=(
            lefts[0] - edges[0] - _GUTTER,
            *(end + edge + _GUTTER for end, edge in zip(ends, edges[1:], strict=True)),
        ),
        borders=(
            lefts[0] - _LANE_EDGE,
            *(end + (edge or gap / 2) for end, edge, gap in zip(ends[:-1], edges[1:-1], gaps[1:-1], strict=True)),
            ends[-1] + _LANE_EDGE,
        ),
        rows=tuple(top + high / 2 for top, high in zip(tops, heights, strict=True)),
        channels=(
            header + _EDGE,
            *(top + high + _ABOVE for top, high in zip(tops, heights, strict=True)),
        ),
        width=width,
        height=height,
        header=header,
    )


def _track_counts(along: str, number: int, tracks: Mapping[Run, int]) -> list[int]:
    counts = [0] * number
    for run, track in tracks.items():
        if run.along == along:
            counts[run.number] = max(counts[run.number], track + 1)
    return counts


def _edge(grid: Grid, gutter: int, tracks: int) -> float:
    """Room for the edge of a lane beside the tracks of a gutter; none where nothing runs, or the lane goes on."""
    sides = [grid.lane_of[column] for column in (gutter - 1, gutter) if 0 <= column < len(grid.lane_of)]
    return _LANE_EDGE if tracks and (len(sides) == 1 or sides[0] != sides[1]) else 0.0


def _channel_heights(counts: Sequence[int]) -> list[float]:
    first, *between, last = counts
    return [
        _EDGE + _PITCH * max(0, first - 1) + (_BELOW if first else 0.0),
        *(_ABOVE + _PITCH * max(0, count - 1) + _BELOW for count in between),
        (_ABOVE + _PITCH * (last - 1) if last else 0.0) + _EDGE,
    ]


def _column_width(grid: Grid, column: int, sizes: Mapping[int, Size]) -> float:
    return max((sizes[number].width for number in _in_column(grid, column)), default=STEP_WIDTH)


def _width_beside(grid: Grid, column: int, beside: Mapping[int, tuple[Beside, ...]]) -> float:
    return BESIDE_GAP + SIDE_WIDTH if any(beside.get(number) for number in _in_column(grid, column)) else 0.0


def _in_column(grid: Grid, column: int) -> Iterable[int]:
    return (number for number, cell in grid.cells.items() if cell.column == column)


def _row_height(grid: Grid, row: int, sizes: Mapping[int, Size], beside: Mapping[int, tuple[Beside, ...]]) -> float:
    inside = [number for number, cell in grid.cells.items() if cell.row == row]
    return max((max(sizes[number].height, height_of(beside.get(number, ()))) for number in inside), default=0.0)


def _spread(gaps: Sequence[float], lengths: Sequence[float], begin: float = 0.0) -> tuple[list[float], float]:
    """The beginning of each length with a gap before each and one after the last, and where it all ends."""
    steps = [begin, *(gap + length for gap, length in zip(gaps, lengths, strict=False))]
    edges = list(accumulate(steps))
    return [edge + gap for edge, gap in zip(edges, gaps, strict=False)][: len(lengths)], edges[-1] + gaps[-1]
