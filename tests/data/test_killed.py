"""Killed at any moment, a command leaves a store that is consistent and a lobby that shows a valid edition."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook

from data.desk.bootstrap import open_desk
from data.edition.files import digest_of
from data.edition.lobby import Lobby
from data.edition.reader import Edition
from data.edition.signing import load_verifier
from data.records import Office
from data.review.verification import faults
from data.store.drafts import draft_hashes
from tests.helpers.staff import Staff, site

KILLS = 100

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path, sqlite_template: Path) -> Path:
    """A desk with something standing and published once."""
    folder = tmp_path / "home"
    folder.mkdir()
    shutil.copy(sqlite_template, folder / "store.db")
    staff = Staff(folder)
    (folder / "openhall.toml").write_text(f'[site]\nname = "{staff.desk.settings.site}"\n', "utf-8")
    staff.stand(*site(*(Office(f"o{number:02}", f"第{number}处", duties=("综合协调。",) * 5) for number in range(40))))
    staff.publish()
    staff.close()
    return folder


def command(home: Path, *words: str) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "OPENHALL_HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-m", "data.desk", *words],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def usual_seconds(home: Path, words: Callable[[int], list[str]]) -> float:
    """How long the command takes when nobody kills it."""
    asked = words(-1)
    begin = time.monotonic()
    assert command(home, *asked).wait(60) == 0
    return time.monotonic() - begin


def kill_again_and_again(home: Path, words: Callable[[int], list[str]], check: Callable[[], None]) -> None:
    """Kill the command `KILLS` times, spread over all it does; look after each."""
    whole = usual_seconds(home, words)
    moments = random.Random(20261123)
    for number in range(KILLS):
        process = command(home, *words(number))
        time.sleep(moments.uniform(0.3, 1.05) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        check()


def check_store(home: Path) -> None:
    desk = open_desk({"OPENHALL_HOME": str(home)})
    with desk.reading() as session:
        assert list(faults(session)) == []
    desk.store.close()


def check_lobby(editions: Path, keys: Path) -> None:
    """What `current` points at is signed, whole and readable."""
    current = Lobby(editions).current
    assert current is not None
    with closing(Edition(current)) as edition:
        assert edition.count("office") == 40
        body, signature = ((current / name).read_bytes() for name in ("manifest.json", "manifest.sig"))
        load_verifier(keys).verify(edition.manifest.algorithm, body, signature)
        for name, digest in edition.manifest.files.items():
            assert digest_of(current / name) == digest
        assert edition.manifest.order <= Lobby(editions).accepted


def test_publish_killed(home: Path) -> None:
    def check() -> None:
        check_store(home)
        check_lobby(home / "editions", home / "keys")

    kill_again_and_again(home, lambda _: ["publish", "--again"], check)
    assert command(home, "publish", "--again").wait(30) == 0
    check()
    leftovers = [
        path.name for path in (home / "editions").iterdir() if path.name.startswith(".") and path.name != ".lock"
    ]
    assert leftovers == []


def test_receive_killed(home: Path, tmp_path: Path) -> None:
    hall = tmp_path / "hall"
    shutil.copytree(home, hall, symlinks=True)
    (hall / "store.db").unlink()
    check_lobby(hall / "editions", hall / "keys")

    def words(_: int) -> list[str]:
        assert command(home, "publish", "--again").wait(30) == 0
        return ["receive", str(home / "published")]

    kill_again_and_again(hall, words, lambda: check_lobby(hall / "editions", hall / "keys"))
    assert command(hall, *words(0)).wait(30) == 0
    assert Lobby(hall / "editions").accepted == Lobby(home / "editions").accepted


def test_import_killed(home: Path, tmp_path: Path) -> None:
    """Either the whole file is in the drafts or nothing of it."""

    def words(number: int) -> list[str]:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "处室"
        sheet.append(["代码", "名称", "职责"])
        for office in range(40):
            sheet.append([f"o{office:02}", f"第{office}处", f"第{number}次导入的职责。"])
        path = tmp_path / f"处室{number}.xlsx"
        book.save(path)
        return ["import", str(path), "--kind", "office", "--yes"]

    states: list[frozenset[str]] = []

    def check() -> None:
        check_store(home)
        desk = open_desk({"OPENHALL_HOME": str(home)})
        with desk.reading() as session:
            states.append(frozenset(draft_hashes(session, "office").values()))
        desk.store.close()
        if len(states) > 1 and states[-1] != states[-2]:
            assert not states[-1] & states[-2], "a part of the file"

    kill_again_and_again(home, words, check)
    assert len(set(states)) > 1, "some imports were through before the kill"
