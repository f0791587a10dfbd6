"""Files on the page: shown first, written as they were agreed to, taken back, and never trusted."""

import re

import pytest
from sqlalchemy import select

from data.importers.template import write_template
from data.records import Office
from data.store.drafts import draft_records
from data.store.imports import ImportRow
from tests.data.desk.web.conftest import EDITOR, OTHER_EDITOR, OpenBrowser
from tests.data.desk.web.day import save
from tests.helpers.staff import Staff
from tests.helpers.web import Browser


def upload(browser: Browser, *offices: Office) -> str:
    body = write_template("office", offices)
    return browser.send("/files", {"kind": ""}, files={"file": ("处室.xlsx", body)}).text


def agree(browser: Browser, page: str) -> str:
    fields = {name: re.search(f'name="{name}" value="([^"]*)"', page) for name in ("waiting", "kind", "agreed")}
    return browser.send("/files/write", {name: found[1] if found else "" for name, found in fields.items()}).text


def offices(staff: Staff) -> list[str]:
    with staff.desk.reading() as session:
        return [record.key for record in draft_records(session, "office")]


def test_a_file_is_shown_then_written_then_taken_back(browse: OpenBrowser, staff: Staff) -> None:
    editor = browse(EDITOR)
    page = upload(editor, Office("bgs", "办公室"), Office("kjc", "会计处"))
    assert "新增 2，修改 0，删除 0" in page
    assert offices(staff) == []
    assert "已写入草稿" in agree(editor, page)
    assert offices(staff) == ["bgs", "kjc"]
    assert "处室.xlsx" in editor.words("/files")
    (number,) = re.findall(r'name="import" value="(\d+)"', editor.client.get("/files").text)
    assert "只能撤销自己的导入" in browse(OTHER_EDITOR).send("/files/undo", {"import": number}).text
    assert "已撤销那次导入" in editor.send("/files/undo", {"import": number}).text
    assert offices(staff) == []
    assert "在导入之后又改过" in editor.send("/files/undo", {"import": number}).text


def test_what_was_agreed_to_is_what_is_written(browse: OpenBrowser, staff: Staff) -> None:
    editor = browse(EDITOR)
    page = upload(editor, Office("bgs", "办公室"))
    staff.edit(Office("kjc", "会计处"))
    assert "改动与刚才显示的不同" in agree(editor, page)
    assert offices(staff) == ["kjc"]


@pytest.mark.parametrize("name", ["", "../../keys", "..", "0" * 32])
def test_a_waiting_file_is_found_by_its_own_name_only(browse: OpenBrowser, name: str) -> None:
    answer = browse(EDITOR).send("/files/write", {"waiting": name, "agreed": "", "kind": ""})
    assert "文件已不在" in answer.text


def test_nobody_agrees_to_somebody_elses_file(browse: OpenBrowser, staff: Staff) -> None:
    page = upload(browse(EDITOR), Office("bgs", "办公室"))
    assert "文件已不在" in agree(browse(OTHER_EDITOR), page)
    assert offices(staff) == []


@pytest.mark.parametrize("name", ["../../../etc/passwd.xlsx", "..\\..\\x.xlsx", "/abs.xlsx"])
def test_a_files_name_is_only_a_name(browse: OpenBrowser, staff: Staff, name: str) -> None:
    editor = browse(EDITOR)
    body = write_template("office", [Office("bgs", "办公室")])
    page = editor.send("/files", {"kind": ""}, files={"file": (name, body)}).text
    agree(editor, page)
    with staff.desk.reading() as session:
        (kept,) = session.scalars(select(ImportRow.file_name))
    assert "/" not in kept
    assert "\\" not in kept


def test_html_in_a_file_is_text_on_every_page(browse: OpenBrowser, staff: Staff) -> None:
    evil = '"><script>alert(1)</script>'
    editor = browse(EDITOR)
    page = upload(editor, Office("bgs", evil, summary=evil))
    assert "<script>alert" not in page
    agree(editor, page)
    editor.send("/review", {"note": evil})
    save(editor, "save", evil)
    for path in ("/", "/review", "/review/2", "/publish", "/today?day=2026-11-23", "/files"):
        assert "<script>alert" not in editor.client.get(path).text, path


def test_a_template_comes_filled_and_is_read_back_without_a_change(browse: OpenBrowser, staff: Staff) -> None:
    editor = browse(EDITOR)
    agree(editor, upload(editor, Office("bgs", "办公室", position=1)))
    filled = editor.client.get("/template/office.xlsx").content
    page = editor.send("/files", {"kind": ""}, files={"file": ("处室.xlsx", filled)}).text
    assert "没有改动" in page
    assert editor.client.get("/template/nothing.xlsx").status_code == 409
