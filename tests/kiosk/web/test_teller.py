"""What the browser says arrives whole, however little the kiosk listens; of what must wait, the last of a kind."""

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.web.messages import FROM_BROWSER, Alive, FromBrowser, Lines, Picture, Refused, Shown, read
from kiosk.web.teller import Teller

Ends = tuple[Teller, socket.socket]


@pytest.fixture
def ends(qapp: QCoreApplication) -> Iterator[Ends]:
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    with ours, theirs:
        yield Teller(ours), theirs


def heard(theirs: socket.socket) -> list[FromBrowser]:
    """Everything until nothing more comes."""
    lines, found = Lines(), []
    for _ in range(200):
        try:
            found += [read(line, FROM_BROWSER) for line in lines.fed(theirs.recv(1 << 16))]
        except BlockingIOError:
            QCoreApplication.processEvents()
    return found


def test_what_is_said_arrives_in_its_order(ends: Ends) -> None:
    teller, theirs = ends
    said: list[FromBrowser] = [
        Alive(1),
        Picture(3, 4, 12),
        Shown("https://a.cn/", "甲", can_go_back=False, loading=True),
        Alive(2),
    ]
    for message in said:
        teller.tell(message)
    assert heard(theirs) == said


def test_a_page_that_makes_noise_keeps_no_picture_and_no_address_from_the_kiosk(ends: Ends) -> None:
    teller, theirs = ends
    for number in range(20_000):
        teller.tell(Refused("part", f"http://{number}.cn"))
    teller.tell(Picture(3, 4, 12))
    for title in ("first", "last"):
        teller.tell(Shown("x" * 2000, title, can_go_back=False, loading=False))
    told = heard(theirs)
    assert told[-3:] == [
        Refused("part", "http://19999.cn"),
        Picture(3, 4, 12),
        Shown("x" * 2000, "last", can_go_back=False, loading=False),
    ]
    assert 0 < len(told) < 20_000


def test_a_kiosk_that_is_gone_is_no_fault(ends: Ends) -> None:
    teller, theirs = ends
    theirs.close()
    teller.tell(Alive(1))
    teller.tell(Alive(1))
