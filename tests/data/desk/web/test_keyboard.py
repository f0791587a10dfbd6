"""Every daily task beside the bulletin by keyboard alone, in real Chromium at 1366x768."""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from data.desk.health import Health, write_health
from data.records import Office
from data.review.decisions import decision_on
from data.review.scheduled import pending
from data.review.switches import switched_on
from data.store.accounts import roles_of, users
from data.store.drafts import draft_records
from data.store.visits import visits_between
from tests.data.desk.web.conftest import ADMINISTRATOR, EDITOR, PUBLISHER, REVIEWER
from tests.helpers.hands import CHROMIUM, Hands
from tests.helpers.staff import Staff, prepared
from tests.helpers.web import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt install chromium)")

NEWS = "2026-11-23 每日要闻\n1. 工作会议召开\n2. 预算公开（政府信息）\n"


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    with playwright.sync_playwright() as driver:
        american = {**os.environ, "LANGUAGE": "en_US", "LANG": "en_US.UTF-8"}  # in this order a date is typed below
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], env=american)
        yield browser
        browser.close()


def drafts(staff: Staff) -> list[str]:
    with staff.desk.reading() as session:
        return [record.key for record in draft_records(session, "bulletin")]


def test_a_file_comes_in_and_is_taken_back_and_a_template_goes_out(
    chromium: "Browser", address: str, staff: Staff, tmp_path: Path
) -> None:
    staff.stand(Office("bgs", "办公室"))
    file = tmp_path / "要闻.txt"
    file.write_text(NEWS, encoding="utf-8")
    editor = Hands(chromium, address, EDITOR, PASSWORD, "/files")
    with editor.page.expect_file_chooser() as chooser:  # well before the key: the browser is told of it on its way
        editor.reach("input[name=file]")
        editor.page.keyboard.press("Space")
    chooser.value.set_files(file)
    editor.press("button", "读入")
    editor.page.get_by_role("heading", name="新增 2").wait_for()
    assert drafts(staff) == [], "shown before it is written"
    editor.press("button", "写入草稿")
    editor.is_told("已写入草稿")
    assert len(drafts(staff)) == 2
    editor.press("button", "撤销")
    editor.is_told("已撤销")
    assert drafts(staff) == []
    editor.reach("a", "处室")
    with editor.page.expect_download() as download:
        editor.page.keyboard.press("Enter")
    book = load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
    assert "办公室" in {cell.value for sheet in book for row in sheet for cell in row}


def test_it_is_published_at_a_time_and_the_time_is_taken_back(chromium: "Browser", address: str, staff: Staff) -> None:
    publisher = Hands(chromium, address, PUBLISHER, PASSWORD, "/publish")
    publisher.reach("input[name=at]")
    publisher.page.keyboard.type("11242026")
    publisher.page.keyboard.press("Tab")
    publisher.page.keyboard.type("0800A")
    assert publisher.page.locator("input[name=at]").input_value() == "2026-11-24T08:00"
    publisher.press("button", "定时发布")
    publisher.page.get_by_text("11 月 24 日 08:00").first.wait_for()
    with staff.desk.reading() as session:
        assert [f"{row.at:%Y-%m-%d %H:%M}" for row in pending(session)] == ["2026-11-24 00:00"]
    publisher.press("button", "取消")
    publisher.page.get_by_text("11 月 24 日 08:00").first.wait_for(state="hidden")
    with staff.desk.reading() as session:
        assert list(pending(session)) == []


def test_a_prepared_notice_shows_and_ends_and_a_new_one_waits_for_another(
    chromium: "Browser", address: str, staff: Staff
) -> None:
    staff.stand(prepared("power-cut", "大厅停电"))
    staff.publish()
    publisher = Hands(chromium, address, PUBLISHER, PASSWORD, "/publish")
    publisher.press("button", "立即显示")
    publisher.page.get_by_role("button", name="结束：大厅停电").wait_for()
    with staff.desk.reading() as session:
        assert switched_on(session) == {"power-cut"}
    publisher.press("button", "结束")
    publisher.page.get_by_role("button", name="立即显示：大厅停电").wait_for()
    editor = Hands(chromium, address, EDITOR, PASSWORD, "/publish")
    editor.press("summary", "写一条新的通知")
    editor.reach("textarea[name=text]")
    editor.page.keyboard.type("下午闭馆")
    editor.press("form.notice button", "提交审核")
    editor.page.get_by_role("status").wait_for()
    reviewer = Hands(chromium, address, REVIEWER, PASSWORD, "/review")
    reviewer.press("main a.go")
    reviewer.page.get_by_role("button", name="批准并立即显示").wait_for()


