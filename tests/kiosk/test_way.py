"""A way of many pages: the latest stay as they are, the oldest goes, and back leads through what is left."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.viewmodels.way import LONGEST
from tests.kiosk.hand import Hand

TURNS = (("office", "law"), ("person", "p05"), ("office", "accounting"), ("person", "p08"), ("map", "305"))
NAMES = {"law": "综合法规处", "p05": "赵婷", "accounting": "会计处", "p08": "周𬀩"}


def pages(kiosk: Kiosk) -> list[QQuickItem]:
    """The pages that are kept, the oldest first; each knows its depth."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [item for item in below(kiosk.window.contentItem()) if is_page(item)]
    return sorted(found, key=lambda item: int(item.property("depth")))


def is_page(item: QQuickItem) -> bool:
    return item.metaObject().indexOfProperty("keyboardWidth") >= 0 and item.metaObject().indexOfProperty("depth") >= 0


def below(parent: QQuickItem) -> list[QQuickItem]:
    return [item for child in parent.childItems() for item in (child, *below(child))]


def walk(kiosk: Kiosk, steps: int) -> None:
    for number in range(steps):
        page, key = TURNS[number % len(TURNS)]
        kiosk.shell.openPage(page, key, int(kiosk.shell.property("length")) - 1)
        QTest.qWait(1)


def test_a_page_more_makes_no_other_anew(kiosk: Kiosk) -> None:
    walk(kiosk, LONGEST - 1)
    before = pages(kiosk)
    assert len(before) == LONGEST
    page, key = TURNS[(LONGEST - 1) % len(TURNS)]
    kiosk.shell.openPage(page, key, LONGEST - 1)
    QTest.qWait(1)
    after = pages(kiosk)
    assert after[:-1] == [before[0], *before[2:]]
    assert [item.property("depth") for item in after] == list(range(LONGEST))
    assert [item.isVisible() for item in after] == [False] * (LONGEST - 1) + [True]


def test_back_leads_through_what_is_left(kiosk: Kiosk, hand: Hand) -> None:
    steps = 3 * LONGEST
    walk(kiosk, steps)
    for number in range(steps - 1, steps - LONGEST, -1):
        page, key = TURNS[number % len(TURNS)]
        assert (kiosk.shell.way.here.page, kiosk.shell.way.here.key) == (page, key)
        assert page == "map" or hand.sees(NAMES[key])
        hand.touch("返回")
        QTest.qWait(1)
    assert kiosk.shell.property("length") == 1
    assert len(pages(kiosk)) == 1


def test_a_touch_on_a_page_that_moved_up_opens_from_its_new_place(kiosk: Kiosk, hand: Hand) -> None:
    walk(kiosk, 2 * LONGEST)
    while kiosk.shell.way.here.page != "office" or kiosk.shell.property("length") == LONGEST:
        hand.touch("返回")
        QTest.qWait(1)
    length = int(kiosk.shell.property("length"))
    hand.touch("怎么走")
    QTest.qWait(1)
    assert kiosk.shell.way.here.page == "map"
    assert kiosk.shell.property("length") == length + 1
