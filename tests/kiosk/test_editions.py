"""Which edition shows, and when another takes its place."""

import json
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from data.edition.manifest import Adopt
from kiosk.app import Kiosk
from kiosk.editions import Shelf
from kiosk.upkeep import Upkeep
from tests.kiosk.conftest import FakeClock
from tests.kiosk.department import department, rotation, write_edition
from tests.kiosk.hand import Hand


def point(home: Path, folder: Path) -> None:
    """Let `current` point at another edition, as `receive` does: by one rename."""
    beside = home / "editions" / "current.new"
    beside.symlink_to(folder)
    beside.replace(home / "editions" / "current")


def test_before_the_first_edition_nothing_shows_and_nothing_is_wrong(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "current")
    assert not shelf.look(at_rest=True)
    assert (shelf.edition, shelf.problems) == (None, ())


def test_a_new_edition_waits_until_nobody_touches(
    kiosk: Kiosk, hand: Hand, home: Path, clock: FakeClock, tmp_path: Path
) -> None:
    point(home, write_edition(tmp_path / "000043", number=43))
    kiosk.tick()
    assert hand.sees("第 42 期 · 今日 8:40 发布")
    clock.now = 100
    kiosk.tick()
    kiosk.tick()
    QTest.qWait(1)
    assert hand.sees("第 43 期 · 今日 8:40 发布")


def test_an_edition_that_says_now_shows_at_once_and_keeps_the_visitors_place(
    kiosk: Kiosk, hand: Hand, home: Path, tmp_path: Path
) -> None:
    hand.touch("工作职责")
    hand.touch("综合法规处")
    fewer = [record for record in department() if getattr(record, "name", "") != "赵婷"]
    point(home, write_edition(tmp_path / "000043", fewer, number=43, adopt=Adopt.NOW))
    assert hand.sees("赵婷")
    kiosk.tick()
    QTest.qWait(1)
    assert hand.sees("综合法规处")
    assert not hand.sees("赵婷")


def test_a_page_whose_record_is_gone_gives_way_to_the_one_before(
    kiosk: Kiosk, hand: Hand, home: Path, tmp_path: Path
) -> None:
    hand.touch("工作职责")
    hand.touch("综合法规处")
    without = [record for record in department() if getattr(record, "key", "") != "law"]
    point(home, write_edition(tmp_path / "000043", without, number=43, adopt=Adopt.NOW))
    kiosk.tick()
    QTest.qWait(1)
    assert kiosk.shell.way.here.page == "offices"
    assert hand.sees("办公室")


@pytest.mark.expected_log(r"edition .* cannot be shown")
@pytest.mark.parametrize("damage", ["manifest.json", "lobby.db", "rotation.json"])
def test_a_damaged_edition_leaves_the_good_one_and_is_reported(
    kiosk: Kiosk, home: Path, clock: FakeClock, tmp_path: Path, damage: str
) -> None:
    bad = write_edition(tmp_path / "000043", number=43)
    (bad / damage).write_bytes(b"\x00not what it should be")
    point(home, bad)
    clock.now = 1000
    kiosk.tick()
    kiosk.visit.touched()
    QTest.qWait(1)
    assert Hand(kiosk).sees("第 42 期 · 今日 8:40 发布")
    assert ["000043" in problem for problem in kiosk.shelf.problems] == [True]


@pytest.mark.expected_log(r"edition .* cannot be shown")
def test_a_single_byte_gone_bad_on_the_disk_is_noticed_before_a_visitor_does(tmp_path: Path) -> None:
    bad = write_edition(tmp_path / "000043", number=43)
    body = (bad / "lobby.db").read_bytes()
    (bad / "lobby.db").write_bytes(body.replace("综合法规处".encode(), b"\xff" * 15))
    (tmp_path / "current").symlink_to(bad)
    shelf = Shelf(tmp_path / "current")
    assert not shelf.look(at_rest=True)
    assert shelf.problems == ("第 000043 期打不开：lobby.db 缺失或已损坏",)


def test_the_first_edition_replaces_the_welcome(qapp: object, tmp_path: Path, clock: FakeClock) -> None:
    from kiosk.app import build
    from kiosk.settings import Settings
    from tests.kiosk.department import NOW

    (tmp_path / "editions").mkdir()
    kiosk = build(Settings(tmp_path, site="省财政厅", telephone="024-1"), lambda: NOW, clock=clock)
    kiosk.window.show()
    QTest.qWait(20)
    hand = Hand(kiosk)
    assert hand.sees("省财政厅")
    assert hand.sees("024-1")
    (tmp_path / "editions" / "current").symlink_to(write_edition(tmp_path / "000001", number=1, shown=rotation(1)))
    kiosk.tick()
    QTest.qWait(20)
    assert hand.sees("第 1 期 · 今日 8:40 发布")
    kiosk.close()


def test_health_says_what_shows(kiosk: Kiosk, home: Path) -> None:
    upkeep = Upkeep(kiosk)
    upkeep.first_frame_s = 0.5
    upkeep.tell_health()
    told = json.loads((home / "health" / "kiosk.json").read_text(encoding="utf-8"))
    assert told == {
        "time": "2026-11-23T01:12:00Z",
        "edition": 42,
        "state": "awake",
        "problems": [],
        "first_frame_s": 0.5,
    }
