"""A conversation between a link and an emulated sign in simulated time: no sleeping, no threads, any trouble.

The link's machine is the real one and so is the emulated sign; the wire between them takes its time byte by byte and
may lose, flip, double or cut what passes. Everything is reproducible from a seed.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from ledsign.emulator.sign import EmulatedSign
from ledsign.intent import Intent
from ledsign.link.events import Effect, Event, Heard, Lost, Note, Open, Opened, Send, Tick, Wanted
from ledsign.link.machine import step, wake_at
from ledsign.link.state import Link
from ledsign.plan import ReplyDecoder

Trouble = Callable[[bytes, random.Random], bytes]


def clean(content: bytes, _: random.Random) -> bytes:
    """A good line."""
    return content


def losing(share: float) -> Trouble:
    """A line that swallows this share of all messages."""
    return lambda content, chance: b"" if chance.random() < share else content


def flipping(share: float) -> Trouble:
    """A line that flips one bit in this share of all messages."""

    def flip(content: bytes, chance: random.Random) -> bytes:
        if chance.random() >= share:
            return content
        place = chance.randrange(len(content) * 8)
        changed = bytearray(content)
        changed[place // 8] ^= 1 << place % 8
        return bytes(changed)

    return flip


def doubling(share: float) -> Trouble:
    """A line that says this share of all messages twice."""
    return lambda content, chance: content * (2 if chance.random() < share else 1)


def cutting(share: float) -> Trouble:
    """A line that cuts off the end of this share of all messages."""
    return lambda content, chance: content[: chance.randrange(len(content))] if chance.random() < share else content


def echoing(content: bytes, _: random.Random) -> bytes:
    """A good line whose driver hears itself (RS-485); the conversation adds the echo."""
    return content


@dataclass
class Conversation:
    """One port: its link, and the signs that hear everything on it."""

    link: Link
    signs: list[EmulatedSign]
    decoder: ReplyDecoder
    there: Trouble = clean
    back: Trouble = clean
    echoes: bool = False
    seed: int = 0
    now: float = 0.0
    notes: list[Note] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    unplugged: bool = False

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._queue: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()
        self._deaf_before = 0.0
        self._do(Tick())

    def want(self, sign: str, *intents: Intent) -> None:
        """Tell the link what a sign shall do."""
        self._do(Wanted(sign, intents))

    def run(self, seconds: float) -> None:
        """Let time pass."""
        end = self.now + seconds
        while True:
            wake = wake_at(self.link)
            due = self._queue[0][0] if self._queue else float("inf")
            at = max(min(wake, due), self.now)
            if at > end:
                break
            self.now = at
            if due <= wake:
                heapq.heappop(self._queue)[2]()
            else:
                self._do(Tick())
        self.now = end

    def run_until_idle(self, patience_s: float = 60.0) -> float:
        """Let time pass until nothing is left to do; gives the seconds it took."""
        began = self.now
        while not (self.link.idle and not self._queue) and self.now < began + patience_s:
            self.run(0.005)
        return self.now - began

    def unplug(self) -> None:
        """Pull the converter out."""
        self.unplugged = True
        self._deaf_before = self.now
        self._do(Lost("unplugged"))

    def plug_in(self) -> None:
        """Put it back."""
        self.unplugged = False

    def _later(self, delay: float, call: Callable[[], None]) -> None:
        heapq.heappush(self._queue, (self.now + delay, next(self._order), call))

    def _do(self, event: Event) -> None:
        self.link, effects = step(self.link, event, self.now)
        for effect in effects:
            self._effect(effect)

    def _effect(self, effect: Effect) -> None:
        match effect:
            case Open():
                opened: Event = Lost("nothing there") if self.unplugged else Opened()
                self._later(0.0, lambda: self._do(opened))
            case Send(bursts):
                content = b"".join(burst.content for burst in bursts)
                self.sent.append(content)
                arrives = self.there(content, self._chance)
                self._later(self.link.line.seconds(len(content)), lambda: self._arrive(arrives))
                if self.echoes:
                    self._hear(content)
            case Note():
                self.notes.append(effect)

    def _arrive(self, content: bytes) -> None:
        for sign in self.signs:
            answer = sign.receive(content, self.now) if content else b""
            if answer:
                back = self.back(answer, self._chance)
                sent_at = self.now
                self._later(self.link.line.seconds(len(answer)), partial(self._hear_if_open, back, sent_at))

    def _hear_if_open(self, content: bytes, sent_at: float) -> None:
        if self.link.is_open and sent_at >= self._deaf_before:
            self._hear(content)

    def _hear(self, content: bytes) -> None:
        replies = self.decoder.feed(content)
        if replies:
            self._do(Heard(tuple(replies)))
