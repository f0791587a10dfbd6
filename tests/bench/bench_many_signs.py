"""Two hundred emulated signs over TCP, driven by one process: how late the last hears of an edition, at what cost."""

import asyncio
import json
import resource
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.rotation import SignPanel
from ledsign.service.service import SignService
from tests.ledsign.hall import FIVE, PANEL, Hall, items, until

SIGNS = 200
BAUD = 57600


def figure(name: str, value: float, unit: str, limit: float, against: str = "") -> None:
    """Print one figure as `make bench` wants it; smaller is better."""
    line = {"name": name, "value": round(value, 3), "unit": unit, "limit": limit, "holds": value <= limit}
    print(json.dumps(line | ({"against": against} if against else {}), ensure_ascii=False), flush=True)


async def emulate() -> None:
    """The other process: all signs, each on a port of its own; prints the ports and runs until its input ends."""
    from contextlib import AsyncExitStack

    from ledsign.profile import LineSettings

    async with AsyncExitStack() as stack:
        ports = []
        for _ in range(SIGNS):
            wanted = Emulation("onbon-bx5k", PANEL, LineSettings(BAUD), listen=("127.0.0.1", 0))
            ports.append(await stack.enter_async_context(running(wanted, emulated("onbon-bx5k", PANEL))))
        print(json.dumps(ports), flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def main() -> None:
    """Measure: from the swap to the moment each sign's link is idle with everything acknowledged."""
    pipe = asyncio.subprocess.PIPE
    signs = await asyncio.create_subprocess_exec(sys.executable, __file__, "emulate", stdin=pipe, stdout=pipe)
    assert signs.stdout
    ports = json.loads(await signs.stdout.readline())
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(Path(folder))
        entry = 'name = "{0}"\nprotocol = "onbon-bx5k"\nport = "socket://127.0.0.1:{1}"\nbaud = {2}'
        hall.settings(*(entry.format(f"屏{n}", port, BAUD) for n, port in enumerate(ports)))
        panels = tuple(SignPanel(f"屏{n}", 256, 16) for n in range(SIGNS))
        hall.publish(signs=panels)
        async with hall.serving() as service:
            await until(lambda: hall.health().get("state") == "ok", 100)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
            began = asyncio.get_running_loop().time()
            hall.publish(items(tuple(text[::-1] for text in FIVE)), signs=panels)
            await until(lambda: hall.health().get("edition") == hall.number and hall.health().get("state") == "ok", 100)
            delays = sorted(idle_since(service, n) - began for n in range(SIGNS))
            cpu_s = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    signs.terminate()
    await signs.wait()
    figure("200 signs: p99 from new edition to last acknowledgement", delays[int(SIGNS * 0.99)], "s", 10.0)
    figure("200 signs: processor time of the driver for it", cpu_s, "s", 10.0)


def idle_since(service: SignService, number: int) -> float:
    """When a sign's line fell silent."""
    return service.link_of(f"屏{number}").idle_since or 0.0


if __name__ == "__main__":
    asyncio.run(emulate() if "emulate" in sys.argv else main())
