"""What a visitor feels: frames while a long list runs, a touch until it shows, a page until it is there; and a monkey.

All at 1080x1920 with the software renderer. Work of a frame is the time from its beginning until it was handed over.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Self

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from data.records import Person, Post, Record
from kiosk.app import Kiosk, application, build
from kiosk.glass import Thing, things
from kiosk.memory import settle
from kiosk.settings import Settings
from kiosk.upkeep import LIKELY, Upkeep
from tests.kiosk.department import NOW, department
from tests.kiosk.edition import write_edition

ROWS = 5_000
TOUCHES, WARM = 50_000, 5_000
HOMEWARD = 500
"""Touches of the monkey after which it tries to get home and leaves, so that the next visit begins."""
SIZE = (1080, 1920)
EVERY_PAGE = (
    *(("offices", ""), ("office", "law"), ("staff", ""), ("staff", "people"), ("person", "p03"), ("powers", "")),
    *(("power", "XK-001"), ("steps", "XK-001"), ("chart", "XK-001"), ("map", ""), ("map", "512"), ("hall", "")),
    *(("portal", ""), ("catalogue", ""), ("bulletin", ""), ("search", ""), ("help", "")),
)
"""Pages by name and the key of what they show."""


class Frames:
    """Collects the work of each frame, in milliseconds."""

    def __init__(self, kiosk: Kiosk) -> None:
        """Listen from now on."""
        self.work: list[float] = []
        self.last = 0.0
        self._began = 0.0
        kiosk.window.afterAnimating.connect(self._begin, Qt.ConnectionType.DirectConnection)
        kiosk.window.frameSwapped.connect(self._end, Qt.ConnectionType.DirectConnection)

    def _begin(self) -> None:
        self._began = time.perf_counter()

    def _end(self) -> None:
        self.last = time.perf_counter()
        self.work.append((self.last - self._began) * 1000)


def main() -> int:
    """Measure all, print the figures."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        upkeep = opened(Path(folder) / "few", department())
        kiosk = upkeep.kiosk
        frames = Frames(kiosk)
        tell("kiosk: tap to frame, p95", p95(taps(kiosk, frames)), "ms", 20.0)
        taken, worked, slowest = page_changes(kiosk, frames)
        tell("kiosk: page change, p95", p95(taken), "ms", 100.0)
        # The same without the turns of other programs: what a busy machine does not spoil.
        tell(f"kiosk: page change, p95 of the processor's time (longest: {slowest})", p95(worked), "ms", 100.0)
        monkey(upkeep)
        kiosk.close()
        many = [Person(f"x{number}", f"示例{number}", posts=(Post("科员", "law"),)) for number in range(ROWS)]
        kiosk = opened(Path(folder) / "many", [*department(), *many]).kiosk
        tell(f"kiosk: work a frame, flicking {ROWS} rows, p95", p95(flick(kiosk, Frames(kiosk))), "ms", 16.7)
        kiosk.close()
    return 0


def opened(home: Path, records: list[Record]) -> Upkeep:
    """A kiosk that shows an edition of these records, with somebody before it."""
    (home / "editions").mkdir(parents=True)
    (home / "editions" / "current").symlink_to(write_edition(home / "000042", records))
    kiosk = build(Settings(home), lambda: NOW, SIZE)
    kiosk.window.show()
    kiosk.visit.touched()
    run(300)
    upkeep = Upkeep(kiosk)
    upkeep.hold_faces()
    for page in LIKELY:
        kiosk.shell.warm(page)
    settle()
    return upkeep


def taps(kiosk: Kiosk, frames: Frames) -> list[float]:
    """From a finger on a tile until the frame that shows it pressed, in milliseconds."""
    at = next(thing for thing in things(kiosk.window) if thing.name == "帮助").seen.center().toPoint()
    device, times = QTest.createTouchDevice(), []
    for _ in range(40):
        run(40)
        began = time.perf_counter()
        QTest.touchEvent(kiosk.window, device).press(0, at, kiosk.window).commit()
        times.append(until_frame(frames, began))
        QTest.touchEvent(kiosk.window, device).move(0, at - QPoint(0, 400), kiosk.window).commit()
        QTest.touchEvent(kiosk.window, device).release(0, at - QPoint(0, 400), kiosk.window).commit()
    return times


