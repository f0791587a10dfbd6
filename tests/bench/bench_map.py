"""The plan under fingers: work of a frame while a floor of 450 rooms is moved, stretched and walked over, 1080x1920."""

import os
import sys
import tempfile
from dataclasses import replace
from math import sin
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from data.building.labels import labelled
from data.records import Floor, KioskPlace, Record, Room
from data.records.building import Door, Unit
from kiosk.app import Kiosk, application
from tests.bench.bench_glass import Frames, below, opened, p95, run, tell
from tests.helpers.houses import box, door, unit
from tests.kiosk.department import OFFICES, department

BLOCKS, ROOMS_A_ROW = 9, 25
"""Corridors with rooms on both sides, one above the other: 450 rooms."""
FRAMES = 150
FRAME_LIMIT_MS = 16.7


def main() -> int:
    """Measure all, print the figures."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        kiosk = opened(Path(folder), records()).kiosk
        frames = Frames(kiosk)
        kiosk.shell.openPage("map", "512", 0)
        run(400)
        named = f"a floor of {2 * BLOCKS * ROOMS_A_ROW} rooms"
        figure("map: work a frame, the way walking, p95", walking(kiosk, frames))
        finger = Fingers(kiosk)
        figure(f"map: work a frame, stretching {named}, p95", finger.stretch(frames))
        figure(f"map: work a frame, moving {named}, p95", finger.move(frames))
        tell(f"map: {named} painted anew, worst", repainted(finger.plan, frames), "ms", 100.0)
        kiosk.close()
    return 0


def figure(name: str, work: list[float]) -> None:
    """The frame that 95 of 100 do not exceed; `against` is how many there were."""
    tell(f"{name} of {len(work)}", p95(work), "ms", FRAME_LIMIT_MS)


class Fingers:
    """One or two fingers on the plan that is shown."""

    def __init__(self, kiosk: Kiosk) -> None:
        """Lay them on its middle."""
        self.window = kiosk.window
        items = below(kiosk.window.contentItem())
        self.plan = next(item for item in items if item.metaObject().className() == "FloorPlan")
        self.middle = self.plan.mapToScene(QPointF(self.plan.width() / 2, self.plan.height() / 2)).toPoint()
        self.device = QTest.createTouchDevice()

    def stretch(self, frames: Frames) -> list[float]:
        """Two fingers move apart, frame by frame, and let go."""
        frames.work.clear()
        ends = (QPoint(), QPoint())
        for step in range(FRAMES):
            reach = QPoint(40 + step * 2, 0)
            ends = self.middle - reach, self.middle + reach
            touch = QTest.touchEvent(self.window, self.device)
            for finger, end in enumerate(ends):
                touch.move(finger, end, self.window) if step else touch.press(finger, end, self.window)
            touch.commit()
            run(8)
        lifted = QTest.touchEvent(self.window, self.device)
        lifted.release(0, ends[0], self.window).release(1, ends[1], self.window).commit()
        run(300)
        return list(frames.work)

    def move(self, frames: Frames) -> list[float]:
        """One finger moves the enlarged plan to and fro, as far as the glass is wide, and lets go."""
        frames.work.clear()
        QTest.touchEvent(self.window, self.device).press(0, self.middle, self.window).commit()
        at = self.middle
        for step in range(FRAMES):
            at = self.middle + QPoint(round(300 * sin(step / 12)), round(120 * sin(step / 19)))
            QTest.touchEvent(self.window, self.device).move(0, at, self.window).commit()
            run(8)
        QTest.touchEvent(self.window, self.device).release(0, at, self.window).commit()
        run(300)
        return list(frames.work)


def walking(kiosk: Kiosk, frames: Frames) -> list[float]:
    """Work of the frames while the way walks itself."""
    frames.work.clear()
    run(5000)
    return list(frames.work)


def repainted(plan: QQuickItem, frames: Frames) -> float:
    """The longest frame in which the whole floor is painted anew."""
    frames.work.clear()
    for number in range(12):
        plan.setProperty("target", f"f1-{number}")
        run(60)
    return max(frames.work)


def records() -> list[Record]:
    """The small department in a house of two large floors."""
    kept = [one for one in department() if not isinstance(one, Floor | Room)]
    floors = [floor(1), floor(5)]
    used = [key for key, _, _, _ in OFFICES]
    numbers = [drawn.number for one in floors for drawn in one.units if drawn.number]
    rooms = [Room(number, office=used[place % len(used)]) for place, number in enumerate(numbers)]
    return [*kept, *floors, *rooms]


def floor(level: int) -> Floor:
    """A floor of corridors with rooms of 4 by 6 metres on both sides."""
    units: list[Unit] = []
    doors: list[Door] = []
    for block in range(BLOCKS):
        top = block * 14.4
        units.append(unit(f"f{level}-hall{block}", "walkway", box(0, top + 6, ROOMS_A_ROW * 4, top + 8.4)))
        for place in range(2 * ROOMS_A_ROW):
            left, upper = place // 2 * 4.0, place % 2 == 0
            low = top if upper else top + 8.4
            number = f"{level}{block * 2 * ROOMS_A_ROW + place + 1:02d}"
            key = f"f{level}-12" if number.endswith("512") else f"f{level}-{number}"
            units.append(unit(key, "office", box(left, low, left + 4, low + 6), number=number))
            doors.append(door(f"d{number}", left + 2, top + (6 if upper else 8.4)))
    kiosks = (KioskPlace("lobby", (21.0, 10.0)),) if level == 1 else ()
    outline = (box(0, 0, ROOMS_A_ROW * 4, BLOCKS * 14.4),)
    drawn = Floor(f"f{level}", f"{level} 楼", level - 1, str(level), "", "main", outline, tuple(units), tuple(doors))
    return labelled(replace(drawn, kiosks=kiosks))


if __name__ == "__main__":
    sys.exit(main())
