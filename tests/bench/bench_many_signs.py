"""Two hundred emulated signs over TCP, driven by one process: how late the last hears of an edition, at what cost."""

import asyncio
import json
import os
import resource
import sys
import tempfile
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.profile import LineSettings
from ledsign.rotation import SignPanel
from tests.ledsign.hall import FIVE, PANEL, Hall, items, until

SIGNS = 200
BAUD = 57600
PATIENCE_S = 60


def figure(name: str, value: float, unit: str, limit: float, against: str = "") -> None:
    """Print one figure as `make bench` wants it; smaller is better."""
    line = {"name": name, "value": round(value, 3), "unit": unit, "limit": limit, "holds": value <= limit}
    print(json.dumps(line | ({"against": against} if against else {}), ensure_ascii=False), flush=True)


async def emulate() -> None:
    """The other process: all signs, each on a port of its own; prints the ports and runs until its input ends."""
    async with AsyncExitStack() as stack:
        ports = []
        for _ in range(SIGNS):
            wanted = Emulation("onbon-bx5k", PANEL, LineSettings(BAUD), listen=("127.0.0.1", 0))
            ports.append(await stack.enter_async_context(running(wanted, emulated("onbon-bx5k", PANEL))))
        print(json.dumps(ports), flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def main() -> None:
    """Measure: from the swap to the moment each sign acknowledged all of the new edition."""
    pipe = asyncio.subprocess.PIPE
    signs = await asyncio.create_subprocess_exec(sys.executable, __file__, "emulate", stdin=pipe, stdout=pipe)
    assert signs.stdout
    try:
        ports = json.loads(await signs.stdout.readline())
        with tempfile.TemporaryDirectory() as folder:
            delays, cpu_s, wire_s = await measured(Hall(Path(folder)), ports)
    finally:
        signs.terminate()
        await signs.wait()
    against = f"{wire_s:.2f} s of wire for one sign alone; {SIGNS} signs and their driver on {os.cpu_count()} cores"
    figure("200 signs: p99 from new edition to last acknowledgement", percentile(delays, 0.99), "s", 10.0, against)
    figure("200 signs: the same, the median", percentile(delays, 0.5), "s", 10.0)
    figure("200 signs: the share that was updated", delays.count(float("inf")) / SIGNS, "missing", 0.0)
    figure("200 signs: processor time of the driver for it", cpu_s, "s", 10.0)


async def measured(hall: Hall, ports: list[int]) -> tuple[list[float], float, float]:
    """Seconds from the swap to each sign's last acknowledgement, processor time used, wire time of one sign."""
    entry = 'name = "{0}"\nprotocol = "onbon-bx5k"\nport = "socket://127.0.0.1:{1}"\nbaud = {2}'
    hall.settings(*(entry.format(f"屏{n}", port, BAUD) for n, port in enumerate(ports)))
    panels = tuple(SignPanel(f"屏{n}", 256, 16) for n in range(SIGNS))
    hall.publish(signs=panels)
    async with hall.serving() as service:
        await until(lambda: hall.health().get("state") == "ok", PATIENCE_S)
        links = [service.link_of(f"屏{n}").signs[0].counts for n in range(SIGNS)]
        rows = len(hall.journal())
        before = resource.getrusage(resource.RUSAGE_SELF)
        began = datetime.now(UTC)
        hall.publish(items(tuple(text[::-1] for text in FIVE)), signs=panels)
        # Asked seldom and cheaply: this process is the one whose time is measured.
        journal = hall.home / "journal" / "ledsign.jsonl"
        wanted = rows + SIGNS * len(FIVE) * 2
        late = began + timedelta(seconds=PATIENCE_S)
        while journal.read_bytes().count(b"\n") < wanted and datetime.now(UTC) < late:  # noqa: ASYNC110 - a file
            await asyncio.sleep(0.25)
        after = resource.getrusage(resource.RUSAGE_SELF)
        cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        counts = service.link_of("屏0").signs[0].counts
    last: dict[object, float] = {}
    for row in hall.journal()[rows:]:
        if row["kind"] == "acknowledged":
            last[row["sign"]] = (datetime.fromisoformat(str(row["time"])) - began).total_seconds()
    return [last.get(f"屏{n}", float("inf")) for n in range(SIGNS)], cpu_s, counts.wire_s - links[0].wire_s


def percentile(values: list[float], share: float) -> float:
    """The value that this share of all do not exceed."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


if __name__ == "__main__":
    asyncio.run(emulate() if "emulate" in sys.argv else main())
