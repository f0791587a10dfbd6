"""Staff keep single records in tables: by rights, through the one change function, never over another's change."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import httpx
import lxml.html
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.desk.tables.views import COLUMNS, ONLY_ONE
from data.records import (
    Access,
    Basis,
    Branch,
    Category,
    Channel,
    Disclosure,
    Drawing,
    Entry,
    Fee,
    Group,
    Hall,
    HallDay,
    Kind,
    Material,
    Membership,
    Notice,
    Office,
    Person,
    Picture,
    Post,
    PostRole,
    Power,
    Question,
    Record,
    Risk,
    Room,
    Seat,
    SignFact,
    Site,
    Step,
    StepKind,
    TimeLimit,
    Urgency,
    Window,
    kind_of,
)
from data.store.drafts import draft, draft_records
from data.store.history import newest_entries
from data.store.imports import DraftChangeRow
from tests.data.desk.web.conftest import ADMINISTRATOR, AUDITOR, EDITOR, OTHER_EDITOR, PUBLISHER, REVIEWER, OpenBrowser
from tests.helpers.records import anything
from tests.helpers.staff import Staff
from tests.helpers.web import Browser, words

STEPS = (
    Step(1, "受理", StepKind.START, "受理", "窗口", "bgs", "1 个工作日", "齐全", "受理通知书", ("申请表",)),
    Step(
        2,
        "审查",
        StepKind.DECISION,
        risks=(Risk("打招呼", "高", "口头", "双人审查", "处长"),),
        branches=(Branch(3, "是"),),
    ),
    Step(3, "办结", StepKind.END),
)
POWER = Power(
    "CW-01",
    "会计师事务所设立审批",
    "xk",
    "bgs",
    in_hall=True,
    disclosure=Disclosure.CATALOGUE,
    bases=(Basis("注册会计师法", "主席令 13 号", "第二十五条", "第一行\n第二行"),),
    conditions=("有五名以上合伙人", "有固定场所"),
    materials=(Material("申请表", "原件", "纸质", "必要", "1"), Material("身份证明")),
    legal_limit=TimeLimit(20),
    promised_limit=TimeLimit(0, "日", "即时办结"),
    fee=Fee(),
    room="301",
    questions=(Question("要多久？", "二十个工作日"),),
    steps=STEPS,
    pictures=(Picture("ab" * 32, 1200, 1600), Picture("cd" * 32, 1600, 1200)),
)
RECORDS: tuple[Record, ...] = (
    Site("省财政厅", telephone="024-0000 0100", signs=(SignFact("hall", 128, 16), SignFact("gate", 96, 32, "amber"))),
    Office("bgs", "办公室", position=1, duties=("负责文电", "一条\n写成两行"), duties_en=("Papers",)),
    Office("kjc", "会计处", parent="bgs"),
    Person("p1", "王示例", posts=(Post("主任", "bgs", PostRole.HEAD),), in_charge_of=("kjc", "bgs"), room="301"),
    Group("g1", "领导小组", members=(Membership("p1", Seat.CHAIR, "兼"),), seat_office="bgs", seat_head="p1"),
    Category("xk", "行政许可"),
    POWER,
    Room("301", "会议室", office="bgs", floor="三层"),
    Hall("大厅", room="301", weekdays=(1, 2, 5), windows=(Window("1", "会计", ("CW-01",)),), preparation=("带证件",),
         exceptions=(HallDay(date(2026, 10, 1), open=False, reason="国庆"),)),
    Channel("c1", "政务公开", "https://example.cn/"),
    Entry("000-1", "目录", made_on=date(2026, 11, 1), access=Access.ON_REQUEST),
    Notice("n1", "停电", urgency=Urgency.URGENT, starts=datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC), prepared=True),
)  # fmt: skip
Fields = list[tuple[str, str]]


@pytest.fixture
def kept(staff: Staff) -> Staff:
    staff.edit(*RECORDS)
    return staff


def form_at(browser: Browser, path: str, number: int = 1) -> Fields:
    """What a browser would send of a page's form, counted without the one that signs out."""
    answer = browser.client.get(path)
    assert answer.status_code == 200, words(answer.text)
    return fields_of(answer.text, number)


