"""The kiosk's start and memory against Chromium in kiosk mode on an equal static page, side by side on one screen.

Both are started in turn, five times each after one start that warms the disk, on a 1080x1920 screen in memory without a
graphics card. Time runs from the start of the process until the picture on the glass is what it stays; memory is the
proportional share (PSS) of all its processes then. The figure is the median.
"""

import html
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.screen import Screen, painted_after, screen
from tools.lobby import module

WIDTH, HEIGHT = 1080, 1920
ROUNDS = 5
SETTLE_S = 6.0
START_LIMIT, MEMORY_LIMIT = 0.8, 0.4

PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>查询</title><style>
body {{ margin: 0; background: #f4f1ea; font-family: "Noto Sans CJK SC", sans-serif; color: #22303c }}
header, footer {{ background: #17324d; color: white; padding: 48px; font-size: 54px }}
.tiles {{ display: grid; grid-template-columns: 1fr 1fr; gap: 24px; padding: 48px }}
.tiles div {{ background: white; border-radius: 16px; padding: 48px; font-size: 44px }}
ol {{ font-size: 32px; line-height: 1.8; padding: 0 96px }}
</style><header>{office}</header><div class="tiles">{tiles}</div><ol>{items}</ol>
<footer>返回　首页　帮助</footer></html>"""
TILES = ("处室职责", "干部分工", "工作流程", "房间分布", "审批大厅", "信息公开", "门户网站", "今日要闻")


@dataclass(frozen=True)
class Start:
    """One start: seconds until the picture stayed, and memory in MB."""

    seconds: float
    megabytes: float


Starts = dict[str, list[Start]]
"""Each program's starts."""


def main() -> int:
    """Measure both, print the figures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or shutil.which("Xvfb") is None:
        raise SystemExit("Chromium or Xvfb is not installed: there is nothing to measure against")
    with tempfile.TemporaryDirectory() as folder, screen(WIDTH, HEIGHT) as glass:
        home = Path(folder)
        programs = {"kiosk": lobby(home), "chromium": browser(chromium, home)}
        starts: Starts = {name: [] for name in programs}
        for number in range(ROUNDS + 1):
            for name, begin in programs.items():
                start = measured(glass, begin())
                starts[name] += [start] if number else []
    report("start to first steady picture", "s", START_LIMIT, starts, lambda start: start.seconds)
    report("memory after start", "MB", MEMORY_LIMIT, starts, lambda start: start.megabytes)
    return 0


def lobby(home: Path) -> Callable[[], list[str]]:
    """How to start the kiosk on the sample, which is made here."""
    os.environ["OPENHALL_HOME"] = str(home)
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    command = [*module("data.desk"), "init", "--sample"]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return lambda: module("kiosk")


def browser(chromium: str, home: Path) -> Callable[[], list[str]]:
    """How to start Chromium on a page with the same words."""
    page = home / "page.html"
    page.write_text(static_page(home), encoding="utf-8")
    options = ["--kiosk", "--no-first-run", "--no-sandbox", f"--user-data-dir={home / 'chromium'}"]
    size = [f"--window-size={WIDTH},{HEIGHT}", "--window-position=0,0"]
    return lambda: [chromium, *options, *size, page.as_uri()]


def static_page(home: Path) -> str:
    """A page as full as the kiosk's first one, with the edition's own news."""
    rotation = json.loads((home / "editions" / "current" / "rotation.json").read_text(encoding="utf-8"))
    items = "".join(f"<li>{html.escape(item['text'])}" for item in rotation["items"][:5])
    tiles = "".join(f"<div>{tile}</div>" for tile in TILES)
    return PAGE.format(office=html.escape(rotation["fallback"]), tiles=tiles, items=items)


def measured(glass: Screen, command: list[str]) -> Start:
    """Start a program, wait until its picture stays, look at its memory, end it."""
    with running(glass, command) as (process, since):
        seconds = painted_after(glass, since, SETTLE_S)
        return Start(seconds, sum(pss_bytes(pid) for pid in family(process)) / 1e6)


@contextmanager
def running(glass: Screen, command: list[str]) -> Iterator[tuple[int, float]]:
    """A program on this screen, ended with the block; gives its process and when it began."""
    environment = {**os.environ, "DISPLAY": glass.display}
    quiet = subprocess.DEVNULL
    since = time.monotonic()
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            yield process.pid, since
        finally:
            os.killpg(process.pid, 9)
    # The screen turns black before the next one begins.
    time.sleep(1)


def family(process: int) -> Iterator[int]:
    """A process and all that came from it."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        for child in children:
            yield from family(int(child))


def pss_bytes(process: int) -> int:
    """A process's memory, what it shares divided by the number of sharers; nothing where it has just ended."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))


def report(
    name: str, unit: str, limit: float, starts: dict[str, list[Start]], figure: Callable[[Start], float]
) -> None:
    """Print one figure with what it was measured against; the limit is on their ratio."""
    own, theirs = (statistics.median(map(figure, starts[program])) for program in ("kiosk", "chromium"))
    line = {
        "name": f"kiosk: {name}",
        "value": round(own, 3),
        "unit": unit,
        "limit": round(theirs * limit, 3),
        "holds": own <= theirs * limit,
        "against": {"chromium": round(theirs, 3), "ratio": round(own / theirs, 3), "ratio_limit": limit},
    }
    print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
