"""Boxes of a flow chart in SVG."""

from data.flows.looks import RISKS, SMALL, SMALLER, corner_of, edge_of, fill_of
from data.flows.measure import LINE, lines, room_in
from data.flows.svg_text import Style, text_of
from data.records import Box


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
    return text_of(middle, words, Style(size * SMALLER if box.shape in SMALL else size))


def _outline(box: Box) -> str:
    match box.shape:
        case "text":
            return ""
        case "risk":
            return _rectangle(box, 1.2, f'fill="{fill_of("risk")}" {_stroke(edge_of("risk", box.risk), dashed=True)}')
        case "group":
            return _rectangle(box, 2.0, f'fill="none" {_stroke(edge_of("group", ""), dashed=True)}')
        case "decision" | "parallel":
            return _diamond(box)
        case _:
            return _rectangle(box, corner_of(box), _style(box))


def _style(box: Box) -> str:
    return f'fill="{fill_of(box.shape)}" {_stroke(edge_of(box.shape, box.risk))}'


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
    return diamond + f'<path d="{cross}" fill="none" stroke="{edge_of("parallel", "")}" stroke-width="1"/>'


def _badge(box: Box) -> str:
    """A disc with the level's word at the upper right corner, on a decision at its slope."""
    colour, word = RISKS[box.risk]
    x, y = box.x + box.width - 3.4, box.y
    if box.shape == "decision":
        x, y = box.x + box.width * 0.8, box.y + box.height * 0.22
    disc = f'<circle cx="{x:g}" cy="{y:g}" r="2.3" fill="{colour}"/>'
    return disc + text_of((x, y), [word], Style(2.8, "#ffffff", bold=True))
