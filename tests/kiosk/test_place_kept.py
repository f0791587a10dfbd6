"""Who changes the language on a page stays where they were on it."""

import pytest
from PySide6.QtCore import QMetaObject
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from kiosk.glass import Thing, things
from kiosk.snapshot import lead, settle
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.view import LinkRow
from kiosk.viewmodels.way import Stop
from tests.kiosk.hand import Hand


def seen(kiosk: Kiosk) -> list[Thing]:
    """What is in sight, from the top."""
    settle(80)
    kiosk.window.grabWindow()
    settle(80)
    found = [thing for thing in things(kiosk.window) if thing.seen.height() > 20 and thing.seen.top() > 170]
    return sorted(found, key=lambda thing: thing.seen.top())


def turn(kiosk: Kiosk) -> None:
    """Turn to the next screen with the button."""
    turner = next(thing for thing in seen(kiosk) if thing.touchable and thing.name == "下一屏")
    QMetaObject.invokeMethod(turner.item, "choose")


def key_at_top(kiosk: Kiosk) -> object:
    return next(thing.item.property("key") for thing in seen(kiosk) if thing.item.property("depth") is not None)


@pytest.mark.parametrize("page", ["offices", "powers"])
def test_the_row_at_the_top_of_a_list_stays_there(kiosk: Kiosk, page: str) -> None:
    kiosk.window.resize(1080, 1200)
    kiosk.shell.openPage(page, "", 0)
    settle(120)
    turn(kiosk)
    kiosk.shell.press("language")
    english = key_at_top(kiosk)
    assert english not in {None, "office", "XK-001"}
    for _ in range(2):
        kiosk.shell.press("language")
        assert key_at_top(kiosk) == english


def test_the_step_one_reads_stays_at_the_top(kiosk: Kiosk) -> None:
    lead(kiosk, (Stop("power", "XK-001"), Stop("steps", "XK-001")))
    turn(kiosk)

    before = tops(kiosk)
    read = min(before, key=lambda number: before[number])
    assert read > 1
    kiosk.shell.press("language")
    assert tops(kiosk)[read] == pytest.approx(before[read], abs=100)


def tops(kiosk: Kiosk) -> dict[int, float]:
    """Where the words of each step's card begin, of those in sight."""
    found: dict[int, float] = {}
    for thing in seen(kiosk):
        number = number_of(thing.item)
        if isinstance(number, int):
            found.setdefault(number, thing.seen.top())
    return found


def number_of(item: QQuickItem) -> object:
    """The number of the step's card that an item lies in."""
    above: QQuickItem | None = item
    while above is not None and (above.property("number") is None or above.property("spine") is None):
        above = above.parentItem()
    return None if above is None else above.property("number")


def test_the_floor_one_looks_at_stays(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("map", "", 0)
    hand.touch("4 楼")
    assert hand.find("4 楼").item.property("shown")
    hand.touch("English")
    assert hand.find("Floor 4").item.property("shown")


def test_another_list_in_its_place_begins_at_its_top(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.window.resize(1080, 1200)
    kiosk.shell.openPage("offices", "", 0)
    turn(kiosk)
    settle(80)
    hand.touch("A–Z")
    assert hand.awaits("B")


def test_rows_are_found_by_their_key() -> None:
    rows = Rows(LinkRow, [LinkRow("office", "a", "甲"), LinkRow("office", "b", "乙", foreign=True)])
    assert [rows.placeOf(key) for key in ("a", "b", "c")] == [0, 1, -1]
    assert [rows.keyAt(place) for place in (0, 1, 2, -1)] == ["a", "b", "", ""]
    assert rows.property("foreign") == pytest.approx(0.5)
    assert Rows(LinkRow).property("foreign") == 0
