"""A JetFile II sign that is not there, hearing both of the protocol's formats.

Written from protocols/jetfile2.md alone. Simple frames store texts in RAM and name a playlist; packets store files on D
(flash) or E (RAM), a playlist with days (SEQUENT.SYS), and emergency messages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from ledsign.bitmap import Bitmap, Panel
from ledsign.emulator.jetfile_play import Show, show_of
from ledsign.emulator.sign import Status

SHORTEST_PACKET = 16
GOOD, BAD_SUM, BAD_COMMAND, BAD_ORDER, BAD_SIZE = 0x9000, 0x9002, 0x9005, 0x9014, 0x9013
SYSTEM = "SEQUENT.SYS"
_SIMPLE = re.compile(rb"\x01(Y|Z)(\d\d)\x02([^\x01\x03\x04]*)(\x03|\x04)", re.DOTALL)


@dataclass
class Ram:
    """Everything a power cut takes."""

    texts: dict[str, bytes] = field(default_factory=dict)
    playlist: tuple[str, ...] = ()
    emergency: tuple[bytes, float] | None = None
    pieces: list[bytes] = field(default_factory=list)
    clock: tuple[datetime, float] | None = None
    power: bool = True
    brightness: int = 255


class JetFileSign:
    """One sign with its panel, at one unit address."""

    def __init__(self, panel: Panel, address: int = 1) -> None:
        """A sign fresh from the factory: no files."""
        self._panel, self._address = panel, address
        self.busy = False
        self._incoming = b""
        self._files: dict[str, bytes] = {}
        self._ram = Ram()
        self._began = 0.0
        self._frames = 0
        self._rejected = 0

    def receive(self, content: bytes, now: float) -> bytes:
        """Take bytes; answer every whole frame and packet that is for this sign and wants an answer."""
        if self.busy:
            return b""
        self._incoming += content
        answers = b""
        while self._incoming:
            used, answer = self._first(now)
            if not used:
                break
            answers += answer
            self._incoming = self._incoming[used:]
        self._incoming = self._incoming[-4096:]
        return answers

    def screen(self, now: float) -> Bitmap:
        """The dots a person sees."""
        dark = Bitmap.blank(self._panel.width_dots, self._panel.height_dots)
        show, seconds = self._playing(now)
        return show.at(seconds).on_lamps(self._panel.colours) if show and self._ram.power else dark

    def status(self, now: float) -> Status:
        """What it holds and shows."""
        show, _ = self._playing(now)
        emergency = self._emergency(now)
        return Status(
            texts=tuple(show_of(text, self._panel).text for text, _ in self._listed()),
            showing=show.text if show else "",
            notice=show_of(emergency, self._panel).text if emergency else "",
            power=self._ram.power,
            brightness=round(self._ram.brightness * 15 / 255),
            clock=self._time(now).isoformat(sep=" ", timespec="seconds") if self._ram.clock else "",
            frames=self._frames,
            rejected=self._rejected,
        )

    def flash(self) -> dict[str, bytes]:
        """The files on drive D."""
        return dict(self._files)

    def power_cut(self, flash: dict[str, bytes], now: float) -> None:
        """Lose RAM; begin with these files."""
        self._files, self._ram, self._incoming, self._began = dict(flash), Ram(), b"", now

    def _first(self, now: float) -> tuple[int, bytes]:
        """Deal with what stands first; how many bytes that took (0: more must come) and the answer."""
        if self._incoming[:2] == b"\x55\xa7":
            return self._packet(now)
        if self._incoming[:1] == b"\x01":
            return self._simple(now)
        if self._incoming == b"\x55":
            return 0, b""
        return 1, b""

    def _simple(self, now: float) -> tuple[int, bytes]:
        frame = _SIMPLE.match(self._incoming)
        if frame is None:
            hopeless = len(self._incoming) > 2048 or b"\x01" in self._incoming[1:]  # noqa: PLR2004 - twice the most text
            return (1 if hopeless else 0), b""
        end = frame.end() + (2 if frame[1] == b"Y" else 0)
        if len(self._incoming) < end:
            return 0, b""
        if frame[1] == b"Y" and sum(frame[0]) % 65536 != _int(self._incoming[frame.end() : end]):
            self._rejected += 1
            return 1, b""
        if int(frame[2]) not in (0, self._address):
            return end, b""
        self._frames += 1
        known = self._command(frame[3], now)
        wanted = frame[4] == b"\x03"
        return end, (b"OK" if known else b"9005") if wanted else b""

    def _command(self, command: bytes, now: float) -> bool:
        text = re.fullmatch(rb"A(?:\x0f[DE]T(..)|(.))\x06?(.*)", command, re.DOTALL)
        if text:
            self._ram.texts[(text[1] or text[2]).decode("ascii", "replace")] = text[3]
        elif command.startswith(b"E."):
            self._ram.playlist = tuple(command[4:].decode("ascii", "replace"))
        else:
            return False
        self._began = now
        return True

    def _packet(self, now: float) -> tuple[int, bytes]:
        head = self._incoming[:SHORTEST_PACKET]
        if len(head) < SHORTEST_PACKET:
            return 0, b""
        argument_end = SHORTEST_PACKET + head[14] * 4
        end = argument_end + _int(head[4:6])
        if len(self._incoming) < end:
            return (0 if _int(head[4:6]) <= 1024 else 2), b""  # noqa: PLR2004 - the most data of a packet
        packet = self._incoming[:end]
        if sum(packet[4:]) % 65536 != _int(packet[2:4]):
            self._rejected += 1
            return 2, self._reply(packet, BAD_SUM) if packet[9] == self._address else b""
        if packet[9] not in (0, self._address):
            return end, b""
        self._frames += 1
        told = self._told(packet[12:14], now)
        if told:
            return end, self._say(packet, told, b"\0")
        status = self._obey(packet[12:14], packet[SHORTEST_PACKET:argument_end], packet[argument_end:], now)
        return end, self._reply(packet, status) if packet[15] == 0 else b""

    def _reply(self, request: bytes, status: int) -> bytes:
        return self._say(request, status.to_bytes(2, "little") + b"\0\0", b"\1")

    def _say(self, request: bytes, argument: bytes, flag: bytes) -> bytes:
        head = b"\0\0" + request[8:10] + request[6:8] + request[10:14] + bytes((len(argument) // 4,)) + flag
        return b"\x55\xa8" + (sum(head + argument) % 65536).to_bytes(2, "little") + head + argument

    def _told(self, code: bytes, now: float) -> bytes:
        """What is answered to a question; nothing when it is none."""
        if code == b"\x01\x0b":
            doing = 2 if not self._ram.power else 1 if self._emergency(now) else 0
            return bytes((doing, 31, 0xFF, 0, 40, 0, 0, 0))
        if code == b"\x05\x01":
            at = self._time(now)
            return bytes.fromhex(f"{at.year % 100:02d}{at.year // 100:02d}{at:%m%d%H%M}{at.isoweekday() % 7:02d}20")
        return b""

    def _obey(self, code: bytes, argument: bytes, content: bytes, now: float) -> int:
        match code:
            case b"\x03\x01":
                return GOOD
            case b"\x02\x04":
                return self._collect(argument[2:14].rstrip(b"\0").decode("ascii"), argument[14:], content, now)
            case b"\x02\x02":
                return self._collect(argument[:12].rstrip(b"\0").decode("ascii"), argument[12:], content, now)
            case b"\x02\x09":
                self._ram.emergency = (content[7:-1], now + (_int(argument[:2]) or float("inf")))
            case b"\x06\x01":
                self._ram.emergency, self._began = None, now
            case b"\x04\x03" | b"\x04\x04":
                self._ram.power = code == b"\x04\x04"
            case b"\x02\x0a":
                self._ram.brightness = max(argument[4:7])
            case b"\x05\x02":
                self._ram.clock = (_bcd_time(argument), now)
            case _:
                return BAD_COMMAND
        return GOOD

    def _collect(self, name: str, place: bytes, content: bytes, now: float) -> int:
        total, count, current = _int(place[:4]), _int(place[6:8]), _int(place[8:10])
        if current == 1:
            self._ram.pieces = []
        if current == len(self._ram.pieces) and self._ram.pieces[-1] == content:
            return GOOD  # a packet repeated because its answer was lost
        if current != len(self._ram.pieces) + 1:
            return BAD_ORDER
        self._ram.pieces.append(content)
        if current == count:
            file, self._ram.pieces = b"".join(self._ram.pieces), []
            if len(file) != total:
                return BAD_SIZE
            self._files[name] = file
            if name == SYSTEM:
                self._ram.playlist = ()  # the playlist told last is in force, in whichever format it came
            self._began = now
        return GOOD

    def _listed(self) -> list[tuple[bytes, bytes]]:
        """The texts of the playlist in force, with their entries there; none in a playlist of labels."""
        if self._ram.playlist:
            return [(self._ram.texts[label], b"") for label in self._ram.playlist if label in self._ram.texts]
        sequence = self._files.get(SYSTEM, b"")
        entries = [sequence[i : i + 36] for i in range(8, len(sequence) - 35, 36)]
        named = [(entry[24:36].rstrip(b"\0").decode("ascii", "replace"), entry) for entry in entries]
        return [(self._files[name][7:-1], entry) for name, entry in named if name in self._files]

    def _playing(self, now: float) -> tuple[Show | None, float]:
        emergency = self._emergency(now)
        if emergency is not None:
            show = show_of(emergency, self._panel)
            return show, now % show.seconds
        today = self._time(now).date()
        shows = [show_of(text, self._panel) for text, entry in self._listed() if _plays_on(entry, today)]
        rest = (now - self._began) % sum(show.seconds for show in shows) if shows else 0.0
        for show in shows:
            if rest < show.seconds:
                return show, rest
            rest -= show.seconds
        return (shows[-1], shows[-1].seconds) if shows else (None, 0.0)

    def _emergency(self, now: float) -> bytes | None:
        emergency = self._ram.emergency
        return emergency[0] if emergency and now < emergency[1] else None

    def _time(self, now: float) -> datetime:
        if self._ram.clock is None:
            return datetime(2000, 1, 1)  # noqa: DTZ001 - a sign's clock before anybody set it
        at, since = self._ram.clock
        return at + timedelta(seconds=now - since)


def _plays_on(entry: bytes, day: date) -> bool:
    """Whether a file of the playlist plays on this day: its dates, its days of the week."""
    if not entry:
        return True
    week, begin, end = entry[3], entry[4:12], entry[12:20]
    in_time = bool(begin[6]) or _bcd_time(begin).date() <= day <= _bcd_time(end).date()
    return in_time and bool(week & 0x80 or week & 1 << day.isoweekday() % 7)


def _bcd_time(field_: bytes) -> datetime:
    low, high, month, day, hour, minute = (int(field_[i : i + 1].hex()) for i in range(6))
    return datetime(high * 100 + low, month, day, hour, minute)  # noqa: DTZ001 - local time of the hall


def _int(field_: bytes) -> int:
    return int.from_bytes(field_, "little")
