"""The yearly report counts what happened: published items, powers, visitors, visits, editions."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from data.desk.__main__ import main
from data.journal.collect import collect
from data.records import BulletinItem, Disclosure, ItemKind, Office, Power
from data.records.power import Category
from data.report.facts import Facts, facts_of
from data.report.files import to_json, to_xlsx
from data.report.word import to_docx
from data.store.visits import count_visitors
from tests.helpers.staff import EDITOR, Staff, site


def item(day: date, place: int, kind: ItemKind = ItemKind.NEWS) -> BulletinItem:
    return BulletinItem(f"{day}/{place}", day, place, f"第{place}条", kind)


@pytest.fixture
def staff(tmp_path: Path) -> Staff:
    """An office with items in two years, three powers, two days of the hall and a journal."""
    staff = Staff(tmp_path)
    november, december, last_year = date(2026, 11, 23), date(2026, 12, 1), date(2025, 12, 31)
    staff.stand(
        *site(Office("bgs", "办公室"), Category("licence", "=行政许可")),
        *(item(november, place) for place in (1, 2)),
        item(november, 3, ItemKind.DISCLOSED),
        item(december, 1, ItemKind.DISCLOSED),
        item(last_year, 1),
        Power("P1", "甲", "licence", "bgs"),
        Power("P2", "乙", "licence", "bgs", disclosure=Disclosure.CATALOGUE),
        Power("P3", "丙", "licence", "bgs", disclosure=Disclosure.DECLARED),
    )
    staff.publish()
    staff.stand(item(november, 4))
    with staff.desk.writing() as session:
        for day, visitors in ((date(2026, 11, 17), 70), (date(2026, 11, 19), 65), (date(2025, 12, 30), 9)):
            count_visitors(session, staff.act(EDITOR), day, visitors, date(2026, 11, 23))
    lines = [
        {"seq": 1, "time": "2025-12-31T15:59:59Z", "kind": "visit"},
        {"seq": 2, "time": "2025-12-31T16:00:00Z", "kind": "visit"},
        {"seq": 3, "time": "2026-11-23T01:00:00Z", "kind": "acknowledged", "sign": "hall", "item": "2026-11-23/1"},
        {"seq": 4, "time": "2026-11-23T02:00:00Z", "kind": "acknowledged", "sign": "hall", "item": "2026-11-23/1"},
    ]
    staff.desk.home.journal.mkdir()
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (staff.desk.home.journal / "kiosk.jsonl").write_text(text, encoding="utf-8")
    with staff.desk.writing() as session:
        collect(session, staff.desk.home.journal)
    return staff


def facts(staff: Staff, year: int = 2026) -> Facts:
    with staff.desk.reading() as session:
        return facts_of(session, year, staff.desk.settings.zone)


def test_only_what_was_published_counts_in_the_offices_year(staff: Staff) -> None:
    found = facts(staff)
    assert (found.items, found.disclosed, found.days_with_items) == (4, 2, 2)
    assert [month.items for month in found.months[10:]] == [3, 1]
    assert found.acknowledged == 1
    assert (found.hall_days, found.hall_visitors) == (2, 135)
    assert found.kiosk_visits == 1, "the year begins at midnight of the office"
    assert found.editions == {"publish": 1, "rollback": 0, "withdraw": 0, "notice": 0}
    (powers,) = found.categories
    assert (powers.declared, powers.catalogue, powers.disclosed) == (3, 2, 1)
    assert facts(staff, 2025).items == 0, "published only after that year had ended"


def test_an_item_counts_though_a_later_edition_has_it_no_more(staff: Staff) -> None:
    staff.remove("bulletin", "2026-11-23/1")
    staff.edit(replace(item(date(2026, 11, 23), 2), text="改过一个字"))
    staff.approve(staff.submit())
    staff.publish()
    assert facts(staff).items == 5, "four of the first edition, the fourth of November; a correction is no new item"
    staff.withdraw("bulletin", "2026-11-23/4")
    assert facts(staff).items == 4, "what was taken back is not counted"


def test_powers_count_as_the_year_left_them(staff: Staff) -> None:
    staff.clock.now = datetime(2027, 1, 4, 1, 0, tzinfo=UTC)
    staff.remove("power", "P1")
    staff.approve(staff.submit())
    staff.publish()
    (last_year,), (this_year,) = facts(staff, 2026).categories, facts(staff, 2027).categories
    assert (last_year.declared, this_year.declared) == (3, 2)
    assert facts(staff, 2024).categories == (), "nothing was published yet"


def test_word_excel_and_json_say_the_same(staff: Staff) -> None:
    found = facts(staff)
    told = json.loads(to_json(found))
    assert (told["items"], told["hall_visitors"]) == (4, 135)
    document = Document(BytesIO(to_docx(found)))
    first = document.tables[0]
    assert [cell.text for cell in first.rows[-1].cells] == ["合计", "4", "2"]
    book = load_workbook(BytesIO(to_xlsx(found)))
    assert [cell.value for cell in book["大厅电子屏"][16]] == ["合计", 4, 2]
    cell = book["行政权力"]["A4"]
    assert (cell.value, cell.data_type) == ("=行政许可", "s"), "a name is no formula"


def test_the_command_writes_a_file_or_says_why_not(
    staff: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    staff.close()
    monkeypatch.setenv("OPENHALL_HOME", str(staff.folder))
    out = tmp_path / "report.docx"
    assert main(["report", "2026", "--format", "docx", "--out", str(out)]) == 0
    assert "2026 年政务公开数据" in Document(str(out)).paragraphs[0].text
    capsys.readouterr()
    assert main(["report", "2026", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["items"] == 4
    assert main(["report", "26", "--format", "json"]) == 1
    assert "年份应当" in capsys.readouterr().err
