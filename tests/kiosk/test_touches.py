"""A finger's rules: acts on release, sliding off cancels, the waking touch presses nothing."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from tests.kiosk.conftest import FakeClock
from tests.kiosk.hand import Hand


def here(kiosk: Kiosk) -> str:
    return kiosk.shell.way.here.page


def test_a_touch_acts_on_release(hand: Hand, kiosk: Kiosk) -> None:
    at = hand.find("工作职责").seen.center()
    hand.press(at)
    assert here(kiosk) == "home"
    hand.release(at)
    assert here(kiosk) == "offices"


def test_sliding_off_cancels(hand: Hand, kiosk: Kiosk) -> None:
    at = hand.find("帮助").seen.center()
    hand.press(at)
    hand.move(at + QPointF(0, -300))
    hand.release(at + QPointF(0, -300))
    assert here(kiosk) == "home"


def test_the_touch_that_wakes_the_screen_presses_nothing(hand: Hand, kiosk: Kiosk, clock: FakeClock) -> None:
    at = hand.find("工作职责").seen.center()
    clock.now = 10_000
    kiosk.tick()
    assert kiosk.visit.session.stage == "attract"
    hand.tap(at)
    assert (kiosk.visit.session.stage, here(kiosk)) == ("awake", "home")
    hand.tap(at)
    assert here(kiosk) == "offices"


def test_a_visit_that_ends_leaves_nothing_behind(hand: Hand, kiosk: Kiosk, clock: FakeClock) -> None:
    for name in ("大字", "高对比", "放低", "English"):
        hand.touch(name)
    hand.touch("Find offices, people, rooms")
    hand.type("zhf")
    clock.now = 80
    kiosk.tick()
    assert kiosk.visit.session.stage == "resting"
    assert hand.sees("今日要闻")
    assert not any(kiosk.visit.chose(choice) for choice in ("large", "highContrast", "lowReach", "english"))
    hand.touch("找处室、找人、找事项、找房间")
    assert hand.sees("还没有输入")


def test_while_staff_wipe_the_glass_nothing_answers(hand: Hand, kiosk: Kiosk, clock: FakeClock) -> None:
    hand.touch("大字")
    hand.touch("帮助")
    kiosk.visit.clean()
    QTest.qWait(20)
    assert {"正在清洁屏幕", "还有 30 秒"} <= set(hand.names())
    hand.tap(hand.find("正在清洁屏幕").seen.center())
    hand.tap(hand.find("帮助").seen.center())
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    clock.now = 12.5
    kiosk.tick()
    QTest.qWait(20)
    assert hand.sees("还有 18 秒")
    assert here(kiosk) == "home"
    clock.now = 30
    kiosk.tick()
    QTest.qWait(20)
    assert not hand.sees("正在清洁屏幕")
    assert not kiosk.visit.chose("large")
    hand.touch("工作职责")
    assert here(kiosk) == "offices"


def test_the_warning_counts_down_and_one_large_button_goes_on(hand: Hand, kiosk: Kiosk, clock: FakeClock) -> None:
    hand.touch("帮助")
    clock.now = 65
    kiosk.tick()
    QTest.qWait(1)
    assert hand.sees("15 秒后回到开头，您查过的内容不会留下。")
    assert hand.find("继续").seen.height() >= 150
    hand.touch("继续")
    assert (kiosk.visit.session.stage, here(kiosk)) == ("awake", "help")


def test_who_says_so_on_the_warning_has_left(hand: Hand, kiosk: Kiosk, clock: FakeClock) -> None:
    hand.touch("工作职责")
    hand.touch("大字")
    clock.now = 65
    kiosk.tick()
    QTest.qWait(20)
    hand.touch("我用完了")
    assert (kiosk.visit.session.stage, here(kiosk)) == ("resting", "home")
    assert not kiosk.visit.chose("large")


def test_a_touch_on_the_warning_presses_nothing_behind_it(hand: Hand, kiosk: Kiosk, clock: FakeClock) -> None:
    hand.touch("工作职责")
    at = hand.find("会计处").seen.center()
    clock.now = 65
    kiosk.tick()
    QTest.qWait(20)
    hand.press(at)
    assert kiosk.visit.session.stage == "warning"
    hand.release(at)
    assert (kiosk.visit.session.stage, here(kiosk)) == ("awake", "offices")


def test_any_key_answers_the_warning_and_tab_chooses_among_its_buttons(kiosk: Kiosk, clock: FakeClock) -> None:
    clock.now = 65
    kiosk.tick()
    QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
    QTest.qWait(20)
    assert kiosk.visit.session.stage == "warning"
    QTest.keyClick(kiosk.window, Qt.Key.Key_Shift)
    QTest.qWait(20)
    assert kiosk.visit.session.stage == "awake"


def test_keys_reach_and_choose_what_fingers_do(kiosk: Kiosk) -> None:
    for _ in range(40):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
        focused = kiosk.window.activeFocusItem()
        if focused.property("name") == "工作职责":
            break
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    assert here(kiosk) == "offices"


def test_a_key_that_something_lies_on_keeps_no_visit_going(hand: Hand, kiosk: Kiosk, clock: FakeClock) -> None:
    hand.touch("工作职责")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    for seconds, stage in ((59, "awake"), (61, "warning"), (79, "warning"), (81, "resting"), (200, "attract")):
        clock.now = seconds
        kiosk.tick()
        QCoreApplication.sendEvent(kiosk.window, held)
        QTest.qWait(5)
        assert kiosk.visit.session.stage == stage


def test_a_window_that_may_not_close_stays(kiosk: Kiosk) -> None:
    kiosk.touches.may_close = False
    kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.touches.may_close = True


def test_the_menu_key_opens_nothing(kiosk: Kiosk) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier)
    assert kiosk.touches.eventFilter(kiosk.window, event)
