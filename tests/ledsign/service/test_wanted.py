"""What a sign shall do at each time of day: the day's schedule, as a table of instants and intents."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from ledsign.intent import EndNotice, SetBrightness, SetHours, ShowNotice, ShowProgramme
from ledsign.profile import profile_of
from ledsign.protocols import planner_of
from ledsign.rotation import Notice, Rotation, SignPanel, Urgency
from ledsign.service.edition import Edition
from ledsign.service.wanted import FALLBACK, Wish, wish_of
from ledsign.settings import SignSettings
from tests.ledsign.hall import items

DAY = date(2026, 11, 23)
PUBLISHED = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
STANDING = Notice("门诊时间", "办公时间八点半至十七点半", Urgency.STANDING)


def edition(*notices: Notice) -> Edition:
    signs = (SignPanel("大厅", 256, 16),)
    shown = items(("甲", "乙"), DAY)
    return Edition(1, PUBLISHED, Rotation(signs=signs, items=shown, notices=notices, fallback="省财政厅"))


def sign(protocol: str) -> SignSettings:
    profile = profile_of(protocol)
    hours = {"on": time(7), "off": time(19), "news_from": time(8, 30), "news_until": time(17, 30)}
    dim = tuple([30] * 16 + [90] * 32)
    return SignSettings("大厅", profile, "x", profile.line, brightness=dim, **hours)  # type: ignore[arg-type]  # times


def wish(protocol: str, local: str, *notices: Notice) -> Wish:
    """What is wanted at a time of day in Beijing on 23 November."""
    at = datetime.combine(DAY, time.fromisoformat(local), tzinfo=UTC) - timedelta(hours=8)
    return wish_of(edition(*notices), sign(protocol), planner_of(protocol), at)


def shown(made: Wish) -> list[str]:
    (programme,) = [intent for intent in made.intents if isinstance(intent, ShowProgramme)]
    return [entry.key.rsplit("/", maxsplit=1)[-1] for entry in programme.entries]


@pytest.mark.parametrize(
    ("local", "keys"),
    [
        ("08:29", ["门诊时间"]),
        ("08:30", ["1", "2", "门诊时间"]),
        ("17:29", ["1", "2", "门诊时间"]),
        ("17:30", ["门诊时间"]),
        ("23:00", ["门诊时间"]),
    ],
)
def test_outside_the_bulletins_hours_only_standing_notices_show(local: str, keys: list[str]) -> None:
    assert shown(wish("jetfile2", local, STANDING)) == keys
    assert shown(wish("alpha", local)) == (["1", "2"] if len(keys) > 1 else [FALLBACK])


@pytest.mark.parametrize("local", ["08:00", "12:00", "20:00"])
def test_a_sign_that_keeps_hours_itself_gets_one_programme_for_the_whole_day(local: str) -> None:
    (programme,) = [i for i in wish("onbon-bx5k", local).intents if isinstance(i, ShowProgramme)]
    hours = {entry.key.rsplit("/", maxsplit=1)[-1]: entry.hours for entry in programme.entries}
    day, night = ((time(8, 30), time(17, 30)),), ((time(0), time(8, 30)), (time(17, 30), time(23, 59, 59)))
    assert hours == {"1": day, "2": day, FALLBACK: night}
    (standing,) = [i for i in wish("onbon-bx5k", local, STANDING).intents if isinstance(i, ShowProgramme)]
    assert [entry.hours for entry in standing.entries] == [day, day, ()]


@pytest.mark.parametrize(("local", "lit", "percent"), [("06:59", False, 30), ("07:00", True, 30), ("08:00", True, 90)])
def test_lamps_and_brightness_follow_the_time_of_day(local: str, lit: bool, percent: int) -> None:
    intents = wish("jetfile2", local).intents
    assert [intent.lit for intent in intents if isinstance(intent, SetHours)] == [lit]
    assert [intent.level for intent in intents if isinstance(intent, SetBrightness)] == [percent]


def test_hours_may_run_over_midnight() -> None:
    late = replace(sign("alpha"), on=time(18), off=time(2))
    assert [late.lit_at(time(hour)) for hour in (1, 2, 12, 18, 23)] == [True, False, False, True, True]


def test_a_clock_that_is_not_believed_keeps_no_hours() -> None:
    at = PUBLISHED + timedelta(days=100)
    made = wish_of(edition(STANDING), sign("jetfile2"), planner_of("jetfile2"), at)
    assert shown(made) == ["1", "2", "门诊时间"]
    assert [intent.lit for intent in made.intents if isinstance(intent, SetHours)] == [True]


def test_on_days_of_the_week_without_an_item_a_sign_that_keeps_days_falls_back_by_itself() -> None:
    course = tuple(replace(item, weekdays=(1, 4)) for item in items(("甲",), DAY))
    signs = (SignPanel("大厅", 256, 16),)
    made = Edition(1, PUBLISHED, Rotation(signs=signs, items=course, fallback="省财政厅"))
    noon = datetime.combine(DAY, time(4), tzinfo=UTC)

    def weeks(protocol: str) -> list[tuple[str, tuple[int, ...], bool]]:
        told = wish_of(made, replace(sign(protocol), news_from=None, news_until=None), planner_of(protocol), noon)
        (programme,) = [intent for intent in told.intents if isinstance(intent, ShowProgramme)]
        return [(entry.key[-1], entry.weekdays, entry.first is None) for entry in programme.entries]

    kept = [("1", (1, 4), False), ("k", (2, 3, 5, 6, 7), True)]
    assert weeks("onbon-bx5k") == weeks("jetfile2") == kept
    assert weeks("alpha") == weeks("onbon-bx5e") == kept[:1]
    hours = wish_of(made, sign("onbon-bx5k"), planner_of("onbon-bx5k"), noon).intents
    (programme,) = [intent for intent in hours if isinstance(intent, ShowProgramme)]
    day, night = ((time(8, 30), time(17, 30)),), ((time(0), time(8, 30)), (time(17, 30), time(23, 59, 59)))
    assert [(entry.weekdays, entry.hours) for entry in programme.entries] == [
        ((1, 4), day), ((), night), ((2, 3, 5, 6, 7), day)
    ]  # fmt: skip


def test_an_urgent_notice_comes_first_at_any_hour_and_ends_again() -> None:
    ends = datetime.combine(DAY, time(20), tzinfo=UTC) - timedelta(hours=8)
    urgent = Notice("停电", "今日停电", Urgency.URGENT, None, ends)
    for local, front in (("06:00", ShowNotice), ("19:59", ShowNotice), ("20:00", EndNotice)):
        assert isinstance(wish("onbon-bx5k", local, urgent).intents[0], front)


@pytest.mark.parametrize("protocol", ["onbon-bx5k", "jetfile2", "jetfile2-simple", "alpha"])
def test_of_urgent_notices_too_long_together_those_that_fit_are_shown_and_the_others_reported(protocol: str) -> None:
    fire, long, water = (
        Notice(key, text, Urgency.URGENT)
        for key, text in (("火警", "请立即离开大楼"), ("长", "停" * 600), ("停水", "今日停水"))
    )
    for order in ((fire, long, water), (long, fire, water)):
        made = wish(protocol, "12:00", *order)
        assert isinstance(made.intents[0], ShowNotice)
        assert made.intents[0].composition.text == "请立即离开大楼　　今日停水"
        assert [problem for problem in made.problems if "长 不能显示" in problem]
    assert isinstance(wish(protocol, "12:00", long).intents[0], EndNotice)
