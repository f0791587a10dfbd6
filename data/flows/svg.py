"""A drawing as SVG, for export, print and the staff's preview; the lobby draws the same coordinates natively."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from data.flows.measure import LINE, lines
from data.records import Arrow, Box, Drawing, Lane
from data.records.building import Point

_MARGIN = 4.0
_TITLE = 12.0
"""Room for a title above the drawing."""

_FONTS = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, SimHei, sans-serif"

_LINE = "#3c4a5a"
_HEAD = 2.8
"""Length of an arrowhead."""

_BASELINE = 0.36
"""From the middle of a line to its baseline, as a part of the text's size; renderers differ in naming other lines."""

_FILL = {"start": "#e3f1e6", "end": "#eceff3", "step": "#ffffff", "decision": "#fff6dd", "document": "#f4f7fb"}
_EDGE = {"start": "#2f7d46", "end": "#5b6777", "step": "#2b5c8a", "decision": "#a97800", "document": "#6c8299"}
_RISK = {
    "high": ("#b3261e", "高"),
    "medium": ("#b06000", "中"),
    "low": ("#33691e", "低"),
    "ungraded": ("#5b6777", "险"),
}
"""Colour and word of a level: never colour alone."""


def svg_of(drawing: Drawing, title: str = "") -> str:
    """The drawing as an SVG document, one unit a millimetre; text is text, in whatever Chinese font is there."""
    width, height = drawing.width + 2 * _MARGIN, drawing.height + 2 * _MARGIN + (_TITLE if title else 0)
    top = -_MARGIN - (_TITLE if title else 0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm"',
        f'viewBox="{-_MARGIN:g} {top:g} {width:g} {height:g}" font-family="{_FONTS}">',
        f'<rect x="{-_MARGIN:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="#ffffff"/>',
    ]
    if title:
        parts.append(_text((drawing.width / 2, top + _TITLE / 2 + 1), [title], _Style(5.2, bold=True)))
    parts += [part for lane in drawing.lanes for part in _lane(lane, drawing)]
    parts += [_line(arrow) for arrow in drawing.arrows]
    parts += [part for box in drawing.boxes for part in _box(box, drawing)]
    parts += [_label(arrow, drawing.text_size) for arrow in drawing.arrows if arrow.label]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _lane(lane: Lane, drawing: Drawing) -> Iterator[str]:
    yield (
        f'<rect x="{lane.x:g}" y="0" width="{lane.width:g}" height="{drawing.height:g}" '
        'fill="none" stroke="#c3ccd6" stroke-width="0.3"/>'
    )
    yield f'<rect x="{lane.x:g}" y="0" width="{lane.width:g}" height="{drawing.header:g}" fill="#e8eef5"/>'
    words = lines(lane.name, lane.width - 4)[:2]
    yield _text((lane.x + lane.width / 2, drawing.header / 2), words, _Style(drawing.text_size, bold=True))


def _line(arrow: Arrow) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in arrow.points)
    dashes = ' stroke-dasharray="1.2 1"' if arrow.dashed else ""
    line = f'<polyline points="{points}" fill="none" stroke="{_LINE}" stroke-width="0.45"{dashes}/>'
    return line if arrow.dashed else line + _head(*arrow.points[-2:])


def _head(before: Point, tip: Point) -> str:
    """An arrowhead at the end of a line."""
    (x, y), length = tip, abs(tip[0] - before[0]) + abs(tip[1] - before[1]) or 1.0
    along, across = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    back = (x - _HEAD * along, y - _HEAD * across)
    sides = [(back[0] - _HEAD * across * 0.45, back[1] + _HEAD * along * 0.45)]
    sides.append((back[0] + _HEAD * across * 0.45, back[1] - _HEAD * along * 0.45))
    points = " ".join(f"{px:g},{py:g}" for px, py in ((x, y), *sides))
    return f'<polygon points="{points}" fill="{_LINE}"/>'


def _box(box: Box, drawing: Drawing) -> Iterator[str]:
    yield _outline(box)
    middle = (box.x + box.width / 2, box.y + box.height / 2)
    size = drawing.text_size if box.shape not in ("risk", "document") else drawing.text_size * 0.92
    yield _text(middle, lines(box.text, room_for_text(box)), _Style(size))
    if box.risk and box.shape != "risk":
        yield _badge(box)


def room_for_text(box: Box) -> float:
    """How wide the text in a box may run."""
    return box.width * 24 / 42 + 0.01 if box.shape == "decision" else box.width - 4.39


def _outline(box: Box) -> str:
    if box.shape == "risk":
        colour = _RISK[box.risk or "ungraded"][0]
        style = f'fill="#fffafa" stroke="{colour}" stroke-width="0.4" stroke-dasharray="1.6 1"'
    else:
        style = f'fill="{_FILL[box.shape]}" stroke="{_EDGE[box.shape]}" stroke-width="0.5"'
    if box.shape == "decision":
        x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        middle, centre = x + box.width / 2, y + box.height / 2
        return (
            f'<polygon points="{middle:g},{y:g} {right:g},{centre:g} {middle:g},{bottom:g} {x:g},{centre:g}" {style}/>'
        )
    round_by = box.height / 2 if box.shape in ("start", "end") and box.height < box.width / 2 else 1.2
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="{round_by:g}" {style}/>'
    )


def _badge(box: Box) -> str:
    colour, word = _RISK[box.risk]
    x, y = box.x + box.width - 3.4, box.y
    if box.shape == "decision":
        x, y = box.x + box.width * 0.8, box.y + box.height * 0.22
    return f'<circle cx="{x:g}" cy="{y:g}" r="2.3" fill="{colour}"/>' + _text(
        (x, y), [word], _Style(2.8, "#ffffff", bold=True)
    )


def _label(arrow: Arrow, size: float) -> str:
    at = arrow.label_at or arrow.points[0]
    return _text(at, [arrow.label], _Style(size * 0.9, halo=True))


@dataclass(frozen=True, slots=True)
class _Style:
    """Of a piece of text."""

    size: float
    colour: str = "#14263a"
    bold: bool = False
    halo: bool = False

    def looks(self) -> Iterator[str]:
        """The attributes of the text, and of the white outline under it."""
        weight = ' font-weight="600"' if self.bold else ""
        if self.halo:
            yield f'font-size="{self.size:g}" fill="#ffffff" stroke="#ffffff" stroke-width="0.9"{weight}'
        yield f'font-size="{self.size:g}" fill="{self.colour}"{weight}'


def _text(at: Point, words: list[str], style: _Style) -> str:
    """Lines of text around a middle, each an element of its own: small renderers place nothing else."""
    x, y = at
    first = y - (len(words) - 1) * LINE / 2 + style.size * _BASELINE
    return "\n".join(
        f'<text x="{x:g}" y="{first + index * LINE:g}" text-anchor="middle" {look}>{escape(line)}</text>'
        for index, line in enumerate(words)
        for look in style.looks()
    )
