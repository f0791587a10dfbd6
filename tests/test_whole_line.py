"""The whole line with real programs: a Word file, a second person, an edition, the sign's dots and the glass."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app import build
from kiosk.settings import Settings
from ledsign.compose import compose_item
from ledsign.rotation import Rotation
from tests.helpers.accessible import names, touch

ACKNOWLEDGED_WITHIN_S = 5.0
TEXTS = ("会计考试报名", "国债今日发行", "采购目录公布", "年报全文公开", "大厅照常开放")
"""Short, so that the sign has shown all five within a quarter of a minute."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A desk with the sample standing and published."""
    folder = tmp_path / "home"
    desk(folder, "init", "--sample")
    return folder


@pytest.fixture
def started(home: Path) -> Iterator[Callable[..., None]]:
    """Start a module's program; all are ended, in turn, at the end."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*command: str) -> None:
        environment = {**os.environ, "OPENHALL_HOME": str(home)}
        running.append(subprocess.Popen([sys.executable, "-m", *command], env=environment))

    yield start
    for process in reversed(running):
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def desk(home: Path, *words: str) -> str:
    """Run one desk command and give what it printed; a failure shows its line."""
    done = subprocess.run(
        [sys.executable, "-m", "data.desk", *words],
        env={**os.environ, "OPENHALL_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def bulletin(folder: Path) -> Path:
    """Today's bulletin as the clerk writes it."""
    today = datetime.now(ZoneInfo("Asia/Shanghai"))
    document = Document()
    document.add_paragraph(f"每日要闻（{today.year}年{today.month}月{today.day}日）")
    for number, text in enumerate(TEXTS, 1):
        mark = "【政府信息】" if number == 3 else ""
        document.add_paragraph(f"{number}. {mark}{text}")
    path = folder / "今日要闻.docx"
    document.save(str(path))
    return path


def until(done: Callable[[], bool], seconds: float) -> None:
    """Wait for something, at most so long."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.05)


def read(path: Path) -> dict[str, object]:
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def acknowledged(home: Path, edition: int) -> bool:
    health = read(home / "health" / "ledsign.json")
    return health.get("edition") == edition and health.get("items_acknowledged") == len(TEXTS)


def test_from_a_word_file_to_the_sign_and_the_glass(
    home: Path, tmp_path: Path, started: Callable[..., None], qapp: QGuiApplication
) -> None:
    state = tmp_path / "sign.json"
    line = ["--pty", str(home / "sign.pty"), "--baud", "57600", "--state", str(state)]
    started("ledsign", "emulate", "--protocol", "onbon-bx5k", "--panel", "256x16", *line)
    until((home / "sign.pty").exists, 10)
    started("ledsign", "run")
    until(lambda: acknowledged(home, 1), 15)

    told = json.loads(desk(home, "import", str(bulletin(tmp_path)), "--yes", "--json"))
    assert told["problems"] == []
    desk(home, "review", "submit", "--by", "示例-编辑")
    waiting = json.loads(desk(home, "review", "list", "--json"))
    desk(home, "review", "approve", str(waiting[0]["id"]), "--by", "示例-审核")
    assert all(text not in str(read(state)["texts"]) for text in TEXTS), "approved is not yet published"
    published = json.loads(desk(home, "publish", "--json"))
    until(lambda: acknowledged(home, published["edition"]), ACKNOWLEDGED_WITHIN_S)
    took = _last_acknowledgement(home) - datetime.fromisoformat(published["published_at"])
    assert took.total_seconds() < ACKNOWLEDGED_WITHIN_S

    assert_every_item_shows(home, state)
    assert_the_glass_shows(home, qapp)


def _last_acknowledgement(home: Path) -> datetime:
    lines = (home / "journal" / "ledsign.jsonl").read_text("utf-8").splitlines()
    return max(datetime.fromisoformat(row["time"]) for row in map(json.loads, lines) if row["kind"] == "acknowledged")


def assert_every_item_shows(home: Path, state: Path) -> None:
    """The dots of the emulated sign are, one after the other, the rendering of each text."""
    rotation = Rotation.from_json((home / "editions" / "current" / "rotation.json").read_bytes())
    panel = rotation.panel_of("hall")
    assert panel is not None
    wanted = {
        compose_item(item, panel).pages[0].bitmap.drawn(): item.text for item in rotation.items if item.text in TEXTS
    }
    assert sorted(wanted.values()) == sorted(TEXTS)
    seen: set[str] = set()

    def all_seen() -> bool:
        dots = read(state).get("dots")
        seen.add("\n".join(dots) if isinstance(dots, list) else "")
        return wanted.keys() <= seen

    until(all_seen, 60)


def assert_the_glass_shows(home: Path, qapp: QGuiApplication) -> None:
    """A visitor touches the news on the home page and reads the five."""
    kiosk = build(Settings(home, motion=False), lambda: datetime.now(UTC), clock=time.monotonic)
    try:
        window = kiosk.window
        assert isinstance(window, QQuickWindow)
        window.show()
        kiosk.visit.touched()
        QCoreApplication.processEvents()
        touch(window, "今日要闻")
        until(lambda: _shows_all(window), 5)
    finally:
        kiosk.close()


def _shows_all(window: QQuickWindow) -> bool:
    QCoreApplication.processEvents()
    told = "\n".join(names(window))
    return all(text in told for text in TEXTS)
