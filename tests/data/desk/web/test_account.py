"""One's own account: a new password by the old one only, and every other browser signed out."""

import pytest

from data.store.history import newest_entries
from tests.data.desk.web.conftest import EDITOR, OpenBrowser
from tests.helpers.staff import Staff
from tests.helpers.web import PASSWORD

NEW = "更上一层楼-欲穷千里目"


def fields(old: str = PASSWORD, new: str = NEW, again: str = NEW) -> dict[str, str | list[str]]:
    return {"old": old, "new": new, "again": again}


def test_a_new_password_counts_at_once_and_signs_out_elsewhere(browse: OpenBrowser, staff: Staff) -> None:
    here, elsewhere = browse(EDITOR), browse(EDITOR)
    assert here.send("/account/password", fields()).status_code == 200
    assert here.client.get("/today").status_code == 200
    assert elsewhere.client.get("/today").status_code == 303
    assert browse().sign_in(EDITOR).status_code == 403
    assert browse().sign_in(EDITOR, NEW).status_code == 303
    with staff.desk.reading() as session:
        assert "user-password" in [entry.action for entry in newest_entries(session, 5)]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (fields(old="wrong"), "原来的密码不对"),
        (fields(again=NEW + "x"), "两次输入的新密码不一样"),
        (fields(new="short", again="short"), "密码至少要 10 个字符"),
    ],
)
def test_what_is_no_new_password_changes_nothing(
    browse: OpenBrowser, sent: dict[str, str | list[str]], sentence: str
) -> None:
    assert sentence in browse(EDITOR).send("/account/password", sent).text
    assert browse().sign_in(EDITOR).status_code == 303


def test_the_old_password_cannot_be_guessed_here_either(browse: OpenBrowser) -> None:
    browser = browse(EDITOR)
    said = [browser.send("/account/password", fields(old="guess")).text for _ in range(8)]
    assert "原来的密码不对" in said[0]
    assert any("秒后再试" in text for text in said)


def test_signing_out_everywhere(browse: OpenBrowser) -> None:
    here, elsewhere = browse(EDITOR), browse(EDITOR)
    here.send("/account/leave", {})
    for browser in (here, elsewhere):
        assert browser.client.get("/today").status_code == 303


def test_the_page_names_the_roles(browse: OpenBrowser) -> None:
    assert "编辑" in browse(EDITOR).words("/account")
