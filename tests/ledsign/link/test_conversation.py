"""Conversations between a link and a sign over good and bad lines; what counts is what the sign shows in the end."""

from dataclasses import replace

import pytest

from ledsign.bitmap import Bitmap, Panel
from ledsign.compose import compose
from ledsign.emulator.onbon_card import OnbonCard
from ledsign.emulator.onbon_flash import Refusal
from ledsign.intent import Ask, EndNotice, Entry, Intent, SetBrightness, ShowNotice, ShowProgramme
from ledsign.link.events import NoteKind
from ledsign.link.state import LONGEST_REST_S, REFRESH_S, Link, SignLink
from ledsign.plan import DOUBTFUL, Change, Held, Job, Known, Memory
from ledsign.profile import LineSettings, profile_of
from ledsign.protocols.onbon_bx5k import OnbonBx5k
from ledsign.protocols.onbon_bx5k.errors import CardError
from tests.ledsign.simulation import Conversation, Trouble, clean, cutting, doubling, flipping, losing

PANEL = Panel(256, 16)
MONDAY = ("全省财政工作会议召开", "预算执行情况公布", "政府采购办法施行", "部门决算公开", "会计培训通知")
TUESDAY = ("财政厅发布新规", "预算执行情况公布", "省级决算编制启动", "部门预算公开", "节约型机关创建")
RETRY_PERIOD_S = LONGEST_REST_S + 3.0


def entries(texts: tuple[str, ...]) -> tuple[Entry, ...]:
    return tuple(Entry(f"item {i}", compose(text, PANEL)) for i, text in enumerate(texts, 1))


def a_link(*addresses: int, baud: int = 57600, known: Known | None = None) -> Link:
    profile = replace(profile_of("onbon-bx5k"), line=LineSettings(baud))
    signs = (SignLink(f"sign {a}", a, OnbonBx5k(), profile, known or Known()) for a in addresses or (1,))
    return Link(profile.line, tuple(signs))


def a_conversation(
    card: OnbonCard, there: Trouble | None = None, back: Trouble | None = None, seed: int = 0
) -> Conversation:
    conversation = Conversation(a_link(), [card], OnbonBx5k().decoder(), seed=seed)
    conversation.there, conversation.back = there or conversation.there, back or conversation.back
    return conversation


def wishes(texts: tuple[str, ...], notice: str = "") -> tuple[Intent, ...]:
    in_front: Intent = ShowNotice("notice", compose(notice, PANEL)) if notice else EndNotice()
    return (in_front, Ask(), ShowProgramme(entries(texts)))


def expected(text: str) -> Bitmap:
    return compose(text, PANEL).pages[0].bitmap


def pages_seen(card: OnbonCard, now: float) -> list[Bitmap]:
    """Every different picture of the next minute, in order."""
    seen: list[Bitmap] = []
    for tenth in range(600):
        dots = card.screen(now + tenth / 10)
        if not seen or dots != seen[-1]:
            seen.append(dots)
    return seen


def test_five_items_are_held_and_shown_one_after_the_other() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    assert card.status(conversation.now).texts == MONDAY
    assert set(pages_seen(card, conversation.now)) == {expected(text) for text in MONDAY}
    assert conversation.link.sign("sign 1").showing() == tuple(f"item {i}" for i in range(1, 6))


def test_each_item_is_noted_as_sent_and_then_as_acknowledged() -> None:
    conversation = a_conversation(OnbonCard(PANEL))
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    told = [(note.kind, note.key) for note in conversation.notes]
    assert told == [(kind, f"item {i}") for i in range(1, 6) for kind in (NoteKind.SENT, NoteKind.ACKNOWLEDGED)]


def test_five_items_take_less_than_five_seconds_at_57600_baud() -> None:
    conversation = a_conversation(OnbonCard(PANEL))
    conversation.want("sign 1", *wishes(tuple("省" * 40 + str(i) for i in range(5))))
    assert conversation.run_until_idle() < 1.0


def test_only_what_differs_is_sent() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    conversation.sent.clear()
    changed = (*MONDAY[:2], "更正：办法下月施行", *MONDAY[3:])
    conversation.want("sign 1", *wishes(changed))
    conversation.run_until_idle()
    assert card.status(conversation.now).texts == changed
    assert len(conversation.sent) == 3  # begin, one block, the old file deleted
    conversation.sent.clear()
    conversation.want("sign 1", *wishes(changed))
    conversation.run_until_idle()
    assert conversation.sent == []


def test_while_a_day_changes_no_mixture_shows() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    conversation.want("sign 1", *wishes(("甲乙丙", "丁戊己", "庚辛壬")))
    seen: list[str] = []
    while not conversation.link.idle:
        conversation.run(0.001)
        showing = card.status(conversation.now).showing
        seen += [showing] if showing not in seen[-1:] else []
    days = ["old" if text in MONDAY else "new" for text in seen]
    assert days == sorted(days, reverse=True)
    assert set(days) == {"old", "new"}


