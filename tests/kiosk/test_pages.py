"""Every page loads without a warning in every mode, and says what it is about."""

import pytest
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from tests.kiosk.department import LONG_NAME, LONG_PERSON
from tests.kiosk.hand import Hand

PAGES = [
    ("offices", "", "工作职责"),
    ("office", "law", "综合法规处"),
    ("office", "long", LONG_NAME),
    ("staff", "", "干部分工"),
    ("staff", "people", "单国强"),
    ("groups", "", "政府信息公开领导小组"),
    ("person", "p07", LONG_PERSON),
    ("person", "p08", "周𬀩"),
    ("group", "g1", "政府信息公开领导小组"),
    ("powers", "", "工作流程"),
    ("power", "XK-001", "政府采购代理机构资格的认定"),
    ("steps", "XK-001", "提出申请"),
    ("map", "", "处室分布"),
    ("map", "512", "综合法规处"),
    ("map", "f3", "处室分布"),
    ("hall", "", "审批大厅"),
    ("portal", "", "门户网站"),
    ("catalogue", "", "信息公开"),
    ("entry", "000000-0003", "关于进一步加强和规范行政事业单位国有资产出租出借处置管理有关事项的通知"),
    ("bulletin", "", "今日要闻"),
    ("bulletin", "2026-11-22", "我厅开展会计法宣传周活动（22 日）"),
    ("search", "kj", "会计处"),
    ("help", "", "帮助"),
]


@pytest.mark.parametrize(("page", "key", "name"), PAGES, ids=[f"{page}-{key}" for page, key, _ in PAGES])
def test_a_page_shows_in_every_mode(kiosk: Kiosk, hand: Hand, page: str, key: str, name: str) -> None:
    kiosk.shell.openPage(page, key, 0)
    QTest.qWait(1)
    if (page, key) != ("staff", "people"):
        assert hand.sees(name)
    for button in ("larger", "contrast", "lower", "language"):
        kiosk.shell.press(button)
        QTest.qWait(1)
        assert kiosk.shell.way.here.page == page
    for button in ("language", "lower", "contrast", "larger"):
        kiosk.shell.press(button)
        QTest.qWait(1)
    if (page, key) != ("staff", "people"):
        assert hand.sees(name)


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160), (768, 1366)], ids=str)
def test_a_page_shows_on_other_glass(kiosk: Kiosk, hand: Hand, size: tuple[int, int]) -> None:
    kiosk.window.resize(*size)
    for page, key, name in PAGES:
        kiosk.shell.openPage(page, key, 0)
        QTest.qWait(1)
        if (page, key) != ("staff", "people"):
            assert hand.sees(name)


def test_in_landscape_the_list_stays_on_the_left(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.window.resize(1920, 1080)
    QTest.qWait(1)
    hand.touch("工作职责")
    hand.touch("综合法规处")
    offices, law = hand.find("工作职责").place, hand.find("5 楼 512 室").place
    assert offices.right() < law.left()
    hand.touch("人事处")
    assert hand.sees("5 楼 505 室")
    assert [stop.page for stop in kiosk.shell.way.stops] == ["home", "offices", "office"]


def test_in_landscape_a_list_shows_what_it_offers_first_beside_it(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.window.resize(1920, 1080)
    QTest.qWait(1)
    hand.touch("工作职责")
    assert hand.awaits("3 楼 301 室")
    offices, first = hand.find("工作职责").place, hand.find("3 楼 301 室").place
    assert offices.right() < first.left()
    assert [stop.page for stop in kiosk.shell.way.stops] == ["home", "offices"]
    hand.touch("怎么走")
    assert [stop.page for stop in kiosk.shell.way.stops] == ["home", "offices", "map"]
    hand.touch("返回")
    kiosk.shell.press("language")
    assert hand.awaits("Floor 3, room 301"), hand.names()
    kiosk.window.resize(1080, 1920)
    QTest.qWait(50)
    assert not hand.sees("Floor 3, room 301")


def test_in_landscape_powers_stand_beside_their_categories(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.window.resize(1920, 1080)
    kiosk.shell.openPage("powers", "", 0)
    QTest.qWait(20)
    head, category = hand.find("工作流程").place, hand.find("行政许可").place
    assert head.left() < category.left()
    assert hand.sees("按类别找")


@pytest.mark.parametrize(("page", "key"), [("office", "nowhere"), ("person", "nobody"), ("nothing", "")])
def test_what_is_not_there_stays_shut(kiosk: Kiosk, page: str, key: str) -> None:
    kiosk.shell.openPage(page, key, 0)
    assert kiosk.shell.way.here.page == "home"


def test_a_category_that_is_touched_says_what_it_means(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("powers", "", 0)
    QTest.qWait(1)
    assert not hand.sees("经审查，准许您从事某项活动。")
    hand.touch("行政许可 5")
    QTest.qWait(1)
    assert hand.sees("经审查，准许您从事某项活动。")
