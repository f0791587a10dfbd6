"""What the service says of its signs: what shows, how sure that is, and that a bad one keeps nobody waiting."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.emulator.trouble import Troubles
from ledsign.profile import LineSettings
from ledsign.rotation import Notice, SignPanel, Urgency
from ledsign.service.health import Utilisation
from tests.ledsign.hall import FIVE, PANEL, Hall, items, until
from tests.ledsign.service.test_service import acknowledged, run

pytestmark = pytest.mark.pty


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """A hall with one sign and no edition yet."""
    made = Hall(tmp_path)
    made.one_sign()
    return made


def test_it_says_what_each_sign_shows_how_it_knows_and_how_busy_the_line_is(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.sign(), hall.serving():
            await until(lambda: acknowledged(hall), 5)
            (sign,) = hall.signs()
            texts = sign["texts"]
            assert isinstance(texts, list)
            assert [text["text"] for text in texts] == list(FIVE)
            assert (sign["protocol"], sign["evidence"], sign["confirmed_by"]) == (
                "onbon-bx5k",
                "derived",
                "acknowledged",
            )
            assert sign["trouble"] == {"unanswered": 0, "garbled": 0, "busy": 0, "refused": 0}
            assert 0 < float(str(sign["line_utilisation"])) < 1
            assert sign["notice"] is None

    run(scene())


def test_a_silent_sign_is_confirmed_by_what_is_read_back(hall: Hall) -> None:
    async def scene() -> None:
        hall.settings('name = "大厅"\nprotocol = "alpha"\nport = "sign.pty"\nbaud = 38400')
        hall.publish(items(("预算公开",)))
        async with hall.sign(38400, protocol="alpha"), hall.serving():
            await until(lambda: acknowledged(hall), 20)
            (sign,) = hall.signs()
            assert (sign["confirmed"], sign["confirmed_by"]) == (True, "read-back")
            assert {row["kind"] for row in hall.journal()} == {"sent", "read-back"}

    run(scene())


def test_a_sign_that_cannot_answer_is_served_and_marked_unconfirmed(hall: Hall) -> None:
    async def scene() -> None:
        hall.settings('name = "大厅"\nprotocol = "jetfile2"\nport = "sign.pty"\none_way = true')
        hall.publish()
        sign = emulated("jetfile2", PANEL)
        wanted = Emulation("jetfile2", PANEL, LineSettings(9600), link=hall.home / "sign.pty")
        async with running(wanted, sign, Troubles(half_dead=True)), hall.serving():
            await until(lambda: sign.status(0).texts == FIVE, 20)
            await until(lambda: hall.health().get("state") == "ok", 20)
            (told,) = hall.signs()
            assert (told["confirmed"], told["confirmed_by"], told["errors"]) == (False, "unconfirmed", 0)
            assert {row["kind"] for row in hall.journal()} == {"sent"}

    run(scene())


def test_a_notice_in_front_is_all_that_a_picture_card_shows_and_that_is_well(hall: Hall) -> None:
    async def scene() -> None:
        hall.settings('name = "大厅"\nprotocol = "onbon-bx5e"\nport = "sign.pty"')
        ends = datetime.now(UTC) + timedelta(seconds=2)
        hall.publish(notices=(Notice("停电", "今日停电", Urgency.URGENT, None, ends),))
        async with hall.sign(protocol="onbon-bx5e"), hall.serving():
            await until(lambda: hall.health().get("state") == "ok" and hall.signs()[0]["notice"] == "停电", 5)
            await until(lambda: acknowledged(hall) and hall.signs()[0]["items_acknowledged"] == 5, 10)

    run(scene())


def test_bad_signs_never_delay_a_good_one(hall: Hall) -> None:
    async def scene() -> None:
        troubles = {
            "好": Troubles(),
            "忙": Troubles(busy=True),
            "慢": Troubles(slow_s=5.0),
            "聋": Troubles(deaf=True),
            "噪": Troubles(noise=0.9),
        }
        signs = {name: emulated("onbon-bx5k", PANEL) for name in troubles}
        async with AsyncExitStack() as held:
            entries = []
            for name, trouble in troubles.items():
                wanted = Emulation("onbon-bx5k", PANEL, LineSettings(57600), listen=("127.0.0.1", 0))
                port = await held.enter_async_context(running(wanted, signs[name], trouble))
                entries.append(f'name = "{name}"\nprotocol = "onbon-bx5k"\nport = "socket://127.0.0.1:{port}"')
            entries.append('name = "无"\nprotocol = "onbon-bx5k"\nport = "socket://127.0.0.1:9"')
            hall.settings(*entries)
            hall.publish(signs=tuple(SignPanel(name, 256, 16) for name in (*troubles, "无")))
            async with hall.serving():
                assert await until(lambda: signs["好"].status(0).texts == FIVE, 3) < 3
                await until(lambda: hall.complaints().count("：") >= 3, 20)
                by_name = {sign["name"]: sign for sign in hall.signs()}
                assert (by_name["好"]["confirmed"], by_name["聋"]["confirmed"]) == (True, False)
                assert "连不上" in str(by_name["无"]["reason"])

    run(scene())


def test_the_utilisation_is_the_share_of_the_last_minute() -> None:
    line = Utilisation()
    assert line.share(0.0, 100.0) == 0.0
    assert line.share(3.0, 110.0) == 0.3
    for second in range(120):
        line.share(3.0, 111.0 + second)
    assert line.share(3.0, 231.0) == 0.0
