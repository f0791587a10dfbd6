"""Onbon BX-5K, 5MK and 6K font cards: they draw GB 2312 text with their own fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledsign.intent import Intent
from ledsign.plan import Job, Known, Reply, ReplyDecoder, Verdict, showing_of
from ledsign.profile import Profile
from ledsign.protocols.onbon_bx5k.errors import CardError
from ledsign.protocols.onbon_bx5k.frame import COMPUTER, FrameDecoder
from ledsign.protocols.onbon_bx5k.plan import Planning, all_jobs
from ledsign.protocols.onbon_bx5k.replies import Ack, Nack, reply_of

_VERDICTS: dict[int, Verdict] = {
    CardError.BUSY: Verdict.BUSY,
    CardError.CRC: Verdict.GARBLED,
    CardError.NO_FILE: Verdict.MISSING,
    CardError.DOWNLOAD: Verdict.RESTART,
    CardError.FILE_CRC: Verdict.RESTART,
    CardError.BLOCK_NUMBER: Verdict.RESTART,
}


class OnbonBx5k:
    """The planner of these cards."""

    def jobs(self, intents: Iterable[Intent], known: Known, profile: Profile, address: int) -> Iterator[Job]:
        """What to do, most urgent first. ValueError when a text cannot be said."""
        return all_jobs(intents, Planning(known, profile, address))

    def showing(self, intents: Iterable[Intent], known: Known, profile: Profile) -> tuple[str, ...]:
        """The keys among the intents that the card acknowledged."""
        return showing_of(self.jobs(intents, known, profile, 1), intents)

    def decoder(self) -> ReplyDecoder:
        """A decoder that knows nothing yet."""
        return OnbonReplies()


class OnbonReplies:
    """Finds a card's replies; frames to a card, such as our own echo, are none."""

    def __init__(self) -> None:
        self._frames = FrameDecoder()

    @property
    def rejected(self) -> int:
        """How many damaged frames came."""
        return self._frames.rejected

    def feed(self, received: bytes) -> list[Reply]:
        """The replies that these bytes complete."""
        found = (f for f in self._frames.feed(received) if f.destination == COMPUTER)
        return [reply for frame in found for reply in _judged(frame.data, frame.source)]


def _judged(data: bytes, address: int) -> list[Reply]:
    try:
        reply = reply_of(data)
    except ValueError:
        return []
    match reply:
        case Ack():
            return [Reply(Verdict.DONE, address=address)]
        case Nack(error):
            return [Reply(_VERDICTS.get(error, Verdict.REFUSED), reply.sentence, address)]
        case _:
            return []


__all__ = ["OnbonBx5k", "OnbonReplies"]
