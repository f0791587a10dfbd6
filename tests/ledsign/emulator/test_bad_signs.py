"""The emulator as a bad sign: parity, noise, loss, slow, busy, half-dead, power cuts; told by its control socket."""

import asyncio
import json
import random
from pathlib import Path

import pytest
from PIL import Image

from ledsign.bitmap import Bitmap, Panel
from ledsign.emulator.bits import heard_as
from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.emulator.recorder import LONGEST_S, MOST_PICTURES, Recorder
from ledsign.emulator.sign import EmulatedSign
from ledsign.emulator.trouble import Troubles
from ledsign.profile import LineSettings
from ledsign.protocols.onbon_bx5k import OnbonReplies
from ledsign.transport import RemoteTransport
from tests.ledsign.emulator.test_onbon_card import ACK, programme, wire
from tests.ledsign.hall import until

PANEL = Panel(64, 16)
LINE = LineSettings(57600)
PING = wire("A200010000")
FILE = bytes.fromhex(programme("P000", b"ABC"))

EVEN, ODD = LineSettings(9600, 8, "E"), LineSettings(9600, 8, "O")
SEVEN_EVEN, EIGHT = LineSettings(9600, 7, "E"), LineSettings(9600)


def test_the_same_settings_change_nothing_and_seven_bits_lose_the_eighth() -> None:
    content = bytes(range(256))
    assert heard_as(content, EVEN, EVEN) == content
    assert heard_as(content, SEVEN_EVEN, SEVEN_EVEN) == bytes(byte & 0x7F for byte in content)


def test_the_wrong_parity_drops_every_byte() -> None:
    assert heard_as(bytes(range(1, 200)), EVEN, ODD) == b""


@pytest.mark.parametrize(("spoken", "heard"), [(EIGHT, EVEN), (EVEN, EIGHT), (SEVEN_EVEN, EIGHT), (EIGHT, SEVEN_EVEN)])
def test_other_bits_around_a_byte_are_garbage(spoken: LineSettings, heard: LineSettings) -> None:
    assert heard_as(PING, spoken, heard) != PING


def test_seven_bits_with_parity_are_what_eight_bits_see_them_as() -> None:
    # 0x41 has two ones: its even parity bit is 0, so 8N1 reads the same; 0x43 has three: 8N1 sees the eighth bit set.
    assert heard_as(b"\x41\x43", SEVEN_EVEN, EIGHT) == b"\x41\xc3"


def test_shares_of_messages_are_lost_flipped_and_cut_as_told() -> None:
    chance = random.Random(1)
    messages = [chance.randbytes(40) for _ in range(1000)]
    for name in ("loss", "noise", "cut"):
        troubles = Troubles(seed=3)
        troubles.change(name, 0.25)
        changed = sum(troubles.passed(message) != message for message in messages)
        assert 200 < changed < 300, name
    assert [Troubles().passed(message) for message in messages] == messages


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [("fire", True, "没有叫 fire"), ("loss", 2, "0 到 1"), ("busy", 1, "true 或 false"), ("slow_s", True, "0 到 60")],
)
def test_what_is_no_trouble_is_refused_in_words(name: str, value: object, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Troubles().change(name, value)


class Caller:
    """A person at the control socket, and a driver on the line."""

    def __init__(self, folder: Path, sign: EmulatedSign, port: int) -> None:
        self.folder, self.sign, self.port = folder, sign, port

    async def tell(self, **told: object) -> dict[str, object]:
        reader, writer = await asyncio.open_unix_connection(self.folder / "control")
        writer.write(json.dumps(told).encode() + b"\n")
        answer: dict[str, object] = json.loads(await reader.readline())
        writer.close()
        await writer.wait_closed()
        return answer

    async def ask(self, content: bytes = PING, wait_s: float = 0.3) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(content)
        try:
            async with asyncio.timeout(wait_s):
                return await reader.read(100)
        except TimeoutError:
            return b""
        finally:
            writer.close()
            await writer.wait_closed()


async def called(folder: Path, scene: object, troubles: Troubles | None = None) -> None:
    sign = emulated("onbon-bx5k", PANEL)
    wanted = Emulation("onbon-bx5k", PANEL, LINE, listen=("127.0.0.1", 0), control=folder / "control")
    async with running(wanted, sign, troubles) as port:
        assert callable(scene)
        await scene(Caller(folder, sign, port))


def test_a_sign_can_be_told_to_be_busy_half_dead_slow_and_deaf(tmp_path: Path) -> None:
    async def scene(caller: Caller) -> None:
        assert await caller.ask() == bytes.fromhex(ACK)
        assert await caller.tell(set={"busy": True}) == {"ok": True}
        (reply,) = OnbonReplies().feed(await caller.ask())
        assert reply.sentence == "控制卡正忙，稍后自动重发"
        await caller.tell(set={"busy": False, "half_dead": True})
        power_off = wire("A300010000 02")
        assert (await caller.ask(power_off), caller.sign.status(0).power) == (b"", False)
        await caller.tell(set={"half_dead": False, "slow_s": 0.4})
        assert await caller.ask() == b""
        assert await caller.ask(wait_s=1.5) == bytes.fromhex(ACK)
        await caller.tell(set={"slow_s": 0, "deaf": True})
        assert (await caller.ask(wire("A300010000 01")), caller.sign.status(0).power) == (b"", False)
        assert (await caller.tell(do="troubles"))["deaf"] is True

    asyncio.run(called(tmp_path, scene))


def test_a_power_cut_takes_ram_and_erasing_takes_flash_too(tmp_path: Path) -> None:
    async def scene(caller: Caller) -> None:
        caller.sign.power_cut({"P000": FILE}, 0.0)
        await caller.ask(wire("A300010000 02"))
        state = await caller.tell(do="state")
        assert (state["texts"], state["power"]) == (["ABC"], False)
        await caller.tell(do="power-cut")
        state = await caller.tell(do="state")
        assert (state["texts"], state["power"]) == (["ABC"], True)
        dots = state["dots"]
        assert isinstance(dots, list)
        assert (len(dots), len(dots[0])) == (16, 64)
        await caller.tell(do="erase")
        assert (await caller.tell(do="state"))["texts"] == []

    asyncio.run(called(tmp_path, scene))


def test_what_was_seen_is_given_as_an_animation(tmp_path: Path) -> None:
    async def scene(caller: Caller) -> None:
        await asyncio.sleep(0.2)
        caller.sign.power_cut({"P000": FILE}, asyncio.get_running_loop().time())
        await asyncio.sleep(0.2)
        gif = tmp_path / "hall.gif"
        assert await caller.tell(do="gif", file=str(gif)) == {"ok": True}
        with Image.open(gif) as picture:
            assert getattr(picture, "n_frames", 1) == 2
        assert (await caller.tell(do="gif", file="/nowhere/x.gif"))["ok"] is False

    asyncio.run(called(tmp_path, scene))


@pytest.mark.parametrize("line", ["", "{", "[]", '{"do": "dance"}', '{"set": {"loss": "much"}}'])
def test_what_the_socket_does_not_know_is_answered_in_words(tmp_path: Path, line: str) -> None:
    async def scene(caller: Caller) -> None:
        reader, writer = await asyncio.open_unix_connection(caller.folder / "control")
        writer.write(line.encode() + b"\n")
        answer = json.loads(await reader.readline())
        assert answer["ok"] is False
        assert answer["problem"]
        writer.close()
        await writer.wait_closed()

    asyncio.run(called(tmp_path, scene))


def test_a_file_in_the_sockets_place_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "control").write_text("今日要闻")
    with pytest.raises(FileExistsError, match="不会覆盖"):
        asyncio.run(called(tmp_path, None))
    assert (tmp_path / "control").read_text() == "今日要闻"


