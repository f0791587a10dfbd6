"""The day's task in real Chromium, clicks counted: at most six for the editor, four for the reviewer."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest

from data.store.signing_in import end_sessions
from tests.data.desk.web.conftest import EDITOR, PUBLISHER, REVIEWER
from tests.helpers.staff import Staff
from tests.helpers.web import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
NEWS = "2026-11-23 每日要闻\n1. 工作会议召开\n2. 预算公开（政府信息）\n3. 宣传周活动\n4. 征求意见\n5. 大厅开放\n"


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt install chromium)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Person:
    """Somebody at a PC of 1366x768: counts clicks, and collects what the browser complained about."""

    def __init__(self, chromium: "Browser", address: str, name: str) -> None:
        self.page: Page = chromium.new_context(viewport={"width": 1366, "height": 768}).new_page()
        self.address, self.clicks = address, 0
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(f"{address}/sign-in?next=/today")
        # The page itself puts the cursor into the first field.
        self.page.wait_for_function("document.activeElement.name === 'name'")
        self.page.keyboard.type(name)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("button", name="退出", exact=True).wait_for()

    def click(self, name: str) -> None:
        """Click a button or a link, or tick a box, by its accessible name."""
        self.clicks += 1
        found = self.page.get_by_role("button", name=name, exact=True)
        for role in ("link", "checkbox"):
            found = found.or_(self.page.get_by_role(role, name=name))
        found.first.click()

    def said(self) -> str:
        """What the page reports of the last action."""
        return self.page.get_by_role("status").inner_text()


def test_the_days_bulletin_from_the_word_file_to_the_lobby(
    chromium: "Browser", address: str, staff: Staff, tmp_path: Path
) -> None:
    file = tmp_path / "每日要闻.txt"
    file.write_text(NEWS, encoding="utf-8")
    editor = Person(chromium, address, EDITOR)
    editor.page.get_by_label("把 Word、Excel 或文本文件拖到这里").set_input_files(file)
    editor.clicks += 2  # the button of the file field, and the file in the dialogue
    assert editor.said() == "已读入 每日要闻.txt：5 条，还没有保存"
    editor.page.get_by_label("内容").first.fill("工作会议今天召开")
    editor.clicks += 1
    editor.page.get_by_text("一轮 10 秒").wait_for()
    assert editor.page.evaluate("players.get('hall').player.steps.length") == 5
    editor.click("提交审核")
    assert editor.said() == "已提交，编号 2，等另一人审核"
    assert editor.clicks <= 6

    reviewer = Person(chromium, address, REVIEWER)
    reviewer.page.goto(f"{address}/review")
    reviewer.click("提交 2")
    for box in reviewer.page.locator("input[name=checked]").all():
        box.focus()
        reviewer.page.keyboard.press("Space")
    reviewer.click("批准")
    assert reviewer.said() == "已批准：提交 2"
    assert reviewer.clicks <= 4

    publisher = Person(chromium, address, PUBLISHER)
    publisher.page.goto(f"{address}/publish")
    publisher.click("现在发布")
    assert publisher.said() == "已发布第 1 期"
    rotation = staff.desk.home.editions / "current" / "rotation.json"
    assert "工作会议今天召开" in rotation.read_text(encoding="utf-8")
    for person in (editor, reviewer, publisher):
        assert person.complaints == []


def test_what_was_typed_outlives_a_session_that_ended(chromium: "Browser", address: str, staff: Staff) -> None:
    editor = Person(chromium, address, EDITOR)
    editor.page.goto(f"{address}/today?day=2026-11-24")
    editor.page.get_by_label("内容").first.fill("工作会议明天召开")
    with staff.desk.writing() as session:
        end_sessions(session, EDITOR)
    editor.click("只保存草稿")
    editor.page.wait_for_url(re.compile(r"/sign-in\?next="))
    editor.page.get_by_label("用户名").fill(EDITOR)
    editor.page.get_by_label("密码").fill(PASSWORD)
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_url(re.compile(r"/today\?day=2026-11-24$"))
    assert editor.said() == "上次没有保存成功的内容已放回，请核对后再保存。"
    editor.click("只保存草稿")
    editor.page.wait_for_url(re.compile("said=saved$"))
    assert editor.page.get_by_label("内容").first.input_value() == "工作会议明天召开"
    editor.page.goto(f"{address}/today?day=2026-11-24")
    assert editor.page.get_by_role("status").count() == 0, "and not put back twice"
    editor.page.context.close()


@pytest.mark.parametrize("path", ["/", "/today", "/review", "/publish", "/files", "/history"])
def test_pages_fit_the_screen_and_name_what_can_be_filled_in(chromium: "Browser", address: str, path: str) -> None:
    person = Person(chromium, address, REVIEWER)
    person.page.goto(address + path)
    assert person.page.evaluate("document.documentElement.scrollWidth") <= 1366
    assert person.page.locator("h1").count() == 1
    fields = "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
    assert person.page.evaluate(f"{fields}.filter(field => !field.labels.length).length") == 0
    assert person.complaints == []
