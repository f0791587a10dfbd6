"""What shows when: the day's items, the newest bulletin when there is none today, notices by their instants."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ledsign.rotation import Item, ItemKind, Notice, Rotation, Urgency, clock_believed, showing

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)


def an_item(day: date, position: int, until: date | None = None) -> Item:
    return Item(f"{day}/{position}", day, position, ItemKind.NEWS, "甲", "", day, until or day)


def office_noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


TWO_DAYS = Rotation(
    items=(an_item(MONDAY, 2, TUESDAY), an_item(MONDAY, 1), an_item(TUESDAY, 2), an_item(TUESDAY, 1)),
    fallback="省财政厅",
)


@pytest.mark.parametrize(
    ("now", "believed", "keys"),
    [
        (office_noon(MONDAY), True, ["2026-11-23/1", "2026-11-23/2"]),
        (office_noon(TUESDAY), True, ["2026-11-24/1", "2026-11-24/2", "2026-11-23/2"]),
        (office_noon(WEDNESDAY), True, ["2026-11-24/1", "2026-11-24/2"]),
        (office_noon(MONDAY), False, ["2026-11-24/1", "2026-11-24/2"]),
        (datetime(1970, 1, 1, tzinfo=UTC), True, ["2026-11-24/1", "2026-11-24/2"]),
        # Midnight of the office, not of Greenwich, begins the day.
        (datetime(2026, 11, 22, 15, 59, tzinfo=UTC), True, ["2026-11-24/1", "2026-11-24/2"]),
        (datetime(2026, 11, 22, 16, 0, tzinfo=UTC), True, ["2026-11-23/1", "2026-11-23/2"]),
    ],
)
def test_todays_items_show_or_else_the_newest_bulletin(now: datetime, believed: bool, keys: list[str]) -> None:
    assert [item.key for item in showing(TWO_DAYS, now, believed=believed).items] == keys


def test_items_of_certain_days_of_the_week_show_on_no_other_while_the_clock_is_believed() -> None:
    week = replace(an_item(MONDAY, 1, date(2026, 12, 6)), weekdays=(1, 3), key="课")
    other = replace(an_item(MONDAY, 2, date(2026, 12, 6)), weekdays=(2,), key="会")
    rotation = Rotation(items=(week, other), fallback="省财政厅")
    days = {day: office_noon(MONDAY) + timedelta(days=day) for day in range(21)}
    shown = {day: [item.key for item in showing(rotation, now).items] for day, now in days.items()}
    assert [shown[day] for day in range(7)] == [["课"], ["会"], ["课"], [], [], [], []]
    assert [shown[day] for day in (14, 15, 17)] == [["课"], ["会"], []]  # no longer valid, but of the newest bulletin
    assert [item.key for item in showing(rotation, days[4], believed=False).items] == ["课", "会"]


def test_the_day_shown_is_that_of_the_newest_item() -> None:
    assert showing(TWO_DAYS, office_noon(TUESDAY)).day == TUESDAY


def test_without_any_item_only_the_fallback_is_left() -> None:
    shown = showing(Rotation(fallback="省财政厅"), office_noon(MONDAY))
    assert (shown.day, shown.items, shown.fallback) == (None, (), "省财政厅")


NOON = office_noon(MONDAY)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("starts", "ends", "shows"),
    [
        (None, None, True),
        (NOON, None, True),
        (NOON + HOUR, None, False),
        (None, NOON, False),
        (None, NOON + HOUR, True),
        (NOON - HOUR, NOON + HOUR, True),
    ],
)
def test_a_notice_shows_from_its_start_until_just_before_its_end(
    starts: datetime | None, ends: datetime | None, shows: bool
) -> None:
    notice = Notice("停电", "今日停电", Urgency.URGENT, starts, ends)
    assert showing(Rotation(notices=(notice,)), NOON).urgent == ((notice,) if shows else ())
    assert showing(Rotation(notices=(notice,)), NOON, believed=False).urgent == (notice,)


def test_standing_and_urgent_notices_are_kept_apart() -> None:
    standing, urgent = Notice("a", "办公时间", Urgency.STANDING), Notice("b", "闭馆", Urgency.URGENT)
    shown = showing(Rotation(notices=(urgent, standing)), NOON)
    assert (shown.standing, shown.urgent) == ((standing,), (urgent,))


@pytest.mark.parametrize(
    ("after", "believed"),
    [(-timedelta(seconds=1), False), (timedelta(0), True), (timedelta(days=45), True), (timedelta(days=46), False)],
)
def test_the_clock_is_believed_from_publication_for_45_days(after: timedelta, believed: bool) -> None:
    assert clock_believed(NOON + after, NOON) is believed


def test_the_clock_is_not_believed_before_a_publication_in_the_last_year_that_there_is() -> None:
    assert not clock_believed(NOON, NOON.replace(year=9999, month=12, day=31))
