"""The lobby as it is now: editions, acknowledgements, lamps from what was acknowledged, red when late."""

import json
from datetime import date, timedelta

from data.records import BulletinItem
from tests.data.desk.web.conftest import EDITOR, OpenBrowser
from tests.helpers.staff import Staff

DAY = date(2026, 11, 23)
NEWS = [BulletinItem(f"2026-11-23/{place}", DAY, place, text) for place, text in enumerate(("甲会议", "乙通知"), 1)]


def tell(staff: Staff, program: str, machine: str = "", **facts: object) -> None:
    folder = staff.desk.home.health / machine
    folder.mkdir(parents=True, exist_ok=True)
    told = {"time": staff.clock.now.isoformat(), "edition": 1, "state": "ok", "problems": [], **facts}
    (folder / f"{program}.json").write_text(json.dumps(told), encoding="utf-8")


def sign(acknowledged: int) -> dict[str, object]:
    showing = [item.key for item in NEWS[:acknowledged]]
    return {"name": "hall", "items_wanted": 2, "items_acknowledged": acknowledged, "showing": showing, "reason": ""}


def test_the_lamps_are_those_of_what_was_acknowledged(browse: OpenBrowser, staff: Staff) -> None:
    staff.stand(*NEWS)
    staff.publish()
    tell(staff, "ledsign", signs=[sign(1)])
    browser = browse(EDITOR)
    shown = browser.words("/lobby")
    assert "1 / 2 条已收到回执" in shown
    assert "请查看" in shown
    (lamps,) = browser.client.get("/lobby.json").json()["signs"]
    preview = browser.client.get("/preview.json", params={"sign": "hall", "text": "甲会议", "kind": "news"}).json()
    assert lamps == preview
    tell(staff, "ledsign", signs=[sign(2)])
    assert "正常" in browser.words("/lobby")


def test_what_is_late_or_behind_is_red(browse: OpenBrowser, staff: Staff) -> None:
    staff.publish()
    tell(staff, "kiosk")
    tell(staff, "kiosk", "east", edition=0)
    browser = browse(EDITOR)
    page = browser.client.get("/lobby").text
    assert page.count('class="panel device good"') == 1
    assert page.count('class="panel device bad"') == 1
    assert "触摸屏 east" in browser.words("/lobby")
    mark = browser.client.get("/lobby.json").json()["mark"]
    staff.clock.now += timedelta(minutes=1)
    assert "没有消息" in browser.words("/lobby")
    assert browser.client.get("/lobby.json").json()["mark"] != mark, "open pages look again"


def test_a_damaged_file_is_a_device_with_a_problem(browse: OpenBrowser, staff: Staff) -> None:
    tell(staff, "ledsign", signs="none")
    (staff.desk.home.health / "kiosk.json").write_text("{")
    assert "读不懂" in browse(EDITOR).words("/lobby")


def test_the_halls_visitors_are_written_down(browse: OpenBrowser) -> None:
    editor = browse(EDITOR)
    editor.send("/hall", {"day": "2026-11-19", "visitors": "65"})
    shown = editor.send("/hall", {"day": "2026-11-23", "visitors": "72"}).text
    assert "今年 2 天，137 人次" in shown
    assert "还没有到" in editor.send("/hall", {"day": "2026-11-24", "visitors": "1"}).text
    assert "不是编号" in editor.send("/hall", {"day": "2026-11-23", "visitors": "-1"}).text
