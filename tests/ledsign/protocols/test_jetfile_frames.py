"""JetFile II, both formats: published frames both ways, streams cut and noisy, and what answers say."""

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledsign.bitmap import Panel
from ledsign.compose import Style, compose
from ledsign.plan import Verdict
from ledsign.protocols import described
from ledsign.protocols.jetfile2 import PacketReplies, requests
from ledsign.protocols.jetfile2.packet import LARGEST_DATA, Packet, PacketDecoder
from ledsign.protocols.jetfile2.playlist import Entry as ListEntry
from ledsign.protocols.jetfile2.playlist import playlist
from ledsign.protocols.jetfile2.text import marked, plain
from ledsign.protocols.jetfile2_simple import SimpleReplies
from ledsign.protocols.jetfile2_simple.commands import Play, WriteText, command_of
from ledsign.protocols.jetfile2_simple.frame import LARGEST_FRAME, Frame, FrameDecoder
from ledsign.rotation import Effect

# "Simplified JetFileII Ver3.4" (Chainzone), sections 5.8, 5.10.2, 5.6 and 2.2; the sum of the first recomputed.
SIMPLE = {
    "5.8": (
        Frame(b"A\x0fETAA\x06\x0aI0\x0aO0\x1c21111", address=1),
        "01 59 30 31 02 41 0F 45 54 41 41 06 0A 49 30 0A 4F 30 1C 32 31 31 31 31 03 4F 04",
    ),
    "5.10.2": (
        Frame(b"AA\x06welcome", answered=False, summed=False),
        "01 5A 30 30 02 41 41 06 77 65 6C 63 6F 6D 65 04",
    ),
    "5.6": (Frame(b"E.SLAB", answered=False, summed=False), "01 5A 30 30 02 45 2E 53 4C 41 42 04"),
    "2.2": (Frame(b"E.", answered=False, summed=False), "01 5A 30 30 02 45 2E 04"),
}

# schinken/jetfile-signage: its golden packet, a packet it emitted, and a reply it encoded; sums recomputed.
PACKETS = {
    "connection test": (Packet(0x0301, 1), "55 A7 05 00 00 00 00 00 00 00 01 00 03 01 00 00"),
    "write HELLO": (
        Packet(
            0x0204,
            1,
            b"D\0A" + bytes(11) + bytes.fromhex("0D000000 0002 0100 0100"),
            b"\x01Z00\x02AAHELLO\x04",
            group=1,
            unit=1,
        ),
        (
            "55 A7 69 03 0D 00 00 00 01 01 01 00 02 04 06 00 44 00 41 00 00 00 00 00 00 00 00 00 00 00 0D 00 00 00 00"
            "02 01 00 01 00 01 5A 30 30 02 41 41 48 45 4C 4C 4F 04"
        ),
    ),
    "reply ok": (
        Packet(0x0204, 1, bytes.fromhex("00900000"), flag=1, is_reply=True),
        "55 A8 99 00 00 00 00 00 00 00 01 00 02 04 01 01 00 90 00 00",
    ),
}


@pytest.mark.parametrize(("frame", "wire"), SIMPLE.values(), ids=SIMPLE.keys())
def test_published_simple_frames_are_written_and_read_exactly(frame: Frame, wire: str) -> None:
    assert frame.to_bytes() == bytes.fromhex(wire)
    assert FrameDecoder().feed(bytes.fromhex(wire)) == [frame]


@pytest.mark.parametrize(("packet", "wire"), PACKETS.values(), ids=PACKETS.keys())
def test_packets_of_another_program_are_written_and_read_exactly(packet: Packet, wire: str) -> None:
    assert packet.to_bytes() == bytes.fromhex(wire)
    assert PacketDecoder().feed(bytes.fromhex(wire)) == [packet]


def test_requests_become_those_packets() -> None:
    (ping,) = requests.TestConnection().packets(0, 1)
    assert ping == PACKETS["connection test"][0]
    (hello,) = requests.WriteText("A", b"HELLO").packets(1, 1)
    assert hello == PACKETS["write HELLO"][0]


def cut(stream: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(stream), *(place % (len(stream) + 1) for place in cuts)})
    return [stream[start:end] for start, end in pairwise(edges)]


