"""What an Onbon card makes of an area: its fields, its text with sizes and colours, its pages over time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from ledsign.bitmap import Bitmap, Colour, Panel
from ledsign.emulator.layout import Run, one_line, pages

REMOVED, REMOVED_TO_LOGO = 2, 3
SLOWEST = 0x18
FASTEST_DOTS_PER_S = 160.0
FACTORY_COLOUR = Colour.RED
_COLOURS = (
    Colour.RED,
    Colour.GREEN,
    Colour.AMBER,
    Colour.BLUE,
    Colour.CYAN,
    Colour.MAGENTA,
    Colour.WHITE,
)
_SIZES = {b"0": 16, b"1": 24, b"2": 32}
_TOKEN = re.compile(rb"\\n|\\C([1-7])|\\F[OEK]0([0-4])([0-2])|\\F[0-4](016|024|032)|[\x80-\xff].|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Area:
    """The fields of an area that show."""

    number: int
    x: int
    y: int
    width: int
    height: int
    gap: int
    run_mode: int
    timeout_s: int
    several_lines: bool
    wraps: bool
    mode: int
    speed: int
    stay_s: float
    text: bytes

    @property
    def is_removed(self) -> bool:
        """Whether it goes away by itself when its time is over."""
        return self.run_mode in (REMOVED, REMOVED_TO_LOGO)

    @classmethod
    def read(cls, raw: bytes) -> Area:
        """Read the bytes of one area. ValueError when they are too few or the text is cut."""
        length = int.from_bytes(raw[23:27], "little")
        if len(raw) != 27 + length or raw[0]:
            raise ValueError("no text area")
        return cls(
            number=raw[9],
            x=_dots(raw[1:3]),
            y=int.from_bytes(raw[3:5], "little"),
            width=_dots(raw[5:7]),
            height=int.from_bytes(raw[7:9], "little"),
            gap=raw[10],
            run_mode=raw[11],
            timeout_s=int.from_bytes(raw[12:14], "little"),
            several_lines=raw[17] == 2,  # noqa: PLR2004 - single 1, several 2
            wraps=raw[18] == 2,  # noqa: PLR2004 - manual 1, wrap 2
            mode=raw[19],
            speed=raw[21],
            stay_s=raw[22] / 2,
            text=raw[27:],
        )


@dataclass(frozen=True, slots=True)
class Play:
    """Programmes one after another, each with its pages: what shows so many seconds after the beginning."""

    scenes: tuple[tuple[Area, tuple[Bitmap, ...], float], ...]
    panel: Panel

    @classmethod
    def of(cls, programmes: list[list[Area]], panel: Panel) -> Play:
        """From the areas of each programme; a card of ours has one a programme."""
        scenes = [(area, *_drawn(area)) for areas in programmes for area in areas[:1]]
        return cls(tuple(scenes), panel)

    def at(self, seconds: float) -> Bitmap:
        """The panel at this moment of the cycle."""
        area, bitmap = self._moment(seconds)
        dark = Bitmap.blank(self.panel.width_dots, self.panel.height_dots)
        return dark.with_pasted(bitmap, area.x, area.y)

    def area_at(self, seconds: float) -> Bitmap:
        """The first area's own dots at this moment."""
        return self._moment(seconds)[1]

    def text_at(self, seconds: float) -> str:
        """The text that shows at this moment."""
        return text_of(self._moment(seconds)[0])

    def _moment(self, seconds: float) -> tuple[Area, Bitmap]:
        rest = seconds % sum(duration for _, _, duration in self.scenes)
        for area, shown, duration in self.scenes:
            if rest < duration:
                return area, _scene(area, shown, duration, rest)
            rest -= duration
        area, shown, duration = self.scenes[-1]
        return area, _scene(area, shown, duration, duration)


def programme_areas(file: bytes) -> list[Area]:
    """The areas of a programme file."""
    found: list[Area] = []
    periods_end = 24 + 6 * file[23]
    rest = file[periods_end + 1 : -2]
    for _ in range(file[periods_end]):
        length = int.from_bytes(rest[:4], "little")
        found.append(Area.read(rest[4 : 4 + length]))
        rest = rest[4 + length :]
    return found


def programme_days(file: bytes) -> tuple[date, date] | None:
    """First and last day the file plays; None is for ever."""
    if file[13:15] == b"\xff\xff":
        return None
    return _bcd_day(file[13:17]), _bcd_day(file[17:21])


def plays_at(file: bytes, at: datetime) -> bool:
    """Whether the file plays at this moment of the card's clock: its dates, its days of the week, its hours."""
    days = programme_days(file)
    in_life = days is None or days[0] <= at.date() <= days[1]
    week = file[21]
    on_this_day = bool(week & 1) or bool(week & 1 << at.isoweekday())
    moment = f"{at:%H%M%S}"
    periods = [file[24 + 6 * i : 30 + 6 * i].hex() for i in range(file[23])] if file[22] else []
    return in_life and on_this_day and (not periods or any(p[:6] <= moment < p[6:] for p in periods))


def text_of(area: Area) -> str:
    """The text as a person reads it."""
    return "".join(run.character for run in runs(area.text) if run.character != "\n")


@lru_cache(maxsize=512)
def runs(text: bytes) -> tuple[Run, ...]:
    """Characters with their size and colour; what is no GB 2312 shows as 〓."""
    found: list[Run] = []
    size, colour = 16, FACTORY_COLOUR
    for token in _TOKEN.finditer(text):
        if token[1]:
            colour = _COLOURS[int(token[1]) - 1]
        elif token[3]:
            size = _SIZES[token[3]]
        elif token[4]:
            size = int(token[4])
        else:
            found.append(Run("\n" if token[0] == rb"\n" else _character(token[0]), size, colour))
    return tuple(found)


def _character(code: bytes) -> str:
    try:
        return code.decode("gbk")
    except UnicodeDecodeError:
        return "〓"


@lru_cache(maxsize=512)
def _drawn(area: Area) -> tuple[tuple[Bitmap, ...], float]:
    """The area's pages, or one strip, and how long they take."""
    shown = list(runs(area.text))
    if not area.several_lines:
        strip = one_line(shown)
        return (strip,), (strip.width + area.width) / _dots_per_s(area)
    drawn = tuple(pages(shown, (area.width, area.height), wraps=area.wraps, gap=area.gap))
    return drawn, len(drawn) * max(area.stay_s, 0.5)


def _scene(area: Area, shown: tuple[Bitmap, ...], duration: float, seconds: float) -> Bitmap:
    if area.several_lines:
        return shown[min(int(seconds / duration * len(shown)), len(shown) - 1)]
    offset = round(seconds * _dots_per_s(area)) - area.width
    return shown[0].cropped(offset, 0, area.width, area.height)


def _dots_per_s(area: Area) -> float:
    return FASTEST_DOTS_PER_S / (1 + area.speed) * 2


def _dots(field: bytes) -> int:
    value = int.from_bytes(field, "little")
    return value & 0x7FFF if value & 0x8000 else value * 8


def _bcd_day(field: bytes) -> date:
    low, high, month, day = (int(field[i : i + 1].hex()) for i in range(4))
    return date(high * 100 + low, month, day)
