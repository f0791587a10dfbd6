"""The whole service against an emulated sign through a real pseudo-terminal: what the sign shows is what counts."""

import asyncio
import json
import threading
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ledsign.bitmap import Bitmap
from ledsign.compose import compose_item
from ledsign.emulator.sign import EmulatedSign
from ledsign.rotation import Effect, Notice, Rotation, SignPanel, Urgency
from tests.ledsign.hall import FIVE, PANEL, Hall, items, until

pytestmark = pytest.mark.pty


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """A hall with one sign and no edition yet."""
    made = Hall(tmp_path)
    made.one_sign()
    return made


def run(scene: Coroutine[None, None, None]) -> None:
    asyncio.run(asyncio.wait_for(scene, 60))


def acknowledged(hall: Hall) -> bool:
    health = hall.health()
    return health.get("state") == "ok" and health.get("edition") == hall.number


def renderings(rotation: Rotation) -> set[Bitmap]:
    """Every page of every item, as the preview draws it."""
    return {page.bitmap for item in rotation.items for page in compose_item(item, PANEL).pages}


def seen(sign: EmulatedSign) -> set[Bitmap]:
    """All that the sign shows in the next two minutes."""
    now = asyncio.get_running_loop().time()
    return {sign.screen(now + tenth / 10) for tenth in range(1200)}


def test_the_dots_equal_the_rendering_of_each_of_the_five_texts(hall: Hall) -> None:
    async def scene() -> None:
        rotation = hall.publish()
        async with hall.sign() as sign, hall.serving():
            await until(lambda: acknowledged(hall), 5)
            assert sign.status(0).texts == FIVE
            assert seen(sign) == renderings(rotation)

    run(scene())


def test_five_items_are_acknowledged_within_five_seconds_of_publication(hall: Hall) -> None:
    async def scene() -> None:
        async with hall.sign() as sign, hall.serving():
            await asyncio.sleep(0.3)
            hall.publish()
            assert await until(lambda: acknowledged(hall), 5) < 5
            assert sign.status(0).texts == FIVE

    run(scene())


