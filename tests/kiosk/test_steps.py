"""How a matter runs, on the glass: cards first, then the chart, to be touched and looked around in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from data.edition.reader import Edition
from data.flows.layout import drawing_of
from data.records import Power, Step, StepKind
from kiosk.app import Kiosk, build
from kiosk.settings import Settings
from kiosk.viewmodels.chart import lines_of
from kiosk.viewmodels.steps import steps_facts
from kiosk.viewmodels.view import View
from tests.kiosk.department import NOW, department, licence
from tests.kiosk.edition import write_edition
from tests.kiosk.hand import Hand

LANES = 6
SAY = "第 4 步 审查 （7 个工作日）"


def many_lanes() -> Power:
    """A matter that six offices handle in turn, seven times over, under a name of 110 characters."""
    steps = tuple(Step(n, f"第{n}次办理", actor=f"第{(n - 1) % LANES + 1}处") for n in range(1, 7 * LANES + 1))
    return Power("QT-6", "跨六个处室办理的事项" * 11, "licence", "office", steps=steps)


@pytest.fixture(scope="module")
def drawn_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small department with its charts drawn, and one of six lanes."""
    powers = [licence(), many_lanes()]
    records = [record for record in department() if not (isinstance(record, Power) and record.key == "XK-001")]
    return write_edition(tmp_path_factory.mktemp("drawn") / "000042", [*records, *powers])


@pytest.fixture
def kiosk(qapp: QGuiApplication, tmp_path: Path, drawn_folder: Path) -> Iterator[Kiosk]:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "current").symlink_to(drawn_folder)
    made = build(Settings(tmp_path, motion=False), lambda: NOW, clock=lambda: 0.0)
    made.window.show()
    made.visit.touched()
    QTest.qWait(1)
    yield made
    made.close()


def chart_of(kiosk: Kiosk) -> QQuickItem:
    """The flow chart in sight."""
    found = [
        item
        for item in kiosk.window.findChildren(QQuickItem)
        if item.isVisible() and item.property("readable") is not None
    ]
    assert len(found) == 1
    return found[0]


def zoom(kiosk: Kiosk) -> float:
    return float(chart_of(kiosk).property("zoom"))


def open_chart(kiosk: Kiosk, hand: Hand, key: str = "XK-001") -> None:
    kiosk.shell.openPage("steps", key, 0)
    QTest.qWait(1)
    hand.touch("看流程图")


def test_the_cards_come_first_and_the_chart_is_one_touch_away(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("steps", "XK-001", 0)
    QTest.qWait(1)
    assert hand.sees("提出申请")
    hand.touch("看流程图")
    assert kiosk.shell.way.here.page == "chart"
    assert hand.sees(SAY)
    assert {"申请人", "审批大厅窗口", "政府采购监督管理处", "分管厅领导"} <= set(hand.names())


def test_a_step_touched_on_the_chart_shows_its_card_with_risks_and_the_way_to_who_acts(
    kiosk: Kiosk, hand: Hand
) -> None:
    open_chart(kiosk, hand)
    hand.touch("第 2 步 材料是否齐全 （当场） 中风险")
    assert not hand.sees("防控：一次性告知书；窗口录音录像")
    hand.touch("中风险 看防控措施")
    assert hand.sees("防控：一次性告知书；窗口录音录像")
    assert hand.sees("责任：窗口负责人")
    hand.touch("齐全 → 4 审查")
    assert hand.sees("文书：审查意见表")
    hand.touch("回到流程图")
    assert not hand.sees("文书：审查意见表")
    hand.touch(SAY)
    hand.touch("政府采购监督管理处")
    assert (kiosk.shell.way.here.page, kiosk.shell.way.here.key) == ("office", "procurement")


def test_buttons_make_the_chart_larger_move_it_and_show_all_of_it(kiosk: Kiosk, hand: Hand) -> None:
    open_chart(kiosk, hand)
    first = zoom(kiosk)
    hand.touch("放大")
    hand.touch("放大")
    larger = zoom(kiosk)
    assert larger > first
    before = hand.find(SAY).place.x()
    hand.touch("向右移")
    assert hand.find(SAY).place.x() < before
    hand.touch("向左移")
    hand.touch("向左移")
    assert hand.sees("第 1 步 提出申请") or hand.sees("申请人")
    hand.touch("全图")
    assert zoom(kiosk) <= first
    assert hand.sees("第 1 步 提出申请")
    assert hand.sees("第 7 步 书面说明理由，告知救济途径")


def test_two_fingers_make_the_chart_larger(kiosk: Kiosk, hand: Hand) -> None:
    open_chart(kiosk, hand)
    first = zoom(kiosk)
    device: QPointingDevice = QTest.createTouchDevice()
    window = kiosk.window
    one, other = QPoint(500, 700), QPoint(600, 700)
    QTest.touchEvent(window, device).press(0, one, window).press(1, other, window).commit()
    for spread in range(20, 220, 20):
        left, right = one - QPoint(spread, 0), other + QPoint(spread, 0)
        QTest.touchEvent(window, device).move(0, left, window).move(1, right, window).commit()
        QTest.qWait(20)  # Qt Quick takes moves of fingers frame by frame
    QTest.touchEvent(window, device).release(0, left, window).release(1, right, window).commit()
    QTest.qWait(25)
    assert zoom(kiosk) > first * 1.2


def test_in_landscape_few_lanes_stand_beside_the_cards_and_many_wait_for_a_touch(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.window.resize(1920, 1080)
    kiosk.shell.openPage("steps", "XK-001", 0)
    QTest.qWait(25)
    card, box = hand.find("提出申请").place, hand.find("第 1 步 提出申请").place
    assert card.right() < box.left()
    hand.touch("第 1 步 提出申请")
    kiosk.shell.openPage("steps", "QT-6", 0)
    QTest.qWait(25)
    assert not hand.sees("第 1 步 第1次办理")
    hand.touch("看流程图")
    assert hand.sees("第 1 步 第1次办理")


def test_six_lanes_open_at_a_size_one_can_read_and_seen_whole_a_touch_comes_nearer(kiosk: Kiosk, hand: Hand) -> None:
    open_chart(kiosk, hand, "QT-6")
    readable = zoom(kiosk)
    assert hand.sees("向右移")
    hand.touch("全图")
    assert zoom(kiosk) < readable
    assert hand.sees("第6处")
    hand.tap(hand.find("第6处").place.center())
    assert zoom(kiosk) == pytest.approx(readable)


def test_every_arrow_is_a_line_and_every_head_points_at_its_box() -> None:
    lines = lines_of(drawing_of(licence()).arrows)
    assert lines.whole.count("M") == lines.heads.count("Z") == 8
    assert drawing_of(licence(), beside=True).arrows[-1].dashed
    assert lines_of(drawing_of(licence(), beside=True).arrows).dashed.count("M") == 3


def test_who_acts_is_found_as_a_person_by_their_post(tmp_path: Path) -> None:
    steps = (Step(1, "审核", StepKind.END, actor="综合法规处处长"),)
    power = Power("P1", "事项", "licence", "law", steps=steps)
    edition = Edition(write_edition(tmp_path / "000042", [*department(), power]))
    view = View(edition, NOW, NOW.tzinfo)  # type: ignore[arg-type] # any zone will do
    facts = steps_facts(view, "P1")
    edition.close()
    assert facts is not None
    assert facts.steps[0].person
    assert facts.steps[0].room == "512"