commands = st.binary(min_size=1, max_size=40).map(lambda b: bytes(c for c in b if c not in (1, 3, 4)))
frames = st.builds(Frame, commands, st.integers(0, 99), st.booleans(), st.just(value=True))
packets = st.builds(
    Packet,
    st.integers(0, 0xFFFF),
    st.integers(0, 0xFFFF),
    st.binary(max_size=20).map(lambda b: b[: len(b) // 4 * 4]),
    st.binary(max_size=60),
    st.integers(0, 255),
    st.integers(0, 255),
    st.integers(0, 0xFFFF),
    st.integers(0, 1),
    st.booleans(),
)
cuts = st.lists(st.integers(0, 2000), max_size=10)


@given(st.lists(frames, min_size=1, max_size=4), st.binary(max_size=10), cuts)
def test_simple_frames_survive_any_cut_and_noise_without_marks(
    sent: list[Frame], noise: bytes, places: list[int]
) -> None:
    quiet = bytes(byte for byte in noise if byte != 1)
    stream = b"".join(quiet + frame.to_bytes() for frame in sent)
    decoder = FrameDecoder()
    assert [frame for piece in cut(stream, places) for frame in decoder.feed(piece)] == sent


@given(st.lists(packets, min_size=1, max_size=4), st.binary(max_size=10), cuts)
def test_packets_survive_any_cut_and_noise_without_marks(sent: list[Packet], noise: bytes, places: list[int]) -> None:
    quiet = noise.replace(b"\x55", b"")
    stream = b"".join(quiet + packet.to_bytes() for packet in sent)
    decoder = PacketDecoder()
    assert [packet for piece in cut(stream, places) for packet in decoder.feed(piece)] == sent


@given(packets, st.integers(0, 100_000))
def test_one_flipped_bit_of_a_packet_is_rejected(packet: Packet, bit: int) -> None:
    wire = bytearray(packet.to_bytes())
    place = 16 + bit % ((len(wire) - 2) * 8)
    wire[place // 8] ^= 1 << place % 8
    assert packet not in PacketDecoder().feed(bytes(wire) + bytes(2 * LARGEST_DATA))


@given(frames, st.integers(0, 100_000))
def test_one_flipped_bit_of_a_summed_frame_never_gives_another_summed_frame(frame: Frame, bit: int) -> None:
    wire = bytearray(frame.to_bytes())
    place = bit % (len(wire) * 8)
    wire[place // 8] ^= 1 << place % 8
    found = [one for one in FrameDecoder().feed(bytes(wire)) if one.summed]
    assert found == []


def test_hopeless_streams_are_given_up() -> None:
    simple = FrameDecoder()
    assert simple.feed(b"\x01Y00\x02" + b"x" * (LARGEST_FRAME + 9)) == []
    assert simple.feed(b"\x01Y00\x02A\x01Y00") == []
    assert simple.feed(SIMPLE["5.8"][0].to_bytes()) == [SIMPLE["5.8"][0]]
    binary = PacketDecoder()
    assert binary.feed(b"\x55\xa7" + b"\xff" * 30) == []
    assert binary.rejected == 1
    assert binary.feed(PACKETS["reply ok"][0].to_bytes()) == [PACKETS["reply ok"][0]]


@pytest.mark.parametrize(("command", "address"), [(b"A\x04", 1), (b"A", 100), (b"A", -1)])
def test_what_cannot_be_framed_is_refused(command: bytes, address: int) -> None:
    with pytest.raises(ValueError, match="frame mark"):
        Frame(command, address).to_bytes()


def test_commands_are_read_back() -> None:
    for command in (WriteText("A", b"hello"), WriteText("ETAA", b"x"), Play("AB"), Play("")):
        assert command_of(command.to_command()) == command
    with pytest.raises(ValueError, match="no command we know"):
        command_of(b"G1")
    with pytest.raises(ValueError, match="文字太长（2000 字节）"):
        WriteText("A", b"x" * 2000).to_command()
    with pytest.raises(ValueError, match="whole words"):
        Packet(0, 0, b"abc").to_bytes()
    with pytest.raises(ValueError, match="1 to 12 letters"):
        requests.WriteText("A" * 13, b"").packets(1, 1)


def test_a_damaged_answer_swallows_none_of_those_that_follow() -> None:
    good = PACKETS["reply ok"][0].to_bytes()
    long = good[:4] + b"\xff\x03" + good[6:]  # says that a thousand bytes of data follow
    replies = PacketReplies()
    assert replies.feed(long) == []
    assert [reply.verdict for reply in replies.feed(good[:7]) + replies.feed(good[7:])] == [Verdict.DONE]
    assert replies.rejected == 1
    simple = SimpleReplies()
    assert simple.feed(b"\x01\x55K") == []
    assert [reply.verdict for reply in simple.feed(b"OK")] == [Verdict.DONE]


def test_bare_answers_are_found_and_our_own_echo_is_none() -> None:
    replies = SimpleReplies()
    echo = Frame(b"AA\x06OK 9002").to_bytes()
    assert replies.feed(echo[:9]) == []
    assert replies.feed(echo[9:] + b"O") == []
    assert [reply.verdict for reply in replies.feed(b"K")] == [Verdict.DONE]
    assert [reply.verdict for reply in replies.feed(b"9002")] == [Verdict.GARBLED]
    assert [reply.sentence for reply in replies.feed(b"9012")] == ["显示屏报告错误 9012"]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (0x9000, Verdict.DONE),
        (0x9002, Verdict.GARBLED),
        (0x9008, Verdict.MISSING),
        (0x9014, Verdict.RESTART),
        (0x9999, Verdict.REFUSED),
    ],
)
def test_a_status_says_what_to_do(status: int, verdict: Verdict) -> None:
    reply = Packet(0x0204, 7, status.to_bytes(2, "little") + b"\0\0", flag=1, is_reply=True)
    (found,) = PacketReplies().feed(reply.to_bytes() + PACKETS["connection test"][0].to_bytes())
    assert (found.verdict, found.token, bool(found.sentence)) == (verdict, 7, verdict is not Verdict.DONE)


def test_a_playlist_has_36_bytes_a_file_with_its_days_in_bcd() -> None:
    file = playlist((ListEntry("N00", b"abc", date(2026, 11, 23), date(2027, 1, 7)), ListEntry("N01", b"")))
    assert file[:8] == b"SQ\4\0\2\0\0\0"
    assert file[8:44] == (
        b"DT\x0f\x80" + bytes.fromhex("2620112300000001 2720010723590001") + b"\x26\x01\x03\0" + b"N00".ljust(12, b"\0")
    )
    assert file[48:64] == bytes.fromhex("0000000000000101") * 2
    assert len(file) == 8 + 2 * 36


@pytest.mark.parametrize(
    ("dwell", "code"), [(4.0, b"\x0e004"), (4.5, b"\x0e34500"), (120.0, b"\x0e20120"), (12.5, b"\x0e013")]
)
def test_a_pages_stay_is_in_seconds_or_milliseconds(dwell: float, code: bytes) -> None:
    composition = compose("省", Panel(256, 16), Style(dwell_s=dwell))
    assert code in marked(composition, Effect.HOLD)
    assert plain(marked(composition, Effect.FLASH)) == "省"


@pytest.mark.parametrize("at", [datetime(2026, 11, 22, 7, 5), datetime(2026, 11, 28, 23, 59)])  # noqa: DTZ001
def test_the_clock_is_bcd_with_sunday_as_one(at: datetime) -> None:
    (packet,) = requests.SetClock(at).packets(1, 1)
    assert packet.argument == bytes.fromhex(f"2620 11 {at:%d %H %M} {1 if at.day == 22 else 7:02d} 14")


def test_frames_and_packets_are_described() -> None:
    assert described("jetfile2-simple", bytes.fromhex(SIMPLE["5.10.2"][1])) == [
        {"kind": "write-text", "texts": ["welcome"]}
    ]
    assert described("jetfile2-simple", bytes.fromhex(SIMPLE["5.6"][1]))[0]["kind"] == "play"
    assert described("jetfile2-simple", Frame(b"G1").to_bytes())[0]["kind"] == "unknown"
    hello, reply = (bytes.fromhex(PACKETS[name][1]) for name in ("write HELLO", "reply ok"))
    assert described("jetfile2", hello + reply) == [
        {"kind": "write-text", "texts": ["HELLO"]},
        {"kind": "ok", "texts": [], "sentence": ""},
    ]
    assert described("jetfile2", Packet(0x0801, 1).to_bytes())[0]["kind"] == "command-0801"
    with pytest.raises(ValueError, match="没有叫"):
        described("zh", b"")
