"""Starts the sample department's whole lobby on one machine: staff page, emulated LED sign, sign service, touchscreen.

    python -m tools.run                  until Ctrl+C
    RUN_FOR=25 python -m tools.run       that many seconds after all have started, then one JSON line

Everything lies in `./var`; what the programs say is in `./var/log`.
"""

import math
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from tools.children import Child, last_line
from tools.lobby import Lobby, free_port, has_display, module, programs, read_sign
from tools.outcome import outcome

PATIENCE_S = 40.0
TICK_S = 0.2
DESK_PORT = 8420
VNC_PORT = 5900


def main() -> int:
    """Run the lobby; 0 if it ran as it should."""
    run_for = seconds(os.environ.get("RUN_FOR", ""))
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    lobby = Lobby(Path("var").absolute(), has_display(os.environ), free_port(DESK_PORT), free_port(VNC_PORT))
    os.environ["OPENHALL_HOME"] = str(lobby.home)
    with ExitStack() as running:
        failures = prepare(lobby.home) or run(lobby, run_for, stop, running)
        # Read before the programs are ended: ending them is not part of what they did.
        result = outcome(lobby.home, lobby.state, failures)
    if run_for is None:
        return 1 if failures else 0
    print(result.line())
    return 0 if result.holds else 1


def seconds(text: str) -> float | None:
    """Read RUN_FOR: a number of seconds, or nothing for ever. Anything else ends the program with a sentence."""
    try:
        return float(text) if text else None
    except ValueError:
        sys.exit(f"run: RUN_FOR is a number of seconds, not {text!r}")


def prepare(home: Path) -> list[str]:
    """Load, approve and publish the sample where nothing was published yet. Gives what went wrong."""
    if (home / "editions" / "current").exists():
        return []
    say("first time: loading the sample department into ./var")
    log = home / "log" / "init.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        status = load_sample(log)
    except OSError as problem:
        return failed(str(problem))
    return failed(f"the sample could not be loaded: {last_line(log)}") if status else []


def load_sample(log: Path) -> int:
    """Let the desk make a home from the sample; what it says goes to the log. Gives its exit status."""
    with log.open("wb") as output:
        command = [*module("data.desk"), "init", "--sample"]
        done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    return done.returncode


def run(lobby: Lobby, run_for: float | None, stop: threading.Event, running: ExitStack) -> list[str]:
    """Start the programs in order and wait; `running` ends them in the opposite order. Gives what went wrong."""
    try:
        plan = programs(lobby, read_sign(lobby.home))
    except (OSError, ValueError) as problem:
        return failed(str(problem))
    children: list[Child] = []
    for program in plan:
        child = running.enter_context(Child(program, lobby.home / "log" / f"{program.name}.log"))
        children.append(child)
        if not child.wait_started(PATIENCE_S, stop.is_set):
            reason = child.failure() or f"{program.name} did not start within {PATIENCE_S:g} s"
            return [] if stop.is_set() else failed(reason)
    announce(lobby)
    wait(children, run_for, stop)
    return [line for child in children if child.failure() for line in failed(child.failure())]


def wait(children: list[Child], run_for: float | None, stop: threading.Event) -> None:
    """Return after `run_for` seconds, when asked to stop, or as soon as a program has ended by itself."""
    deadline = time.monotonic() + (math.inf if run_for is None else run_for)
    while not stop.wait(TICK_S) and time.monotonic() < deadline and all(child.running for child in children):
        pass


def announce(lobby: Lobby) -> None:
    """Say where everything is to be seen."""
    if lobby.display:
        say("the touchscreen and the LED sign are in their windows")
    else:
        say(f"no display here: the touchscreen is at vnc://127.0.0.1:{lobby.vnc_port} (this machine only),")
        say("the LED sign's picture in var/sign.png")
    say(f"the staff page is at http://127.0.0.1:{lobby.desk_port}/; Ctrl+C ends everything")


def failed(reason: str) -> list[str]:
    """Tell the person at the prompt what went wrong, and keep it for the JSON line."""
    say(reason)
    return [reason]


def say(line: str) -> None:
    """Tell the person at the prompt; standard output is kept for the one JSON line."""
    print(f"run: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
