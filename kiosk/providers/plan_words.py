"""Decides what is written on a plan at a size, and where: only what fits its room, and nothing over anything else.

A room says its number and its office's short name; with less room the number alone, then smaller, then along a narrow
room; then nothing, until somebody looks nearer. The room one looks for always says its number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.providers.plan_geometry import Fit
from kiosk.providers.plan_scene import Shape

SMALLEST_ICON = 18
"""Pixels under which a drawing is a blot."""
_OF_ITS_ROOM = 0.8
_MOST_LINES = 3
_CELL = 96.0
"""Pixels a side of the squares by which what is written is found again."""


@dataclass(frozen=True, slots=True)
class Hand:
    """The three ways in which plans are written, the room kept free around words and the largest drawing (pixels)."""

    bold: QFont
    large: QFont
    small: QFont
    padding: float
    icon: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words and the rectangle it is centred in."""

    words: str
    font: QFont
    box: QRectF


@dataclass(frozen=True, slots=True)
class Written:
    """What is written or drawn at one place: `role` names its colour; `icon` is drawn instead of lines.

    Where it runs `upward`, its lines are those of the box turned by a quarter about its middle. On a `plate` it is
    wider than its room and hides what lies beside it.
    """

    role: str
    box: QRectF
    lines: tuple[Line, ...] = ()
    icon: str = ""
    upward: bool = False
    plate: bool = False


