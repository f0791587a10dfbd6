"""The emulated Onbon card, by the protocol's text: frames typed by hand, and what a person would see."""

from datetime import time

import pytest

from ledsign.bitmap import Bitmap, Colour, Colours, Panel, above
from ledsign.emulator.onbon_card import OnbonCard
from ledsign.protocols.checksums import crc16_arc
from ledsign.protocols.onbon_bx5k.area import Area as Text
from ledsign.protocols.onbon_bx5k.programme import Programme, on_days
from ledsign.raster import raster_of

ACK = "A5A5A5A5A5A5A5A5 0080 0100 000000 00 00 00 FE 02 0500 A000000000 64DC 5A"
HEAD = "0100 0080 000000 00 00 00 FE 02"
PANEL = Panel(64, 16)


def wire(data: str, head: str = HEAD) -> bytes:
    """A frame around data, escaped by hand."""
    content = bytes.fromhex(data)
    body = bytes.fromhex(head) + len(content).to_bytes(2, "little") + content
    body += crc16_arc(body).to_bytes(2, "little")
    escaped = "".join({0xA5: "A602", 0xA6: "A601", 0x5A: "5B02", 0x5B: "5B01"}.get(b, f"{b:02X}") for b in body)
    return b"\xa5" * 8 + bytes.fromhex(escaped) + b"\x5a"


def nack(code: int) -> bytes:
    """The card's refusal."""
    return wire(f"A001{code:02X}0000", "0080 0100 000000 00 00 00 FE 02")


def area(
    text: bytes, size: str = "0000 0000 0800 1000", looks: str = "00 02 02 01 00 04 04", run: str = "00 0000"
) -> str:
    """One text area of 64x16, static, two seconds a page."""
    fixed = f"00 {size} 00 00 {run} 0000 {looks}".replace(" ", "")
    return fixed + len(text).to_bytes(4, "little").hex() + text.hex()


