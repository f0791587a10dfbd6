"""A kiosk running as an ordinary user, seen from outside: its answers, its processes, its files."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.helpers.ordinary import as_user, given, user_id
from tests.kiosk.edition import write_edition
from tests.kiosk.lockdown.seen import Seen, seen
from tests.kiosk.lockdown.site import Site

ROOT = Path(__file__).parents[3]
WIDTH, HEIGHT = 720, 1280
"""Small glass: less to paint, the same program."""
HOSTILE = {
    "QTWEBENGINE_REMOTE_DEBUGGING": "127.0.0.1:9339",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --remote-debugging-port=9340 --disable-web-security",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINEPROCESS_PATH": "/bin/sh",
    "QML_IMPORT_TRACE": "0",
}
"""What somebody might have put into the kiosk's surroundings: the browser must take none of it."""
PATIENCE_S = 20.0
FLEETING_S = 3.0
AGAIN_S = 4.0
ELSEWHERE = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))  # noqa: S108 - where programs leave things
ENGINE = ("QtWebEngineProcess", "QtWebEngineProc")
UNIT = ROOT / "deploy" / "units" / "openhall-kiosk.service"
MAY_WRITE = re.compile(r"^ReadWritePaths=(.+)$", re.MULTILINE)
GONE = "gone"
"""For the name of a process that ended while it was looked at."""


@dataclass
class Lobby:
    """One running kiosk, at a visitor's glass."""

    process: subprocess.Popen[bytes]
    home: Path
    site: Site
    user: int
    before: set[Path] = field(default_factory=set)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """What was refused since a case began."""
    used: bool = False
    """Somebody has tried something, and nobody has looked since whether anything stays."""

    def do(self, what: str, **order: object) -> object:
        """Give the hand one order and wait for its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": what, **order}).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"the kiosk ended with {self.process.wait(5)} while it was told to {what}"
        return json.loads(line)

    def state(self) -> Seen:
        """Where the kiosk stands."""
        found = self.do("state")
        assert isinstance(found, dict)
        made = seen(found)
        self.refused += made.refused
        return made

    def wait(self, until: Callable[[Seen], bool], seconds: float = PATIENCE_S) -> Seen:
        """The first state that fits. AssertionError with the last one otherwise."""
        deadline = time.monotonic() + seconds
        while True:
            state = self.state()
            if until(state):
                return state
            assert time.monotonic() < deadline, f"never came: {state}"
            time.sleep(0.02)

    def enter(self, path: str = "/", title: str = "示例门户") -> None:
        """Be on a page of the website, in this visit or a new one."""
        if self.state().page != "web":
            self.do("open", page="web")
            self.wait(lambda state: state.state == "showing")
        self.go(f"{self.site.own}{path}", title)

    def go(self, address: str, title: str) -> Seen:
        """Be sent to a page, and wait for it."""
        self.do("go", url=address)
        return self.wait(lambda state: state.title == title and not state.loading)

    def leave(self) -> None:
        """End the visit, and wait until nothing of it runs and its folder is gone."""
        self.do("leave")
        self.wait_for(lambda: not self.browsers() and not list((self.home / "web").glob("*")))

    def wait_for(self, until: Callable[[], bool], seconds: float = 15.0) -> None:
        """Until something outside the kiosk is so."""
        deadline = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < deadline, "never came"
            time.sleep(0.02)

    def names(self, until: Callable[[list[str]], bool] = bool) -> list[str]:
        """What a screen reader finds in sight, once it fits: a page has a place on the glass a frame after it opens."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            found = self.do("names")
            assert isinstance(found, list)
            if until(found):
                return found
            assert time.monotonic() < deadline, f"never came into sight: {found}"
            time.sleep(0.02)

    def pane(self) -> tuple[float, float, float, float]:
        """Where the website shows: left, top, width, height in pixels."""
        found = self.do("pane")
        assert isinstance(found, list), "no website shows"
        return found[0], found[1], found[2], found[3]

    def middle(self) -> tuple[float, float]:
        """The middle of the upper half of the page."""
        pane = self.pane()
        return pane[0] + pane[2] / 2, pane[1] + min(pane[3] / 2, 300)

    def tap_page(self) -> None:
        """Touch the page."""
        x, y = self.middle()
        self.do("tap", x=x, y=y)

    def tap_until(self, x: float, y: float, until: Callable[[], bool]) -> None:
        """Touch, and touch again where nothing came of it: a page that is not yet painted hears nothing."""
        deadline = time.monotonic() + PATIENCE_S
        while not until():
            assert time.monotonic() < deadline, "never came"
            self.do("tap", x=x, y=y)
            again = time.monotonic() + AGAIN_S
            while not until() and time.monotonic() < again:
                time.sleep(0.02)

    def family(self) -> dict[int, str]:
        """Each process that came from the kiosk, itself included, with its name."""
        return {pid: name_of(pid) for pid in family(self.process.pid)}

    def browsers(self) -> list[int]:
        """The web processes: browser, zygotes, renderers."""
        return [pid for pid in self.family() if pid != self.process.pid]

    def renderers(self) -> list[int]:
        """The processes that hold a page."""
        return [pid for pid in self.browsers() if b"--type=renderer" in command_line(pid)]

    def strange_processes(self) -> list[str]:
        """Names of processes that are neither the kiosk, nor its browser, nor the engine's own."""
        known = {self.process.pid, *(pid for pid in self.family() if runs(pid, "kiosk.web.browser"))}
        return [name for pid, name in self.family().items() if pid not in known and name not in (*ENGINE, GONE)]

    def strange_files(self) -> list[str]:
        """Files that came into being outside the kiosk's own folder, and stay.

        The engine's shared memory has a name in /dev/shm for the moment between its making and its unlinking.
        """
        deadline = time.monotonic() + FLEETING_S
        while found := left_elsewhere(self.user, self.home) - self.before:
            if time.monotonic() >= deadline:
                break
            time.sleep(0.02)
        return sorted(map(str, found))


