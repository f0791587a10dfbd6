"""Words set large on a wide glass in English, where room is least: none is broken, no button is left over on a line."""

from collections import Counter

import pytest
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from tests.kiosk.hand import FRAME_MS, Hand


@pytest.fixture
def wide(kiosk: Kiosk) -> Hand:
    """A hand before a wide kiosk that speaks English."""
    kiosk.window.resize(1920, 1080)
    kiosk.shell.press("language")
    return Hand(kiosk)


def test_the_name_of_a_page_is_not_broken_for_the_way_beside_it(wide: Hand) -> None:
    wide.kiosk.shell.press("larger")
    wide.kiosk.shell.openPage("powers", "", 0)
    wide.kiosk.shell.openPage("power", "XK-001", 1)
    assert wide.awaits("By category")
    name, way = wide.find("Services"), wide.find("By category")
    assert name.item.property("lineCount") == 1
    assert way.place.top() > name.place.bottom()


def test_floors_are_dealt_out_evenly(wide: Hand) -> None:
    wide.kiosk.shell.openPage("map", "", 0)
    assert wide.awaits("Floor 6")
    QTest.qWait(FRAME_MS)
    lines = Counter(wide.find(f"Floor {number}").place.top() for number in range(1, 7))
    assert len(set(lines.values())) == 1


def test_the_plan_s_buttons_are_dealt_out_evenly(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.window.resize(1080, 1920)
    kiosk.shell.press("language")
    kiosk.shell.press("larger")
    kiosk.shell.openPage("map", "", 0)
    assert hand.awaits("Find me")
    QTest.qWait(FRAME_MS)
    lines = Counter(hand.find(name).place.top() for name in ("Smaller", "Larger", "All", "Find me"))
    assert max(lines.values()) - min(lines.values()) <= 1
