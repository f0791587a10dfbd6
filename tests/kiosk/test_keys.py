"""The glass by keys alone: everything is reached, in sight and in order; sheets keep the keys and give them back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk, build
from kiosk.glass import cut, things
from kiosk.settings import Settings
from kiosk.snapshot import lead
from kiosk.viewmodels.way import Stop
from tests.kiosk.conftest import FakeClock
from tests.kiosk.department import NOW, department
from tests.kiosk.edition import URGENT, rotation, write_edition
from tests.kiosk.hand import Hand

SETTLE_MS = 12
TURNING = {"上一屏", "下一屏", "向上移", "向下移", "向左移", "向右移"}
"""Buttons that come and go with the place."""
MOST = 120
"""More things than any page of the small department has."""
KEYS = {
    "tab": Qt.Key.Key_Tab,
    "before": Qt.Key.Key_Backtab,
    "enter": Qt.Key.Key_Return,
    "escape": Qt.Key.Key_Escape,
    "down": Qt.Key.Key_Down,
    "up": Qt.Key.Key_Up,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
}


def press(kiosk: Kiosk, *keys: str) -> None:
    for key in keys:
        QTest.keyClick(kiosk.window, KEYS[key])
        QTest.qWait(SETTLE_MS)


def at(kiosk: Kiosk) -> str:
    """The name of what the keys are on, empty where they are on nothing."""
    item: QQuickItem | None = kiosk.window.activeFocusItem()
    return str(item.property("name") or "") if item else ""


def go_to(kiosk: Kiosk, name: str) -> None:
    for _ in range(MOST):
        if at(kiosk) == name:
            return
        press(kiosk, "tab")
    raise AssertionError(f"the keys never reach {name!r}")


def in_sight(kiosk: Kiosk) -> bool:
    """Whether all of what the keys are on can be seen."""
    item = kiosk.window.activeFocusItem()
    place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    glass = QRectF(0, 0, kiosk.window.width(), kiosk.window.height())
    return bool(cut(place, item) == place and glass.contains(place))


def round_of(kiosk: Kiosk, key: str) -> list[str]:
    """The names of all that the keys go through until they come back to where they are; each must be in sight."""
    begun = kiosk.window.activeFocusItem()
    names = []
    for _ in range(MOST):
        assert in_sight(kiosk), at(kiosk)
        names.append(at(kiosk))
        press(kiosk, key)
        if kiosk.window.activeFocusItem() == begun:
            return names
    raise AssertionError("the keys do not come round")


@pytest.mark.parametrize("page", ["offices", "office/law", "power/XK-001", "steps/XK-001", "map/512", "portal"])
@pytest.mark.parametrize(("size", "buttons"), [((1080, 1920), ("larger",)), ((1920, 1080), ())], ids=["large", "wide"])
def test_everything_is_reached_in_sight_and_in_order(
    kiosk: Kiosk, page: str, size: tuple[int, int], buttons: tuple[str, ...]
) -> None:
    kiosk.window.resize(*size)
    for button in buttons:
        kiosk.shell.press(button)
    lead(kiosk, (Stop(*page.split("/")),))
    press(kiosk, "tab")
    go_to(kiosk, "English")
    press(kiosk, "tab")
    forward, backward = ([name for name in round_of(kiosk, key) if name not in TURNING] for key in ("tab", "before"))
    assert forward[-1] == "English"
    assert backward == [forward[0], *reversed(forward[1:])]
    wanted = {thing.name for thing in things(kiosk.window) if thing.touchable and thing.whole}
    assert wanted - set(forward) <= TURNING


def test_where_a_list_shows_what_it_offers_the_list_comes_first(kiosk: Kiosk) -> None:
    kiosk.window.resize(1920, 1080)
    lead(kiosk, (Stop("offices"),))
    press(kiosk, "tab")
    names = round_of(kiosk, "tab")
    assert names.index("财政干部教育中心") < names.index("怎么走")
    assert at(kiosk) == "A–Z"


def test_a_page_begins_with_its_first_thing_and_is_found_again_as_it_was(kiosk: Kiosk) -> None:
    press(kiosk, "tab")
    go_to(kiosk, "工作职责")
    press(kiosk, "enter")
    assert at(kiosk) == "A–Z"
    go_to(kiosk, "机关党委")
    press(kiosk, "enter")
    assert kiosk.shell.way.here == Stop("office", "party")
    press(kiosk, "escape")
    assert at(kiosk) == "机关党委"
    press(kiosk, "escape")
    assert at(kiosk) == "工作职责"


def test_the_sheet_of_a_code_keeps_the_keys_and_gives_them_back(kiosk: Kiosk, hand: Hand) -> None:
    lead(kiosk, (Stop("office", "law"),))
    press(kiosk, "tab")
    go_to(kiosk, "扫码带走联系方式")
    press(kiosk, "enter")
    assert at(kiosk) == "关闭"
    assert round_of(kiosk, "tab") == ["关闭", "返回", "首页", "帮助", "大字", "高对比", "放低", "English"]
    press(kiosk, "escape")
    assert not hand.sees("关闭")
    assert (kiosk.shell.way.here.page, at(kiosk)) == ("office", "扫码带走联系方式")


def test_a_steps_card_takes_the_keys_and_gives_them_back_to_the_chart(kiosk: Kiosk) -> None:
    lead(kiosk, (Stop("power", "XK-001"), Stop("steps", "XK-001"), Stop("chart", "XK-001")))
    press(kiosk, "tab")
    go_to(kiosk, "第 4 步 审查 （7 个工作日）")
    press(kiosk, "enter")
    assert at(kiosk) == "政府采购监督管理处"
    go_to(kiosk, "回到流程图")
    press(kiosk, "escape")
    assert (kiosk.shell.way.here.page, at(kiosk)) == ("chart", "第 4 步 审查 （7 个工作日）")
    press(kiosk, "escape")
    assert (kiosk.shell.way.here.page, at(kiosk)) == ("steps", "看流程图")


def test_the_warning_is_answered_by_keys_and_nothing_behind_it(kiosk: Kiosk, hand: Hand, clock: FakeClock) -> None:
    lead(kiosk, (Stop("office", "law"),))
    press(kiosk, "tab")
    go_to(kiosk, "扫码带走联系方式")
    for stage, keys in (("awake", ("enter",)), ("resting", ("tab", "enter"))):
        clock.now += 65
        kiosk.tick()
        QTest.qWait(SETTLE_MS)
        assert at(kiosk) == "继续"
        press(kiosk, *keys)
        assert kiosk.visit.session.stage == stage
        assert not hand.sees("关闭")
    assert at(kiosk) == ""


def test_an_urgent_notice_is_read_and_folded_by_keys(qapp: QGuiApplication, tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "urgent", department(), shown=rotation(notices=(URGENT,)))
    kiosk = build(Settings(tmp_path, motion=False, edition=folder), lambda: NOW)
    kiosk.window.show()
    kiosk.visit.touched()
    press(kiosk, "tab")
    assert len(round_of(kiosk, "tab")) == 1
    assert at(kiosk) == "知道了"
    press(kiosk, "escape")
    assert Hand(kiosk).sees("工作职责")
    assert at(kiosk) == "找处室、找人、找事项、找房间"
    press(kiosk, "before")
    assert at(kiosk) == URGENT.text
    assert in_sight(kiosk)
    press(kiosk, "enter")
    assert at(kiosk) == "知道了"
    kiosk.close()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=str)
def test_the_bars_switches_keep_the_keys(kiosk: Kiosk, size: tuple[int, int]) -> None:
    kiosk.window.resize(*size)
    kiosk.shell.tell_voices(frozenset({"en"}))
    lead(kiosk, (Stop("offices"),))
    press(kiosk, "tab")
    switches = {"大字": "大字", "高对比": "高对比", "放低": "放低", "English": "中文", "Larger": "Larger"}
    for name, then in switches.items():
        go_to(kiosk, name)
        press(kiosk, "enter")
        assert at(kiosk) == then
        assert in_sight(kiosk)


def test_what_is_gone_once_chosen_leaves_the_keys_beside_it(kiosk: Kiosk) -> None:
    lead(kiosk, (Stop("office", "law"),))
    press(kiosk, "tab")
    go_to(kiosk, "没帮助")
    press(kiosk, "enter", "tab")
    assert at(kiosk) == "看不明白"


def test_arrows_go_where_they_point(kiosk: Kiosk) -> None:
    press(kiosk, "tab")
    go_to(kiosk, "工作职责")
    for key, name in (("right", "干部分工"), ("down", "处室分布"), ("left", "工作流程"), ("up", "工作职责")):
        press(kiosk, key)
        assert at(kiosk) == name


def test_letters_of_ones_own_keyboard_are_typed(kiosk: Kiosk, hand: Hand) -> None:
    hand.touch("找处室、找人、找事项、找房间")
    for letter in "ZHFGX":
        QTest.keyClick(kiosk.window, Qt.Key(ord(letter)))
    QTest.keyClick(kiosk.window, Qt.Key.Key_Backspace)
    assert hand.awaits("已输入：zhfg")
    press(kiosk, "tab")
    QTest.keyClick(kiosk.window, Qt.Key.Key_C)
    assert hand.awaits("已输入：zhfgc")
    go_to(kiosk, "综合法规处")
    press(kiosk, "enter")
    assert kiosk.shell.way.here == Stop("office", "law")


def test_escape_is_a_sign_of_life(kiosk: Kiosk, clock: FakeClock) -> None:
    lead(kiosk, (Stop("offices"), Stop("office", "law")))
    clock.now += 50
    press(kiosk, "escape")
    clock.now += 50
    kiosk.tick()
    assert kiosk.visit.session.stage == "awake"
