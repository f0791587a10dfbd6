"""Programs that `make run` starts: each in a process of its own, watched, and ended again by its own number."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Self

TICK_S = 0.05
GRACE_S = 5.0


@dataclass(frozen=True)
class Program:
    """What to start: a name for people, the command, what it adds to the environment, and how to see that it runs.

    `started` is asked again and again, with the moment of the start (seconds since the epoch), until it is true.
    """

    name: str
    command: list[str]
    started: Callable[[float], bool]
    environment: Mapping[str, str] = field(default_factory=dict)


class Child:
    """A program that was started. What it prints goes to a log file and is read back when it fails."""

    def __init__(self, program: Program, log: Path) -> None:
        self.program = program
        self.log = log
        self.since = time.time()
        with log.open("wb") as output:
            self._process = self._start(output)

    def _start(self, output: IO[bytes]) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl+C at the prompt reaches us alone, and we end the programs in order.
        return subprocess.Popen(
            self.program.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **self.program.environment},
            start_new_session=True,
        )

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def failure(self) -> str:
        """One sentence on why it is not running; empty while it runs."""
        if self.running:
            return ""
        return f"{self.program.name} stopped by itself ({self._end()}): {last_line(self.log)}"

    def _end(self) -> str:
        status = self._process.returncode
        return f"status {status}" if status >= 0 else signal.Signals(-status).name

    def wait_started(self, patience_s: float, give_up: Callable[[], bool]) -> bool:
        """Wait until it has started; False if it ended, took longer than `patience_s` or `give_up` became true."""
        deadline = time.monotonic() + patience_s
        while self.running and not give_up() and time.monotonic() < deadline:
            if self.program.started(self.since):
                return True
            time.sleep(TICK_S)
        return False

    def stop(self, grace_s: float = GRACE_S) -> None:
        """Ask it to end, then end it and whatever it left in its session."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(grace_s)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def last_line(log: Path) -> str:
    """The last thing a program said."""
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
