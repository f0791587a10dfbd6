"""A machine whose clock cannot be right tells nobody what is today or tomorrow, and shows no hour."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import Kiosk, build
from kiosk.settings import Settings
from tests.kiosk.conftest import FakeClock
from tests.kiosk.department import NOW
from tests.kiosk.hand import Hand

WRONG = [datetime(1970, 1, 1, 3, 33, tzinfo=UTC), NOW + timedelta(days=46), datetime(2099, 1, 1, 3, 33, tzinfo=UTC)]
"""A flat battery, content nobody renewed for weeks, a slip of the hand in the machine's setup."""


@pytest.fixture(params=WRONG, ids=lambda wrong: f"{wrong:%Y}")
def astray(request: pytest.FixtureRequest, qapp: QGuiApplication, home: Path, clock: FakeClock) -> Iterator[Kiosk]:
    made = build(Settings(home, motion=False), lambda: request.param, clock=clock)
    made.window.show()
    yield made
    made.close()


def told(kiosk: Kiosk) -> list[str]:
    QTest.qWait(40)
    return Hand(kiosk).names()


def test_home_and_the_resting_screen_promise_no_day(astray: Kiosk) -> None:
    for woken in (False, True):
        if woken:
            astray.visit.touched()
        names = told(astray)
        assert not [name for name in names if any(word in name for word in ("今日", "明日", "昨日", "开放", ":33"))]
    assert "第 42 期 · 11月23日 8:40 发布" in names


def test_the_hall_and_the_news_promise_no_day(astray: Kiosk) -> None:
    astray.visit.touched()
    astray.shell.openPage("hall", "", 0)
    assert "下次开放，请电话询问" in told(astray)
    astray.shell.press("home")
    astray.shell.openPage("bulletin", "", 0)
    names = told(astray)
    assert "往日要闻" in names
    assert "今日" not in names
    assert "全省财政工作会议部署2027年预算编制" in names