def name_of(pid: int) -> str:
    """The program a process runs; `gone` where it ended meanwhile."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        target = Path(f"/proc/{pid}/exe").readlink() if state != "Z" else Path(GONE)
    except OSError:
        return GONE
    return target.name


def family(pid: int) -> Iterator[int]:
    """A process and all that came from it and still run, but for the kiosk's own voice, which reads pages aloud."""
    if name_of(pid) == GONE or runs(pid, "kiosk.voice.speaker"):
        return
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def runs(pid: int, module: str) -> bool:
    """Whether a process runs this module of ours."""
    return f"-m\0{module}\0".encode() in command_line(pid)


def command_line(pid: int) -> bytes:
    """A process's words, each ended by a zero; empty where it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def left_elsewhere(user: int, home: Path) -> set[Path]:
    """The user's files where programs like to leave things, but for the kiosk's own folder."""
    found = set()
    for folder in ELSEWHERE:
        for path in folder.glob("*"):
            try:
                mine = path.lstat().st_uid == user
            except OSError:
                continue
            if mine and not home.is_relative_to(path):
                found.add(path)
    return found


def laid_out(home: Path, user: int) -> Path:
    """What its own unit lets the kiosk write is its user's, nothing else is; its cache is returned."""
    (paths,) = MAY_WRITE.findall(UNIT.read_text(encoding="utf-8"))
    cache = home / "cache"
    for folder in (cache, *(home / Path(path).relative_to("/var/lib/openhall") for path in paths.split())):
        folder.mkdir(mode=0o700)
        given(folder, user)
    return cache


@contextmanager
def running(home: Path, site: Site, number: int, python: Path = Path(sys.executable)) -> Iterator[Lobby]:
    """A kiosk that shows the small department, whose portal is the test site; ended with the block."""
    user = user_id(number)
    write_edition(home / "editions" / "000042")
    (home / "editions" / "current").symlink_to("000042")
    allowed = json.dumps([site.own, site.signed])
    told = f'[screen]\nidle_s = 90\n[kiosk]\nmotion = false\n[portal]\nallow = {allowed}\nhome = "{site.own}/"\n'
    (home / "openhall.toml").write_text(told, encoding="utf-8")
    cache = laid_out(home, user)
    before = left_elsewhere(user, home)
    environment = {
        **HOSTILE,
        "PATH": os.environ["PATH"],
        "HOME": str(cache),
        "OPENHALL_HOME": str(home),
        "XDG_CACHE_HOME": str(cache),
        "XDG_RUNTIME_DIR": str(cache),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    program = [str(python), "-m", "tests.kiosk.lockdown.driven", str(home / "openhall.toml"), f"{WIDTH}x{HEIGHT}"]
    with (home / "kiosk.log").open("wb") as log:
        process = subprocess.Popen(
            [*as_user(user), *program],
            env=environment,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
        )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b'"ready"\n', (home / "kiosk.log").read_text(encoding="utf-8")
        yield Lobby(process, home, site, user, before)
    finally:
        process.stdin.close()
        try:
            process.wait(10)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
