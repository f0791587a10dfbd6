"""Lists and page objects as QML reads them."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kiosk.viewmodels.rows import FIRST_ROLE, Rows
from kiosk.viewmodels.search import marked
from kiosk.viewmodels.shown import shown
from kiosk.viewmodels.way import LONGEST, Stop, Way


@dataclass(frozen=True)
class Line:
    name: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Room:
    name: str
    section: str


@dataclass(frozen=True)
class Sheet:
    title: str
    count: int
    tags: tuple[str, ...]
    lines: tuple[Line, ...]


def test_a_list_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = Rows(Line, [Line("一", ("甲", "乙")), Line("二")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's
    model.show([Line("三")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's


def test_the_rows_of_a_section_are_a_list_of_their_own(qapp: object) -> None:
    model = Rows(Room, [Room("101", "一层"), Room("201", "二层"), Room("102", "一层")])
    first = model.under("一层")
    assert isinstance(first, Rows)
    assert first.rows == (Room("101", "一层"), Room("102", "一层"))
    assert model.under("一层") is first
    assert model.property("count") == 3
    nothing = model.under("三层")
    assert isinstance(nothing, Rows)
    assert nothing.rows == ()
    model.show([Room("103", "一层")])
    again = model.under("一层")
    assert isinstance(again, Rows)
    assert again.rows == (Room("103", "一层"),)


def test_roles_are_the_fields(qapp: object) -> None:
    model = Rows(Line, [Line("一", ("甲", "乙"))])
    assert {bytes(name.data()) for name in model.roleNames().values()} == {b"name", b"parts"}
    assert [model.data(model.index(0), FIRST_ROLE + role) for role in range(2)] == ["一", ["甲", "乙"]]


@pytest.mark.parametrize("role", [0, FIRST_ROLE + 2, -1])
def test_what_is_not_there_is_nothing_and_no_error(qapp: object, role: int) -> None:
    model = Rows(Line, [Line("一")])
    assert model.data(model.index(0), role) is None
    assert model.data(model.index(7), FIRST_ROLE) is None


def test_the_same_rows_again_say_nothing(qtbot: QtBot) -> None:
    model = Rows(Line, [Line("一")])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([Line("一")])
    with qtbot.waitSignals([model.modelAboutToBeReset, model.modelReset, model.changed], order="strict"):
        model.show([Line("二")])


def test_a_page_object_has_the_facts_as_properties(qapp: object) -> None:
    page = shown(Sheet("综合法规处", 3, ("甲", "乙"), (Line("一"), Line("二"))))
    assert (page.property("title"), page.property("count"), page.property("tags")) == ("综合法规处", 3, ["甲", "乙"])
    lines = page.lines  # type: ignore[attr-defined] # made from the dataclass at run time
    assert isinstance(lines, Rows)
    assert lines.rows == (Line("一"), Line("二"))
    assert page.lines is lines  # type: ignore[attr-defined] # the same


def test_what_matched_is_marked_and_nothing_taken_as_markup() -> None:
    assert marked("综合法规处", ((2, 4),)) == "综合<b><u>法规</u></b>处"
    assert marked("a<b>&", ((0, 2),)) == "<b><u>a&lt;</u></b>b&gt;&amp;"
    assert marked("综合", ()) == "综合"


STOPS = st.builds(Stop, st.sampled_from(["office", "person", "map"]), st.sampled_from(["a", "b", "c"]))


@given(st.lists(st.tuples(STOPS, st.integers(0, 20))))
def test_a_way_always_begins_at_home_and_never_grows_for_ever(asked: list[tuple[Stop, int]]) -> None:
    way = Way()
    for stop, depth in asked:
        way = way.opened(stop, depth).shortened()
        assert way.stops[0] == Stop("home")
        assert len(way.stops) <= LONGEST
        assert way.here == stop
    for _ in way.stops:
        way = way.back()
    assert way == Way()


def test_a_page_asked_for_twice_opens_once() -> None:
    once = Way().opened(Stop("office", "law"), 0)
    assert once.opened(Stop("office", "law"), 1) == once


def test_what_lay_above_the_page_that_asks_is_left() -> None:
    deep = Way().opened(Stop("offices"), 0).opened(Stop("office", "a"), 1).opened(Stop("person", "b"), 2)
    assert deep.opened(Stop("office", "c"), 1).stops == (Stop("home"), Stop("offices"), Stop("office", "c"))
    assert deep.shared_with(deep.opened(Stop("office", "c"), 1)) == 2
