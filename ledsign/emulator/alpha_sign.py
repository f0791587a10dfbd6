"""An Alpha sign that is not there: text files, strings, dots pictures, a run sequence and the priority file.

Written from protocols/alpha.md alone. It says nothing but what it is asked to read back, as older signs do, until it is
told to answer with ACK and NAK. Its memory has a battery, so all of it survives a power cut.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ledsign.bitmap import Bitmap, Panel, beside
from ledsign.emulator.sign import Status

DWELL_S = 3.0
PRIORITY_BYTES = 1 + 3 + 125
"""Of the priority file: its label, how it arrives, and the text."""

DOTS_PER_S = 64.0
LARGEST_FRAME = 70_000
PAUSE_S = 1.0
"""A pause inside a frame makes the sign drop it."""

_ROTATE = b"a"
_MEMORY = re.compile(rb"(.)([ABD])([LU])([0-9A-F]{4})([0-9A-F]{4})", re.DOTALL)
_LARGE = re.compile(rb"(.{9})[LU]([0-9A-F]{4})([0-9A-F]{4})0[128]", re.DOTALL)
_PICTURE = re.compile(rb"\x14(.)|(\x0c)|\x1fL(.{9})[0-9]{4}|\x10(.)|([\x20-\x7e])", re.DOTALL)
_ACK, _NAK = b"\x06", b"\x15"
_REGISTER, _ILLEGAL, _BAD_SUM, _OVERFLOW = 0x40, 0x20, 0x10, 0x08


class AlphaSign:
    """One sign with its panel, at one address."""

    def __init__(self, panel: Panel, address: int = 1) -> None:
        """A sign whose memory is not laid out yet."""
        self._panel, self._address = panel, b"%02X" % address
        self.busy = False
        self._incoming = b""
        self._heard_at = 0.0
        self._memory: dict[bytes, bytes] = {}
        self._texts: dict[bytes, bytes] = {}
        self._pictures: dict[bytes, bytes] = {}
        self._strings: dict[bytes, bytes] = {}
        self._times: dict[bytes, tuple[int, int]] = {}
        self._sequence = b""
        self._clock: dict[bytes, bytes] = {}
        self._clock_at = 0.0
        self._dimmed = 0
        self._answers = False
        self._errors = _REGISTER
        self._began = 0.0
        self._frames = 0
        self._rejected = 0

    def receive(self, content: bytes, now: float) -> bytes:
        """Take bytes; answer what is asked to be read back."""
        if self.busy:
            return b""
        if now - self._heard_at > PAUSE_S:
            self._incoming = b""
        self._heard_at = now
        self._incoming = (self._incoming + content)[-LARGEST_FRAME:]
        *frames, self._incoming = self._incoming.split(b"\x04")
        return b"".join(self._frame(frame[frame.rfind(b"\x01") + 1 :], now) for frame in frames if b"\x01" in frame)

    def screen(self, now: float) -> Bitmap:
        """The dots a person sees."""
        text, seconds = self._playing(now)
        if not text:
            return Bitmap.blank(self._panel.width_dots, self._panel.height_dots)
        return self._page(text, seconds).on_lamps(self._panel.colours)

    def status(self, now: float) -> Status:
        """What it holds; pictures have no words, so a text of pictures is "▦" a picture."""
        playing, _ = self._playing(now)
        return Status(
            texts=tuple(_words(self._texts[label]) for label in self._labels()),
            showing=_words(playing),
            notice=_words(self._texts.get(b"0", b"")),
            power=True,
            brightness=15 - 2 * self._dimmed,
            clock=self._clock.get(b" ", b"").decode("ascii", "replace"),
            frames=self._frames,
            rejected=self._rejected,
        )

    def flash(self) -> dict[str, bytes]:
        """Everything: the memory has a battery."""
        kept = {f"text {label.hex()}": text for label, text in self._texts.items()}
        kept |= {f"picture {label.hex()}": rows for label, rows in self._pictures.items()}
        kept |= {f"memory {label.hex()}": kind for label, kind in self._memory.items()}
        kept |= {f"string {label.hex()}": text for label, text in self._strings.items()}
        kept |= {f"times {label.hex()}": bytes(times) for label, times in self._times.items()}
        return kept | {"sequence": self._sequence}

    def power_cut(self, flash: dict[str, bytes], now: float) -> None:
        """Begin anew with this memory."""
        self._incoming, self._began = b"", now
        self._sequence = flash.get("sequence", b"")
        parts = {"text": self._texts, "picture": self._pictures, "memory": self._memory, "string": self._strings}
        for part, where in parts.items():
            where.clear()
            where.update({bytes.fromhex(n.split()[1]): v for n, v in flash.items() if n.startswith(f"{part} ")})
        times = {bytes.fromhex(n.split()[1]): v for n, v in flash.items() if n.startswith("times ")}
        self._times = {label: (v[0], v[1]) for label, v in times.items()}
        self._clock, self._answers = {}, False

    def _frame(self, frame: bytes, now: float) -> bytes:
        head, stx, rest = frame.partition(b"\x02")
        if not stx or head[:1] not in (b"Z", b"!") or head[1:] not in (b"00", b"??", self._address):
            return b""
        command, etx, check = rest.partition(b"\x03")
        if etx and check != b"%04X" % (sum(b"\x02" + command + b"\x03") % 65536):
            self._rejected += 1
            self._errors |= _BAD_SUM
            return _NAK if self._answers else b""
        self._frames += 1
        said = self._obey(command[:1], command[1:], now)
        return said or (_ACK if self._answers else b"")

    def _obey(self, letter: bytes, rest: bytes, now: float) -> bytes:
        if letter in b"BFHJN":
            return self._answer(self._read(letter, rest))
        if letter == b"E":
            self._special(rest, now)
        elif letter in b"AGIM":
            self._write(letter, rest, now)
        else:
            self._errors |= _ILLEGAL
        return b""

    def _write(self, letter: bytes, rest: bytes, now: float) -> None:
        label, name = rest[:1], rest[:9]
        match letter, self._memory.get(name if letter == b"M" else label):
            case b"A", kind if label == b"0" or kind == b"A":
                if label == b"0" and len(rest) > PRIORITY_BYTES:
                    self._errors |= _OVERFLOW
                else:
                    self._texts[label] = rest[1:]
                    self._began = now
            case b"G", b"B":
                self._strings[label] = rest[1:]
            case b"I", b"D":
                self._pictures[label] = rest[1:5] + _longer(rest[5:])
            case b"M", b"M":
                self._pictures[name] = rest[9:17] + _longer(rest[17:])

    def _read(self, letter: bytes, rest: bytes) -> bytes:
        label, name = rest[:1], rest[:9]
        match letter:
            case b"B":
                return b"A" + label + self._texts.get(label, b"")
            case b"H":
                return b"G" + label + self._strings.get(label, b"")
            case b"J":
                return b"I" + label + self._pictures.get(label, b"")
            case b"N":
                return b"M" + name + self._pictures.get(name, b"")
            case _:
                return b"E" + label + self._told(label)

    def _special(self, rest: bytes, now: float) -> None:
        match rest[:1]:
            case b"$":
                self._memory = {part[1]: part[2] for part in _MEMORY.finditer(rest[1:])}
                for forgotten in (self._texts, self._pictures, self._strings, self._times):
                    forgotten.clear()
                self._sequence = b""
            case b"8":
                self._memory |= {part[1]: b"M" for part in _LARGE.finditer(rest[1:])}
            case b".":
                self._sequence, self._began = rest[3:], now
            case b")":
                self._times[rest[1:2]] = (int(rest[2:4], 16), int(rest[4:6], 16))
            case b" " | b";" | b"&":
                self._clock[rest[:1]] = rest[1:]
                self._clock_at = now
            case b"/":
                self._dimmed = int(rest[3:5])
            case b"s":
                self._answers = rest[1:] == b"1"
            case _:
                self._began = now

    def _told(self, letter: bytes) -> bytes:
        """What a special function was told, or the errors so far."""
        if letter == b"*":
            errors, self._errors = self._errors, _REGISTER
            return b"%02X" % errors
        return b"SU" + self._sequence if letter == b"." else self._clock.get(letter, b"")

    def _answer(self, command: bytes) -> bytes:
        body = b"\x02" + command + b"\x03"
        return bytes(20) + b"\x01000" + body + b"%04X" % (sum(body) % 65536) + b"\x04"

    def _labels(self) -> list[bytes]:
        return [label for i in range(len(self._sequence)) if (label := self._sequence[i : i + 1]) in self._texts]

    def _playing(self, now: float) -> tuple[bytes, float]:
        """The text that shows, and for how long already."""
        if self._texts.get(b"0"):
            return self._texts[b"0"], (now - self._began) % self._seconds(self._texts[b"0"])
        texts = [self._texts[label] for label in self._labels() if self._texts[label] and self._runs(label, now)]
        rest = (now - self._began) % sum(map(self._seconds, texts)) if texts else 0.0
        for text in texts:
            if rest < self._seconds(text):
                return text, rest
            rest -= self._seconds(text)
        return (texts[-1], 0.0) if texts else (b"", 0.0)

    def _runs(self, label: bytes, now: float) -> bool:
        """Whether it is within the file's run times, by the sign's own clock."""
        start, stop = self._times.get(label, (0xFF, 0))
        told = self._clock.get(b" ", b"0000")
        tens = (int(told[:2]) * 60 + int(told[2:]) + int((now - self._clock_at) / 60)) // 10 % 144
        return start == 0xFF or start <= tens < stop  # noqa: PLR2004 - always

    def _seconds(self, text: bytes) -> float:
        pages = self._pages(text)
        if text[2:3] == _ROTATE:
            return (sum(page.width for page in pages) + self._panel.width_dots) / DOTS_PER_S
        return len(pages) * DWELL_S

    def _page(self, text: bytes, seconds: float) -> Bitmap:
        pages = self._pages(text)
        width, height = self._panel.width_dots, self._panel.height_dots
        if text[2:3] == _ROTATE:
            offset = round(seconds * DOTS_PER_S) - width
            return beside(pages, pages[0].height).cropped(offset, 0, width, height)
        return pages[min(int(seconds / DWELL_S), len(pages) - 1)].cropped(0, 0, width, height)

    def _pages(self, text: bytes) -> list[Bitmap]:
        drawn: list[list[Bitmap]] = [[]]
        for piece in _PICTURE.finditer(text[3:]):
            if piece[2]:
                drawn.append([])
            elif piece[1] in self._pictures:
                drawn[-1].append(_drawn(self._pictures[piece[1]], 2))
            elif piece[3] in self._pictures:
                drawn[-1].append(_drawn(self._pictures[piece[3]], 4))
        height = max((one.height for page in drawn for one in page), default=self._panel.height_dots)
        return [beside([one.cropped(0, 0, one.width, height) for one in page], height) for page in drawn]


@lru_cache(maxsize=512)
def _drawn(stored: bytes, digits: int) -> Bitmap:
    """A stored picture; its rows and columns stand before it in so many hexadecimal digits each."""
    height, width = int(stored[:digits], 16), int(stored[digits : 2 * digits], 16)
    rows = [row.ljust(width, b"0")[:width] for row in stored[2 * digits :].split(b"\r")[:height]]
    dots = b"".join(rows).ljust(width * height, b"0")
    return Bitmap(width, height, bytes(min(max(digit - 0x30, 0), 7) for digit in dots))


def _longer(rows: bytes) -> bytes:
    return re.sub(rb"\x11([0-9A-F]{2})(.)", lambda run: run[2] * int(run[1], 16), rows)


def _words(text: bytes) -> str:
    pieces = _PICTURE.finditer(text[3:])
    return "".join("▦" if piece[1] or piece[3] else (piece[5] or b"").decode("ascii") for piece in pieces)
