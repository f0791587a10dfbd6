"""When the approval hall opens next: its weekdays, less public holidays, and days it opens beside them."""

from datetime import date

import pytest

from data.records import Hall, HallDay
from kiosk.viewmodels.home import next_opening

HALL = Hall(
    "审批大厅（示例）",
    weekdays=(2, 4),
    exceptions=(
        HallDay(date(2026, 2, 17), open=False, reason="春节"),
        HallDay(date(2026, 2, 19), open=False, reason="春节"),
        HallDay(date(2026, 12, 30), open=True, reason="加开"),
    ),
)


@pytest.mark.parametrize(
    ("today", "opens"),
    [
        pytest.param(date(2026, 11, 24), "2026-11-24", id="a Tuesday"),
        pytest.param(date(2026, 11, 25), "2026-11-26", id="the day between"),
        pytest.param(date(2026, 11, 27), "2026-12-01", id="over the weekend and the month's end"),
        pytest.param(date(2026, 2, 17), "2026-02-24", id="a holiday on both its days"),
        pytest.param(date(2026, 12, 30), "2026-12-30", id="a Wednesday that it opens beside"),
    ],
)
def test_the_hall_opens_on_its_days_but_for_exceptions(today: date, opens: str) -> None:
    assert next_opening(HALL, today) == opens


def test_a_long_closing_still_has_an_end() -> None:
    closed = tuple(HallDay(date(2026, 12, day), open=False, reason="搬迁") for day in range(1, 30))
    assert next_opening(Hall("大厅", weekdays=(2, 4), exceptions=closed), date(2026, 12, 1)) == "2026-12-31"


def test_a_hall_of_which_no_day_is_known_promises_none() -> None:
    assert not next_opening(Hall("大厅"), date(2026, 11, 24))
    assert not next_opening(None, date(2026, 11, 24))
