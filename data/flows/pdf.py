"""A drawing as one page of PDF, A4 or A3, upright or lying, whichever it reads best on; its font goes along."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from fontTools.ttLib import TTLibError
from fpdf import FPDF

from data.flows.looks import INK, LANE, LANE_HEAD, LINE, RISKS, SMALL, SMALLER, corner_of, edge_of, fill_of
from data.flows.measure import LINE as LINE_HEIGHT
from data.flows.measure import lines, room_in
from data.flows.svg import FLAT_HEADER
from data.records import Arrow, Box, Drawing, Lane
from data.records.building import Point

_SHEETS = ((210.0, 297.0), (297.0, 210.0), (297.0, 420.0), (420.0, 297.0))
"""Millimetres: A4 and A3."""

_MARGIN = 12.0
_HEAD = 22.0
"""Millimetres for the title and the line under it."""

_READABLE = 0.75
"""Millimetres a unit at which text is about 7.6 points; below, the larger sheet is taken."""

_LARGEST = 1.15
_JUST_LESS = 0.98
"""Corners rounded by the whole of half a side are not rounded at all by fpdf2."""

Place = tuple[float, float, float, float]
"""Left, top, width and height."""

_POINT = 72 / 25.4
"""Points a millimetre."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font file with Chinese in it, and which one of a collection."""

    path: Path
    number: int = 0


def pdf_of(drawing: Drawing, title: str, below: str, font: Font, made_at: datetime) -> bytes:
    """The page: `title` at its head, `below` under it. OSError or ValueError where the font cannot be read."""
    sheet = _sheet(drawing)
    pdf = FPDF(unit="mm", format=sheet)
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(made_at)
    pdf.set_title(title)
    try:
        pdf.add_font("zh", "", font.path, collection_font_number=font.number)
    except (TTLibError, IndexError) as error:
        raise ValueError(f"{font.path} is no font: {error}") from error
    pdf.add_page()
    _Page(pdf, drawing, sheet).draw(title, below)
    return bytes(pdf.output())


def _scale(drawing: Drawing, sheet: tuple[float, float]) -> float:
    """Millimetres a unit on a sheet."""
    wide, high = sheet[0] - 2 * _MARGIN, sheet[1] - 2 * _MARGIN - _HEAD
    return min(wide / max(drawing.width, 1), high / max(drawing.height, 1), _LARGEST)


def _sheet(drawing: Drawing) -> tuple[float, float]:
    """The first sheet on which one can read it; else that on which it is largest."""
    readable = (sheet for sheet in _SHEETS if _scale(drawing, sheet) >= _READABLE)
    return next(readable, max(_SHEETS, key=lambda sheet: _scale(drawing, sheet)))


