"""JetFile II, both formats: signs on good and bad lines that end up showing what is wanted."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from ledsign.bitmap import Bitmap, Colours, Panel
from ledsign.compose import Style, compose
from ledsign.emulator.jetfile_sign import JetFileSign
from ledsign.intent import Entry, SetBrightness, SetHours, ShowNotice, ShowProgramme
from ledsign.link.state import LONGEST_REST_S
from ledsign.plan import Known, Planner
from ledsign.profile import profile_of
from ledsign.protocols import described, planner_of
from ledsign.protocols.jetfile2 import requests
from ledsign.protocols.jetfile2.packet import PacketDecoder
from ledsign.protocols.jetfile2.status import SystemStatus
from ledsign.rotation import Effect
from tests.ledsign.protocols.wanted import a_conversation, expected, wishes
from tests.ledsign.simulation import cutting, doubling, flipping, losing

PANEL = Panel(256, 16)
MONDAY = ("全省财政工作会议召开", "预算执行情况公布", "政府采购办法施行", "部门决算公开", "会计培训通知")
TUESDAY = ("财政厅发布新规", "预算执行情况公布", "省级决算编制启动", "部门预算公开", "节约型机关创建")
PROTOCOLS = ["jetfile2-simple", "jetfile2"]


def seen(sign: JetFileSign, now: float) -> set[Bitmap]:
    return {sign.screen(now + tenth / 10) for tenth in range(600)}


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("panel", [PANEL, Panel(128, 32, Colours.RED_GREEN), Panel(64, 24), Panel(96, 16)])
def test_the_dots_equal_the_rendering_of_each_text(protocol: str, panel: Panel) -> None:
    sign = JetFileSign(panel)
    conversation = a_conversation(protocol, sign)
    conversation.want("sign", *wishes(MONDAY, panel=panel))
    conversation.run_until_idle()
    assert sign.status(conversation.now).texts == MONDAY
    assert seen(sign, conversation.now) == expected(MONDAY, panel)
    assert conversation.link.sign("sign").showing() == tuple(f"item {i}" for i in range(1, 6))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_only_what_differs_is_sent_and_the_playlist_changes_at_once(protocol: str) -> None:
    sign = JetFileSign(PANEL)
    conversation = a_conversation(protocol, sign)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle()
    conversation.sent.clear()
    changed = (*MONDAY[:2], "更正：办法下月施行", *MONDAY[3:])
    conversation.want("sign", *wishes(changed, panel=PANEL))
    states = set()
    while not conversation.link.idle:
        conversation.run(0.002)
        states.add(sign.status(conversation.now).texts)
    assert states == {MONDAY, changed}
    assert len(conversation.sent) == 2  # one text, one playlist


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_notice_covers_the_programme_and_goes_again(protocol: str) -> None:
    sign = JetFileSign(PANEL)
    conversation = a_conversation(protocol, sign)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle()
    conversation.want("sign", *wishes(MONDAY, notice="今日停电", panel=PANEL))
    conversation.run_until_idle()
    assert seen(sign, conversation.now) == expected(("今日停电",), PANEL)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle()
    assert seen(sign, conversation.now) == expected(MONDAY, PANEL)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("kind", ["loss", "flips", "doubling", "cuts"])
def test_once_a_bad_line_heals_the_sign_shows_what_is_wanted(protocol: str, kind: str) -> None:
    trouble = {"loss": losing(0.3), "flips": flipping(0.3), "doubling": doubling(0.3), "cuts": cutting(0.3)}[kind]
    sign = JetFileSign(PANEL)
    conversation = a_conversation(protocol, sign, trouble=trouble)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run(4)
    conversation.want("sign", *wishes(TUESDAY, panel=PANEL))
    conversation.run(8)
    conversation.there = conversation.back = lambda content, _: content
    conversation.run(LONGEST_REST_S + 12)
    assert sign.status(conversation.now).texts == TUESDAY


def test_an_emergency_message_ends_by_the_signs_own_timer() -> None:
    sign = JetFileSign(PANEL)
    conversation = a_conversation("jetfile2", sign)
    notice = ShowNotice("notice", compose("今日停电", PANEL), seconds=90)
    conversation.want("sign", notice, *wishes(MONDAY, panel=PANEL)[3:])
    conversation.run_until_idle()
    assert sign.status(conversation.now + 80).notice == "今日停电"
    assert sign.status(conversation.now + 100).notice == ""


def test_days_are_in_the_signs_own_playlist() -> None:
    sign = JetFileSign(PANEL)
    conversation = a_conversation("jetfile2", sign)
    entry = Entry("item", compose("今日", PANEL), date(2026, 11, 23), date(2026, 11, 23))
    conversation.want("sign", *wishes((), panel=PANEL)[:3], ShowProgramme((entry,)))
    conversation.run_until_idle()
    assert sign.screen(conversation.now).lit() > 0
    assert sign.screen(conversation.now + 86400).lit() == 0


def test_a_running_text_runs_through_from_right_to_left() -> None:
    sign = JetFileSign(Panel(64, 16))
    conversation = a_conversation("jetfile2", sign)
    composition = compose("一二三四五六", Panel(64, 16), Style(effect=Effect.SCROLL))
    conversation.want("sign", ShowProgramme((Entry("item", composition),)))
    conversation.run_until_idle()
    windows = {composition.pages[0].bitmap.cropped(x, 0, 64, 16) for x in range(-64, 97)}
    assert seen(sign, conversation.now) <= windows
    assert len(seen(sign, conversation.now)) > 20


def test_the_simple_format_refuses_brightness_and_hours() -> None:
    planner, profile = planner_of("jetfile2-simple"), profile_of("jetfile2-simple")
    for intent in (SetBrightness((50,)), SetHours(time(8), time(18))):
        with pytest.raises(ValueError, match="改用 jetfile2"):
            list(planner.jobs((intent,), Known(), profile, 1))


def test_packets_set_brightness_and_switch_the_lamps_by_the_drivers_clock() -> None:
    sign = JetFileSign(PANEL)
    conversation = a_conversation("jetfile2", sign)
    conversation.want(
        "sign", *wishes(MONDAY, panel=PANEL)[:-1], SetBrightness((80,) * 48, 40), SetHours(time(8), time(18), lit=False)
    )
    conversation.run_until_idle()
    assert (sign.status(conversation.now).brightness, sign.status(conversation.now).power) == (6, False)
    assert sign.screen(conversation.now).lit() == 0
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle()
    assert seen(sign, conversation.now) == expected(MONDAY, PANEL)
    (packet,) = requests.SetBrightness(256, 16, 100).packets(1, 1)
    assert packet.argument == bytes.fromhex("0000 0000 FF FF FF 0001 1000 00")


def test_a_sign_says_what_it_does_and_what_time_it_is() -> None:
    sign = JetFileSign(PANEL)
    (set_clock,) = requests.SetClock(datetime(2026, 11, 23, 9, 5)).packets(1, 1)  # noqa: DTZ001
    for request in (requests.AskStatus(), requests.AskClock()):
        sign.receive(set_clock.to_bytes(), 0.0)
        (asked,) = request.packets(1, 7)
        (answer,) = PacketDecoder().feed(sign.receive(asked.to_bytes(), 0.0))
        assert (answer.is_reply, answer.serial, answer.flag) == (True, 7, 0)
        if isinstance(request, requests.AskClock):
            assert answer.argument == bytes.fromhex("2620 11 23 09 05 01 20")
        else:
            assert SystemStatus.from_argument(answer.argument).sentence == "正常播放，箱内 31 ℃"
            (one,) = described("jetfile2", answer.to_bytes())
            assert (one["kind"], one["sentence"]) == ("status", "正常播放，箱内 31 ℃")
    with pytest.raises(ValueError, match="too few"):
        SystemStatus.from_argument(b"\0")
    assert SystemStatus.from_argument(bytes((9, 255, 20, 1, 0, 0, 0, 0))).sentence == "状态 9，箱外 20 ℃"


def test_files_are_written_anew_every_day_since_a_sum_may_have_let_something_through() -> None:
    sign = JetFileSign(PANEL)
    conversation = a_conversation("jetfile2", sign)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle()
    name = next(name for name in sign.flash() if name.startswith("N"))
    sign._files[name] = sign._files[name].replace("财政".encode("gb2312"), "时政".encode("gb2312"))
    assert sign.status(conversation.now).texts != MONDAY
    conversation.run(3600)
    assert sign.status(conversation.now).texts != MONDAY
    conversation.run(86400)
    assert sign.status(conversation.now).texts == MONDAY


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_too_many_and_too_long_texts_are_refused(protocol: str) -> None:
    planner: Planner = planner_of(protocol)
    many = ShowProgramme(tuple(Entry(str(i), compose(f"第{i}条", PANEL)) for i in range(120)))
    with pytest.raises(ValueError, match="最多"):
        list(planner.jobs((many,), Known(), profile_of(protocol), 1))
    long = ShowProgramme((Entry("长", compose("长" * 600, PANEL)),))
    with pytest.raises(ValueError, match="文字太长"):
        list(planner.jobs((long,), Known(), profile_of(protocol), 1))


def test_files_survive_a_power_cut_and_ram_does_not() -> None:
    for protocol, texts in (("jetfile2", MONDAY), ("jetfile2-simple", ())):
        sign = JetFileSign(PANEL)
        conversation = a_conversation(protocol, sign)
        conversation.want("sign", *wishes(MONDAY, panel=PANEL))
        conversation.run_until_idle()
        sign.power_cut(sign.flash(), conversation.now)
        assert sign.status(conversation.now).texts == texts
        conversation.run(320)
        assert sign.status(conversation.now).texts == MONDAY


def test_a_long_file_goes_in_several_packets() -> None:
    sign = JetFileSign(Panel(64, 16))
    conversation = a_conversation("jetfile2", sign)
    text = "省" * 400
    conversation.want("sign", ShowProgramme((Entry("item", compose(text, Panel(64, 16), Style(dwell_s=1.0))),)))
    conversation.link = conversation.link.with_sign(
        replace(conversation.link.sign("sign"), profile=replace(profile_of("jetfile2"), text_bytes=5000))
    )
    conversation.run_until_idle()
    assert sign.status(conversation.now).texts == (text,)
