"""Six ways in the sample's building, as somebody drew them by hand on its plans beforehand.

Each is drawn along the middle of corridors and straight through doors, from a step inside the one to a step inside
the other, floor by floor; ours must keep within a metre and a half of the line, be as long to within a twelfth, take
the same stairs or lift, and turn the same ways.
"""

from itertools import groupby

import pytest
import shapely

from data.building.loading import read_building
from data.building.routes import Wayfinder
from data.records.route import Profile, Route, Turn
from data.sample.draw_building import archive

LOADED = read_building("示例.zip", archive())
FINDER = Wayfinder(LOADED.buildings, LOADED.floors)
NUMBERED = {unit.number: unit.key for floor in LOADED.floors for unit in floor.units if unit.number}
NAMES = {floor.key: floor.name for floor in LOADED.floors}
KIOSK = LOADED.floors[0].kiosks[0]
APART_M = 1.5
LONGER = 1.085

Drawn = dict[str, list[tuple[float, float]]]


def found(start: str, goal: str, profile: Profile) -> Route:
    """The route from the kiosk (empty) or a room to a room."""
    origin = FINDER.origin_in(NUMBERED[start]) if start else FINDER.origin_of(KIOSK)
    return next(route for route in FINDER.routes(origin, profile) if route.unit == NUMBERED[goal])


@pytest.mark.parametrize(
    ("start", "goal", "profile", "drawn", "turns"),
    [
        (
            "",
            "101",
            Profile.WALK,
            {"一层": [(29.4, 28.5), (23.4, 26.4), (7.8, 26.4), (7.8, 12.6), (5.8, 12.6)]},
            [Turn.START, Turn.RIGHT, Turn.ARRIVE],
        ),
        (
            "",
            "117",
            Profile.WALK,
            {"一层": [(29.4, 28.5), (42.9, 26.4), (58.5, 26.4), (58.5, 9.0), (60.5, 9.0)]},
            [Turn.START, Turn.LEFT, Turn.ARRIVE],
        ),
        (
            "",
            "512",
            Profile.WALK,
            {
                "一层": [(29.4, 28.5), (33.1, 25.2), (34.0, 23.9), (36.5, 23.9)],
                "五层": [(36.5, 23.9), (33.9, 23.9), (33.9, 26.4), (51.9, 26.4), (51.9, 24.4)],
            },
            [Turn.START, Turn.ELEVATOR, Turn.LEFT, Turn.LEFT, Turn.ARRIVE],
        ),
        (
            "",
            "305",
            Profile.STEP_FREE,
            {
                "一层": [(29.4, 28.5), (33.1, 25.2), (34.0, 23.9), (36.5, 23.9)],
                "三层": [(36.5, 23.9), (34.5, 23.9), (32.5, 26.4), (5.1, 26.4), (5.1, 28.4)],
            },
            [Turn.START, Turn.ELEVATOR, Turn.LEFT, Turn.RIGHT, Turn.ARRIVE],
        ),
        (
            "201",
            "206",
            Profile.WALK,
            {"二层": [(5.8, 9.0), (7.8, 9.0), (7.8, 26.4), (10.2, 26.4), (10.2, 24.4)]},
            [Turn.START, Turn.LEFT, Turn.ARRIVE],
        ),
        (
            "305",
            "512",
            Profile.WALK,
            {
                "三层": [(5.1, 28.4), (5.1, 26.4), (32.5, 26.4), (34.5, 23.9), (36.5, 23.9)],
                "五层": [(36.5, 23.9), (33.9, 23.9), (33.9, 26.4), (51.9, 26.4), (51.9, 24.4)],
            },
            [Turn.START, Turn.LEFT, Turn.ELEVATOR, Turn.LEFT, Turn.LEFT, Turn.ARRIVE],
        ),
    ],
    ids=["west wing", "east wing", "fifth floor", "third floor step-free", "round the corner", "between floors"],
)
def test_a_way_is_as_it_was_drawn_by_hand(
    start: str, goal: str, profile: Profile, drawn: Drawn, turns: list[Turn]
) -> None:
    route = found(start, goal, profile)
    walked = {
        NAMES[floor]: shapely.LineString([point for leg in legs for point in leg.points])
        for floor, legs in ((floor, list(legs)) for floor, legs in groupby(route.legs, key=lambda leg: leg.floor))
    }
    assert list(walked) == list(drawn)
    for name, line in drawn.items():
        assert shapely.hausdorff_distance(walked[name], shapely.LineString(line), densify=0.05) < APART_M
    by_hand = sum(shapely.LineString(line).length for line in drawn.values())
    assert by_hand / LONGER <= route.length_m <= by_hand * LONGER
    assert [leg.turn for leg in route.legs] == turns


def test_nearby_and_one_floor_up_one_takes_the_stairs_and_high_up_the_lift() -> None:
    near = found("101", "201", Profile.WALK)
    far = found("101", "501", Profile.WALK)
    assert Turn.STAIRS in {leg.turn for leg in near.legs}
    assert Turn.ELEVATOR in {leg.turn for leg in far.legs}
