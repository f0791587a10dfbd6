"""The desk at the prompt: from an empty machine to an approved office, with a plain sentence for every mistake."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data.importers.template import write_template
from data.journal import Journal
from data.records import Kind, Record, Room
from tests.helpers.office import BGS, KJC
from tests.helpers.prompt import Prompt

WriteFile = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("OPENHALL_STORE", raising=False)
    return tmp_path / "home"


@pytest.fixture
def prompt(home: Path, capsys: pytest.CaptureFixture[str]) -> Prompt:
    return Prompt(capsys)


@pytest.fixture
def ready(prompt: Prompt) -> Prompt:
    """A machine with an administrator 钱, an editor 张 and a reviewer 李."""
    prompt.does("init --administrator 钱")
    prompt.does("user add 张 --role editor")
    prompt.does("user add 李 --role reviewer")
    return prompt


@pytest.fixture
def write(tmp_path: Path) -> WriteFile:
    def file(name: str, kind: Kind, *records: Record) -> Path:
        path = tmp_path / name
        path.write_bytes(write_template(kind, records))
        return path

    return file


def test_help_tells_every_command(prompt: Prompt) -> None:
    answer = prompt("--help")
    assert answer.code == 0
    for name in (
        "init",
        "user",
        "import",
        "template",
        "review",
        "collect",
        "backup",
        "restore",
        "serve",
        "doctor",
        "history",
    ):
        assert name in answer.out
        assert prompt(f"{name} --help").code == 0


@pytest.mark.parametrize("line", ["", "nothing", "user add 张", "user add 张 --role king", "review approve x --by 李"])
def test_misuse_ends_with_two(prompt: Prompt, line: str) -> None:
    assert prompt(line).code == 2


def test_nothing_works_before_init(prompt: Prompt) -> None:
    assert "请先运行 desk init" in prompt.fails("user list")
    assert "请先运行 desk init" in prompt.fails("verify-history")


def test_init_makes_store_keys_settings_and_the_first_administrator(prompt: Prompt, home: Path) -> None:
    prompt.does("init --administrator 钱")
    assert prompt("user list --json").json() == [{"name": "钱", "roles": ["administrator"], "active": True}]
    for private in (home / "store.db", home / "keys" / "private.pem"):
        assert private.stat().st_mode & 0o077 == 0, f"{private.name} is nobody else's"
    assert (home / "openhall.toml").exists()


def test_init_again_overwrites_nothing(ready: Prompt, home: Path) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*.*") if path.suffix in {".pem", ".toml"}}
    ready.does("init --administrator 别人")
    assert {path: path.read_bytes() for path in before} == before
    assert "别人" not in ready.does("user list")


def test_init_asks_for_the_administrator_and_says_so_where_nobody_answers(prompt: Prompt) -> None:
    assert "--administrator" in prompt.fails("init")


def test_the_administrator_may_be_named_by_the_environment(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENHALL_ADMINISTRATOR", "孙")
    prompt.does("init")
    assert "孙" in prompt.does("user list")


def test_init_with_another_store_than_the_file_names_is_refused(ready: Prompt, tmp_path: Path) -> None:
    assert "openhall.toml" in ready.fails(f"init --store sqlite:///{tmp_path}/other.db")


def test_init_puts_the_store_where_it_is_told(prompt: Prompt, tmp_path: Path, home: Path) -> None:
    prompt.does(f"init --administrator 钱 --store sqlite:///{tmp_path}/elsewhere.db")
    assert (tmp_path / "elsewhere.db").exists()
    assert not (home / "store.db").exists()
    assert "钱" in prompt.does("user list")


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_store_that_cannot_be_is_said_in_a_sentence(prompt: Prompt, url: str) -> None:
    prompt.fails(f"init --administrator 钱 --store {url}")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("user add 张 --role editor", "“张”已经是编辑"),
        ("user add 钱 --role reviewer", "管理员不能审核"),
        ("user add 李 --role administrator", "管理员不能审核"),
        ("user add ' 王' --role editor", "前后也不能有空格"),
        ("user add '' --role editor", "不能是空的"),
        ("user add '王\u200b' --role editor", "看不见的字符"),
        (f"user add {'王' * 201} --role editor", "太长"),
    ],
)
def test_a_user_that_cannot_be_is_refused(ready: Prompt, line: str, sentence: str) -> None:
    assert sentence in ready.fails(line)


def test_roles_are_taken_and_the_last_administrator_stays(ready: Prompt) -> None:
    ready.does("user add 张 --role publisher")
    assert "已取消：张（编辑）" in ready.does("user remove-role 张 --role editor")
    assert "张  发布" in ready.does("user list")
    assert "“张”不是编辑" in ready.fails("user remove-role 张 --role editor")
    assert "至少要给“张”留一个角色" in ready.fails("user remove-role 张 --role publisher")
    assert "没有叫“王”的用户" in ready.fails("user remove-role 王 --role editor")
    for line in ("user remove-role 钱 --role administrator", "user disable 钱"):
        assert "是最后一个管理员" in ready.fails(line)
    ready.does("user add 赵 --role administrator")
    ready.does("user disable 钱")
    assert "钱  管理员  已停用" in ready.does("user list")
    assert "是最后一个管理员" in ready.fails("user disable 赵")


def test_the_history_is_taken_out_as_csv(ready: Prompt, tmp_path: Path) -> None:
    out = tmp_path / "历史.csv"
    assert "已导出 3 条" in ready.does(f"history {out}")
    rows = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["subject"] for row in rows] == ["user/钱", "user/张", "user/李"]
    assert [int(row["number"]) for row in rows] == [1, 2, 3]
    assert ready.does("history").splitlines()[1].startswith("1,")
    assert "已导出 3 条" in ready.does(f"history {out} --since 2020-01-01")
    assert "已导出 0 条" in ready.does(f"history {out} --since 2999-01-01")
    assert "不是日期" in ready.fails("history --since 昨天")


def test_the_way_of_a_file(ready: Prompt, write: WriteFile) -> None:
    offices = write("处室.xlsx", "office", BGS, KJC)
    assert ready(f"import {offices} --dry-run --json").json() == {
        "added": 2,
        "changed": 0,
        "removed": 0,
        "problems": [],
    }
    assert "新增 2" in ready.does(f"import {offices} --yes --by 张")
    assert "编号 1，2 条改动" in ready.does("review submit --by 张")
    listed = ready("review list --json").json()
    assert isinstance(listed, list)
    assert [(one["id"], one["submitted_by"], len(one["changes"])) for one in listed] == [(1, "张", 2)]
    assert "名称：（空） → 办公室" in ready.does("review show 1")
    assert "没有“审核”角色" in ready.fails("review approve 1 --by 张")
    assert "已批准：提交 1" in ready.does("review approve 1 --by 李")
    assert ready("review list --json").json() == []
    assert "历史完整" in ready.does("verify-history")


def test_a_file_again_changes_nothing_and_without_a_row_removes_it(ready: Prompt, write: WriteFile) -> None:
    ready.does(f"import {write('处室.xlsx', 'office', BGS, KJC)} --yes")
    again = ready(f"import {write('处室.xlsx', 'office', BGS, KJC)} --json").json()
    assert again == {"added": 0, "changed": 0, "removed": 0, "problems": []}
    fewer = write("处室.xlsx", "office", replace(BGS, telephone="024-0000 0101"))
    shown = ready.does(f"import {fewer} --yes")
    assert "～ 处室 bgs  办公室\n    电话：（空） → 024-0000 0101" in shown
    assert "－ 处室 kjc  会计处" in shown


def test_a_dry_run_writes_nothing(ready: Prompt, write: WriteFile) -> None:
    ready.does(f"import {write('处室.xlsx', 'office', BGS)} --dry-run")
    assert "没有需要提交的改动" in ready.fails("review submit --by 张")


def test_without_a_console_a_file_is_not_written_unasked(ready: Prompt, write: WriteFile) -> None:
    assert "没有可以回答的终端" in ready.fails(f"import {write('处室.xlsx', 'office', BGS)}")
    assert "没有需要提交的改动" in ready.fails("review submit --by 张")


def test_one_bad_file_stops_all_files(ready: Prompt, write: WriteFile, tmp_path: Path) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_text("不是表格", encoding="utf-8")
    answer = ready(f"import {write('处室.xlsx', 'office', BGS)} {bad} --json")
    told = json.loads(answer.out)
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 1
    assert [(problem["level"], "坏.xlsx" in problem["place"]) for problem in told["problems"]] == [("error", True)]
    assert "没有需要提交的改动" in ready.fails("review submit --by 张")


def test_files_are_read_in_turn_so_that_later_ones_may_name_what_earlier_ones_bring(
    ready: Prompt, write: WriteFile
) -> None:
    offices = write("处室.xlsx", "office", BGS, KJC)
    rooms = write("房间.xlsx", "room", Room("512", office="kjc"))
    told = ready(f"import {offices} {rooms} --json").json()
    assert told == {"added": 3, "changed": 0, "removed": 0, "problems": []}


def test_only_editors_import_under_their_name(ready: Prompt, write: WriteFile) -> None:
    offices = write("处室.xlsx", "office", BGS)
    assert "没有“编辑”角色" in ready.fails(f"import {offices} --yes --by 李")


def test_a_file_that_is_not_there_is_named(ready: Prompt, tmp_path: Path) -> None:
    assert f"没有这个文件：{tmp_path}/无.xlsx" in ready.fails(f"import {tmp_path}/无.xlsx")


def test_a_folder_that_is_no_building_is_refused(ready: Prompt, tmp_path: Path) -> None:
    assert "没有导入" in ready.fails(f"import {tmp_path}")


def test_a_rejection_says_why(ready: Prompt, write: WriteFile) -> None:
    ready.does(f"import {write('处室.xlsx', 'office', BGS)} --yes")
    ready.does("review submit --by 张")
    assert ready("review reject 1 --by 李").code == 2
    assert "已退回：提交 1" in ready.does("review reject 1 --by 李 --reason 职责不全")
    assert "提交 1 已由“李”退回" in ready.fails("review approve 1 --by 李")


def test_one_change_is_approved_alone(ready: Prompt, write: WriteFile) -> None:
    ready.does(f"import {write('处室.xlsx', 'office', BGS, KJC)} --yes")
    ready.does("review submit --by 张 --note 新机构")
    assert "--only 要写成" in ready.fails("review approve 1 --by 李 --only bgs")
    assert "已批准：提交 2；其余改动另编为提交 3" in ready.does("review approve 1 --by 李 --only office/bgs")


def test_a_template_filled_with_the_drafts_is_read_back_without_a_change(
    ready: Prompt, write: WriteFile, tmp_path: Path
) -> None:
    offices = [replace(BGS, position=1), replace(KJC, position=2, parent="bgs")]
    ready.does(f"import {write('处室.xlsx', 'office', *offices)} --yes")
    ready.does(f"template office {tmp_path}/填好.xlsx --filled")
    told = ready(f"import {tmp_path}/填好.xlsx --json").json()
    assert told == {"added": 0, "changed": 0, "removed": 0, "problems": []}


def test_an_empty_template_needs_no_store(prompt: Prompt, tmp_path: Path) -> None:
    prompt.does(f"template office {tmp_path}/空.xlsx")
    assert (tmp_path / "空.xlsx").stat().st_size > 0
    assert prompt(f"template floor {tmp_path}/x.xlsx").code == 2


def test_journals_are_collected_once(ready: Prompt, home: Path) -> None:
    journal = Journal(home / "journal", "kiosk-1")
    journal.note("visit", {"seconds": 40})
    journal.close()
    assert "收进 1 条" in ready.does("collect")
    assert "收进 0 条" in ready.does("collect")


def test_a_copy_brings_everything_back(
    ready: Prompt, write: WriteFile, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.does(f"import {write('处室.xlsx', 'office', BGS)} --yes")
    ready.does("review submit --by 张")
    ready.does(f"backup {tmp_path}/备份")
    assert (tmp_path / "备份").stat().st_mode & 0o077 == 0
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path / "second"))
    ready.does(f"restore {tmp_path}/备份")
    for name in ("keys/private.pem", "openhall.toml"):
        assert (tmp_path / "second" / name).read_bytes() == (home / name).read_bytes()
    assert (tmp_path / "second/keys/private.pem").stat().st_mode & 0o077 == 0
    assert (tmp_path / "second/store.db").stat().st_mode & 0o077 == 0
    ready.does("review approve 1 --by 李")
    assert "里已有 keys" in ready.fails(f"restore {tmp_path}/备份")


@pytest.mark.parametrize("body", [b"", b"no archive", b"\x1f\x8b\x08\x00 cut off"])
def test_what_is_no_copy_restores_nothing(prompt: Prompt, home: Path, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "坏").write_bytes(body)
    assert "不是完整的备份文件" in prompt.fails(f"restore {tmp_path}/坏")
    assert list(home.iterdir()) == []


def test_a_copy_cut_short_restores_nothing(ready: Prompt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready.does(f"backup {tmp_path}/整")
    whole = (tmp_path / "整").read_bytes()
    (tmp_path / "半").write_bytes(whole[: len(whole) // 2])
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path / "second"))
    assert "不是完整的备份文件" in ready.fails(f"restore {tmp_path}/半")
    assert list((tmp_path / "second").iterdir()) == []


def test_doctor_says_what_is_wrong_and_what_to_do(ready: Prompt, home: Path) -> None:
    answer = ready("doctor")
    assert answer.code == 1
    assert "坏  还没有发布过：desk publish" in answer.out
    assert "好  历史记录完整" in answer.out
    (home / "keys" / "private.pem").chmod(0o644)
    assert "坏  " in ready("doctor").out.split("private.pem")[0].splitlines()[-1]


def test_doctor_on_an_empty_machine_does_not_stumble(prompt: Prompt) -> None:
    answer = prompt("doctor --json")
    assert answer.code == 1
    told = answer.json()
    assert isinstance(told, list)
    assert sum(not one["good"] for one in told) >= 4


def test_a_broken_settings_file_is_named_with_its_key(ready: Prompt, home: Path) -> None:
    (home / "openhall.toml").write_text("store = 3\n", encoding="utf-8")
    assert f"{home}/openhall.toml：store 应当是文字" in ready.fails("user list")


def test_a_console_without_chinese_still_works(home: Path) -> None:
    import os
    import subprocess
    import sys

    environment = {**os.environ, "OPENHALL_HOME": str(home), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "data.desk", "user", "list"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_what_is_withdrawn_may_be_named_as_the_screen_names_it(ready: Prompt) -> None:
    assert "没有已批准的要闻 2026-11-23/9" in ready.fails("withdraw 要闻 2026-11-23/9 --by 张 --reason 有误")
    assert "可以撤下的有：" in ready.fails("withdraw 天气 x --by 张 --reason 有误")
