"""The frame of the Alpha (M-Protocol) signs: Adaptive, BetaBrite.

    00 x5 | 01 | type 1 | address 2 | 02 | command 1 | data | 03 | sum 4 | 04

The sign finds the speed from the NULs. Type Z is every sign; the address is two hexadecimal digits, "00" everyone. The
sum is that of all bytes from 02 to 03, modulo 65536, in upper-case hexadecimal digits. A sign answers with twenty NULs
and type "0". A pause of a second makes the sign drop the frame. Source: "Alpha Sign Communications Protocol" 9708-8061
rev F; published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ledsign.protocols.checksums import sum16

PREAMBLE = b"\0" * 5
ANY_SIGN = "Z"
EVERYONE = 0
LARGEST_FRAME = 70_000
"""A small dots picture may have 31 rows of 255; larger frames are rubbish."""

_START = re.compile(rb"\x01(.)([0-9A-F?]{2})\x02", re.DOTALL)
_SUM_BYTES = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. `command` begins with its letter; `kind` is Z to any sign, 0 from a sign."""

    command: bytes
    address: str = "00"
    kind: str = ANY_SIGN
    summed: bool = True
    nulls: int = field(default=len(PREAMBLE), compare=False)

    def to_bytes(self) -> bytes:
        """The frame as it goes over the wire. ValueError when the command holds a frame mark."""
        if any(mark in self.command for mark in (b"\x01", b"\x02", b"\x03", b"\x04")):
            raise ValueError("a command holds no frame mark")
        body = b"\x02" + self.command + (b"\x03" if self.summed else b"")
        check = b"%04X" % sum16(body) if self.summed else b""
        head = b"\0" * self.nulls + b"\x01" + (self.kind + self.address).encode("ascii")
        return head + body + check + b"\x04"


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
            end = self._left.find(b"\x04")
            again = self._left.find(b"\x01", 1)
            if again > 0 and (again < end or end < 0):
                self._drop(again)
            elif end >= 0:
                found += self._taken(end + 1)
            elif len(self._left) > LARGEST_FRAME:
                self._drop(1)
            else:
                return found
        self._left = b""
        return found

    def _drop(self, count: int) -> None:
        self.rejected += 1
        self._left = self._left[count:]

    def _taken(self, count: int) -> list[Frame]:
        content, self._left = self._left[:count], self._left[count:]
        try:
            return [_frame(content)]
        except ValueError:
            self.rejected += 1
            return []


def _frame(content: bytes) -> Frame:
    head = _START.match(content)
    if head is None:
        raise ValueError("this does not begin as a frame")
    body = content[head.end() : -1]
    summed = body[-1 - _SUM_BYTES : -_SUM_BYTES] == b"\x03"
    if summed and body[-_SUM_BYTES:] != b"%04X" % sum16(b"\x02" + body[:-_SUM_BYTES]):
        raise ValueError("the sum does not fit")
    command = body[: -1 - _SUM_BYTES] if summed else body
    return Frame(command, head[2].decode("ascii"), head[1].decode("latin-1"), summed)
