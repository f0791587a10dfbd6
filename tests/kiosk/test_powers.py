"""Powers on the glass: many categories, where a matter is handled, days on which the hall is not as usual."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMetaObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from data.edition.reader import Edition
from data.records import Category, Hall, HallDay, Material, Power, Step, Window
from data.search.query import search
from kiosk.app import Kiosk, build
from kiosk.audit import MODES, Mode, faults
from kiosk.settings import Settings
from kiosk.viewmodels.found import said_of
from kiosk.viewmodels.hall import hall_facts
from kiosk.viewmodels.powers import power_facts
from kiosk.viewmodels.search import by_kind
from kiosk.viewmodels.steps import steps_facts
from kiosk.viewmodels.view import View
from tests.kiosk.department import NOW, department
from tests.kiosk.edition import write_edition
from tests.kiosk.hand import Hand
from tests.kiosk.test_feedback import inherits, items_in

ENDLESS = "涉及国家安全和重大公共利益需要由省级财政部门会同有关部门联合办理的其他行政权力事项"
NAMES = (ENDLESS, *(f"第{number}类行政权力" for number in range(1, 16)))
SIZES = pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])


@pytest.fixture(scope="module")
def crowded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small department with sixteen more categories, one of an endless name, and a hall that is often closed."""
    categories = [Category(f"c{n}", name, explanation=f"说明{n}。", position=9 + n) for n, name in enumerate(NAMES)]
    powers = [Power(f"C-{n}", f"事项{n}", f"c{n % len(NAMES)}", "accounting") for n in range(40)]
    closed = [HallDay(date(2026, 12, 1) + timedelta(days=n), open=False, reason="装修") for n in range(8)]
    single = [HallDay(date(2027, 1, day), open=bool(day % 2), reason=f"原因{day}") for day in (4, 5, 6, 7)]
    hall = Hall(
        "审批大厅",
        room="101",
        weekdays=(2, 4),
        hours="9:00–16:00",
        telephone="024-0000 3000（示例）",
        windows=(
            Window("1", "综合受理", ("H-1",), "024-0000 3009（示例）"),
            Window("东区综合2-5", ENDLESS, ("P-1",), "024-0000 3010、024-0000 3011（示例）"),
        ),
        exceptions=(*single, *closed, HallDay(date(2026, 11, 2), open=False)),
    )
    papers = tuple(
        Material(f"第{number}份专职人员劳动合同及社会保险缴纳证明", "复印件", notes="须在有效期内")
        for number in range(20)
    )
    window = (
        Step(1, "受理", link="申请与受理以前的各个环节", actor="大厅窗口", office="accounting", result=ENDLESS),
        Step(2, "审查", actor="会计处", office="accounting"),
    )
    more = [
        Power("H-1", "在大厅办的事项", "c1", "accounting", in_hall=True, steps=window),
        Power("O-1", "在处室办的事项", "c1", "accounting", materials=(Material("申请表", "原件", copies="2"),)),
        Power("P-2", "材料很多的事项", "c1", "accounting", place="省政务服务中心", materials=papers),
        Power("P-1", "在别处办的事项", "c1", "accounting", place="省政务服务中心", steps=window),
        Power("N-1", "没有处室的事项", "c1", "", steps=(Step(1, "受理"),)),
    ]
    others = [record for record in department() if not isinstance(record, Hall)]
    return write_edition(tmp_path_factory.mktemp("crowded") / "000042", [*others, *categories, *powers, hall, *more])


@pytest.fixture
def kiosk(qapp: QGuiApplication, tmp_path: Path, crowded_folder: Path) -> Iterator[Kiosk]:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "current").symlink_to(crowded_folder)
    made = build(Settings(tmp_path, motion=False), lambda: NOW, clock=lambda: 0.0)
    made.window.show()
    made.visit.touched()
    QTest.qWait(1)
    yield made
    made.close()


@pytest.fixture
def view(crowded_folder: Path) -> Iterator[View]:
    edition = Edition(crowded_folder)
    yield View(edition, NOW, ZoneInfo("Asia/Shanghai"))
    edition.close()


