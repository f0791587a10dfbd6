"""Alpha signs (M-Protocol: Adaptive, BetaBrite). They have no Chinese, so every page goes as dot pictures.

Memory is laid out once: text files, and pictures of one size that pages are tiled from. A changed page needs only the
tiles that the sign lacks; a new run sequence makes the change at once. Signs are silent unless they are Alpha 2.0 or
3.0, so what was written is read back and compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledsign.intent import Intent
from ledsign.plan import Job, Known, Reply, ReplyDecoder, Verdict, showing_of
from ledsign.profile import Profile
from ledsign.protocols.alpha.frame import Frame, FrameDecoder
from ledsign.protocols.alpha.jobs import all_jobs, fitted
from ledsign.protocols.checksums import crc16_arc

NAK = b"\x15"
"""Alpha 2.0 and 3.0 signs say so, alone, when a frame was not taken; an ACK says nothing that reading back does not."""

NOT_TAKEN = "显示屏没有收下数据，已自动重发；如频繁出现请检查线路与接地"


class Alpha:
    """The planner of these signs."""

    def jobs(self, intents: Iterable[Intent], known: Known, profile: Profile, address: int) -> Iterator[Job]:
        """What to do, in the order of the intents. ValueError when an intent cannot be said."""
        return all_jobs(fitted(intents, profile), known, profile, address)

    def showing(self, intents: Iterable[Intent], known: Known, profile: Profile) -> tuple[str, ...]:
        """The keys among the intents that the sign was read back to hold."""
        intents = fitted(intents, profile)
        return showing_of(self.jobs(intents, known, profile, 1), intents)

    def decoder(self) -> ReplyDecoder:
        """A decoder that knows nothing yet."""
        return AlphaReplies()


class AlphaReplies:
    """Finds what a sign says: files read back (told apart by what they hold), ACK and NAK."""

    def __init__(self) -> None:
        self._frames = FrameDecoder()

    @property
    def rejected(self) -> int:
        """How many damaged frames came."""
        return self._frames.rejected

    def feed(self, received: bytes) -> list[Reply]:
        """The replies that these bytes complete; frames of type Z are our own echo."""
        found = [frame for frame in self._frames.feed(received) if frame.kind == "0"]
        refused = [Reply(Verdict.GARBLED, NOT_TAKEN)] if received == NAK else []
        return refused + [Reply(Verdict.DONE, token=crc16_arc(frame.command)) for frame in found]


def described(content: bytes) -> list[dict[str, object]]:
    """What a stream of frames says, one object a frame with its kind and its texts."""
    return [_described(frame) for frame in FrameDecoder().feed(content)]


def _described(frame: Frame) -> dict[str, object]:
    letter = frame.command[:2] if frame.command[:1] in (b"E", b"F") else frame.command[:1]
    kind = _KINDS.get(letter, "unknown")
    text = frame.command[2:] if letter in (b"A", b"G") else b""
    if text[:1] == b"\x1b":
        text = text[3:]
    words = "".join(chr(c) for c in text if 0x20 <= c < 0x7F)  # noqa: PLR2004 - printable ASCII
    return {"kind": kind, "texts": [words] if letter in (b"A", b"G") else []}


_KINDS = {
    b"A": "write-text",
    b"B": "read-text",
    b"G": "write-string",
    b"I": "write-picture",
    b"H": "read-string",
    b"J": "read-picture",
    b"M": "write-large-picture",
    b"N": "read-large-picture",
    b"E8": "configure-large-pictures",
    b"E)": "run-times",
    b"E2": "run-days",
    b"E/": "set-dimming",
    b"Es": "answer-frames",
    b"E,": "soft-reset",
    b"F.": "read-sequence",
    b"E$": "configure-memory",
    b"E.": "run-sequence",
    b"E ": "set-time",
    b"E;": "set-date",
    b"E&": "set-weekday",
    b"F*": "read-errors",
}
