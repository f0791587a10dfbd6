"""A serial port or pseudo-terminal of this machine, opened exclusively, read without blocking anyone."""

from __future__ import annotations

import asyncio
import errno
import os

import serial

from ledsign.profile import LineSettings

READ_BYTES = 4096


class SerialTransport:
    """A device by its path; stable names (/dev/serial/by-id/...) survive unplugging."""

    def __init__(self, path: str, line: LineSettings) -> None:
        """Nothing is opened yet."""
        self._path, self._line = path, line
        self._port: serial.Serial | None = None

    async def open(self) -> None:
        """Open the device for us alone. OSError says in words for staff why it cannot be had."""
        try:
            self._port = serial.Serial(
                self._path,
                self._line.baud,
                bytesize=self._line.data_bits,
                parity=self._line.parity,
                stopbits=self._line.stop_bits,
                timeout=0,
                exclusive=True,
            )
        except (OSError, ValueError) as failed:
            raise OSError(_reason(self._path, failed)) from failed
        os.set_blocking(self._port.fileno(), False)

    async def read(self) -> bytes:
        """Wait for bytes. OSError when the device is gone."""
        descriptor = self._descriptor()
        while True:
            await _ready(descriptor, writing=False)
            try:
                received = os.read(descriptor, READ_BYTES)
            except BlockingIOError:
                continue
            if not received:
                raise OSError(errno.EIO, f"{self._path} 已断开")
            return received

    async def write(self, content: bytes) -> None:
        """Hand bytes to the device."""
        descriptor = self._descriptor()
        while content:
            try:
                content = content[os.write(descriptor, content) :]
            except BlockingIOError:
                await _ready(descriptor, writing=True)

    def close(self) -> None:
        """Let go of the device."""
        if self._port is not None:
            self._port.close()
            self._port = None

    def _descriptor(self) -> int:
        if self._port is None:
            raise OSError(errno.EBADF, f"{self._path} 没有打开")
        return self._port.fileno()


async def _ready(descriptor: int, *, writing: bool) -> None:
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()
    add, remove = (loop.add_writer, loop.remove_writer) if writing else (loop.add_reader, loop.remove_reader)
    add(descriptor, _resolve, ready)
    try:
        await ready
    finally:
        remove(descriptor)


def _resolve(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)


def _reason(path: str, failed: OSError | ValueError) -> str:
    code = getattr(failed, "errno", None)
    if code == errno.ENOENT:
        return f"找不到端口 {path}，请检查转换器是否插好"
    if code in (errno.EACCES, errno.EPERM):
        return f"没有权限使用端口 {path}，请把运行用户加入 dialout 组"
    if code in (errno.EISDIR, errno.ENOTTY, errno.EINVAL) or "Could not configure port" in str(failed):
        return f"{path} 不是串口，请核对 port"
    if code in (errno.EBUSY, errno.EAGAIN) or "exclusively lock" in str(failed):
        return f"端口 {path} 正被其他程序占用"
    return f"端口 {path} 打不开：{failed}"
