"""An urgent notice covers everything, shows the nearest way out, and folds to a strip once it was read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from data.records import Amenity, Door, Floor
from kiosk.app import build
from kiosk.glass import things
from kiosk.marks import unmarked
from kiosk.settings import Settings
from kiosk.snapshot import LANDSCAPE, PORTRAIT
from kiosk.viewmodels.urgent import ways_out
from tests.kiosk.conftest import FakeClock
from tests.kiosk.department import NOW, department
from tests.kiosk.edition import URGENT, rotation, write_edition
from tests.kiosk.hand import Hand
from tests.kiosk.house import building


@pytest.fixture
def warned(qapp: QGuiApplication, tmp_path: Path, clock: FakeClock) -> Iterator[Hand]:
    """A hand before a kiosk whose edition carries an urgent notice and an exit beside the kiosk."""
    floors = [record for record in building() if isinstance(record, Floor)]
    ground = floors[0]
    out = Floor(
        **{name: getattr(ground, name) for name in Floor.__slots__ if name != "amenities"},
        amenities=(Amenity("far", "exit", (40.0, 10.0)), Amenity("near", "exit", (24.0, 11.0))),
    )
    others = [record for record in department() if record.key != ground.key]
    edition = write_edition(tmp_path / "000043", [*others, out], shown=rotation(3, (URGENT,)))
    kiosk = build(Settings(tmp_path, edition=edition, motion=False), lambda: NOW, clock=clock)
    kiosk.window.show()
    kiosk.visit.touched()
    QTest.qWait(30)
    yield Hand(kiosk)
    kiosk.close()


def test_the_notice_covers_everything_and_shows_the_way_out(warned: Hand) -> None:
    assert warned.sees(URGENT.text)
    assert warned.sees("最近的出口")
    urgent = warned.kiosk.shell.urgent
    assert urgent.exits == [[24.0, 11.0], [40.0, 10.0]]  # type: ignore[attr-defined] # made at run time
    warned.touch("知道了")
    assert warned.kiosk.shell.way.here.page == "home"
    assert not warned.sees("最近的出口")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("length", [60, 400])
def test_however_much_is_said_the_button_stays_on_the_glass(
    qapp: QGuiApplication, tmp_path: Path, clock: FakeClock, length: int, size: tuple[int, int]
) -> None:
    notices = tuple(replace(URGENT, key=str(number), text="全楼停电检修" * (length // 6)) for number in range(3))
    edition = write_edition(tmp_path / "000043", shown=rotation(3, notices))
    kiosk = build(Settings(tmp_path, edition=edition, motion=False), lambda: NOW, size, clock)
    kiosk.window.show()
    kiosk.visit.touched()
    kiosk.shell.press("larger")
    QTest.qWait(60)
    hand = Hand(kiosk)
    assert hand.find("知道了").place.bottom() < size[1]
    assert hand.find("紧急通知").place.top() > 0
    hand.touch("知道了")
    assert not hand.sees("紧急通知")
    strip = hand.find("；".join(notice.text for notice in notices))
    assert strip.place.height() < size[1] / 4
    hand.touch(strip.name)
    assert hand.sees("紧急通知")
    kiosk.close()


def test_a_notice_that_was_read_stays_as_a_strip_and_opens_again(warned: Hand) -> None:
    warned.touch("知道了")
    strip = warned.find(URGENT.text)
    assert strip.place.height() < 200
    warned.touch(URGENT.text)
    assert warned.sees("知道了")


def test_while_the_glass_is_wiped_the_button_tells_for_how_long(warned: Hand) -> None:
    warned.kiosk.visit.clean()
    assert warned.awaits("正在清洁屏幕，还有 30 秒")
    assert not warned.find("正在清洁屏幕，还有 30 秒").touchable
    warned.kiosk.visit.leave()
    assert warned.awaits("知道了")


def test_the_next_visitor_has_not_read_it(warned: Hand) -> None:
    warned.touch("知道了")
    warned.kiosk.visit.leave()
    warned.kiosk.visit.touched()
    assert warned.sees("知道了")


def test_doors_to_the_street_are_exits_where_none_is_marked() -> None:
    street, inside = Door("d1", ((4.0, 0.0), (6.0, 0.0)), outside=True), Door("d2", ((0.0, 4.0), (0.0, 6.0)))
    assert ways_out(Floor("f1", "一层", 0, doors=(street, inside))) == [(5.0, 0.0)]
    marked = Floor("f1", "一层", 0, doors=(street,), amenities=(Amenity("a", "exit", (9.0, 9.0)),))
    assert ways_out(marked) == [(9.0, 9.0)]


def test_what_is_urgent_is_told_in_english_too_where_the_office_gave_it(
    qapp: QGuiApplication, tmp_path: Path, clock: FakeClock
) -> None:
    notice = replace(URGENT, text_en="No power today from 14:00 to 17:00")
    edition = write_edition(tmp_path / "000043", department(), shown=rotation(3, (notice,)))
    kiosk = build(Settings(tmp_path, edition=edition, motion=False), lambda: NOW, clock=clock)
    kiosk.window.show()
    kiosk.visit.touched()
    QTest.qWait(30)
    hand = Hand(kiosk)
    assert hand.sees(URGENT.text)
    assert hand.sees("No power today from 14:00 to 17:00")
    hand.touch("知道了")
    hand.touch("English")
    assert hand.sees("No power today from 14:00 to 17:00")
    assert not hand.sees(URGENT.text)
    assert list(unmarked(kiosk.window.contentItem(), things(kiosk.window))) == []
    kiosk.close()


def test_what_is_urgent_in_chinese_only_is_marked(warned: Hand) -> None:
    warned.touch("知道了")
    warned.touch("English")
    window = warned.kiosk.window
    assert warned.hint(URGENT.text) == "In Chinese"
    assert list(unmarked(window.contentItem(), things(window))) == []
    warned.touch(URGENT.text)
    assert warned.sees("In Chinese")
    assert list(unmarked(window.contentItem(), things(window))) == []
