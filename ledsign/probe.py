"""Finds out what is at the other end of a line: which speeds, bits around a byte, and addresses are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from ledsign.intent import Ask
from ledsign.plan import Known, Planner, ReplyDecoder
from ledsign.profile import LineSettings, Profile
from ledsign.transport import Transport

PATIENCE_S = 0.5
"""Cards answer within milliseconds of the last byte; a slow converter adds some."""

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
        found = [one for address in own for one in await asked(transport, line, profile, planner, address)]
        return found or await asked(transport, line, profile, planner, everyone)
    finally:
        transport.close()


async def asked(
    transport: Transport, line: LineSettings, profile: Profile, planner: Planner, address: int
) -> list[Found]:
    """Ask one address on an open line; empty when nobody answers."""
    decoder = planner.decoder()
    for job in planner.jobs((Ask(),), Known(), profile, address):
        content = job.steps[0].content
        await transport.write(content)
        try:
            async with asyncio.timeout(line.seconds(2 * len(content)) + PATIENCE_S):
                return [await _answer(transport, decoder, line, address)]
        except TimeoutError:
            continue
    return []


async def _answer(transport: Transport, decoder: ReplyDecoder, line: LineSettings, address: int) -> Found:
    while True:
        for reply in decoder.feed(await transport.read()):
            if reply.address in (None, address):
                return Found(line.baud, line.data_bits, line.parity, line.stop_bits, address, reply.sentence)
