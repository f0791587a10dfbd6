"""What is wrong in a file, put beside the line it is about.

Places are told as staff read them (`第 3 段`, `工作表“要闻”C4`, `表格 1 第 2 行第 3 列`). An item begins at its
place and goes on until the next one begins, so a finding in its second paragraph is its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.importers.problem import Problem

_CELL = re.compile(r"^(?P<sheet>.*”)[A-Z]{1,3}(?P<row>\d+)$")
_ROW = re.compile(r"^(?P<sheet>.*?)第 (?P<row>\d+) (?:段|行)")


@dataclass(frozen=True, slots=True)
class Beside:
    """Problems sorted out: `of` has those of each item in order, `others` what is about none of them."""

    of: tuple[tuple[Problem, ...], ...]
    others: tuple[Problem, ...]


def beside(places: Sequence[str], problems: Sequence[Problem]) -> Beside:
    """Sort `problems` to the items that begin at `places`."""
    starts = [_spot(place) for place in places]
    found: list[list[Problem]] = [[] for _ in places]
    others: list[Problem] = []
    for problem in problems:
        number = _item_at(_spot(problem.place), starts)
        (others if number is None else found[number]).append(problem)
    return Beside(tuple(tuple(one) for one in found), tuple(others))


def _item_at(spot: tuple[str, int] | None, starts: Sequence[tuple[str, int] | None]) -> int | None:
    """The last item that begins at or before a spot of the same part of the file."""
    if spot is None:
        return None
    before = [(start[1], number) for number, start in enumerate(starts) if start and start[0] == spot[0]]
    fitting = [(row, number) for row, number in before if row <= spot[1]]
    return max(fitting)[1] if fitting else None


def _spot(place: str) -> tuple[str, int] | None:
    """The part of the file and the line in it; None where the place names no line."""
    match = _CELL.match(place) or _ROW.match(place)
    return (match["sheet"], int(match["row"])) if match else None
