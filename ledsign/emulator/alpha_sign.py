"""An Alpha sign that is not there: text files, small dots pictures, a run sequence and the priority file.

Written from protocols/alpha.md alone. It says nothing but what it is asked to read back, as older signs do. Its memory
has a battery, so all of it survives a power cut.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ledsign.bitmap import Bitmap, Panel, beside
from ledsign.emulator.sign import Status

DWELL_S = 3.0
DOTS_PER_S = 64.0
LARGEST_FRAME = 70_000
PAUSE_S = 1.0
"""A pause inside a frame makes the sign drop it."""

_ROTATE = b"a"
_MEMORY = re.compile(rb"(.)([ABD])([LU])([0-9A-F]{4})([0-9A-F]{4})", re.DOTALL)
_PICTURE = re.compile(rb"\x14(.)|(\x0c)|([\x20-\x7e])", re.DOTALL)


class AlphaSign:
    """One sign with its panel, at one address."""

    def __init__(self, panel: Panel, address: int = 1) -> None:
        """A sign whose memory is not laid out yet."""
        self._panel, self._address = panel, b"%02X" % address
        self._incoming = b""
        self._heard_at = 0.0
        self._memory: dict[bytes, bytes] = {}
        self._texts: dict[bytes, bytes] = {}
        self._pictures: dict[bytes, bytes] = {}
        self._sequence = b""
        self._clock = ""
        self._began = 0.0
        self._frames = 0
        self._rejected = 0

    def receive(self, content: bytes, now: float) -> bytes:
        """Take bytes; answer what is asked to be read back."""
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
            brightness=15,
            clock=self._clock,
            frames=self._frames,
            rejected=self._rejected,
        )

    def flash(self) -> dict[str, bytes]:
        """Everything: the memory has a battery."""
        kept = {f"text {label.hex()}": text for label, text in self._texts.items()}
        kept |= {f"picture {label.hex()}": rows for label, rows in self._pictures.items()}
        kept |= {f"memory {label.hex()}": kind for label, kind in self._memory.items()}
        return kept | {"sequence": self._sequence}

    def power_cut(self, flash: dict[str, bytes], now: float) -> None:
        """Begin anew with this memory."""
        self._incoming, self._began = b"", now
        self._sequence = flash.get("sequence", b"")
        for part, where in (("text", self._texts), ("picture", self._pictures), ("memory", self._memory)):
            where.clear()
            where.update({bytes.fromhex(n.split()[1]): v for n, v in flash.items() if n.startswith(f"{part} ")})

    def _frame(self, frame: bytes, now: float) -> bytes:
        head, stx, rest = frame.partition(b"\x02")
        if not stx or head[:1] not in (b"Z", b"!") or head[1:] not in (b"00", b"??", self._address):
            return b""
        command, etx, check = rest.partition(b"\x03")
        if etx and check != b"%04X" % (sum(b"\x02" + command + b"\x03") % 65536):
            self._rejected += 1
            return b""
        self._frames += 1
        return self._obey(command[:1], command[1:], now)

    def _obey(self, letter: bytes, rest: bytes, now: float) -> bytes:
        label = rest[:1]
        match letter:
            case b"A":
                if label == b"0" or self._memory.get(label) == b"A":
                    self._texts[label] = rest[1:]
                    self._began = now
            case b"B":
                return self._answer(b"A" + label + self._texts.get(label, b""))
            case b"I":
                if self._memory.get(label) == b"D":
                    self._pictures[label] = rest[1:5] + _longer(rest[5:])
            case b"J":
                return self._answer(b"I" + label + self._pictures.get(label, b""))
            case b"E":
                self._special(rest, now)
            case _:
                pass
        return b""

    def _special(self, rest: bytes, now: float) -> None:
        match rest[:1]:
            case b"$":
                self._memory = {part[1]: part[2] for part in _MEMORY.finditer(rest[1:])}
                self._texts.clear()
                self._pictures.clear()
                self._sequence = b""
            case b".":
                self._sequence, self._began = rest[3:], now
            case b" ":
                self._clock = rest[1:].decode("ascii", "replace")
            case _:
                pass

    def _answer(self, command: bytes) -> bytes:
        body = b"\x02" + command + b"\x03"
        return bytes(20) + b"\x01000" + body + b"%04X" % (sum(body) % 65536) + b"\x04"

    def _labels(self) -> list[bytes]:
        return [label for i in range(len(self._sequence)) if (label := self._sequence[i : i + 1]) in self._texts]

    def _playing(self, now: float) -> tuple[bytes, float]:
        """The text that shows, and for how long already."""
        if self._texts.get(b"0"):
            return self._texts[b"0"], (now - self._began) % self._seconds(self._texts[b"0"])
        texts = [self._texts[label] for label in self._labels() if self._texts[label]]
        rest = (now - self._began) % sum(map(self._seconds, texts)) if texts else 0.0
        for text in texts:
            if rest < self._seconds(text):
                return text, rest
            rest -= self._seconds(text)
        return (texts[-1], 0.0) if texts else (b"", 0.0)

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
                drawn[-1].append(_drawn(self._pictures[piece[1]]))
        height = max((one.height for page in drawn for one in page), default=self._panel.height_dots)
        return [beside([one.cropped(0, 0, one.width, height) for one in page], height) for page in drawn]


@lru_cache(maxsize=512)
def _drawn(stored: bytes) -> Bitmap:
    height, width = int(stored[:2], 16), int(stored[2:4], 16)
    rows = [row.ljust(width, b"0")[:width] for row in stored[4:].split(b"\r")[:height]]
    dots = b"".join(rows).ljust(width * height, b"0")
    return Bitmap(width, height, bytes(min(max(digit - 0x30, 0), 7) for digit in dots))


def _longer(rows: bytes) -> bytes:
    return re.sub(rb"\x11([0-9A-F]{2})(.)", lambda run: run[2] * int(run[1], 16), rows)


def _words(text: bytes) -> str:
    return "".join("▦" if piece[1] else (piece[3] or b"").decode("ascii") for piece in _PICTURE.finditer(text[3:]))
