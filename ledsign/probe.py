"""Finds out what is at the other end of a line: which speeds, bits around a byte, and addresses are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from ledsign.intent import Ask
from ledsign.plan import Known, Planner, Reply, ReplyDecoder
from ledsign.profile import LineSettings, Profile
from ledsign.transport import Transport

PATIENCE_S = 0.5
"""Cards answer within milliseconds of the last byte; a slow converter adds some."""

MOST_STRAY = 4096

FRAMINGS = ((8, "N", 1), (7, "E", 1), (8, "E", 1), (8, "O", 1))
"""Data bits, parity and stop bits that signs are set to, besides the family's own."""

Open = Callable[[LineSettings], Transport]


@dataclass(frozen=True, slots=True)
class Found:
    """The line and the address that were answered, and the sign's own words when it complained."""

    baud: int
    data_bits: int
    parity: str
    stop_bits: int
    address: int
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What came after a question: an answer, or bytes that were none, such as an `echo` of the question itself."""

    found: Found | None = None
    stray: bytes = b""
    echo: bool = False


def lines_of(profile: Profile) -> list[list[LineSettings]]:
    """Lines to try: every speed with the family's own bits around a byte, then with each of the others."""
    own = (profile.line.data_bits, profile.line.parity, profile.line.stop_bits)
    framings = dict.fromkeys((own, *FRAMINGS))
    return [[LineSettings(baud, *framing) for baud in profile.bauds] for framing in framings]


async def probed(open_at: Open, profile: Profile, planner: Planner, lines: list[list[LineSettings]]) -> list[Found]:
    """Ask every address of the profile on the lines, a group after the other until one is answered.

    OSError when the port cannot be opened.
    """
    for group in lines:
        found = [one for line in group for one in await _on_line(open_at(line), line, profile, planner)]
        if found:
            return found
    return []


async def _on_line(transport: Transport, line: LineSettings, profile: Profile, planner: Planner) -> list[Found]:
    await transport.open()
    try:
        *own, everyone = profile.addresses
        heard = [await asked(transport, line, profile, planner, address) for address in own]
        found = [one.found for one in heard if one.found]
        last = None if found else (await asked(transport, line, profile, planner, everyone)).found
        return [*found, last] if last else found
    finally:
        transport.close()


async def asked(transport: Transport, line: LineSettings, profile: Profile, planner: Planner, address: int) -> Heard:
    """Ask one address on an open line, and listen for a moment."""
    heard = Heard()
    for job in planner.jobs((Ask(),), Known(), profile, address):
        content = job.steps[0].content
        await transport.write(content)
        listening = _Listening(planner.decoder(), address)
        try:
            async with asyncio.timeout(line.seconds(2 * len(content)) + PATIENCE_S):
                reply = await listening.to(transport)
        except TimeoutError:
            heard = Heard(None, listening.stray, echo=listening.stray == content)
            continue
        return Heard(Found(line.baud, line.data_bits, line.parity, line.stop_bits, address, reply.sentence))
    return heard


@dataclass
class _Listening:
    decoder: ReplyDecoder
    address: int
    stray: bytes = b""

    async def to(self, transport: Transport) -> Reply:
        while True:
            received = await transport.read()
            self.stray = (self.stray + received)[:MOST_STRAY]
            for reply in self.decoder.feed(received):
                if reply.address in (None, self.address):
                    return reply