def test_a_notice_goes_first_in_front_and_leaves_the_programme_behind_it() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY, notice="今日停电"))
    conversation.run_until_idle()
    assert conversation.notes[0].key == "notice"
    assert pages_seen(card, conversation.now) == [expected("今日停电")]
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    assert card.status(conversation.now).notice == ""
    assert set(pages_seen(card, conversation.now)) == {expected(text) for text in MONDAY}


def test_a_notice_interrupts_an_upload_between_frames() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(tuple("长" * 300 + str(i) for i in range(5))))
    conversation.run(0.3)
    conversation.want("sign 1", *wishes(MONDAY, notice="今日停电"))
    conversation.run(0.3)
    assert card.screen(conversation.now) == expected("今日停电")
    conversation.run_until_idle()
    assert card.status(conversation.now).texts == MONDAY


def test_a_notice_ends_by_the_signs_own_timer_when_the_driver_is_dead() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    notice = ShowNotice("notice", compose("今日停电", PANEL), seconds=90)
    conversation.want("sign 1", notice, ShowProgramme(entries(MONDAY)))
    conversation.run_until_idle()
    assert card.screen(conversation.now + 80) == expected("今日停电")
    assert card.screen(conversation.now + 100) in {expected(text) for text in MONDAY}


TROUBLES = {
    "loss": losing(0.3),
    "flips": flipping(0.3),
    "doubling": doubling(0.3),
    "cuts": cutting(0.3),
}


@pytest.mark.parametrize("kind", TROUBLES)
@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_line_does_once_it_heals_the_sign_shows_what_is_wanted(kind: str, seed: int) -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card, TROUBLES[kind], TROUBLES[kind], seed)
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run(seed % 5)
    conversation.want("sign 1", *wishes(TUESDAY))
    conversation.run(8.0)
    conversation.there, conversation.back = (lambda content, _: content,) * 2
    conversation.run(RETRY_PERIOD_S)
    assert card.status(conversation.now).texts == TUESDAY
    assert set(pages_seen(card, conversation.now)) == {expected(text) for text in TUESDAY}


def test_our_own_echo_is_no_answer() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.echoes = True
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    assert card.status(conversation.now).texts == MONDAY


def test_an_answer_before_the_request_has_left_is_no_answer_to_it() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card, losing(1.0))
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run(0.001)
    conversation._hear(OnbonCard(PANEL).receive(conversation.sent[0], 0.0))
    assert conversation.link.exchange is not None


def test_a_silent_sign_is_told_to_staff_probed_seldom_and_brought_back() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card, losing(1.0))
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run(120.0)
    sign = conversation.link.sign("sign 1")
    assert "没有应答" in sign.reason
    assert len(conversation.sent) < 20
    conversation.there = lambda content, _: content
    conversation.run(RETRY_PERIOD_S)
    assert card.status(conversation.now).texts == MONDAY
    assert conversation.link.sign("sign 1").reason == ""


def test_a_silent_sign_does_not_keep_its_neighbour_waiting_long() -> None:
    dead, alive = OnbonCard(PANEL, 9), OnbonCard(PANEL, 2)
    conversation = Conversation(a_link(1, 2), [dead, alive], OnbonBx5k().decoder())
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.want("sign 2", *wishes(MONDAY))
    conversation.run(30.0)
    assert alive.status(conversation.now).texts == MONDAY
    conversation.want("sign 2", *wishes(TUESDAY))
    conversation.run(5.0)
    assert alive.status(conversation.now).texts == TUESDAY


def test_signs_on_one_line_each_get_their_own() -> None:
    cards = [OnbonCard(PANEL, address) for address in (1, 2, 3)]
    conversation = Conversation(a_link(1, 2, 3), list(cards), OnbonBx5k().decoder())
    days = (MONDAY, TUESDAY, MONDAY[:2])
    for address, day in zip((1, 2, 3), days, strict=True):
        conversation.want(f"sign {address}", *wishes(day))
    conversation.run_until_idle()
    assert tuple(card.status(conversation.now).texts for card in cards) == days


def test_a_port_that_goes_away_and_comes_back_is_opened_again_and_only_checked() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    conversation.unplug()
    conversation.run(5.0)
    assert conversation.link.reason == "nothing there"
    conversation.sent.clear()
    conversation.plug_in()
    conversation.run(3.0)
    assert conversation.link.reason == ""
    assert 0 < len(conversation.sent) <= 13  # the notice area, a look at each file, strangers' files swept away
    assert not any(b"\xa1\x05" in content for content in conversation.sent)  # none is written
    assert card.status(conversation.now).texts == MONDAY


