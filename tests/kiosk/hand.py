"""A visitor's hand: finds things by the name a blind person would hear, and touches them as a finger does."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.glass import Thing, things

FRAME_MS = 25
"""Long enough for what a touch changed to be laid out and painted."""


class Hand:
    """Touches one kiosk."""

    def __init__(self, kiosk: Kiosk) -> None:
        """One finger."""
        self.kiosk = kiosk
        self.touches = 0
        self._device: QPointingDevice = QTest.createTouchDevice()

    def sees(self, name: str) -> bool:
        """Whether something of this name is in sight."""
        return any(thing.name == name and not thing.seen.isEmpty() for thing in things(self.kiosk.window))

    def awaits(self, name: str, within_ms: int = 5000) -> bool:
        """Whether something of this name is in sight, or comes into it: a busy machine may be late."""
        for _ in range(within_ms // FRAME_MS):
            if self.sees(name):
                return True
            QTest.qWait(FRAME_MS)
        return self.sees(name)

    def names(self) -> list[str]:
        """The names of everything in sight."""
        return [thing.name for thing in things(self.kiosk.window) if not thing.seen.isEmpty()]

    def find(self, name: str, role: QAccessible.Role | None = None) -> Thing:
        """The thing of this name that is in sight; AssertionError lists what there is instead."""
        found = [
            thing
            for thing in things(self.kiosk.window)
            if thing.name == name and not thing.seen.isEmpty() and (role is None or thing.role is role)
        ]
        assert found, f"nothing is named {name!r} here, but: {', '.join(self.names())}"
        return next((thing for thing in found if thing.touchable), found[0])

    def touch(self, name: str) -> None:
        """Touch the middle of what can be seen of a thing, and let go."""
        thing = self.find(name)
        assert thing.touchable, f"{name!r} is there, but cannot be chosen"
        self.tap(thing.seen.center())

    def tap(self, at: QPointF) -> None:
        """Touch a place and let go."""
        self.press(at)
        self.release(at)
        self.touches += 1

    def press(self, at: QPointF) -> None:
        """Put the finger down."""
        QTest.touchEvent(self.kiosk.window, self._device).press(0, at.toPoint(), self.kiosk.window).commit()

    def move(self, at: QPointF) -> None:
        """Slide the finger."""
        QTest.touchEvent(self.kiosk.window, self._device).move(0, at.toPoint(), self.kiosk.window).commit()

    def release(self, at: QPointF) -> None:
        """Lift the finger."""
        QTest.touchEvent(self.kiosk.window, self._device).release(0, at.toPoint(), self.kiosk.window).commit()
        QTest.qWait(FRAME_MS)

    def type(self, letters: str) -> None:
        """Type on the kiosk's own keypad."""
        for letter in letters:
            self.touch(letter.upper())

    def hint(self, name: str) -> str:
        """What a thing says about itself besides its name."""
        return self.find(name).description

    def pinch(self, middle: QPointF, near: float, far: float) -> None:
        """Put two fingers on either side of a place and move them apart, from `near` pixels of it to `far`."""
        window, steps = self.kiosk.window, 10
        for step in range(steps + 1):
            reach = QPointF(near + (far - near) * step / steps, 0)
            ends = (middle - reach).toPoint(), (middle + reach).toPoint()
            touch = QTest.touchEvent(window, self._device)
            for finger, end in enumerate(ends):
                touch.move(finger, end, window) if step else touch.press(finger, end, window)
            touch.commit()
            QTest.qWait(FRAME_MS)
        lifted = QTest.touchEvent(window, self._device)
        for finger, end in enumerate(ends):
            lifted.release(finger, end, window)
        lifted.commit()
        QTest.qWait(FRAME_MS)
