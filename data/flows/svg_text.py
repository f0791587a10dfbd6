"""Text in SVG: every line an element of its own, since small renderers place nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from data.flows.looks import INK
from data.flows.measure import LINE
from data.records.building import Point

_BASELINE = 0.36
"""From the middle of a line to its baseline, as a part of the text's size; renderers differ in naming other lines."""


@dataclass(frozen=True, slots=True)
class Style:
    """Of a piece of text; with a halo it can be read across a line."""

    size: float
    colour: str = INK
    bold: bool = False
    halo: bool = False

    def looks(self) -> Iterator[str]:
        """The attributes of the text, after those of the white outline under it."""
        weight = ' font-weight="600"' if self.bold else ""
        if self.halo:
            yield f'font-size="{self.size:g}" fill="#ffffff" stroke="#ffffff" stroke-width="0.9"{weight}'
        yield f'font-size="{self.size:g}" fill="{self.colour}"{weight}'


def text_of(at: Point, words: list[str], style: Style) -> str:
    """Lines of text around a middle."""
    x, y = at
    first = y - (len(words) - 1) * LINE / 2 + style.size * _BASELINE
    return "\n".join(
        f'<text x="{x:g}" y="{first + index * LINE:g}" text-anchor="middle" {look}>{escape(line)}</text>'
        for index, line in enumerate(words)
        for look in style.looks()
    )
