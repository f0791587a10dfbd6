"""The simple frame of JetFile II, with its sum.

    01 'Y' | address 2 | 02 | command ... | 03 or 04 | sum 2
    01 'Z' | address 2 | 02 | command ... | 03 or 04                    the same without a sum; read, never written here

The address is two ASCII digits, 00 is everyone. 03 asks for an answer ("OK"), 04 does not. The sum is that of all bytes
before it modulo 65536, low byte first. Neither 01 nor 03 nor 04 stands inside a command of ours. Source: "Simplified
JetFileII V3.4"; published, one frame with its sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledsign.protocols.checksums import sum16

EVERYONE = 0
LARGEST_ADDRESS = 99
LARGEST_FRAME = 2048
WITH_SUM, WITHOUT_SUM = b"Y", b"Z"
ANSWER, NO_ANSWER = b"\x03", b"\x04"

_START = re.compile(rb"\x01([YZ])([0-9]{2})\x02")
_END = re.compile(rb"[\x01\x03\x04]")
_HEAD_BYTES = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. `command` begins with its letter."""

    command: bytes
    address: int = EVERYONE
    answered: bool = True
    summed: bool = True

    def to_bytes(self) -> bytes:
        """The frame as it goes over the wire. ValueError when it cannot be framed."""
        if _END.search(self.command) or not 0 <= self.address <= LARGEST_ADDRESS:
            raise ValueError("a command holds no frame mark, and an address has two digits")
        kind = WITH_SUM if self.summed else WITHOUT_SUM
        body = b"\x01" + kind + b"%02d" % self.address + b"\x02" + self.command
        body += ANSWER if self.answered else NO_ANSWER
        return body + (sum16(body).to_bytes(2, "little") if self.summed else b"")


class FrameDecoder:
    """Finds frames in a stream however it is cut, whatever noise stands between them."""

    def __init__(self) -> None:
        self._left = b""
        self.rejected = 0

    def feed(self, received: bytes) -> list[Frame]:
        """Give the frames that these bytes complete. Damaged ones are counted in `rejected` and dropped."""
        self._left += received
        found: list[Frame] = []
        while (start := self._left.find(b"\x01")) >= 0:
            self._left = self._left[start:]
            frame, used = self._first()
            if not used:
                break
            found += [frame] if frame else []
            self._left = self._left[used:]
        else:
            self._left = b""
        return found

    def _first(self) -> tuple[Frame | None, int]:
        """The frame at the beginning and how many bytes it takes; no bytes when it is not whole yet."""
        head = _START.match(self._left)
        if head is None:
            return None, 1 if len(self._left) >= _HEAD_BYTES else 0
        end = _END.search(self._left, head.end())
        if end is None:
            return None, 1 if len(self._left) > LARGEST_FRAME else 0
        if end[0] == b"\x01":
            return None, end.start()
        return self._checked(head[1] == WITH_SUM, int(head[2]), head.end(), end.end())

    def _checked(self, summed: bool, address: int, start: int, end: int) -> tuple[Frame | None, int]:  # noqa: FBT001
        body, check = self._left[:end], self._left[end : end + 2]
        if summed and len(check) < 2:  # noqa: PLR2004 - bytes of a sum
            return None, 0
        if summed and sum16(body) != int.from_bytes(check, "little"):
            self.rejected += 1
            return None, 1
        frame = Frame(body[start:-1], address, body[-1:] == ANSWER, summed)
        return frame, end + (2 if summed else 0)
