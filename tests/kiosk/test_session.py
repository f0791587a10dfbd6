import pytest

from kiosk.session import Session, Stage
from kiosk.settings import Patience

PATIENCE = Patience(idle_s=60, warning_s=20, attract_s=30)


def test_a_touch_on_the_resting_screen_only_wakes_it() -> None:
    attracting = Session(PATIENCE).at(30)
    assert attracting.stage is Stage.ATTRACT
    assert attracting.wakes_only
    assert not attracting.touched(31).wakes_only


def test_a_touch_on_the_home_page_of_a_visit_just_over_counts() -> None:
    resting = Session(PATIENCE).at(29.9)
    assert resting.stage is Stage.RESTING
    assert not resting.wakes_only


@pytest.mark.parametrize(
    ("seconds", "stage", "left"),
    [
        (0, Stage.AWAKE, 0),
        (59.9, Stage.AWAKE, 0),
        (60, Stage.WARNING, 20),
        (60.1, Stage.WARNING, 20),
        (70.5, Stage.WARNING, 10),
        (79.5, Stage.WARNING, 1),
        (80, Stage.RESTING, 0),
        (109.9, Stage.RESTING, 0),
        (110, Stage.ATTRACT, 0),
        (5000, Stage.ATTRACT, 0),
    ],
)
def test_without_a_touch_a_visit_is_warned_and_then_ends(seconds: float, stage: Stage, left: int) -> None:
    later = Session(PATIENCE).touched(100).at(100 + seconds)
    assert (later.stage, later.seconds_left(100 + seconds)) == (stage, left)


def test_the_warning_can_be_answered_again_and_again() -> None:
    session = Session(PATIENCE).touched(0)
    for extension in range(1, 21):
        session = session.at(extension * 75)
        assert session.stage is Stage.WARNING
        session = session.touched(extension * 75)
        assert session.stage is Stage.AWAKE
    assert session.visits == 1


def test_each_beginning_is_one_visit() -> None:
    session = Session(PATIENCE).touched(0).touched(3).at(500).touched(501)
    assert session.visits == 2


def test_nobody_is_there_before_the_first_touch_and_after_the_last() -> None:
    session = Session(PATIENCE)
    assert session.at_rest
    assert session.at(1000).at_rest
    assert not session.touched(1001).at_rest
    assert not session.touched(1001).at(1070).at_rest
    assert session.touched(1001).left(1002).at_rest


def test_while_the_glass_is_wiped_touches_do_nothing() -> None:
    cleaning = Session(PATIENCE).touched(0).cleaned(10)
    assert cleaning.deaf
    assert cleaning.touched(15) == cleaning
    assert cleaning.touched(15).visits == 1


@pytest.mark.parametrize(
    ("seconds", "stage", "left"),
    [
        (0, Stage.CLEANING, 45),
        (0.5, Stage.CLEANING, 45),
        (44.1, Stage.CLEANING, 1),
        (45, Stage.RESTING, 0),
        (74.9, Stage.RESTING, 0),
        (75, Stage.ATTRACT, 0),
    ],
)
def test_wiping_the_glass_ends_by_itself(seconds: float, stage: Stage, left: int) -> None:
    patience = Patience(idle_s=60, warning_s=20, attract_s=30, cleaning_s=45)
    later = Session(patience).cleaned(100).at(100 + seconds)
    assert (later.stage, later.seconds_left(100 + seconds)) == (stage, left)
