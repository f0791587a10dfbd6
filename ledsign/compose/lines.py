"""Where a line of Chinese may end: no 。 at a line's start, no 《 at its end, no word or number cut in two.

Nothing is added or taken away: the lines joined are the text. Source of the lists: GB/T 15834-2011, 5.1 (positions of
punctuation), and the usual practice for units after figures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NEVER_FIRST = frozenset("，。、；：？！）》」』】〕〉”’·…—～％‰℃°,.;:?!)]}%")
"""May not begin a line."""

NEVER_LAST = frozenset("（《「『【〔〈“‘￥＄([{$#№")
"""May not end a line."""

_PIECES = re.compile(r"——|……|[A-Za-z0-9]+(?:[.,:/+\-'@_][A-Za-z0-9]+)*|.", re.DOTALL)


def broken(text: str, width: int, width_of: Callable[[str], int]) -> tuple[str, ...]:
    """The text in lines no wider than `width` dots, as `width_of` measures. ValueError when one character is wider.

    A word or run that fills more than a line is cut where the line is full. A space after a full line begins the next
    one: nothing is ever dropped, because a sign that wraps by itself would not drop it either.
    """
    lines = [""]
    for cluster in clusters(text):
        if width_of(lines[-1] + cluster) <= width:
            lines[-1] += cluster
        else:
            first, *rest = _cut(cluster, width, width_of)
            lines += [first, *rest]
    return tuple(line for line in lines if line)


def clusters(text: str) -> list[str]:
    """The shortest pieces between which a line may end."""
    found: list[str] = []
    for piece in _PIECES.findall(text):
        joins = found and (piece[0] in NEVER_FIRST or found[-1][-1] in NEVER_LAST)
        if joins:
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _cut(cluster: str, width: int, width_of: Callable[[str], int]) -> list[str]:
    parts = [""]
    for character in cluster:
        if width_of(character) > width:
            msg = f"屏只有 {width} 点宽，放不下“{character}”"
            raise ValueError(msg)
        if width_of(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
