"""The test pattern that staff ask for: seen on the sign, over by itself, behind anything urgent."""

import asyncio
import json
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ledsign.bitmap import Bitmap, Colours, Panel
from ledsign.compose import Style
from ledsign.emulator.sign import EmulatedSign
from ledsign.rotation import Effect, Notice, Urgency
from ledsign.service.pattern import LONGEST_S, REQUEST, pattern, read_request
from tests.ledsign.hall import FIVE, PANEL, Hall, until

NOW = datetime(2026, 11, 23, 1, 12, tzinfo=UTC)
ASKED = {"time": "2026-11-23T01:12:00Z", "seconds": 30}


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """A hall with one sign and no edition yet."""
    made = Hall(tmp_path)
    made.one_sign()
    return made


MOSTLY_LIT = 0.5
"""This sign draws characters by itself: a line of blocks lights most lamps, news a fifth of them."""


def brightest(sign: EmulatedSign, within_s: int) -> float:
    """The largest share of lamps lit at one time in the next seconds."""
    now = asyncio.get_running_loop().time()
    screens = [sign.screen(now + tenth / 10) for tenth in range(within_s * 10)]
    return max(sum(map(bool, screen.dots)) / len(screen.dots) for screen in screens)


def run(scene: Coroutine[None, None, None]) -> None:
    asyncio.run(asyncio.wait_for(scene, 90))


def ask(home: Path, request: object) -> None:
    file = home / REQUEST
    file.parent.mkdir(exist_ok=True)
    file.write_text(request if isinstance(request, str) else json.dumps(request), encoding="utf-8")


def ask_now(home: Path, seconds: float) -> None:
    ask(home, {"time": datetime.now(UTC).isoformat(), "seconds": seconds})


@pytest.mark.parametrize(
    ("after_s", "seconds", "holds"),
    [
        (-1, 30, False),
        (0, 30, True),
        (29, 30, True),
        (30, 30, False),
        (LONGEST_S - 1, 9e9, True),
        (LONGEST_S, 9e9, False),
    ],
)
def test_a_request_holds_for_its_time_and_never_long(tmp_path: Path, after_s: int, seconds: float, holds: bool) -> None:
    ask(tmp_path, {**ASKED, "seconds": seconds})
    assert (read_request(tmp_path, NOW + timedelta(seconds=after_s)) is not None) == holds


WRONG_SECONDS: list[object] = ["", None, float("nan"), float("-inf"), -5, []]
NO_REQUESTS: list[object] = [
    *("", "{", "[]", "7"),
    *({"time": "soon", "seconds": 5}, {"seconds": 5}, {"time": "2026-11-23T01:12:00", "seconds": 5}),
    *({**ASKED, "seconds": wrong} for wrong in WRONG_SECONDS),
]


@pytest.mark.parametrize("request_", NO_REQUESTS)
def test_what_is_no_request_is_none(tmp_path: Path, request_: object) -> None:
    ask(tmp_path, request_)
    assert read_request(tmp_path, NOW) is None


def test_nobody_asked(tmp_path: Path) -> None:
    assert read_request(tmp_path, NOW) is None


@pytest.mark.parametrize("panel", [PANEL, Panel(64, 32, Colours.RED_GREEN), Panel(80, 16, Colours.FULL), Panel(16, 16)])
def test_the_pattern_lights_every_lamp_in_every_colour(panel: Panel) -> None:
    pages = pattern(panel, Style(effect=Effect.SCROLL)).pages
    area = panel.width_dots * panel.height_dots
    whole = {page.bitmap for page in pages}
    assert {Bitmap(panel.width_dots, panel.height_dots, bytes([lamp]) * area) for lamp in panel.colours.lamps} <= whole
    assert len({page.dwell_s for page in pages}) == 1
    assert "".join(line for page in pages for line in page.lines).endswith("0123456789")


def test_a_panel_without_room_for_a_character_has_no_pattern() -> None:
    with pytest.raises(ValueError, match="太小"):
        pattern(Panel(8, 8), Style())


def test_the_sign_shows_the_pattern_and_then_the_news_again(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.sign() as sign, hall.serving():
            await until(lambda: sign.status(0).texts == FIVE, 10)
            ask_now(hall.home, 8)
            await until(lambda: brightest(sign, 10) > MOSTLY_LIT, 5)
            await until(lambda: brightest(sign, 60) < MOSTLY_LIT, 15)
            assert sign.status(0).texts == FIVE

    run(scene())


def test_what_is_urgent_comes_first(hall: Hall) -> None:
    async def scene() -> None:
        notice = Notice("停电", "今日停电检修", Urgency.URGENT)
        hall.publish(notices=(notice,))
        ask_now(hall.home, 60)
        async with hall.sign() as sign, hall.serving() as service:
            await until(lambda: "停电" in str(hall.journal()), 10)
            await asyncio.sleep(1.5)
            assert "pattern" not in str(hall.journal())
            assert service.health().problems == ()
            assert sign.status(0).texts == FIVE

    run(scene())


@pytest.mark.parametrize(("protocol", "baud"), [("jetfile2", 19200), ("alpha", 9600), ("jetfile2-simple", 19200)])
def test_other_protocols_show_it_too(hall: Hall, protocol: str, baud: int) -> None:
    async def scene() -> None:
        hall.settings(f'name = "大厅"\nprotocol = "{protocol}"\nport = "sign.pty"\nbaud = {baud}')
        hall.publish()
        ask_now(hall.home, 60)
        async with hall.sign(baud, protocol=protocol), hall.serving() as service:
            await until(lambda: "pattern" in str(hall.journal()), 15)
            assert service.health().problems == ()

    run(scene())
