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
from tests.kiosk.department import department
from tests.kiosk.edition import rotation, write_edition
from tests.kiosk.hand import Hand


def point(home: Path, folder: Path) -> None:
    """Let a kiosk's `current` point at another edition, as `receive` does: by one rename."""
    repoint(home / "editions" / "current", folder)


def repoint(link: Path, folder: Path) -> None:
    """Let a link point at another folder, by one rename."""
    beside = link.with_name("current.new")
    beside.symlink_to(folder)
    beside.replace(link)


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


@pytest.mark.expected_log(r"edition .* cannot be shown")
def test_a_kiosk_that_starts_with_a_damaged_edition_shows_the_newest_other_one_until_a_good_one_comes(
    tmp_path: Path,
) -> None:
    folders = {number: write_edition(tmp_path / f"{number:06}", number=number) for number in (7, 8, 9, 10)}
    (folders[9] / "lobby.db").write_bytes(b"gone bad as well")
    (folders[10] / "manifest.json").write_bytes(b"gone bad")
    (tmp_path / "current").symlink_to(folders[10])
    shelf = Shelf(tmp_path / "current")
    assert shelf.look(at_rest=False)
    assert shelf.edition is not None
    assert shelf.edition.manifest.number == 8
    (problem,) = shelf.problems
    assert problem.startswith("第 000010 期打不开：")
    assert problem.endswith("；现在显示第 000008 期")
    assert not shelf.look(at_rest=True), "neither is opened again each second"

    repoint(tmp_path / "current", folders[8])
    assert not shelf.look(at_rest=True)
    assert shelf.problems == (), "what shows is what shall show"

    repoint(tmp_path / "current", write_edition(tmp_path / "000011", number=11))
    assert shelf.look(at_rest=True)
    assert (shelf.edition.manifest.number, shelf.problems) == (11, ())


@pytest.mark.expected_log(r"edition .* cannot be shown")
def test_nothing_stands_in_for_an_edition_gone_bad_while_one_shows(tmp_path: Path) -> None:
    """What shows came after those that lie beside it, or was chosen instead of them."""
    (tmp_path / "current").symlink_to(write_edition(tmp_path / "000007", number=7))
    shelf = Shelf(tmp_path / "current")
    assert shelf.look(at_rest=True)
    write_edition(tmp_path / "000008", number=8)
    bad = write_edition(tmp_path / "000009", number=9)
    (bad / "rotation.json").write_bytes(b"gone bad")
    repoint(tmp_path / "current", bad)
    assert not shelf.look(at_rest=True)
    assert shelf.edition is not None
    assert shelf.edition.manifest.number == 7


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
