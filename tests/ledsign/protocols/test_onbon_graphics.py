"""Onbon's graphics cards: captured frames both ways, streams, and pages that arrive as dots."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledsign.bitmap import Bitmap, Colour, Colours, Panel
from ledsign.compose import compose
from ledsign.emulator.onbon_graphics import GraphicsCard
from ledsign.intent import Ask, EndNotice, Entry, Intent, SetBrightness, SetClock, SetHours, ShowNotice, ShowProgramme
from ledsign.link.state import LONGEST_REST_S, REFRESH_S, Link, SignLink
from ledsign.plan import Known, Verdict
from ledsign.profile import profile_of
from ledsign.protocols import described, planner_of
from ledsign.protocols.onbon_bx5e import GraphicsReplies
from ledsign.protocols.onbon_bx5e import requests as ask
from ledsign.protocols.onbon_bx5e.area import Area, PicturePage
from ledsign.protocols.onbon_bx5e.frame import COMPUTER, EVERYONE, LARGEST_FRAME, Frame, FrameDecoder
from ledsign.protocols.onbon_bx5e.replies import CardReply
from ledsign.protocols.onbon_wire import escaped
from tests.ledsign.simulation import Conversation, Trouble, clean, cutting, doubling, flipping, losing

PANEL = Panel(256, 16)
MONDAY = ("全省财政工作会议召开", "预算执行情况公布", "政府采购办法施行")
TUESDAY = ("财政厅发布新规", "龘靐齉爩：生僻字也显示", "政府采购办法施行")
NOON = datetime(2026, 11, 23, 7, 16, 27)  # noqa: DTZ001 - the sign's local time

AB = Bitmap.from_drawing("""
    ................................
    ................................
    ................................
    ..........#......#######........
    ..........#......#......##......
    .........#.#.....#.......#......
    .........#.#.....#.......#......
    ........#...#....#......##......
    ........#...#....########.......
    .......#.....#...#......##......
    .......#.....#...#.......#......
    .......#######...#.......#......
    ......#.......#..#.......#......
    ......#.......#..#......#.......
    .....#.........#.#######........
    ................................
