"""The plan of a floor and the way over it, as geometry: what is where, how near, what is written, what is walked."""

import gc
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.providers.plan import FloorPlan
from kiosk.providers.plan_geometry import Fit, extent, fit, path_of
from kiosk.providers.plan_item import PlanItem
from kiosk.providers.plan_route import RouteLine, joined, part, walked_of
from kiosk.providers.plan_words import wrap
from kiosk.viewmodels.drawing import DrawnFloor, DrawnUnit, Sign

SQUARE = (((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)),)
ROOM = (((10.0, 0.0), (20.0, 0.0), (20.0, 10.0), (10.0, 10.0)),)
FLOOR = DrawnFloor(
    "f1",
    (),
    (
        DrawnUnit("a", "room", "101", "", (SQUARE,), None, goal="101"),
        DrawnUnit("b", "room", "102", "", (ROOM,), None, goal="102"),
    ),
    ((5.0, 5.0),),
)
FONT = "Noto Sans CJK SC"


def plan_of(floor: DrawnFloor, width: float, height: float, **properties: object) -> FloorPlan:
    """A plan of a floor, with a margin of 20 pixels."""
    plan = FloorPlan()
    plan.setWidth(width)
    plan.setHeight(height)
    plan.setProperty("floor", floor)
    plan.setProperty("look", {"margin": 20, "size": 20, "small": 16, "icon": 30, "line": 2, "family": FONT})
    for name, value in properties.items():
        plan.setProperty(name, value)
    return plan


def test_a_floor_fills_the_glass_less_its_margin_and_lies_in_the_middle() -> None:
    fitted = fit(extent(FLOOR), 240, 400, 20)
    assert fitted == Fit(10.0, 20.0, 150.0)
    assert fitted.point((20, 10)) == QPointF(220, 250)
    assert fitted.metres(QPointF(220, 250)) == QPointF(20, 10)


@pytest.mark.parametrize("size", [(0, 0), (30, 30)])
def test_no_room_to_draw_is_no_error(size: tuple[int, int]) -> None:
    assert fit(extent(FLOOR), *size, 20) == Fit()


def test_a_touch_on_the_plan_finds_the_room(qapp: object) -> None:
    plan = plan_of(FLOOR, 240, 140)
    assert [plan.unitAt(30, 30), plan.unitAt(130, 70), plan.unitAt(5, 5)] == ["101", "102", ""]


def test_of_rooms_in_rooms_the_inner_is_touched_and_corridors_are_not(qapp: object) -> None:
    inner = DrawnUnit("c", "toilet", "", "", ((((2.0, 2.0), (6.0, 2.0), (6.0, 6.0), (2.0, 6.0)),),), None, goal="c")
    hall = DrawnUnit("d", "open", "", "", ((((0.0, 10.0), (20.0, 10.0), (20.0, 12.0), (0.0, 12.0)),),), None, goal="d")
    plan = plan_of(DrawnFloor("f1", (), (*FLOOR.units, inner, hall), ()), 240, 160)
    assert [plan.unitAt(60, 60), plan.unitAt(25, 25), plan.unitAt(100, 135)] == ["c", "101", ""]


def test_nearer_what_was_in_the_middle_stays_there_and_the_plan_fills_the_view(qapp: object) -> None:
    plan = plan_of(FLOOR, 240, 140, zoom=2.0, middle=QPointF(10, 5))
    assert plan.fitted() == Fit(20.0, -80.0, -30.0)
    plan.setProperty("middle", QPointF(100, 100))
    assert plan.fitted().metres(QPointF(220, 120)) == QPointF(20, 10), "its corner lies at the margin"


def test_a_finger_takes_the_place_it_touched_along(qapp: object) -> None:
    plan = plan_of(FLOOR, 240, 140, zoom=2.0, middle=QPointF(10, 5), bleed=0.0)
    finger, shift = QPointF(60, 30), QPointF(15, -5)
    touched = plan.fitted().metres(finger)
    plan.setProperty("middle", plan.movedMiddle(finger, shift, 1.0))
    assert plan.fitted().metres(finger + shift) == touched


def test_two_fingers_stretch_around_the_place_between_them(qapp: object) -> None:
    plan = plan_of(FLOOR, 240, 140, zoom=2.0, middle=QPointF(10, 5))
    grip = QPointF(100, 60)
    touched = plan.fitted().metres(grip)
    middle = plan.movedMiddle(grip, QPointF(0, 0), 1.5)
    plan.setProperty("zoom", 3.0)
    plan.setProperty("middle", middle)
    found = plan.fitted().metres(grip)
    assert (found.x(), found.y()) == (pytest.approx(touched.x()), pytest.approx(touched.y()))


