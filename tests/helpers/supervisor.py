"""A stand-in for systemd, which does not run in a container: starts a program as its unit says, and speaks sd_notify.

It follows of a unit what decides how long a lobby stays without its screen: WatchdogSec, WatchdogSignal, RestartSec,
TimeoutStartSec, RestartPreventExitStatus. Signs of life are awaited from READY=1 on, and a program that gives none in
time is killed, as systemd.service(5) has it.
"""

import os
import select
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from configparser import RawConfigParser
from dataclasses import dataclass
from pathlib import Path
from typing import Self

TURN_S = 0.01
UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0}


@dataclass(frozen=True)
class Rules:
    """What a unit says about starting anew; seconds."""

    watchdog_s: float
    restart_s: float
    start_s: float
    watchdog_signal: signal.Signals
    stays_down: frozenset[int]


def rules_of(unit: Path) -> Rules:
    """Read a unit's rules. KeyError where it has none: a unit without a watchdog is a mistake."""
    parser = RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # configparser's documented way to keep case
    parser.read(unit, encoding="utf-8")
    service = parser["Service"]
    assert service["Type"] == "notify", unit
    assert service["Restart"] == "always", unit
    return Rules(
        seconds(service["WatchdogSec"]),
        seconds(service["RestartSec"]),
        seconds(service["TimeoutStartSec"]),
        signal.Signals[service["WatchdogSignal"]],
        frozenset(int(code) for code in service.get("RestartPreventExitStatus", "").split()),
    )


def seconds(text: str) -> float:
    """A time as units write it: 100ms, 2s, 1min."""
    number = text.rstrip("ms in")
    return float(number) * UNITS[text[len(number) :].strip() or "s"]


class StandIn:
    """Supervises one program while its owner waits for something; nothing happens in between."""

    def __init__(self, command: Sequence[str], rules: Rules, environment: Mapping[str, str], log: Path) -> None:
        """Start it for the first time."""
        self.rules, self.starts, self.kills = rules, 0, 0
        self.ready = False
        self.stays_down = False
        self.statuses: list[str] = []
        self.exits: list[int] = []
        self._command, self._environment, self._log = list(command), dict(environment), log
        self._folder = tempfile.TemporaryDirectory(prefix="openhall-notify-")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(Path(self._folder.name) / "notify"))
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self._end(signal.SIGKILL)
        self._socket.close()
        self._folder.cleanup()

    @property
    def pid(self) -> int:
        """Of the program that runs now."""
        return self.process.pid

    def wait(self, condition: Callable[[], bool], within_s: float) -> bool:
        """Supervise until the condition holds; False where it does not in time."""
        deadline = time.monotonic() + within_s
        while not condition():
            if time.monotonic() > deadline:
                return False
            self._turn()
        return True

    def hold(self, for_s: float) -> None:
        """Supervise for a while."""
        self.wait(lambda: False, for_s)

    def _start(self) -> None:
        self.starts += 1
        self.ready = False
        self._heard_at = time.monotonic()
        told = {
            "NOTIFY_SOCKET": str(self._socket.getsockname()),
            "WATCHDOG_USEC": str(round(self.rules.watchdog_s * 1e6)),
        }
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command, env={**os.environ, **self._environment, **told}, stdout=log, stderr=log, process_group=0
            )

    def _turn(self) -> None:
        readable, _, _ = select.select([self._socket], [], [], TURN_S)
        if readable:
            self._hear(self._socket.recv(4096).decode())
        if self.stays_down:
            return
        if self.process.poll() is not None:
            self._ended()
        elif time.monotonic() - self._heard_at > (self.rules.watchdog_s if self.ready else self.rules.start_s):
            self.kills += 1
            self._end(self.rules.watchdog_signal)
            self._ended()

    def _hear(self, message: str) -> None:
        for line in message.splitlines():
            key, _, value = line.partition("=")
            if key == "STATUS":
                self.statuses.append(value)
            if key == "READY":
                self.ready = True
            if key in {"READY", "WATCHDOG"}:
                self._heard_at = time.monotonic()

    def _ended(self) -> None:
        self.exits.append(self.process.wait())
        self._end(signal.SIGKILL)
        if self.process.returncode in self.rules.stays_down:
            self.stays_down = True
            return
        time.sleep(self.rules.restart_s)
        self._start()

    def _end(self, number: signal.Signals) -> None:
        """End the program and what it started: systemd's control group, here a process group."""
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return
        self.process.wait()
