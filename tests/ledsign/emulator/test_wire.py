"""The emulated wire keeps time to the baud rate, and turns a wrong speed into garbage."""

import asyncio
import time
from pathlib import Path

import pytest
import serial

from ledsign.bitmap import Bitmap, Panel
from ledsign.emulator.bits import heard_as
from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.emulator.report import flash_of
from ledsign.emulator.sign import Status
from ledsign.emulator.wire import PseudoTerminal
from ledsign.profile import LineSettings
from tests.ledsign.emulator.test_onbon_card import ACK, programme, wire
from tests.ledsign.hall import until

PANEL = Panel(64, 16)
PING = wire("A200010000")
FILE = bytes.fromhex(programme("P000", b"ABC"))


class Recorder:
    """A sign that keeps what came, and answers every chunk with as many bytes."""

    def __init__(self) -> None:
        self.heard = b""
        self.busy = False

    def receive(self, content: bytes, now: float) -> bytes:  # noqa: ARG002 - as every sign
        self.heard += content
        return content

    def screen(self, now: float) -> Bitmap:  # noqa: ARG002 - as every sign
        return Bitmap.blank(1, 1)

    def status(self, now: float) -> Status:  # noqa: ARG002 - as every sign
        return Status((), "", "", True, 0, "", 0, 0)

    def flash(self) -> dict[str, bytes]:
        return {}

    def power_cut(self, flash: dict[str, bytes], now: float) -> None:
        pass


async def exchanged(link: Path, baud: int, spoken: int, content: bytes, wait_s: float) -> tuple[bytes, float]:
    """What comes back from an emulated sign at `baud` when it is spoken to at `spoken`, and how long it took."""
    recorder = Recorder()
    async with running(Emulation("onbon-bx5k", PANEL, LineSettings(baud), link=link), recorder):

        def talk() -> tuple[bytes, float]:
            with serial.Serial(str(link), spoken, timeout=wait_s) as port:
                began = time.monotonic()
                port.write(content)
                return port.read(len(content)), time.monotonic() - began

        return await asyncio.to_thread(talk)


@pytest.mark.pty
@pytest.mark.parametrize("baud", [9600, 57600])
def test_bytes_take_as_long_as_their_bits_there_and_back(tmp_path: Path, baud: int) -> None:
    content = bytes(range(192))
    back, seconds = asyncio.run(exchanged(tmp_path / "pty", baud, baud, content, 3.0))
    assert back == content
    there_and_back = 2 * 192 * 10 / baud
    assert there_and_back <= seconds < there_and_back + 0.1


@pytest.mark.pty
def test_another_speed_gives_other_bytes(tmp_path: Path) -> None:
    content = bytes(range(1, 60))
    back, _ = asyncio.run(exchanged(tmp_path / "pty", 57600, 9600, content, 0.3))
    assert back != content


@pytest.mark.parametrize(("spoken", "heard"), [(9600, 57600), (57600, 9600), (19200, 9600)])
def test_sampling_at_the_wrong_speed_changes_the_number_and_the_values(spoken: int, heard: int) -> None:
    sampled = heard_as(PING, LineSettings(spoken), LineSettings(heard))
    assert sampled != PING
    assert PING not in sampled


def test_the_right_speed_would_change_nothing() -> None:
    assert heard_as(PING, LineSettings(9600), LineSettings(9600)) == PING


@pytest.mark.pty
def test_a_tcp_port_carries_the_same_bytes() -> None:
    async def scene() -> bytes:
        sign = emulated("onbon-bx5k", PANEL)
        wanted = Emulation("onbon-bx5k", PANEL, LineSettings(57600), listen=("127.0.0.1", 0))
        async with running(wanted, sign) as number:
            reader, writer = await asyncio.open_connection("127.0.0.1", number)
            writer.write(PING)
            answer = await asyncio.wait_for(reader.readexactly(30), 2)
            writer.close()
            await writer.wait_closed()
            return answer

    assert asyncio.run(scene()) == bytes.fromhex(ACK)


@pytest.mark.pty
def test_state_and_picture_are_kept_and_flash_survives_a_restart(tmp_path: Path) -> None:
    async def scene() -> None:
        state, png = tmp_path / "sign.json", tmp_path / "sign.png"
        wanted = Emulation("onbon-bx5k", PANEL, LineSettings(57600), link=tmp_path / "p", state=state, png=png)
        sign = emulated("onbon-bx5k", PANEL)
        async with running(wanted, sign):
            sign.power_cut({"P000": FILE}, 0.0)
            await until(lambda: flash_of(state) == {"P000": FILE}, 2)
            await until(png.is_file, 2)
        assert not (tmp_path / "p").is_symlink()
        again = emulated("onbon-bx5k", PANEL)
        async with running(wanted, again):
            assert again.flash() == {"P000": FILE}

    asyncio.run(scene())


@pytest.mark.parametrize("content", ["", "[]", '{"flash": 3}', '{"flash": {"P000": "zz"}}', None])
def test_a_state_file_that_cannot_be_read_is_an_empty_flash(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "state.json"
    if content is not None:
        file.write_text(content)
    assert flash_of(file) == {}


@pytest.mark.pty
def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    async def scene() -> None:
        wanted = Emulation("onbon-bx5k", PANEL, LineSettings(57600), link=tmp_path / "p")
        async with running(wanted, emulated("onbon-bx5k", PANEL)):
            pass

    asyncio.run(scene())
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        asyncio.run(scene())
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


def test_there_is_no_emulator_for_an_unknown_protocol() -> None:
    with pytest.raises(ValueError, match="no sign of protocol 'zh'"):
        emulated("zh", PANEL)


def test_a_file_that_is_already_there_is_never_replaced_by_a_line(tmp_path: Path) -> None:
    file = tmp_path / "今日要闻.docx"
    file.write_bytes(b"PK")
    with pytest.raises(FileExistsError, match="不会覆盖"):
        PseudoTerminal(file, LineSettings(57600))
    assert file.read_bytes() == b"PK"
