"""The service menu: staff get in by a held gesture and a PIN, nobody else does, and the end of a visit closes it."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from data.journal import Journal
from kiosk.app import Kiosk, build
from kiosk.pin import Pin
from kiosk.settings import Settings
from kiosk.upkeep import Upkeep
from kiosk.viewmodels.service import Ending
from tests.kiosk.conftest import FakeClock
from tests.kiosk.department import NOW
from tests.kiosk.hand import Hand

PIN, WRONG = "274951", "274952"
SEAL = QPointF(20, 90)
HELD_MS = 6000
"""Five seconds, and as much as Qt's coarse timers and a busy machine add."""
LAMPS = {"signs": [{"name": "大厅", "reason": ""}, {"name": "二楼", "reason": "没有应答"}]}


@pytest.fixture
def kiosk(qapp: QGuiApplication, home: Path, clock: FakeClock) -> Iterator[Kiosk]:
    """A kiosk with a PIN and two signs, that somebody has just woken."""
    Pin(home, clock).keep(PIN)
    (home / "health").mkdir()
    (home / "health" / "ledsign.json").write_text(json.dumps(LAMPS), encoding="utf-8")
    made = build(Settings(home, motion=False), lambda: NOW, (1080, 1920), clock)
    made.window.show()
    made.visit.touched()
    yield made
    made.close()


@pytest.fixture
def hand(kiosk: Kiosk) -> Hand:
    return Hand(kiosk)


def enter(hand: Hand, digits: str) -> None:
    hand.kiosk.service.ask()
    QTest.qWait(50)
    for digit in digits:
        hand.touch(digit)
    hand.touch("确定")


