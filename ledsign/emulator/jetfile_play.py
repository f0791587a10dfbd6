"""What a JetFile II sign makes of a text file: its controls, its pages, what shows when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ledsign.bitmap import Bitmap, Colour, Panel
from ledsign.emulator.layout import Run, one_line, pages

SIZES = {b"5": 16, b"7": 24, b"9": 32}
COLOURS = {b"1": Colour.RED, b"2": Colour.GREEN, b"3": Colour.AMBER}
MOVE_LEFT = b"\x31"
MIDDLE, TOP = b"0", b"1"
FACTORY_DWELL_S = 2.0
DOTS_PER_S = 64.0
_TOKEN = re.compile(
    rb"\x1b0(?P<wrap>[ab])|\x1a(?P<font>.)|\x1c(?P<colour>.)|\x0aI(?P<effect>.)|\x0aO."
    rb"|\x0e0(?P<s>\d\d)|\x0e1(?P<ms>\d\d)|\x0e2(?P<ss>\d{4})|\x0e3(?P<mms>\d{4})"
    rb"|(?P<page>\x0c)|(?P<line>\x0d)|\x1f(?P<upright>.)|[\x07\x08\x0f\x1d\x1e].|(?P<text>[\x80-\xff].|[\x20-\x7f])|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Show:
    """A file's pages with the seconds each stays; a running text is one strip."""

    text: str
    pages: tuple[tuple[Bitmap, float], ...]
    runs_through: bool
    panel: Panel

    @property
    def seconds(self) -> float:
        """How long the file takes once."""
        return sum(seconds for _, seconds in self.pages)

    def at(self, seconds: float) -> Bitmap:
        """The panel so many seconds after the file began."""
        if self.runs_through:
            offset = round(seconds * DOTS_PER_S) - self.panel.width_dots
            return self.pages[0][0].cropped(offset, 0, self.panel.width_dots, self.panel.height_dots)
        for bitmap, stays in self.pages:
            if seconds < stays:
                return bitmap
            seconds -= stays
        return self.pages[-1][0]


@dataclass
class _Reading:
    size: int = 16
    colour: Colour = Colour.RED
    wraps: bool = True
    effect: bytes = b""
    upright: bytes = TOP
    dwell_s: float = FACTORY_DWELL_S

    def take(self, token: re.Match[bytes]) -> None:
        if token["wrap"]:
            self.wraps = token["wrap"] == b"b"
        self.size = SIZES.get(token["font"], self.size)
        self.colour = COLOURS.get(token["colour"], self.colour)
        self.effect = token["effect"] or self.effect
        self.upright = token["upright"] or self.upright
        whole, parts = token["s"] or token["ss"], token["ms"] or token["mms"]
        if whole or parts:
            self.dwell_s = int(whole) if whole else int(parts) / 1000


@lru_cache(maxsize=256)
def show_of(text: bytes, panel: Panel) -> Show:
    """Read a file's text."""
    reading = _Reading()
    scenes: list[tuple[list[Run], float]] = []
    runs: list[Run] = []
    for token in _TOKEN.finditer(text):
        reading.take(token)
        if token["page"]:
            scenes.append((runs, reading.dwell_s))
            runs = []
        elif token["line"] or token["text"]:
            character = "\n" if token["line"] else _character(token["text"])
            runs.append(Run(character, reading.size, reading.colour))
    scenes.append((runs, reading.dwell_s))
    words = "".join(run.character for scene, _ in scenes for run in scene if run.character != "\n")
    if reading.effect == MOVE_LEFT and not reading.wraps:
        line = one_line(scenes[0][0])
        lower = max(panel.height_dots - line.height, 0) // 2 if reading.upright == MIDDLE else 0
        strip = line.cropped(0, -lower, line.width, panel.height_dots)
        seconds = (strip.width + panel.width_dots) / DOTS_PER_S
        return Show(words, ((strip, seconds),), runs_through=True, panel=panel)
    size = panel.width_dots, panel.height_dots
    middle = reading.upright == MIDDLE
    drawn = [
        (page, stays)
        for scene, stays in scenes
        for page in pages(scene, size, wraps=reading.wraps, in_the_middle=middle)
    ]
    return Show(words, tuple(drawn), runs_through=False, panel=panel)


def _character(code: bytes) -> str:
    try:
        return code.decode("gbk")
    except UnicodeDecodeError:
        return "〓"