def test_a_recording_is_bounded_in_pictures_and_in_time() -> None:
    recorder = Recorder()
    for second in range(3 * MOST_PICTURES):
        recorder.see(Bitmap(1, 1, bytes((second % 2,))), second * 0.5)
    pictures = recorder.pictures(3 * MOST_PICTURES * 0.5)
    assert len(pictures) <= MOST_PICTURES
    assert sum(seconds for _, seconds in pictures) <= LONGEST_S + 0.1


def test_what_was_seen_last_is_written_when_the_emulation_ends(tmp_path: Path) -> None:
    async def scene() -> None:
        sign = emulated("onbon-bx5k", PANEL)
        async with running(Emulation("onbon-bx5k", PANEL, LINE, link=tmp_path / "p", gif=tmp_path / "g.gif"), sign):
            await asyncio.sleep(0.1)

    asyncio.run(scene())
    assert (tmp_path / "g.gif").read_bytes().startswith(b"GIF")


@pytest.mark.filterwarnings("ignore:set(Daemon|Name):DeprecationWarning")  # pyserial's own thread
@pytest.mark.parametrize(("driver", "answers"), [(LINE, True), (LineSettings(57600, 8, "E"), False)])
def test_a_converter_minds_the_parity_that_the_driver_sets(driver: LineSettings, answers: bool) -> None:
    async def scene() -> bytes:
        sign = emulated("onbon-bx5k", PANEL)
        async with running(Emulation("onbon-bx5k", PANEL, LINE, listen=("127.0.0.1", 0), rfc2217=True), sign) as port:
            transport = RemoteTransport(f"rfc2217://127.0.0.1:{port}", driver)
            await transport.open()
            reading = asyncio.create_task(transport.read())
            await transport.write(PING)
            await asyncio.wait({reading}, timeout=2.0 if answers else 0.6)
            received = reading.result() if reading.done() else b""
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
            transport.close()
            return received

    received = asyncio.run(scene())
    assert (received == bytes.fromhex(ACK)[: len(received)] and bool(received)) is answers


@pytest.mark.parametrize("seed", range(3))
def test_over_a_noisy_wire_the_sign_still_says_only_what_is_whole(tmp_path: Path, seed: int) -> None:
    async def scene(caller: Caller) -> None:
        answers = [await caller.ask(wait_s=0.05) for _ in range(12)]
        until_ok = [answer for answer in answers if answer == bytes.fromhex(ACK)]
        assert 0 < len(until_ok) < 12
        await until(lambda: caller.sign.status(0).rejected > 0, 2)

    asyncio.run(called(tmp_path, scene, Troubles(noise=0.5, seed=seed)))
