"""The day's task in real Chromium by keyboard alone, and what the hall then shows: real sign service, real kiosk."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from data.desk.sampling import EDITOR, PASSWORD, PUBLISHER, REVIEWER
from data.importers.reader import read
from data.records import BulletinItem
from data.sample.files import FOLDER
from ledsign.compose import replaced
from tests.helpers.hands import CHROMIUM, Hands

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

SIGN_WITHIN_S, KIOSK_WITHIN_S = 5.0, 10.0
READY_WITHIN_S = 30.0
SAMPLE_DAY = FOLDER / "每日要闻-2026-11-20-示例.docx"
CARD = "110105194912310" + "02X"
"""A number of the form of an identity card's, with the right check digit: clerks paste them with lists of names."""


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
    until((home / "sign.pty").exists, READY_WITHIN_S)
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
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.05)


def told(path: Path) -> dict[str, object]:
    try:
        found: dict[str, object] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def word_file(folder: Path) -> tuple[Path, list[str]]:
    """A day of the sample as the clerk has it this morning, an identity number left in its second item.

    Its path, and the five texts as they are to be.
    """
    today = datetime.now(ZoneInfo("Asia/Shanghai"))
    document = Document(str(SAMPLE_DAY))
    document.paragraphs[1].text = f"{today.year}年{today.month}月{today.day}日 星期{'一二三四五六日'[today.weekday()]}"
    path = folder / "今日要闻.docx"
    document.save(str(path))
    parsed = read(path.name, path.read_bytes(), "bulletin")
    texts = [item.text for item in parsed.records if isinstance(item, BulletinItem)]
    document.paragraphs[3].text = document.paragraphs[3].text.replace("公示", f"公示（{CARD}）")
    document.save(str(path))
    return path, texts


def holds(home: Path, *texts: str) -> bool:
    found = told(home / "sign.json").get("texts")
    return isinstance(found, list) and all(replaced(text)[0] in found for text in texts)


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt install chromium)")
def test_the_day_by_keyboard_from_word_file_to_hall_and_back(hall: str, home: Path, tmp_path: Path) -> None:
    before = told(home / "editions" / "current" / "rotation.json")["items"]
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        file, texts = word_file(tmp_path)
        assert len(texts) == 5
        editor = Hands(browser, hall, EDITOR, PASSWORD, "/today")
        with editor.page.expect_file_chooser() as chooser:  # well before the key: the browser is told of it on its way
            editor.reach("input[name=file]")
            editor.page.keyboard.press("Space")
        editor.clicks += 2
        chooser.value.set_files(file)
        beside = editor.page.locator("#items li.item").nth(1).locator(".beside .error")
        beside.filter(has_text="身份证号").wait_for()
        for _ in range(2):
            editor.reach("textarea[name=text]")
        editor.clicks += 1
        editor.page.keyboard.press("Control+A")
        editor.page.keyboard.type(texts[1])
        beside.first.wait_for(state="hidden")
        editor.press("button", "提交审核")
        editor.is_told("已提交")
        assert editor.clicks <= 6

        reviewer = Hands(browser, hall, REVIEWER, PASSWORD, "/review")
        reviewer.press("main a.go", "提交")
        reviewer.page.wait_for_url("**/review/*")
        reviewer.page.wait_for_load_state("networkidle")
        reviewer.press("#all-checked", key="Space")
        reviewer.press("button", "批准")
        reviewer.is_told("已批准")
        assert reviewer.clicks <= 4

        publisher = Hands(browser, hall, PUBLISHER, PASSWORD, "/publish")
        publisher.press("button", "现在发布")
        publisher.is_told("已发布第 2 期")
        until(lambda: holds(home, *texts), SIGN_WITHIN_S)
        until(lambda: told(home / "health" / "kiosk.json").get("edition") == 2, KIOSK_WITHIN_S)

        publisher.page.goto(f"{hall}/publish")
        publisher.press("button", "恢复这一期")
        publisher.is_told("已发布第 3 期")
        until(lambda: not holds(home, texts[1]), SIGN_WITHIN_S)
        until(lambda: told(home / "health" / "kiosk.json").get("edition") == 3, KIOSK_WITHIN_S)
        assert told(home / "editions" / "current" / "rotation.json")["items"] == before
        publisher.page.goto(f"{hall}/lobby")
        publisher.page.get_by_text("5 / 5 条已收到回执").wait_for()
        browser.close()
