"""The administrator keeps the users in the browser: who works here, in which roles, and who no longer does."""

import pytest

from data.store.accounts import roles_of, users
from data.store.history import newest_entries
from tests.data.desk.web.conftest import ADMINISTRATOR, AUDITOR, EDITOR, REVIEWER, OpenBrowser
from tests.helpers.staff import Staff
from tests.helpers.web import PASSWORD

NEW = "新来的"
SECRET = "更上一层楼-欲穷千里目"
Fields = dict[str, str | list[str]]


def newcomer(**changed: str | list[str]) -> Fields:
    return {"name": NEW, "role": ["editor", "reviewer"], "new": SECRET, "again": SECRET, **changed}


def people(staff: Staff) -> dict[str, tuple[list[str], bool]]:
    with staff.desk.reading() as session:
        return {user.name: (sorted(role.value for role in roles_of(user)), user.active) for user in users(session)}


def done(staff: Staff, count: int) -> list[tuple[str, str, str, str]]:
    with staff.desk.reading() as session:
        return [(one.by, one.action, one.subject, one.detail) for one in reversed(newest_entries(session, count))]


def test_a_user_is_added_with_roles_and_can_sign_in(browse: OpenBrowser, staff: Staff) -> None:
    administrator = browse(ADMINISTRATOR)
    assert "已添加用户" in administrator.send("/users", newcomer()).text
    assert people(staff)[NEW] == (["editor", "reviewer"], True)
    assert browse().sign_in(NEW, SECRET).status_code == 303
    told = [(by, action, subject) for by, action, subject, _ in done(staff, 4)[:3]]
    added = (ADMINISTRATOR, "user-add", f"user/{NEW}")
    assert told == [added, added, (ADMINISTRATOR, "user-password", f"user/{NEW}")]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (newcomer(name=EDITOR), f"已经有叫“{EDITOR}”的用户"),
        (newcomer(name=" "), "用户名不能是空的"),
        (newcomer(role=[]), "请至少选一个角色"),
        (newcomer(role=["king"]), "请至少选一个角色"),
        (newcomer(role=["reviewer", "administrator"]), "不能同时是管理员和审核"),
        (newcomer(again="x"), "两次输入的新密码不一样"),
        (newcomer(new="short", again="short"), "密码至少要 10 个字符"),
        (newcomer(new=f"{NEW}一二三四五六七", again=f"{NEW}一二三四五六七"), "密码不能包含用户名"),
    ],
)
def test_who_cannot_be_added_is_not_half_added(browse: OpenBrowser, staff: Staff, sent: Fields, sentence: str) -> None:
    before = people(staff)
    assert sentence in browse(ADMINISTRATOR).send("/users", sent).text
    assert people(staff) == before


def test_roles_come_and_go_at_once(browse: OpenBrowser, staff: Staff) -> None:
    administrator, editor = browse(ADMINISTRATOR), browse(EDITOR)
    assert editor.client.get("/history").status_code == 409
    answer = administrator.send("/users/roles", {"name": EDITOR, "role": ["auditor", "publisher"]})
    assert "已改好角色" in answer.text
    assert people(staff)[EDITOR] == (["auditor", "publisher"], True)
    assert editor.client.get("/history").status_code == 200
    assert done(staff, 3) == [
        (ADMINISTRATOR, "user-role-taken", f"user/{EDITOR}", "editor"),
        (ADMINISTRATOR, "user-add", f"user/{EDITOR}", "auditor"),
        (ADMINISTRATOR, "user-add", f"user/{EDITOR}", "publisher"),
    ]


def test_a_reviewer_may_become_an_administrator_in_one_step(browse: OpenBrowser, staff: Staff) -> None:
    """The store's own trigger keeps the two apart at every moment."""
    browse(ADMINISTRATOR).send("/users/roles", {"name": REVIEWER, "role": "administrator"})
    assert people(staff)[REVIEWER] == (["administrator"], True)
    browse(REVIEWER).send("/users/roles", {"name": ADMINISTRATOR, "role": "reviewer"})
    assert people(staff)[ADMINISTRATOR] == (["reviewer"], True)


@pytest.mark.parametrize(
    ("path", "sent", "sentence"),
    [
        ("/users/roles", {"name": ADMINISTRATOR, "role": "auditor"}, "是最后一个管理员"),
        ("/users/switch", {"name": ADMINISTRATOR, "turn": "off"}, "是最后一个管理员"),
        ("/users/roles", {"name": EDITOR, "role": []}, "至少要给“张编”留一个角色"),
        ("/users/roles", {"name": EDITOR, "role": ["administrator", "reviewer"]}, "不能同时是管理员和审核"),
        ("/users/roles", {"name": "路人", "role": "editor"}, "没有叫“路人”的用户"),
        ("/users/switch", {"name": "路人", "turn": "off"}, "没有叫“路人”的用户"),
        ("/users/password", {"name": "路人", "new": SECRET, "again": SECRET}, "没有叫“路人”的用户"),
        ("/users/password", {"name": EDITOR, "new": SECRET, "again": PASSWORD}, "两次输入的新密码不一样"),
        ("/users/password", {"name": "示例-审核", "new": SECRET, "again": SECRET}, "示例用户的密码不能改"),
    ],
)
def test_what_cannot_be_done_to_a_user_changes_nothing(
    browse: OpenBrowser, staff: Staff, path: str, sent: Fields, sentence: str
) -> None:
    before = people(staff)
    assert sentence in browse(ADMINISTRATOR).send(path, sent).text
    assert people(staff) == before
    assert browse().sign_in(EDITOR).status_code == 303


def test_a_disabled_administrator_is_none_to_fall_back_on(browse: OpenBrowser, staff: Staff) -> None:
    administrator = browse(ADMINISTRATOR)
    administrator.send("/users", newcomer(role="administrator"))
    administrator.send("/users/switch", {"name": NEW, "turn": "off"})
    assert "是最后一个管理员" in administrator.send("/users/switch", {"name": ADMINISTRATOR, "turn": "off"}).text
    administrator.send("/users/switch", {"name": NEW, "turn": "on"})
    administrator.send("/users/switch", {"name": ADMINISTRATOR, "turn": "off"})
    assert people(staff)[ADMINISTRATOR][1] is False
    assert administrator.client.get("/users").status_code == 303


def test_who_is_disabled_is_out_at_once_and_may_come_back(browse: OpenBrowser) -> None:
    administrator, editor = browse(ADMINISTRATOR), browse(EDITOR)
    assert "已停用" in administrator.send("/users/switch", {"name": EDITOR, "turn": "off"}).text
    assert editor.client.get("/today").status_code == 303
    assert browse().sign_in(EDITOR).status_code == 403
    administrator.send("/users/switch", {"name": EDITOR, "turn": "on"})
    assert browse().sign_in(EDITOR).status_code == 303


def test_a_new_password_signs_out_and_ends_the_delay(browse: OpenBrowser) -> None:
    administrator, editor, guesser = browse(ADMINISTRATOR), browse(EDITOR), browse()
    for _ in range(6):
        guesser.sign_in(EDITOR, "guess")
    administrator.send("/users/password", {"name": EDITOR, "new": SECRET, "again": SECRET})
    assert editor.client.get("/today").status_code == 303
    assert browse().sign_in(EDITOR, SECRET).status_code == 303


def test_the_auditor_reads_the_page_and_finds_no_button(browse: OpenBrowser) -> None:
    page = browse(AUDITOR).client.get("/users").text
    assert EDITOR in page
    assert 'action="/users' not in page