def fields_of(page: str, number: int = 1) -> Fields:
    form = lxml.html.fromstring(page).forms[number]
    return [(name, value or "") for name, value in form.form_values()]


def send(browser: Browser, path: str, fields: Fields) -> httpx.Response:
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    return browser.client.post(path, data=data)


def changed(fields: Fields, **values: str) -> Fields:
    """The form with some of its inputs typed over; `__` stands for a point."""
    typed = {name.replace("__", "."): value for name, value in values.items()}
    return [*((name, value) for name, value in fields if name not in typed), *typed.items()]


def drafts(staff: Staff, kind: Kind) -> tuple[Record, ...]:
    with staff.desk.reading() as session:
        return draft_records(session, kind)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: f"{kind_of(record)}-{record.key}")
def test_a_form_sent_back_as_it_came_changes_nothing(browse: OpenBrowser, kept: Staff, record: Record) -> None:
    kind = kind_of(record)
    editor = browse(EDITOR)
    path = f"/tables/{kind}/edit?pk={record.key}"
    answer = send(editor, path, form_at(editor, path))
    assert answer.status_code == 303, words(answer.text)
    with kept.desk.reading() as session:
        found = draft(session, kind, record.key)
        assert session.query(DraftChangeRow).filter_by(by=EDITOR).count() == 0
    assert found is not None
    assert found[0] == record


@pytest.mark.parametrize("kind", COLUMNS)
@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(choices=st.data())
def test_whatever_is_kept_can_be_opened_listed_and_saved(
    browse: OpenBrowser, staff: Staff, kind: Kind, choices: st.DataObject
) -> None:
    record = choices.draw(anything(kind))
    staff.edit(record)
    editor = browse(EDITOR)
    path = f"/tables/{kind}/edit?{httpx.QueryParams({'pk': record.key})}"
    fields = form_at(editor, path)
    assert send(editor, path, fields).status_code in {303, 422}
    assert editor.client.get(f"/tables/{kind}/list").status_code == 200
    assert browse(AUDITOR).client.get(path.replace("/edit", "/detail")).status_code == 200
    staff.remove(kind, record.key)


def test_an_edit_is_a_draft_and_stands_in_the_history(browse: OpenBrowser, kept: Staff) -> None:
    editor = browse(EDITOR)
    path = "/tables/office/edit?pk=kjc"
    answer = send(editor, path, changed(form_at(editor, path), name="会计管理处", duties="甲\r\n\r\n 乙 "))
    assert answer.headers["location"].endswith("/tables/office/list")
    page = editor.words("/tables/office/list")
    assert "已写入草稿" in page
    assert "会计管理处" in page
    assert drafts(kept, "office")[1] == Office("kjc", "会计管理处", parent="bgs", duties=("甲", "乙"))
    with kept.desk.reading() as session:
        (entry,) = newest_entries(session, 1)
        made = session.query(DraftChangeRow).filter_by(by=EDITOR).one()
    assert (entry.by, entry.action, entry.subject) == (EDITOR, "record-edit", "office/kjc")
    assert (made.kind, made.key) == ("office", "kjc")
    assert "处室 kjc" in editor.words("/review")


def test_somebody_elses_change_is_never_written_over(browse: OpenBrowser, kept: Staff) -> None:
    first, second = browse(EDITOR), browse(OTHER_EDITOR)
    path = "/tables/office/edit?pk=kjc"
    mine, theirs = form_at(first, path), form_at(second, path)
    assert send(second, path, changed(theirs, name="会计一处")).status_code == 303
    answer = send(first, path, changed(mine, name="会计二处"))
    assert answer.status_code == 422
    assert f"处室 kjc 刚被别人改过（{OTHER_EDITOR} 于" in words(answer.text)
    assert "请重新打开再改" in words(answer.text)
    assert "会计二处" in answer.text, "what was typed is not lost"
    again = send(first, path, changed(fields_of(answer.text), name="会计三处"))
    assert again.status_code == 422, "the form still says which version it was filled from"
    assert [one.name for one in drafts(kept, "office") if isinstance(one, Office)] == ["办公室", "会计一处"]


