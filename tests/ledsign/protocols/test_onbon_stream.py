"""The Onbon decoder on a hostile line: any cut, noise before and between, flipped bits."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledsign.protocols.onbon_bx5k import OnbonReplies
from ledsign.protocols.onbon_bx5k import requests as ask
from ledsign.protocols.onbon_bx5k.frame import COMPUTER, LARGEST_FRAME, Frame, FrameDecoder
from ledsign.protocols.onbon_bx5k.replies import Ack

frames = st.builds(
    Frame,
    data=st.binary(min_size=1, max_size=60),
    destination=st.integers(0, 0xFFFF),
    source=st.integers(0, 0xFFFF),
    display=st.integers(0, 1),
    device=st.integers(0, 0xFF),
)
ESCAPED = Frame(bytes([0xA5, 0xA6, 0x5A, 0x5B, 0x02, 0x01, 0x5B, 0x02]))
"""Every escape, and a true 5B 02, which decoders that unescape in place lose."""


def cut(stream: bytes, cuts: list[int]) -> list[bytes]:
    """The stream in pieces, cut at these places (modulo its length)."""
    edges = sorted({0, len(stream), *(place % (len(stream) + 1) for place in cuts)})
    return [stream[start:end] for start, end in pairwise(edges)]


@given(frames)
@example(ESCAPED)
def test_every_frame_is_read_back_and_has_no_raw_mark_inside(frame: Frame) -> None:
    wire = frame.to_bytes()
    assert b"\xa5" not in wire[8:-1]
    assert b"\x5a" not in wire[:-1]
    assert FrameDecoder().feed(wire) == [frame]


@given(
    sent=st.lists(frames, min_size=1, max_size=4),
    noises=st.lists(st.binary(max_size=20), min_size=5, max_size=5),
    cuts=st.lists(st.integers(0, 2000), max_size=12),
)
@example(sent=[ESCAPED, ESCAPED], noises=[b"\xa5\x01\x5b", b"\x5a\x5a", b"\xa5", b"", b""], cuts=[9, 10, 11])
def test_any_cut_of_the_stream_with_noise_between_gives_the_same_frames(
    sent: list[Frame], noises: list[bytes], cuts: list[int]
) -> None:
    pairs = zip(noises, sent, strict=False)
    stream = b"".join(noise + frame.to_bytes() for noise, frame in pairs) + noises[-1]
    decoder = FrameDecoder()
    assert [frame for piece in cut(stream, cuts) for frame in decoder.feed(piece)] == sent


def test_one_byte_at_a_time_is_a_cut_like_any_other() -> None:
    decoder = FrameDecoder()
    wire = ESCAPED.to_bytes() * 2
    assert [f for i in range(len(wire)) for f in decoder.feed(wire[i : i + 1])] == [ESCAPED] * 2


@given(frame=frames, bit=st.integers(0, 100_000))
def test_one_flipped_bit_under_the_checksum_is_rejected(frame: Frame, bit: int) -> None:
    wire = bytearray(frame.to_bytes())
    place = 8 * 8 + bit % ((len(wire) - 9) * 8)  # everything between the preamble and the end
    wire[place // 8] ^= 1 << place % 8
    decoder = FrameDecoder()
    assert decoder.feed(bytes(wire)) == []


def test_more_ends_and_more_preamble_change_nothing() -> None:
    wire = b"\xa5" * 20 + ESCAPED.to_bytes() + b"\x5a\x5a"
    decoder = FrameDecoder()
    assert decoder.feed(wire * 2) == [ESCAPED, ESCAPED]
    assert decoder.rejected == 0


def test_a_frame_without_end_is_given_up_and_counted() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(b"\xa5" + b"\x00" * (3 * LARGEST_FRAME)) == []
    assert decoder.rejected == 1
    assert decoder.feed(ESCAPED.to_bytes()) == [ESCAPED]


@pytest.mark.parametrize("body", ["A6 03", "5B", "01 02 03", "00" * 15])
def test_wrong_escapes_and_short_frames_are_counted(body: str) -> None:
    decoder = FrameDecoder()
    assert decoder.feed(b"\xa5" + bytes.fromhex(body) + b"\x5a") == []
    assert decoder.rejected == 1


def test_a_wrong_length_is_refused_even_under_a_right_checksum() -> None:
    from ledsign.protocols.checksums import crc16_arc

    body = bytes(12) + (9).to_bytes(2, "little") + b"abc"
    with pytest.raises(ValueError, match="9 data bytes announced, 3 came"):
        Frame.from_body(body + crc16_arc(body).to_bytes(2, "little"))


def test_our_own_echo_and_frames_for_others_are_no_replies() -> None:
    replies = OnbonReplies()
    echo = Frame(ask.Ping().to_data()).to_bytes()
    request_to_us = Frame(ask.Ping().to_data(), destination=COMPUTER, source=1).to_bytes()
    unknown = Frame(bytes.fromhex("A0000000000000"), destination=COMPUTER, source=1).to_bytes()
    assert replies.feed(echo + request_to_us + unknown) == []
    (reply,) = replies.feed(Frame(Ack().to_data(), destination=COMPUTER, source=7).to_bytes())
    assert reply.address == 7
    assert replies.rejected == 0
