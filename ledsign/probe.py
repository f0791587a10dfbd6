"""Finds out what is at the other end of a line: which speeds and addresses are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from ledsign.intent import Ask
from ledsign.plan import Known, Planner, ReplyDecoder
from ledsign.profile import LineSettings, Profile
from ledsign.transport import Transport

PATIENCE_S = 0.5
"""Cards answer within milliseconds of the last byte; a slow converter adds some."""

Open = Callable[[LineSettings], Transport]


@dataclass(frozen=True, slots=True)
class Found:
    """A speed and an address that were answered, and the sign's own words when it complained."""

    baud: int
    address: int
    sentence: str = ""


async def probed(open_at: Open, profile: Profile, planner: Planner) -> list[Found]:
    """Ask at every speed and address of the profile. OSError when the port cannot be opened."""
    found: list[Found] = []
    for baud in profile.bauds:
        transport = open_at(replace(profile.line, baud=baud))
        await transport.open()
        try:
            for address in profile.addresses:
                found += await asked(transport, replace(profile.line, baud=baud), profile, planner, address)
        finally:
            transport.close()
    return found


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
                return Found(line.baud, address, reply.sentence)
