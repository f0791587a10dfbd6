"""The staff's first page: what is shown, what waits, what stands; and a browser that may load nothing else."""

import json
import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from httpx import Client
from starlette.routing import Route

from data.desk.health import Health, read_health, write_health
from data.desk.web.app import make_app
from data.desk.web.pages import ago
from data.records import BulletinItem, ItemKind, Office
from tests.data.desk.web.conftest import EDITOR, OpenBrowser
from tests.helpers.staff import Staff, site
from tests.helpers.web import HOST, served

OFFICE = Office("bgs", "办公室")


@pytest.fixture
def browser(browse: OpenBrowser) -> Client:
    """A signed-in editor's."""
    return browse(EDITOR).client


def text(client: Client) -> str:
    """The page's words without its tags, blanks run together."""
    answer = client.get("/")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.text))


def figures(client: Client) -> dict[str, object]:
    told = json.loads(client.get("/status.json").text)
    assert isinstance(told, dict)
    return told


def test_an_empty_desk_says_what_to_do(browser: Client) -> None:
    shown = text(browser)
    for sentence in ("还没有发布", "没有等待审核的提交", "今天还没有批准的要闻"):
        assert sentence in shown


def test_what_waits_is_named_with_who_and_what(browser: Client, staff: Staff) -> None:
    staff.stand(*site())
    staff.edit(OFFICE)
    number = staff.submit()
    shown = text(browser)
    assert f"提交 {number}" in shown
    assert "新增 处室 办公室" in shown
    assert "1 个提交" in shown
    staff.approve(number)
    assert "没有等待审核的提交" in text(browser)


def test_figures_follow_every_step(browser: Client, staff: Staff) -> None:
    def told() -> tuple[object, ...]:
        found = figures(browser)
        return tuple(found[name] for name in ("edition", "unsubmitted", "waiting", "unpublished"))

    staff.stand(*site(OFFICE))
    assert told() == (None, 0, 0, 2)
    staff.publish()
    assert told() == (1, 0, 0, 0)
    staff.edit(Office("bgs", "办公厅"))
    assert told() == (1, 1, 0, 0)
    number = staff.submit()
    assert told() == (1, 0, 1, 0)
    staff.approve(number)
    assert told() == (1, 0, 0, 1)
    staff.publish()
    assert told() == (2, 0, 0, 0)


def test_todays_news_is_shown_as_the_hall_has_it(browser: Client, staff: Staff) -> None:
    today = staff.desk.today()
    other = today - timedelta(days=1)
    staff.stand(
        *site(
            BulletinItem(f"{today}/2", today, 2, "预算公开", ItemKind.DISCLOSED),
            BulletinItem(f"{today}/1", today, 1, "工作会议"),
            BulletinItem(f"{other}/1", other, 1, "昨天的事"),
        )
    )
    shown = text(browser)
    assert "新闻 工作会议 政府信息 预算公开" in shown
    assert "昨天的事" not in shown


def test_a_program_that_fell_silent_is_red(browser: Client, staff: Staff) -> None:
    folder = staff.desk.home.health
    write_health(folder, Health("kiosk", staff.desk.now() - timedelta(minutes=3), None, "showing", ()))
    write_health(folder, Health("ledsign", staff.desk.now(), None, "", ("屏没有应答",)))
    shown = text(browser)
    assert "触摸屏 没有消息 — 3 分钟前" in shown
    assert "电子屏 请查看 — 刚刚 屏没有应答" in shown
    told = figures(browser)
    assert told["late"] == ["kiosk"]
    assert told["problems"] == ["ledsign: 屏没有应答"]


def test_a_program_whose_clock_is_ahead_is_red(browser: Client, staff: Staff) -> None:
    write_health(staff.desk.home.health, Health("kiosk", staff.clock.now + timedelta(minutes=5), None, "showing", ()))
    assert "时钟快了 4 分钟" in text(browser), "it cannot be told how long it is silent"
    assert figures(browser)["late"] == ["kiosk"]


