"""Another computer changes a sign behind the driver's back: the right thing shows again within the stated period."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time

import pytest

from ledsign.bitmap import Bitmap, Panel
from ledsign.compose import compose
from ledsign.emulator.emulate import emulated
from ledsign.emulator.sign import EmulatedSign
from ledsign.intent import Ask, EndNotice, Entry, Intent, SetClock, SetHours, ShowNotice, ShowProgramme
from ledsign.link.state import DAY_S, REFRESH_S, Link, SignLink
from ledsign.profile import PROTOCOLS, profile_of
from ledsign.protocols import planner_of
from ledsign.protocols.alpha import commands as alpha
from ledsign.protocols.alpha import special
from ledsign.protocols.alpha.frame import Frame as AlphaFrame
from ledsign.protocols.jetfile2 import playlist
from ledsign.protocols.jetfile2 import requests as packets
from ledsign.protocols.jetfile2_simple.commands import Play, WriteText
from ledsign.protocols.jetfile2_simple.frame import Frame as SimpleFrame
from ledsign.protocols.onbon_bx5e import requests as pictures
from ledsign.protocols.onbon_bx5e.area import Area as PictureArea
from ledsign.protocols.onbon_bx5e.area import PicturePage
from ledsign.protocols.onbon_bx5e.frame import Frame as PictureFrame
from ledsign.protocols.onbon_bx5k import requests as card
from ledsign.protocols.onbon_bx5k.area import PROGRAMME_AREA, Area
from ledsign.protocols.onbon_bx5k.frame import Frame
from ledsign.protocols.onbon_bx5k.programme import Programme
from tests.ledsign.simulation import Conversation

PANEL = Panel(128, 16)
TEXTS = ("全省财政工作", "预算公开", "政府采购办法")
NOTICE = "今日停电"
MORNING = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - the sign's local time
OTHER = "外来文字".encode("gb2312")
SOON_S = REFRESH_S + 15.0
"""What stands in RAM, and what costs nothing to ask for or say again."""

QUARTER_S = 900.0 + 60.0
"""Alpha: read back within a quarter of an hour, then written."""

REWRITTEN_S = 3600.0
NEXT_S = REWRITTEN_S + SOON_S
"""Flash that no command reads back is written anew after `rewrite_s`: here an hour, to be sooner done."""


@dataclass(frozen=True)
class Intrusion:
    """What a stranger sends, and how long the sign may be wrong after it."""

    protocol: str
    what: str
    frames: tuple[bytes, ...]
    healed_s: float = SOON_S
    shows: bool = True
    over_notice: bool = False

    def __str__(self) -> str:
        return f"{self.protocol} {self.what}"


def card_frames(*requests: card.Request, display: int = 0) -> tuple[bytes, ...]:
    return tuple(Frame(request.to_data(), destination=1, display=display).to_bytes() for request in requests)


def card_file(name: str) -> tuple[card.Request, ...]:
    area = Area(OTHER, PANEL.width_dots, PANEL.height_dots, id=PROGRAMME_AREA)
    file = Programme(name, (area,)).to_bytes()
    return card.BeginWrite(name, len(file)), card.WriteBlock(name, file)


def packet_frames(*requests: packets.Request) -> tuple[bytes, ...]:
    return tuple(packet.to_bytes() for request in requests for packet in request.packets(1, 77))


def alpha_frames(*commands: alpha.Command) -> tuple[bytes, ...]:
    return tuple(AlphaFrame(command.to_command(), "01").to_bytes() for command in commands)


def picture_frames(*requests: pictures.Request) -> tuple[bytes, ...]:
    return tuple(PictureFrame(one.to_body(), destination=1, is_dynamic=one.IS_DYNAMIC).to_bytes() for one in requests)


def picture_area(number: int) -> pictures.Request:
    page = PicturePage(compose("外来文字", PANEL).pages[0].bitmap, 300)
    return pictures.UpdateArea(PictureArea((page,), PANEL.width_dots, PANEL.height_dots, number=number))


def simple_frames(*commands: WriteText | Play) -> tuple[bytes, ...]:
    return tuple(SimpleFrame(command.to_command(), 1).to_bytes() for command in commands)


def all_intrusions() -> Iterator[Intrusion]:
    over = card.UpdateAreas((Area(OTHER, PANEL.width_dots, PANEL.height_dots, id=3),))
    for what, requests, healed_s in (
        ("overwrites a file", card_file("P002"), NEXT_S),
        ("adds a file", card_file("P500"), SOON_S),
        ("deletes all files", (card.DeleteFiles(),), SOON_S),
        ("clears the screen", (card.ClearScreen(),), SOON_S),
        ("switches the lamps off", (card.SetPower(False),), SOON_S),
        ("sets timers", (card.SetTimers(((time(3), time(4)),)),), SOON_S),
        ("sets the clock a year on", (card.SetClock(MORNING.replace(year=2028)),), SOON_S),
        ("holds the card at its own file", (*card_file("P500"), card.LockProgramme("P500")), SOON_S),
    ):
        yield Intrusion("onbon-bx5k", what, card_frames(*requests), healed_s)
    yield Intrusion("onbon-bx5k", "lays an area over all", card_frames(over, display=1), over_notice=True)
    label, other = b"\x1b0b" + OTHER, Play("X")
    yield Intrusion("jetfile2-simple", "overwrites a text", simple_frames(WriteText("A", label)))
    yield Intrusion(
        "jetfile2-simple", "plays its own text", simple_frames(WriteText("X", label), other), over_notice=True
    )
    yield Intrusion("jetfile2-simple", "deletes the playlist", simple_frames(Play("")), over_notice=True)
    listed = playlist.playlist((playlist.Entry("N90", packets.text_file("N", OTHER)),))
    own = packets.WriteText("N90", OTHER)
    for what, asked, healed_s in (
        ("overwrites a text", (packets.WriteText("N01", OTHER),), NEXT_S),
        ("plays its own text", (own, packets.WriteSystem(playlist.NAME, listed)), NEXT_S),
        ("shows an emergency", (packets.ShowEmergency(OTHER, 60_000),), SOON_S),
        ("switches the lamps off", (packets.PowerOff(),), SOON_S),
        ("sets the clock years on", (packets.SetClock(MORNING.replace(year=2028)),), SOON_S),
    ):
        yield Intrusion("jetfile2", what, packet_frames(*asked), healed_s, over_notice="emergency" in what)
    simple = simple_frames(WriteText("X", label), other)
    yield Intrusion("jetfile2", "speaks the simple format", simple, NEXT_S)
    for what, commands in (
        ("overwrites a text", (alpha.WriteText("A", b"HELLO"), alpha.WriteText("B", b"HELLO"))),
        ("overwrites a picture", (alpha.WritePicture("!", Bitmap.blank(64, 16)),)),
        ("plays less", (special.RunSequence("A"),)),
        ("erases the memory", (special.ConfigureMemory((special.MemoryFile.text("A", 64),)),)),
        ("lets texts run never", tuple(special.RunTimes(label, time(3), time(4)) for label in "ABC")),
    ):
        yield Intrusion("alpha", what, alpha_frames(*commands), QUARTER_S)
    urgent = alpha_frames(alpha.WriteText("0", b"\x1b0bHELLO"))
    yield Intrusion("alpha", "shows a priority text", urgent, QUARTER_S, over_notice=True)
    for what, requests_ in (
        ("overwrites our area", (picture_area(0),)),
        ("lays an area over ours", (picture_area(3),)),
        ("deletes our area", (pictures.DeleteArea(0),)),
        ("switches the lamps off", (pictures.SetPower(False),)),
    ):
        yield Intrusion("onbon-bx5e", what, picture_frames(*requests_), over_notice="area" in what)


INTRUSIONS = tuple(all_intrusions())


def shown(sign: EmulatedSign, now: float) -> set[Bitmap]:
    """Every picture of the next fifteen seconds."""
    return {sign.screen(now + quarter / 4) for quarter in range(60)}


def settled(protocol: str, *in_front: Intent, rewrite_s: float = 0.0) -> tuple[Conversation, EmulatedSign]:
    """A sign that shows what is wanted, with its driver; `rewrite_s` in place of its profile's."""
    profile, planner, sign = profile_of(protocol), planner_of(protocol), emulated(protocol, PANEL)
    profile = replace(profile, rewrite_s=rewrite_s or profile.rewrite_s)
    conversation = Conversation(Link(profile.line, (SignLink("sign", 1, planner, profile),)), [sign], planner.decoder())
    days = (MORNING.date(), MORNING.date().replace(year=2027))
    entries = tuple(Entry(text, compose(text, PANEL), *days) for text in TEXTS)
    conversation.want("sign", *in_front, Ask(), SetClock(MORNING), ShowProgramme(entries), SetHours())
    conversation.run_until_idle(120.0)
    return conversation, sign


