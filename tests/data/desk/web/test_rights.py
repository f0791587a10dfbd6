"""Who may do what is checked on the server for each request, whatever a page hides or a stranger sends."""

import socket
from datetime import timedelta

import httpx
import pytest

from data.desk.sampling import PASSWORD as SAMPLE_PASSWORD
from data.records import Office, Site
from data.review.standing import standing
from data.review.submissions import waiting
from data.store.signing_in import IDLE
from tests.data.desk.web.conftest import ADMINISTRATOR, AUDITOR, BOTH, EDITOR, PUBLISHER, REVIEWER, OpenBrowser
from tests.helpers.staff import Staff
from tests.helpers.web import PASSWORD

EVERYBODY = (EDITOR, REVIEWER, PUBLISHER, AUDITOR, ADMINISTRATOR)
ALL_TICKED = ["0", "1", "2", "3"]
PAGES = {
    "/today": {EDITOR, REVIEWER, PUBLISHER, AUDITOR},
    "/review": {EDITOR, REVIEWER, PUBLISHER, AUDITOR},
    "/review/2": {EDITOR, REVIEWER, PUBLISHER, AUDITOR},
    "/publish": {EDITOR, REVIEWER, PUBLISHER, AUDITOR},
    "/files": {EDITOR, REVIEWER, AUDITOR},
    "/template/office.xlsx": {EDITOR, REVIEWER, AUDITOR},
    "/preview?sign=hall&text=要闻": {EDITOR, REVIEWER, PUBLISHER, AUDITOR},
    "/account": set(EVERYBODY),
    "/history": {REVIEWER, AUDITOR, ADMINISTRATOR},
    "/history.csv": {AUDITOR, ADMINISTRATOR},
}
ACTIONS = {
    "/today/read": {EDITOR},
    "/today/save": {EDITOR},
    "/review": {EDITOR},
    "/review/2": {REVIEWER},
    "/publish": {PUBLISHER},
    "/publish/rollback": {PUBLISHER},
    "/publish/notice": {EDITOR, REVIEWER, PUBLISHER},
    "/files": {EDITOR},
    "/files/write": {EDITOR},
    "/files/undo": {EDITOR},
}
NO_RIGHT = "您的角色不能做这件事"


@pytest.fixture(autouse=True)
def submitted(staff: Staff) -> None:
    """Submission 2 waits."""
    staff.edit(Office("bgs", "办公室"))
    assert staff.submit() == 2


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_page_opens_for_its_roles_only(browse: OpenBrowser, name: str) -> None:
    browser = browse(name)
    for path, holders in PAGES.items():
        answer = browser.client.get(path)
        assert (answer.status_code == 200) == (name in holders), path
        assert (NO_RIGHT in answer.text) == (name not in holders), path


def test_who_is_not_signed_in_is_sent_to_sign_in(browse: OpenBrowser) -> None:
    stranger = browse().client
    for method, path in [*(("GET", path) for path in PAGES), *(("POST", path) for path in ACTIONS)]:
        answer = stranger.request(method, path)
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/sign-in"), path


@pytest.mark.parametrize("name", EVERYBODY)
def test_an_action_is_for_its_roles_only_even_by_direct_request(browse: OpenBrowser, staff: Staff, name: str) -> None:
    before = state(staff)
    browser = browse(name)
    for path, holders in ACTIONS.items():
        if name not in holders:
            answer = browser.send(path, {"verdict": "approve", "checked": ALL_TICKED})
            assert NO_RIGHT in answer.text, path
    assert state(staff) == before


def test_a_form_without_the_sessions_secret_does_nothing(browse: OpenBrowser, staff: Staff) -> None:
    before = state(staff)
    for name in (EDITOR, REVIEWER, PUBLISHER):
        other, browser = browse(name).secret(), browse(name)
        for path in (path for path, holders in ACTIONS.items() if name in holders):
            for secret in ("", "0" * 64, other):
                answer = browser.client.post(path, data={"csrf": secret, "verdict": "approve", "checked": ALL_TICKED})
                assert "表单已过期" in answer.text, path
    assert state(staff) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_site_does_nothing(browse: OpenBrowser, staff: Staff, headers: dict[str, str]) -> None:
    """Even one that has stolen the secret."""
    before = state(staff)
    browser = browse(REVIEWER)
    answer = browser.send("/review/2", {"verdict": "approve", "checked": ALL_TICKED}, headers=headers)
    assert "不是从本系统的页面提交的" in answer.text
    assert state(staff) == before
    assert (
        browse().client.post("/sign-in", data={"name": REVIEWER, "password": PASSWORD}, headers=headers).status_code
        == 409
    )


def state(staff: Staff) -> tuple[object, ...]:
    with staff.desk.reading() as session:
        return standing(session), [one.id for one in waiting(session)]


def test_own_submission_is_not_approved_by_direct_request(browse: OpenBrowser, staff: Staff) -> None:
    both = browse(BOTH)
    staff.edit(Office("kjc", "会计处"))
    both.send("/review", {"note": ""})
    page = both.words("/review/3")
    assert "这是您自己提交的，须由另一人审核" in page
    answer = both.send("/review/3", {"verdict": "approve", "checked": ALL_TICKED})
    assert "自己提交的，须由另一人审核" in answer.text
    with staff.desk.reading() as session:
        assert [one.key for one in standing(session)] == ["site"]