def test_a_form_without_its_version_overwrites_nothing(browse: OpenBrowser, kept: Staff) -> None:
    editor = browse(EDITOR)
    path = "/tables/office/edit?pk=kjc"
    fields = [(name, value) for name, value in form_at(editor, path) if name != "version"]
    for version in ("", "0", "x", "99999999999", "-1"):
        answer = send(editor, path, [*changed(fields, name="改"), ("version", version)])
        assert answer.status_code == 422, version
    assert drafts(kept, "office") == RECORDS[1:3]


@pytest.mark.parametrize(
    ("kind", "typed", "record"),
    [
        ("office", {"name": "国库处"}, Office("gkc", "国库处")),
        ("office", {"name": "办公室"}, Office("bgs-2", "办公室")),
        ("office", {"name": "国库处", "key": "GK"}, Office("GK", "国库处")),
        ("person", {"name": "王伟"}, Person("wangwei", "王伟")),
        ("room", {"key": "512"}, Room("512")),
        ("entry", {"key": "2", "title": "甲", "made_on": "2026-11-02"}, Entry("2", "甲", made_on=date(2026, 11, 2))),
        ("notice", {"key": "n2", "text": "闭馆"}, Notice("n2", "闭馆")),
    ],
)  # fmt: skip
def test_a_new_record_gets_its_key(
    browse: OpenBrowser, kept: Staff, kind: Kind, typed: dict[str, str], record: Record
) -> None:
    editor = browse(EDITOR)
    path = f"/tables/{kind}/create"
    answer = send(editor, path, changed(form_at(editor, path), **typed))
    assert answer.status_code == 303, words(answer.text)
    assert record in drafts(kept, kind)


def test_a_key_that_is_taken_is_refused_and_so_is_an_empty_one(browse: OpenBrowser, kept: Staff) -> None:
    editor = browse(EDITOR)
    path = "/tables/room/create"
    fields = form_at(editor, path)
    assert "已经有编号为 301 的房间" in words(send(editor, path, changed(fields, key="301")).text)
    assert "门牌号 ：必须填写" in words(send(editor, path, fields).text)
    assert drafts(kept, "room") == (RECORDS[7],)


def test_rows_come_go_and_change_places(browse: OpenBrowser, kept: Staff) -> None:
    editor = browse(EDITOR)
    path = "/tables/power/edit?pk=CW-01"
    fields = form_at(editor, path)
    more = send(editor, path, [*changed(fields, name="改了名"), ("more", "questions")])
    assert "改了名" in more.text
    assert 'name="questions.4.question"' in more.text
    typed = changed(
        fields_of(more.text),
        questions__1__question="在哪里？",
        questions__1__answer="大厅",
        questions__1__place="1",
        materials__0__gone="yes",
        steps__1__risks__0__grade="中",
    )
    assert send(editor, path, typed).status_code == 303
    (power,) = drafts(kept, "power")
    assert isinstance(power, Power)
    assert [question.question for question in power.questions] == ["在哪里？", "要多久？"]
    assert power.materials == POWER.materials[1:]
    assert power.steps[1].risks[0].grade == "中"
    assert power.name == "改了名"


def test_a_drawn_chart_stays_while_the_steps_do(browse: OpenBrowser, kept: Staff) -> None:
    kept.edit(replace(POWER, drawing=Drawing(10, 10)))
    editor = browse(EDITOR)
    path = "/tables/power/edit?pk=CW-01"
    send(editor, path, changed(form_at(editor, path), remark="备注"))
    (power,) = drafts(kept, "power")
    assert isinstance(power, Power)
    assert power.drawing == Drawing(10, 10)
    send(editor, path, changed(form_at(editor, path), steps__0__name="收件"))
    (power,) = drafts(kept, "power")
    assert isinstance(power, Power)
    assert power.drawing is None


