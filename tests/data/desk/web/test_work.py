"""A day's work in the browser: the file read, the items put in order, approved by another, published, taken back."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from sqlite3 import Connection as SqliteConnection
from urllib.parse import parse_qs

import pytest
from PIL import Image, ImageSequence
from sqlalchemy import event

from data.desk.bulletin import hints
from data.desk.settings import SignStyle
from data.desk.web.app import make_app
from data.records import BulletinItem, ItemKind, Notice, Office, SignFact, Site
from data.review.standing import standing
from data.store.accounts import add_role
from data.store.drafts import draft_records
from data.store.history import remember
from data.store.roles import Role
from tests.data.desk.web.conftest import AUDITOR, EDITOR, OTHER_EDITOR, PUBLISHER, REVIEWER, OpenBrowser
from tests.data.desk.web.day import TICKED, rows, save, seen
from tests.helpers.staff import SITE, Staff
from tests.helpers.web import HOST, Browser, served, words

FIVE = "2026-11-23\n1. 工作会议召开\n2. 预算公开（政府信息）\n3. 宣传周活动\n4. 征求意见\n5. 大厅开放\n"


def items(staff: Staff) -> list[BulletinItem]:
    with staff.desk.reading() as session:
        found = [item for item in draft_records(session, "bulletin") if isinstance(item, BulletinItem)]
    return sorted(found, key=lambda item: item.position)


def test_the_whole_day(browse: OpenBrowser, staff: Staff) -> None:
    editor, reviewer, publisher = browse(EDITOR), browse(REVIEWER), browse(PUBLISHER)
    read = editor.send("/today/read", {"day": "2026-11-23"}, files={"file": ("每日要闻.txt", FIVE.encode("gb18030"))})
    assert "工作会议召开" in read.text
    assert items(staff) == [], "reading saves nothing"
    texts = re.findall(r"<textarea name=\"text\"[^>]*>([^<]+)</textarea>", read.text)
    assert len(texts) == 5
    assert "已提交，编号 2" in save(editor, "submit", *texts)
    shown = reviewer.words("/review/2")
    assert all(text in shown for text in texts)
    assert "已批准：提交 2" in reviewer.send("/review/2", TICKED).text
    shown = publisher.words("/publish")
    assert "6 条已批准，还不在大厅里" in shown
    assert "下一期是第 1 期" in shown
    assert "工作会议召开" in shown
    assert "已发布第 1 期" in publisher.send("/publish", {}).text
    rotation = (staff.desk.home.editions / "current" / "rotation.json").read_text(encoding="utf-8")
    assert all(text in rotation for text in texts)


def test_pasted_text_is_read_like_a_file(browse: OpenBrowser) -> None:
    answer = browse(EDITOR).send("/today/read", {"day": "2026-11-23", "pasted": FIVE})
    assert "宣传周活动" in answer.text


def test_a_file_with_errors_is_not_taken_and_says_where(browse: OpenBrowser, staff: Staff) -> None:
    editor = browse(EDITOR)
    save(editor, "save", "原有的一条")
    answer = editor.send("/today/read", {"day": "2026-11-23"}, files={"file": ("要闻.xlsx", b"no table")})
    assert "要闻.xlsx" in answer.text
    assert "错误" in answer.text
    assert "原有的一条" in answer.text


def test_nothing_chosen_is_said(browse: OpenBrowser) -> None:
    assert "请选择文件" in browse(EDITOR).send("/today/read", {"day": "2026-11-23"}).text
    assert "请选择文件" in browse(EDITOR).send("/files", {}).text


def test_items_are_reordered_emptied_and_numbered_anew(browse: OpenBrowser, staff: Staff) -> None:
    editor = browse(EDITOR)
    save(editor, "save", "甲", "乙", "丙")
    save(
        editor,
        "save",
        "甲",
        "乙",
        " ",
        "丁",
        kinds=("news", "disclosed", "news", "news"),
        places=("30", "10", "20", "x"),
    )
    assert [(item.key, item.text, item.kind) for item in items(staff)] == [
        ("2026-11-23/1", "乙", ItemKind.DISCLOSED),
        ("2026-11-23/2", "甲", ItemKind.NEWS),
        ("2026-11-23/3", "丁", ItemKind.NEWS),
    ]


def test_two_editors_on_one_day_the_second_is_told(browse: OpenBrowser, staff: Staff) -> None:
    first, second = browse(EDITOR), browse(OTHER_EDITOR)
    old = seen(second)
    save(first, "save", "甲")
    answer = second.send("/today/save", {**rows("乙"), "seen": old, "then": "save"})
    assert "刚才有人改了这一天的要闻" in answer.text
    assert [item.text for item in items(staff)] == ["甲"]


def test_a_full_disk_is_told_and_keeps_nothing_half(browse: OpenBrowser, staff: Staff) -> None:
    editor = browse(EDITOR)
    save(editor, "save", "甲")
    engine = staff.desk.store.engine

    def fill(connection: SqliteConnection, *_: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")  # SQLite then says what it says of a full disk

    event.listen(engine, "connect", fill)
    engine.dispose()
    many = [f"{number}{'字' * 1900}" for number in range(20)]
    told = words(save(editor, "submit", *many))
    assert "资料库用不了：database or disk is full" in told, told
    staff.clock.now += timedelta(minutes=5)
    assert "甲" in editor.client.get("/today?day=2026-11-23").text, "reading goes on"
    assert [item.text for item in items(staff)] == ["甲"]
    event.remove(engine, "connect", fill)
    engine.dispose()
    assert "已保存草稿" in save(editor, "save", "乙")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"from": ["2026-11-25"], "until": ["2026-11-24"]}, "截止日期早于起始日期"),
        ({"from": ["soon"]}, "“soon”不是日期"),
        ({"day": "2026-02-30"}, "不是日期"),
        ({"source": []}, "表单不完整"),
        ({"text": ["坏\0"]}, "空字符"),
    ],
)
def test_a_form_that_cannot_be_is_refused_in_a_sentence(
    browse: OpenBrowser, staff: Staff, change: dict[str, str | list[str]], sentence: str
) -> None:
    editor = browse(EDITOR)
    answer = editor.send("/today/save", {**rows("甲"), "seen": seen(editor), "then": "save", **change})
    assert sentence in answer.text
    assert items(staff) == []


def test_too_many_items_are_refused(browse: OpenBrowser) -> None:
    assert "一天最多 20 条" in save(browse(EDITOR), "save", *(f"第 {number} 条" for number in range(21)))


@pytest.mark.parametrize(
    ("news", "disclosed", "told"),
    [(4, 1, 0), (3, 2, 0), (5, 0, 1), (2, 3, 1), (3, 1, 1), (0, 0, 1)],
)
def test_the_rule_of_five_is_a_hint(news: int, disclosed: int, told: int) -> None:
    kinds = [ItemKind.NEWS] * news + [ItemKind.DISCLOSED] * disclosed
    day = [BulletinItem("k", date(2026, 11, 23), 1, "x", kind) for kind in kinds]
    assert len(hints(day)) == told


def test_the_preview_moves_as_the_sign_will(browse: OpenBrowser, staff: Staff) -> None:
    """128 dots wide, 16 high, 4 pixels a lamp, a margin around: eight characters a page."""
    editor = browse(EDITOR)
    save(editor, "save", "全省财政工作会议今天召开")
    (source,) = re.findall(r'src="(/preview[^"]*)"', editor.client.get("/today?day=2026-11-23").text)
    answer = editor.client.get(source.replace("&amp;", "&"))
    assert answer.headers["content-type"] == "image/gif"
    with Image.open(BytesIO(answer.content)) as picture:
        frames = [frame.copy() for frame in ImageSequence.Iterator(picture)]
    assert len(frames) == 2
    assert frames[0].width >= 128 * 4


def test_the_preview_names_what_the_sign_cannot_show(browse: OpenBrowser) -> None:
    editor = browse(EDITOR)
    save(editor, "save", "办公室☃")
    assert "“hall”上没有的字：☃" in editor.words("/today?day=2026-11-23")


@pytest.mark.parametrize("query", ["sign=nowhere&text=x", "sign=hall&text=", "", "sign=hall"])
def test_a_preview_of_nothing_is_refused(browse: OpenBrowser, query: str) -> None:
    assert browse(EDITOR).client.get(f"/preview?{query}").status_code == 409


def test_one_item_is_decided_alone(browse: OpenBrowser, staff: Staff) -> None:
    editor, reviewer = browse(EDITOR), browse(REVIEWER)
    save(editor, "submit", "甲", "乙")
    reviewer.send("/review/2", {**TICKED, "only": ["bulletin/2026-11-23/2"]})
    with staff.desk.reading() as session:
        assert [one.key for one in standing(session) if one.kind == "bulletin"] == ["2026-11-23/2"]
    assert "提交 4" in reviewer.words("/review")


def test_a_rejection_needs_its_reason_and_tells_it(browse: OpenBrowser) -> None:
    editor, reviewer = browse(EDITOR), browse(REVIEWER)
    save(editor, "submit", "甲")
    assert "退回需要说明原因" in reviewer.send("/review/2", {"verdict": "reject", "reason": " "}).text
    assert "已退回：提交 2" in reviewer.send("/review/2", {"verdict": "reject", "reason": "口径未定"}).text


def test_a_day_beyond_the_calendar_is_refused_in_a_sentence(browse: OpenBrowser) -> None:
    editor = browse(EDITOR)
    answer = editor.send("/today/read", {"day": "", "pasted": "9999-12-31\n1. 要闻"})
    assert (answer.status_code, "“9999-12-31”的年份不对" in answer.text) == (409, True)


@pytest.mark.parametrize(
    "path",
    [
        "/review/9",
        "/review/9/glass.json",
        "/review/9/glass/1/before.png",
        "/review/99999999999999999999",
        "/review/99999999999999999999/glass.json",
    ],
)
def test_a_submission_that_is_not_there_is_told(browse: OpenBrowser, path: str) -> None:
    answer = browse(REVIEWER).client.get(path)
    assert (answer.status_code, "编号" in answer.text) == (409, True)


def test_what_changed_is_marked_word_for_word(browse: OpenBrowser, staff: Staff) -> None:
    staff.stand(Office("bgs", "办公室", summary="负责文电、会务"))
    staff.edit(Office("bgs", "办公室", summary="负责文电、机要"))
    number = staff.submit()
    page = browse(REVIEWER).client.get(f"/review/{number}").text
    assert "负责文电、<del>会务</del><ins>机要</ins>" in page


def test_an_earlier_edition_comes_back_with_one_click(browse: OpenBrowser, staff: Staff) -> None:
    publisher = browse(PUBLISHER)
    publisher.send("/publish", {})
    staff.stand(Office("bgs", "办公室"))
    publisher.send("/publish", {"adopt": "now"})
    assert "已发布第 3 期" in publisher.send("/publish/rollback", {"number": "1"}).text
    assert "恢复第 1 期" in publisher.words("/publish")
    assert "没有第 9 期" in publisher.send("/publish/rollback", {"number": "9"}).text
    assert "不是编号" in publisher.send("/publish/rollback", {"number": "x"}).text


def test_a_prepared_notice_goes_on_and_off_with_one_click_each(browse: OpenBrowser, staff: Staff) -> None:
    staff.stand(Notice("dark", "因停电暂停服务", prepared=True))
    publisher = browse(PUBLISHER)
    rotation = staff.desk.home.editions / "current" / "rotation.json"
    publisher.send("/publish/notice", {"key": "dark", "turn": "on"})
    assert "因停电暂停服务" in rotation.read_text(encoding="utf-8")
    assert "显示中" in publisher.words("/publish")
    publisher.send("/publish/notice", {"key": "dark", "turn": "off"})
    assert "因停电暂停服务" not in rotation.read_text(encoding="utf-8")


def test_the_history_is_a_table_that_no_spreadsheet_takes_for_formulas(browse: OpenBrowser, staff: Staff) -> None:
    with staff.desk.writing() as session:
        remember(session, staff.act("=cmd|' /C calc'!A0"), "look", "@SUM(1)")
    answer = browse(AUDITOR).client.get("/history.csv")
    assert "'=cmd|" in answer.text
    assert "'@SUM" in answer.text
    assert parse_qs(answer.headers["content-disposition"].replace("; ", "&"))["filename"] == ['"history.csv"']
    page = browse(AUDITOR).words("/history")
    assert "记录链完整" in page
    assert "登录" in page


def test_what_is_wrong_stands_beside_its_line_and_the_rest_can_be_edited(browse: OpenBrowser) -> None:
    told = "2026-11-23\n1. 工作会议\n2. 请联系 13812345678\n4. 宣传周活动\n"
    answer = browse(EDITOR).send("/today/read", {"day": "2026-11-23", "pasted": told}).text
    found = answer.split('<li class="item">')[1:4]
    lines = [re.findall(r"<li class=\"(?:error|warning)\">([^<]*)", row) for row in found]
    assert lines[0] == []
    assert "手机号" in lines[1][0]
    assert "编号从 2 跳到 4" in lines[2][0]
    assert "工作会议" in answer


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("身份证 11010519491231002X 已登记", "身份证号"), ("机密★1年", "密级"), ("", "没有需要提交")],
)
def test_typing_is_held_to_what_files_are_held_to(browse: OpenBrowser, staff: Staff, text: str, sentence: str) -> None:
    assert sentence in save(browse(EDITOR), "submit", text)
    assert items(staff) == []


def test_the_signs_follow_the_form_as_it_is_typed(browse: OpenBrowser, staff: Staff) -> None:
    editor = browse(EDITOR)
    answer = editor.send(
        "/today/lamps", {**rows("全省财政工作会议今天召开", "", "办公室☃"), "from": ["2026-1", "", ""]}
    )
    told = answer.json()
    (sign,) = told["signs"]
    assert (sign["name"], sign["width"], sign["height"]) == ("hall", 128, 16)
    assert [len(item["pages"]) for item in sign["items"]] == [2, 0, 1]
    assert sign["items"][2]["lost"] == ["☃"]
    assert sign["cycle_s"] == sum(item["seconds"] for item in sign["items"])
    assert told["hints"] == ["现有 2 条，规定每天 5 条", "其中政府信息 0 条，规定 1 至 2 条"]
    assert items(staff) == [], "looking saves nothing"
    assert browse(AUDITOR).send("/today/lamps", rows("x")).status_code == 200


def test_editor_and_reviewer_are_told_when_a_sign_does_not_hold_the_day(staff: Staff) -> None:
    staff.stand(Site(SITE, signs=(SignFact("hall", 128, 32),)))
    alpha = replace(staff.desk.settings, styles=(SignStyle("hall", "alpha"),))
    long = "全省财政工作会议部署预算编制，强调过紧日子，压减一般性支出，严控“三公”经费，盘活存量资金。"
    day = [long[place:] + long[:place] for place in (0, 1, 2, 3, 5)]
    lack = "“hall”放不下：这块屏同时最多 24 幅点阵图"
    with served(make_app(replace(staff.desk, settings=alpha), [HOST])) as client:
        editor, reviewer = Browser(str(client.base_url)), Browser(str(client.base_url))
        editor.sign_in(EDITOR)
        reviewer.sign_in(REVIEWER)
        (sign,) = editor.send("/today/lamps", rows(*day)).json()["signs"]
        assert sign["crowded"].startswith(lack)
        assert editor.send("/today/lamps", rows("闭馆")).json()["signs"][0]["crowded"] == ""
        number = re.findall(r"编号 (\d+)", save(editor, "submit", *day))[0]
        assert lack in editor.words("/today?day=2026-11-23")
        assert lack in reviewer.words(f"/review/{number}")
        editor.close()
        reviewer.close()


def test_a_decision_is_shown_with_its_reason(browse: OpenBrowser) -> None:
    editor, reviewer = browse(EDITOR), browse(REVIEWER)
    save(editor, "submit", "甲")
    reviewer.send("/review/2", {"verdict": "reject", "reason": "口径未定"})
    assert "退回 ：口径未定".replace(" ", "") in editor.words("/review/2").replace(" ", "")
    assert "口径未定" in editor.words("/review")


def test_who_may_publish_too_does_so_with_the_approval(browse: OpenBrowser, staff: Staff) -> None:
    with staff.desk.writing() as session:
        add_role(session, staff.act("console"), REVIEWER, Role.PUBLISHER)
    save(browse(EDITOR), "submit", "甲")
    reviewer = browse(REVIEWER)
    assert "批准并发布" in reviewer.words("/review/2")
    assert "已发布第 1 期" in reviewer.send("/review/2", {**TICKED, "verdict": "approve-publish"}).text


def test_who_may_not_publish_does_not_approve_by_mistake(browse: OpenBrowser, staff: Staff) -> None:
    save(browse(EDITOR), "submit", "甲")
    reviewer = browse(REVIEWER)
    assert "批准并发布" not in reviewer.words("/review/2")
    assert "发布需要“发布”角色" in reviewer.send("/review/2", {**TICKED, "verdict": "approve-publish"}).text
    with staff.desk.reading() as session:
        assert [one.kind for one in standing(session)] == ["site"], "nothing was approved either"


def test_the_review_page_has_all_that_changed_since_the_last_edition(browse: OpenBrowser, staff: Staff) -> None:
    staff.publish()
    staff.stand(Office("bgs", "办公室"))
    staff.edit(Office("rsc", "人事处"))
    shown = browse(REVIEWER).words("/review")
    assert "已批准，等待发布 1 条：新增处室“办公室”" in shown
    assert "还没有提交的改动 1 条：处室 rsc" in shown
