"""An Onbon graphics card that is not there: dynamic areas of pictures in RAM, nothing else to show.

Written from protocols/onbon-graphics-card.md and its captured frames alone.

    wire ─▶ A5.. 5A, unescape ─▶ byte 4 is F0: CRC over all ─▶ area ─▶ dots
                                 else: XOR of the header, CRC of the body ─▶ ping, clock, lamps
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ledsign.bitmap import Bitmap, Panel
from ledsign.emulator.onbon_line import crc_of, int_of, with_escapes, without_escapes
from ledsign.emulator.sign import Status

AREAS = 4
"""A BX-5E has four dynamic areas."""

LARGEST_FRAME = 66_000
BAD_GROUP, BAD_COMMAND, BUSY, BAD_CRC = 1, 2, 3, 5
BROADCAST = 0xFFFE
REMOVED_ON_TIMEOUT = (2, 3)


@dataclass(frozen=True, slots=True)
class ShownArea:
    """An area as it stands in the card: its place, its pictures with their seconds, and when it came."""

    x: int
    y: int
    width: int
    height: int
    pages: tuple[tuple[Bitmap, float], ...]
    removed_after_s: float
    since: float

    def at(self, now: float) -> Bitmap:
        """The picture that shows."""
        rest = (now - self.since) % sum(seconds for _, seconds in self.pages)
        for bitmap, seconds in self.pages:
            if rest < seconds:
                return bitmap
            rest -= seconds
        return self.pages[-1][0]


@dataclass
class Ram:
    """Everything there is: a power cut takes it all."""

    areas: dict[int, ShownArea] = field(default_factory=dict)
    power: bool = True
    clock: tuple[datetime, float] | None = None


class GraphicsCard:
    """One card with its panel, at one address."""

    def __init__(self, panel: Panel, address: int = 1) -> None:
        """A card that shows nothing yet."""
        self._panel, self._address = panel, address
        self.busy = False
        self._incoming = b""
        self._ram = Ram()
        self._frames = 0
        self._rejected = 0

    def receive(self, content: bytes, now: float) -> bytes:
        """Take bytes; answer every whole frame that is for this card and wants an answer."""
        self._incoming += content
        *frames, self._incoming = self._incoming.split(b"\x5a")
        self._incoming = self._incoming[-2 * LARGEST_FRAME :]
        return b"".join(self._frame(frame, now) for frame in frames)

    def screen(self, now: float) -> Bitmap:
        """The dots a person sees."""
        shown = Bitmap.blank(self._panel.width_dots, self._panel.height_dots)
        for area in self._areas(now) if self._ram.power else ():
            shown = shown.with_pasted(area.at(now).tinted(self._panel.colours.usual), area.x, area.y)
        return shown

    def status(self, now: float) -> Status:
        """What it holds; pictures have no words, so each is "▦"."""
        held = tuple("▦" * len(area.pages) for area in self._areas(now))
        return Status(
            texts=held,
            showing=held[0] if held and self._ram.power else "",
            notice="",
            power=self._ram.power,
            brightness=15,
            clock=self._time(now),
            frames=self._frames,
            rejected=self._rejected,
        )

    def flash(self) -> dict[str, bytes]:
        """Nothing: programme files of these cards are not documented."""
        return {}

    def power_cut(self, flash: dict[str, bytes], now: float) -> None:  # noqa: ARG002 - as every sign
        """Lose everything."""
        self._ram, self._incoming = Ram(), b""

    def _areas(self, now: float) -> list[ShownArea]:
        held = [self._ram.areas[number] for number in sorted(self._ram.areas)]
        return [area for area in held if now - area.since < area.removed_after_s]

    def _time(self, now: float) -> str:
        if self._ram.clock is None:
            return ""
        at, since = self._ram.clock
        return (at + timedelta(seconds=now - since)).isoformat(sep=" ", timespec="seconds")

    def _frame(self, escaped: bytes, now: float) -> bytes:
        start = escaped.rfind(b"\xa5")
        content = without_escapes(escaped[start + 1 :])
        if start < 0 or len(content) < 8:  # noqa: PLR2004 - addresses, version and device
            return b""
        body = _dynamic(content) if content[4] == 0xF0 else _ordinary(content)  # noqa: PLR2004 - the version's place
        target = int_of(content[:2])
        if not body:
            self._rejected += 1
            return self._reply(content, b"\0\0\0", BAD_CRC) if target == self._address else b""
        if target not in (self._address, BROADCAST):
            return b""
        self._frames += 1
        try:
            error = BUSY if self.busy else self._obey(body[1:3], body[5 : 5 + int_of(body[3:5])], now)
        except (IndexError, ValueError, ZeroDivisionError):
            error = BAD_COMMAND
        return self._reply(content, body, error) if body[0] == 1 else b""

    def _obey(self, code: bytes, data: bytes, now: float) -> int:
        match code:
            case b"\xa2\x00":
                pass
            case b"\xa2\x02":
                low, high, month, day, hour, minute, second = (int(data[i : i + 1].hex()) for i in range(7))
                at = datetime(high * 100 + low, month, day, hour, minute, second)  # noqa: DTZ001 - local time
                self._ram.clock = (at, now)
            case b"\xa2\x05":
                self._ram.power = data[0] == 1
            case b"\xa7\x00":
                number, area = _area(data[4 : 4 + int_of(data[:4])], now)
                if number >= AREAS:
                    return BAD_COMMAND
                self._ram.areas[number] = area
            case b"\xa7\x01":
                self._ram.areas.pop(data[0], None)
            case _:
                return BAD_COMMAND if code[:1] in (b"\xa2", b"\xa7") else BAD_GROUP
        return 0

    def _reply(self, request: bytes, body: bytes, error: int) -> bytes:
        sender = BROADCAST if int_of(request[:2]) == BROADCAST else self._address
        answer = b"\0" + body[1:2] + bytes((body[2] | 0x80,)) + bool(error).to_bytes(2, "little")
        answer += error.to_bytes(2, "little") + b"\0\0"
        sequence = request[10:12] if request[4] != 0xF0 else b"\0\0"  # noqa: PLR2004 - as above
        head = request[2:4] + sender.to_bytes(2, "little") + b"\x05\0" + request[6:8] + b"\x01\0" + sequence
        head += b"\0\x90\x96\0" + bytes(6) + len(answer).to_bytes(2, "little")
        head += crc_of(answer).to_bytes(2, "little")
        check = 0
        for byte in head:
            check ^= byte
        return b"\xa5" * 8 + with_escapes(head + bytes((check,)) + answer) + b"\x5a\x5a"


def _dynamic(content: bytes) -> bytes:
    """The body of a frame of version F0, or nothing when its length or CRC does not fit."""
    whole = len(content) == 18 + int_of(content[12:16]) and not crc_of(content)
    return content[16:-2] if whole else b""


def _ordinary(content: bytes) -> bytes:
    """The body of any other frame, or nothing when a length or checksum does not fit."""
    head, body = content[:27], content[27:]
    check = 0
    for byte in head:
        check ^= byte
    whole = len(head) == 27 and check == 0 and len(body) == int_of(head[22:24])  # noqa: PLR2004 - bytes of the header
    return body if whole and crc_of(body) == int_of(head[24:26]) else b""


def _area(raw: bytes, now: float) -> tuple[int, ShownArea]:
    number, run_mode, timeout_s = raw[0], raw[1], int_of(raw[2:4])
    x, y, width, height = (int_of(raw[i : i + 2]) for i in (13, 15, 17, 19))
    pages: list[tuple[Bitmap, float]] = []
    rest = raw[24:]
    for _ in range(int_of(raw[22:24])):
        length = int_of(rest[:4])
        page, rest = rest[4 : 4 + length], rest[4 + length :]
        pages.append((_picture(page[13:], width, height), max(int_of(page[4:6]) / 100, 0.01)))
    removed_after_s = timeout_s if run_mode in REMOVED_ON_TIMEOUT else float("inf")
    if not pages or rest:
        raise ValueError("no area of pictures")
    return number, ShownArea(x, y, width, height, tuple(pages), removed_after_s, now)


def _picture(raw: bytes, width: int, height: int) -> Bitmap:
    """Row by row, bit by bit from the highest: 0 is lit."""
    stride = -(-width // 8)
    if len(raw) != stride * height:
        raise ValueError("the dots do not fill the area")
    rows = re.findall(rb".{%d}" % stride, raw, re.DOTALL)
    lit = ("".join(f"{byte:08b}" for byte in row)[:width] for row in rows)
    return Bitmap(width, height, bytes(bit == "0" for row in lit for bit in row))