def test_the_same_approval_from_two_tabs_counts_once(browse: OpenBrowser) -> None:
    first, second = browse(REVIEWER), browse(BOTH)
    form: dict[str, str | list[str]] = {"verdict": "approve", "checked": ALL_TICKED}
    assert "已批准：提交 2" in first.send("/review/2", form).text
    assert "提交 2 已由“李审”批准" in second.send("/review/2", form).text


def test_approval_needs_every_line_of_the_checklist(browse: OpenBrowser, staff: Staff) -> None:
    before = state(staff)
    for ticked in ([], ["0", "1", "2"], ["0", "1", "2", "2"], ["0", "1", "2", "4"]):
        answer = browse(REVIEWER).send("/review/2", {"verdict": "approve", "checked": ticked})
        assert "勾选保密审查清单" in answer.text
    assert state(staff) == before


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD + " ", PASSWORD[:-1]])
def test_a_wrong_password_opens_nothing(browse: OpenBrowser, password: str) -> None:
    browser = browse()
    answer = browser.sign_in(REVIEWER, password)
    assert answer.status_code == 403
    assert "用户名或密码不对" in answer.text
    assert "set-cookie" not in answer.headers
    assert browser.client.get("/review").status_code == 303


def test_an_unknown_name_is_told_as_a_wrong_password(browse: OpenBrowser) -> None:
    assert "用户名或密码不对" in browse().sign_in("路人").text


def test_guessing_is_slowed_down_and_the_right_password_too(browse: OpenBrowser, staff: Staff) -> None:
    browser = browse()
    for guess in ("one", "two", "three"):
        assert "用户名或密码不对" in browser.sign_in(REVIEWER, guess).text
    for password in ("four", PASSWORD):
        assert "秒后再试" in browser.sign_in(REVIEWER, password).text
    staff.clock.now += timedelta(seconds=10)
    assert browser.sign_in(REVIEWER).status_code == 303


def test_a_token_planted_before_signing_in_is_worth_nothing(browse: OpenBrowser) -> None:
    browser = browse()
    browser.client.cookies.set("openhall", "planted", domain="127.0.0.1")
    answer = browser.sign_in(REVIEWER)
    token = answer.cookies["openhall"]
    assert token != "planted"
    again = browse().sign_in(REVIEWER).cookies["openhall"]
    assert again != token
    thief = httpx.get(f"{browser.client.base_url}/review", cookies={"openhall": "planted"}, trust_env=False)
    assert thief.status_code == 303


def test_the_cookie_is_kept_from_scripts_and_other_sites(browse: OpenBrowser) -> None:
    cookie = browse().sign_in(REVIEWER).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_session_ends_by_itself_and_by_signing_out(browse: OpenBrowser, staff: Staff) -> None:
    browser, other = browse(REVIEWER), browse(REVIEWER)
    assert browser.send("/sign-out", {}).status_code == 200
    assert browser.client.get("/review").status_code == 303
    assert other.client.get("/review").status_code == 200
    staff.clock.now += IDLE + timedelta(seconds=1)
    assert other.client.get("/review").status_code == 303


@pytest.mark.parametrize(
    "target",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", ""],
)
def test_signing_in_leads_nowhere_else(browse: OpenBrowser, target: str) -> None:
    answer = browse().client.post("/sign-in", data={"name": REVIEWER, "password": PASSWORD, "next": target})
    assert answer.headers["location"] == "/"


def test_the_samples_known_password_opens_no_real_office(browse: OpenBrowser) -> None:
    """The office here is not marked as invented."""
    browser = browse()
    assert browser.sign_in("示例-审核", SAMPLE_PASSWORD).status_code == 403
    assert SAMPLE_PASSWORD not in browser.words("/sign-in")


def test_the_samples_known_password_is_told_while_the_office_is_invented(browse: OpenBrowser, staff: Staff) -> None:
    staff.stand(Site("某厅（示例）", sample=True))
    browser = browse()
    assert f"密码 {SAMPLE_PASSWORD}" in browser.words("/sign-in")
    assert browser.sign_in("示例-审核", SAMPLE_PASSWORD).status_code == 303


def test_a_stranger_sees_what_is_public_and_nothing_else(browse: OpenBrowser) -> None:
    shown = browse().words("/")
    assert "1 个提交" in shown
    assert "办公室" not in shown
    assert "办公室" in browse(REVIEWER).words("/")


def test_a_body_that_is_too_large_is_refused_before_it_is_read(address: str) -> None:
    where = httpx.URL(address)
    with socket.create_connection((where.host, where.port), timeout=10) as line:
        line.sendall(f"POST /files HTTP/1.1\r\nHost: {where.host}\r\nContent-Length: {200 * 1024**2}\r\n\r\n".encode())
        assert line.recv(64).startswith(b"HTTP/1.1 413 ")


def test_a_body_of_unknown_length_ends_at_the_limit(browse: OpenBrowser) -> None:
    browser = browse(EDITOR)

    def endless() -> object:
        yield (
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.xlsx"\r\n'
            b"Content-Type: application/octet-stream\r\n\r\n"
        )
        for _ in range(100):
            yield b"x" * 1024 * 1024

    try:
        answer = browser.client.post(
            "/files",
            content=endless(),  # type: ignore[arg-type]  # a generator of bytes
            headers={"content-type": "multipart/form-data; boundary=b"},
        )
        assert answer.status_code >= 400
    except httpx.TransportError:
        pass  # cut off in the middle is as good
    assert browser.client.get("/files").status_code == 200
