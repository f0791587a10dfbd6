"""What is tried on the desk's door and its approvals: forged forms, own approval, guessing, planted tokens, floods."""

import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx
import pytest

from data.desk.sampling import PASSWORD as SAMPLE_PASSWORD
from data.records import Office, Site
from data.review.standing import standing
from data.review.submissions import waiting
from data.store.history import newest_entries
from data.store.signing_in import IDLE
from tests.data.desk.web.conftest import ADMINISTRATOR, BOTH, EDITOR, REVIEWER, OpenBrowser
from tests.helpers.staff import Staff
from tests.helpers.web import PASSWORD

ALL_TICKED = ["0", "1", "2", "3"]


@pytest.fixture(autouse=True)
def submitted(staff: Staff) -> None:
    """Submission 2 waits."""
    staff.edit(Office("bgs", "办公室"))
    assert staff.submit() == 2


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


def test_own_submission_is_not_approved_from_a_second_tab_either(browse: OpenBrowser, staff: Staff) -> None:
    """One tab has the form of somebody else's submission open while the other hands in its own."""
    first, second = browse(BOTH), browse(BOTH)
    assert "公开前保密审查" in first.words("/review/2")
    staff.edit(Office("kjc", "会计处"))
    second.send("/review", {"note": ""})
    form: dict[str, str | list[str]] = {"verdict": "approve", "checked": ALL_TICKED}
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda browser: browser.send("/review/3", form).text, (first, second)))
    assert all("自己提交的，须由另一人审核" in text for text in answers)
    with staff.desk.reading() as session:
        assert [one.id for one in waiting(session)] == [2, 3]


def test_two_tabs_at_the_same_instant_approve_once(browse: OpenBrowser, staff: Staff) -> None:
    tabs = [browse(REVIEWER) for _ in range(4)]
    form: dict[str, str | list[str]] = {"verdict": "approve", "checked": ALL_TICKED}
    with ThreadPoolExecutor(len(tabs)) as all_at_once:
        answers = list(all_at_once.map(lambda tab: tab.send("/review/2", form).text, tabs))
    assert sum("已批准：提交 2" in text for text in answers) == 1
    assert sum("提交 2 已由“李审”批准" in text for text in answers) == len(tabs) - 1
    with staff.desk.reading() as session:
        approvals = [
            one for one in newest_entries(session, None) if (one.action, one.subject) == ("approved", "submission/2")
        ]
    assert len(approvals) == 1


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


def test_who_signs_in_comes_to_what_was_asked_for_with_its_query(browse: OpenBrowser) -> None:
    stranger = browse().client
    location = stranger.get("/today?day=2026-11-20").headers["location"]
    target = httpx.URL(location).params["next"]
    assert target == "/today?day=2026-11-20"
    answer = stranger.post("/sign-in", data={"name": EDITOR, "password": PASSWORD, "next": target})
    assert answer.headers["location"] == target
    assert stranger.get("/tables/office/list?q=x").status_code == 200


def test_a_table_asked_for_keeps_its_query_too(browse: OpenBrowser) -> None:
    location = browse().client.get("/tables/office/list?q=1").headers["location"]
    assert httpx.URL(location).params["next"] == "/tables/office/list?q=1"


@pytest.mark.parametrize(
    ("name", "asked", "begins"),
    [
        (ADMINISTRATOR, "/today", "/"),
        (ADMINISTRATOR, "/tables/office/list", "/"),
        (ADMINISTRATOR, "/history", "/history"),
        (EDITOR, "/history", "/"),
        (EDITOR, "/", "/today"),
        (REVIEWER, "/", "/"),
        (REVIEWER, "/review/2", "/review/2"),
    ],
)
def test_everybody_begins_on_a_page_of_theirs(browse: OpenBrowser, name: str, asked: str, begins: str) -> None:
    answer = browse().client.post("/sign-in", data={"name": name, "password": PASSWORD, "next": asked})
    assert answer.headers["location"] == begins


def test_a_refusal_has_the_menu_of_who_reads_it(browse: OpenBrowser) -> None:
    editor = browse(EDITOR)
    for path, code in (("/history", 409), ("/nowhere", 404), ("/tables/office/edit?pk=none", 404)):
        answer = editor.client.get(path)
        assert answer.status_code == code, path
        assert 'href="/today"' in answer.text, path
        assert EDITOR in answer.text, path
    assert 'href="/today"' not in browse().client.get("/nowhere").text
