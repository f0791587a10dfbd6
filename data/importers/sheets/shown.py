"""Which sheets of a workbook are read: those that staff see and have filled."""

from collections.abc import Sequence

from data.importers.columns.column import GUIDE
from data.importers.problem import Problem, warning
from data.importers.sheets.grid import Grid
from data.importers.text import folded


def shown(grids: Sequence[Grid]) -> tuple[list[Grid], list[Problem]]:
    """The sheets that staff see, and a warning for each hidden one with content: hidden sheets are never read."""
    filled = [grid for grid in grids if any(value != "" for row in grid.rows for value in row)]
    hidden = [grid for grid in filled if grid.hidden]
    told = [warning(f"工作表“{grid.title}”", "隐藏的工作表没有导入。需要导入的，请取消隐藏。") for grid in hidden]
    guide = folded(GUIDE)
    return [grid for grid in filled if not grid.hidden and folded(grid.title) != guide], told
