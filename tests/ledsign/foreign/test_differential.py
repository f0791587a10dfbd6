"""Our frames against those of programs nobody here wrote, byte for byte."""

import random
from datetime import time

import pytest

from ledsign.bitmap import Bitmap, Colour
from ledsign.compose import encode_gb2312
from ledsign.protocols.alpha import commands as files
from ledsign.protocols.alpha import special
from ledsign.protocols.alpha.frame import Frame as AlphaFrame
from ledsign.protocols.checksums import crc16_arc
from ledsign.protocols.onbon_bx5k import requests as ask
from ledsign.protocols.onbon_bx5k.area import Area
from ledsign.protocols.onbon_bx5k.frame import Frame
from ledsign.protocols.onbon_wire import unescaped
from ledsign.raster.make_fonts import gb2312_characters
from tests.helpers import foreign

pytestmark = pytest.mark.slow

TEXTS = 2000
SMALLEST_OF_TWO_DIGITS = 0x10


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    """The foreign environment; skipped with the reason where it cannot be made."""
    try:
        foreign.python()
    except foreign.NotToBeHad as reason:
        pytest.skip(f"the foreign programs cannot be installed: {reason}")


def onbon_requests() -> list[dict[str, object]]:
    chance = random.Random(2026)
    characters = [*gb2312_characters(), *"0123456789ABCxyz ,.!?%()"]
    # Rows 5 and 6 of GB 2312 (kana, Greek) begin with A5 and A6, and 5A and 5B are letters: all that must be escaped.
    escapes = [c for c in characters if encode_gb2312(c)[:1] in b"\xa5\xa6"] + ["Z", "["]
    return [
        {
            "text": "".join(
                chance.choice(escapes if chance.random() < 0.1 else characters) for _ in range(chance.randint(1, 100))
            ),
            "colour": chance.randint(0, 2),
            "speed": chance.randint(0, 24),
            "mode": chance.randint(1, 6),
            "stay": chance.randint(0, 255),
            "run_mode": chance.randint(0, 5),
            "wraps": chance.random() < 0.5,
            "several": chance.random() < 0.5,
            "id": chance.randint(0, 8),
        }
        for _ in range(TEXTS)
    ]


def ours(request: dict[str, object]) -> bytes:
    number = {name: int(str(value)) for name, value in request.items() if name not in ("text", "wraps", "several")}
    area = Area(
        rb"\C%d" % (number["colour"] + 1) + encode_gb2312(str(request["text"])),
        width=512,
        height=32,
        id=number["id"],
        run_mode=number["run_mode"],
        lines=2 if request["several"] else 1,
        newline=2 if request["wraps"] else 1,
        mode=number["mode"],
        speed=number["speed"],
        stay=number["stay"],
    )
    # It calls itself 8001 and names the card as 6K1.
    return Frame(ask.UpdateAreas((area,)).to_data(), source=0x8001, device=0x61).to_bytes()


def test_two_thousand_random_texts_are_the_same_bytes_but_for_its_printing_of_small_checksum_bytes() -> None:
    requests = onbon_requests()
    same = 0
    for request, theirs in zip(requests, foreign.asked("ask_onbon.py", requests), strict=True):
        mine = ours(request)
        if mine == theirs:
            same += 1
            continue
        my_body, their_body = (unescaped(frame[8:-1]) for frame in (mine, theirs))
        assert my_body[:-2] == their_body[:-2]
        assert int.from_bytes(my_body[-2:], "little") == crc16_arc(my_body[:-2])
        assert min(my_body[-2:]) < SMALLEST_OF_TWO_DIGITS, "a difference that its bug does not explain"
    assert same > TEXTS * 0.85  # 12 % of all checksums have a byte that it prints as one digit


class Plain:
    """A picture with every dot written out: its run lengths count one less than the manual's."""

    def __init__(self, picture: files.WritePicture) -> None:
        self._picture = picture

    def to_command(self) -> bytes:
        return self._picture.plain()


def alpha_cases() -> list[tuple[dict[str, object], files.Command | Plain]]:
    """Requests to alphasignpy and ours: reads and writes of all that both can say."""
    chance = random.Random(2026)
    printable = "".join(chr(code) for code in range(0x20, 0x7F))
    cases: list[tuple[dict[str, object], files.Command | Plain]] = []
    for number in range(500):
        text = "".join(chance.choice(printable) for _ in range(chance.randint(1, 120)))
        label, mode = chance.choice("ABCXYZ"), chance.choice("abcefgh")
        asked: dict[str, object] = {"address": f"{number % 256:02X}", "text": text, "label": label, "mode": mode}
        cases.append(
            (asked | {"kind": "text"}, files.WriteText(label, text.encode(), files.Mode(mode), files.Position.MIDDLE))
        )
        cases.append((asked | {"kind": "string"}, files.WriteString(label, text.encode())))
    width, height = 40, 16
    dots = bytes(chance.choice((Colour.OFF, Colour.RED, Colour.GREEN, Colour.AMBER)) for _ in range(width * height))
    picture = files.WritePicture("P", Bitmap(width, height, dots))
    rows = picture.plain()[len(picture.head()) :].decode()
    size: dict[str, object] = {"width": width, "height": height}
    plain = Plain(picture)
    others: list[tuple[dict[str, object], files.Command | Plain]] = [
        ({"kind": "read", "label": "A"}, files.ReadText("A")),
        ({"kind": "read-picture", "label": "P"}, files.ReadPicture("P")),
        (size | {"kind": "picture", "label": "P", "rows": rows}, plain),
        ({"kind": "memory", "label": "A", "size": 256}, special.ConfigureMemory((special.MemoryFile.text("A", 256),))),
        ({"kind": "sequence", "labels": "ABC"}, special.RunSequence("ABC")),
        ({"kind": "times", "label": "A", "start": 48, "stop": 108}, special.RunTimes("A", time(8), time(18))),
        ({"kind": "dimming", "percent": 60}, special.SetDimming(60)),
    ]
    return cases + [({"address": "00"} | request, command) for request, command in others]


def test_a_thousand_alpha_frames_have_the_same_bytes_and_sums() -> None:
    cases = alpha_cases()
    theirs = foreign.asked("ask_alpha.py", [request for request, _ in cases])
    for (request, command), frame in zip(cases, theirs, strict=True):
        assert AlphaFrame(command.to_command(), str(request["address"])).to_bytes() == frame, request
