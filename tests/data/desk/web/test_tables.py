"""Staff keep single records in tables: through the one change function, never over another's change."""

import re
from dataclasses import replace
from datetime import date

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.desk.tables.views import COLUMNS
from data.records import (
    Category,
    Drawing,
    Entry,
    Kind,
    Notice,
    Office,
    Person,
    Power,
    Record,
    Room,
    kind_of,
)
from data.store.drafts import draft
from data.store.history import newest_entries
from data.store.imports import DraftChangeRow
from tests.data.desk.web.conftest import AUDITOR, EDITOR, OTHER_EDITOR, OpenBrowser
from tests.data.desk.web.tables import POWER, RECORDS, Fields, changed, drafts, fields_of, form_at, send
from tests.helpers.records import anything
from tests.helpers.staff import Staff
from tests.helpers.web import Browser, words


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


def test_a_list_is_searched_sorted_and_turned(browse: OpenBrowser, kept: Staff) -> None:
    kept.edit(*(Office(f"o{number:02}", f"第 {number} 处", position=100 + number) for number in range(30)))
    editor = browse(EDITOR)
    assert "第 1 至 25 条，共 32 条" in editor.words("/tables/office/list")
    assert "第 29 处" in editor.words("/tables/office/list?page=2")
    assert "第 29 处" in editor.words("/tables/office/list?sort=position__desc")
    found = editor.words("/tables/office/list?q=会计")
    assert "共 1 条" in found
    assert "没有找到" in editor.words("/tables/office/list?q=%25")


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
