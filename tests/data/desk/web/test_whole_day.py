"""The day's task in real Chromium by keyboard alone, and what the hall then shows: real sign service, real kiosk."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from data.desk.sampling import EDITOR, PASSWORD, PUBLISHER, REVIEWER

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = which("chromium") or which("chromium-browser")
SIGN_WITHIN_S, KIOSK_WITHIN_S = 5.0, 10.0
ROOM = 3
"""A busy machine gets three times as long; the figures are the bench's."""
MOST_TABS = 80
TEXTS = ("会计考试报名", "国债今日发行☃", "采购目录公布", "年报全文公开", "大厅照常开放")
RIGHT = "国债今日发行"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("day") / "home"
    done = subprocess.run(program("data.desk", "init", "--sample"), env=environment(folder), check=False)
    assert done.returncode == 0
    return folder


@pytest.fixture
def hall(home: Path) -> Iterator[str]:
    """The whole lobby: emulated sign, sign service, kiosk, and the desk, whose address is given."""
    state = home / "sign.json"
    line = ["--pty", str(home / "sign.pty"), "--baud", "57600", "--state", str(state)]
    running: list[subprocess.Popen[str]] = []

    def start(*words: str, told: bool = False) -> subprocess.Popen[str]:
        output = subprocess.PIPE if told else subprocess.DEVNULL
        running.append(subprocess.Popen(program(*words), env=environment(home), stdout=output, text=True))
        return running[-1]

    start("ledsign", "emulate", "--protocol", "onbon-bx5k", "--panel", "256x16", *line)
    until((home / "sign.pty").exists, 10)
    start("ledsign", "run")
    start("kiosk", "--windowed", "--size", "540x960")
    served = start("data.desk", "serve", "--port", "0", told=True)
    assert served.stdout is not None
    yield served.stdout.readline().strip().rstrip("/")
    for process in reversed(running):
        process.terminate()
        process.wait(15)
        if process.stdout:
            process.stdout.close()


def environment(home: Path) -> dict[str, str]:
    drawn = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    return {**os.environ, **drawn, "OPENHALL_HOME": str(home)}


def program(*words: str) -> list[str]:
    return [sys.executable, "-m", *words]


def until(done: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + ROOM * seconds
    while not done():
        assert time.monotonic() < end, f"not within {ROOM * seconds} s"
        time.sleep(0.05)


def told(path: Path) -> dict[str, object]:
    try:
        found: dict[str, object] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def word_file(folder: Path) -> Path:
    today = datetime.now(ZoneInfo("Asia/Shanghai"))
    document = Document()
    document.add_paragraph(f"每日要闻（{today.year}年{today.month}月{today.day}日）")
    for number, text in enumerate(TEXTS, 1):
        document.add_paragraph(f"{number}. {'【政府信息】' if number == 3 else ''}{text}")
    path = folder / "今日要闻.docx"
    document.save(str(path))
    return path


class Hands:
    """Somebody who has no mouse: reaches everything by Tab, and counts what would be clicks."""

    def __init__(self, browser: "Browser", address: str, name: str, path: str) -> None:
        self.page: Page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN").new_page()
        self.clicks = 0
        self.page.goto(f"{address}/sign-in?next={path}")
        self.page.locator("input[name=name]:focus").wait_for()
        self.page.keyboard.type(name)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("button", name="退出").wait_for()
        self.page.wait_for_load_state("networkidle")

    def reach(self, selector: str, text: str = "") -> None:
        """Press Tab until the focus is there."""
        reached = "([s, t]) => document.activeElement.matches(s) && document.activeElement.textContent.includes(t)"
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(reached, [selector, text]):
                return
        pytest.fail(f"no way to {selector} {text} by keyboard")

    def press(self, selector: str, text: str = "", key: str = "Enter") -> None:
        """Reach a button, a link or a box and use it."""
        self.reach(selector, text)
        self.clicks += 1
        self.page.keyboard.press(key)

    def is_told(self, sentence: str) -> None:
        """Wait until the page says so."""
        self.page.get_by_role("status").filter(has_text=sentence).wait_for()


def holds(home: Path, *texts: str) -> bool:
    found = told(home / "sign.json").get("texts")
    return isinstance(found, list) and all(text in found for text in texts)


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt install chromium)")
def test_the_day_by_keyboard_from_word_file_to_hall_and_back(hall: str, home: Path, tmp_path: Path) -> None:
    before = told(home / "editions" / "current" / "rotation.json")["items"]
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        editor = Hands(browser, hall, EDITOR, "/today")
        editor.reach("input[name=file]")
        with editor.page.expect_file_chooser() as chooser:
            editor.page.keyboard.press("Space")
        editor.clicks += 2
        chooser.value.set_files(word_file(tmp_path))
        editor.page.get_by_text("上没有的字：☃").wait_for()
        for _ in range(2):
            editor.reach("textarea[name=text]")
        editor.clicks += 1
        editor.page.keyboard.press("Control+A")
        editor.page.keyboard.type(RIGHT)
        editor.page.get_by_text("上没有的字").wait_for(state="hidden")
        editor.press("button", "提交审核")
        editor.is_told("已提交")
        assert editor.clicks <= 6

        reviewer = Hands(browser, hall, REVIEWER, "/review")
        reviewer.press("main a.go", "提交")
        reviewer.page.wait_for_url("**/review/*")
        reviewer.page.wait_for_load_state("networkidle")
        reviewer.press("#all-checked", key="Space")
        reviewer.press("button", "批准")
        reviewer.is_told("已批准")
        assert reviewer.clicks <= 4

        publisher = Hands(browser, hall, PUBLISHER, "/publish")
        publisher.press("button", "现在发布")
        publisher.is_told("已发布第 2 期")
        until(lambda: holds(home, TEXTS[0], RIGHT, *TEXTS[2:]), SIGN_WITHIN_S)
        until(lambda: told(home / "health" / "kiosk.json").get("edition") == 2, KIOSK_WITHIN_S)

        publisher.page.goto(f"{hall}/publish")
        publisher.press("button", "恢复这一期")
        publisher.is_told("已发布第 3 期")
        until(lambda: not holds(home, RIGHT), SIGN_WITHIN_S)
        until(lambda: told(home / "health" / "kiosk.json").get("edition") == 3, KIOSK_WITHIN_S)
        assert told(home / "editions" / "current" / "rotation.json")["items"] == before
        publisher.page.goto(f"{hall}/lobby")
        publisher.page.get_by_text("5 / 5 条已收到回执").wait_for()
        browser.close()
