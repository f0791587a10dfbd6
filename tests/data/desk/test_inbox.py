"""Files dropped on a share are read once, when they are whole, with a receipt beside them."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from data.desk.inbox import RECEIPT, Inbox
from data.review.submissions import unsubmitted
from tests.data.desk.conftest import NewStaff
from tests.helpers.staff import Staff

NEWS = "2026-11-23 每日要闻\n1. 工作会议召开\n2. 预算公开（政府信息）\n"

GROWS_S, READ_WITHIN_S = 5.0, 30.0


@pytest.fixture
def staff(tmp_path: Path, new_staff: NewStaff) -> Staff:
    (tmp_path / "inbox").mkdir()
    return new_staff(tmp_path / "home")


@pytest.fixture
def inbox(tmp_path: Path, staff: Staff) -> Inbox:
    return Inbox(tmp_path / "inbox")


def looked(inbox: Inbox, staff: Staff, after_s: float = 5) -> tuple[str, ...]:
    staff.clock.now += timedelta(seconds=after_s)
    return inbox.look(staff.desk)


def receipt(inbox: Inbox, name: str) -> str:
    return (inbox.folder / f"{name}{RECEIPT}").read_text(encoding="utf-8-sig")


def drafts(staff: Staff) -> list[str]:
    with staff.desk.reading() as session:
        return [one.key for one in unsubmitted(session)]


def test_a_file_is_read_once_and_its_receipt_tells_what_came_of_it(inbox: Inbox, staff: Staff) -> None:
    (inbox.folder / "要闻.txt").write_text(NEWS, encoding="gb18030")
    assert looked(inbox, staff) == (), "first seen"
    assert looked(inbox, staff) == ("要闻.txt",)
    told = receipt(inbox, "要闻.txt")
    assert "已写入草稿：新增 2，修改 0，删除 0" in told
    assert "＋ 要闻 2026-11-23/1  工作会议召开" in told
    assert drafts(staff) == ["2026-11-23/1", "2026-11-23/2"]
    assert looked(inbox, staff) == ()
    assert looked(Inbox(inbox.folder), staff) == looked(inbox, staff) == (), "a restart reads nothing twice"


def test_a_growing_file_is_waited_for(inbox: Inbox, staff: Staff) -> None:
    path = inbox.folder / "要闻.txt"
    for end in (20, 30, len(NEWS)):
        path.write_text(NEWS[:end], encoding="utf-8")
        assert looked(inbox, staff) == ()
    assert looked(inbox, staff) == ("要闻.txt",)
    assert len(drafts(staff)) == 2


def test_a_file_with_an_error_changes_nothing_and_is_read_again_when_corrected(inbox: Inbox, staff: Staff) -> None:
    path = inbox.folder / "要闻.txt"
    path.write_text("2026-11-23\n1. 身份证 11010519491231002X\n", encoding="utf-8")
    looked(inbox, staff)
    assert looked(inbox, staff) == ("要闻.txt",)
    assert "没有导入" in receipt(inbox, "要闻.txt")
    assert "第 2 行：这里有身份证号" in receipt(inbox, "要闻.txt")
    assert drafts(staff) == []
    path.write_text(NEWS, encoding="utf-8")
    looked(inbox, staff)
    assert looked(inbox, staff) == ("要闻.txt",)
    assert "已写入草稿" in receipt(inbox, "要闻.txt")


@pytest.mark.parametrize("name", ["~$要闻.docx", ".hidden.txt", "要闻.docx.part", "Thumbs.db", f"要闻.txt{RECEIPT}"])
def test_what_is_nobodys_document_is_left_alone(inbox: Inbox, staff: Staff, name: str) -> None:
    (inbox.folder / name).write_text(NEWS, encoding="utf-8")
    looked(inbox, staff)
    assert looked(inbox, staff) == ()


def test_a_link_leads_nowhere(inbox: Inbox, staff: Staff, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(NEWS, encoding="utf-8")
    (inbox.folder / "要闻.txt").symlink_to(tmp_path / "secret.txt")
    looked(inbox, staff)
    assert looked(inbox, staff) == ()


@pytest.mark.slow
def test_the_command_waits_for_a_file_that_arrives_slowly(inbox: Inbox, staff: Staff) -> None:
    """`desk serve --inbox DIR` as it is run: the copy takes longer than one look at the folder."""
    staff.close()
    command = [sys.executable, "-m", "data.desk", "serve", "--port", "0", "--inbox", str(inbox.folder)]
    environment = {**os.environ, "OPENHALL_HOME": str(staff.folder)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        assert served.stdout.readline().startswith("http://127.0.0.1:")
        with (inbox.folder / "要闻.txt").open("w", encoding="utf-8") as slow:
            for letter in NEWS:
                slow.write(letter)
                slow.flush()
                time.sleep(GROWS_S / len(NEWS))
                assert not (inbox.folder / f"要闻.txt{RECEIPT}").exists(), "it is still growing"
        until = time.monotonic() + READ_WITHIN_S
        while not (inbox.folder / f"要闻.txt{RECEIPT}").exists() and time.monotonic() < until:
            time.sleep(0.1)
        served.terminate()
    assert "已写入草稿：新增 2，修改 0，删除 0" in receipt(inbox, "要闻.txt")
    assert drafts(staff) == ["2026-11-23/1", "2026-11-23/2"]
