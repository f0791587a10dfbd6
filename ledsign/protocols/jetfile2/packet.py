"""The binary packet of JetFile II.

    55 A7 | sum 2 | data length 2 | source 2 | destination: group 1, unit 1 | serial 2 | main 1 | sub 1 |
    argument length 1 (x 4 bytes) | flag 1 | argument | data                                55 A8 for replies

Integers are little endian. The sum is that of all bytes from the data length on, modulo 65536. Flag 0 asks for a
reply; in a reply flag 1 says that the argument begins with a status, 9000 being good. Source: the maker's manuals
v2.5.4 and v2.8.7, and packets emitted by jetfile-signage whose sums were recomputed. The manuals' own sample does not
check.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from ledsign.protocols.checksums import sum16

REQUEST, REPLY = b"\x55\xa7", b"\x55\xa8"
LARGEST_DATA = 1024
EVERYONE = (0, 0)

_HEAD = struct.Struct("<HHHBBHBBBB")
_HEAD_BYTES = 2 + _HEAD.size
_WORD = 4
_START = re.compile(rb"\x55[\xa7\xa8]")


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet. `command` is main and sub, as in 0x0204; `flag` 0 wants a reply, 1 in a reply means a status."""

    command: int
    serial: int
    argument: bytes = b""
    data: bytes = b""
    group: int = 0
    unit: int = 0
    source: int = 0
    flag: int = 0
    is_reply: bool = False

    def to_bytes(self) -> bytes:
        """The packet as it goes over the wire. ValueError when its argument is no whole words."""
        words, odd = divmod(len(self.argument), _WORD)
        if odd:
            raise ValueError("an argument is whole words of four bytes")
        main, sub = self.command >> 8, self.command & 0xFF
        head = (len(self.data), self.source, self.group, self.unit, self.serial, main, sub, words, self.flag)
        body = _HEAD.pack(0, *head)[2:] + self.argument + self.data
        return (REPLY if self.is_reply else REQUEST) + sum16(body).to_bytes(2, "little") + body


class PacketDecoder:
    """Finds packets in a stream however it is cut, whatever noise stands between them."""

    def __init__(self, *, impatient: bool = False) -> None:
        """An `impatient` one takes a whole packet that stands inside what announced itself as a longer one.

        A damaged length would otherwise swallow up to a thousand bytes of what follows: fifty answers.
        """
        self._impatient = impatient
        self._left = b""
        self.rejected = 0

    def feed(self, received: bytes) -> list[Packet]:
        """Give the packets that these bytes complete. Damaged ones are counted in `rejected` and dropped."""
        self._left += received
        found: list[Packet] = []
        while self._seek():
            length = self._length()
            if length > len(self._left):
                inner = self._inside() if self._impatient else 0
                if not inner:
                    break
                self.rejected += 1
                self._left = self._left[inner:]
                continue
            packet = _packet(self._left[:length]) if length else None
            self.rejected += packet is None
            found += [packet] if packet else []
            self._left = self._left[length if packet else 2 :]
        return found

    def _seek(self) -> bool:
        """Drop what stands before the next start; whether a whole head is there."""
        starts = [place for mark in (REQUEST, REPLY) if (place := self._left.find(mark)) >= 0]
        if not starts:
            self._left = self._left[-1:] if self._left.endswith(REQUEST[:1]) else b""
            return False
        self._left = self._left[min(starts) :]
        return len(self._left) >= _HEAD_BYTES

    def _inside(self) -> int:
        """Where a whole packet begins within an unfinished one; 0 when there is none."""
        for place in (found.start() for found in _START.finditer(self._left, 2)):
            rest = self._left[place:]
            length = _announced(rest) if len(rest) >= _HEAD_BYTES else 0
            if 0 < length <= len(rest) and _packet(rest[:length]) is not None:
                return place
        return 0

    def _length(self) -> int:
        """How long the packet says it is; 0 when no packet is so long."""
        return _announced(self._left)


def _announced(content: bytes) -> int:
    _, data, _, _, _, _, _, _, words, _ = _HEAD.unpack_from(content, 2)
    return _HEAD_BYTES + words * _WORD + data if data <= LARGEST_DATA else 0


def _packet(content: bytes) -> Packet | None:
    check, data, source, group, unit, serial, main, sub, words, flag = _HEAD.unpack_from(content, 2)
    if sum16(content[4:]) != check:
        return None
    argument = content[_HEAD_BYTES : _HEAD_BYTES + words * _WORD]
    rest = content[_HEAD_BYTES + words * _WORD :]
    assert len(rest) == data
    return Packet(main << 8 | sub, serial, argument, rest, group, unit, source, flag, content[:2] == REPLY)
