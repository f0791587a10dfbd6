"""In English whatever the office gave in Chinese only carries a mark that says so: on the glass, and to the ear."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from data.records import (
    Category,
    Channel,
    Group,
    Hall,
    Material,
    Membership,
    Office,
    Person,
    Post,
    PostRole,
    Power,
    Record,
    Room,
    Site,
    TimeLimit,
    Window,
)
from kiosk.app import Kiosk, build
from kiosk.checks import words_in
from kiosk.glass import things
from kiosk.hanzi import has_hanzi, says_hanzi
from kiosk.marks import unmarked
from kiosk.settings import Settings
from kiosk.snapshot import lead, page_ways, settle
from kiosk.viewmodels.way import Stop
from ledsign.rotation import Rotation
from tests.kiosk.conftest import FakeClock
from tests.kiosk.department import NOW, department
from tests.kiosk.edition import rotation, write_edition
from tests.kiosk.hand import Hand
from tests.kiosk.house import building

ENGLISH: tuple[Record, ...] = (
    Site("省财政厅", name_en="Department of Finance", subtitle="公开", subtitle_en="Open", hours="工作日 8:30—17:00"),
    Office(
        "law",
        "法规处",
        name_en="Legal Division",
        section="机关处室",
        section_en="Divisions",
        duties=("拟订制度。",),
        duties_en=("Draft rules.",),
        hours="工作日 8:30—11:30，13:00—17:00",
        telephone="024-0000 0102",
    ),
    Person(
        "p1",
        "赵婷",
        name_en="Zhao Ting",
        posts=(Post("处长", "law", PostRole.HEAD, "Director"),),
        leads="分管法规处。",
        leads_en="In charge of Legal.",
        duties=("审核。",),
        duties_en=("Review.",),
        room="512",
    ),
    Group("g1", "领导小组", name_en="Leading Group", members=(Membership("p1"),), seat_office="law"),
    Category("licence", "许可", name_en="Licences", explanation="准许。", explanation_en="Permission."),
    Power(
        "XK-1",
        "认定",
        "licence",
        "law",
        name_en="Recognition",
        summary="说明。",
        summary_en="What it is.",
        item_type="承诺件",
        promised_limit=TimeLimit(10),
        in_hall=True,
        room="101",
        place="1 楼大厅（101 室）1 号窗口",
        hours="周二、周四 8:30—16:30",
        materials=(Material("Form A", "原件", "纸质", "必要", "2 份"),),
    ),
    Hall(
        "审批大厅",
        name_en="Approval Hall",
        room="101",
        weekdays=(2, 4),
        hours="8:30—16:30",
        windows=(Window("1", "会计", ("XK-1",), name_en="Accounting"),),
    ),
    Channel(
        "c1",
        "政府信息公开",
        "https://czt.example/1",
        "信息",
        "Government Information",
        "要闻",
        "What is new",
        board_en="Open government",
    ),
    Room("512", office="law", position=1),
    Room("101", name="审批大厅", name_en="Approval Hall", position=2),
)
"""A department that gave English for everything there is a field for."""

WITHOUT_NEWS = Rotation(zone="Asia/Shanghai", fallback="省财政厅")


@pytest.fixture
def english(qapp: QGuiApplication, tmp_path: Path, clock: FakeClock) -> Iterator[Kiosk]:
    """A kiosk with everything in English, somebody before it who chose English."""
    edition = write_edition(tmp_path / "000001", ENGLISH, shown=WITHOUT_NEWS)
    yield from shown(Settings(tmp_path, edition=edition, motion=False), clock)


@pytest.fixture
def chinese(home: Path, qapp: QGuiApplication, clock: FakeClock) -> Iterator[Kiosk]:
    """A kiosk with the small department, which has hardly any English, somebody before it who chose English."""
    yield from shown(Settings(home, motion=False), clock)


def shown(settings: Settings, clock: FakeClock) -> Iterator[Kiosk]:
    kiosk = build(settings, lambda: NOW, clock=clock)
    kiosk.window.show()
    kiosk.visit.touched()
    kiosk.shell.press("language")
    QCoreApplication.processEvents()
    yield kiosk
    kiosk.close()


def marks(kiosk: Kiosk) -> list[str]:
    """What the marks in sight say, wherever they stand."""
    settle(40)
    kiosk.window.grabWindow()
    said = [f"{thing.name} {thing.description}" for thing in things(kiosk.window) if not thing.seen.isEmpty()]
    return [mark for words in said for mark in ("In Chinese", "Partly in Chinese") if mark in words]


def missing(kiosk: Kiosk) -> list[str]:
    """What is Chinese without a mark."""
    settle(40)
    kiosk.window.grabWindow()
    return [fault.name for fault in unmarked(kiosk.window.contentItem(), things(kiosk.window))]


PAGES = (
    "home",
    "offices",
    "office/law",
    "staff",
    "staff/people",
    "staff/groups",
    "person/p1",
    "group/g1",
    "powers",
    "power/XK-1",
    "hall",
    "portal",
    "help",
    "search/legal",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_the_office_gave_in_english_has_no_mark_and_no_hanzi(english: Kiosk, page: str) -> None:
    name, _, key = page.partition("/")
    english.shell.openPage(name, key, 0)
    assert english.shell.way.here.page == name
    assert marks(english) == []
    assert missing(english) == []
    said = [thing.name for thing in things(english.window) if has_hanzi(thing.name + thing.description)]
    assert said == ["中文"]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_whatever_is_chinese_on_any_page_lies_under_a_mark(chinese: Kiosk, size: tuple[int, int]) -> None:
    chinese.window.resize(*size)
    edition = chinese.shelf.edition
    assert edition is not None
    unsaid: dict[str, list[str]] = {}
    for page, way in {"home": (), **page_ways(edition)}.items():
        chinese.shell.press("home")
        lead(chinese, way)
        unsaid[page] = missing(chinese)
        # What one finds when nothing is found is English, and pages of people may stand beside others.
        assert marks(chinese) or page in {"search", "search-nothing", "help"}, page
    assert unsaid == {page: [] for page in unsaid}


def test_a_text_without_its_mark_is_found(chinese: Kiosk) -> None:
    chinese.shell.openPage("office", "law", 0)
    assert missing(chinese) == []
    for thing in things(chinese.window):
        if thing.name == "Duties":
            thing.item.parentItem().setProperty("foreign", False)
    assert "负责本处室职责范围内的政府信息公开工作。" in missing(chinese)


def test_where_most_of_a_list_is_chinese_one_mark_at_its_head_says_so(chinese: Kiosk) -> None:
    chinese.shell.openPage("offices", "", 0)
    assert marks(chinese) == ["Partly in Chinese"]


def test_where_little_of_a_list_is_chinese_each_row_says_so_itself(
    qapp: QGuiApplication, tmp_path: Path, clock: FakeClock
) -> None:
    offices = (
        *(Office(f"o{number}", f"第{number}处", name_en=f"Division {number}", position=number) for number in range(3)),
        Office("lab", "实验处", position=4),
    )
    edition = write_edition(tmp_path / "000001", offices, shown=WITHOUT_NEWS)
    for kiosk in shown(Settings(tmp_path, edition=edition, motion=False), clock):
        kiosk.shell.openPage("offices", "", 0)
        assert marks(kiosk) == ["In Chinese"]
        assert "In Chinese" in Hand(kiosk).hint("实验处")


def test_a_channels_long_name_takes_one_line_on_a_wide_glass(english: Kiosk) -> None:
    english.window.resize(1920, 1080)
    english.shell.openPage("portal", "", 0)
    settle(60)
    english.window.grabWindow()
    named = [words for words in words_in(english.window.contentItem()) if words.text == "Government Information"]
    assert [words.place.height() < 50 for words in named] == [True]


def test_what_a_category_means_is_told_in_the_language_that_holds(english: Kiosk) -> None:
    hand = Hand(english)
    english.shell.openPage("powers", "", 0)
    hand.touch("Licences 1")
    assert hand.sees("Permission.")
    hand.touch("中文")
    assert hand.awaits("准许。")
    assert not hand.sees("Permission.")


def test_in_chinese_nothing_is_marked(kiosk: Kiosk) -> None:
    for stop in (Stop("offices"), Stop("office", "law"), Stop("entry", "000000-0001"), Stop("map", "512")):
        kiosk.shell.press("home")
        lead(kiosk, (stop,))
        assert marks(kiosk) == []


def test_what_the_visitor_typed_needs_no_mark(chinese: Kiosk) -> None:
    chinese.shell.openPage("search", "甲乙丙丁", 0)
    assert Hand(chinese).sees("Nothing found for “甲乙丙丁”")
    assert missing(chinese) == []


@pytest.mark.parametrize(
    ("text", "chinese"), [("处", True), ("㐂", True), ("𬀩", True), ("〇", True), ("，（）· 512 é", False), ("", False)]
)
def test_hanzi_of_any_plane_are_told_from_punctuation(text: str, *, chinese: bool) -> None:
    assert has_hanzi(text) is chinese


def test_facts_say_hanzi_in_what_is_shown_of_them_only() -> None:
    assert says_hanzi((("a", ("处",)),))
    assert says_hanzi(Office("k", "处"))
    assert not says_hanzi(Office("处", "Division", section="机关"))


def test_the_notices_on_a_bulletin_without_news_are_marked_too(
    qapp: QGuiApplication, tmp_path: Path, clock: FakeClock
) -> None:
    edition = write_edition(tmp_path / "000001", [*department(), *building()][:40], shown=rotation())
    for kiosk in shown(Settings(tmp_path, edition=edition, motion=False), clock):
        kiosk.shell.openPage("bulletin", "", 0)
        assert marks(kiosk) == ["In Chinese"]
        assert missing(kiosk) == []