def test_a_program_on_an_older_edition_is_red(browser: Client, staff: Staff) -> None:
    staff.stand(*site())
    number = staff.publish().manifest.number
    write_health(staff.desk.home.health, Health("kiosk", staff.desk.now(), number - 1, "showing", ()))
    assert "触摸屏 请查看 第 0 期" in text(browser)
    write_health(staff.desk.home.health, Health("kiosk", staff.desk.now(), number, "showing", ()))
    assert "触摸屏 正常 第 1 期" in text(browser)


@pytest.mark.parametrize("body", ["", "{", "[]", '{"time": 3}', '{"time": "yesterday"}', '{"problems": ["x"]}'])
def test_a_health_file_that_says_nothing_is_a_problem(tmp_path: Path, body: str) -> None:
    (tmp_path / "kiosk.json").write_text(body, encoding="utf-8")
    (one,) = read_health(tmp_path)
    assert one.problems
    assert one.is_late(datetime.now(UTC))


def test_text_from_staffs_files_is_text_on_the_page(browser: Client, staff: Staff) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    staff.stand(*site())
    staff.edit(Office("bgs", evil))
    staff.submit()
    body = browser.get("/").text
    assert evil not in body
    assert "&lt;script&gt;" in body


def test_the_page_loads_nothing_from_outside_and_no_script_stands_in_it(browser: Client) -> None:
    answer = browser.get("/")
    assert re.findall(r"<script(?! type=\"module\" src=\"/static/home\.js\"></script>)", answer.text) == []
    assert re.findall(r'(?:src|href)="(?!/|#)([^"]*)"', answer.text) == []
    style = browser.get("/static/desk.css").text
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/desk.css", "/static/../app.py", "/status.json"])
def test_every_answer_carries_the_safe_headers(browser: Client, path: str) -> None:
    headers = browser.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_a_page_that_is_not_there_says_so_in_chinese(browser: Client) -> None:
    answer = browser.get("/nowhere")
    assert answer.status_code == 404
    assert "没有这一页" in answer.text


def test_only_our_own_names_are_answered(browser: Client) -> None:
    """A page elsewhere that points its own name at this machine gets nothing."""
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_store_that_went_away_is_a_sentence_not_a_traceback(staff: Staff) -> None:
    with served(make_app(staff.desk, [HOST])) as client:
        client.get("/")
        staff.desk.store.close()
        (staff.desk.home.folder / "store.db").unlink()
        (staff.desk.home.folder / "store.db").mkdir()
        answer = client.get("/")
    assert answer.status_code == 409
    assert "资料库用不了" in answer.text


@pytest.mark.parametrize(("language", "heading"), [("zh", "工作台出错了"), ("en", "The desk has a fault")])
def test_our_own_mistake_is_a_sentence_not_a_traceback(staff: Staff, language: str, heading: str) -> None:
    app = make_app(staff.desk, [HOST])
    app.router.routes.insert(0, Route("/mistake", lambda _: [].pop()))
    with served(app) as client:
        answer = client.get("/mistake", headers={"Cookie": f"language={language}", "Connection": "close"})
        assert client.get("/").status_code == 200, "and the desk goes on"
    assert (answer.status_code, heading in answer.text, "Traceback" in answer.text) == (500, True, False)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_the_desk_tells_its_own_health(staff: Staff) -> None:
    with served(make_app(staff.desk, [HOST])):
        while not (staff.desk.home.health / "desk.json").exists():
            time.sleep(0.01)
    (one,) = read_health(staff.desk.home.health)
    assert (one.program, one.edition, one.state, one.problems) == ("desk", None, "serving", ())


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "刚刚"),
        (9, "刚刚"),
        (10, "10 秒前"),
        (59, "59 秒前"),
        (60, "1 分钟前"),
        (7200, "2 小时前"),
        (172800, "2 天前"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(seconds: int, words: str) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert ago(now - timedelta(seconds=seconds), now) == words
    assert ago(None, now) == "没有消息"
