"""Writes SVG plans with layers for tests; a metre is ten units."""

from collections.abc import Sequence
from itertools import count
from xml.sax.saxutils import escape, quoteattr

METRE = 10
_numbers = count(1)


def rect(left: float, top: float, right: float, bottom: float, label: str = "", **extra: str) -> str:
    """A rectangle in metres."""
    place = f'x="{left * METRE}" y="{top * METRE}" width="{(right - left) * METRE}" height="{(bottom - top) * METRE}"'
    return f"<rect {_named(label)} {place} {_extra(extra)}/>"


def line(x1: float, y1: float, x2: float, y2: float, label: str = "", **extra: str) -> str:
    """A line in metres."""
    place = f'x1="{x1 * METRE}" y1="{y1 * METRE}" x2="{x2 * METRE}" y2="{y2 * METRE}"'
    return f"<line {_named(label)} {place} {_extra(extra)}/>"


def words(x: float, y: float, text: str) -> str:
    """Words in metres."""
    return f'<text x="{x * METRE}" y="{y * METRE}"><tspan>{escape(text)}</tspan></text>'


def layer(label: str, *content: str, **extra: str) -> str:
    """An Inkscape layer."""
    return f'<g inkscape:groupmode="layer" {_named(label)} {_extra(extra)}>{"".join(content)}</g>'


def drawing(*content: str) -> bytes:
    """The file, with a scale of ten units to the metre."""
    return page(layer("比例", line(0, 100, 10, 100, "10 米")), *content)


def page(*content: str) -> bytes:
    """The file with nothing added."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    spaces += 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<?xml version="1.0"?><svg {spaces} width="800" height="600">{"".join(content)}</svg>'.encode()


def floor(*, rooms: Sequence[str] = (), doors: Sequence[str] = (), more: Sequence[str] = ()) -> list[str]:
    """The layers of one plain floor: a corridor from 0,5 to 20,8 with what is given."""
    return [
        layer("房间", *rooms),
        layer("走廊", rect(0, 5, 20, 8)),
        layer("门", *doors),
        *more,
    ]


def _named(label: str) -> str:
    return f'id="shape{next(_numbers)}"' + (f" inkscape:label={quoteattr(label)}" if label else "")


def _extra(extra: dict[str, str]) -> str:
    return " ".join(f"{key}={quoteattr(value)}" for key, value in extra.items())
