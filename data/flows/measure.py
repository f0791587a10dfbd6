"""How much room text takes in a flow chart: lines, and the boxes around them. Lengths in drawing units."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from data.records import Box, StepKind

TEXT = 3.6
"""Height of a Hanzi, which is as wide as it is high."""

LINE = 4.8
"""From one line to the next."""

_PADDING = 2.2
_LEAST_HEIGHT = 10.0

_HAIR = 0.01
"""What rounding may take off."""

STEP_WIDTH = 36.0
SIDE_WIDTH = 40.0
"""Of a box beside a step: a risk with its measure, or documents."""

_DECISION_WIDTH = 42.0
_DECISION_TEXT = 24.0
"""Width of the text in a diamond; the diamond is drawn as high as this needs."""


_ORPHAN = 2.2 * TEXT
"""A last line shorter than this looks lost."""
_SHARES = (1.05, 1.15, 1.3)
"""How much wider than equal parts lines are tried, since breaks come where words end."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of a box."""

    width: float
    height: float


def size_of(kind: StepKind, text: str) -> Size:
    """How large a step's box is."""
    if kind == StepKind.DECISION:
        height = len(lines(text, _DECISION_TEXT)) * LINE
        return Size(_DECISION_WIDTH, round(height / (1 - _DECISION_TEXT / _DECISION_WIDTH), 1))
    height = len(lines(text, STEP_WIDTH - 2 * _PADDING)) * LINE + 2 * _PADDING
    return Size(STEP_WIDTH, max(_LEAST_HEIGHT, round(height, 1)))


def size_beside(text: str) -> Size:
    """How large a box beside a step is."""
    return Size(SIDE_WIDTH, round(len(lines(text, SIDE_WIDTH - 2 * _PADDING)) * LINE + 2 * _PADDING, 1))


def room_in(box: Box) -> float:
    """How wide the text in a box may run."""
    if box.shape == "decision":
        return box.width * _DECISION_TEXT / _DECISION_WIDTH + _HAIR
    return box.width + _HAIR - (0 if box.shape == "text" else 2 * _PADDING)


def width_of(text: str) -> float:
    """How wide a text runs on one line."""
    return _on(0.0, text)


def lines(text: str, width: float) -> list[str]:
    """The text broken into lines no wider than `width`: at line ends given, between Hanzi, and between words."""
    return [line for part in text.split("\n") for line in _even(part, width)]


def _even(text: str, width: float) -> list[str]:
    """Lines of like length where filling them would leave a word or two for the last; never more lines."""
    found = _broken(text, width)
    if len(found) > 1 and width_of(found[-1]) < _ORPHAN:
        each = width_of(text) / len(found)
        for narrower in (each * share for share in _SHARES if each * share < width):
            evener = _broken(text, narrower)
            if len(evener) == len(found):
                return evener
    return found


def _broken(text: str, width: float) -> list[str]:
    found: list[str] = []
    line, runs = "", 0.0
    for word in _words(text):
        if line and _on(runs, word.rstrip()) > width:
            found.append(line.rstrip())
            line, runs = "", 0.0
        if line or word.strip():
            line, runs = line + word, _on(runs, word)
        while runs > width and width_of(line.rstrip()) > width and len(line) > 1:
            end = next(end for end in range(len(line), 0, -1) if end == 1 or width_of(line[:end]) <= width)
            found.append(line[:end])
            line = line[end:]
            runs = width_of(line)
    return [*found, line.rstrip()]


def _on(runs: float, text: str) -> float:
    """How far a line runs with more text on it."""
    for character in text:
        runs += _width(character)
    return runs


def _words(text: str) -> list[str]:
    """Pieces that stay on one line: words of letters with the blanks after them, a Hanzi with the stops after it."""
    words: list[str] = []
    for character in text:
        clings = words and (character in "，。、；：！？）》”’…· " or (_narrow(words[-1][-1]) and _narrow(character)))
        if clings:
            words[-1] += character
        else:
            words.append(character)
    return words


def _narrow(character: str) -> bool:
    return not character.isspace() and _width(character) < TEXT


@lru_cache(maxsize=1 << 14)
def _width(character: str) -> float:
    return TEXT if unicodedata.east_asian_width(character) in "WFA" else TEXT * 0.56