def waits_for(hand: Hand, name: str) -> bool:
    """Whether something comes in sight and stays where it is, on a busy machine after a while."""
    before = None
    for _ in range(200):
        now = hand.find(name).place if hand.sees(name) else None
        if now is not None and now == before:
            return True
        before = now
        QTest.qWait(25)
        hand.kiosk.window.grabWindow()
    return False


def test_categories_that_leave_no_room_for_the_list_are_asked_for(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.press("larger")
    kiosk.shell.openPage("powers", "", 0)
    assert waits_for(hand, "经审查，准许您从事某项活动。"), "the list is there, its headings say what they mean"
    assert not hand.sees("第9类行政权力 2")
    hand.touch("按类别找")
    assert waits_for(hand, "第9类行政权力 2")
    assert not hand.sees("经审查，准许您从事某项活动。")
    hand.touch("第9类行政权力 2")
    assert waits_for(hand, "说明9。")
    assert hand.sees("事项9")
    hand.touch("按类别找")
    hand.touch("按类别找")
    assert waits_for(hand, "事项9"), "the list is where it was"


def test_where_there_is_room_the_categories_stand_above_the_list(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("powers", "", 0)
    assert waits_for(hand, "第9类行政权力 2")
    assert not hand.sees("按类别找")
    assert hand.sees("会计从业资格的审批")


@pytest.mark.parametrize("larger", [False, True])
def test_a_category_of_an_endless_name_stays_on_its_page(kiosk: Kiosk, hand: Hand, larger: bool) -> None:
    if larger:
        kiosk.shell.press("larger")
    kiosk.shell.openPage("powers", "", 0)
    if larger:
        assert waits_for(hand, "按类别找")
        hand.touch("按类别找")
    assert waits_for(hand, f"{ENDLESS} 3")
    chip = hand.find(f"{ENDLESS} 3").place
    assert chip.left() >= hand.find("工作流程").place.left() - 1
    assert chip.right() <= 1080


def test_a_matter_without_a_place_of_its_own_is_at_its_window_or_its_office(view: View) -> None:
    hall, office = power_facts(view, "H-1"), power_facts(view, "O-1")
    assert hall is not None
    assert office is not None
    assert (hall.room, hall.place, hall.telephone) == ("101", "审批大厅", "024-0000 3009（示例）")
    assert (office.room, office.place, office.drawn) == ("305", "会计处", True)
    assert office.telephone.startswith("024-")


def test_a_matter_handled_elsewhere_is_not_sent_to_a_room_of_ours(view: View) -> None:
    facts = power_facts(view, "P-1")
    assert facts is not None
    assert (facts.room, facts.place, facts.telephone) == ("", "省政务服务中心", "")


def test_nobody_leaves_a_matters_page_without_knowing_where_to_ask(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("power", "N-1", 0)
    assert waits_for(hand, "没有登记房间和电话，请到一楼咨询台询问。")


def test_a_bare_number_of_copies_gets_its_measure(view: View) -> None:
    chinese, english = power_facts(view, "O-1"), power_facts(replace(view, english=True), "O-1")
    assert chinese is not None
    assert english is not None
    assert [chinese.materials[0].detail, english.materials[0].detail] == ["原件 · 2 份", "original · 2 copies"]
    assert "申请表（原件 2 份）" in chinese.takeAlong[0]


def test_what_is_to_be_observed_does_not_make_a_checklist_longer_by_codes(view: View) -> None:
    facts = power_facts(view, "P-2")
    assert facts is not None
    assert facts.materials[0].notes == "须在有效期内"
    assert len(facts.takeAlong) == 3
    assert "\n1. 第0份专职人员劳动合同及社会保险缴纳证明（复印件）\n" in facts.takeAlong[0]


@SIZES
def test_a_long_checklist_is_scanned_code_by_code(kiosk: Kiosk, hand: Hand, size: tuple[int, int]) -> None:
    kiosk.window.resize(*size)
    kiosk.shell.openPage("power", "P-2", 0)
    assert waits_for(hand, "扫码带走材料清单")
    hand.touch("扫码带走材料清单")
    assert waits_for(hand, "第 1 个码，共 3 个")
    first = kiosk.window.grabWindow()
    hand.touch("下一个码")
    hand.touch("下一个码")
    assert hand.sees("第 3 个码，共 3 个")
    assert not hand.find("下一个码").touchable
    assert kiosk.window.grabWindow() != first
    hand.touch("关闭")
    assert not hand.sees("第 3 个码，共 3 个")


def test_in_large_letters_on_low_glass_a_code_stays_large_and_the_bar_free(kiosk: Kiosk, hand: Hand) -> None:
    for button in ("larger", "lower", "language"):
        kiosk.shell.press(button)
    kiosk.shell.openPage("power", "P-2", 0)
    assert waits_for(hand, "Up")
    code = next(item for item in items_in(kiosk.window.contentItem()) if inherits(item, "TakeAlong"))
    QMetaObject.invokeMethod(code, "choose")
    assert waits_for(hand, "Close")
    assert hand.find("Close").place.bottom() < hand.find("Back").place.top()
    code = next(item for item in items_in(kiosk.window.contentItem()) if inherits(item, "QrCode"))
    assert code.width() >= 400


def test_days_in_a_row_of_one_reason_are_one_line_and_the_next_come_first(view: View) -> None:
    facts = hall_facts(view)
    assert facts is not None
    assert [(one.day[5:], one.until[5:], one.open) for one in facts.exceptions] == [
        ("12-01", "12-08", False),
        ("01-04", "01-04", False),
        ("01-05", "01-05", True),
        ("01-06", "01-06", False),
        ("01-07", "01-07", True),
    ]


def test_windows_are_not_pushed_away_by_many_special_days(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("hall", "", 0)
    assert waits_for(hand, "12月1日 星期二至12月8日 星期二 不开放 装修")
    assert not hand.sees("1月7日 星期四 开放 原因7")
    hand.touch("看全部特殊日期（5 条）")
    assert waits_for(hand, "1月7日 星期四 开放 原因7")
    kiosk.shell.press("language")
    assert waits_for(hand, "Tuesday, 1 Dec to Tuesday, 8 Dec · Closed · 装修")


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: str(mode.name))
@pytest.mark.parametrize(("page", "key"), [("hall", ""), ("steps", "H-1")])
def test_the_audit_finds_nothing_where_everything_is_long(kiosk: Kiosk, mode: Mode, page: str, key: str) -> None:
    kiosk.window.resize(*mode.size)
    for button in mode.buttons:
        kiosk.shell.press(button)
    kiosk.shell.openPage(page, key, 0)
    QTest.qWait(60)
    assert list(faults(kiosk, low="lower" in mode.buttons)) == []


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: str(mode.name))
def test_the_audit_finds_nothing_where_the_categories_are_chosen(kiosk: Kiosk, hand: Hand, mode: Mode) -> None:
    kiosk.window.resize(*mode.size)
    for button in mode.buttons:
        kiosk.shell.press(button)
    kiosk.shell.openPage("powers", "", 0)
    QTest.qWait(60)
    asked = "By category" if "language" in mode.buttons else "按类别找"
    if hand.sees(asked) and hand.find(asked).touchable:
        hand.touch(asked)
        QTest.qWait(60)
    assert list(faults(kiosk, low="lower" in mode.buttons)) == []


def test_a_step_found_by_what_it_mentions_still_says_whose_it_is(view: View) -> None:
    names = {power.name for power in view.edition.records(Power)}
    found = by_kind(search(view.edition.connection, "受理"), lambda hit: said_of(view, hit, "受理"))
    steps = [row for row in found if row.section == "step" and row.title == "材料是否齐全"]
    assert len({row.detail for row in steps}) == len(steps) > 0
    assert all(row.detail.split(" · ")[0] in names and row.detail.endswith("…受理") for row in steps)


def test_who_acts_at_a_window_is_met_in_the_hall_not_in_their_office(view: View) -> None:
    inside, outside = steps_facts(view, "H-1"), steps_facts(view, "P-1")
    assert inside is not None
    assert outside is not None
    assert [(step.actor, step.office, step.room) for step in inside.steps] == [
        ("大厅窗口", "accounting", "101"),
        ("会计处", "accounting", "305"),
    ]
    assert [step.room for step in outside.steps] == ["305", "305"], "its window is in another house"
