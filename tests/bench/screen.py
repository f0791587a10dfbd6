"""A screen that belongs to a bench alone: an X server in memory whose dots can be read while programs draw on it."""

import mmap
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# X's window dump: so many big-endian words open it (XWDFile.h, version 7), then one entry of twelve bytes a colour.
HEADER = struct.Struct(">25I")
HEADER_SIZE, WIDTH, HEIGHT, BITS_A_DOT, BYTES_A_LINE, COLOURS = 0, 4, 5, 11, 12, 19
COLOUR_BYTES = 12
TICK_S = 0.004


@dataclass(frozen=True)
class Screen:
    """`display` is what programs call it; `memory` is its picture, changing as they draw."""

    display: str
    memory: mmap.mmap

    def samples(self, step: int = 24) -> bytes:
        """The dots on a grid of `step` pixels, a byte of each one's colours after the other."""
        header = HEADER.unpack_from(self.memory)
        line, dot = header[BYTES_A_LINE], header[BITS_A_DOT] // 8
        start = header[HEADER_SIZE] + header[COLOURS] * COLOUR_BYTES
        rows = range(start + line * (step // 2), start + line * header[HEIGHT], line * step)
        return b"".join(self.memory[row + channel : row + line : dot * step] for row in rows for channel in range(3))


@contextmanager
def screen(width: int, height: int) -> Iterator[Screen]:
    """Serve a screen of this size for as long as the block lasts. FileNotFoundError where Xvfb is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        reader, writer = os.pipe()
        size = ["-screen", "0", f"{width}x{height}x24", "-fbdir", folder, "-nolisten", "tcp"]
        with subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), *size], pass_fds=[writer], stderr=subprocess.DEVNULL
        ) as server:
            os.close(writer)
            with os.fdopen(reader) as answer:
                display = f":{answer.readline().strip()}"
            try:
                with (Path(folder) / "Xvfb_screen0").open("rb") as file:
                    yield Screen(display, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            finally:
                server.terminate()


def painted_after(watched: Screen, since: float, settle_s: float, share: float = 0.95) -> float:
    """Seconds from `since` (monotonic) until `share` of the sampled dots are what they are after `settle_s` seconds.

    Both programs are timed by what reaches the glass, not by what they say of themselves.
    """
    seen: list[tuple[float, bytes]] = []
    while time.monotonic() - since < settle_s:
        dots = watched.samples()
        if not seen or dots != seen[-1][1]:
            seen.append((time.monotonic() - since, dots))
        time.sleep(TICK_S)
    last = seen[-1][1]
    return next(moment for moment, dots in seen if alike(dots, last) >= share)


def alike(one: bytes, other: bytes) -> float:
    """The share of equal bytes."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(other)
