"""A chart as a picture on its way from staff's file to the lobby, and back again."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from data.desk.__main__ import main
from data.desk.backup import back_up
from data.desk.checks import findings
from data.desk.publishing import Publishing, publish
from data.desk.reading import File, Outcome, import_files
from data.edition.lobby import Lobby
from data.edition.package import KEPT
from data.edition.reader import Edition
from data.edition.receive import receive
from data.edition.signing import load_verifier
from data.edition.source import FolderSource
from data.records import Category, Disclosure, Office, Power, Step
from data.review.published import Publication
from data.store.drafts import draft
from data.store.imports import ImportRow
from data.store.undo import undo
from tests.data.desk.conftest import NewStaff
from tests.helpers.charts import pdf, picture, raster
from tests.helpers.staff import EDITOR, PUBLISHER, SITE, Staff, site

POWER = Power("1001", "会计从业资格的审批", "xk", "kjc", steps=(Step(1, "受理"), Step(2, "审查")))
BARE = Power("1002", "代理记账资格的审批", "xk", "kjc")
PNG = raster(picture())


@pytest.fixture
def staff(tmp_path: Path, new_staff: NewStaff, monkeypatch: pytest.MonkeyPatch) -> Staff:
    """An office with two powers that stand."""
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path))
    staff = new_staff(tmp_path)
    staff.stand(*site(Category("xk", "行政许可"), Office("kjc", "会计处"), POWER, BARE))
    return staff


def take(staff: Staff, name: str, body: bytes, *, keep: bool = True) -> Outcome:
    return import_files(staff.desk, EDITOR, [File(name, body)], "flow", keep=keep)


def power(staff: Staff, key: str = "1001") -> Power:
    with staff.desk.reading() as session:
        found = draft(session, "power", key)
    assert found
    assert isinstance(found[0], Power)
    return found[0]


def documents(staff: Staff) -> set[str]:
    return {path.name for path in staff.desk.home.documents.glob("*")}


def blobs(staff: Staff) -> set[str]:
    return {path.name for path in (staff.desk.home.editions / "blobs").glob("*")}


def test_it_reaches_the_lobby_once_somebody_else_approved(staff: Staff) -> None:
    take(staff, "1001.pdf", pdf(("One", "Two")))
    named = [one.document for one in power(staff).pictures]
    assert documents(staff) == set(named)
    assert power(staff).steps == POWER.steps
    staff.publish()
    assert blobs(staff) == set(), "nobody approved it yet"
    staff.approve(staff.submit())
    staff.publish()
    edition = Edition(staff.desk.home.editions / "current")
    shown = edition.record(Power, "1001")
    assert shown is not None
    assert [sha256(edition.blob(one.document).read_bytes()).hexdigest() for one in shown.pictures] == named
    assert set(edition.manifest.blobs) == set(named)
    edition.close()


def test_what_is_not_disclosed_is_not_in_the_edition(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    staff.edit(replace(power(staff), disclosure=Disclosure.CATALOGUE))
    staff.approve(staff.submit())
    staff.publish()
    assert blobs(staff) == set()


def test_looking_at_what_a_file_changes_keeps_nothing(staff: Staff) -> None:
    outcome = take(staff, "1001.png", PNG, keep=False)
    assert outcome.counts() == {"added": 0, "changed": 1, "removed": 0}
    (change,) = outcome.changes
    ((name, after),) = [(field.name, field.after) for field in change.fields(staff.desk.settings.zone)]
    assert name == "流程图图片"
    assert after.startswith("1200 × 1600 像素的图片（")
    assert documents(staff) == set()
    assert power(staff).pictures == ()


def test_a_newer_chart_replaces_it_and_undoing_brings_it_back(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    before = power(staff).pictures
    take(staff, "1001.pdf", pdf())
    assert power(staff).pictures != before
    with staff.desk.writing() as session:
        newest = session.query(ImportRow.id).order_by(ImportRow.id.desc()).first()
        assert newest
        undo(session, staff.act(EDITOR), newest[0])
    assert power(staff).pictures == before
    staff.approve(staff.submit())
    staff.publish()
    assert blobs(staff) == {one.document for one in before}


def test_an_edition_drops_what_it_no_longer_shows_and_shares_what_it_does(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    take(staff, "1002.png", PNG)
    assert len(documents(staff)) == 1, "the same page is kept once"
    staff.approve(staff.submit())
    staff.publish()
    staff.withdraw("power", "1001")
    staff.publish()
    assert blobs(staff) == documents(staff), "1002 shows it still"
    staff.withdraw("power", "1002")
    edition = staff.publish()
    assert edition.manifest.blobs == ()


def test_where_lobbies_fetch_from_an_old_page_goes_with_the_last_edition_that_shows_it(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    staff.approve(staff.submit())
    staff.publish()
    staff.edit(POWER)
    staff.approve(staff.submit())
    fetched = staff.desk.home.published / "blobs"
    for _ in range(KEPT - 1):
        staff.publish()
        assert len(list(fetched.iterdir())) == 1, "a lobby that comes late may still ask for it"
    staff.publish()
    assert list(fetched.iterdir()) == []
    assert len(documents(staff)) == 1, "an edition of old may come back"


def test_a_page_that_was_changed_on_the_way_is_not_taken_in(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    staff.approve(staff.submit())
    (digest,) = documents(staff)
    path = staff.desk.home.documents / digest
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(FileNotFoundError, match=f"{digest} 已损坏，没有发布。请重新导入那个文件"):
        staff.publish()
    assert blobs(staff) == set()
    take(staff, "1001.png", PNG)
    staff.publish()
    assert blobs(staff) == {digest}, "the remedy that was named does help"


def test_a_lobby_refuses_a_page_that_was_changed_on_the_way_and_fetches_one_it_lost(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    staff.approve(staff.submit())
    staff.publish()
    (digest,) = documents(staff)
    fetched, shown = staff.desk.home.published / "blobs" / digest, staff.desk.home.editions / "blobs" / digest
    whole = fetched.read_bytes()
    other = Lobby(staff.desk.home.folder / "other")
    fetched.write_bytes(whole[:-1] + b"?")
    with pytest.raises(ValueError, match="与清单不符"):
        receive(FolderSource(staff.desk.home.published), other, load_verifier(staff.desk.home.keys), SITE)
    assert other.current is None
    staff.publish()
    assert fetched.read_bytes() == whole, "what lobbies fetch is made whole again"
    shown.write_bytes(b"the disk failed")
    staff.publish()
    assert shown.read_bytes() == whole


def test_rolling_back_brings_the_chart_back(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    staff.approve(staff.submit())
    staff.publish()
    staff.edit(POWER)
    staff.approve(staff.submit())
    for _ in range(KEPT):
        staff.publish()
    assert list((staff.desk.home.published / "blobs").iterdir()) == []
    staff.publish(what=Publication.ROLLBACK, of_number=1)
    edition = Edition(staff.desk.home.editions / "current")
    shown = edition.record(Power, "1001")
    assert shown is not None
    (picture,) = shown.pictures
    assert sha256(edition.blob(picture.document).read_bytes()).hexdigest() == picture.document
    edition.close()


def test_a_page_that_is_gone_is_named(staff: Staff) -> None:
    take(staff, "1001.png", PNG)
    staff.approve(staff.submit())
    (digest,) = documents(staff)
    (staff.desk.home.documents / digest).unlink()
    with pytest.raises(FileNotFoundError, match=f"{digest} 不在了，没有发布。请重新导入那个文件"):
        publish(staff.desk, Publishing(PUBLISHER))


def test_doctor_names_a_page_that_is_gone_before_publishing_fails(staff: Staff) -> None:
    def told(word: str) -> list[tuple[bool, str]]:
        return [(one.good, one.message) for one in findings(staff.desk) if word in one.message]

    assert told("文档") == []
    take(staff, "1001.png", PNG)
    staff.approve(staff.submit())
    assert told("文档") == [(True, "文档 1 份都完整")]
    (digest,) = documents(staff)
    (staff.desk.home.documents / digest).write_bytes(b"the disk failed")
    ((good, message),) = told("文档")
    assert not good
    assert digest in message
    assert message.endswith("重新导入那个文件，或从备份恢复")


def test_a_copy_of_everything_has_the_pages(staff: Staff, tmp_path: Path) -> None:
    take(staff, "1001.png", PNG)
    (digest,) = documents(staff)
    back_up(staff.desk, tmp_path / "copy")
    import tarfile

    with tarfile.open(tmp_path / "copy") as archive:
        assert f"home/documents/{digest}" in archive.getnames()


def test_at_the_prompt(staff: Staff, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "1002.pdf"
    file.write_bytes(pdf(("One", "Two")))
    assert main(["import", str(file), "--kind", "flow", "--yes", "--by", EDITOR]) == 0
    assert "流程图图片" in capsys.readouterr().out
    assert len(power(staff, "1002").pictures) == 2
    file.write_bytes(pdf(password="secret"))
    assert main(["import", str(file), "--kind", "flow", "--json"]) == 1
    answer = capsys.readouterr()
    assert json.loads(answer.out)["problems"][0]["message"].startswith("PDF 加了密码")
    assert answer.err.count("\n") == 1
    assert len(power(staff, "1002").pictures) == 2


def test_pictures_alone_are_exported_as_pdf_and_nothing_else(
    staff: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    take(staff, "1002.pdf", pdf(("One", "Two")))
    assert main(["export", "power", "1002", "--format", "pdf"]) == 0
    assert (tmp_path / "1002.pdf").read_bytes().count(b"/Type /Page\n") == 2
    assert main(["export", "power", "1002", "--format", "svg"]) == 1
    assert "只有图片；可以导出 pdf" in capsys.readouterr().err
    take(staff, "1001.png", PNG)
    for form in ("pdf", "svg", "bpmn", "xlsx"):
        assert main(["export", "power", "1001", "--format", form]) == 0
    assert (tmp_path / "1001.pdf").read_bytes().count(b"/Type /Page\n") == 1, "the steps, as without pictures"