def waits(conversation: Conversation, right: Callable[[], bool], within_s: float) -> bool:
    """Whether it is right within so long, looking twenty times."""
    for _ in range(20):
        conversation.run(within_s / 20)
        if right():
            return True
    return False


@pytest.mark.parametrize("intrusion", INTRUSIONS, ids=str)
def test_what_a_stranger_changed_is_right_again_within_the_stated_period(intrusion: Intrusion) -> None:
    hurried = REWRITTEN_S if intrusion.healed_s == NEXT_S else 0.0
    conversation, sign = settled(intrusion.protocol, EndNotice(), rewrite_s=hurried)
    wanted = {compose(text, PANEL).pages[0].bitmap for text in TEXTS}
    assert shown(sign, conversation.now) == wanted
    for frame in intrusion.frames:
        sign.receive(frame, conversation.now)
    assert shown(sign, conversation.now) != wanted, "the stranger changed nothing that shows"
    assert waits(conversation, lambda: shown(sign, conversation.now) == wanted, intrusion.healed_s)
    conversation.run(REFRESH_S)
    assert shown(sign, conversation.now) == wanted


@pytest.mark.parametrize("intrusion", [one for one in INTRUSIONS if one.over_notice], ids=str)
def test_an_urgent_notice_that_a_stranger_pushed_aside_comes_back(intrusion: Intrusion) -> None:
    conversation, sign = settled(intrusion.protocol, ShowNotice("停电", compose(NOTICE, PANEL)))
    wanted = {compose(NOTICE, PANEL).pages[0].bitmap}
    assert shown(sign, conversation.now) == wanted
    for frame in intrusion.frames:
        sign.receive(frame, conversation.now)
    assert shown(sign, conversation.now) != wanted, "the stranger changed nothing that shows"
    assert waits(conversation, lambda: shown(sign, conversation.now) == wanted, intrusion.healed_s)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_no_flash_is_believed_longer_than_a_day(protocol: str) -> None:
    profile = profile_of(protocol)
    assert 0 < profile.rewrite_s <= DAY_S or not settled(protocol, EndNotice())[1].flash()


@pytest.mark.parametrize("protocol", ["onbon-bx5k", "jetfile2"])
def test_a_rewritten_day_is_no_news_to_the_journal_and_never_shows_by_halves(protocol: str) -> None:
    conversation, sign = settled(protocol, EndNotice(), rewrite_s=450.0)
    wanted = {compose(text, PANEL).pages[0].bitmap for text in TEXTS}
    conversation.run(580.0)
    before, sent = len(conversation.notes), len(conversation.sent)
    for _ in range(300):
        conversation.run(0.2)
        assert sign.screen(conversation.now) in wanted
    assert len(conversation.sent) > sent + len(TEXTS)
    assert conversation.notes[before:] == []
    assert conversation.link.sign("sign").showing() == TEXTS