@pytest.mark.parametrize(
    ("path", "typed", "sentence"),
    [
        ("/tables/office/edit?pk=bgs", {"name": " "}, "处室名称 ：必须填写"),
        ("/tables/office/edit?pk=bgs", {"position": "一"}, "排序 ：“一”不是整数"),
        ("/tables/office/edit?pk=bgs", {"position": "9" * 12}, "太大"),
        ("/tables/office/edit?pk=bgs", {"summary": "身份证 11010519491231002X"}, "这里有身份证号，不能公开"),
        ("/tables/entry/edit?pk=000-1", {"made_on": "昨天"}, "“昨天”不是日期"),
        ("/tables/entry/edit?pk=000-1", {"access": "secret"}, "请从列表里选择"),
        ("/tables/notice/edit?pk=n1", {"ends": "九点"}, "“九点”不是时间"),
        ("/tables/power/edit?pk=CW-01", {"materials__1__name": ""}, None),
        ("/tables/power/edit?pk=CW-01", {"steps__1__number": "二"}, "第 2 行步骤号：“二”不是整数"),
        ("/tables/power/edit?pk=CW-01", {"bases__0__law": ""}, "第 1 行法律法规：必须填写"),
    ],
)
def test_what_cannot_be_kept_is_told_beside_its_input(
    browse: OpenBrowser, kept: Staff, path: str, typed: dict[str, str], sentence: str | None
) -> None:
    editor = browse(EDITOR)
    answer = send(editor, path, changed(form_at(editor, path), **typed))
    if sentence is None:
        assert answer.status_code == 303
        return
    assert answer.status_code == 422
    assert sentence in words(answer.text)
    with kept.desk.reading() as session:
        assert session.query(DraftChangeRow).filter_by(by=EDITOR).count() == 0


def delete_form(browser: Browser, kind: Kind, key: str) -> Fields:
    return form_at(browser, f"/tables/{kind}/edit?pk={key}", 2)


def test_a_record_is_deleted_by_an_editor_and_not_over_a_change(browse: OpenBrowser, kept: Staff) -> None:
    editor = browse(EDITOR)
    address = "/tables/_api/category/row-action?name=delete&pk=xk"
    form = delete_form(editor, "category", "xk")
    kept.edit(Category("xk", "许可"))
    assert "刚被别人改过" in send(editor, address, form).text
    assert len(drafts(kept, "category")) == 1
    answer = send(editor, address, delete_form(editor, "category", "xk"))
    assert answer.headers["location"] == "/tables/category/list"
    assert drafts(kept, "category") == ()
    with kept.desk.reading() as session:
        (entry,) = newest_entries(session, 1)
    assert (entry.action, entry.subject) == ("record-delete", "category/xk")


@pytest.mark.parametrize("name", [REVIEWER, PUBLISHER, AUDITOR])
def test_who_is_no_editor_reads_and_changes_nothing(browse: OpenBrowser, kept: Staff, name: str) -> None:
    browser, token = browse(name), ""
    for kind in COLUMNS:
        page = browser.client.get(f"/tables/{kind}/list").text
        assert "/edit" not in page
        assert "/create" not in page
    token = browser.client.cookies["starlette_admin_csrftoken"]
    for path in (
        "/tables/office/edit?pk=bgs",
        "/tables/office/create",
        "/tables/_api/office/row-action?name=delete&pk=bgs",
    ):
        answer = send(browser, path, [("csrftoken", token), ("name", "改"), ("version", "1")])
        assert answer.status_code == 403, path
        assert "您的角色不能做这件事" in answer.text
    assert drafts(kept, "office") == RECORDS[1:3]
    assert "办公室" in browser.words("/tables/office/detail?pk=bgs")


def test_who_may_not_read_drafts_sees_no_table(browse: OpenBrowser, kept: Staff) -> None:
    assert "您的角色不能做这件事" in browse(ADMINISTRATOR).words("/tables/office/list")
    stranger = browse().client
    for path in ("/tables", "/tables/office/list", "/tables/office/edit?pk=bgs", "/tables/static/js/list.js"):
        answer = stranger.get(path, follow_redirects=False)
        assert answer.headers["location"].startswith(("/sign-in", "http")), path
        assert "办公室" not in answer.text
    assert stranger.post("/tables/office/edit?pk=bgs", data={"name": "改"}).headers["location"].startswith("/sign-in")


def test_a_form_without_the_right_token_or_from_elsewhere_does_nothing(browse: OpenBrowser, kept: Staff) -> None:
    editor, thief = browse(EDITOR), browse(OTHER_EDITOR)
    path = "/tables/office/edit?pk=kjc"
    fields = changed(form_at(editor, path), name="改")
    stolen = dict(form_at(thief, path))["csrftoken"]
    for token in ("", "x", stolen):
        answer = send(editor, path, [(name, value) for name, value in changed(fields, csrftoken=token)])
        assert answer.status_code == 409
        assert "表单已过期" in answer.text
    answer = editor.client.post(path, data=dict(fields), headers={"origin": "https://evil.example"})
    assert "不是从本系统的页面提交的" in answer.text
    assert drafts(kept, "office") == RECORDS[1:3]