def test_the_gesture_is_held_not_tapped(kiosk: Kiosk, hand: Hand) -> None:
    for _ in range(8):
        hand.tap(SEAL)
    hand.press(SEAL)
    QTest.qWait(HELD_MS // 3)
    hand.release(SEAL)
    assert kiosk.service.property("sheet") == ""
    hand.press(SEAL)
    QTest.qWait(HELD_MS)
    hand.release(SEAL)
    assert kiosk.service.property("sheet") == "pin"
    assert hand.sees("工作人员")


def test_nothing_tells_a_visitor_of_the_gesture(hand: Hand) -> None:
    assert not [name for name in hand.names() if "服务" in name and "菜单" in name]


def test_the_right_pin_opens_the_menu(kiosk: Kiosk, hand: Hand) -> None:
    enter(hand, PIN)
    assert kiosk.service.property("sheet") == "menu"
    assert hand.sees("服务菜单")
    assert kiosk.service.property("typed") == 0


def test_a_wrong_pin_says_how_many_tries_are_left(kiosk: Kiosk, hand: Hand) -> None:
    enter(hand, WRONG)
    assert kiosk.service.property("sheet") == "pin"
    assert hand.sees("密码不对，还可以试 4 次。")


def test_five_wrong_ones_lock_and_the_lock_runs_out(kiosk: Kiosk, hand: Hand, clock: FakeClock) -> None:
    for _ in range(5):
        enter(hand, WRONG)
    assert hand.sees("输错太多次，60 秒后可以再试。")
    kiosk.service.type("2")
    assert kiosk.service.property("typed") == 0
    clock.now += 20
    kiosk.service.tick()
    QTest.qWait(30)
    assert hand.sees("输错太多次，40 秒后可以再试。")
    clock.now += 40
    kiosk.service.tick()
    QTest.qWait(30)
    enter(hand, PIN)
    assert kiosk.service.property("sheet") == "menu"


def test_leaving_the_keys_gives_no_new_tries(kiosk: Kiosk, hand: Hand) -> None:
    for _ in range(5):
        enter(hand, WRONG)
        kiosk.service.close()
    kiosk.service.ask()
    assert kiosk.service.property("lockedSeconds") == 60


def test_without_a_pin_the_gesture_says_how_to_set_one(kiosk: Kiosk, hand: Hand, home: Path) -> None:
    (home / "service" / "pin.json").unlink()
    kiosk.service.ask()
    QTest.qWait(50)
    assert any("kiosk pin" in name for name in hand.names())
    kiosk.service.type("1")
    kiosk.service.enter()
    assert kiosk.service.property("sheet") == "pin"


def test_nothing_of_the_menu_answers_before_the_pin(kiosk: Kiosk) -> None:
    endings: list[int] = []
    kiosk.service.ended.connect(endings.append)
    for action in ("touch", "pattern", "clean", "restart", "leave", "sure", "back"):
        kiosk.service.choose(action)
        assert kiosk.service.property("sheet") == ""
        kiosk.service.ask()
        kiosk.service.choose(action)
        assert kiosk.service.property("sheet") == "pin"
        kiosk.service.close()
    assert endings == []


def test_the_menu_tells_of_content_network_signs_and_versions(kiosk: Kiosk, hand: Hand) -> None:
    enter(hand, PIN)
    kiosk.window.grabWindow()
    names = " ".join(hand.names())
    assert "第 42 期" in names
    assert "没有应答" in names
    facts = kiosk.service.property("facts")
    assert facts is not None
    assert (facts.property("edition"), facts.property("screen")) == (42, "1080 × 1920")


def test_the_touch_test_turns_green_where_it_was_touched(kiosk: Kiosk, hand: Hand) -> None:
    enter(hand, PIN)
    hand.touch("触摸测试")
    assert hand.sees("左上角：还没有点")
    width, height = kiosk.window.width(), kiosk.window.height()
    for at in (QPointF(9, 9), QPointF(width - 9, 9), QPointF(9, height - 9)):
        hand.tap(at)
    assert hand.sees("四角 3/4 · 直线 0/36")
    hand.tap(QPointF(width - 9, height - 9))
    start, end = QPointF(130, 130), QPointF(width - 130, height - 130)
    hand.press(start)
    for step in range(101):
        hand.move(start + (end - start) * step / 100)
        # Moves within one frame become one.
        QTest.qWait(20)
    hand.release(end)
    assert hand.sees("四角 4/4 · 直线 36/36")
    assert hand.sees("全部正常。")
    hand.touch("返回菜单")
    assert kiosk.service.property("sheet") == "menu"


def test_the_sign_is_asked_for_its_pattern(kiosk: Kiosk, hand: Hand, home: Path) -> None:
    enter(hand, PIN)
    hand.touch("显示屏测试图案")
    asked = json.loads((home / "requests" / "sign-pattern.json").read_text(encoding="utf-8"))
    assert (datetime.fromisoformat(asked["time"]), asked["seconds"]) == (NOW.replace(microsecond=0), 30)
    assert kiosk.service.property("pattern") == "asked"


def test_a_pattern_that_cannot_be_asked_for_says_so(kiosk: Kiosk, hand: Hand, home: Path) -> None:
    (home / "requests").write_text("in the way", encoding="utf-8")
    enter(hand, PIN)
    hand.touch("显示屏测试图案")
    assert kiosk.service.property("pattern") == "failed"
    assert kiosk.service.property("sheet") == "menu"


def test_cleaning_closes_the_menu_and_rests_the_glass(kiosk: Kiosk, hand: Hand) -> None:
    enter(hand, PIN)
    hand.touch("清洁屏幕")
    QTest.qWait(50)
    assert kiosk.service.property("sheet") == ""
    assert hand.sees("正在清洁屏幕")


@pytest.mark.parametrize(
    ("tile", "button", "ending"),
    [("重新启动查询程序", "重新启动", Ending.AGAIN), ("退出查询程序", "退出", Ending.LEFT)],
)
def test_the_program_ends_after_a_second_question(
    kiosk: Kiosk, hand: Hand, tile: str, button: str, ending: Ending
) -> None:
    endings: list[int] = []
    kiosk.service.ended.connect(endings.append)
    enter(hand, PIN)
    hand.touch(tile)
    QTest.qWait(50)
    hand.touch("取消")
    assert (kiosk.service.property("sheet"), endings) == ("menu", [])
    hand.touch(tile)
    QTest.qWait(50)
    hand.touch(button)
    assert endings == [ending]


@pytest.mark.parametrize("sheet", ["pin", "menu", "touch", "sure"])
def test_the_end_of_a_visit_closes_it(kiosk: Kiosk, hand: Hand, clock: FakeClock, sheet: str) -> None:
    kiosk.service.look(sheet)
    QTest.qWait(50)
    clock.now += 200
    kiosk.visit.tick()
    QTest.qWait(50)
    assert kiosk.service.property("sheet") == ""
    assert hand.sees("政务公开查询")


@pytest.mark.parametrize(
    ("sheet", "button", "then"),
    [
        ("touch", "back", "menu"),
        ("sure", "back", "menu"),
        ("menu", "back", ""),
        ("sure", "home", ""),
        ("pin", "home", ""),
    ],
)
def test_the_bar_leads_out(kiosk: Kiosk, sheet: str, button: str, then: str) -> None:
    kiosk.service.look(sheet)
    assert kiosk.service.press(button)
    assert kiosk.service.property("sheet") == then


def test_the_journal_tells_who_tried_and_never_the_digits(kiosk: Kiosk, hand: Hand, home: Path) -> None:
    journal = Journal(home / "journal", "kiosk")
    Upkeep(kiosk).keep(journal)
    for _ in range(5):
        enter(hand, WRONG)
    journal.close()
    text = "".join(file.read_text(encoding="utf-8") for file in (home / "journal").glob("*.jsonl"))
    told = [entry["what"] for entry in map(json.loads, text.splitlines()) if entry["kind"] == "service"]
    assert told == ["asked", "wrong", "wrong", "wrong", "wrong", "locked"]
    assert WRONG not in text