def dynamic(text: bytes, **fields: str) -> bytes:
    """A frame that shows a text in front."""
    block = area(text, **fields)
    length = (len(block) // 2).to_bytes(2, "little").hex()
    return wire(f"A306 01 0000 00 01 {length}".replace(" ", "") + block, HEAD.replace("00 00 00 FE", "00 00 01 FE"))


def programme(name: str, text: bytes, life: str = "FFFF 0124 1420 0124") -> str:
    """A programme file as hexadecimal digits."""
    block = area(text)
    body = f"{name.encode().hex()}{{length}}00 0000 01 {life} FF 00 00 01".replace(" ", "")
    body += (len(block) // 2).to_bytes(4, "little").hex() + block
    length = (1 + len(bytes.fromhex(body.replace("{length}", "00000000"))) + 2).to_bytes(4, "little").hex()
    file = bytes.fromhex("00" + body.replace("{length}", length))
    return (file + crc16_arc(file).to_bytes(2, "little")).hex()


def store(card: OnbonCard, file: str, now: float = 0.0) -> bytes:
    """Write a file in one block; gives the last answer."""
    name, length = file[2:10], file[10:18]
    assert card.receive(wire(f"A105010000 01 {name} {length}"), now) == bytes.fromhex(ACK)
    size = (len(file) // 2).to_bytes(2, "little").hex()
    return card.receive(wire(f"A106010000 {name} 01 0000 {size} 00000000" + file), now)


def drawn(text: str, colour: Colour = Colour.RED) -> Bitmap:
    return raster_of(16).drawn(text, colour).cropped(0, 0, 64, 16)


def test_a_ping_is_acknowledged_with_the_thirty_bytes_clients_wait_for() -> None:
    assert OnbonCard(PANEL).receive(wire("A2000100 00"), 0.0) == bytes.fromhex(ACK)


def test_a_request_that_wants_no_answer_gets_none() -> None:
    assert OnbonCard(PANEL).receive(wire("A2000200 00"), 0.0) == b""


@pytest.mark.parametrize(("target", "answers"), [("0100", True), ("0200", False), ("FEFF", True), ("FFFF", False)])
def test_only_frames_for_this_card_are_answered(target: str, answers: bool) -> None:
    frame = wire("A200010000", HEAD.replace("0100", target, 1))
    assert bool(OnbonCard(PANEL).receive(frame, 0.0)) is answers


def test_a_broadcast_is_answered_from_the_broadcast_address() -> None:
    answer = OnbonCard(PANEL).receive(wire("A200010000", HEAD.replace("0100", "FEFF", 1)), 0.0)
    assert answer[8:12] == bytes.fromhex("0080 FEFF")


def test_a_damaged_frame_is_refused_with_the_code_for_crc() -> None:
    frame = bytearray(wire("A200010000"))
    frame[-2] ^= 1
    card = OnbonCard(PANEL)
    assert card.receive(bytes(frame), 0.0) == nack(0x05)
    assert card.status(0.0).rejected == 1


@pytest.mark.parametrize("noise", [b"", b"\x00\xff\x5a", b"\xa5\x01\x02", b"\xa5\xa6\x07\x5a"])
def test_noise_and_any_cut_before_a_frame_change_nothing(noise: bytes) -> None:
    card = OnbonCard(PANEL)
    stream = noise + wire("A200010000")
    answers = b"".join(card.receive(stream[i : i + 1], 0.0) for i in range(len(stream)))
    assert answers == bytes.fromhex(ACK)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("A2FF010000", 0x02),
        ("B200010000", 0x01),
        ("A106010000 50303030 01 0000 0000 00000000", 0x06),  # a block of a file nobody began
        ("A105010000 01 58303030 10000000", 0x09),  # files are called P000 to P999
        ("A304010000 00 01 50303030", 0x06),  # a programme that is not there
        ("A101010000 0100 50303030", 0x06),
        ("A306010000 00", 0x02),  # cut short
    ],
)
def test_what_cannot_be_done_is_refused_with_its_code(data: str, code: int) -> None:
    assert OnbonCard(PANEL).receive(wire(data), 0.0) == nack(code)


def test_a_dynamic_area_in_front_covers_the_programme_and_goes_when_removed() -> None:
    card = OnbonCard(PANEL)
    store(card, programme("P000", "节目".encode("gb2312")))
    assert card.screen(0.0) == drawn("节目")
    card.receive(dynamic("停电".encode("gb2312")), 0.0)
    assert card.screen(0.0) == drawn("停电")
    card.receive(wire("A306010000 01 00 00"), 0.0)
    assert card.screen(0.0) == drawn("节目")


def test_an_area_with_a_timeout_goes_by_itself() -> None:
    card = OnbonCard(PANEL)
    card.receive(dynamic("停电".encode("gb2312"), run="02 0A00"), 5.0)
    assert card.screen(14.9) == drawn("停电")
    assert card.screen(15.1).lit() == 0


def test_programmes_play_in_the_order_of_their_names_two_seconds_each() -> None:
    card = OnbonCard(PANEL)
    for name, text in (("P002", "乙"), ("P000", "甲")):
        store(card, programme(name, text.encode("gb2312")))
    assert [card.screen(at) for at in (0.5, 1.9, 2.1, 4.1)] == [drawn(t) for t in "甲甲乙甲"]
    assert card.status(2.1).texts == ("甲", "乙")
    assert card.status(2.1).showing == "乙"


def test_a_locked_programme_plays_alone_until_released() -> None:
    card = OnbonCard(PANEL)
    for name, text in (("P000", "甲"), ("P002", "乙")):
        store(card, programme(name, text.encode("gb2312")))
    card.receive(wire("A304010000 00 01 50303032"), 0.0)
    assert {card.screen(at) for at in (0.5, 2.5, 4.5)} == {drawn("乙")}
    card.receive(wire("A304010000 00 00 50303032"), 0.0)
    assert {card.screen(at) for at in (0.5, 2.5)} == {drawn("甲"), drawn("乙")}


def test_a_programme_plays_on_its_days_only() -> None:
    card = OnbonCard(PANEL)
    store(card, programme("P000", "甲".encode("gb2312"), life="2620 1123 2620 1124"))
    assert card.screen(0.0).lit() == 0  # a clock nobody set is in the year 2000
    for day, lit in (("1122", False), ("1123", True), ("1124", True), ("1125", False)):
        card.receive(wire(f"A203010000 2620 {day} 120000 01"), 0.0)
        assert (card.screen(0.0).lit() > 0) is lit


def test_midnight_ends_a_programme_by_the_cards_own_clock() -> None:
    card = OnbonCard(PANEL)
    store(card, programme("P000", "甲".encode("gb2312"), life="2620 1123 2620 1123"))
    card.receive(wire("A203010000 2620 1123 235950 01"), 100.0)
    assert card.screen(109.0).lit() > 0
    assert card.screen(111.0).lit() == 0
    assert card.status(111.0).clock == "2026-11-24 00:00:01"


def test_blocks_in_wrong_order_wrong_sums_and_wrong_types_are_refused() -> None:
    file = programme("P000", "甲".encode("gb2312"))
    card = OnbonCard(PANEL)
    card.receive(wire(f"A105010000 01 50303030 {file[10:18]}"), 0.0)
    assert card.receive(wire("A106010000 50303030 00 0100 0100 00000000 AA"), 0.0) == nack(0x10)
    assert store(card, file[:-4] + "0000") == nack(0x0B)
    broken = file[:50] + "02" + file[52:-4]
    broken += crc16_arc(bytes.fromhex(broken)).to_bytes(2, "little").hex()
    assert store(card, broken) == nack(0x0A)
    assert card.flash() == {}


def test_a_block_that_comes_twice_is_taken_once() -> None:
    file = programme("P000", ("甲" * 20).encode("gb2312"))
    card = OnbonCard(PANEL)
    card.receive(wire(f"A105010000 01 50303030 {file[10:18]}"), 0.0)
    first = wire("A106010000 50303030 00 0000 2000 00000000" + file[:64])
    assert card.receive(first, 0.0) == card.receive(first, 0.0) == bytes.fromhex(ACK)
    rest = len(file) // 2 - 32
    last = wire(f"A106010000 50303030 01 0100 {rest.to_bytes(2, 'little').hex()} 20000000" + file[64:])
    assert card.receive(last, 0.0) == bytes.fromhex(ACK)
    assert card.status(0.0).texts == ("甲" * 20,)


def test_a_power_cut_takes_ram_and_leaves_flash() -> None:
    card = OnbonCard(PANEL)
    store(card, programme("P000", "甲".encode("gb2312")))
    card.receive(dynamic("停电".encode("gb2312")), 0.0)
    card.power_cut(card.flash(), 1.0)
    assert card.screen(1.0) == drawn("甲")
    card.receive(wire("A201010000"), 1.0)  # reset erases everything
    assert card.flash() == {}


def test_lamps_off_is_dark_and_on_again_shows() -> None:
    card = OnbonCard(PANEL)
    store(card, programme("P000", "甲".encode("gb2312")))
    card.receive(wire("A300010000 02"), 0.0)
    assert card.screen(0.0).lit() == 0
    card.receive(wire("A300010000 01"), 0.0)
    assert card.screen(0.0).lit() > 0


def test_brightness_and_clearing() -> None:
    card = OnbonCard(PANEL)
    store(card, programme("P000", "甲".encode("gb2312")))
    card.receive(wire("A302010000 01 07" + "07" * 48), 0.0)
    assert card.status(0.0).brightness == 7
    card.receive(wire("A310010000"), 0.0)
    assert card.screen(0.0).lit() == 0


def test_text_wraps_where_the_area_is_full_and_at_new_lines() -> None:
    card = OnbonCard(Panel(64, 32))
    two_lines = "0000 0000 0800 2000"
    card.receive(dynamic("一二三四五".encode("gb2312"), size=two_lines), 0.0)
    five = drawn("五")
    assert card.screen(0.0) == above([drawn("一二三四"), five], 64)
    card.receive(dynamic("一".encode("gb2312") + rb"\n" + "五".encode("gb2312"), size=two_lines), 0.0)
    assert card.screen(0.0) == above([drawn("一"), five], 64)


def test_sizes_and_colours_are_obeyed_and_bad_bytes_show_as_geta() -> None:
    card = OnbonCard(Panel(64, 32, Colours.FULL))
    text = rb"\FO002\C2" + "大".encode("gb2312") + b"\xff\xff"
    card.receive(dynamic(text, size="0000 0000 0800 2000"), 0.0)
    expected = raster_of(32).drawn("大〓", Colour.GREEN)
    assert card.screen(0.0) == expected
    assert card.status(0.0).showing == "大〓"


def test_one_line_that_is_longer_than_the_area_runs_through() -> None:
    card = OnbonCard(PANEL)
    card.receive(dynamic("一二三四五六".encode("gb2312"), looks="00 01 01 03 00 04 00"), 0.0)
    assert card.screen(0.0).lit() == 0
    assert card.screen(1.0) == drawn("一二三四")  # 64 dots a second at speed 4
    assert card.screen(1.5) == raster_of(16).drawn("三四五六")


def clocked(digits: str) -> OnbonCard:
    """A card with one programme, its clock set to a day and hour of November 2026: "23 09" is Monday at nine."""
    card = OnbonCard(PANEL)
    card.receive(wire(f"A203010000 2620 11 {digits} 00 00 01"), 0.0)
    return card


HOUR = 3600.0


def test_a_programme_plays_on_its_days_of_the_week_and_in_its_hours() -> None:
    card = clocked("23 09")
    file = Programme(
        "P000",
        (Text(b"ABC", 64, 16, id=0xFF),),
        week=on_days(1, 2),
        periods=((time(8), time(12)), (time(14), time(18))),
    )
    store(card, file.to_bytes().hex())
    lit = [hour for hour in range(9, 9 + 4 * 24) if card.screen((hour - 9) * HOUR + 60).lit()]
    assert [hour % 24 for hour in lit] == [9, 10, 11, 14, 15, 16, 17, 8, 9, 10, 11, 14, 15, 16, 17]


def test_timers_and_the_brightness_timetable_are_kept_by_the_cards_clock() -> None:
    card = clocked("23 09")
    store(card, programme("P000", b"ABC"))
    card.receive(wire("A301010000 01 0830 1700"), 0.0)
    assert [bool(card.screen(hour * HOUR).lit()) for hour in (0, 7.9, 8, 23, 24)] == [True, True, False, False, True]
    assert card.status(8 * HOUR).power is False
    card.receive(wire("A308010000"), 0.0)
    assert card.screen(8 * HOUR).lit() > 0
    card.receive(wire("A302010000 02 00" + "03" * 19 + "0C" * 29), 0.0)
    assert [card.status(hour * HOUR).brightness for hour in (0, 0.4, 0.5, 12)] == [3, 3, 12, 12]


def test_a_card_takes_another_address() -> None:
    card = OnbonCard(PANEL)
    card.receive(wire("A206010000 0700"), 0.0)
    assert card.receive(wire("A200010000"), 0.0) == b""
    assert card.receive(wire("A200010000", HEAD.replace("0100", "0700", 1)), 0.0) != b""
