"""Every frame somebody else published for Onbon's font cards, both ways. Source: protocols/vectors.json."""

from datetime import date, datetime, time

import pytest

from ledsign.protocols.checksums import crc16_arc, sum16
from ledsign.protocols.onbon_bx5k import requests as ask
from ledsign.protocols.onbon_bx5k.area import Area, Lines, Mode, Newline
from ledsign.protocols.onbon_bx5k.errors import CardError, sentence_of
from ledsign.protocols.onbon_bx5k.frame import COMPUTER, EVERYONE, Frame, FrameDecoder
from ledsign.protocols.onbon_bx5k.programme import Life, Programme, on_days
from ledsign.protocols.onbon_bx5k.reading import request_of
from ledsign.protocols.onbon_bx5k.replies import Ack, Answer, Nack, reply_of

P000 = Programme(
    "P000",
    (Area(b"www.onbonbx.com", x=192, y=0, width=64, height=64, id=0xFF, mode=Mode.STATIC, speed=0, stay=10),),
    priority=0xFF,
)
P000_FILE = bytes.fromhex(
    "00 50 30 30 30 49 00 00 00 FF 00 00 01 FF FF 01 24 14 20 01 24 FF 00 00 01 2A 00 00 00 00 18 00 00 00 08 00 40 00"
    "FF 00 00 00 00 00 00 00 02 02 01 00 00 0A 0F 00 00 00 77 77 77 2E 6F 6E 62 6F 6E 62 78 2E 63 6F 6D 52 4D"
)
DYNAMIC = Area(
    b"012345QRSTTV'B",
    width=192,
    height=32,
    timeout_s=2,
    lines=Lines.SEVERAL,
    newline=Newline.WRAP,
    mode=Mode.LEFT,
    speed=4,
    stay=5,
)

# doc.onbonbx.com/zh/k/potocol: CRCs recomputed. `spare` is what the maker's examples have there.
PUBLISHED = {
    "ping": (ask.Ping(), "01000080000000000000FE020500A20001000068F8"),
    "query status": (ask.AskStatus(), "01000080000000000000FE020500A1020100002D40"),
    "clear screen": (ask.ClearScreen(), "01000080000000000000FE020500A31001000051F8"),
    "begin write": (
        ask.BeginWrite("P000", 0x49),
        "01000080000000000000FE020E00A105010000015030303049000000E216",
    ),
    "lock programme": (
        ask.LockProgramme("P000", spare=6),
        "01000080000000000000FE020B00A3040106000001503030304 26A".replace(" ", ""),
    ),
    "dynamic area": (
        ask.UpdateAreas((DYNAMIC,), spare=0x2D),
        "01000080000000000000FE023200A306012D00000129000000000000180020000000000200000000020203000405"
        "0E000000303132333435515253545456 2742A87D".replace(" ", ""),
    ),
    "write file": (
        ask.WriteBlock("P000", P000_FILE),
        # The length 5B 00 stands escaped as 5B 01 00.
        "01000080000000000000FE025B0100A106010000503030300100004900000000 00".replace(" ", "")
        + P000_FILE.hex()
        + "0711",
    ),
}


@pytest.mark.parametrize(("request_", "body"), PUBLISHED.values(), ids=PUBLISHED.keys())
def test_published_frames_are_written_and_read_exactly(request_: ask.Request, body: str) -> None:
    wire = b"\xa5" * 8 + bytes.fromhex(body) + b"\x5a"
    assert Frame(request_.to_data()).to_bytes() == wire
    (frame,) = FrameDecoder().feed(wire)
    assert request_of(frame.data) == request_


def test_the_published_programme_file_is_written_and_read_exactly() -> None:
    assert P000.to_bytes() == P000_FILE
    assert Programme.from_bytes(P000_FILE) == P000


def test_the_captured_broadcast_is_written_and_read_exactly() -> None:
    # PyPI app_tools_zxw 2.2.4, LED显示屏/仰邦BX6K1_RS232.py
    wire = bytes.fromhex("A5A5A5A5A5A5A5A5FEFF0080000000000000FE020B00A40601000000FFFE83A8561C2C5A")
    request = ask.SetMac(bytes.fromhex("00FFFE83A856"))
    assert Frame(request.to_data(), destination=EVERYONE).to_bytes() == wire
    (frame,) = FrameDecoder().feed(wire)
    assert (frame.destination, request_of(frame.data)) == (EVERYONE, request)


def test_the_derived_acknowledgement_is_thirty_bytes() -> None:
    # Derived from independent clients that wait for 30 bytes; not captured from hardware.
    wire = bytes.fromhex("A5A5A5A5A5A5A5A50080010000000000 0000FE020500A00000000064DC5A")
    assert len(wire) == 30
    (frame,) = FrameDecoder().feed(wire)
    assert reply_of(frame.data) == Ack()
    assert Frame(Ack().to_data(), destination=COMPUTER, source=1).to_bytes() == wire


