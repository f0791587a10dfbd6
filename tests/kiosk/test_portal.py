"""The website's page: its address goes along whatever else there is, on this glass or on a telephone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from data.records import Channel, Record, Site
from kiosk.app import Kiosk, build
from kiosk.origins import AllowList
from kiosk.providers.qr import qr_image
from kiosk.settings import Portal, Settings
from tests.kiosk.department import NOW, department
from tests.kiosk.edition import write_edition
from tests.kiosk.hand import Hand
from tests.kiosk.test_feedback import inherits, items_in

WEBSITE = "https://czt.example.gov.cn/"
CHANNEL = Channel("c1", "财政动态", f"{WEBSITE}1/", "政务信息")

Opened = Callable[..., Kiosk]


@pytest.fixture
def opened(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Opened]:
    """The website's page of an office with these channels; `here` says whether the website shows on this glass."""
    made: list[Kiosk] = []

    def open_page(*channels: Channel, website: str = WEBSITE, here: bool = True) -> Kiosk:
        kept: list[Record] = [record for record in department() if not isinstance(record, Channel | Site)]
        site = next(record for record in department() if isinstance(record, Site))
        folder = write_edition(tmp_path / "edition", [replace(site, website=website), *kept, *channels])
        portal = Portal() if here else Portal(allow=AllowList(()))
        kiosk = build(Settings(tmp_path, motion=False, edition=folder, portal=portal), lambda: NOW)
        kiosk.window.show()
        kiosk.visit.touched()
        kiosk.shell.openPage("portal", "", 0)
        QTest.qWait(60)
        made.append(kiosk)
        return kiosk

    yield open_page
    for kiosk in made:
        kiosk.close()


def codes(kiosk: Kiosk) -> list[str]:
    """What the codes on the glass say."""
    items = items_in(kiosk.window.contentItem())
    return [str(item.property("text")) for item in items if inherits(item, "QrCode") and item.isVisible()]


@pytest.mark.parametrize("channels", [(), (CHANNEL,)], ids=["none", "one"])
def test_the_websites_address_is_taken_along(opened: Opened, channels: tuple[Channel, ...]) -> None:
    kiosk = opened(*channels)
    hand = Hand(kiosk)
    assert not hand.sees("还没有登记网站栏目")
    hand.touch("扫码带走网站地址")
    assert codes(kiosk) == [WEBSITE]
    assert hand.sees("用手机相机或微信扫一扫，在手机上打开网址。")


@pytest.mark.parametrize("channels", [(), (CHANNEL,)], ids=["none", "one"])
def test_where_the_website_does_not_show_its_code_stands_on_the_page(
    opened: Opened, channels: tuple[Channel, ...]
) -> None:
    kiosk = opened(*channels, here=False)
    assert codes(kiosk) == [WEBSITE, *(channel.url for channel in channels)]
    assert not Hand(kiosk).sees("还没有登记网站栏目")


def test_without_any_address_nobody_is_asked_to_scan(opened: Opened) -> None:
    hand = Hand(opened(website=""))
    assert hand.sees("还没有登记网站栏目")
    assert not [name for name in hand.names() if "扫" in name]


def test_an_address_is_never_cut() -> None:
    address = f"{WEBSITE}?word={'%E8%B4%A2' * 120}"
    assert qr_image(address) != qr_image(address[:-3])
