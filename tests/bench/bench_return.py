"""How long the hall is without its home page when the kiosk dies, hangs, or draws no more; with our own unit's rules.

A stand-in plays systemd (tests/helpers/supervisor.py). Time runs from the trouble to the answer of the new home page to
a touch, so it includes the watchdog's patience, the start, and the touch. The figure is the worst of the rounds.
"""

import json
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP))
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="threaded")

from tests.helpers.supervisor import StandIn, rules_of  # noqa: E402 - after the path to it and the platform
from tests.kiosk.edition import write_edition  # noqa: E402

UNIT = TOP / "deploy" / "units" / "openhall-kiosk.service"
SIGNALS = {"kill -9": signal.SIGKILL, "segmentation fault": signal.SIGSEGV, "stopped (SIGSTOP)": signal.SIGSTOP}
TROUBLES = {"busy event loop": "busy", "render thread stuck": "renderer", "frames not drawn": "frames"}
ROUNDS = 3
PATIENCE_S = 30.0
LIMIT_S = 5.0


def main() -> int:
    """Measure each trouble, print a figure each."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "editions").mkdir()
        (home / "editions" / "current").symlink_to(write_edition(home / "editions" / "000042"))
        command = [sys.executable, "-m", "tests.kiosk.troubled_kiosk", "--size", "1080x1920"]
        with StandIn(command, rules_of(UNIT), {"OPENHALL_HOME": str(home)}, home / "log") as supervised:
            answers(supervised, home)
            for name in (*SIGNALS, *TROUBLES):
                report(name, max(seconds_away(supervised, home, name) for _ in range(ROUNDS)))
    return 0


def seconds_away(supervised: StandIn, home: Path, name: str) -> float:
    """From the trouble to the next home page's answer."""
    starts, began = supervised.starts, time.monotonic()
    if name in SIGNALS:
        os.kill(supervised.pid, SIGNALS[name])
    else:
        tell(home, TROUBLES[name])
    assert supervised.wait(lambda: supervised.starts > starts, PATIENCE_S), f"{name}: nobody noticed"
    answers(supervised, home)
    return time.monotonic() - began


def answers(supervised: StandIn, home: Path) -> None:
    """Wait until a touch on the home page has opened the page it names."""
    assert supervised.wait(lambda: supervised.ready, PATIENCE_S), "no first frame"
    tell(home, "touch 工作职责")
    assert supervised.wait((home / "answer").exists, PATIENCE_S), "no answer to a touch"
    (home / "answer").unlink()


def tell(home: Path, words: str) -> None:
    """Have the kiosk do something (tests/kiosk/troubled_kiosk.py)."""
    beside = home / "trouble.new"
    beside.write_text(words, encoding="utf-8")
    beside.replace(home / "trouble")


def report(name: str, seconds: float) -> None:
    """Print a figure."""
    figure = {"name": f"home page answers again after: {name}", "value": round(seconds, 2), "unit": "s"}
    print(json.dumps({**figure, "limit": LIMIT_S, "holds": seconds <= LIMIT_S}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main())
