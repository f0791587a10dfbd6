"""What the program says in English by itself, and what of the office's English it uses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.edition.reader import Edition
from data.records import Channel, Hall, Office, Power, Record, Window
from kiosk.settings import Settings
from kiosk.viewmodels.hall import HallFacts, hall_facts
from kiosk.viewmodels.offices import office_facts, offices_facts
from kiosk.viewmodels.portal import portal_facts
from kiosk.viewmodels.powers import PowerFacts, power_facts
from kiosk.viewmodels.staff import groups_facts
from kiosk.viewmodels.tenants import tenancy
from kiosk.viewmodels.view import View
from tests.kiosk.department import NOW, write_edition

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
