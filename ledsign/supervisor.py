"""Tells whoever started a program (systemd) that it is ready, how it is, and that it lives.

    program ── "READY=1", "STATUS=…", "WATCHDOG=1" ──▶ $NOTIFY_SOCKET ──▶ supervisor

Each message is one datagram of KEY=VALUE lines, as in sd_notify(3); a name that begins with @ is an abstract socket.
$WATCHDOG_USEC says how many microseconds may pass between two signs of life before the supervisor ends the program and
starts it anew, $WATCHDOG_PID which process that is about. Without these variables nothing is told to anybody.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import MutableMapping

_SIGNS_A_PATIENCE = 4
"""One sign of life may be lost or late, and the next, before the supervisor's patience ends."""


class Supervisor:
    """The one that started this process. Every message may get lost: a supervisor that is gone is no reason to stop."""

    def __init__(self, address: str = "", patience_s: float | None = None) -> None:
        """`address` is the socket's name, empty for nobody; `patience_s` is None where no sign of life is awaited."""
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self.patience_s = patience_s

    @property
    def is_there(self) -> bool:
        """Whether anybody wants to know."""
        return bool(self._address)

    @property
    def period_s(self) -> float | None:
        """How often to give a sign of life; None where nobody awaits it."""
        return self.patience_s / _SIGNS_A_PATIENCE if self.patience_s is not None else None

    def ready(self, status: str) -> None:
        """The program does its work from now on."""
        self._tell("READY=1", f"STATUS={status}")

    def alive(self) -> None:
        """The program still does its work."""
        self._tell("WATCHDOG=1")

    def status(self, text: str) -> None:
        """One line for a person who asks how the program is."""
        self._tell(f"STATUS={text}")

    def stopping(self) -> None:
        """The program ends because it shall."""
        self._tell("STOPPING=1")

    def _tell(self, *lines: str) -> None:
        if not self._address:
            return
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            # A full queue must not hold up the program that says it is not held up.
            line.setblocking(False)
            line.sendto("\n".join(lines).encode(), self._address)


def take_supervisor(environment: MutableMapping[str, str] = os.environ) -> Supervisor:
    """The supervisor that the environment names. The names are taken out of it: children do not speak for us."""
    address, usec, pid = (environment.pop(name, "") for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"))
    ours = not pid or pid == str(os.getpid())
    return Supervisor(address, int(usec) / 1e6 if address and ours and usec.isdecimal() and int(usec) else None)
