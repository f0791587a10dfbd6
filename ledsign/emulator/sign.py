"""What every emulated sign is to the wire, the window and the state file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ledsign.bitmap import Bitmap


@dataclass(frozen=True, slots=True)
class Status:
    """What a sign holds and shows: `texts` in the order it plays them, `showing` the one now on the panel."""

    texts: tuple[str, ...]
    showing: str
    notice: str
    power: bool
    brightness: int
    clock: str
    frames: int
    rejected: int


class EmulatedSign(Protocol):
    """A sign that is not there. Times are seconds of one clock.

    While it is `busy` it obeys nothing, and says so where its protocol can.
    """

    busy: bool

    def receive(self, content: bytes, now: float) -> bytes:
        """Take bytes from the wire and give those to answer with."""

    def screen(self, now: float) -> Bitmap:
        """The dots a person sees."""

    def status(self, now: float) -> Status:
        """What it holds and shows."""

    def flash(self) -> dict[str, bytes]:
        """What survives a power cut."""

    def power_cut(self, flash: dict[str, bytes], now: float) -> None:
        """Begin anew with this in flash and nothing in RAM."""