class _Page:
    """The page while it is drawn; lengths in drawing units until they are put on paper."""

    def __init__(self, pdf: FPDF, drawing: Drawing, sheet: tuple[float, float]) -> None:
        self._pdf = pdf
        self._drawing = drawing
        self._mm = _scale(drawing, sheet)
        self._left = (sheet[0] - drawing.width * self._mm) / 2
        self._middle = sheet[0] / 2

    def draw(self, title: str, below: str) -> None:
        """Draw everything, what lies under other things first."""
        self._heading(title, below)
        for lane in self._drawing.lanes:
            self._lane(lane)
        boxes = sorted(self._drawing.boxes, key=lambda box: box.shape != "group")
        for box in boxes:
            self._outline(box)
        for arrow in self._drawing.arrows:
            self._arrow(arrow)
        for box in boxes:
            self._words(box)
        for arrow in self._drawing.arrows:
            if arrow.label and arrow.label_at is not None:
                self._text(arrow.label_at, [arrow.label], self._drawing.text_size * 0.9, plate=True)

    def _heading(self, title: str, below: str) -> None:
        self._ink(INK)
        self._pdf.set_font("zh", size=15)
        for row, line in enumerate(lines(title, (2 * self._middle - 2 * _MARGIN) / 5.4 * 3.6)[:2]):
            self._centred(self._middle, _MARGIN + 4 + row * 6.5, line)
        self._pdf.set_font("zh", size=9)
        self._centred(self._middle, _MARGIN + 16, below)

    def _at(self, point: Point) -> Point:
        return self._left + point[0] * self._mm, _MARGIN + _HEAD + point[1] * self._mm

    def _lane(self, lane: Lane) -> None:
        height = lane.height or self._drawing.height
        self._pen(LANE, 0.2)
        self._rectangle((lane.x, lane.y, lane.width, height))
        if not lane.name:
            return
        deep = FLAT_HEADER if lane.flat else self._drawing.header or FLAT_HEADER
        size = (deep, height) if lane.flat else (lane.width, deep)
        self._rectangle((lane.x, lane.y, *size), LANE_HEAD)
        middle = (lane.x + size[0] / 2, lane.y + size[1] / 2)
        if lane.flat:
            with self._pdf.rotation(90, *self._at(middle)):
                self._text(middle, lines(lane.name, max(height - 2, 8.0))[:2], self._drawing.text_size)
        else:
            self._text(middle, lines(lane.name, lane.width - 4)[:2], self._drawing.text_size)

    def _outline(self, box: Box) -> None:
        if box.shape == "text":
            return
        self._pen(edge_of(box.shape, box.risk), 0.5, dashed=box.shape in ("risk", "group"))
        if box.shape in ("decision", "parallel"):
            self._diamond(box)
        else:
            fill = "" if box.shape == "group" else fill_of(box.shape)
            self._rectangle((box.x, box.y, box.width, box.height), fill, corner_of(box))
        self._pdf.set_dash_pattern()

    def _diamond(self, box: Box) -> None:
        x, y = box.x + box.width / 2, box.y + box.height / 2
        corners = ((x, box.y), (box.x + box.width, y), (x, box.y + box.height), (box.x, y))
        self._pdf.set_fill_color(fill_of(box.shape))
        self._pdf.polygon([self._at(corner) for corner in corners], style="DF")
        if box.shape == "parallel":
            arm = box.width / 5
            self._line((x - arm, y), (x + arm, y))
            self._line((x, y - arm), (x, y + arm))

    def _arrow(self, arrow: Arrow) -> None:
        self._pen(LINE, 0.4, dashed=arrow.dashed)
        for begin, end in pairwise(arrow.points):
            self._line(begin, end)
        self._pdf.set_dash_pattern()
        if not arrow.dashed:
            self._head(arrow.points[-2], arrow.points[-1])

    def _head(self, before: Point, tip: Point) -> None:
        (x, y), (from_x, from_y) = tip, before
        length = ((x - from_x) ** 2 + (y - from_y) ** 2) ** 0.5 or 1.0
        along, across = (x - from_x) / length * 2.8, (y - from_y) / length * 2.8
        back = (x - along, y - across)
        sides = ((back[0] - across * 0.45, back[1] + along * 0.45), (back[0] + across * 0.45, back[1] - along * 0.45))
        self._pdf.set_fill_color(LINE)
        self._pdf.polygon([self._at(point) for point in (tip, *sides)], style="F")

    def _words(self, box: Box) -> None:
        if box.text:
            size = self._drawing.text_size * (SMALLER if box.shape in SMALL else 1)
            words = lines(box.text, room_in(box))
            y = box.y + (len(words) * LINE_HEIGHT / 2 + 1 if box.shape == "group" else box.height / 2)
            self._text((box.x + box.width / 2, y), words, size)
        if box.risk and box.shape != "risk":
            self._badge(box)

    def _badge(self, box: Box) -> None:
        colour, word = RISKS[box.risk]
        x, y = box.x + box.width - 3.4, box.y
        if box.shape == "decision":
            x, y = box.x + box.width * 0.8, box.y + box.height * 0.22
        self._pdf.set_fill_color(colour)
        self._pdf.circle(*self._at((x, y)), 2.3 * self._mm, style="F")
        self._text((x, y), [word], 2.8, colour="#ffffff")

    def _text(self, at: Point, words: list[str], size: float, *, colour: str = INK, plate: bool = False) -> None:
        """Lines of text around a middle; with a plate, white under them."""
        self._pdf.set_font("zh", size=size * self._mm * _POINT)
        for row, word in enumerate(words):
            x, y = self._at((at[0], at[1] + (row - (len(words) - 1) / 2) * LINE_HEIGHT))
            if plate:
                wide = self._pdf.get_string_width(word)
                self._pdf.set_fill_color("#ffffff")
                self._pdf.rect(x - wide / 2, y - size * self._mm / 2, wide, size * self._mm, style="F")
            self._ink(colour)
            self._centred(x, y + size * self._mm * 0.36, word)

    def _centred(self, x: float, y: float, text: str) -> None:
        self._pdf.text(x - self._pdf.get_string_width(text) / 2, y, text)

    def _rectangle(self, place: Place, fill: str = "", radius: float = 0.0) -> None:
        x, y, width, height = place
        if fill:
            self._pdf.set_fill_color(fill)
        size = (width * self._mm, height * self._mm)
        rounded = min(radius, width / 2, height / 2) * self._mm * _JUST_LESS
        self._pdf.rect(*self._at((x, y)), *size, "DF" if fill else "D", rounded > 0, rounded)

    def _line(self, begin: Point, end: Point) -> None:
        self._pdf.line(*self._at(begin), *self._at(end))

    def _pen(self, colour: str, width: float, *, dashed: bool = False) -> None:
        self._pdf.set_draw_color(colour)
        self._pdf.set_line_width(width * self._mm)
        if dashed:
            self._pdf.set_dash_pattern(1.6 * self._mm, 1.0 * self._mm)

    def _ink(self, colour: str) -> None:
        self._pdf.set_text_color(colour)
