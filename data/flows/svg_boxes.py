"""Boxes of a flow chart in SVG, each shape with its colours: never told apart by colour alone."""

from data.flows.measure import LINE, lines, room_in
from data.flows.svg_text import Style, text_of
from data.records import Box

_FILLS = {"start": "#e3f1e6", "end": "#eceff3", "decision": "#fff6dd", "parallel": "#f3eefb", "document": "#f4f7fb"}
_EDGES = {
    "start": "#2f7d46",
    "end": "#5b6777",
    "decision": "#a97800",
    "parallel": "#6a4fa3",
    "document": "#6c8299",
    "event": "#8a6d1f",
    "group": "#8d99a6",
}
_EDGE = "#2b5c8a"

_RISKS = {
    "high": ("#b3261e", "高"),
    "medium": ("#b06000", "中"),
    "low": ("#33691e", "低"),
    "ungraded": ("#5b6777", "险"),
}
"""Colour and word of a level."""

_SMALL = frozenset(("risk", "document"))


def box_of(box: Box, size: float) -> str:
    """A box with its text at this size, and the badge of its risk."""
    parts = [_outline(box)]
    if box.text:
        parts.append(_words(box, size))
    if box.risk and box.shape != "risk":
        parts.append(_badge(box))
    return "\n".join(part for part in parts if part)


def _words(box: Box, size: float) -> str:
    words = lines(box.text, room_in(box))
    middle = (box.x + box.width / 2, box.y + box.height / 2)
    if box.shape == "group":
        middle = (middle[0], box.y + len(words) * LINE / 2 + 1)
    return text_of(middle, words, Style(size * 0.92 if box.shape in _SMALL else size))


def _outline(box: Box) -> str:
    match box.shape:
        case "text":
            return ""
        case "risk":
            return _rectangle(box, 1.2, f'fill="#fffafa" {_stroke(_RISKS[box.risk or "ungraded"][0], dashed=True)}')
        case "group":
            return _rectangle(box, 2.0, f'fill="none" {_stroke(_EDGES["group"], dashed=True)}')
        case "decision" | "parallel":
            return _diamond(box)
        case "start" | "end" | "event":
            return _rectangle(box, min(box.width, box.height) / 2, _style(box))
        case _:
            return _rectangle(box, 1.2, _style(box))


def _style(box: Box) -> str:
    return f'fill="{_FILLS.get(box.shape, "#ffffff")}" {_stroke(_EDGES.get(box.shape, _EDGE))}'


def _stroke(colour: str, *, dashed: bool = False) -> str:
    return f'stroke="{colour}" stroke-width="0.5"' + (' stroke-dasharray="1.6 1"' if dashed else "")


def _rectangle(box: Box, round_by: float, style: str) -> str:
    place = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"'
    return f'<rect {place} rx="{round_by:g}" {style}/>'


def _diamond(box: Box) -> str:
    x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    middle, centre = x + box.width / 2, y + box.height / 2
    outline = f"{middle:g},{y:g} {right:g},{centre:g} {middle:g},{bottom:g} {x:g},{centre:g}"
    diamond = f'<polygon points="{outline}" {_style(box)}/>'
    if box.shape == "decision":
        return diamond
    arm = box.width / 5
    cross = f"M{middle - arm:g},{centre:g} H{middle + arm:g} M{middle:g},{centre - arm:g} V{centre + arm:g}"
    return diamond + f'<path d="{cross}" fill="none" stroke="{_EDGES["parallel"]}" stroke-width="1"/>'


def _badge(box: Box) -> str:
    """A disc with the level's word at the upper right corner, on a decision at its slope."""
    colour, word = _RISKS[box.risk]
    x, y = box.x + box.width - 3.4, box.y
    if box.shape == "decision":
        x, y = box.x + box.width * 0.8, box.y + box.height * 0.22
    disc = f'<circle cx="{x:g}" cy="{y:g}" r="2.3" fill="{colour}"/>'
    return disc + text_of((x, y), [word], Style(2.8, "#ffffff", bold=True))