def test_a_new_edition_is_followed_within_two_seconds(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.sign() as sign, hall.serving():
            await until(lambda: acknowledged(hall), 5)
            hall.publish(items(("另一条消息", *FIVE[1:])))
            await until(lambda: sign.status(0).texts == ("另一条消息", *FIVE[1:]), 2)

    run(scene())


def test_only_what_differs_is_sent_and_journalled(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.sign(), hall.serving():
            await until(lambda: acknowledged(hall), 5)
            before = len(hall.journal())
            hall.publish(items((*FIVE[:3], "另一条消息", FIVE[4])))
            await until(lambda: acknowledged(hall), 5)
            rows = hall.journal()[before:]
            assert [(row["kind"], str(row["item"])[-1]) for row in rows] == [("sent", "4"), ("acknowledged", "4")]

    run(scene())


def test_a_restart_remembers_what_the_sign_holds(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.sign():
            async with hall.serving():
                await until(lambda: acknowledged(hall), 5)
            rows = len(hall.journal())
            (hall.home / "health" / "ledsign.json").unlink()
            async with hall.serving():
                await until(lambda: acknowledged(hall), 5)
            assert hall.health()["items_acknowledged"] == 5
            assert len(hall.journal()) == rows

    run(scene())


def test_a_sign_exchanged_for_an_empty_one_is_filled_again(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.sign(), hall.serving():
            await until(lambda: acknowledged(hall), 5)
        async with hall.sign() as other, hall.serving():
            await until(lambda: other.status(0).texts == FIVE, 5)

    run(scene())


def test_the_converter_may_be_pulled_out_and_put_back(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        state = hall.home / "sign.json"
        async with hall.serving():
            async with hall.sign(state=state):
                await until(lambda: acknowledged(hall), 5)
                await until(lambda: state.is_file() and len(json.loads(state.read_text())["texts"]) == 5, 2)
            await until(lambda: "找不到端口" in hall.complaints(), 5)
            hall.publish(items(("另一条消息", *FIVE[1:])))
            async with hall.sign(state=state) as sign:
                await until(lambda: sign.status(0).texts == ("另一条消息", *FIVE[1:]), 3)
                await until(lambda: acknowledged(hall), 2)

    run(scene())


def test_an_urgent_notice_covers_the_items_and_goes_when_it_ends(hall: Hall) -> None:
    async def scene() -> None:
        ends = datetime.now(UTC) + timedelta(seconds=2)
        hall.publish(notices=(Notice("停电", "今日停电", Urgency.URGENT, None, ends),))
        async with hall.sign() as sign, hall.serving():
            now = asyncio.get_running_loop().time
            await until(lambda: sign.status(now()).showing == "今日停电", 2)
            await until(lambda: sign.status(now()).showing in FIVE, 5)

    run(scene())


def test_without_items_the_fallback_shows(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish(shown=())
        async with hall.sign() as sign, hall.serving():
            await until(lambda: sign.status(0).texts == ("省财政厅",), 5)
            assert hall.health()["items_acknowledged"] == 0

    run(scene())


def test_characters_a_text_sign_lacks_are_replaced_by_the_rule(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish(items((r"二〇二六年財政\Fx", *FIVE[1:])))
        async with hall.sign() as sign, hall.serving():
            await until(lambda: len(sign.status(0).texts) == 5, 5)
            assert sign.status(0).texts[0] == "二○二六年财政＼Fx"

    run(scene())


def test_a_damaged_edition_leaves_the_good_one_and_is_reported(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.sign() as sign, hall.serving():
            await until(lambda: acknowledged(hall), 5)
            broken = hall.home / "editions" / "000009"
            broken.mkdir()
            (broken / "manifest.json").write_text("{}")
            (broken / "rotation.json").write_text("{")
            current = hall.home / "editions" / "current"
            current.unlink()
            current.symlink_to("000009")
            await until(lambda: "000009" in hall.complaints(), 2)
            assert sign.status(0).texts == FIVE

    run(scene())


def test_a_sign_the_edition_does_not_know_is_a_problem_and_others_go_on(hall: Hall) -> None:
    async def scene() -> None:
        sign = 'protocol = "onbon-bx5k"\nport = "sign.pty"'
        hall.settings(f'name = "大厅"\n{sign}', f'name = "侧门"\naddress = 2\n{sign}')
        hall.publish()
        async with hall.sign() as emulated, hall.serving():
            await until(lambda: emulated.status(0).texts == FIVE, 5)
            await until(lambda: "侧门：版次里没有这块屏的尺寸" in hall.complaints(), 2)

    run(scene())


def test_a_wrong_speed_is_garbage_on_the_line_and_a_problem_in_words(hall: Hall) -> None:
    async def scene() -> None:
        hall.one_sign(baud=9600)
        hall.publish()
        async with hall.sign(baud=57600) as sign, hall.serving():
            await until(lambda: "没有应答" in hall.complaints(), 12)
            assert sign.status(0).texts == ()

    run(scene())


def test_a_clock_that_cannot_be_right_is_not_set_on_the_sign_and_news_still_shows(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish(published_at=datetime.now(UTC) + timedelta(days=400))
        async with hall.sign() as sign, hall.serving():
            await until(lambda: sign.status(0).texts == FIVE, 5)
            assert sign.status(0).clock == ""
            assert all(content[13:15] == b"\xff\xff" for content in sign.flash().values())  # played for ever

    run(scene())


def test_a_panel_too_small_for_chinese_is_a_problem_not_a_crash(hall: Hall) -> None:
    async def scene() -> None:
        hall.publish(signs=(SignPanel("大厅", 256, 8),))
        async with hall.sign(), hall.serving():
            await until(lambda: "的屏太小" in hall.complaints(), 2)

    run(scene())


def test_health_says_what_each_sign_holds_since_when(hall: Hall) -> None:
    async def scene() -> None:
        began = datetime.now(UTC)
        hall.publish()
        async with hall.sign(), hall.serving():
            await until(lambda: acknowledged(hall), 5)
            health = hall.health()
            (sign,) = hall.signs()
            assert (sign["name"], sign["items_wanted"], sign["items_acknowledged"]) == ("大厅", 5, 5)
            assert began < datetime.fromisoformat(str(sign["since"])) < datetime.now(UTC)
            assert (sign["confirmed"], sign["errors"]) == (True, 0)
            assert health["problems"] == []

    run(scene())


def test_an_item_too_long_for_the_sign_is_left_out_and_reported(hall: Hall) -> None:
    async def scene() -> None:
        long = replace(items()[0], text="长" * 600)
        hall.publish((long, *items()[1:]))
        async with hall.sign() as sign, hall.serving():
            await until(lambda: sign.status(0).texts == FIVE[1:], 5)
            await until(lambda: "文字太长（1200 字节）" in hall.complaints(), 2)

    run(scene())


def test_what_a_protocol_cannot_say_is_a_problem_and_the_rest_goes_on(hall: Hall) -> None:
    async def scene() -> None:
        hall.settings(
            'name = "大厅"\nprotocol = "jetfile2-simple"\nport = "sign.pty"\n'
            'brightness = 50\non = "08:00"\noff = "18:00"'
        )
        hall.publish()
        async with hall.sign(9600, protocol="jetfile2-simple") as sign, hall.serving():
            await until(lambda: sign.status(0).texts == FIVE, 10)
            await until(lambda: hall.complaints().count("改用 jetfile2") == 2, 2)

    run(scene())


@pytest.mark.parametrize(("protocol", "baud"), [("jetfile2-simple", 9600), ("alpha", 38400), ("onbon-bx5e", 57600)])
def test_other_protocols_reach_the_same_dots(hall: Hall, protocol: str, baud: int) -> None:
    async def scene() -> None:
        hall.settings(f'name = "大厅"\nprotocol = "{protocol}"\nport = "sign.pty"\nbaud = {baud}')
        short = items(("预算公开", "会议通知"))
        rotation = hall.publish(short)
        async with hall.sign(baud, protocol=protocol) as sign, hall.serving():
            await until(lambda: acknowledged(hall), 20)
            assert seen(sign) == renderings(rotation)

    run(scene())


def test_an_effect_that_a_sign_lacks_falls_back_before_the_pages_are_laid_out(hall: Hall) -> None:
    async def scene() -> None:
        hall.settings('name = "大厅"\nprotocol = "onbon-bx5e"\nport = "sign.pty"\neffect = "scroll"')
        rotation = hall.publish((replace(items()[0], effect=Effect.SCROLL), *items()[1:]))
        held = replace(rotation, items=tuple(replace(item, effect=None) for item in rotation.items))
        async with hall.sign(protocol="onbon-bx5e") as sign, hall.serving():
            await until(lambda: acknowledged(hall), 10)
            assert seen(sign) == renderings(held)

    run(scene())


def descriptors() -> int:
    """How many files this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


def test_a_port_that_is_not_there_is_logged_once(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        hall.publish()
        async with hall.serving():
            await asyncio.sleep(1.2)

    with caplog.at_level("INFO", "ledsign.service.port"):
        run(scene())
    assert [record.message.split(":")[0] for record in caplog.records] == ["port lost"]


@pytest.mark.slow
def test_two_hundred_unpluggings_leak_nothing_and_the_sign_is_right_each_time(hall: Hall) -> None:
    async def scene() -> None:
        state = hall.home / "sign.json"
        hall.publish()
        async with hall.serving():
            open_files = threads = 0
            for number in range(200):
                # New content every other time: a card is written two hundred times a day at most.
                news = f"第{number // 2}次"
                hall.publish(items((news, *FIVE[1:])))
                async with hall.sign(state=state) as sign:
                    await until(lambda sign=sign, news=news: sign.status(0).texts[:1] == (news,), 3)  # type: ignore[misc]
                    await asyncio.sleep(0.15)  # the state file follows
                if number == 5:
                    open_files, threads = descriptors(), threading.active_count()
            assert descriptors() <= open_files + 1
            assert threading.active_count() <= threads + 1
            assert len(asyncio.all_tasks()) < 12

    asyncio.run(asyncio.wait_for(scene(), 900))
