"""What an Onbon card's two families share on the line: escapes between the marks, the CRC, numbers low byte first.

Written from the protocols' texts alone; the driver's codec has its own.
"""

from __future__ import annotations

import re

_ESCAPED = {b"\xa5": b"\xa6\x02", b"\xa6": b"\xa6\x01", b"\x5a": b"\x5b\x02", b"\x5b": b"\x5b\x01"}
_RAW = {escape: raw for raw, escape in _ESCAPED.items()}


def with_escapes(body: bytes) -> bytes:
    """As it may stand between the marks."""
    return re.sub(rb"[\xa5\xa6\x5a\x5b]", lambda raw: _ESCAPED[raw[0]], body)


def without_escapes(body: bytes) -> bytes:
    """Without escapes; empty when one of them is none."""
    pieces = re.findall(rb"[\xa6\x5b].?|[^\xa6\x5b]+", body, re.DOTALL)
    if any(piece[0] in b"\xa6\x5b" and piece not in _RAW for piece in pieces):
        return b""
    return b"".join(_RAW.get(piece, piece) for piece in pieces)


def crc_of(content: bytes) -> int:
    """CRC-16/ARC bit by bit, straight from its definition; over content with its own CRC it is 0."""
    register = 0
    for byte in content:
        register ^= byte
        for _ in range(8):
            register = (register >> 1) ^ 0xA001 if register & 1 else register >> 1
    return register


def int_of(field: bytes) -> int:
    """A number, low byte first."""
    return int.from_bytes(field, "little")
