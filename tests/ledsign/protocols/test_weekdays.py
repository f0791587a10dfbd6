"""Days of the week that a sign keeps by itself: with its driver dead, it still shows each text on its own days only."""

from datetime import date, datetime

import pytest

from ledsign.bitmap import Bitmap, Panel
from ledsign.compose import compose
from ledsign.emulator.emulate import emulated
from ledsign.intent import Ask, EndNotice, Entry, SetClock, ShowProgramme
from ledsign.link.state import DAY_S, Link, SignLink
from ledsign.profile import PROTOCOLS, profile_of
from ledsign.protocols import planner_of
from tests.ledsign.simulation import Conversation

PANEL = Panel(128, 16)
MONDAY = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - the sign's local time
FIRST, LAST = MONDAY.date(), date(2027, 1, 7)
WEEK = {"会计培训": (1, 3), "接待日": (3, 7), "办公时间": ()}


@pytest.mark.parametrize("protocol", [name for name in PROTOCOLS if profile_of(name).keeps_days])
def test_a_sign_left_alone_shows_each_text_on_its_days_of_the_week(protocol: str) -> None:
    sign, planner, profile = emulated(protocol, PANEL), planner_of(protocol), profile_of(protocol)
    conversation = Conversation(Link(profile.line, (SignLink("sign", 1, planner, profile),)), [sign], planner.decoder())
    entries = tuple(Entry(text, compose(text, PANEL), FIRST, LAST, weekdays=days) for text, days in WEEK.items())
    conversation.want("sign", EndNotice(), Ask(), SetClock(MONDAY), ShowProgramme(entries))
    conversation.run_until_idle()

    def on(day: int) -> set[Bitmap]:
        return {sign.screen(conversation.now + (day - 1) * DAY_S + quarter / 4) for quarter in range(60)}

    for day in range(1, 8):
        texts = [text for text, days in WEEK.items() if not days or day in days]
        assert on(day) == {compose(text, PANEL).pages[0].bitmap for text in texts}, day
