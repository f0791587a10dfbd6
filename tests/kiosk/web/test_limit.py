"""How long one visitor may keep the website, as a table of times."""

import pytest

from kiosk.web.limit import Limit


@pytest.mark.parametrize(
    ("now", "left"), [(0.0, 0), (599.9, 0), (600.0, 20), (600.1, 20), (619.5, 1), (620.0, -1), (9_999.0, -1)]
)
def test_after_the_limit_a_question_counts_down(now: float, left: int) -> None:
    assert Limit(600.0, 20.0, since=0.0).seconds_left(now) == left


def test_going_on_gives_the_same_time_again_as_often_as_wanted() -> None:
    limit = Limit(600.0, 20.0, since=0.0)
    for extension in range(1, 20):
        asked_at = extension * 600.0 + (extension - 1) * 5
        assert limit.seconds_left(asked_at) == 20
        limit = limit.gone_on(asked_at + 5)
        assert limit.seconds_left(asked_at + 5) == 0


def test_without_a_limit_nobody_is_asked() -> None:
    assert Limit(0.0, 20.0, since=0.0).seconds_left(1e9) == 0