def test_replies_are_told_apart() -> None:
    assert reply_of(Nack(CardError.BUSY).to_data()) == Nack(CardError.BUSY)
    assert reply_of(bytes.fromhex("A00000000001")) == Answer(bytes.fromhex("A00000000001"))
    for echo in (ask.Ping().to_data(), b""):
        with pytest.raises(ValueError, match="not a reply"):
            reply_of(echo)


@pytest.mark.parametrize("code", [*CardError, 0x77])
def test_every_error_has_a_sentence(code: int) -> None:
    assert len(sentence_of(code)) >= 4
    assert sentence_of(code) == Nack(code).sentence
    assert ("77" in sentence_of(code)) == (code == 0x77)


@pytest.mark.parametrize(
    ("request_", "payload"),
    [
        (ask.DeleteFiles(("P000", "P001")), "0200 50303030 50303031"),
        (ask.DeleteFiles(), "0000"),
        (ask.Reset(), ""),
        (ask.Format(), ""),
        (ask.SetScreenId(0x0203), "0302"),
        (ask.AskScreenId(), ""),
        (ask.SetClock(datetime(2026, 11, 23, 7, 16, 27)), "2620 11 23 07 16 27 01"),  # noqa: DTZ001
        (ask.SetPower(True), "01"),
        (ask.SetPower(False), "02"),
        (ask.SetTimers(((time(8, 30), time(17, 0)),)), "01 0830 1700"),
        (ask.CancelTimers(), ""),
        (ask.SetBrightness((9,)), "01 09" + "09" * 48),
        (ask.SetBrightness(tuple([3] * 16 + [12] * 32)), "02 03" + "03" * 16 + "0C" * 32),
        (ask.LockProgramme("P003", locked=False), "00 00 50303033"),
        (ask.UpdateAreas(remove=(0, 3)), "02 00 03 00"),
        (ask.UpdateAreas(remove_all=True), "FF 00"),
    ],
)
def test_each_command_has_the_payload_the_text_describes(request_: ask.Request, payload: str) -> None:
    assert request_.to_data()[5:] == bytes.fromhex(payload)
    assert request_of(request_.to_data()) == request_


def test_a_programme_with_dates_has_them_in_bcd_low_byte_first() -> None:
    programme = Programme("P001", P000.areas, Life(date(2026, 11, 23), date(2027, 1, 7)))
    assert programme.to_bytes()[13:21] == bytes.fromhex("26 20 11 23 27 20 01 07")
    assert Programme.from_bytes(programme.to_bytes()) == programme


def test_hours_and_weekdays_stand_in_the_file() -> None:
    hours = ((time(8, 30), time(12)), (time(13, 30), time(17, 30)))
    programme = Programme("P002", P000.areas, week=on_days(1, 3, 7), periods=hours)
    file = programme.to_bytes()
    assert file[21:36] == bytes.fromhex("8A 01 02 083000 120000 133000 173000")
    assert Programme.from_bytes(file) == programme
    with pytest.raises(ValueError, match="weekdays"):
        on_days()


def test_sizes_that_are_no_multiple_of_eight_are_sent_in_dots() -> None:
    area = Area(b"", x=4, y=0, width=100, height=16)
    assert area.to_bytes()[1:9] == bytes.fromhex("0480 0000 6480 1000")
    assert Area.from_bytes(area.to_bytes()) == area


@pytest.mark.parametrize("name", ["P00", "P0000", ""])
def test_names_of_other_lengths_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="four letters"):
        ask.LockProgramme(name).to_data()


@pytest.mark.parametrize("levels", [(), (16,), (-1,), (1, 2)])
def test_brightness_outside_the_scale_is_refused(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="brightness"):
        ask.SetBrightness(levels)


def test_checksums_give_their_published_check_values() -> None:
    assert crc16_arc(b"123456789") == 0xBB3D
    assert sum16(b"\xff" * 300) == 300 * 255 % 65536


@pytest.mark.parametrize(
    "data",
    [
        "",
        "A2",
        "A200",
        "A2000100",
        "A20001000000",
        "A10501000001",
        "A1050100000150303030490000",
        "FF0001000000",
        "A3060100000001290000",
        "A304010000000150FF3030",
    ],
)
def test_cut_and_unknown_commands_are_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"command|area|four letters"):
        request_of(bytes.fromhex(data))


def test_damaged_files_are_refused() -> None:
    for wrong in (P000_FILE[:-1], b"", P000_FILE[:30] + b"\0" + P000_FILE[31:]):
        with pytest.raises(ValueError, match="not a whole programme file"):
            Programme.from_bytes(wrong)
