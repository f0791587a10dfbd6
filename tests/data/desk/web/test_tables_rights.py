"""Who may not changes nothing in the tables, and nothing in them is trusted."""

import re

import pytest

from data.desk.tables.views import COLUMNS, ONLY_ONE
from data.records import (
    Kind,
    Office,
    Room,
)
from tests.data.desk.web.conftest import ADMINISTRATOR, AUDITOR, EDITOR, OTHER_EDITOR, PUBLISHER, REVIEWER, OpenBrowser
from tests.data.desk.web.tables import RECORDS, changed, drafts, form_at, send
from tests.helpers.staff import Staff


@pytest.mark.parametrize("name", [REVIEWER, PUBLISHER, AUDITOR])
def test_who_is_no_editor_reads_and_changes_nothing(browse: OpenBrowser, kept: Staff, name: str) -> None:
    browser, token = browse(name), ""
    for kind in COLUMNS:
        page = browser.client.get(f"/tables/{kind}/list").text
        assert "/edit" not in page
        assert "/create" not in page
    token = browser.client.cookies["starlette_admin_csrftoken"]
    for path in (
        "/tables/office/edit?pk=bgs",
        "/tables/office/create",
        "/tables/_api/office/row-action?name=delete&pk=bgs",
    ):
        answer = send(browser, path, [("csrftoken", token), ("name", "改"), ("version", "1")])
        assert answer.status_code == 403, path
        assert "您的角色不能做这件事" in answer.text
    assert drafts(kept, "office") == RECORDS[1:3]
    assert "办公室" in browser.words("/tables/office/detail?pk=bgs")


def test_who_may_not_read_drafts_sees_no_table(browse: OpenBrowser, kept: Staff) -> None:
    assert "您的角色不能做这件事" in browse(ADMINISTRATOR).words("/tables/office/list")
    stranger = browse().client
    for path in ("/tables", "/tables/office/list", "/tables/office/edit?pk=bgs", "/tables/static/js/list.js"):
        answer = stranger.get(path, follow_redirects=False)
        assert answer.headers["location"].startswith(("/sign-in", "http")), path
        assert "办公室" not in answer.text
    assert stranger.post("/tables/office/edit?pk=bgs", data={"name": "改"}).headers["location"].startswith("/sign-in")


def test_a_form_without_the_right_token_or_from_elsewhere_does_nothing(browse: OpenBrowser, kept: Staff) -> None:
    editor, thief = browse(EDITOR), browse(OTHER_EDITOR)
    path = "/tables/office/edit?pk=kjc"
    fields = changed(form_at(editor, path), name="改")
    stolen = dict(form_at(thief, path))["csrftoken"]
    for token in ("", "x", stolen):
        answer = send(editor, path, [(name, value) for name, value in changed(fields, csrftoken=token)])
        assert answer.status_code == 409
        assert "表单已过期" in answer.text
    answer = editor.client.post(path, data=dict(fields), headers={"origin": "https://evil.example"})
    assert "不是从本系统的页面提交的" in answer.text
    assert drafts(kept, "office") == RECORDS[1:3]


@pytest.mark.parametrize(
    "path", ["/tables/office/edit?pk=none", "/tables/nothing/list", "/tables/building/list", "/tables/office/edit",
             "/tables/x/y/z", "/tables/office/list?page_size=7", "/tables/office/list?filter=%7B",
             "/tables/office/list?page=99999999999999999999"]
)  # fmt: skip
def test_what_is_not_there_is_a_page_of_ours(browse: OpenBrowser, kept: Staff, path: str) -> None:
    answer = browse(EDITOR).client.get(path)
    assert answer.status_code in {400, 404}
    assert "这次没有做成" in answer.text or "没有这一页" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "path", ["/tables/", "/tables/office/list", "/tables/power/edit?pk=CW-01", "/tables/hall/edit?pk=hall"]
)
def test_pages_run_no_script_and_load_nothing_from_outside(browse: OpenBrowser, kept: Staff, path: str) -> None:
    page = browse(EDITOR).client.get(path).text
    assert not re.search(r"<script|<style|style=|\son\w+=|javascript:", page)
    assert re.findall(r'(?:src|href)="(?!/|#|\?|http://127\.0\.0\.1)([^"]*)"', page) == []


def test_text_from_staff_is_text_on_every_page(browse: OpenBrowser, staff: Staff) -> None:
    evil = '"><script>alert(1)</script>{{ 7*7 }}'
    staff.edit(Office("e", evil, summary=evil, duties=(evil, f"{evil}\n2")), Room("9", evil, office=evil))
    for path in ("office/list", "office/edit?pk=e", "room/edit?pk=9", "room/list", "person/create"):
        page = browse(EDITOR).client.get(f"/tables/{path}").text
        assert "<script>alert" not in page, path
    assert browse(EDITOR).client.get("/tables/room/list?q=" + evil).text.count("<script>alert") == 0


@pytest.mark.parametrize("kind", sorted(ONLY_ONE))
def test_there_is_one_office_and_one_hall(browse: OpenBrowser, kept: Staff, kind: Kind) -> None:
    editor = browse(EDITOR)
    assert editor.client.get(f"/tables/{kind}/create").status_code == 403
    token = dict(form_at(editor, f"/tables/{kind}/edit?pk={kind}"))["csrftoken"]
    address = f"/tables/_api/{kind}/row-action?name=delete&pk={kind}"
    assert send(editor, address, [("csrftoken", token), ("version", "1")]).status_code == 403