def page_changes(kiosk: Kiosk, frames: Frames) -> tuple[list[float], list[float], str]:
    """From asking for a page until its first frame, and this thread's work for it, in milliseconds; the longest page.

    Each page once before, as a day's visitors do.
    """
    taken: list[float] = []
    worked: dict[float, str] = {}
    for round_number in range(4):
        for page, key in EVERY_PAGE:
            kiosk.shell.press("home")
            run(300)
            began, worked_before = time.perf_counter(), time.thread_time()
            kiosk.shell.openPage(page, key, 0)
            took = until_frame(frames, began)
            if round_number:
                taken.append(took)
                worked[(time.thread_time() - worked_before) * 1000] = page
    return taken, list(worked), worked[max(worked)]


def flick(kiosk: Kiosk, frames: Frames) -> list[float]:
    """Work of the frames while the list of all persons runs, in milliseconds."""
    kiosk.shell.openPage("staff", "people", 0)
    run(500)
    view = next(
        item for item in below(kiosk.window.contentItem()) if item.inherits("QQuickListView") and item.isVisible()
    )
    frames.work.clear()
    for step in range(240):
        view.setProperty("contentY", 400.0 + step * 60)
        run(8)
    return list(frames.work)


class Errors:
    """Counts what goes wrong while a block runs: what Qt warns of, and exceptions in what Qt calls."""

    def __init__(self) -> None:
        """Nothing went wrong yet."""
        self.told: list[str] = []

    def __enter__(self) -> Self:
        """Listen."""
        self._qt = qInstallMessageHandler(self._hear)
        self._python, sys.excepthook = sys.excepthook, lambda kind, error, _: self.told.append(f"{kind}: {error}")
        return self

    def __exit__(self, *_: object) -> None:
        """Listen no more, and show what was heard."""
        qInstallMessageHandler(self._qt)
        sys.excepthook = self._python
        for told in dict.fromkeys(self.told):
            print(told, file=sys.stderr)

    def _hear(self, kind: QtMsgType, _: object, text: str | None) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            self.told.append(text or "")


def monkey(upkeep: Upkeep) -> None:
    """Random touches, two fingers and long presses among them: nothing may break and memory may not grow."""
    kiosk = upkeep.kiosk
    see_everything(upkeep)
    chance, device = random.Random(20261123), QTest.createTouchDevice()
    before = 0.0
    dead_ends = 0
    began = time.monotonic()
    with Errors() as errors:
        for number in range(TOUCHES):
            if number == WARM:
                # Both times at home: an open page has a size of its own.
                hand_back(upkeep)
                before = private_mb()
                kiosk.visit.touched()
            poke(kiosk, chance, device)
            if number % 20 == 0:
                run(0)
            if number % HOMEWARD == 0:
                dead_ends += 0 if gets_home(kiosk, device) else 1
                hand_back(upkeep)
                kiosk.visit.touched()
        lively = hand_back(upkeep)
        grown = private_mb() - before
    tell(f"kiosk: memory growth over {TOUCHES - WARM} random touches", grown, "MB", 5.0)
    tell("kiosk: errors during the monkey", len(errors.told), "", 0.0)
    tell("kiosk: dead ends, from which the home button does not lead home", dead_ends, "", 0.0)
    tell("kiosk: answers after the monkey", 1.0 if lively else 0.0, "", 1.0, at_least=True)
    tell("kiosk: random touches a second", TOUCHES / (time.monotonic() - began), "1/s", 50.0, at_least=True)


