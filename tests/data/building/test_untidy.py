"""Drawings by untidy programs: doors beside their wall, askew, as long as a stride or a room; gaps where walls are."""

import pytest
from hypothesis import HealthCheck, example, given, settings

from data.building.loading import read_building
from data.building.report import report
from data.building.sides import Areas, thresholds
from tests.helpers.houses import door, office_house
from tests.helpers.untidy import Untidiness, archive, untidiness

FLOORS = office_house(floors=2)[1]
relaxed = [HealthCheck.too_slow, HealthCheck.data_too_large]


def reached(how: Untidiness) -> float:
    loaded = read_building("house.zip", archive(FLOORS, how))
    assert len(loaded.floors) == len(FLOORS)
    return report(loaded.buildings, loaded.floors).reachable_share


@settings(max_examples=25, deadline=None, suppress_health_check=relaxed)
@given(untidiness)
@example(Untidiness(gap_m=0.3, beside_m=0.5))
@example(Untidiness(beside_m=0.4, askew_degrees=30, door_m=0.1))
def test_rooms_are_reached_however_untidy_the_drawing(how: Untidiness) -> None:
    assert reached(how) >= 0.95


@pytest.mark.slow
@settings(max_examples=500, deadline=None, suppress_health_check=relaxed)
@given(untidiness)
def test_the_same_holds_for_hundreds_of_drawings(how: Untidiness) -> None:
    assert reached(how) >= 0.95


def test_a_fire_door_across_a_corridor_leads_nowhere_but_along_it() -> None:
    """A line across the corridor has the corridor on both sides, and the rooms beside it gain no way in by it."""
    across = door("fire", 8.0, 7.2, upright=True)
    (threshold,) = thresholds((across,), Areas.of(FLOORS[0].units))
    assert threshold.sides == (threshold.behind,)
