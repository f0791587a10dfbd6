"""The browser's voice: says each thing to the kiosk whole, and keeps what cannot be said yet."""

import socket
from contextlib import suppress

from PySide6.QtCore import QSocketNotifier

from kiosk.web.messages import FromBrowser, written


class Teller:
    """Tells through a socket that does not block.

    A page may bring about more messages than the kiosk can hear. Then only the last of each kind waits: what is drawn
    and where the page stands arrives at last, and of a thousand refusals one.
    """

    def __init__(self, talk: socket.socket) -> None:
        """Nothing waits."""
        self._socket = talk
        self._waiting: dict[type[FromBrowser], FromBrowser] = {}
        self._room = QSocketNotifier(talk.fileno(), QSocketNotifier.Type.Write)
        self._room.setEnabled(False)
        self._room.activated.connect(self._go_on)

    def tell(self, message: FromBrowser) -> None:
        """Say it now, or as soon as the kiosk listens again."""
        # The newest goes to the end, so that kinds keep their order.
        self._waiting.pop(type(message), None)
        self._waiting[type(message)] = message
        self._go_on()

    def _go_on(self) -> None:
        # A kiosk that is gone is about to end us.
        with suppress(BrokenPipeError, ConnectionResetError):
            for kind, message in list(self._waiting.items()):
                try:
                    # A line is far shorter than what a socket takes or refuses as a whole (32 kB, unix(7)).
                    self._socket.send(written(message))
                except BlockingIOError:
                    break
                del self._waiting[kind]
        self._room.setEnabled(bool(self._waiting))
