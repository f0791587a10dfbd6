"""`desk search` finds what a visitor would find, in the same order."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from data.desk.__main__ import main
from data.edition.reader import Edition
from data.records import Office, Person
from data.search.query import search
from tests.data.desk.conftest import NewStaff
from tests.helpers.staff import site


@pytest.fixture
def folder(tmp_path: Path, new_staff: NewStaff) -> Path:
    """Give the folder of a published edition."""
    staff = new_staff(tmp_path)
    staff.stand(*site(Office("kjc", "会计处"), Office("zhfgc", "综合法规处"), Person("p1", "单伟")))
    return staff.publish().receipt.folder


def test_json_has_the_hits_best_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "kjc", "--edition", str(folder), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    with closing(Edition(folder)) as edition:
        hits = search(edition.connection, "kjc").hits
    assert [(one["kind"], one["title"], one["key"]) for one in printed] == [(h.kind, h.title, h.key) for h in hits]
    assert printed[0]["title"] == "会计处"
    assert printed[0]["marks"] == [[0, 3]]


def test_without_json_a_line_is_a_hit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "shanwei", "--edition", str(folder)]) == 0
    assert capsys.readouterr().out == "person\t单伟\n"


def test_nothing_found_is_said_and_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "%", "--edition", str(folder)]) == 0
    assert capsys.readouterr().out == "没有找到“%”\n"
    assert main(["search", "%", "--edition", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_folder_that_is_no_edition_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "会计", "--edition", str(tmp_path)]) == 1
    assert "不是可以展示的一期" in capsys.readouterr().err
