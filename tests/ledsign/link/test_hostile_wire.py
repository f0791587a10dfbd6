"""Thousands of conversations over lines that lose, flip, double and cut, with reboots between: what shows then."""

import random

import pytest

from ledsign.bitmap import Panel
from ledsign.compose import compose
from ledsign.emulator.onbon_card import OnbonCard
from ledsign.intent import Ask, EndNotice, Entry, ShowProgramme
from ledsign.link.state import LONGEST_REST_S, Link, SignLink
from ledsign.profile import profile_of
from ledsign.protocols.onbon_bx5k import OnbonBx5k
from ledsign.protocols.onbon_bx5k.frame import Frame, FrameDecoder
from tests.ledsign.simulation import Conversation, Trouble, clean, cutting, doubling, flipping, losing

PANEL = Panel(128, 16)
TEXTS = tuple(f"第{number}条财政要闻" for number in "一二三四五六七八九")
RETRY_PERIOD_S = LONGEST_REST_S + 4.0


def mixed(*troubles: Trouble) -> Trouble:
    """Each message meets one of these."""
    return lambda content, chance: chance.choice(troubles)(content, chance)


def burst(content: bytes, chance: random.Random) -> bytes:
    """An error burst of up to sixteen bits in one message of four."""
    if chance.random() > 0.25:
        return content
    start = chance.randrange(max(len(content) * 8 - 16, 1))
    noise = chance.randrange(1, 1 << 16) << start
    whole = int.from_bytes(content, "little") ^ noise
    return whole.to_bytes(len(content) + 2, "little")[: len(content)]


HOSTILE = mixed(losing(0.4), flipping(0.5), doubling(0.5), cutting(0.4), burst)


def converse(seed: int) -> None:
    chance = random.Random(seed)
    card = OnbonCard(PANEL)
    profile = profile_of("onbon-bx5k")
    link = Link(profile.line, (SignLink("sign", 1, OnbonBx5k(), profile),))
    conversation = Conversation(link, [card], OnbonBx5k().decoder(), there=HOSTILE, back=HOSTILE, seed=seed)
    wanted: tuple[str, ...] = ()
    for _ in range(chance.randrange(1, 4)):
        wanted = tuple(chance.sample(TEXTS, chance.randrange(1, 6)))
        entries = tuple(Entry(text, compose(text, PANEL)) for text in wanted)
        conversation.want("sign", EndNotice(), Ask(), ShowProgramme(entries))
        conversation.run(chance.uniform(0.05, 6.0))
        assert set(card.status(conversation.now).texts) <= set(TEXTS), "a wrong text came through the checksum"
        if chance.random() < 0.2:
            card.power_cut(card.flash(), conversation.now)
    conversation.there = conversation.back = clean
    conversation.run(RETRY_PERIOD_S)
    assert card.status(conversation.now).texts == wanted
    now = conversation.now
    shown = {card.screen(now + tenth / 4) for tenth in range(60)}
    assert shown == {compose(text, PANEL).pages[0].bitmap for text in wanted}


@pytest.mark.parametrize("block", range(4))
def test_a_hundred_hostile_conversations_end_with_what_is_wanted(block: int) -> None:
    for seed in range(block * 25, block * 25 + 25):
        converse(seed)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(100))
def test_ten_thousand_hostile_conversations_end_with_what_is_wanted(block: int) -> None:
    for seed in range(1000 + block * 100, 1100 + block * 100):
        converse(seed)


def test_no_burst_of_up_to_sixteen_bits_passes_the_crc() -> None:
    chance = random.Random(5)
    frame = Frame(bytes(range(40)))
    wire = frame.to_bytes()
    for _ in range(5000):
        length = chance.randrange(1, 17)
        start = chance.randrange(8 * 8, (len(wire) - 1) * 8 - length)
        noise = (1 << length - 1 | 1 | chance.randrange(1 << length)) << start
        broken = (int.from_bytes(wire, "little") ^ noise).to_bytes(len(wire), "little")
        assert all(found == frame for found in FrameDecoder().feed(broken)), broken.hex()
