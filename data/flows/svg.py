"""A drawing as SVG, for export, print and the staff's preview; the lobby draws the same coordinates natively."""

from collections.abc import Iterator

from data.flows.looks import LANE, LANE_HEAD, LINE
from data.flows.measure import lines
from data.flows.svg_boxes import box_of
from data.flows.svg_text import Style, text_of
from data.records import Arrow, Drawing, Lane
from data.records.building import Point

_MARGIN = 4.0
_TITLE = 12.0
"""Room for a title above the drawing."""

_FONTS = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, SimHei, sans-serif"

_HEAD = 2.8
"""Length of an arrowhead."""

FLAT_HEADER = 9.0
"""Width of the end of a lane that lies, where its name stands."""


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
        words = lines(title, max(drawing.width, 40.0))[:2]
        parts.append(text_of((drawing.width / 2, top + _TITLE / 2 + 1), words, Style(5.2, bold=True)))
    parts += [part for lane in drawing.lanes for part in _lane(lane, drawing)]
    parts += [box_of(box, drawing.text_size) for box in drawing.boxes if box.shape == "group"]
    parts += [_arrow(arrow) for arrow in drawing.arrows]
    parts += [box_of(box, drawing.text_size) for box in drawing.boxes if box.shape != "group"]
    parts += [_label(arrow, drawing.text_size) for arrow in drawing.arrows if arrow.label]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _lane(lane: Lane, drawing: Drawing) -> Iterator[str]:
    height = lane.height or drawing.height
    place = f'x="{lane.x:g}" y="{lane.y:g}"'
    yield f'<rect {place} width="{lane.width:g}" height="{height:g}" fill="none" stroke="{LANE}" stroke-width="0.3"/>'
    if not lane.name:
        return
    style = Style(drawing.text_size, bold=True)
    if lane.flat:
        yield f'<rect {place} width="{FLAT_HEADER:g}" height="{height:g}" fill="{LANE_HEAD}"/>'
        x, y = lane.x + FLAT_HEADER / 2, lane.y + height / 2
        words = lines(lane.name, max(height - 2, 8.0))[:2]
        yield f'<g transform="rotate(-90 {x:g} {y:g})">{text_of((x, y), words, style)}</g>'
    else:
        deep = drawing.header or FLAT_HEADER
        yield f'<rect {place} width="{lane.width:g}" height="{deep:g}" fill="{LANE_HEAD}"/>'
        words = lines(lane.name, lane.width - 4)[:2]
        yield text_of((lane.x + lane.width / 2, lane.y + deep / 2), words, style)


def _arrow(arrow: Arrow) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in arrow.points)
    dashes = ' stroke-dasharray="1.2 1"' if arrow.dashed else ""
    line = f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="0.45"{dashes}/>'
    return line if arrow.dashed else line + _head(*arrow.points[-2:])


def _head(before: Point, tip: Point) -> str:
    """An arrowhead at the end of a line."""
    (x, y), (from_x, from_y) = tip, before
    length = ((x - from_x) ** 2 + (y - from_y) ** 2) ** 0.5 or 1.0
    along, across = (x - from_x) / length, (y - from_y) / length
    back_x, back_y = x - _HEAD * along, y - _HEAD * across
    half = _HEAD * 0.45
    sides = ((back_x - half * across, back_y + half * along), (back_x + half * across, back_y - half * along))
    points = " ".join(f"{px:g},{py:g}" for px, py in (tip, *sides))
    return f'<polygon points="{points}" fill="{LINE}"/>'


def _label(arrow: Arrow, size: float) -> str:
    at = arrow.label_at or arrow.points[0]
    return text_of(at, [arrow.label], Style(size * 0.9, halo=True))