def test_a_sign_that_lost_its_memory_is_found_out_and_filled_again() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    card.power_cut({}, conversation.now)
    conversation.run(REFRESH_S + 10)
    assert card.status(conversation.now).texts == MONDAY


def test_a_notice_lost_in_a_power_cut_comes_back_with_the_next_refresh() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY, notice="今日停电"))
    conversation.run_until_idle()
    card.power_cut(card.flash(), conversation.now)
    assert card.screen(conversation.now) != expected("今日停电")
    conversation.run(REFRESH_S + 10)
    assert card.screen(conversation.now) == expected("今日停电")


def test_what_a_sign_is_remembered_to_hold_is_not_sent_again() -> None:
    card = OnbonCard(PANEL)
    first = a_conversation(card)
    first.want("sign 1", *wishes(MONDAY))
    first.run_until_idle()
    known = first.link.sign("sign 1").known.after_silence()
    second = Conversation(a_link(known=known), [card], OnbonBx5k().decoder(), now=first.now)
    second.want("sign 1", *wishes(MONDAY))
    second.run_until_idle()
    assert second.notes == []
    assert second.link.sign("sign 1").showing() == tuple(f"item {i}" for i in range(1, 6))


def test_flash_is_not_written_oftener_than_the_daily_cap() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    sign = conversation.link.sign("sign 1")
    conversation.link = conversation.link.with_sign(replace(sign, profile=replace(sign.profile, flash_writes=7)))
    for text in "甲乙丙丁戊己庚辛壬癸":
        conversation.want("sign 1", *wishes((text,)))
        conversation.run_until_idle()
    written = [note for note in conversation.notes if note.kind is NoteKind.ACKNOWLEDGED]
    assert len(written) == 7
    assert card.status(conversation.now).texts == ("庚",)  # what is old stays rather than nothing
    conversation.run(86400.0 + REFRESH_S)
    assert card.status(conversation.now).texts == ("癸",)


def test_a_file_whose_deletion_was_never_answered_is_not_believed_to_be_there() -> None:
    card = OnbonCard(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run_until_idle()
    conversation.back = lambda content, _: b"" if card.status(0).texts == TUESDAY[:1] else content
    conversation.want("sign 1", *wishes(TUESDAY[:1]))
    conversation.run(1.0)
    assert card.status(conversation.now).texts == TUESDAY[:1]  # Monday's are gone, and nobody said so
    conversation.back = clean
    conversation.want("sign 1", *wishes(MONDAY))
    conversation.run(RETRY_PERIOD_S)
    assert card.status(conversation.now).texts == MONDAY


class Unwilling(OnbonCard):
    """A card that has no brightness."""

    def _set_brightness(self, payload: bytes) -> None:  # noqa: ARG002 - as every card
        raise Refusal(CardError.COMMAND)


def test_a_card_is_let_go_of_a_file_in_doubt_without_being_asked_for_it() -> None:
    known = Known({"P000": Held(DOUBTFUL, Memory.FLASH), "P001": Held("a digest", Memory.FLASH)})
    (check,) = OnbonBx5k().jobs((Ask(),), known, profile_of("onbon-bx5k"), 1)
    assert [(step.answered, b"P000" in step.content) for step in check.steps] == [(False, True), (True, False)]
    assert "P000" not in check.lost
    (ping,) = OnbonBx5k().jobs((Ask(),), Known(), profile_of("onbon-bx5k"), 1)
    assert [step.answered for step in ping.steps] == [True]


def test_a_job_given_up_leaves_in_doubt_what_it_may_have_changed_and_no_more() -> None:
    before = Known({"P000": Held("old", Memory.FLASH, "a b"), "clock": Held("now", Memory.RAM)})
    for name, memory, key, writes, left in (
        ("P000", Memory.FLASH, "b", 0, Held(DOUBTFUL, Memory.FLASH, "a b")),
        ("P001", Memory.FLASH, "b", 1, Held(DOUBTFUL, Memory.FLASH, "b")),
        ("files", Memory.FLASH, "", 0, None),
        ("clock", Memory.RAM, "", 0, None),
        ("lock", Memory.RAM, "P001", 0, Held(DOUBTFUL, Memory.RAM, "P001")),
    ):
        job = Job(name, (), Change(((name, Held("new", memory, key)),)), writes=writes)
        assert before.doubting(job).slots.get(name) == left, name


def test_a_refusal_is_told_tried_again_seldom_and_not_remembered_without_end() -> None:
    card = Unwilling(PANEL)
    conversation = a_conversation(card)
    conversation.want("sign 1", *wishes(MONDAY), SetBrightness((50,)))
    conversation.run(3600.0)
    sign = conversation.link.sign("sign 1")
    assert card.status(conversation.now).texts == MONDAY
    assert 4 <= sign.counts.refused <= 7
    conversation.run(20 * 3600.0)
    assert len(conversation.link.sign("sign 1").refused) <= 2
