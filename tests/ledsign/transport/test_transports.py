"""Ways to a wire: who may have a port, what happens when it goes, and the words staff get."""

import asyncio
import os
import pty
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledsign.profile import LineSettings
from ledsign.transport import RemoteTransport, SerialTransport, TcpTransport, transport_of

LINE = LineSettings(9600)
pytestmark = pytest.mark.pty


@pytest.fixture
def terminal() -> Iterator[tuple[int, str]]:
    """A pseudo-terminal: the other end's descriptor, and the path to open."""
    ours, theirs = pty.openpty()
    yield ours, os.ttyname(theirs)
    os.close(theirs)
    os.close(ours)


def test_the_address_decides_the_way(tmp_path: Path) -> None:
    assert isinstance(transport_of("/dev/ttyUSB0", LINE), SerialTransport)
    assert isinstance(transport_of("socket://127.0.0.1:4001", LINE), TcpTransport)
    assert isinstance(transport_of("rfc2217://127.0.0.1:4001", LINE), RemoteTransport)
    with pytest.raises(ValueError, match=r"socket://192\.168"):
        transport_of("socket://somewhere", LINE)
    with pytest.raises(ValueError, match="不认识 carrier-pigeon://coop"):
        transport_of("carrier-pigeon://coop", LINE)


def test_bytes_go_both_ways(terminal: tuple[int, str]) -> None:
    async def scene() -> bytes:
        ours, path = terminal
        transport = SerialTransport(path, LINE)
        await transport.open()
        await transport.write(b"\x00\x03\x04\xff\n\r")
        assert await asyncio.to_thread(os.read, ours, 100) == b"\x00\x03\x04\xff\n\r"
        os.write(ours, b"\x11\x13\x5a\xa5")
        received = await transport.read()
        transport.close()
        transport.close()
        return received

    assert asyncio.run(scene()) == b"\x11\x13\x5a\xa5"


def test_a_long_write_waits_until_the_other_end_reads(terminal: tuple[int, str]) -> None:
    content = bytes(200_000)

    async def scene() -> int:
        ours, path = terminal
        transport = SerialTransport(path, LINE)
        await transport.open()
        writing = asyncio.create_task(transport.write(content))
        got = 0
        while got < len(content):
            got += len(await asyncio.to_thread(os.read, ours, 65536))
        await writing
        transport.close()
        return got

    assert asyncio.run(scene()) == len(content)


def test_a_port_is_ours_alone(terminal: tuple[int, str]) -> None:
    async def scene() -> None:
        first, second = (SerialTransport(terminal[1], LINE) for _ in range(2))
        await first.open()
        with pytest.raises(OSError, match="正被其他程序占用"):
            await second.open()
        first.close()

    asyncio.run(scene())


def test_a_port_that_is_not_there_is_told_in_words() -> None:
    with pytest.raises(OSError, match="找不到端口 /nowhere/tty"):
        asyncio.run(SerialTransport("/nowhere/tty", LINE).open())


def test_a_file_that_is_no_port_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path, Path("/dev/null")):
        with pytest.raises(OSError, match=f"{path} 不是串口"):
            asyncio.run(SerialTransport(str(path), LINE).open())


def test_a_port_that_was_never_opened_cannot_be_used() -> None:
    for transport in (SerialTransport("x", LINE), TcpTransport("127.0.0.1", 1)):
        with pytest.raises(OSError, match="没有"):
            asyncio.run(transport.read())
        with pytest.raises(OSError, match="没有"):
            asyncio.run(transport.write(b""))


def test_a_port_that_is_pulled_out_fails_the_read() -> None:
    async def scene() -> None:
        ours, theirs = pty.openpty()
        transport = SerialTransport(os.ttyname(theirs), LINE)
        await transport.open()
        os.close(theirs)
        os.close(ours)
        with pytest.raises(OSError, match=r"error|断开"):
            await transport.read()
        transport.close()

    asyncio.run(scene())


def test_a_converter_that_does_not_answer_is_told_in_words() -> None:
    with pytest.raises(OSError, match=r"连不上 127\.0\.0\.1:9"):
        asyncio.run(TcpTransport("127.0.0.1", 9).open())


def test_a_converter_carries_bytes_and_its_hanging_up_fails_the_read() -> None:
    async def scene() -> None:
        async def echo_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(await reader.read(100))
            writer.close()

        server = await asyncio.start_server(echo_once, "127.0.0.1", 0)
        transport = TcpTransport("127.0.0.1", server.sockets[0].getsockname()[1])
        await transport.open()
        await transport.write(b"\xa5\x5a")
        assert await transport.read() == b"\xa5\x5a"
        with pytest.raises(OSError, match="断开了连接"):
            await transport.read()
        transport.close()
        server.close()
        await asyncio.sleep(0.05)  # let both ends finish closing

    asyncio.run(scene())


def test_any_other_address_is_pyserials() -> None:
    async def scene() -> bytes:
        transport = transport_of("loop://", LINE)
        await transport.open()
        await transport.write(b"\xa5\x5a\x04")
        received = b""
        while len(received) < 3:
            received += await transport.read()
        transport.close()
        return received

    assert asyncio.run(scene()) == b"\xa5\x5a\x04"


def test_a_remote_converter_that_does_not_answer_is_told_in_words() -> None:
    with pytest.raises(OSError, match="连不上 rfc2217://127"):
        asyncio.run(RemoteTransport("rfc2217://127.0.0.1:9", LINE).open())