def test_the_bleed_shows_more_around_and_nothing_larger(qapp: object) -> None:
    plain = plan_of(FLOOR, 240, 140, zoom=2.0, middle=QPointF(10, 5))
    bled = plan_of(FLOOR, 340, 240, zoom=2.0, middle=QPointF(10, 5), bleed=50.0)
    assert bled.fitted().scale == plain.fitted().scale
    assert bled.fitted().point((10, 5)) - QPointF(50, 50) == plain.fitted().point((10, 5))


def test_rings_of_any_direction_keep_their_holes() -> None:
    outer, hole = SQUARE[0], ((2.0, 2.0), (8.0, 2.0), (8.0, 8.0), (2.0, 8.0))
    for rings in ((outer, hole), (outer[::-1], hole), (outer, hole[::-1]), (outer[::-1], hole[::-1])):
        path = path_of((rings,))
        assert path.contains(QPointF(1, 5))
        assert not path.contains(QPointF(5, 5))


LINE = [QPointF(0, 0), QPointF(10, 0), QPointF(10, 30)]


@pytest.mark.parametrize(
    ("share", "end"),
    [(0, QPointF(0, 0)), (0.125, QPointF(5, 0)), (0.25, QPointF(10, 0)), (0.5, QPointF(10, 10)), (1, QPointF(10, 30))],
)
def test_a_way_grows_in_the_walking_direction(share: float, end: QPointF) -> None:
    walked = part(LINE, share)
    assert walked[0] == LINE[0]
    assert walked[-1] == end


def test_a_way_of_one_point_or_none_draws() -> None:
    assert part([], 0.5) == []
    assert part([QPointF(1, 1)], 0.5) == [QPointF(1, 1)]


def test_whole_legs_are_walked_before_a_share_of_the_next() -> None:
    second = [LINE[-1], QPointF(30, 30)]
    assert walked_of([LINE, second], 0) == []
    assert walked_of([LINE, second], 1) == LINE
    assert walked_of([LINE, second], 1.5) == [*LINE, QPointF(20, 30)]
    assert walked_of([LINE, second], 2) == joined([LINE, second]) == [*LINE, QPointF(30, 30)]


def test_the_line_lies_around_the_way_and_no_farther_than_the_plan(qapp: object) -> None:
    plan = plan_of(FLOOR, 240, 140)
    way = RouteLine()
    way.setProperty("plan", plan)
    way.setProperty("legs", [[[5.0, 5.0], [10.0, 5.0]], [[10.0, 5.0], [400.0, 5.0]]])
    box = way.property("box")
    assert box.left() == 70 - 30
    assert box.right() == 240


def test_a_name_is_written_in_lines_that_fit_or_not_at_all(qapp: object) -> None:
    font = QFont(FONT)
    font.setPixelSize(20)
    metrics = QFontMetricsF(font)
    assert wrap("综合法规处", metrics, 65) == ["综合法", "规处"]
    assert wrap("综合法规处", metrics, 10) == []
    assert wrap("General Office", metrics, 90) == ["General", "Office"]


def test_narrow_rooms_are_numbered_along_and_tiny_ones_not_at_all(qapp: object) -> None:
    def said(width: float, height: float) -> list[tuple[bool, str]]:
        ring = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
        unit = DrawnUnit("a", "room", "101", "", ((ring,),), (width / 2, height / 2), (width, height))
        yard = ((((0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0)),),)
        plan = plan_of(DrawnFloor("f", yard, (unit,), ()), 240, 140)
        assert plan.scene is not None
        return [
            (written.upward, line.words)
            for written in plan.words_in(plan.scene, plan.fitted(), QRectF(0, 0, 240, 140))
            for line in written.lines
        ]

    assert said(6, 6) == [(False, "101")]
    assert said(3.5, 6) == [(True, "101")]
    assert said(1, 1) == []


sizes = st.floats(0.5, 9)
units = st.lists(st.tuples(st.floats(0, 30), st.floats(0, 20), sizes, sizes), min_size=1, max_size=25)


