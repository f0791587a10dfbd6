"""What a graphics card answers.

    spare 1 | group 1 | command | 80 1 | status 2 | error 2 | data length 2 | data

Source: onbon-graphics-card.md. That status and error 0 mean done, that an area's update is answered in this form too,
and that the error codes are the font cards' is derived; no reply was captured.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ledsign.plan import Verdict
from ledsign.protocols.onbon_bx5k.errors import CardError, sentence_of

ANSWER = 0x80
_HEAD = struct.Struct("<xBBHHH")

_VERDICTS: dict[int, Verdict] = {
    CardError.NONE: Verdict.DONE,
    CardError.BUSY: Verdict.BUSY,
    CardError.CRC: Verdict.GARBLED,
}


@dataclass(frozen=True, slots=True)
class CardReply:
    """An answer to the request of `code` (group and command, as in A200)."""

    code: int
    status: int = 0
    error: int = 0
    data: bytes = b""

    @property
    def verdict(self) -> Verdict:
        """What to do about it; a status without an error is a refusal that nobody explained."""
        return Verdict.REFUSED if self.status and not self.error else _VERDICTS.get(self.error, Verdict.REFUSED)

    @property
    def sentence(self) -> str:
        """The reason in words for staff; empty when all is well."""
        if self.verdict is Verdict.DONE:
            return ""
        return sentence_of(self.error) if self.error else f"控制卡报告状态 {self.status:04X}，没有说明原因"

    def to_body(self) -> bytes:
        """The body of the frame."""
        head = _HEAD.pack(self.code >> 8, self.code & 0xFF | ANSWER, self.status, self.error, len(self.data))
        return head + self.data

    @classmethod
    def from_body(cls, body: bytes) -> CardReply:
        """Read the body of a reply's frame. ValueError when it is a request (an echo) or nothing."""
        if len(body) < _HEAD.size or not body[2] & ANSWER:
            raise ValueError("this is not a reply")
        group, command, status, error, length = _HEAD.unpack_from(body)
        if len(body) != _HEAD.size + length:
            raise ValueError("the reply does not fill its frame")
        return cls(group << 8 | command & ~ANSWER, status, error, body[_HEAD.size :])
