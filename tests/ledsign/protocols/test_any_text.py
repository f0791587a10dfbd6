"""Any text at all, on every protocol: a clear refusal or whole frames, never a broken one."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledsign.bitmap import Panel
from ledsign.compose import Style, compose, replaced
from ledsign.emulator.emulate import emulated
from ledsign.intent import Ask, EndNotice, Entry, ShowNotice, ShowProgramme
from ledsign.link.state import Link, SignLink
from ledsign.profile import PROTOCOLS, Content, profile_of
from ledsign.protocols import planner_of
from ledsign.rotation import Effect
from tests.ledsign.simulation import Conversation

PANEL = Panel(96, 16)
CONTROLS = "\x00\x01\x02\x03\x04\x05\x06\x15\x1b\x1a5\x82"
NASTY = f"\\F\\n\\C9 {CONTROLS} \xa5\x5a\xa6\x5b Z[ ー㎡〇＼\U00020bb7\u200b\ue000 E.SL"


@pytest.mark.parametrize("protocol", PROTOCOLS)
@given(text=st.text(max_size=30), effect=st.sampled_from([Effect.HOLD, Effect.SCROLL]), urgent=st.booleans())
@example(text=NASTY, effect=Effect.HOLD, urgent=True)
@example(text=NASTY, effect=Effect.SCROLL, urgent=False)
@settings(max_examples=40, deadline=None)
def test_the_sign_takes_every_frame_and_shows_what_was_laid_out(
    protocol: str, text: str, effect: Effect, urgent: bool
) -> None:
    profile, planner = profile_of(protocol), planner_of(protocol)
    shown = replaced(text)[0] if profile.content is Content.TEXT else text.encode("utf-8", "ignore").decode()
    if not shown.strip():
        return
    composition = compose(shown, PANEL, Style(effect=profile.effect(effect)))
    wish = ShowNotice("notice", composition) if urgent else ShowProgramme((Entry("item", composition),))
    sign = emulated(protocol, PANEL)
    conversation = Conversation(Link(profile.line, (SignLink("sign", 1, planner, profile),)), [sign], planner.decoder())
    conversation.want("sign", wish if urgent else EndNotice(), Ask(), *(() if urgent else (wish,)))
    conversation.run_until_idle(120)
    link = conversation.link.sign("sign")
    assert sign.status(conversation.now).rejected == 0
    assert link.counts.errors == 0
    if link.reason:  # refused before anything was sent, in words
        assert "太长" in link.reason or "太多" in link.reason
        return
    assert link.showing() == ("notice" if urgent else "item",)
    if effect is Effect.HOLD:
        pages = {page.bitmap for page in composition.pages}
        assert {sign.screen(conversation.now + tenth / 10) for tenth in range(600)} == pages


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(("panel", "font_dots"), [(Panel(192, 48), 32), (Panel(64, 44), 16)], ids=str)
def test_lines_that_do_not_fill_a_panel_stand_in_its_middle(protocol: str, panel: Panel, font_dots: int) -> None:
    profile, planner = profile_of(protocol), planner_of(protocol)
    composition = compose("全省财政工作会议今日召开", panel, Style(font_dots))
    assert composition.top_dots == (panel.height_dots % font_dots) // 2
    sign = emulated(protocol, panel)
    conversation = Conversation(Link(profile.line, (SignLink("sign", 1, planner, profile),)), [sign], planner.decoder())
    conversation.want("sign", ShowProgramme((Entry("item", composition),)))
    conversation.run_until_idle(120)
    seen = {sign.screen(conversation.now + tenth / 10) for tenth in range(600)}
    assert seen == {page.bitmap for page in composition.pages}


@pytest.mark.parametrize("text", ["\ud800", "半\udfff个"])
def test_half_a_character_is_left_out(text: str) -> None:
    assert "\ud800" not in replaced(text)[0]
    assert "\udfff" not in replaced(text)[0]
