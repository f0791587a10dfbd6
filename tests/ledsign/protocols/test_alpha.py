"""Alpha signs: published and captured frames both ways, streams, and pages that arrive as dots."""

from datetime import datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledsign.bitmap import Bitmap, Colours, Panel
from ledsign.compose import Style, compose
from ledsign.emulator.alpha_sign import AlphaSign
from ledsign.intent import Entry, SetBrightness, SetHours, ShowProgramme
from ledsign.link.state import LONGEST_REST_S
from ledsign.plan import Known, Verdict
from ledsign.profile import profile_of
from ledsign.protocols import described, planner_of
from ledsign.protocols.alpha import AlphaReplies
from ledsign.protocols.alpha import commands as files
from ledsign.protocols.alpha import special as tell
from ledsign.protocols.alpha.frame import LARGEST_FRAME, Frame, FrameDecoder
from ledsign.rotation import Effect
from tests.ledsign.protocols.wanted import a_conversation, expected, wishes
from tests.ledsign.simulation import cutting, flipping, losing

PANEL = Panel(96, 16)
MONDAY = ("全省财政工作会议", "预算公开", "政府采购办法")
TUESDAY = ("财政新规", "预算公开", "决算编制启动")

# 9708-8061F p. 60 as cited in eas-station; a reply captured from a sign (alpha_protocol, Response.test.ts);
# two memory configurations of tenderlove/betabrite. Sums recomputed.
FRAMES = {
    "AAHELLO": (Frame(b"AAHELLO"), "00 00 00 00 00 01 5A 30 30 02 41 41 48 45 4C 4C 4F 03 30 31 46 42 04"),
    "captured reply": (
        Frame(b"AA\x1b \x6f\x1cC", kind="0", nulls=20),
        "00" * 20 + "01 30 30 30 02 41 41 1B 20 6F 1C 43 03 30 31 39 30 04",
    ),
    "text A": (
        Frame(tell.ConfigureMemory((tell.MemoryFile.text("A", 256),)).to_command(), summed=False),
        "00 00 00 00 00 01 5A 30 30 02 45 24 41 41 55 30 31 30 30 46 46 30 30 04",
    ),
    "string 0": (
        Frame(tell.ConfigureMemory((tell.MemoryFile.string("0", 32),)).to_command(), summed=False),
        "00 00 00 00 00 01 5A 30 30 02 45 24 30 42 4C 30 30 32 30 30 30 30 30 04",
    ),
}


@pytest.mark.parametrize(("frame", "wire"), FRAMES.values(), ids=FRAMES.keys())
def test_published_and_captured_frames_are_written_and_read_exactly(frame: Frame, wire: str) -> None:
    assert frame.to_bytes() == bytes.fromhex(wire)
    assert FrameDecoder().feed(bytes.fromhex(wire)) == [frame]


def cut(stream: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(stream), *(place % (len(stream) + 1) for place in cuts)})
    return [stream[start:end] for start, end in pairwise(edges)]


frames = st.builds(
    Frame,
    st.binary(min_size=1, max_size=40).map(
        lambda b: bytes(c & 0x7F for c in b if (c & 0x7F) not in (1, 2, 3, 4)) or b"A"
    ),
    st.sampled_from(["00", "01", "7F", "??"]),
    st.sampled_from(["Z", "0"]),
    st.just(value=True),
    st.integers(0, 20),
)


@given(st.lists(frames, min_size=1, max_size=4), st.binary(max_size=10), st.lists(st.integers(0, 2000), max_size=10))
def test_frames_survive_any_cut_and_noise_without_marks(sent: list[Frame], noise: bytes, places: list[int]) -> None:
    quiet = bytes(byte for byte in noise if byte not in (0, 1))
    stream = b"".join(quiet + frame.to_bytes() for frame in sent)
    decoder = FrameDecoder()
    assert [frame for piece in cut(stream, places) for frame in decoder.feed(piece)] == sent


