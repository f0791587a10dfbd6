"""What the program says in English by itself, and what of the office's English it uses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.edition.reader import Edition
from data.records import Channel, Hall, Office, Person, Post, Power, Record, Room, Step, Window
from data.search.query import search
from kiosk.settings import Settings
from kiosk.viewmodels.english import post_in_english
from kiosk.viewmodels.found import said_of
from kiosk.viewmodels.hall import HallFacts, hall_facts
from kiosk.viewmodels.offices import office_facts, offices_facts
from kiosk.viewmodels.phrases import hours_in_english, limit_in_english
from kiosk.viewmodels.portal import portal_facts
from kiosk.viewmodels.powers import PowerFacts, power_facts
from kiosk.viewmodels.search import by_kind
from kiosk.viewmodels.staff import groups_facts
from kiosk.viewmodels.tenants import tenancy
from kiosk.viewmodels.view import View
from tests.kiosk.department import NOW
from tests.kiosk.edition import write_edition

GIVEN: tuple[Record, ...] = (
    Office("tax", "税政处", section="机关处室", position=0),
    Office("lab", "实验处", section="机关处室", section_en="Divisions", position=1),
    Office("farm", "农场", section="附属单位", position=2),
    Channel("a", "要闻", "https://czt.example/a", "信息", position=0, board_en="Open government"),
    Channel("b", "公告", "https://czt.example/b", "信息", position=1),
    Channel("c", "书画", "https://czt.example/c", "文化", position=2),
    Power("P-1", "认定", "licence", "tax", summary="说明。", summary_en="What it is."),
    Power("P-2", "审批", "licence", "tax", summary="说明。"),
    Hall("审批大厅", windows=(Window("1", "会计", name_en="Accounting"), Window("2", "采购"))),
)
"""Records of which some have an English word and some have none."""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[bool, View]]:
    """The looks at these records, in English and in Chinese."""
    edition = Edition(write_edition(tmp_path_factory.mktemp("given") / "000001", GIVEN))
    zone = Settings(edition.folder).zone
    yield {english: View(edition, NOW, zone, english) for english in (False, True)}
    edition.close()


def test_one_office_is_enough_to_give_a_section_its_english(given: dict[bool, View]) -> None:
    named = {english: [row.section for row in offices_facts(view).tree] for english, view in given.items()}
    assert named[False] == ["机关处室", "机关处室", "附属单位"]
    assert named[True] == ["Divisions", "Divisions", "附属单位"]
    heads = [facts.section for key in ("tax", "farm") if (facts := office_facts(given[True], key))]
    assert heads == ["Divisions", "附属单位"]
    assert tenancy(given[True]).groups == ("Divisions", "附属单位")


def test_one_channel_is_enough_to_give_a_board_its_english(given: dict[bool, View]) -> None:
    facts = portal_facts(given[True], "")
    assert [(board.key, board.title) for board in facts.boards] == [("信息", "Open government"), ("文化", "文化")]
    assert [channel.board for channel in facts.channels] == ["信息", "信息", "文化"]
    assert [board.title for board in portal_facts(given[False], "").boards] == ["信息", "文化"]


def test_windows_and_what_a_power_is_are_told_in_english_where_the_office_gave_it(given: dict[bool, View]) -> None:
    hall, first, second = hall_facts(given[True]), power_facts(given[True], "P-1"), power_facts(given[True], "P-2")
    assert isinstance(hall, HallFacts)
    assert isinstance(first, PowerFacts)
    assert isinstance(second, PowerFacts)
    assert [window.title for window in hall.windows] == ["Accounting", "采购"]
    assert (first.summary, second.summary) == ("What it is.", "说明。")


def test_the_members_of_a_group_are_counted_in_the_visitors_language(home: Path) -> None:
    settings = Settings(home)
    edition = Edition(settings.current)
    try:
        details = {
            english: {row.detail for row in groups_facts(View(edition, NOW, settings.zone, english)).groups}
            for english in (False, True)
        }
    finally:
        edition.close()
    assert all(detail.endswith("名成员") for detail in details[False])
    assert all(detail.endswith(("member", "members")) for detail in details[True])


def test_a_floor_without_an_english_name_is_called_by_its_height(home: Path) -> None:
    settings = Settings(home)
    edition = Edition(settings.current)
    try:
        named = {english: View(edition, NOW, settings.zone, english) for english in (False, True)}
        assert [named[english].floor_name("5 楼", "") for english in (False, True)] == ["5 楼", "Floor 5"]
        assert named[True].floor_name("5 楼", "Fifth") == "Fifth"
        assert named[True].floor_name("屋顶花园", "") == "屋顶花园"
    finally:
        edition.close()


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("工作日 8:30—11:30，13:00—17:00", "Workdays 8:30–11:30, 13:00–17:00"),
        ("周二、周四 8:30–16:30", "Tue, Thu 8:30–16:30"),
        ("星期一至星期五9:00—17:00（法定节假日除外）", "Mon–Fri 9:00–17:00 (except public holidays)"),
        ("周一上午 8:30—11:30", "Mon mornings 8:30–11:30"),
        ("请先电话预约", ""),
    ],
)
def test_usual_hours_are_said_in_english(chinese: str, english: str) -> None:
    assert hours_in_english(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("5 个工作日", "5 working days"),
        ("1个工作日内", "within 1 working day"),
        ("半个工作日", "half a working day"),
        ("当场，最长 5 日", "on the spot, at most 5 days"),
        ("2 小时", "2 hours"),
        ("发现后 15 日内", ""),
        ("当场，其余按合同", ""),
        ("", ""),
    ],
)
def test_usual_limits_are_said_in_english_and_others_left_whole(chinese: str, english: str) -> None:
    assert limit_in_english(chinese) == english


def test_a_post_names_its_office_once() -> None:
    assert post_in_english("Director", "Legal Division") == "Director, Legal Division"
    assert post_in_english("Head of the Legal Division", "Legal Division") == "Head of the Legal Division"
    assert post_in_english("Director", "") == "Director"


def test_from_a_to_z_goes_by_the_names_that_are_read(tmp_path: Path) -> None:
    offices = (
        Office("law", "综合法规处", name_en="Legal Affairs", position=0),
        Office("tax", "办公室", name_en="General Office", position=1),
        Office("lab", "安全处", name_en="Laboratory", position=2),
        Office("bus", "车队", position=3),
    )
    edition = Edition(write_edition(tmp_path / "000001", offices))
    zone = Settings(tmp_path).zone
    letters = {
        english: [(row.initial, row.title) for row in offices_facts(View(edition, NOW, zone, english)).letters]
        for english in (False, True)
    }
    edition.close()
    assert letters[False] == [("A", "安全处"), ("B", "办公室"), ("C", "车队"), ("Z", "综合法规处")]
    assert letters[True] == [("C", "车队"), ("G", "General Office"), ("L", "Laboratory"), ("L", "Legal Affairs")]


SOUGHT: tuple[Record, ...] = (
    Office(
        "law",
        "综合法规处",
        name_en="Legal Affairs Division",
        summary="法治财政",
        summary_en="Rule of law in finance",
        duties=("起草法规。", "管理票据。"),
        duties_en=("Draft regulations.", "Keep the receipts."),
    ),
    Office("tax", "税政处", duties=("研究税收。",)),
    Person("p1", "赵婷", name_en="Zhao Ting", posts=(Post("处长", "law", title_en="Director"),)),
    Power("P-1", "认定", "licence", "law", name_en="Recognition of agencies", steps=(Step(1, "受理", actor="窗口"),)),
    Room("512", office="law"),
    Hall("审批大厅", name_en="Approval Hall", windows=(Window("3", "会计", name_en="Accounting"), Window("4", "采购"))),
)


def found(folder: Path, query: str, *, english: bool = True) -> list[tuple[str, str, str]]:
    """What a query finds, as the page shows it: title with marks, the line under it, the kind."""
    edition = Edition(folder)
    view = View(edition, NOW, Settings(folder).zone, english)
    hits = by_kind(search(edition.connection, query), lambda hit: said_of(view, hit, query))
    rows = [(row.marked, row.detail, row.section) for row in hits]
    edition.close()
    return rows


@pytest.fixture(scope="module")
def sought(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_edition(tmp_path_factory.mktemp("sought") / "000001", SOUGHT)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("legalaff", ("<b><u>Legal Aff</u></b>airs Division", "Rule of law in finance", "office")),
        ("affairs", ("Legal <b><u>Affairs</u></b> Division", "Rule of law in finance", "office")),
        ("zhfg", ("Legal Affairs Division", "Rule of law in finance", "office")),
        ("综合", ("Legal Affairs Division", "Rule of law in finance", "office")),
        ("zhao", ("<b><u>Zhao</u></b> Ting", "Director, Legal Affairs Division", "person")),
        ("receipts", ("Keep the <b><u>receipts</u></b>.", "Legal Affairs Division", "duty")),
        ("ruleoflaw", ("Legal Affairs Division", "…Rule of law in finance", "office")),
        ("512", ("<b><u>512</u></b> Legal Affairs Division", "", "room")),
        ("accounting", ("3 <b><u>Accounting</u></b>", "Approval Hall", "window")),
        ("税政", ("<b><u>税政</u></b>处", "研究税收。", "office")),
        ("受理", ("<b><u>受理</u></b>", "Recognition of agencies", "step")),
    ],
)
def test_who_chose_english_finds_by_english_pinyin_and_hanzi_and_reads_english(
    sought: Path, query: str, first: tuple[str, str, str]
) -> None:
    assert found(sought, query)[0] == first


def test_in_chinese_what_is_found_by_its_english_is_called_as_ever(sought: Path) -> None:
    assert found(sought, "legalaff", english=False)[0][0] == "综合法规处"


def test_a_line_that_matched_begins_with_a_whole_word(sought: Path) -> None:
    assert found(sought, "infinance")[0][1] == "…Rule of law in finance"