""")

# Emitted by the maker's library bx05-0.5.0-SNAPSHOT, checksums recomputed (vectors.json); without marks and escapes.
CAPTURED: dict[str, tuple[ask.Request, dict[str, int], str]] = {
    "ping": (
        ask.Ping(),
        {"destination": EVERYONE, "sequence": 0x06EC, "random": 0x46, "device": 0xFFFE},
        "FE FF 00 80 05 00 FE FF 01 00 EC 06 00 90 96 46 00 00 00 00 00 00 05 00 1E 78 4D 01 A2 00 00 00",
    ),
    "clock": (
        ask.SetClock(NOON),
        {"sequence": 0x2BA6, "random": 0x1F, "device": 0x0154},
        (
            "01 00 00 80 05 00 54 01 01 00 A6 2B 00 90 96 1F 00 00 00 00 00 00 0D 00 AD 23 C7"
            "01 A2 02 08 00 26 20 11 23 07 16 27 01"
        ),
    ),
    "off": (
        ask.SetPower(on=False),
        {"sequence": 0x2C14, "random": 0x1F, "device": 0x0154},
        "01 00 00 80 05 00 54 01 01 00 14 2C 00 90 96 1F 00 00 00 00 00 00 06 00 A9 04 5A 01 A2 05 01 00 00",
    ),
    "area": (
        ask.UpdateArea(Area((PicturePage(AB, 750),), 32, 16)),
        {"device": 0x0154},
        (
            "01 00 00 80 F0 00 54 01 00 00 00 00 72 00 00 00 01 A7 00 6D 00 69 00 00 00 00 00 00 00 01 00 00"
            "01 00 00 00 00 10 00 00 00 00 20 00 10 00 00 01 00 4D 00 00 00 00 02 00 0A EE 02 01 20 00 00 00"
            "00 00 FF FF FF FF FF FF FF FF FF FF FF FF FF DF 80 FF FF DF BF 3F FF AF BF BF FF AF BF BF FF 77"
            "BF 3F FF 77 80 7F FE FB BF 3F FE FB BF BF FE 03 BF BF FD FD BF BF FD FD BF 7F FB FE 80 FF FF FF"
            "FF FF 43 33"
        ),
    ),
}


def framed(request: ask.Request, fields: dict[str, int]) -> Frame:
    return replace(Frame(request.to_body(), is_dynamic=request.IS_DYNAMIC), **fields)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(("request_", "fields", "wire"), CAPTURED.values(), ids=CAPTURED.keys())
def test_captured_frames_are_written_and_read_exactly(request_: ask.Request, fields: dict[str, int], wire: str) -> None:
    content = bytes.fromhex(wire)
    frame = framed(request_, fields)
    assert frame.unescaped() == content
    assert Frame.from_unescaped(content) == frame
    assert ask.request_of(frame.body) == request_
    assert FrameDecoder().feed(frame.to_bytes()) == [frame]


def test_the_captured_ping_is_the_same_on_the_wire_with_two_ends() -> None:
    request, fields, wire = CAPTURED["ping"]
    assert framed(request, fields).to_bytes() == b"\xa5" * 8 + bytes.fromhex(wire) + b"\x5a\x5a"


@pytest.mark.parametrize("name", CAPTURED)
def test_the_emulated_card_reads_every_captured_frame_by_itself(name: str) -> None:
    card = GraphicsCard(Panel(32, 16))
    content = bytes.fromhex(CAPTURED[name][2])
    (answer,) = FrameDecoder().feed(card.receive(b"\xa5" * 8 + escaped(content) + b"\x5a\x5a", 0.0))
    reply = CardReply.from_body(answer.body)
    assert (answer.destination, reply.verdict) == (COMPUTER, Verdict.DONE)
    seen = {"off": (False, ""), "clock": (True, "2026-11-23 07:16:27")}.get(name, (True, ""))
    assert (card.status(0.0).power, card.status(0.0).clock) == seen
    assert card.screen(0.0) == (AB if name == "area" else Bitmap.blank(32, 16))


def cut(stream: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(stream), *(place % (len(stream) + 1) for place in cuts)})
    return [stream[start:end] for start, end in pairwise(edges)]


frames = st.builds(
    Frame,
    st.binary(min_size=1, max_size=60),
    st.integers(0, 0xFFFF),
    st.integers(0, 0xFFFF),
    st.integers(0, 0xFFFF),
    st.just(value=False),
    st.integers(0, 0xFFFF),
) | st.builds(Frame, st.binary(min_size=1, max_size=60), st.integers(0, 0xFFFF), is_dynamic=st.just(value=True))


@given(st.lists(frames, min_size=1, max_size=4), st.binary(max_size=20), st.lists(st.integers(0, 2000), max_size=12))
def test_frames_survive_any_cut_and_noise_between(sent: list[Frame], noise: bytes, places: list[int]) -> None:
    stream = b"".join(noise + frame.to_bytes() for frame in sent)
    decoder = FrameDecoder()
    assert [frame for piece in cut(stream, places) for frame in decoder.feed(piece)] == sent


@given(frames, st.integers(0, 100_000))
def test_one_flipped_bit_is_rejected(frame: Frame, bit: int) -> None:
    content = bytearray(frame.unescaped())
    place = bit % (len(content) * 8)
    content[place // 8] ^= 1 << place % 8
    decoder = FrameDecoder()
    found = decoder.feed(b"\xa5" * 8 + escaped(bytes(content)) + b"\x5a")
    assert (found, decoder.rejected) == ([], 1)


areas = st.integers(1, 40).flatmap(
    lambda width: st.builds(
        Area,
        st.lists(
            st.builds(
                PicturePage,
                st.lists(st.sampled_from((0, 1)), min_size=3 * width, max_size=3 * width).map(
                    lambda dots: Bitmap(width, 3, bytes(dots))
                ),
                st.integers(1, 0xFFFF),
            ),
            max_size=3,
        ).map(tuple),
        st.just(width),
        st.just(3),
        st.integers(0, 500),
        st.integers(0, 500),
        st.integers(0, 31),
        st.integers(0, 3),
        st.integers(0, 0xFFFF),
    )
)


@given(areas)
def test_every_area_is_read_back(area: Area) -> None:
    assert Area.from_bytes(area.to_bytes()) == area
    assert ask.request_of(ask.UpdateArea(area).to_body()) == ask.UpdateArea(area)


@pytest.mark.parametrize("body", ["", "01A2000100", "01A2020100FF", "01A7000400FFFF0000", "01B7000000"])
def test_cut_and_unknown_commands_are_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r"command|area|month"):
        ask.request_of(bytes.fromhex(body))


def test_what_is_no_frame_or_area_is_refused() -> None:
    ordinary = bytes.fromhex(CAPTURED["off"][2])
    other_version = ordinary[:4] + b"\x07" + ordinary[5:]
    for content in (b"", b"\xf0" * 4, ordinary[:20], bytes.fromhex(CAPTURED["area"][2])[:17], other_version):
        with pytest.raises(ValueError, match=r"too few|no version"):
            Frame.from_unescaped(content)
    with pytest.raises(ValueError, match="too few for a page"):
        PicturePage.from_bytes(b"", 8, 8)
    with pytest.raises(ValueError, match="must be 8x8"):
        Area((PicturePage(AB, 1),), 8, 8).to_bytes()
    content = Area((PicturePage(AB, 1),), 32, 16).to_bytes()
    for wrong in (content + b"\0", content[:12] + b"\x11" + content[13:]):
        with pytest.raises(ValueError, match="area"):
            Area.from_bytes(wrong)


def test_replies_say_what_to_do_and_our_own_echo_is_none() -> None:
    replies = GraphicsReplies()
    table = {(0, 0): Verdict.DONE, (1, 3): Verdict.BUSY, (1, 5): Verdict.GARBLED, (1, 6): Verdict.REFUSED}
    for (status, error), verdict in table.items():
        reply = CardReply(0xA700, status, error)
        (found,) = replies.feed(Frame(reply.to_body(), COMPUTER, 1).to_bytes())
        assert (found.verdict, found.token, found.address) == (verdict, 0xA700, 1)
        assert bool(found.sentence) == (verdict is not Verdict.DONE)
    assert "状态 0009" in CardReply(0xA700, 9).sentence
    echo = framed(ask.Ping(), {}).to_bytes()
    to_us = Frame(ask.Ping().to_body(), COMPUTER, 1).to_bytes()
    assert replies.feed(echo + to_us) == []
    with pytest.raises(ValueError, match="fill its frame"):
        CardReply.from_body(CardReply(0xA700).to_body() + b"x")


def a_conversation(card: GraphicsCard, trouble: Trouble = clean, seed: int = 0) -> Conversation:
    profile, planner = profile_of("onbon-bx5e"), planner_of("onbon-bx5e")
    link = Link(profile.line, (SignLink("sign", 1, planner, profile),))
    return Conversation(link, [card], planner.decoder(), there=trouble, back=trouble, seed=seed)


def wishes(texts: tuple[str, ...], notice: Intent | None = None, panel: Panel = PANEL) -> tuple[Intent, ...]:
    entries = tuple(Entry(f"item {i}", compose(text, panel)) for i, text in enumerate(texts, 1))
    return (notice or EndNotice(), Ask(), SetClock(NOON), ShowProgramme(entries), SetHours())


def seen(card: GraphicsCard, now: float) -> set[Bitmap]:
    return {card.screen(now + tenth / 10) for tenth in range(900)}


def expected(texts: tuple[str, ...], panel: Panel = PANEL) -> set[Bitmap]:
    return {page.bitmap for text in texts for page in compose(text, panel).pages}


@pytest.mark.parametrize("panel", [PANEL, Panel(100, 32, Colours.GREEN), Panel(64, 24), Panel(384, 32)])
def test_the_dots_equal_the_rendering_of_each_text(panel: Panel) -> None:
    card = GraphicsCard(panel)
    conversation = a_conversation(card)
    conversation.want("sign", *wishes(TUESDAY, panel=panel))
    conversation.run_until_idle()
    assert seen(card, conversation.now) == expected(TUESDAY, panel)
    assert conversation.link.sign("sign").showing() == ("item 1", "item 2", "item 3")


def test_a_sign_of_several_colours_shows_its_usual_one() -> None:
    panel = Panel(64, 16, Colours.RED_GREEN)
    card = GraphicsCard(panel)
    conversation = a_conversation(card)
    green = compose("公开", panel, colour=Colour.GREEN)
    conversation.want("sign", ShowProgramme((Entry("item", green),)))
    conversation.run_until_idle()
    assert card.screen(conversation.now) == green.pages[0].bitmap.tinted(Colour.RED)


def test_what_stands_already_is_not_sent_again_until_it_is_refreshed() -> None:
    card = GraphicsCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign", *wishes(MONDAY))
    conversation.run_until_idle()
    conversation.sent.clear()
    conversation.want("sign", *wishes(MONDAY))
    conversation.run(REFRESH_S / 2)
    assert conversation.sent == []
    card.power_cut(card.flash(), conversation.now)
    assert card.screen(conversation.now).lit() == 0
    conversation.run(REFRESH_S)
    assert seen(card, conversation.now) == expected(MONDAY)


def test_a_notice_takes_the_area_over_ends_by_itself_and_the_day_comes_back() -> None:
    card = GraphicsCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign", *wishes(MONDAY))
    conversation.run_until_idle()
    until = datetime.now(UTC) + timedelta(seconds=90)
    notice = ShowNotice("notice", compose("今日停电", PANEL), until, 90)
    conversation.want("sign", *wishes(MONDAY, notice))
    conversation.run_until_idle()
    assert conversation.link.sign("sign").showing() == ("notice",)
    assert card.screen(conversation.now + 80) == compose("今日停电", PANEL).pages[0].bitmap
    assert card.screen(conversation.now + 100).lit() == 0  # a dead driver leaves no notice up
    conversation.want("sign", *wishes(MONDAY))
    conversation.run_until_idle()
    assert seen(card, conversation.now) == expected(MONDAY)


def test_lamps_are_switched_by_the_clock_of_the_driver() -> None:
    card = GraphicsCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign", *wishes(MONDAY)[:-1], SetHours(lit=False))
    conversation.run_until_idle()
    assert (card.status(conversation.now).power, card.screen(conversation.now).lit()) == (False, 0)
    conversation.want("sign", *wishes(MONDAY))
    conversation.run_until_idle()
    assert card.screen(conversation.now).lit() > 0


@pytest.mark.parametrize("kind", ["loss", "flips", "doubling", "cuts"])
@pytest.mark.parametrize("seed", range(4))
def test_once_a_bad_line_heals_the_sign_shows_what_is_wanted(kind: str, seed: int) -> None:
    trouble = {"loss": losing(0.3), "flips": flipping(0.3), "doubling": doubling(0.3), "cuts": cutting(0.3)}[kind]
    card = GraphicsCard(PANEL)
    conversation = a_conversation(card, trouble, seed)
    conversation.want("sign", *wishes(MONDAY))
    conversation.run(3)
    conversation.want("sign", *wishes(TUESDAY))
    conversation.run(8)
    conversation.there = conversation.back = clean
    conversation.run(LONGEST_REST_S + 3)
    assert seen(card, conversation.now) == expected(TUESDAY)


def test_what_the_card_cannot_be_told_is_refused_before_anything_is_sent() -> None:
    planner, profile = planner_of("onbon-bx5e"), profile_of("onbon-bx5e")
    with pytest.raises(ValueError, match="亮度没有公开的格式"):
        list(planner.jobs((SetBrightness((50,)),), Known(), profile, 1))
    much = Entry("长", compose("长" * 1200, PANEL))
    with pytest.raises(ValueError, match="内容太多"):
        list(planner.jobs((ShowProgramme((much,)),), Known(), profile, 1))


def test_the_card_refuses_what_it_does_not_know_or_cannot_read() -> None:
    card = GraphicsCard(PANEL)
    table = {"01B7000000": 1, "01A2090000": 2, "01A7000400FFFFFFFF": 2, "01A2020100FF": 2}
    for body, error in table.items():
        (answer,) = FrameDecoder().feed(card.receive(Frame(bytes.fromhex(body)).to_bytes(), 0.0))
        assert CardReply.from_body(answer.body).error == error
    broken = bytearray(framed(ask.Ping(), {}).to_bytes())
    broken[20] ^= 1
    (answer,) = FrameDecoder().feed(card.receive(bytes(broken), 0.0))
    assert CardReply.from_body(answer.body).error == 5
    assert card.receive(Frame(ask.Ping().to_body(), 9).to_bytes(), 0.0) == b""
    assert card.receive(b"\xa5\x01\x5a", 0.0) == b""
    fifth = ask.UpdateArea(Area((PicturePage(AB, 1),), 32, 16, number=4))
    (answer,) = FrameDecoder().feed(card.receive(framed(fifth, {}).to_bytes(), 0.0))
    assert CardReply.from_body(answer.body).error == 2
    assert card.receive(framed(ask.DeleteArea(0), {}).to_bytes(), 0.0) != b""


def test_frames_are_described_for_people() -> None:
    area = framed(*CAPTURED["area"][:2]).to_bytes()
    (one,) = described("onbon-bx5e", area)
    assert (one["kind"], one["dots"]) == ("update-area", [AB.drawn().split()])
    assert described("onbon-bx5e", framed(*CAPTURED["clock"][:2]).to_bytes()) == [{"kind": "set-clock", "texts": []}]
    refusal = Frame(CardReply(0xA700, 1, 3).to_body(), COMPUTER, 1).to_bytes()
    assert described("onbon-bx5e", refusal)[0]["sentence"] == "控制卡正忙，稍后自动重发"
    assert described("onbon-bx5e", Frame(bytes.fromhex("01B7000000")).to_bytes())[0]["kind"] == "unknown"


def test_a_frame_without_end_is_given_up_and_counted() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(b"\xa5" + b"\x00" * (3 * LARGEST_FRAME)) == []
    assert decoder.rejected == 1