@given(frames, st.integers(0, 100_000))
def test_one_flipped_bit_under_the_sum_is_rejected(frame: Frame, bit: int) -> None:
    wire = bytearray(frame.to_bytes())
    start = wire.index(b"\x02") + 1
    place = start * 8 + bit % ((len(wire) - 6 - start) * 8)
    wire[place // 8] ^= 1 << place % 8
    assert [one for one in FrameDecoder().feed(bytes(wire)) if one.summed] == []


def test_hopeless_streams_are_given_up() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(b"\x01Z00\x02A\x01Z00\x02" + b"x" * (LARGEST_FRAME + 9)) == []
    assert decoder.feed(b"\x01Q\x04") == []
    assert decoder.rejected == 3
    assert decoder.feed(FRAMES["AAHELLO"][0].to_bytes()) == [FRAMES["AAHELLO"][0]]
    with pytest.raises(ValueError, match="frame mark"):
        Frame(b"A\x04").to_bytes()


def test_a_picture_is_rows_of_digits_with_runs_shortened() -> None:
    picture = files.WritePicture("!", Bitmap.from_drawing("#.......2\n.#"))
    assert picture.to_command() == b"I!02091\x1107\x30" + b"2\r01\x1107\x30\r"
    assert picture.plain() == b"I!0209100000002\r010000000\r"
    with pytest.raises(ValueError, match="more than 255 columns"):
        files.WritePicture("!", Bitmap.blank(256, 16))


def test_clock_and_sequence_are_told_as_the_manual_says() -> None:
    at = datetime(2026, 11, 23, 7, 5)  # noqa: DTZ001 - the sign's local time
    assert tell.SetTime(at).to_command() == b"E 0705"
    assert tell.SetDate(at).to_command() == b"E;112326"
    assert tell.SetWeekday(at).to_command() == b"E&2"
    assert tell.SetWeekday(at.replace(day=22)).to_command() == b"E&1"
    assert tell.RunSequence("ABC").to_command() == b"E.SUABC"
    assert tell.RunTimes("A", time(8), time(18)).to_command() == b"E)A306C"
    assert tell.RunTimes("A").to_command() == b"E)AFF00"
    assert tell.RunDays("A", 2, 6).to_command() == b"E2A26"
    assert [tell.SetDimming(percent).to_command()[-1:] for percent in (100, 80, 0)] == [b"0", b"1", b"4"]
    assert tell.ConfigureLargePictures(("!",), 32, 256).to_command() == b"E8!        L0020010002"
    assert files.called("!", is_large=True) == b"\x1fL!        0000"
    assert tell.MemoryFile.picture("!", 16, 64) == tell.MemoryFile("!", "D", "1040", "4000")


def seen(sign: AlphaSign, now: float) -> set[Bitmap]:
    return {sign.screen(now + tenth / 5) for tenth in range(300)}


@pytest.mark.parametrize("panel", [PANEL, Panel(256, 16, Colours.RED_GREEN), Panel(72, 24, Colours.AMBER)])
def test_the_dots_equal_the_rendering_of_each_text(panel: Panel) -> None:
    sign = AlphaSign(panel)
    conversation = a_conversation("alpha", sign)
    conversation.want("sign", *wishes(MONDAY, panel=panel))
    conversation.run_until_idle(300)
    assert seen(sign, conversation.now) == expected(MONDAY, panel)
    assert conversation.link.sign("sign").showing() == ("item 1", "item 2", "item 3")


def test_only_tiles_the_sign_lacks_are_sent_and_the_sequence_changes_at_once() -> None:
    sign = AlphaSign(PANEL)
    conversation = a_conversation("alpha", sign)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle(300)
    first = sum(map(len, conversation.sent))
    conversation.sent.clear()
    conversation.want("sign", *wishes((MONDAY[0], "更正", MONDAY[2]), panel=PANEL))
    pictures = set()
    while not conversation.link.idle:
        pictures |= {sign.screen(conversation.now)}
        conversation.run(0.02)
    assert sum(map(len, conversation.sent)) < first / 3
    assert pictures <= expected(MONDAY, PANEL) | expected(("更正",), PANEL)


def test_a_notice_is_the_priority_file_and_goes_again() -> None:
    sign = AlphaSign(PANEL)
    conversation = a_conversation("alpha", sign)
    conversation.want("sign", *wishes(MONDAY, notice="今日停电", panel=PANEL))
    conversation.run_until_idle(300)
    assert seen(sign, conversation.now) == expected(("今日停电",), PANEL)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle(300)
    assert seen(sign, conversation.now) == expected(MONDAY, PANEL)


@pytest.mark.parametrize("kind", ["loss", "flips", "cuts"])
def test_once_a_bad_line_heals_the_sign_shows_what_is_wanted(kind: str) -> None:
    trouble = {"loss": losing(0.2), "flips": flipping(0.2), "cuts": cutting(0.2)}[kind]
    sign = AlphaSign(PANEL)
    conversation = a_conversation("alpha", sign, trouble)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run(20)
    conversation.want("sign", *wishes(TUESDAY, panel=PANEL))
    conversation.run(10)
    conversation.there = conversation.back = lambda content, _: content
    conversation.run(LONGEST_REST_S + 40)
    assert seen(sign, conversation.now) == expected(TUESDAY, PANEL)


def test_a_running_text_runs_through() -> None:
    sign = AlphaSign(PANEL)
    conversation = a_conversation("alpha", sign)
    composition = compose("全省财政工作会议", PANEL, Style(effect=Effect.SCROLL))
    conversation.want("sign", ShowProgramme((Entry("item", composition),)))
    conversation.run_until_idle(300)
    windows = {composition.pages[0].bitmap.cropped(x, 0, 96, 16) for x in range(-96, 129)}
    assert seen(sign, conversation.now) <= windows


def test_memory_survives_a_power_cut() -> None:
    sign = AlphaSign(PANEL)
    conversation = a_conversation("alpha", sign)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle(300)
    sign.power_cut(sign.flash(), conversation.now)
    assert seen(sign, conversation.now) == expected(MONDAY, PANEL)


def test_hours_are_run_times_in_the_sign_and_brightness_is_one_of_its_levels() -> None:
    sign = AlphaSign(PANEL)
    conversation = a_conversation("alpha", sign)
    hours, dim = SetHours(time(8), time(18)), SetBrightness((50,) * 48, 60)
    conversation.want("sign", *wishes(MONDAY, panel=PANEL)[:-1], hours, dim)
    conversation.run_until_idle(300)
    assert sign.status(conversation.now).brightness == 9  # the fourth of five levels, 58 %
    assert sign.screen(conversation.now).lit() > 0  # its clock was set to nine
    assert sign.screen(conversation.now + 10 * 3600).lit() == 0
    assert sign.screen(conversation.now + 23.5 * 3600).lit() > 0
    conversation.want("sign", *wishes(MONDAY, panel=PANEL))
    conversation.run_until_idle(300)
    assert sign.screen(conversation.now + 10 * 3600).lit() > 0


@pytest.mark.parametrize("panel", [Panel(256, 32), Panel(384, 48, Colours.RED_GREEN), Panel(100, 31)])
def test_panels_higher_than_small_dots_get_large_ones(panel: Panel) -> None:
    sign = AlphaSign(panel)
    conversation = a_conversation("alpha", sign)
    conversation.want("sign", *wishes(MONDAY[:2], panel=panel))
    conversation.run_until_idle(300)
    assert seen(sign, conversation.now) == expected(MONDAY[:2], panel)
    kinds = {one["kind"] for frame in conversation.sent for one in described("alpha", frame)}
    assert ("write-large-picture" in kinds) == (panel.height_dots > 31)


def test_a_sign_that_answers_says_no_to_a_damaged_frame_and_tells_its_errors() -> None:
    sign = AlphaSign(PANEL)
    assert sign.receive(Frame(b"AAx").to_bytes(), 0.0) == b""
    assert sign.receive(Frame(tell.AnswerFrames().to_command()).to_bytes(), 0.0) == b"\x06"
    assert sign.receive(Frame(b"AAx").to_bytes().replace(b"x", b"y"), 0.0) == b"\x15"
    replies = AlphaReplies()
    assert [reply.verdict for reply in replies.feed(b"\x15")] == [Verdict.GARBLED]
    assert replies.feed(b"\x06") == []
    (answer,) = FrameDecoder().feed(sign.receive(Frame(tell.ReadSpecial("*").to_command()).to_bytes(), 0.0))
    assert answer.command == b"E*%02X" % (tell.Trouble.ALWAYS | tell.Trouble.SUM)


def test_strings_are_kept_apart_and_read_back() -> None:
    sign = AlphaSign(PANEL)
    layout = tell.ConfigureMemory((tell.MemoryFile.string("S", 32),))
    for command in (layout, files.WriteString("S", b"hello"), tell.SoftReset(), tell.RunDays("A", 2, 6)):
        assert sign.receive(Frame(command.to_command()).to_bytes(), 0.0) == b""
    (answer,) = FrameDecoder().feed(sign.receive(Frame(files.ReadString("S").to_command()).to_bytes(), 0.0))
    assert answer.command == files.WriteString("S", b"hello").to_command()
    again = AlphaSign(PANEL)
    again.power_cut(sign.flash(), 0.0)
    (answer,) = FrameDecoder().feed(again.receive(Frame(files.ReadString("S").to_command()).to_bytes(), 0.0))
    assert answer.command.endswith(b"hello")


def test_too_much_is_refused() -> None:
    planner, profile = planner_of("alpha"), profile_of("alpha")
    long = compose("".join(chr(0x4E00 + i) for i in range(500)), PANEL)
    with pytest.raises(ValueError, match="内容太多"):
        list(planner.jobs((ShowProgramme((Entry("长", long),)),), Known(), profile, 1))
    many = tuple(
        Entry(str(i), compose("甲" * (i % 6 + 1), PANEL, Style(effect=e))) for i, e in enumerate(list(Effect) * 6)
    )
    with pytest.raises(ValueError, match="最多"):
        list(planner.jobs((ShowProgramme(many),), Known(), profile, 1))


def test_frames_are_described_and_echoes_are_no_replies() -> None:
    wire = bytes.fromhex(FRAMES["AAHELLO"][1])
    assert described("alpha", wire) == [{"kind": "write-text", "texts": ["HELLO"]}]
    assert described("alpha", bytes.fromhex(FRAMES["text A"][1]))[0]["kind"] == "configure-memory"
    assert described("alpha", Frame(b"X").to_bytes())[0]["kind"] == "unknown"
    replies = AlphaReplies()
    assert replies.feed(wire) == []
    assert len(replies.feed(bytes.fromhex(FRAMES["captured reply"][1]))) == 1
    assert replies.rejected == 0


def test_a_day_that_does_not_fit_beside_the_last_has_the_memory_laid_out_anew() -> None:
    panel = Panel(64, 32)
    days = [
        tuple("财政预算决算公开会议部署采购办法施行培训通知节约机关创"[:20]),
        tuple("税收增长政策解读资金监管绩效评价国库支付债券会计")[:20],
    ]
    sign = AlphaSign(panel)
    conversation = a_conversation("alpha", sign)
    for day in days:
        texts = ("".join(day[:20]), "".join(day[20:] or day[:2]))
        conversation.want("sign", *wishes(texts, panel=panel))
        conversation.run_until_idle(400)
        assert seen(sign, conversation.now) == expected(texts, panel)
        assert conversation.link.sign("sign").reason == ""


def test_where_day_and_notice_do_not_fit_together_the_notice_shows_and_the_day_comes_back_after_it() -> None:
    panel = Panel(64, 32)
    sign = AlphaSign(panel)
    conversation = a_conversation("alpha", sign)
    texts = ("".join(chr(0x4E00 + 7 * place) for place in range(34)), "预算")
    notice = "今日停电请各位来访者有序离开"
    for in_front, shown, keys in (
        ("", texts, ("item 1", "item 2")),
        (notice, (notice,), ("notice", "item 1")),  # what is covered, as far as it has room
        ("", texts, ("item 1", "item 2")),
    ):
        conversation.want("sign", *wishes(texts, in_front, panel=panel))
        conversation.run_until_idle(400)
        assert seen(sign, conversation.now) == expected(shown, panel)
        assert conversation.link.sign("sign").showing() == keys
