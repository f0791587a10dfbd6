"""What a card answers.

    group A0 | command 00 ACK, 01 NACK | error 1 | reserved 2

An ACK is 30 bytes on the wire. All of this page is derived from programs that wait for it; nobody published a capture.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledsign.protocols.onbon_bx5k.errors import sentence_of

REPLY_GROUP = 0xA0
_ACK, _NACK = 0x00, 0x01
_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Ack:
    """Done."""

    def to_data(self) -> bytes:
        """The data of the frame."""
        return bytes((REPLY_GROUP, _ACK, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class Nack:
    """Not done, and why: a `CardError`, or a number that no text explains."""

    error: int

    @property
    def sentence(self) -> str:
        """The reason in words for staff."""
        return sentence_of(self.error)

    def to_data(self) -> bytes:
        """The data of the frame."""
        return bytes((REPLY_GROUP, _NACK, self.error, 0, 0))


@dataclass(frozen=True, slots=True)
class Answer:
    """Any other reply, kept as it came: the status layout is not known."""

    data: bytes


Reply = Ack | Nack | Answer


def reply_of(data: bytes) -> Reply:
    """Read the data of a reply's frame. ValueError when it is a request (an echo) or nothing."""
    if not data or data[0] != REPLY_GROUP:
        raise ValueError("this is not a reply")
    if len(data) == _LENGTH and data[1] == _NACK:
        return Nack(data[2])
    return Ack() if data == Ack().to_data() else Answer(data)