def see_everything(upkeep: Upkeep) -> None:
    """Every screen of every page in both sizes and languages, the keyboard and the website once: a kiosk's first day.

    What is loaded at its first use stays for good; chance might leave some of it until after the count begins.
    """
    kiosk, device = upkeep.kiosk, QTest.createTouchDevice()
    for buttons in ((), ("larger",), ("language",), ("larger", "language")):
        kiosk.visit.touched()
        for button in buttons:
            kiosk.shell.press(button)
        for page, key in EVERY_PAGE:
            kiosk.shell.openPage(page, key, 0)
            run(60)
            turn_to_the_end(kiosk, device)
        kiosk.visit.leave()
    kiosk.visit.touched()
    kiosk.shell.openPage("web", "", 0)
    run(1500)
    kiosk.shell.openPage("search", "", 0)
    run(1500)
    for name in ("写汉字", "Z", "H", "空格"):
        touch(kiosk, device, next(thing for thing in things(kiosk.window) if thing.name == name))
        run(300)
    hand_back(upkeep)
    kiosk.visit.touched()


def turn_to_the_end(kiosk: Kiosk, device: QPointingDevice) -> None:
    """Turn a page that is longer than the glass, screen by screen."""
    for _ in range(30):
        down = next(
            (thing for thing in things(kiosk.window) if thing.name in {"下一屏", "Down"} and thing.touchable), None
        )
        if down is None:
            return
        touch(kiosk, device, down)
        run(250)


def gets_home(kiosk: Kiosk, device: QPointingDevice) -> bool:
    """Whether touches on the home button lead home from here: one, or two where something lies over the page."""
    for _ in range(2):
        home = next((thing for thing in things(kiosk.window) if thing.name in {"首页", "Home"}), None)
        if home is not None:
            touch(kiosk, device, home)
        run(50)
        if kiosk.shell.property("length") == 1 and not kiosk.service.property("sheet"):
            return True
    return False


def touch(kiosk: Kiosk, device: QPointingDevice, thing: Thing) -> None:
    """Touch the middle of what can be seen of a thing, and let go."""
    at = thing.seen.center().toPoint()
    QTest.touchEvent(kiosk.window, device).press(0, at, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, device).release(0, at, kiosk.window).commit()


def poke(kiosk: Kiosk, chance: random.Random, device: QPointingDevice) -> None:
    """One touch somewhere; one in twenty with a second finger, one in twenty held."""
    at, other = (QPoint(chance.randrange(SIZE[0]), chance.randrange(SIZE[1])) for _ in range(2))
    two, held = chance.random() < 0.05, chance.random() < 0.05
    down = QTest.touchEvent(kiosk.window, device).press(0, at, kiosk.window)
    (down.press(1, other, kiosk.window) if two else down).commit()
    if held:
        run(5)
    up = QTest.touchEvent(kiosk.window, device).release(0, at, kiosk.window)
    (up.release(1, other, kiosk.window) if two else up).commit()


def hand_back(upkeep: Upkeep) -> bool:
    """Whether home still answers after the visit, when the kiosk has tidied up as it does within a second."""
    upkeep.kiosk.visit.leave()
    run(300)
    upkeep.tick()
    run(50)
    return any(thing.name == "找处室、找人、找事项、找房间" for thing in things(upkeep.kiosk.window))


def until_frame(frames: Frames, began: float) -> float:
    """Milliseconds from `began` until the next frame was handed over."""
    while frames.last <= began and time.perf_counter() - began < 1:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
    return (frames.last - began) * 1000


def run(milliseconds: int) -> None:
    """Let events run for a while, and go what is to be deleted."""
    ends = time.perf_counter() + milliseconds / 1000
    while True:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.perf_counter() >= ends:
            return


def below(parent: QQuickItem) -> list[QQuickItem]:
    """Every item below another."""
    return [item for child in parent.childItems() for item in (child, *below(child))]


def private_mb() -> float:
    """Memory that is this process's alone, in MB.

    Files that are looked into (fonts, libraries) count for nothing: how much of them lies in memory is for the other
    programs to say.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("RssAnon:", "RssShmem:"))) / 1000


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20)[-1]


def tell(name: str, value: float, unit: str, limit: float, *, at_least: bool = False) -> None:
    """Print one figure."""
    holds = value >= limit if at_least else value <= limit
    line = {"name": name, "value": round(value, 2), "unit": unit, "limit": limit, "holds": holds}
    print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main())
