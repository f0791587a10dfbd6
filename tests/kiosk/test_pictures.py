"""A chart that the office has only as pictures, on the glass: after the steps, to be looked around in."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from data.records import Picture, Power
from kiosk.app import Kiosk, build
from kiosk.audit import MODES, faults
from kiosk.settings import Settings
from tests.helpers.charts import RED, picture, raster
from tests.kiosk.department import NOW, department, licence
from tests.kiosk.edition import write_edition
from tests.kiosk.hand import Hand

PAGES = (raster(picture(1200, 1600)), raster(picture(2000, 900)), raster(picture(1200, 1600, (44, 106, 94))))
SIZES = ((1200, 1600), (2000, 900), (1200, 1600))
GONE = "这一页没有显示出来，请向工作人员询问"


def kept(*bodies: bytes) -> tuple[Picture, ...]:
    return tuple(
        Picture(sha256(body).hexdigest(), *size) for body, size in zip(bodies, SIZES[: len(bodies)], strict=True)
    )


@pytest.fixture(scope="module")
def pictured_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small department: a matter with steps and pictures, one with pictures only, one whose picture is missing."""
    home = tmp_path_factory.mktemp("pictured")
    others = [record for record in department() if not (isinstance(record, Power) and record.key == "XK-001")]
    named = [
        replace(licence(), pictures=kept(*PAGES) * 2),
        Power("TU-1", "只有一张图的事项", "licence", "office", pictures=kept(PAGES[0])),
        *(
            Power(key, "图坏了的事项", "licence", "office", pictures=(Picture(digest * 64, 2263, 3200),))
            for key, digest in (("TU-2", "0"), ("TU-3", "a"), ("TU-4", "b"))
        ),
    ]
    folder = write_edition(home / "000042", [*others, *named])
    (home / "blobs").mkdir()
    for body in PAGES:
        (home / "blobs" / sha256(body).hexdigest()).write_bytes(body)
    (home / "blobs" / ("a" * 64)).write_bytes(PAGES[0][: len(PAGES[0]) // 2])
    (home / "blobs" / ("b" * 64)).write_bytes(b"no picture")
    return folder


@pytest.fixture
def kiosk(qapp: QGuiApplication, tmp_path: Path, pictured_folder: Path) -> Iterator[Kiosk]:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "current").symlink_to(pictured_folder)
    made = build(Settings(tmp_path, motion=False), lambda: NOW, clock=lambda: 0.0)
    made.window.show()
    made.visit.touched()
    QTest.qWait(1)
    yield made
    made.close()


def opened(kiosk: Kiosk, key: str) -> None:
    """Open a power's pictures and wait until those in sight are loaded."""
    kiosk.shell.openPage("pictures", key, 0)
    loaded(kiosk)


def loaded(kiosk: Kiosk) -> None:
    """Wait until every picture near what is in sight is there."""
    for _ in range(200):
        QTest.qWait(25)
        if loading(kiosk) and all(image.property("progress") == 1 for image in loading(kiosk)):
            kiosk.window.grabWindow()
            return
    raise AssertionError("pictures are still loading")


def loading(kiosk: Kiosk) -> list[QQuickItem]:
    """Pages that have an address: icons come from the program itself."""
    return [
        item
        for item in below(kiosk.window.contentItem())
        if item.property("retainWhileLoading") is not None and "/blobs/" in item.property("source").toString()
    ]


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything inside an item."""
    for child in item.childItems():
        yield child
        yield from below(child)


def share_of(kiosk: Kiosk, colour: tuple[int, int, int]) -> float:
    """How much of the glass, by every tenth dot, has a colour."""
    seen = kiosk.window.grabWindow()
    dots = [seen.pixelColor(x, y) for x in range(0, seen.width(), 10) for y in range(0, seen.height(), 10)]
    wanted = QColor(*colour)
    return sum(dot == wanted for dot in dots) / len(dots)


def zoom(kiosk: Kiosk) -> float:
    (around,) = (
        item
        for item in kiosk.window.findChildren(QQuickItem)
        if item.isVisible() and item.property("comfortable") is not None
    )
    return float(around.property("zoom"))


def test_a_matter_with_steps_shows_its_cards_first_and_the_pictures_after_the_last(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("power", "XK-001", 0)
    QTest.qWait(25)
    assert not hand.sees("看流程图"), "the steps come first"
    kiosk.shell.openPage("steps", "XK-001", 0)
    QTest.qWait(25)
    assert hand.sees("提出申请")
    link = "看单位提供的流程图原图"
    assert not hand.sees(link)
    while not hand.sees(link):
        hand.touch("下一屏")
    assert not hand.sees("提出申请")
    hand.touch(link)
    assert kiosk.shell.way.here.page == "pictures"


def test_a_matter_without_steps_leads_to_its_picture(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("power", "TU-1", 0)
    QTest.qWait(25)
    hand.touch("看流程图")
    assert (kiosk.shell.way.here.page, kiosk.shell.way.here.key) == ("pictures", "TU-1")
    assert hand.sees("只有一张图的事项流程图")
    assert hand.sees("第 1 页")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_the_picture_is_on_the_glass_whole_and_larger_on_request(
    kiosk: Kiosk, hand: Hand, size: tuple[int, int]
) -> None:
    kiosk.window.resize(*size)
    opened(kiosk, "TU-1")
    place = hand.find("第 1 页").place
    assert place.left() >= 0
    assert place.right() <= size[0], "as broad as the glass at most"
    if hand.sees("全图") and size[0] > size[1]:
        hand.touch("全图")
        whole = hand.find("第 1 页")
        assert whole.seen == whole.place, "all of it is in sight"
    assert share_of(kiosk, RED) > 0.02
    before = zoom(kiosk)
    hand.touch("放大")
    hand.touch("放大")
    assert zoom(kiosk) == pytest.approx(before * 1.4 * 1.4, rel=0.01)
    hand.touch("全图")
    assert zoom(kiosk) <= before


def test_two_fingers_make_it_larger(kiosk: Kiosk, hand: Hand) -> None:
    opened(kiosk, "TU-1")
    before = zoom(kiosk)
    hand.pinch(QPointF(540, 800), 60, 200)
    assert zoom(kiosk) > before * 1.2


def test_pages_stand_one_below_the_other_and_are_loaded_when_they_come_near(kiosk: Kiosk, hand: Hand) -> None:
    opened(kiosk, "XK-001")
    first, second = hand.find("第 1 页").place, hand.find("第 2 页").place
    assert first.bottom() < second.top()
    assert second.width() > first.width(), "one scale for all"
    for _ in range(3):
        hand.touch("放大")
    loaded(kiosk)
    assert len(loading(kiosk)) < 6
    hand.touch("全图")
    loaded(kiosk)
    assert len(loading(kiosk)) == 6
    assert share_of(kiosk, (44, 106, 94)) > 0.005


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
@pytest.mark.parametrize("key", ["TU-2", "TU-3", "TU-4"], ids=["missing", "half of it", "no picture"])
@pytest.mark.qt_log_ignore("Error decoding")
def test_a_page_that_cannot_be_shown_says_so_in_the_middle_of_what_is_in_sight(
    kiosk: Kiosk, hand: Hand, key: str, size: tuple[int, int]
) -> None:
    kiosk.window.resize(*size)
    kiosk.shell.openPage("pictures", key, 0)
    for _ in range(200):
        QTest.qWait(25)
        if hand.sees(GONE):
            break
    for button in (None, "放大", "放大"):
        if button:
            hand.touch(button)
        said = hand.find(GONE)
        assert said.seen == said.place, "all of the sentence is in sight"
        assert abs(said.place.center().x() - size[0] / 2) < 30


def test_there_is_no_page_of_pictures_where_there_are_none(kiosk: Kiosk) -> None:
    kiosk.shell.openPage("pictures", "CF-001", 0)
    assert kiosk.shell.way.here.page != "pictures"


def test_in_english_the_buttons_are_english(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.press("language")
    opened(kiosk, "TU-1")
    assert {"Larger", "Smaller", "All of it", "Page 1"} <= set(hand.names())


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: str(mode.name))
@pytest.mark.parametrize("key", ["XK-001", "TU-2"])
def test_the_audit_finds_nothing_on_it(kiosk: Kiosk, mode: object, key: str) -> None:
    from kiosk.audit import Mode

    assert isinstance(mode, Mode)
    kiosk.window.resize(*mode.size)
    for button in mode.buttons:
        kiosk.shell.press(button)
    kiosk.shell.openPage("pictures", key, 0)
    QTest.qWait(60)
    assert list(faults(kiosk, low="lower" in mode.buttons)) == []
