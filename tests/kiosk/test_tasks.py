"""What visitors come for, each within the touches it may take."""

import pytest

from kiosk.app import Kiosk
from tests.kiosk.hand import Hand


def test_todays_news_is_one_touch_away(hand: Hand) -> None:
    hand.touch("今日要闻")
    for text in (
        "全省财政工作会议部署2027年预算编制",
        "关于公布政府采购集中目录的通知",
        "我厅开展会计法宣传周活动",
        "省级财政专项资金管理办法公开征求意见",
        "审批大厅本周二、周四照常办理业务",
    ):
        assert hand.sees(text)
    assert hand.touches == 1


def test_the_office_for_an_accounting_licence_within_three(hand: Hand) -> None:
    hand.touch("审批大厅")
    hand.touch("会计从业资格的审批")
    assert hand.sees("会计处")
    assert hand.touches <= 3


def test_the_room_of_an_offices_head_and_the_way_there_within_three(hand: Hand) -> None:
    hand.touch("工作职责")
    hand.touch("综合法规处")
    assert hand.sees("5 楼 512 室")
    assert hand.sees("赵婷")
    hand.touch("怎么走")
    assert hand.sees("3. 出电梯向右，沿走廊 38 米")
    assert hand.touches == 3


@pytest.mark.parametrize(
    "way", [("工作职责", "综合法规处", "赵婷"), ("干部分工", "李慧兰"), ("处室分布",), ("审批大厅",), ("帮助",)]
)
def test_home_is_one_touch_from_anywhere(hand: Hand, kiosk: Kiosk, way: tuple[str, ...]) -> None:
    for name in way:
        hand.touch(name)
    assert kiosk.shell.way.here.page != "home"
    hand.touch("首页")
    assert kiosk.shell.way.here.page == "home"
    assert hand.sees("今日要闻")


def test_back_returns_step_by_step(hand: Hand, kiosk: Kiosk) -> None:
    for name in ("工作职责", "综合法规处", "赵婷"):
        hand.touch(name)
    pages = []
    while kiosk.shell.way.here.page != "home":
        pages.append(kiosk.shell.way.here.page)
        hand.touch("返回")
    assert pages == ["person", "office", "offices"]


def test_a_step_leads_to_the_office_that_acts_and_on_to_its_head(hand: Hand) -> None:
    for name in ("工作流程", "政府采购代理机构资格的认定", "看办理步骤（7 步）", "审批大厅窗口"):
        hand.touch(name)
    assert hand.sees("办公室")
    hand.touch("怎么走")
    assert hand.sees("3 楼 301 室 · 图上红色的就是")


def test_letters_find_as_one_types(hand: Hand) -> None:
    hand.touch("找处室、找人、找事项、找房间")
    hand.type("zhfg")
    assert hand.sees("综合法规处")
    hand.touch("综合法规处")
    assert hand.sees("5 楼 512 室")


def test_a_search_that_finds_nothing_offers_where_to_look(hand: Hand) -> None:
    hand.touch("找处室、找人、找事项、找房间")
    hand.type("qqqqqq")
    assert hand.sees("没有找到“QQQQQQ”")
    hand.touch("从处室名单里找")
    assert hand.sees("综合法规处")


def test_another_room_can_be_chosen_on_the_plan(hand: Hand) -> None:
    hand.touch("处室分布")
    hand.touch("3 楼")
    hand.touch("会计处")
    assert hand.sees("3 楼 305 室 · 图上红色的就是")