@settings(max_examples=60, deadline=None)
@given(units, st.lists(st.tuples(st.floats(0, 30), st.floats(0, 20)), max_size=6), st.floats(1, 6))
def test_whatever_is_drawn_no_words_lie_over_others(
    qapp: object, boxes: list[tuple[float, float, float, float]], signs: list[tuple[float, float]], zoom: float
) -> None:
    drawn = tuple(
        DrawnUnit(
            f"u{number}",
            "lift" if number % 5 == 4 else "room",
            f"{100 + number}",
            "税政处" if number % 2 else "",
            ((((x, y), (x + w, y), (x + w, y + h), (x, y + h)),),),
            (x + w / 2, y + h / 2),
            (w, h),
        )
        for number, (x, y, w, h) in enumerate(boxes)
    )
    floor = DrawnFloor("f", (), drawn, ((15.0, 10.0),), signs=tuple(Sign("exit", at) for at in signs))
    plan = plan_of(floor, 800, 500, zoom=zoom, middle=QPointF(15, 10), target="u0")
    assert plan.scene is not None
    written = plan.words_in(plan.scene, plan.fitted(), QRectF(0, 0, 800, 500))
    assert not any(one.box.intersects(other.box) for one, other in combinations(written, 2))


def test_the_room_one_looks_for_says_its_number_however_small_it_is(qapp: object) -> None:
    tiny = DrawnUnit(
        "t", "room", "512", "", ((((0.0, 0.0), (0.5, 0.0), (0.5, 0.5), (0.0, 0.5)),),), (0.25, 0.25), (0.5, 0.5)
    )
    plan = plan_of(DrawnFloor("f", (), (*FLOOR.units, tiny), ()), 240, 140, target="t")
    assert plan.scene is not None
    written = plan.words_in(plan.scene, plan.fitted(), QRectF(0, 0, 240, 140))
    assert [one.lines[0].words for one in written if one.plate] == ["512"]
    plan.setProperty("ways", [[[9.0, 0.25], [0.25, 0.25]]])
    (plate,) = [one.box for one in plan.words_in(plan.scene, plan.fitted(), QRectF(0, 0, 240, 140)) if one.plate]
    assert not plate.contains(plan.fitted().point((0.25, 0.25)))
    assert QRectF(0, 0, 240, 140).contains(plate)


def test_the_number_of_the_room_one_looks_for_keeps_clear_of_where_the_way_ends(qapp: object) -> None:
    floor = replace(FLOOR, here=())

    def number_of_102(*ways: list[list[float]]) -> QRectF:
        plan = plan_of(floor, 240, 140, target="b", ways=list(ways))
        assert plan.scene is not None
        written = plan.words_in(plan.scene, plan.fitted(), QRectF(0, 0, 240, 140))
        return next(one.box for one in written if one.lines and one.lines[0].words == "102")

    end = QPointF(20 + 15.5 * 10, 20 + 5 * 10)
    assert number_of_102().adjusted(-8, -8, 8, 8).contains(end)
    assert not number_of_102([[25.0, 5.0], [15.5, 5.0]]).adjusted(-8, -8, 8, 8).contains(end)


def test_a_name_over_which_the_way_runs_is_left_out(qapp: object) -> None:
    ring = ((0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0))
    hall = DrawnUnit("h", "open", "", "走廊", ((ring,),), (10.0, 5.0), (18.0, 8.0))

    def said(*ways: list[list[float]]) -> list[str]:
        plan = plan_of(DrawnFloor("f", ((ring,),), (hall,), ()), 440, 240, ways=list(ways))
        assert plan.scene is not None
        written = plan.words_in(plan.scene, plan.fitted(), QRectF(0, 0, 440, 240))
        return [line.words for one in written for line in one.lines]

    assert said() == ["走廊"]
    assert said([[1.0, 1.0], [19.0, 1.0]]) == ["走廊"]
    assert said([[1.0, 1.0], [19.0, 9.0]]) == []


def paintings() -> list[PlanItem | RouteLine]:
    """Every painting that Python knows of, also those that were left behind."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, PlanItem | RouteLine)]


def test_maps_opened_one_after_the_other_share_their_painting(kiosk: Kiosk) -> None:
    """PySide keeps the Python side of every item that QML made, so a map makes no new one where there is one spare."""
    kiosk.shell.openPage("map", "512", 0)
    QTest.qWait(20)
    before = len(paintings())
    for key in ("512", "", "512"):
        kiosk.shell.press("home")
        QTest.qWait(20)
        kiosk.shell.openPage("map", key, 0)
        QTest.qWait(20)
    assert len(paintings()) <= before + 2


def test_nothing_of_a_map_stays_on_a_painting_that_waits_for_the_next(kiosk: Kiosk) -> None:
    known = {id(one) for one in paintings()}
    kiosk.shell.openPage("map", "512", 0)
    QTest.qWait(20)
    (plan,) = (one for one in paintings() if isinstance(one, FloorPlan) and id(one) not in known)
    assert plan.scene is not None
    kiosk.shell.press("home")
    QTest.qWait(20)
    assert (plan.scene, plan.property("target"), plan.property("zoom")) == (None, "", 1.0)
