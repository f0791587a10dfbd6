"""How long a browser may take: over its first line and headers here, over a form's body in `layers.PromptBodies`.

Without an end to it, a few hundred connections that drip a byte a second would hold every file descriptor of the desk.
uvicorn ends idle connections between two requests only.
"""

import asyncio

from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

HEADERS_S = 20.0
"""Seconds from a connection's beginning, or from the first byte of a later request, to the end of its headers."""
BODY_S = 120.0
"""Seconds for a form with its files."""


class PunctualProtocol(H11Protocol):
    """uvicorn's protocol, which hangs up on whoever does not finish the headers in time."""

    headers_s = HEADERS_S
    _patience: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn narrows it
        """The time runs from here, also for one that never says a word."""
        super().connection_made(transport)
        self._start()

    @override
    def data_received(self, data: bytes) -> None:
        """More bytes win no more time: only whole headers do."""
        super().data_received(data)
        if self._answers():
            self._stop()
        elif self._patience is None:
            self._start()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is waited for any more."""
        self._stop()
        super().connection_lost(exc)

    def _answers(self) -> bool:
        """Whether a request's headers are here and it is not answered yet."""
        cycle: RequestResponseCycle | None = self.cycle  # uvicorn's type leaves out that there is none at first
        return cycle is not None and not cycle.response_complete

    def _start(self) -> None:
        self._patience = self.loop.call_later(self.headers_s, self._hang_up)

    def _stop(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _hang_up(self) -> None:
        self._patience = None
        if not self.transport.is_closing():
            self.transport.close()
