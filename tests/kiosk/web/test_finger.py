"""What a page learns of a finger: taps, however late they come; never a long press."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.web.finger import HOLD_MS, FingerTip

AT = QPoint(50, 60)


class Page(QQuickItem):
    """Notes what it is told of touches."""

    def __init__(self, window: QQuickWindow) -> None:
        """As large as its window."""
        super().__init__(window.contentItem())
        self.setSize(window.size())
        self.setAcceptTouchEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.AllButtons)
        self.told: list[str] = []

    def touchEvent(self, event: QTouchEvent) -> None:  # noqa: N802 - Qt's name
        """Qt asks for it."""
        cancelled = event.type() == QEvent.Type.TouchCancel
        self.told += ["Cancelled"] if cancelled else [point.state().name for point in event.points()]
        event.accept()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    window = QQuickWindow()
    window.resize(200, 200)
    window.show()
    qtbot.waitExposed(window)
    yield Page(window)
    window.close()


@pytest.fixture
def finger(page: Page) -> FingerTip:
    window = page.window()
    assert window is not None
    return FingerTip(window)


def test_a_short_touch_is_a_tap(page: Page, finger: FingerTip) -> None:
    finger.feel("down", AT, 1000)
    finger.feel("up", AT, 1080)
    assert page.told == ["Pressed", "Released"]


def test_a_finger_held_is_nothing_to_the_page(page: Page, finger: FingerTip, qtbot: QtBot) -> None:
    finger.feel("down", AT, 1000)
    qtbot.wait(HOLD_MS + 100)
    finger.feel("up", AT, 1000 + HOLD_MS + 100)
    assert page.told == ["Pressed", "Cancelled"]


def test_a_short_touch_that_comes_late_is_a_tap_all_the_same(page: Page, finger: FingerTip, qtbot: QtBot) -> None:
    finger.feel("down", AT, 1000)
    qtbot.wait(HOLD_MS + 100)
    finger.feel("up", AT, 1080)
    assert page.told == ["Pressed", "Cancelled", "Pressed", "Released"]


def test_a_touch_taken_away_late_is_no_tap(page: Page, finger: FingerTip, qtbot: QtBot) -> None:
    finger.feel("down", AT, 1000)
    qtbot.wait(HOLD_MS + 100)
    finger.feel("up", QPoint(-1, -1), 0)
    assert page.told == ["Pressed", "Cancelled"]
