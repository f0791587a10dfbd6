"""The plan of a floor and the way over it, as geometry."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont

from kiosk.providers.plan import FloorPlan, wrap
from kiosk.providers.plan_item import Fit, fit
from kiosk.providers.plan_route import part
from kiosk.viewmodels.drawing import DrawnFloor, DrawnUnit

SQUARE = (((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)),)
ROOM = (((10.0, 0.0), (20.0, 0.0), (20.0, 10.0), (10.0, 10.0)),)
FLOOR = DrawnFloor(
    "f1",
    (),
    (DrawnUnit("a", "room", "101", "", (SQUARE,), None), DrawnUnit("b", "room", "102", "", (ROOM,), None)),
    ((5.0, 5.0),),
)


def test_a_floor_fills_the_glass_less_its_margin_and_lies_in_the_middle() -> None:
    fitted = fit(FLOOR, 240, 400, 20)
    assert fitted == Fit(10.0, 20.0, 150.0)
    assert fitted.point((20, 10)) == QPointF(220, 250)


@pytest.mark.parametrize("size", [(0, 0), (30, 30)])
def test_no_room_to_draw_is_no_error(size: tuple[int, int]) -> None:
    assert fit(FLOOR, *size, 20) == Fit()


def test_a_touch_on_the_plan_finds_the_room(qapp: object) -> None:
    plan = FloorPlan()
    plan.setWidth(240)
    plan.setHeight(140)
    plan.setProperty("floor", FLOOR)
    plan.setProperty("look", {"margin": 20})
    assert [plan.roomAt(30, 30), plan.roomAt(130, 70), plan.roomAt(5, 5)] == ["101", "102", ""]


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


def test_a_name_is_written_in_lines_that_fit_or_not_at_all(qapp: object) -> None:
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(20)
    assert wrap("综合法规处", font, 65) == ["综合法", "规处"]
    assert wrap("综合法规处", font, 10) == []
