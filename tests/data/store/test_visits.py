"""The approval hall's visitors, counted by staff a day at a time."""

from datetime import date

import pytest

from data.store.database import Store
from data.store.history import newest_entries
from data.store.refusal import Refused
from data.store.visits import count_visitors, visits_between
from tests.helpers.office import act

TUESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 26)


def count(store: Store, day: date, visitors: int, by: str = "张") -> None:
    with store.writing() as session:
        count_visitors(session, act(by), day, visitors, THURSDAY)


def test_a_days_last_figure_counts_and_the_history_has_both(staffed: Store) -> None:
    count(staffed, TUESDAY, 70)
    count(staffed, THURSDAY, 65)
    count(staffed, TUESDAY, 72, "李")
    with staffed.reading() as session:
        assert visits_between(session, TUESDAY, THURSDAY) == {TUESDAY: 72, THURSDAY: 65}
        assert visits_between(session, date(2026, 11, 25), THURSDAY) == {THURSDAY: 65}
        assert [entry.detail for entry in newest_entries(session, 3)] == ["70 → 72", "65", "70"]


@pytest.mark.parametrize(
    ("day", "visitors", "by", "sentence"),
    [
        (date(2026, 11, 27), 1, "张", "还没有到"),
        (TUESDAY, -1, "张", "0 到"),
        (TUESDAY, 10**6, "张", "0 到"),
        (TUESDAY, 3, "钱", "没有"),
    ],
)
def test_what_is_no_count_is_refused(staffed: Store, day: date, visitors: int, by: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        count(staffed, day, visitors, by)
