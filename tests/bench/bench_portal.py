"""The website on the glass, opened and left 50 times in a row: until it is painted, until all of it is gone, memory.

A kiosk runs as an ordinary user with the engine's sandbox on and shows a small website on loopback. Painted: the
browser's picture of the site's front page is on the kiosk's own window. Gone: no process, no file, from
"end my visit". Memory is what only the kiosk holds, a second after each visit, against the same before
the first. Each figure is the worst of all rounds; a round that fails ends the bench.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP))

from tests.helpers.memory import megabytes  # noqa: E402 - after the path to it
from tests.helpers.ordinary import cannot_sandbox, user_id  # noqa: E402
from tests.kiosk.lockdown.lobby import Lobby, running  # noqa: E402
from tests.kiosk.lockdown.site import running as site_running  # noqa: E402

ROUNDS = int(os.environ.get("OPENHALL_OPENS", "50"))
STILL_S = 5.0
AFTER_S = 1.0
PAINT_LIMIT_S, GONE_LIMIT_S, MEMORY_LIMIT_MB = 3.0, 2.0, 10.0


def main() -> int:
    """Open and leave; print the figures."""
    reason = cannot_sandbox(user_id(os.getpid()))
    if reason:
        raise SystemExit(reason)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "home"
        (home / "editions").mkdir(parents=True)
        with site_running(Path(folder)) as site, running(home, site, os.getpid()) as lobby:
            time.sleep(STILL_S)
            before = megabytes(lobby.family())
            rounds = [open_and_leave(lobby) for _ in range(ROUNDS)]
    painted, gone, memory = zip(*rounds, strict=True)
    times = f"{ROUNDS} times in a row"
    report(f"website opened until painted, worst, {times}", max(painted), "s", PAINT_LIMIT_S)
    report(f"website left until no process of it, worst, {times}", max(gone), "s", GONE_LIMIT_S)
    report(f"kiosk's memory after a visit above before the first, worst, {times}", max(memory) - before, "MB",
           MEMORY_LIMIT_MB)  # fmt: skip
    return 0


def open_and_leave(lobby: Lobby) -> tuple[float, float, float]:
    """Seconds until painted, seconds until gone, and the kiosk's megabytes a moment later."""
    pictures, began = lobby.state().pictures, time.monotonic()
    lobby.do("open", page="web")
    lobby.wait(lambda state: state.state == "showing" and state.title == "示例门户" and state.pictures > pictures)
    painted = time.monotonic() - began
    began = time.monotonic()
    lobby.leave()
    gone = time.monotonic() - began
    time.sleep(AFTER_S)
    return painted, gone, megabytes(lobby.family())


def report(name: str, value: float, unit: str, limit: float) -> None:
    """Print a figure."""
    figure = {"name": name, "value": round(value, 2), "unit": unit, "limit": limit, "holds": value <= limit}
    print(json.dumps(figure, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main())
