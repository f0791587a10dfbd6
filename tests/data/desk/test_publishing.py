"""From what stands to what the lobby shows: only that, in order, with nothing done twice."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from data.desk.publishing import Published, Publishing, publish
from data.edition.manifest import Adopt
from data.edition.reader import Edition
from data.records import BulletinItem, Disclosure, Entry, Office, Power
from data.records.entry import Access
from data.records.power import Category
from data.review.published import Publication
from data.review.switches import switch_off, switch_on
from data.review.verification import faults
from data.store.refusal import Refused
from tests.data.desk.conftest import NewStaff
from tests.helpers.staff import EDITOR, PUBLISHER, Staff, prepared, site

DAY = date(2026, 11, 23)
NEWS = BulletinItem("2026-11-23/1", DAY, 1, "全省财政工作会议部署 2027 年预算编制")


@pytest.fixture
def staff(tmp_path: Path, new_staff: NewStaff) -> Staff:
    staff = new_staff(tmp_path)
    staff.stand(*site(Office("bgs", "办公室"), NEWS))
    return staff


def shown(published: Published) -> Edition:
    return Edition(published.receipt.folder)


def test_what_stands_shows(staff: Staff) -> None:
    published = staff.publish()
    assert published.manifest.number == 1
    with closing(shown(published)) as edition:
        assert edition.record(Office, "bgs") == Office("bgs", "办公室")
        assert [item.text for item in edition.rotation().items] == [NEWS.text]
        assert edition.manifest.history == published.manifest.history != ""


def test_an_approved_record_stays_while_it_is_being_edited(staff: Staff) -> None:
    staff.edit(Office("bgs", "办公厅"))
    waiting = staff.submit()
    with closing(shown(staff.publish())) as edition:
        assert edition.record(Office, "bgs") == Office("bgs", "办公室")
    staff.approve(waiting)
    with closing(shown(staff.publish())) as edition:
        assert edition.record(Office, "bgs") == Office("bgs", "办公厅")


def test_nothing_standing_is_nothing_to_publish(tmp_path: Path, new_staff: NewStaff) -> None:
    with pytest.raises(Refused, match="没有审核通过的单位信息"):
        new_staff(tmp_path).publish()


def test_an_unchanged_lobby_is_the_same_file(staff: Staff) -> None:
    first = staff.publish()
    staff.stand(BulletinItem("2026-11-24/1", DAY, 1, "国债发行公告"))
    second = staff.publish()
    assert first.manifest.files["lobby.db"] == second.manifest.files["lobby.db"]
    assert first.manifest.files["rotation.json"] != second.manifest.files["rotation.json"]
    assert (first.receipt.folder / "lobby.db").stat().st_ino == (second.receipt.folder / "lobby.db").stat().st_ino


def test_an_earlier_edition_comes_back_under_a_new_number(staff: Staff) -> None:
    first = staff.publish()
    staff.stand(Office("bgs", "办公厅"))
    staff.publish()
    back = staff.publish(what=Publication.ROLLBACK, of_number=1)
    assert back.manifest.number == 3
    assert back.manifest.files == first.manifest.files
    with pytest.raises(Refused, match="没有第 9 期"):
        staff.publish(what=Publication.ROLLBACK, of_number=9)


def test_withdrawn_content_is_gone_from_the_lobby_and_from_every_rollback(staff: Staff) -> None:
    staff.publish()
    staff.withdraw("bulletin", NEWS.key)
    after = staff.publish(what=Publication.WITHDRAW, adopt=Adopt.NOW)
    assert after.manifest.min_number == after.manifest.number == 2
    assert [path.name for path in after.receipt.folder.parent.glob("0*")] == ["000002"]
    back = staff.publish(what=Publication.ROLLBACK, of_number=1)
    assert NEWS.text.encode() not in (back.receipt.folder / "rotation.json").read_bytes()
    assert staff.publish().manifest.min_number == 2, "older editions stay unwelcome"


def test_a_prepared_notice_takes_one_person(staff: Staff) -> None:
    staff.stand(prepared("power-cut", "本楼停电，请从楼梯离开。"))
    with closing(shown(staff.publish())) as edition:
        assert edition.rotation().notices == ()
    with staff.desk.writing() as session:
        switch_on(session, staff.act(EDITOR), "power-cut")
    with closing(shown(staff.publish(what=Publication.NOTICE, adopt=Adopt.NOW))) as edition:
        assert [notice.text for notice in edition.rotation().notices] == ["本楼停电，请从楼梯离开。"]
    with staff.desk.writing() as session:
        switch_off(session, staff.act(EDITOR), "power-cut")
    with closing(shown(staff.publish(what=Publication.NOTICE))) as edition:
        assert edition.rotation().notices == ()


def test_the_lobby_has_only_what_is_disclosed(staff: Staff) -> None:
    staff.stand(
        Category("licence", "行政许可"),
        Power("P1", "公开的事项", "licence", "bgs"),
        Power("P2", "内部的事项", "licence", "bgs", disclosure=Disclosure.CATALOGUE),
        Entry("E1", "主动公开的文件"),
        Entry("E2", "不予公开的文件", access=Access.CLOSED),
    )
    folder = staff.publish().receipt.folder
    with closing(sqlite3.connect(folder / "lobby.db")) as connection:
        titles = [title for (title,) in connection.execute("SELECT title FROM record WHERE kind IN ('power', 'entry')")]
    assert sorted(titles) == ["主动公开的文件", "公开的事项"]
    for hidden in ("内部的事项", "不予公开的文件"):
        assert hidden.encode() not in (folder / "lobby.db").read_bytes()


def test_only_a_publisher_publishes(staff: Staff) -> None:
    with pytest.raises(Refused):
        publish(staff.desk, Publishing(EDITOR))
    assert publish(staff.desk, Publishing(PUBLISHER)).manifest.number == 1


def test_everything_published_is_in_the_history(staff: Staff) -> None:
    staff.publish()
    staff.publish(what=Publication.ROLLBACK, of_number=1)
    with staff.desk.reading() as session:
        assert list(faults(session)) == []


def test_a_document_nobody_uploaded_stops_the_edition(staff: Staff) -> None:
    staff.stand(Entry("E1", "财政年报", document="0" * 64))
    with pytest.raises(FileNotFoundError, match="请重新导入那个文件"):
        staff.publish()
    assert not staff.desk.home.editions.exists()
    staff.stand(Entry("E1", "财政年报"))
    assert staff.publish().manifest.number == 1


def test_after_a_restore_the_lobby_goes_on(staff: Staff) -> None:
    for _ in range(3):
        staff.publish()
    (staff.desk.home.editions / "accepted").write_text("1 41\n")
    assert staff.publish().manifest.number == 42
    assert staff.publish(new_epoch=True).manifest.order == (2, 43)


def test_the_manifest_says_what_was_signed(staff: Staff) -> None:
    told = json.loads((staff.publish().receipt.folder / "manifest.json").read_text("utf-8"))
    assert set(told["files"]) == {"lobby.db", "rotation.json"}
    assert told["format"] == 1
    assert told["adopt"] == "at rest"
