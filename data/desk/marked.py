"""Two texts beside each other with what came and went marked, so that a reviewer sees the word that changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_LONGEST = 4000
"""Characters compared; beyond, whole texts are marked, since comparing takes the square of the time."""

Mark = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and whether it stayed, went or came."""

    mark: Mark
    text: str


def marked(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as pieces in reading order. What is not new makes `before`, what is not gone makes `after`."""
    if len(before) > _LONGEST or len(after) > _LONGEST:
        return tuple(piece for piece in (Piece("gone", before), Piece("new", after)) if piece.text)
    return tuple(_pieces(before, after))


def _pieces(before: str, after: str) -> Iterator[Piece]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", before[start:end])
            continue
        if end > start:
            yield Piece("gone", before[start:end])
        if new_end > new_start:
            yield Piece("new", after[new_start:new_end])