@pytest.mark.parametrize(
    "path", ["/tables/office/edit?pk=none", "/tables/nothing/list", "/tables/building/list", "/tables/office/edit",
             "/tables/x/y/z", "/tables/office/list?page_size=7", "/tables/office/list?filter=%7B",
             "/tables/office/list?page=99999999999999999999"]
)  # fmt: skip
def test_what_is_not_there_is_a_page_of_ours(browse: OpenBrowser, kept: Staff, path: str) -> None:
    answer = browse(EDITOR).client.get(path)
    assert answer.status_code in {400, 404}
    assert "这次没有做成" in answer.text or "没有这一页" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "path", ["/tables/", "/tables/office/list", "/tables/power/edit?pk=CW-01", "/tables/hall/edit?pk=hall"]
)
def test_pages_run_no_script_and_load_nothing_from_outside(browse: OpenBrowser, kept: Staff, path: str) -> None:
    page = browse(EDITOR).client.get(path).text
    assert not re.search(r"<script|<style|style=|\son\w+=|javascript:", page)
    assert re.findall(r'(?:src|href)="(?!/|#|\?|http://127\.0\.0\.1)([^"]*)"', page) == []


def test_a_list_is_searched_sorted_and_turned(browse: OpenBrowser, kept: Staff) -> None:
    kept.edit(*(Office(f"o{number:02}", f"第 {number} 处", position=100 + number) for number in range(30)))
    editor = browse(EDITOR)
    assert "第 1 至 25 条，共 32 条" in editor.words("/tables/office/list")
    assert "第 29 处" in editor.words("/tables/office/list?page=2")
    assert "第 29 处" in editor.words("/tables/office/list?sort=position__desc")
    found = editor.words("/tables/office/list?q=会计")
    assert "共 1 条" in found
    assert "没有找到" in editor.words("/tables/office/list?q=%25")


def test_text_from_staff_is_text_on_every_page(browse: OpenBrowser, staff: Staff) -> None:
    evil = '"><script>alert(1)</script>{{ 7*7 }}'
    staff.edit(Office("e", evil, summary=evil, duties=(evil, f"{evil}\n2")), Room("9", evil, office=evil))
    for path in ("office/list", "office/edit?pk=e", "room/edit?pk=9", "room/list", "person/create"):
        page = browse(EDITOR).client.get(f"/tables/{path}").text
        assert "<script>alert" not in page, path
    assert browse(EDITOR).client.get("/tables/room/list?q=" + evil).text.count("<script>alert") == 0


@pytest.mark.parametrize("kind", sorted(ONLY_ONE))
def test_there_is_one_office_and_one_hall(browse: OpenBrowser, kept: Staff, kind: Kind) -> None:
    editor = browse(EDITOR)
    assert editor.client.get(f"/tables/{kind}/create").status_code == 403
    token = dict(form_at(editor, f"/tables/{kind}/edit?pk={kind}"))["csrftoken"]
    address = f"/tables/_api/{kind}/row-action?name=delete&pk={kind}"
    assert send(editor, address, [("csrftoken", token), ("version", "1")]).status_code == 403


def test_the_tables_speak_english_too(browse: OpenBrowser, kept: Staff) -> None:
    editor = browse(EDITOR)
    editor.client.get("/language/en")
    page = editor.client.get("/tables/power/edit?pk=CW-01").text
    labels = re.sub(r"<(textarea|option|summary|h1|title|p class=\"office\").*?</\1?", "", page, flags=re.DOTALL)
    assert "Integrity risks" in page
    assert not re.search(r'class="word">[^<]*[\u4e00-\u9fff]', labels)
    answer = send(editor, "/tables/power/edit?pk=CW-01",
                  changed(form_at(editor, "/tables/power/edit?pk=CW-01"), steps__1__number="x"))  # fmt: skip
    assert "Row 2, Step: “x” is not a whole number" in words(answer.text)