class Taken:
    """The rectangles in which something is written already."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._cells: defaultdict[tuple[int, int], list[QRectF]] = defaultdict(list)

    def free(self, box: QRectF) -> bool:
        """Whether nothing is written there."""
        return not any(other.intersects(box) for cell in _cells(box) for other in self._cells[cell])

    def take(self, box: QRectF) -> None:
        """From now on something is."""
        for cell in _cells(box):
            self._cells[cell].append(box)


class Scribe:
    """Writes the words of shapes, those looked for first, into what is still free."""

    def __init__(self, hand: Hand, taken: Taken) -> None:
        """Write with this hand."""
        self._hand = hand
        self._taken = taken
        self._metrics = {id(font): QFontMetricsF(font) for font in (hand.bold, hand.large, hand.small)}

    def written(self, shapes: Iterable[Shape], fitted: Fit) -> Iterator[Written]:
        """What is written into these shapes, none of them looked for."""
        for shape in shapes:
            yield from self._first_free(self._choices(shape, fitted, chosen=False))

    def sought(self, shape: Shape, fitted: Fit, way: Sequence[QRectF], seen: QRectF) -> Iterator[Written]:
        """What is written into the shape one looks for, beside the way and the disc in which it ends if it can be.

        What they cover and what is seen of the plan are in pixels.
        """
        choices = list(self._choices(shape, fitted, chosen=True))
        room = self._room(shape, fitted)

        def clear(box: QRectF) -> bool:
            return seen.contains(box) and not any(box.intersects(covered) for covered in way)

        aside = (moved for one in choices for moved in _aside(one, *room) if clear(moved.box))
        yield from self._first_free((*aside, *choices))

    def _first_free(self, choices: Iterable[Written]) -> Iterator[Written]:
        for one in choices:
            if self._taken.free(one.box):
                self._taken.take(one.box)
                yield one
                return

    def _choices(self, shape: Shape, fitted: Fit, *, chosen: bool) -> Iterator[Written]:
        """What could be written into a shape, the best first."""
        unit = shape.unit
        if unit.kind in {"void", "solid"}:
            return
        middle, width, height = self._room(shape, fitted)
        if unit.kind not in {"room", "open"}:
            around = fitted.transform().mapRect(shape.around)
            edge = min(self._hand.icon, around.width() * _OF_ITS_ROOM, around.height() * _OF_ITS_ROOM)
            if edge >= SMALLEST_ICON:
                role = "targetText" if chosen else "moveText"
                yield Written(role, _around(middle, edge, edge), icon=unit.kind)
            return
        role = "targetText" if chosen else "openText" if unit.kind == "open" else "text"
        head = self._hand.bold if chosen else self._hand.large
        for lines in self._texts(unit.number, unit.name, head, width):
            if self._height(lines) <= height and self._width(lines) <= width:
                yield self._set(lines, middle, role)
        if unit.number:
            line = [(unit.number, self._hand.bold if chosen else self._hand.small)]
            if self._width(line) <= height and self._height(line) <= width:
                yield self._upward(line, middle, role)
        if chosen and (unit.number or unit.name):
            forced = self._set([(unit.number or unit.name, head)], middle, role)
            spare = self._hand.padding
            yield replace(forced, box=forced.box.adjusted(-spare, 0, spare, 0), plate=True)

    def _texts(self, number: str, name: str, head: QFont, width: float) -> Iterator[list[tuple[str, QFont]]]:
        small = self._hand.small
        wrapped = [(words, small) for words in wrap(name, self._metrics[id(small)], width)] if name else []
        if number and wrapped:
            yield [(number, head), *wrapped]
            yield [(number, small), *wrapped]
        if number:
            yield [(number, head)]
            yield [(number, small)]
        elif wrapped:
            yield wrapped

    def _room(self, shape: Shape, fitted: Fit) -> tuple[QPointF, float, float]:
        """The middle of the room for words in a shape, and its size less the padding, in pixels."""
        unit, spare = shape.unit, 2 * self._hand.padding
        if unit.label_at and unit.label_size:
            width, height = unit.label_size
            return fitted.point(unit.label_at), width * fitted.scale - spare, height * fitted.scale - spare
        around = fitted.transform().mapRect(shape.around)
        middle = fitted.point(unit.label_at) if unit.label_at else around.center()
        return middle, around.width() - spare, around.height() - spare

    def _set(self, lines: list[tuple[str, QFont]], middle: QPointF, role: str) -> Written:
        """Lines one under the other around a middle."""
        width, height = self._width(lines), self._height(lines)
        y = middle.y() - height / 2
        set_lines = []
        for words, font in lines:
            high = self._metrics[id(font)].height()
            set_lines.append(Line(words, font, QRectF(middle.x() - width / 2 - 2, y, width + 4, high)))
            y += high
        return Written(role, _around(middle, width, height), tuple(set_lines))

    def _upward(self, lines: list[tuple[str, QFont]], middle: QPointF, role: str) -> Written:
        level = self._set(lines, middle, role)
        box = _around(middle, level.box.height(), level.box.width())
        return Written(role, box, level.lines, upward=True)

    def _width(self, lines: list[tuple[str, QFont]]) -> float:
        return max(self._metrics[id(font)].horizontalAdvance(words) for words, font in lines)

    def _height(self, lines: list[tuple[str, QFont]]) -> float:
        return sum(self._metrics[id(font)].height() for _, font in lines)


def _aside(one: Written, middle: QPointF, width: float, height: float) -> Iterator[Written]:
    """The same in the middle of its room (its size less the padding), then up, down and to the sides in it.

    A plate is larger than its room anyway and may lie beside it, if need be on the other side of the way.
    """
    spare = QPointF(max(0.0, width - one.box.width()) / 2, max(0.0, height - one.box.height()) / 2)
    if one.plate:
        spare = QPointF(one.box.width(), one.box.height() * 1.2)
    across = ((-1.6, 0), (1.6, 0)) if one.plate else ()
    for x, y in ((0, 0), (-1, 0), (1, 0), *across, (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)):
        by = middle - one.box.center() + QPointF(x * spare.x(), y * spare.y())
        lines = tuple(replace(line, box=line.box.translated(by)) for line in one.lines)
        yield replace(one, box=one.box.translated(by), lines=lines)


def wrap(text: str, metrics: QFontMetricsF, width: float, most: int = _MOST_LINES) -> list[str]:
    """Text cut into lines of at most `width` pixels, Latin words whole; nothing where it takes more than `most`."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and metrics.horizontalAdvance((line + piece).rstrip()) > width:
            lines.append(line.strip())
            line = piece.lstrip()
        else:
            line += piece
    lines.append(line.strip())
    fits = len(lines) <= most and all(metrics.horizontalAdvance(line) <= width for line in lines)
    return lines if fits else []


def _pieces(text: str) -> Iterator[str]:
    """Where a line may end: after each Hanzi, after each Latin word with its blank."""
    word = ""
    for sign in text:
        if sign.isascii() and not sign.isspace():
            word += sign
            continue
        if sign.isspace():
            yield word + sign
        else:
            if word:
                yield word
            yield sign
        word = ""
    if word:
        yield word


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _cells(box: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left() // _CELL), int(box.right() // _CELL) + 1):
        for row in range(int(box.top() // _CELL), int(box.bottom() // _CELL) + 1):
            yield column, row