def test_a_submission_is_sent_back_with_a_reason(chromium: "Browser", address: str, staff: Staff) -> None:
    staff.edit(Office("bgs", "办公室"))
    number = staff.submit()
    reviewer = Hands(chromium, address, REVIEWER, PASSWORD, "/review")
    reviewer.press("main a.go")
    reviewer.page.wait_for_url("**/review/*")
    reviewer.reach("textarea[name=reason]")
    reviewer.page.keyboard.type("名称请写全称")
    reviewer.press("button.danger", "退回")
    reviewer.is_told("已退回")
    with staff.desk.reading() as session:
        decided = decision_on(session, number)
        assert decided is not None
        assert (decided.decided_by, decided.reason) == (REVIEWER, "名称请写全称")


def test_the_halls_visitors_are_written_down_and_the_lobby_is_looked_at(
    chromium: "Browser", address: str, staff: Staff
) -> None:
    write_health(staff.desk.home.health, Health("kiosk", staff.clock.now, 7, "showing", ()))
    editor = Hands(chromium, address, EDITOR, PASSWORD, "/hall")
    editor.reach("input[name=visitors]")
    editor.page.keyboard.type("73")
    editor.page.keyboard.press("Enter")
    editor.is_told("已登记")
    today = staff.desk.today()
    with staff.desk.reading() as session:
        assert visits_between(session, today, today) == {today: 73}
    editor.press("nav a", "大厅此刻")
    editor.page.get_by_text("第 7 期").wait_for()


def test_a_record_is_found_changed_made_and_deleted_in_its_table(
    chromium: "Browser", address: str, staff: Staff
) -> None:
    staff.stand(Office("bgs", "办公室"), Office("kjc", "会计处"))
    editor = Hands(chromium, address, EDITOR, PASSWORD, "/tables/office/list")
    editor.reach("input[name=q]")
    editor.page.keyboard.type("会计")
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_url("**q=*")
    editor.press("main td a, main th a", "会计处")
    editor.page.wait_for_url("**/edit?*")
    editor.reach("input[name=telephone]")
    editor.page.keyboard.type("024-0000 0007")
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_url("**/list*")
    editor.page.goto(f"{address}/tables/office/create")
    editor.reach("input[name=name]")
    editor.page.keyboard.type("国库处")
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_url("**/list*")
    editor.page.goto(f"{address}/tables/office/edit?pk=bgs")
    editor.press("summary", "删除这一条")
    editor.press("button", "确认删除")
    editor.page.wait_for_url("**/list*")
    with staff.desk.reading() as session:
        found = {record.key: record for record in draft_records(session, "office")}
    assert set(found) == {"kjc", "gkc"}
    assert getattr(found["kjc"], "telephone", "") == "024-0000 0007"


def test_ones_own_password_is_changed(chromium: "Browser", address: str) -> None:
    new = "more-than-ten-letters"
    editor = Hands(chromium, address, EDITOR, PASSWORD, "/account")
    for name, text in (("old", PASSWORD), ("new", new), ("again", new)):
        editor.reach(f"input[name={name}]")
        editor.page.keyboard.type(text)
    with editor.page.expect_navigation():
        editor.page.keyboard.press("Enter")
    editor.press("button", "在所有地方退出")
    editor.page.wait_for_url("**/sign-in")
    Hands(chromium, address, EDITOR, new, "/today").page.get_by_role("heading", name="每日要闻").wait_for()


def test_a_user_is_added_gets_another_role_and_is_disabled(chromium: "Browser", address: str, staff: Staff) -> None:
    administrator = Hands(chromium, address, ADMINISTRATOR, PASSWORD, "/users")
    administrator.reach("form.narrow input[name=name]")
    administrator.page.keyboard.type("xin")
    administrator.reach("form.narrow input[value=editor]")
    administrator.page.keyboard.press("Space")
    for name in ("new", "again"):
        administrator.reach(f"form.narrow input[name={name}]")
        administrator.page.keyboard.type("more-than-ten-letters")
    administrator.page.keyboard.press("Enter")
    administrator.is_told("已添加用户")
    administrator.press("summary", "xin")
    administrator.reach("details[open] input[value=auditor]")
    administrator.page.keyboard.press("Space")
    administrator.press("details[open] button", "改好角色")
    administrator.is_told("已改好角色")
    administrator.press("summary", "xin")
    administrator.press("details[open] button.danger", "停用")
    administrator.is_told("已停用")
    with staff.desk.reading() as session:
        (user,) = (one for one in users(session) if one.name == "xin")
        assert (sorted(role.value for role in roles_of(user)), user.active) == (["auditor", "editor"], False)
