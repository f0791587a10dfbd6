"""A visitor types, and what they look for comes first."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records import (
    Category,
    Channel,
    Entry,
    Floor,
    Group,
    Hall,
    Membership,
    Office,
    Person,
    Post,
    Power,
    Record,
    Room,
    Step,
    Unit,
    Window,
)
from data.search.query import Results, search
from data.search.rank import Rank
from data.search.write import write_search
from tests.data.search.test_reading import SURNAMES

RECORDS: tuple[Record, ...] = (
    Office(
        "zhfgc", "综合法规处", "法规处", "Legislation Office", section="机关处室", duties=("起草财政地方性法规草案",)
    ),
    Office("kjc", "会计处", section="机关处室", position=1, duties=("管理全省会计工作", "负责会计从业资格的政策解释")),
    Office("xxzx", "信息中心", section="厅属事业单位", position=2, summary="承担财政信息化建设"),
    Person("p1", "单伟", posts=(Post("处长", "zhfgc"),), room="512"),
    Person("p2", "张伟明", posts=(Post("副处长", "kjc"),)),
    Person("p3", "翟天临"),
    Person("p4", "买买提·艾力"),
    Person("p5", "歐陽娜"),
    Person("p6", "陈乐", pinyin="chen yue"),
    Power(
        "1001",
        "会计从业资格的审批",
        "xk",
        "kjc",
        summary="办理会计从业资格证书的申请人应当具备下列条件",
        steps=(Step(1, "窗口收件", actor="会计处经办人"),),
    ),
    Power("1002", "政府采购代理机构资格的认定", "xk", "kjc"),
    Category("xk", "行政许可"),
    Room("512", office="zhfgc"),
    Room("B1-03", "会议室"),
    Room("118", "男卫生间"),
    Group("g1", "政府信息公开领导小组", members=(Membership("p1"),)),
    Hall("审批大厅", hours="9:00-16:00", windows=(Window("3", "会计事项"),)),
    Channel("c1", "政府信息公开", "https://example.invalid", board="政务信息"),
    Entry("A-2010-1", "关于印发二〇一〇年预算的通知", number="财预〔2010〕12号", summary="印发预算并说明项目支出"),
)


@pytest.fixture(scope="module")
def lobby() -> Iterator[sqlite3.Connection]:
    """Give the search tables over `RECORDS`."""
    with closing(sqlite3.connect(":memory:")) as connection:
        write_search(connection, RECORDS)
        yield connection


def titles(results: Results) -> list[str]:
    """The titles found, best first."""
    return [hit.title for hit in results.hits]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("综合法规处", "综合法规处"),
        ("法规处", "综合法规处"),
        ("綜合法規處", "综合法规处"),
        ("zonghefagui", "综合法规处"),
        ("zhfg", "综合法规处"),
        ("legislation office", "综合法规处"),
        ("faguic", "综合法规处"),
        ("会计", "会计处"),
        ("kuaijic", "会计处"),
        ("huijichu", "会计处"),
        ("kjcyzg", "会计从业资格的审批"),
        ("hjcyzg", "会计从业资格的审批"),
        ("1001", "会计从业资格的审批"),
        ("shanw", "单伟"),
        ("sw", "单伟"),
        ("danwei", "单伟"),
        ("chenyue", "陈乐"),
        ("chenle", "陈乐"),
        ("张wm", "张伟明"),
        ("zhangwm", "张伟明"),
        ("zhwm", "张伟明"),
        ("zwei", "张伟明"),
        ("欧阳", "歐陽娜"),
        ("欧阳n", "歐陽娜"),
        ("买买提艾力", "买买提·艾力"),
        ("512", "512 综合法规处"),
        ("b103", "B1-03 会议室"),
        ("厕所", "118 男卫生间"),
        ("财预〔2010〕12号", "关于印发二〇一〇年预算的通知"),
        ("二零一零", "关于印发二〇一〇年预算的通知"),
        ("张伟 副处长", "张伟明"),
        ("法规处处长", "单伟"),
        ("窗口收件", "窗口收件"),
        ("3号窗口", "3 会计事项"),
        ("从业资格证书", "会计从业资格的审批"),
        ("申请人应当具备", "会计从业资格的审批"),
        ("项目支出", "关于印发二〇一〇年预算的通知"),
    ],
)
def test_what_is_looked_for_comes_first(lobby: sqlite3.Connection, typed: str, first: str) -> None:
    results = search(lobby, typed)
    assert titles(results)[:1] == [first]
    assert not results.forgiven


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("会记从业资格", "会计从业资格的审批"),
        ("会计从业资各", "会计从业资格的审批"),
        ("会计业从资格", "会计从业资格的审批"),
        ("会计从业格的审", "会计从业资格的审批"),
        ("kuajicongy", "会计从业资格的审批"),
        ("kuaijjcongye", "会计从业资格的审批"),
        ("kauijicongye", "会计从业资格的审批"),
        ("zonghefaguu", "综合法规处"),
        ("zonhefagui", "综合法规处"),
        ("kuaijichongye", "会计从业资格的审批"),
        ("会计证怎么办理", "会计从业资格的审批"),
    ],
)
def test_one_typing_error_is_forgiven(lobby: sqlite3.Connection, typed: str, first: str) -> None:
    results = search(lobby, typed)
    assert titles(results)[:1] == [first]
    assert results.forgiven


def test_an_error_is_forgiven_only_when_nothing_else_is_found(lobby: sqlite3.Connection) -> None:
    assert "会计处" not in titles(search(lobby, "会议"))


@pytest.mark.parametrize("typed", ["hefg", "onghe", "kuaij1", "onghefa", "uaiji"])
def test_pinyin_matches_from_the_start_of_a_syllable(lobby: sqlite3.Connection, typed: str) -> None:
    exact = search(lobby, typed)
    assert exact.forgiven or not exact.hits or typed == "hefg"


@pytest.mark.parametrize(
    ("typed", "title", "marked"),
    [
        ("法规", "综合法规处", "法规"),
        ("fagui", "综合法规处", "法规"),
        ("fg", "综合法规处", "法规"),
        ("张wm", "张伟明", "张伟明"),
        ("zhangw", "张伟明", "张伟"),
        ("maiti", "买买提·艾力", "买提"),
        ("提艾", "买买提·艾力", "提·艾"),
        ("欧阳", "歐陽娜", "歐陽"),
        ("danw", "单伟", "单伟"),
    ],
)
def test_the_matched_part_is_marked(lobby: sqlite3.Connection, typed: str, title: str, marked: str) -> None:
    hit = next(hit for hit in search(lobby, typed).hits if hit.title == title)
    assert [title[start:end] for start, end in hit.marks] == [marked]


def test_a_match_behind_the_title_shows_its_line(lobby: sqlite3.Connection) -> None:
    hit = search(lobby, "信息化").hits[0]
    assert hit.marks == ()
    assert hit.excerpt == "承担财政信息化建设"
    assert [hit.excerpt[start:end] for start, end in hit.excerpt_marks] == ["信息化"]


def test_hits_are_counted_by_kind(lobby: sqlite3.Connection) -> None:
    results = search(lobby, "会计")
    assert results.counts == {"duty": 2, "office": 1, "person": 1, "power": 2, "step": 1, "window": 1}


def test_a_limit_cuts_hits_and_not_counts(lobby: sqlite3.Connection) -> None:
    results = search(lobby, "会计", limit=2)
    assert len(results.hits) == 2
    assert results.counts == search(lobby, "会计").counts


def test_a_hit_opens_the_record_it_stands_in(lobby: sqlite3.Connection) -> None:
    duty = next(hit for hit in search(lobby, "政策解释").hits if hit.kind == "duty")
    assert (duty.opens, duty.key, duty.part) == ("office", "kjc", 2)
    step = search(lobby, "窗口收件").hits[0]
    assert (step.opens, step.key, step.part) == ("power", "1001", 1)


def test_every_hit_is_ranked_by_how_it_matches(lobby: sqlite3.Connection) -> None:
    assert search(lobby, "会计处").hits[0].score == Rank.EXACT
    assert search(lobby, "会计").hits[0].score == Rank.PREFIX
    assert search(lobby, "zwm").hits[0].score < Rank.INSIDE
    scores = [hit.score for hit in search(lobby, "会计").hits]
    assert scores == sorted(scores)


@pytest.mark.parametrize("typed", ["", " ", '"', "%", "..", "😀", "\u202e", "x" * 10_000, "会" * 10_000, "qqqqqqqq"])
def test_a_page_is_never_empty(lobby: sqlite3.Connection, typed: str) -> None:
    results = search(lobby, typed)
    assert results.hits == ()
    assert [offer.text for offer in results.offered if offer.kind == "section"] == ["机关处室", "厅属事业单位"]
    assert [offer.text for offer in results.offered if offer.kind == "letter"] == list("CKMOSXZ")


@given(st.text(max_size=40))
def test_any_text_is_harmless_and_found_the_same_twice(text: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        write_search(connection, RECORDS[:4])
        results = search(connection, text)
        assert results == search(connection, text)
        assert bool(results.hits) != bool(results.offered)


def unit(key: str, category: str, number: str = "", name: str = "", name_en: str = "") -> Unit:
    return Unit(key, category, (), number, name, name_en)


DRAWN: tuple[Record, ...] = (
    Room("118", "男卫生间"),
    Floor(
        "F0",
        "1 层",
        0,
        units=(
            unit("u118", "restroom.male", "118", "男卫生间"),
            unit("w0", "restroom.female", "119", "女卫生间", "Women's Washroom"),
            unit("n0", "restroom"),
            unit("e0", "elevator", name="1号电梯"),
            unit("k0", "room", name="开水间"),
            unit("c0", "walkway", name="走廊"),
            unit("p0", "nonpublic", name="配电室"),
        ),
    ),
    Floor("F2", "3 层", 2, units=(unit("w2", "restroom.female", name="女卫生间"),)),
)


@pytest.fixture(scope="module")
def house() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        write_search(connection, DRAWN)
        yield connection


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("厕所", ["118", "n0", "w2", "w0"]),
        ("cesuo", ["118", "n0", "w2", "w0"]),
        ("cs", ["118", "n0", "w2", "w0", "k0"]),
        ("toilet", ["n0", "w2", "w0"]),
        ("女卫生间", ["w2", "w0"]),
        ("washroom", ["w0"]),
        ("119", ["w0"]),
        ("dianti", ["e0"]),
        ("打水", ["k0"]),
        ("走廊", []),
        ("配电室", []),
    ],
)
def test_what_is_only_drawn_is_found(house: sqlite3.Connection, typed: str, found: list[str]) -> None:
    assert sorted(hit.key for hit in search(house, typed).hits) == sorted(found)


def test_of_equal_places_the_nearer_floor_comes_first(house: sqlite3.Connection) -> None:
    hits = [hit for hit in search(house, "卫生间").hits if hit.kind == "unit"]
    assert next((hit.key, hit.detail, hit.opens) for hit in hits) == ("n0", "1 层", "unit")


@pytest.fixture(scope="module")
def surnames() -> Iterator[sqlite3.Connection]:
    """Give the search tables over one person of each surname that formats.md names."""
    people = [Person(f"s{number}", f"{name}志强") for number, name in enumerate(SURNAMES)]
    with closing(sqlite3.connect(":memory:")) as connection:
        write_search(connection, people)
        yield connection


@pytest.mark.parametrize(("name", "spoken", "common"), [(name, *both) for name, both in SURNAMES.items()])
def test_a_person_is_found_by_the_surname_and_lower_by_the_common_reading(
    surnames: sqlite3.Connection, name: str, spoken: str, common: str
) -> None:
    def score(typed: str) -> int:
        found = [hit.score for hit in search(surnames, typed).hits if hit.title == f"{name}志强"]
        assert found, f"{typed} does not find {name}志强"
        return found[0]

    assert score(spoken) <= score(common)
    assert score(f"{spoken}zhiqiang") <= score(f"{common}zhiqiang")
    assert score(f"{spoken[0]}zq") <= score(f"{common[0]}zq")
    if spoken != common:
        assert score(spoken) < score(common) or score(f"{spoken}zhiqiang") < score(f"{common}zhiqiang")
