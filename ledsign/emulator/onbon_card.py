"""An Onbon font card that is not there: frames in, acknowledgements out, programmes in flash, notices in RAM.

Written from protocols/onbon-font-card.md alone; of the driver's codec it shares only the table of error codes.

    wire ─▶ A5.. 5A, unescape, length, CRC ─▶ command ─▶ flash, areas, clock ─▶ dots
                                   └─▶ NACK with the error's code
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ledsign.bitmap import Bitmap, Panel
from ledsign.emulator.onbon_flash import Flash, Refusal
from ledsign.emulator.onbon_line import crc_of, int_of, with_escapes, without_escapes
from ledsign.emulator.onbon_play import Area, Play, plays_at, programme_areas, text_of
from ledsign.emulator.sign import Status
from ledsign.protocols.onbon_bx5k.errors import CardError

BROADCAST_SILENT, BROADCAST = 0xFFFF, 0xFFFE
RECEIVE_BUFFER = 1024


@dataclass
class Ram:
    """Everything a power cut takes."""

    areas: dict[int, tuple[Area, float]] = field(default_factory=dict)
    in_front: bool = False
    locked: bytes = b""
    power: bool = True
    brightness: bytes = bytes((15,))
    timers: tuple[tuple[str, str], ...] = ()
    clock: tuple[datetime, float] | None = None


class OnbonCard:
    """One card with its panel, at one address."""

    def __init__(self, panel: Panel, address: int = 1) -> None:
        """A card fresh from the factory: empty, and its clock not set."""
        self._panel, self._address = panel, address
        self.busy = False
        self._incoming = b""
        self._flash = Flash()
        self._ram = Ram()
        self._began = 0.0
        self._frames = 0
        self._rejected = 0

    def receive(self, content: bytes, now: float) -> bytes:
        """Take bytes; answer every whole frame that is for this card and wants an answer."""
        self._incoming += content
        *frames, self._incoming = self._incoming.split(b"\x5a")
        self._incoming = self._incoming[-2 * RECEIVE_BUFFER :]
        return b"".join(self._frame(frame, now) for frame in frames)

    def screen(self, now: float) -> Bitmap:
        """The dots a person sees: nothing while the lamps are off, else an area in front, else the programmes."""
        dark = Bitmap.blank(self._panel.width_dots, self._panel.height_dots)
        if not self._lit(now):
            return dark
        areas = self._areas(now)
        programmes = self._programmes(now)
        shown = dark
        if not (areas and self._ram.in_front):
            shown = Play.of(programmes, self._panel).at(now - self._began) if programmes else dark
        for area, since in areas:
            shown = shown.with_pasted(Play.of([[area]], self._panel).area_at(now - since), area.x, area.y)
        return shown.on_lamps(self._panel.colours)

    def status(self, now: float) -> Status:
        """What it holds and shows."""
        names = sorted(self._flash.files)
        programmes = self._programmes(now)
        areas = self._areas(now)
        playing = Play.of(programmes, self._panel).text_at(now - self._began) if programmes else ""
        notice = " ".join(text_of(area) for area, _ in areas)
        return Status(
            texts=tuple(text_of(area) for name in names for area in programme_areas(self._flash.files[name])),
            showing=notice if notice and self._ram.in_front else playing,
            notice=notice,
            power=self._lit(now),
            brightness=self._brightness(now),
            clock=self._time(now).isoformat(sep=" ", timespec="seconds") if self._ram.clock else "",
            frames=self._frames,
            rejected=self._rejected,
        )

    def flash(self) -> dict[str, bytes]:
        """The programme files."""
        return {name.decode("ascii"): content for name, content in self._flash.files.items()}

    def power_cut(self, flash: dict[str, bytes], now: float) -> None:
        """Lose RAM; begin with these files."""
        self._flash = Flash({name.encode("ascii"): content for name, content in flash.items()})
        self._ram, self._incoming, self._began = Ram(), b"", now

    def _frame(self, escaped: bytes, now: float) -> bytes:
        start = escaped.rfind(b"\xa5")
        body = without_escapes(escaped[start + 1 :])
        if start < 0 or not body:
            return b""
        if len(body) < 16 or crc_of(body) or len(body) != 16 + int_of(body[12:14]):  # noqa: PLR2004 - header 14, CRC 2
            self._rejected += 1
            mine = len(body) >= 16 and int_of(body[:2]) == self._address  # noqa: PLR2004
            return self._reply(body, CardError.CRC) if mine else b""
        target = int_of(body[:2])
        if target not in (self._address, BROADCAST, BROADCAST_SILENT):
            return b""
        self._frames += 1
        code = CardError.BUSY if self.busy else self._obey(body, now)
        wanted = body[16:17] == b"\x01" and target != BROADCAST_SILENT
        return self._reply(body, code) if wanted else b""

    def _obey(self, body: bytes, now: float) -> CardError:
        try:
            self._command(body[14:16], body[19:-2], body[9], now)
        except Refusal as refusal:
            return refusal.code
        except (IndexError, ValueError):
            return CardError.COMMAND
        return CardError.NONE

    def _reply(self, request: bytes, code: CardError) -> bytes:
        target = int_of(request[:2])
        sender = target if target == BROADCAST else self._address
        data = bytes((0xA0, 0 if code is CardError.NONE else 1, code, 0, 0))
        head = request[2:4] + sender.to_bytes(2, "little") + bytes(6) + request[10:12]
        body = head + len(data).to_bytes(2, "little") + data
        check = crc_of(body).to_bytes(2, "little")
        return b"\xa5" * 8 + with_escapes(body + check) + b"\x5a"

    def _command(self, code: bytes, payload: bytes, display: int, now: float) -> None:
        commands: dict[bytes, Callable[[], None]] = {
            b"\xa1\x00": lambda: self.power_cut({}, now),
            b"\xa1\x01": lambda: self._delete(payload, now),
            b"\xa1\x02": lambda: None,
            b"\xa1\x05": lambda: self._flash.begin(payload),
            b"\xa1\x06": lambda: self._block(payload, now),
            b"\xa2\x00": lambda: None,
            b"\xa2\x01": lambda: self.power_cut({}, now),
            b"\xa2\x06": lambda: self._set_address(payload),
            b"\xa2\x07": lambda: None,
            b"\xa2\x03": lambda: self._set_clock(payload, now),
            b"\xa3\x00": lambda: self._set_power(on=payload[0] == 1),
            b"\xa3\x01": lambda: self._set_timers(payload),
            b"\xa3\x02": lambda: self._set_brightness(payload),
            b"\xa3\x04": lambda: self._lock(payload, now),
            b"\xa3\x06": lambda: self._update(payload, in_front=display == 1, now=now),
            b"\xa3\x08": lambda: self._set_timers(b"\0"),
            b"\xa3\x10": self._clear,
        }
        if code not in commands:
            raise Refusal(CardError.COMMAND if code[:1] in (b"\xa1", b"\xa2", b"\xa3") else CardError.GROUP)
        commands[code]()

    def _set_clock(self, payload: bytes, now: float) -> None:
        self._ram.clock = (_bcd_time(payload), now)

    def _set_power(self, *, on: bool) -> None:
        self._ram.power = on

    def _set_brightness(self, payload: bytes) -> None:
        self._ram.brightness = payload[1:2] if payload[0] == 1 else payload[2:50]

    def _set_timers(self, payload: bytes) -> None:
        pairs = [payload[1 + 4 * i : 5 + 4 * i].hex() for i in range(payload[0])]
        self._ram.timers = tuple((pair[:4], pair[4:]) for pair in pairs)

    def _set_address(self, payload: bytes) -> None:
        self._address = int_of(payload[:2])

    def _lit(self, now: float) -> bool:
        moment = f"{self._time(now):%H%M}"
        timers = self._ram.timers
        return self._ram.power and (not timers or any(on <= moment < off for on, off in timers))

    def _brightness(self, now: float) -> int:
        at = self._time(now)
        table = self._ram.brightness
        return table[at.hour * 2 + at.minute // 30] if len(table) > 1 else table[0]

    def _clear(self) -> None:
        self._ram.areas.clear()
        self._flash.files.clear()

    def _block(self, payload: bytes, now: float) -> None:
        if self._flash.block(payload):
            self._began = now

    def _delete(self, payload: bytes, now: float) -> None:
        self._flash.delete(payload)
        self._began = now

    def _lock(self, payload: bytes, now: float) -> None:
        name = payload[2:6]
        if name not in self._flash.files:
            raise Refusal(CardError.NO_FILE)
        self._ram.locked = name if payload[1] else b""
        self._began = now

    def _update(self, payload: bytes, *, in_front: bool, now: float) -> None:
        gone = list(self._ram.areas) if payload[0] == 0xFF else payload[1 : 1 + payload[0]]  # noqa: PLR2004
        for number in gone:
            self._ram.areas.pop(number, None)
        rest = payload[1 if payload[0] == 0xFF else 1 + payload[0] :]  # noqa: PLR2004
        count, rest = rest[0], rest[1:]
        for _ in range(count):
            length = int_of(rest[:2])
            area = Area.read(rest[2 : 2 + length])
            self._ram.areas[area.number] = (area, now)
            rest = rest[2 + length :]
        self._ram.in_front = in_front

    def _areas(self, now: float) -> list[tuple[Area, float]]:
        held = [self._ram.areas[number] for number in sorted(self._ram.areas)]
        return [(area, since) for area, since in held if not (area.is_removed and now - since >= area.timeout_s)]

    def _programmes(self, now: float) -> list[list[Area]]:
        at = self._time(now)
        names = [name for name in sorted(self._flash.files) if plays_at(self._flash.files[name], at)]
        if self._ram.locked in names:
            names = [self._ram.locked]
        return [programme_areas(self._flash.files[name]) for name in names]

    def _time(self, now: float) -> datetime:
        if self._ram.clock is None:
            return datetime(2000, 1, 1)  # noqa: DTZ001 - a card's clock before anybody set it
        at, since = self._ram.clock
        return at + timedelta(seconds=now - since)


def _bcd_time(payload: bytes) -> datetime:
    low, high, month, day, hour, minute, second = (int(payload[i : i + 1].hex()) for i in range(7))
    return datetime(high * 100 + low, month, day, hour, minute, second)  # noqa: DTZ001 - local time of the hall
