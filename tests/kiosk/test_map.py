"""The map page under a visitor's hands: the way walks itself, the plan comes nearer, every place can be asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk, build
from kiosk.glass import things
from kiosk.settings import Settings
from tests.kiosk.department import NOW, offices, people, powers, the_rest
from tests.kiosk.edition import write_edition
from tests.kiosk.hand import FRAME_MS, Hand
from tests.kiosk.house import building

TO_512 = ("工作职责", "综合法规处", "怎么走")


@pytest.fixture
def lively(qapp: QGuiApplication, home: Path) -> Iterator[Hand]:
    """A hand before a kiosk on which things move."""
    made = build(Settings(home, motion=True), lambda: NOW)
    made.window.show()
    made.visit.touched()
    yield Hand(made)
    made.close()


def painted(kiosk: Kiosk) -> QQuickItem:
    """The painting of the floor that is shown."""
    (found,) = [one for one in _below(kiosk.window.contentItem()) if one.metaObject().className() == "FloorPlan"]
    return found


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _below(child)


def wait_for(hand: Hand, name: str, seconds: float = 8) -> bool:
    for _ in range(int(seconds * 1000 / FRAME_MS)):
        if hand.sees(name):
            return True
        QTest.qWait(FRAME_MS)
    return False


def test_the_way_walks_itself_floor_by_floor_once_and_can_be_walked_again(lively: Hand) -> None:
    for name in TO_512:
        lively.touch(name)
    assert wait_for(lively, "1 楼平面图，您在这一层")
    assert lively.sees("暂停")
    assert wait_for(lively, "5 楼平面图")
    assert wait_for(lively, "走一遍", 12)
    assert lively.sees("5 楼平面图")
    lively.touch("走一遍")
    assert wait_for(lively, "1 楼平面图，您在这一层")


def test_what_moves_can_be_stopped_and_stays_where_it_is(lively: Hand) -> None:
    for name in TO_512:
        lively.touch(name)
    assert wait_for(lively, "暂停")
    lively.touch("暂停")
    assert wait_for(lively, "走一遍")
    QTest.qWait(1500)
    assert lively.sees("1 楼平面图，您在这一层")


def test_a_leg_chosen_by_hand_shows_its_floor(hand: Hand) -> None:
    for name in TO_512:
        hand.touch(name)
    assert hand.sees("5 楼平面图")
    hand.touch("1. 从这里出发，向前 12 米")
    assert hand.sees("1 楼平面图，您在这一层")
    hand.touch("4. 右手边 512 室即是")
    assert hand.sees("5 楼平面图")


def test_floors_say_what_they_have_to_do_with_the_way(hand: Hand) -> None:
    for name in TO_512:
        hand.touch(name)
    hints = {name: hand.hint(name) for name in ("1 楼", "2 楼", "5 楼")}
    assert hints == {"1 楼": "您在这里", "2 楼": "", "5 楼": "要去的楼层"}


def test_buttons_bring_the_plan_nearer_and_back(hand: Hand, kiosk: Kiosk) -> None:
    for name in TO_512:
        hand.touch(name)
    scale = painted(kiosk).property("zoom")
    hand.touch("放大")
    hand.touch("放大")
    assert painted(kiosk).property("zoom") > 2.5 * scale
    hand.touch("缩小")
    hand.touch("我在哪")
    assert hand.sees("1 楼平面图，您在这一层")
    assert painted(kiosk).property("zoom") > scale, "one stays as near as one was"
    hand.touch("全图")
    assert painted(kiosk).property("zoom") == scale


def test_a_finger_moves_the_enlarged_plan_and_two_stretch_it(hand: Hand, kiosk: Kiosk) -> None:
    for name in (*TO_512, "放大", "放大"):
        hand.touch(name)
    before = painted(kiosk).property("middle")
    middle = hand.find("5 楼平面图").seen.center()
    hand.press(middle)
    for step in range(1, 8):
        hand.move(middle + QPointF(step * 20, 0))
        QTest.qWait(FRAME_MS)
    hand.release(middle + QPointF(140, 0))
    assert painted(kiosk).property("middle").x() < before.x() - 0.5
    zoom = painted(kiosk).property("zoom")
    hand.pinch(middle, 30, 110)
    assert painted(kiosk).property("zoom") > 1.3 * zoom


def test_any_place_on_the_plan_can_be_asked_for_a_lift_too(hand: Hand, kiosk: Kiosk) -> None:
    hand.touch("处室分布")
    plan = painted(kiosk)
    at = plan.pixel([19.5, 14.0])  # type: ignore[attr-defined] # the lift of the small department
    hand.tap(plan.mapToScene(at))
    assert hand.sees("电梯")
    assert hand.sees("1 楼 · 图上红色的就是")


def test_a_room_that_nobody_listed_is_found_by_its_drawing(hand: Hand, kiosk: Kiosk) -> None:
    kiosk.shell.openPage("map", "f3-lift", 0)
    QTest.qWait(FRAME_MS)
    assert hand.sees("3 楼 · 图上红色的就是")
    assert hand.sees("3 楼平面图")


@pytest.fixture(params=[(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def high(qapp: QGuiApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Hand]:
    """A hand before a kiosk of a house of twenty floors."""
    records = [*offices(), *people(), *powers(), *building(20), *the_rest()]
    write_edition(tmp_path / "editions" / "current", records)
    made = build(Settings(tmp_path, motion=False), lambda: NOW, request.param)
    made.window.show()
    made.visit.touched()
    yield Hand(made)
    made.close()


def test_the_floors_of_a_high_house_leave_room_for_the_way(high: Hand) -> None:
    """Twenty floors as buttons would fill the page."""
    for name in TO_512:
        high.touch(name)
    seen = {thing.name[:3]: thing.seen.height() for thing in things(high.kiosk.window)}
    assert all(seen[number] > 60 for number in ("1. ", "2. ", "3. "))
