"""What the audit asks of a picture of the glass: sizes, gaps, reach, names, contrast, and text that is whole.

The numbers are those of docs/accessibility.md.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.glass import Thing, cut

TARGET_MM = 20.0
"""Colle & Hiszem 2004, standing at a kiosk."""
GAP_MM = 1.0
HIGHEST_MM, LOWEST_MM = 1220.0, 380.0
"""EN 301 549: what is essential lies between, above the floor."""
CONTRAST = 4.5
"""WCAG 2.2, 1.4.3."""
ROUNDING_PX = 1.0
_ROUNDING = QMarginsF(ROUNDING_PX, ROUNDING_PX, ROUNDING_PX, ROUNDING_PX)
_ALIGNED = {0x4: 0.5, 0x2: 1.0}
"""Shares of the free space left of a text that is centred or stands at the right (Qt.AlignmentFlag)."""


@dataclass(frozen=True, slots=True)
class Glass:
    """The screen in millimetres: pixels a millimetre, its height in pixels, its lower edge above the floor."""

    pixels_a_mm: float
    height: float
    bottom_mm: float

    def above_floor_mm(self, y: float) -> float:
        """How high a line of the picture is above the floor."""
        return self.bottom_mm + (self.height - y) / self.pixels_a_mm


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with something on the glass."""

    what: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it is painted: `place` is where its letters are, `seen` what no scrolling area cuts off."""

    text: str
    place: QRectF
    seen: QRectF
    cut_short: bool
    enabled: bool
    item: QQuickItem | None = None


def too_small(found: Sequence[Thing], glass: Glass) -> Iterator[Fault]:
    """Targets under the least size. Those a scrolling area cuts off are judged when they are whole."""
    least = TARGET_MM * glass.pixels_a_mm - ROUNDING_PX
    for thing in found:
        if thing.touchable and thing.whole and min(thing.place.width(), thing.place.height()) < least:
            width, height = (edge / glass.pixels_a_mm for edge in (thing.place.width(), thing.place.height()))
            yield Fault("target", thing.name, f"{width:.1f} x {height:.1f} mm")


def too_close(found: Sequence[Thing], glass: Glass) -> Iterator[Fault]:
    """Pairs of targets that touch or lie over each other."""
    targets = [thing for thing in found if thing.touchable and thing.whole]
    for one, other in combinations(targets, 2):
        gap = distance(one.place, other.place) / glass.pixels_a_mm
        if gap < GAP_MM - ROUNDING_PX / glass.pixels_a_mm:
            yield Fault("gap", f"{one.name} | {other.name}", f"{gap:.1f} mm")


def distance(one: QRectF, other: QRectF) -> float:
    """Pixels between two rectangles along the axis on which they are apart; 0 where they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right())
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom())
    return max(0.0, across, down)


def out_of_reach(found: Sequence[Thing], glass: Glass) -> Iterator[Fault]:
    """Targets above or below what can be reached from a wheelchair."""
    for thing in found:
        if not thing.touchable or thing.seen.isEmpty():
            continue
        top, bottom = glass.above_floor_mm(thing.seen.top()), glass.above_floor_mm(thing.seen.bottom())
        if top > HIGHEST_MM + 1 or bottom < min(LOWEST_MM, glass.bottom_mm) - 1:
            yield Fault("reach", thing.name, f"{bottom:.0f} to {top:.0f} mm above the floor")


def nameless(found: Sequence[Thing]) -> Iterator[Fault]:
    """Targets that a blind person would hear nothing of."""
    for thing in found:
        if thing.touchable and not thing.name.strip():
            yield Fault("name", thing.item.metaObject().className(), f"at {thing.place.topLeft().toTuple()}")


def faint(words: Sequence[Words], picture: QImage) -> Iterator[Fault]:
    """Texts whose letters, as rendered, stand out too little from what is behind them."""
    for text in words:
        area = text.seen.toAlignedRect().intersected(picture.rect())
        if text.enabled and area.width() > 1 and area.height() > 1 and text.seen == text.place:
            found = contrast_in(picture.copy(area))
            if found < CONTRAST:
                yield Fault("contrast", text.text, f"{found:.2f}:1")


def contrast_in(picture: QImage) -> float:
    """The contrast between the commonest colour of a picture and the one in it that differs most."""
    pixels = Counter(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    ground = luminance(pixels.most_common(1)[0][0])
    return max(ratio(ground, luminance(pixel)) for pixel in pixels)


def luminance(pixel: int) -> float:
    """Relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = ((pixel >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - WCAG's formula


def ratio(one: float, other: float) -> float:
    """The contrast ratio of two luminances, 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def clipped(words: Sequence[Words]) -> Iterator[Fault]:
    """Texts of which some is not shown."""
    yield from (Fault("clipped", text.text, "does not fit") for text in words if text.cut_short)


def spilt(found: Sequence[Thing], words: Sequence[Words]) -> Iterator[Fault]:
    """Texts of a target that are painted beyond its edge."""
    targets = {thing.item: thing.place for thing in found if thing.touchable}
    for text in words:
        above = text.item
        while above is not None and above not in targets:
            above = above.parentItem()
        if above is not None and not targets[above].marginsAdded(_ROUNDING).contains(text.place):
            yield Fault("spilt", text.text, "is beyond the edge of what one touches")


def overlapping(words: Sequence[Words]) -> Iterator[Fault]:
    """Texts painted over each other."""
    for one, other in combinations([text for text in words if not text.seen.isEmpty()], 2):
        shared = one.seen.intersected(other.seen)
        if shared.width() > ROUNDING_PX and shared.height() > min(one.seen.height(), other.seen.height()) * 0.3:
            yield Fault("overlap", f"{one.text} | {other.text}", f"{shared.width():.0f} x {shared.height():.0f} px")


def words_in(item: QQuickItem) -> list[Words]:
    """Every visible text below an item."""
    return list(_texts(item))


def _texts(parent: QQuickItem) -> Iterator[Words]:
    for child in parent.childItems():
        if not child.isVisible() or child.opacity() == 0:
            continue
        if child.inherits("QQuickText") and str(child.property("text")).strip():
            yield _words(child)
        yield from _texts(child)


def _words(item: QQuickItem) -> Words:
    painted = QSizeF(_number(item, "contentWidth"), _number(item, "contentHeight"))
    left = (item.width() - painted.width()) * _ALIGNED.get(_alignment(item), 0.0)
    place = item.mapRectToScene(QRectF(max(0.0, left), 0, min(painted.width(), item.width()), item.height()))
    wider = painted.width() > item.width() + ROUNDING_PX or painted.height() > item.height() + ROUNDING_PX
    elided = bool(item.property("truncated")) and _number(item, "maximumLineCount") == 1
    return Words(str(item.property("text")), place, cut(place, item), wider or elided, item.isEnabled(), item)


def _number(item: QQuickItem, name: str) -> float:
    value: object = item.property(name)
    return float(value) if isinstance(value, int | float) else 0.0


def _alignment(item: QQuickItem) -> int:
    """A text's alignment; PySide cannot convert the property itself, an expression gives its number."""
    context = qmlContext(item)
    assert context is not None, "a text of a QML file has a context"
    found: object = QQmlExpression(context, item, "effectiveHorizontalAlignment").evaluate()
    value = found[0] if isinstance(found, tuple) else found
    return value if isinstance(value, int) else 0
