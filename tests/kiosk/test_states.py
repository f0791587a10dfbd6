"""The states between and over the pages come as they are asked for, and the audit judges what lies uppermost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import Kiosk, build
from kiosk.audit import faults
from kiosk.glass import lies_in, things
from kiosk.settings import Settings
from kiosk.states import STATES, TOUCHED, Clock, bring, uppermost
from tests.kiosk.department import NOW
from tests.kiosk.hand import Hand

SETTLE_MS = 80


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def met(qapp: QGuiApplication, home: Path, clock: Clock) -> Iterator[Kiosk]:
    made = build(Settings(home, motion=False), lambda: NOW, clock=clock)
    made.window.show()
    made.visit.touched()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("warning", "您还在吗？"),
        ("code", "关闭"),
        ("keyboard", "空格"),
        ("cleaning", "正在清洁屏幕"),
        ("attract", "轻触屏幕开始查询"),
        ("service-pin", "工作人员"),
        ("service-menu", "服务菜单"),
        ("service-touch", "左上角：还没有点"),
        ("service-sure", "退出查询程序？"),
    ],
)
def test_a_state_comes(met: Kiosk, clock: Clock, state: str, name: str) -> None:
    if STATES[state].page != "home":
        met.shell.openPage(STATES[state].page, "law" if STATES[state].page == "office" else "", 0)
    QTest.qWait(SETTLE_MS)
    bring(met, state, clock)
    assert Hand(met).awaits(name)
    assert (uppermost(met) is not None) == (state in TOUCHED and state != "keyboard")


def test_every_state_is_tried() -> None:
    service = {"service-pin", "service-menu", "service-touch", "service-sure"}
    assert set(TOUCHED) < set(STATES) == {"warning", "code", "keyboard", "cleaning", "attract"} | service


def test_a_fault_of_the_sheet_is_found_and_none_of_what_it_covers(met: Kiosk, clock: Clock) -> None:
    bring(met, "warning", clock)
    QTest.qWait(SETTLE_MS)
    sheet = uppermost(met)
    assert sheet is not None
    assert list(faults(met, low=False)) == []
    words = next(
        thing.item for thing in things(met.window) if thing.name == "您还在吗？" and lies_in(thing.item, sheet)
    )
    heading = next(item for item in words.findChildren(type(words)) if item.property("text") == "您还在吗？")
    heading.setProperty("color", QColor("#E8E4DA"))
    QTest.qWait(SETTLE_MS)
    assert {fault.what for fault in faults(met, low=False)} == {"contrast"}
