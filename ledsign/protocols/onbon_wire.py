"""What all of Onbon's serial cards share: how bodies stand on the wire.

    A5 x8 | escaped( body ) | 5A or 5A 5A

    escape  A5 -> A6 02   A6 -> A6 01   5A -> 5B 02   5B -> 5B 01

No raw A5 or 5A stands inside a body, so a receiver finds its feet at the next A5. It takes any number of A5 before
and of 5A after. Source: the maker's published text (doc.onbonbx.com, v1.4) and frames whose checksums were
recomputed; published.
"""

from __future__ import annotations

PREAMBLE = b"\xa5" * 8
END = b"\x5a"

_ESCAPES = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
_UNESCAPES = {escape: raw for raw, escape in _ESCAPES.items()}


def escaped(body: bytes) -> bytes:
    """A body as it may stand between the marks."""
    return b"".join(_ESCAPES.get(byte, bytes((byte,))) for byte in body)


def unescaped(escaped_body: bytes) -> bytes:
    """The body again. ValueError at a pair that is no escape."""
    body = bytearray()
    rest = iter(escaped_body)
    for byte in rest:
        if byte not in (0xA6, 0x5B):
            body.append(byte)
            continue
        pair = bytes((byte, next(rest, 0)))
        if pair not in _UNESCAPES:
            raise ValueError(f"{pair.hex()} is no escape")
        body.append(_UNESCAPES[pair])
    return bytes(body)


class BodyFinder:
    """Finds bodies, still escaped, in a stream however it is cut, whatever noise stands between them."""

    def __init__(self, largest: int) -> None:
        """`largest` is how many unescaped bytes are kept before a body without an end is given up."""
        self._largest = largest
        self._body: bytearray | None = None
        self.given_up = 0

    def feed(self, received: bytes) -> list[bytes]:
        """Give the bodies that these bytes complete. Those that never end are counted in `given_up`."""
        found: list[bytes] = []
        for byte in received:
            if byte == PREAMBLE[0]:
                self._drop(broken=bool(self._body))
                self._body = bytearray()
            elif byte == END[0]:
                body, self._body = self._body, None
                found += [bytes(body)] if body else []
            elif self._body is not None:
                self._keep(self._body, byte)
        return found

    def _keep(self, body: bytearray, byte: int) -> None:
        body.append(byte)
        if len(body) > 2 * self._largest:
            self._drop(broken=True)

    def _drop(self, *, broken: bool) -> None:
        self.given_up += broken
        self._body = None
