"""Owns one port: steps its link with what happens, and does what the link wants done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from ledsign.intent import Intent
from ledsign.link.events import Effect, Event, Heard, Lost, Note, Open, Opened, Remember, Send, Tick, Wanted
from ledsign.link.machine import step, wake_at
from ledsign.link.state import Link
from ledsign.plan import ReplyDecoder
from ledsign.transport import Transport

log = logging.getLogger(__name__)

SHORTEST_SLEEP_S = 0.001
MOST_UNHEARD = 256
"""Answers that wait for the link; more come only from a line that babbles."""

TIMER_S = 0.001
"""Shorter waits, such as a line's turnaround, are passed in turns of the loop: a timer would be late by as much."""


class PortRunner:
    """One task a port. Events go in from outside and from the wire; notes and slots come out by callbacks."""

    def __init__(
        self,
        link: Link,
        transport: Transport,
        new_decoder: Callable[[], ReplyDecoder],
        tell: Callable[[Note | Remember], None],
    ) -> None:
        """`tell` gets what the journal and the slot file want to know; `wire_s` counts seconds of wire, both ways."""
        self.link = link
        self._transport, self._new_decoder, self._tell = transport, new_decoder, tell
        # A line that babbles says the same again; what the link is told from inside is never dropped.
        self._events: asyncio.Queue[Event] = asyncio.Queue()
        self._untold: list[Note | Remember] = []
        self.wire_s = 0.0
        self._reading: asyncio.Task[None] | None = None
        self._turn = asyncio.Event()

    def want(self, sign: str, intents: tuple[Intent, ...]) -> None:
        """From now on the sign shall do this."""
        self._events.put_nowait(Wanted(sign, intents))

    async def turned(self) -> None:
        """Return once the port has taken a turn from now on; a port that is stuck in one takes no other."""
        self._turn.clear()
        self._events.put_nowait(Tick())
        await self._turn.wait()

    async def run(self) -> None:
        """Serve the port until cancelled."""
        try:
            await self._handle(Tick())
            while True:
                await self._handle(await self._next())
        finally:
            self._tell_all()
            await self._hang_up()

    async def _next(self) -> Event:
        sleep_s = wake_at(self.link) - _now()
        if sleep_s < TIMER_S and self._events.empty():
            await asyncio.sleep(0 if sleep_s > 0 else SHORTEST_SLEEP_S)
            return Tick()
        self._tell_all()
        try:
            # Not wait_for: until Python 3.12 it forgets a cancellation that comes together with the event.
            async with asyncio.timeout(sleep_s if sleep_s != float("inf") else None):
                return await self._events.get()
        except TimeoutError:
            return Tick()

    def _tell_all(self) -> None:
        """The wire goes first: files are written while bytes travel."""
        while self._untold:
            self._tell(self._untold.pop(0))

    async def _handle(self, event: Event) -> None:
        if isinstance(event, Lost):
            if event.reason != self.link.reason:  # an absent port is tried every second, and said once
                log.info("port lost: %s", event.reason)
            await self._hang_up()
        self.link, effects = step(self.link, event, _now())
        for effect in effects:
            await self._do(effect)
        self._turn.set()

    async def _do(self, effect: Effect) -> None:
        match effect:
            case Open():
                await self._open()
            case Send(bursts):
                await self._send([(burst.content, burst.gap_s) for burst in bursts])
            case _:
                self._untold.append(effect)

    async def _open(self) -> None:
        try:
            await self._transport.open()
        except OSError as failed:
            self._events.put_nowait(Lost(_words(failed)))
            return
        self._reading = asyncio.create_task(self._read())
        self._events.put_nowait(Opened())

    async def _send(self, bursts: list[tuple[bytes, float]]) -> None:
        try:
            for content, gap_s in bursts:
                log.debug("sent %s", content.hex())
                self.wire_s += self.link.line.seconds(len(content))
                await self._transport.write(content)
                await asyncio.sleep(gap_s + (self.link.line.seconds(len(content)) if gap_s else 0.0))
        except OSError as failed:
            self._events.put_nowait(Lost(_words(failed)))

    async def _read(self) -> None:
        decoder = self._new_decoder()
        try:
            while True:
                received = await self._transport.read()
                log.debug("received %s", received.hex())
                self.wire_s += self.link.line.seconds(len(received))
                replies = decoder.feed(received)
                if replies and self._events.qsize() < MOST_UNHEARD:
                    self._events.put_nowait(Heard(tuple(replies)))
        except OSError as failed:
            self._events.put_nowait(Lost(_words(failed)))

    async def _hang_up(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
            self._reading = None
        self._transport.close()


def _words(failed: OSError) -> str:
    return failed.strerror or str(failed)


def _now() -> float:
    return asyncio.get_running_loop().time()
