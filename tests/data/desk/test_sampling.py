"""`desk init --sample`: a whole department standing and shown, from nothing, on either database."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from data.edition.reader import Edition
from data.records import KINDS
from data.review.standing import standing
from data.review.verification import faults
from data.store.database import Store
from tests.helpers.prompt import Prompt


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path))
    monkeypatch.delenv("OPENHALL_STORE", raising=False)
    return tmp_path


def test_the_sample_is_loaded_approved_and_shown(
    home: Path, empty_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt = Prompt(capsys)
    assert "已发布第 1 期" in prompt.does(f"init --sample --store '{empty_url}'")
    store = Store(empty_url)
    with store.reading() as session:
        stands = standing(session)
        assert list(faults(session)) == []
    store.close()
    assert {one.kind for one in stands} == set(KINDS)
    edition = Edition(home / "editions" / "current")
    try:
        assert edition.count("office") == 24
        assert edition.count("person") == 120
    finally:
        edition.close()
    rotation = json.loads((home / "editions/current/rotation.json").read_text(encoding="utf-8"))
    assert [sign["name"] for sign in rotation["signs"]] == ["hall"]
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()
    assert [item["key"] for item in rotation["items"] if item["key"].startswith(today)] == [
        f"{today}/{number}" for number in range(1, 6)
    ]
    assert '[[sign]]\nname = "hall"' in (home / "openhall.toml").read_text(encoding="utf-8")
    assert {"示例-编辑", "示例-审核", "示例-发布"} <= {user["name"] for user in _users(prompt)}


def _users(prompt: Prompt) -> list[dict[str, str]]:
    found = prompt("user list --json").json()
    assert isinstance(found, list)
    return found


def test_an_init_that_was_cut_off_is_finished_by_the_next(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prompt = Prompt(capsys)
    prompt.does("init --sample")
    for folder in ("editions", "published", "cache"):
        shutil.rmtree(home / folder)
    assert "已发布第 2 期" in prompt.does("init --sample")


def test_the_sample_does_not_go_over_a_real_office(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from data.importers.template import write_template
    from data.records import Site

    prompt = Prompt(capsys)
    prompt.does("init --administrator 钱")
    (home / "单位.xlsx").write_bytes(write_template("site", [Site("某省财政厅")]))
    prompt.does(f"import {home}/单位.xlsx --yes")
    assert "已有真实单位的内容" in prompt.fails("init --sample")
