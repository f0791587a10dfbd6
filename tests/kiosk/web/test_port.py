"""What the browser makes of a page that did not come, and of one that strays, as tables."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.origins import AllowList, origin
from kiosk.web import port as port_module
from kiosk.web.messages import Arrived, Failed, FromBrowser, Refused, Shown
from kiosk.web.port import WebPort

CONNECTION, CERTIFICATE, PROTOCOL, STATUS = 2, 3, 4, 7
HOME = "https://a.cn/"


def test_the_numbers_are_the_engines() -> None:
    """Without loading the engine the program cannot ask for them; here we can."""
    from PySide6.QtWebEngineCore import QWebEngineLoadingInfo

    domains = QWebEngineLoadingInfo.ErrorDomain
    assert domains.CertificateErrorDomain.value == port_module.CERTIFICATE
    assert domains.HttpStatusCodeDomain.value == port_module.STATUS


@pytest.fixture
def told() -> list[FromBrowser]:
    return []


@pytest.fixture
def port(qapp: QGuiApplication, told: list[FromBrowser]) -> WebPort:
    return WebPort(AllowList((origin("https://a.cn"),)), told.append)


@pytest.mark.parametrize(
    ("domain", "code", "blank", "why"),
    [
        (CONNECTION, -102, True, "network"),
        (CONNECTION, -105, True, "network"),
        (CERTIFICATE, -202, True, "certificate"),
        (PROTOCOL, -324, True, "network"),
        (STATUS, 503, False, "server"),
        (STATUS, 404, True, "missing"),
        (STATUS, 403, True, "missing"),
        (STATUS, 401, True, "missing"),
        (STATUS, 404, False, None),
        (CONNECTION, -3, True, None),
        (CONNECTION, -20, True, None),
    ],
)
def test_a_page_that_did_not_come_is_told_with_its_reason(
    port: WebPort, told: list[FromBrowser], domain: int, code: int, *, blank: bool, why: str | None
) -> None:
    port.fail(f"{HOME}x", domain, code, blank)
    assert told == ([Failed(f"{HOME}x", why)] if why else [])


@pytest.mark.parametrize("code", [401, 407])
@pytest.mark.parametrize("blank", [True, False])
def test_a_page_behind_a_dialog_for_a_password_is_told_as_such(
    port: WebPort, told: list[FromBrowser], code: int, blank: bool
) -> None:
    port.lock(f"{HOME}inside")
    port.fail(f"{HOME}inside#part", STATUS, code, blank)
    assert told == [Refused("password", "https://a.cn"), Failed(f"{HOME}inside#part", "password")]
    port.fail(f"{HOME}other", STATUS, code, False)
    assert len(told) == 2


def test_a_page_that_strays_is_led_back_to_where_the_visit_began(
    port: WebPort, told: list[FromBrowser], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(port.goWanted) as gone:
        port.go(HOME)
    assert gone.args == [HOME]
    with qtbot.waitSignal(port.goWanted) as led:
        port.arrived("about:blank")
    assert led.args == [HOME]
    assert told == [Refused("navigation", "about")]


def test_a_page_that_answers_no_question_is_ended_and_the_first_page_follows(
    port: WebPort, told: list[FromBrowser], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(port_module, "BEAT_S", 0.0)
    asked, hung = [], []
    port.beatWanted.connect(lambda: asked.append(port))
    port.hungFound.connect(lambda: hung.append(port))
    port.go(HOME)
    for _ in range(port_module.HUNG_BEATS * 2):
        port.listen()
    assert asked == [], "before there is a page nobody is asked"
    port.come(HOME)
    for _ in range(port_module.HUNG_BEATS):
        port.listen()
    port.beat()
    for _ in range(port_module.HUNG_BEATS):
        port.listen()
    assert (len(asked), hung) == (port_module.HUNG_BEATS * 2, [])
    port.listen()
    assert len(hung) == 1
    with qtbot.waitSignal(port.goWanted) as led:
        port.died()
    assert led.args == [HOME]
    with qtbot.waitSignal(port.againWanted):
        port.died()
    assert told[0] == Arrived(HOME)


def test_questions_that_come_all_at_once_count_as_one(port: WebPort) -> None:
    hung = []
    port.hungFound.connect(lambda: hung.append(port))
    port.come(HOME)
    for _ in range(port_module.HUNG_BEATS * 3):
        port.listen()
    assert hung == []


def test_an_address_without_end_is_told_in_part_and_never_asked_for_again(
    port: WebPort, told: list[FromBrowser]
) -> None:
    port.go(HOME)
    endless = HOME + "x" * 1_000_000
    port.show(endless, "甲", False, False)
    port.fail(endless, CONNECTION, -102, True)
    shown, failed = told
    assert isinstance(shown, Shown)
    assert (len(shown.url), failed) == (port_module.MOST_ADDRESS, Failed(HOME, "network"))
