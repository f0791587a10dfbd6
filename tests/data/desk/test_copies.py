"""A copy of a desk at work, restored whole: store, keys, editions; SQLite and PostgreSQL to either."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.desk.backup import back_up, keep_newest, restore
from data.desk.bootstrap import Desk
from data.desk.home import Home
from data.edition.lobby import Lobby
from data.edition.reader import Edition
from data.edition.signing import load_verifier
from data.records import BulletinItem, Office
from data.review.standing import standing
from data.review.verification import faults, history_head
from data.store.accounts import roles_of, users
from data.store.drafts import draft_records
from data.store.history import newest_entries
from data.store.signing_in import set_password
from tests.data.desk.conftest import NewStaff
from tests.helpers.prompt import Prompt
from tests.helpers.staff import EDITOR, Staff, site

PASSWORD = "更上一层楼-欲穷千里目"


@pytest.fixture
def worked(tmp_path: Path, new_staff: NewStaff) -> Staff:
    """Two editions out, one change approved, one waiting, one not handed in."""
    staff = new_staff(tmp_path / "office")
    today = staff.desk.today()
    staff.stand(*site(Office("bgs", "办公室"), BulletinItem(f"{today}/1", today, 1, "工作会议")))
    staff.publish()
    staff.stand(Office("bgs", "办公厅"))
    staff.publish()
    staff.stand(Office("kjc", "会计处"))
    staff.edit(Office("gkc", "国库处"))
    staff.submit()
    staff.edit(Office("ysc", "预算处"))
    with staff.desk.writing() as session:
        set_password(session, staff.act("console"), EDITOR, PASSWORD)
    return staff


def told(desk: Desk) -> tuple[object, ...]:
    """Everything that must come back."""
    with desk.reading() as session:
        people = [(user.name, user.password, sorted(roles_of(user))) for user in users(session)]
        history = [entry.hash for entry in newest_entries(session, None)]
        return (
            people,
            history,
            history_head(session),
            standing(session),
            draft_records(session, "office"),
            list(faults(session)),
        )


def files_of(desk: Desk) -> dict[str, bytes]:
    kept = [desk.home.folder / name for name in ("keys", "editions", "published", "openhall.toml")]
    paths = [path for top in kept for path in ([top] if top.is_file() else top.rglob("*")) if path.is_file()]
    return {
        path.relative_to(desk.home.folder).as_posix(): path.read_bytes()
        for path in sorted(paths)
        if ".lock" not in path.name
    }


def assert_whole(before: Desk, after: Desk) -> None:
    assert told(after) == told(before)
    assert told(after)[-1] == []
    assert files_of(after) == files_of(before)
    current = Lobby(after.home.editions).current
    assert current is not None
    assert current.name == Lobby(before.home.editions).current.name  # type: ignore[union-attr]  # it has published
    assert load_verifier(after.home.keys).keys == load_verifier(before.home.keys).keys
    with_name = Edition(current)
    try:
        assert with_name.manifest.number == 2
    finally:
        with_name.close()


def test_everything_comes_back_and_work_goes_on(worked: Staff, tmp_path: Path) -> None:
    back_up(worked.desk, tmp_path / "copy")
    again = replace(worked.desk, home=Home(tmp_path / "again"))
    restore(again, tmp_path / "copy")
    assert_whole(worked.desk, again)
    staff = Staff(tmp_path / "again", worked.clock)
    try:
        staff.approve(4)
        assert staff.publish().manifest.number == 3
    finally:
        staff.close()


def test_a_copy_goes_from_sqlite_to_postgresql_and_back(
    worked: Staff, tmp_path: Path, empty_postgresql_url: str
) -> None:
    back_up(worked.desk, tmp_path / "copy")
    large = replace(
        worked.desk, home=Home(tmp_path / "large"), settings=replace(worked.desk.settings, store=empty_postgresql_url)
    )
    restore(large, tmp_path / "copy")
    assert_whole(worked.desk, large)
    back_up(large, tmp_path / "copy-2")
    small = replace(worked.desk, home=Home(tmp_path / "small"))
    restore(small, tmp_path / "copy-2")
    assert_whole(large, small)
    for desk in (large, small):
        desk.store.close()


def test_the_newest_copies_are_kept_and_nothing_else_is_touched(tmp_path: Path) -> None:
    for day in range(1, 8):
        (tmp_path / f"openhall-2026-11-{day:02}.tar.gz").write_bytes(b"x")
    (tmp_path / "openhall-before-moving.tar.gz").write_bytes(b"x")
    assert keep_newest(tmp_path, 3) == 4
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [*(f"openhall-2026-11-0{day}.tar.gz" for day in (5, 6, 7)), "openhall-before-moving.tar.gz"]


def test_the_nights_copy_is_named_after_the_day(
    worked: Staff, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENHALL_HOME", str(worked.folder))
    prompt, folder = Prompt(capsys), tmp_path / "copies"
    assert "已有的文件夹" in prompt.fails(f"backup {folder} --keep 31")
    folder.mkdir()
    (folder / "openhall-2020-01-01.tar.gz").write_bytes(b"old")
    assert "删去旧备份 1 份" in prompt.does(f"backup {folder} --keep 1")
    (copy,) = folder.iterdir()
    monkeypatch.setenv("OPENHALL_HOME", str(tmp_path / "again"))
    prompt.does(f"restore {copy}")
    assert "历史完整" in prompt.does("verify-history")
    assert "至少 1 份" in prompt.fails(f"backup {folder} --keep 0")
