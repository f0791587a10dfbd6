"""How far the cells of a workbook reach, and which of them hold errors: asked before calamine lays the cells out.

Calamine makes one rectangle of all cells of a sheet; a stray letter in XFD1048576 would ask for half a terabyte and
end the process. It also turns error values into nothing, which we would not notice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from lxml import etree

TOO_MANY = "内容太多，不像一张表。请删除多余的内容，另存后再导入。"
MOST_CELLS = 200_000
"""Filled cells a sheet may have; 1,200 powers of 56 columns are 67,200."""
MOST_AREA = 3_000_000
"""Cells of the rectangle around them."""

MOST_ELEMENTS = 1_500_000
"""XML elements a sheet may have, filled or not."""

Place = tuple[int, int]
"""Row and column, both from 0."""
Merge = tuple[Place, Place]
"""Top left and bottom right of merged cells."""


@dataclass(slots=True)
class Extent:
    """What is known of a sheet beforehand; grows while it is scanned."""

    title: str
    count: int = 0
    first_row: int = 2**31
    first_column: int = 2**31
    last_row: int = -1
    last_column: int = -1
    errors: list[Place] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    page_texts: list[str] = field(default_factory=list)
    """What is printed at the head and foot of its pages."""

    def add(self, row: int, column: int, *, count: int = 1, is_error: bool = False) -> None:
        """Take note of `count` filled cells of which this is the farthest."""
        self.count += count
        self.first_row, self.last_row = min(self.first_row, row), max(self.last_row, row)
        self.first_column, self.last_column = min(self.first_column, column), max(self.last_column, column)
        if is_error:
            self.errors.append((row, column))

    @property
    def too_large(self) -> bool:
        """Whether the sheet has more cells, or its cells lie farther apart, than any list of ours."""
        return self.count > MOST_CELLS or (self.last_row + 1) * (self.last_column + 1) > MOST_AREA


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for comments. Damaged files have names that are none."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1 << 10)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def forget(element: etree._Element) -> None:
    """Let go of what came before an element that has been read, so that memory stays small."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def cell_name(row: int, column: int) -> str:
    """The name of a cell as Excel shows it: (11, 2) is C12."""
    return f"{column_name(column)}{row + 1}"


@cache
def column_name(column: int) -> str:
    """The letters of a column counted from 0: 26 is AA."""
    return "".join(reversed(list(_letters(column + 1))))


def _letters(number: int) -> Iterator[str]:
    while number:
        number, rest = divmod(number - 1, 26)
        yield chr(ord("A") + rest)
