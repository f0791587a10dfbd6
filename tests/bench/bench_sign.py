"""The sign: from a swapped edition to the last acknowledgement, against the wire time of what had to be said.

The emulated sign sits on a pseudo-terminal in a process of its own and keeps time to the baud rate. Wire time is what
the frames sent and the acknowledgements received take at ten bits a byte.
"""

import asyncio
import json
import sys
import tempfile
import timeit
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ledsign.bitmap import Panel
from ledsign.compose import Style, compose
from ledsign.compose.lamps import picture
from ledsign.compose.pages import _composed
from ledsign.compose.preview import sheet, shown_compositions
from ledsign.intent import Intent, ShowNotice
from ledsign.plan import Known
from ledsign.profile import profile_of
from ledsign.protocols import planner_of
from ledsign.protocols.alpha.commands import WritePicture
from ledsign.protocols.alpha.frame import Frame as AlphaFrame
from ledsign.rotation import Rotation
from ledsign.service.service import SignService
from tests.helpers import foreign
from tests.ledsign.hall import Hall, items, until

ACK_BYTES = 30
PANEL = Panel(256, 16)
FORTY = "省财政厅部署预算编制工作强调坚持过紧日子压减一般性支出保障基本民生落实各项惠企利民政策措施"[:39]
FIVE = tuple(f"{FORTY}{number}" for number in "一二三四五")


def figure(name: str, value: float, unit: str, limit: float, against: str = "") -> None:
    """Print one figure as `make bench` wants it; smaller is better."""
    line = {"name": name, "value": round(value, 4), "unit": unit, "limit": limit, "holds": value <= limit}
    print(json.dumps(line | ({"against": against} if against else {}), ensure_ascii=False), flush=True)


async def main() -> None:
    """Measure everything."""
    for baud in (9600, 57600):
        with tempfile.TemporaryDirectory() as folder:
            await delivery(Hall(Path(folder)), baud)
    drawing()
    against_others()


async def delivery(hall: Hall, baud: int) -> None:
    """A full update (the middle one of three), and one changed item of five."""
    hall.one_sign(baud)
    hall.publish(items(tuple(text[::-1] for text in FIVE)))
    command = ["emulate", "--protocol", "onbon-bx5k", "--panel", "256x16", "--pty", str(hall.home / "sign.pty")]
    emulator = await asyncio.create_subprocess_exec(sys.executable, "-m", "ledsign", *command, "--baud", str(baud))
    try:
        await until((hall.home / "sign.pty").is_symlink, 10)
        async with hall.serving() as service:
            await until(lambda: hall.health().get("state") == "ok", 30)
            turned = tuple(text[::-1] for text in FIVE)
            rounds = [await update(hall, service, texts) for texts in (FIVE, turned, FIVE)]
            full_s, full_wire_s = sorted(rounds)[1]
            one_s, _ = await update(hall, service, (*FIVE[:2], FIVE[2][::-1], *FIVE[3:]))
    finally:
        emulator.terminate()
        await emulator.wait()
    wire = f"{full_wire_s:.3f} s of wire"
    figure(f"sign: new edition to last acknowledgement at {baud} baud", full_s, "s", 5.0, wire)
    figure(f"sign: the same over its wire time at {baud} baud", full_s / full_wire_s, "ratio", 1.25, wire)
    figure(f"sign: one changed item of five at {baud} baud", one_s / full_s, "ratio", 0.25, f"{full_s:.3f} s in full")


async def update(hall: Hall, service: SignService, texts: tuple[str, ...]) -> tuple[float, float]:
    """Seconds from the swap to the last acknowledgement of any frame, and seconds of wire it all needed."""
    await until(lambda: service.link_of("大厅").idle, 30)
    before = service.link_of("大厅").signs[0].counts
    hall.publish(items(texts))
    began = asyncio.get_running_loop().time()
    await until(lambda: service.link_of("大厅").signs[0].counts != before, 30)
    await until(lambda: service.link_of("大厅").idle, 30)
    link = service.link_of("大厅")
    after = link.signs[0].counts
    count = after.bytes - before.bytes + (after.steps - before.steps) * ACK_BYTES
    return (link.idle_since or 0.0) - began, link.line.seconds(count)


def drawing() -> None:
    """A day's preview, and one item's bitmap, best of five."""
    rotation = Rotation(items=items(FIVE), fallback="省财政厅")

    def preview() -> None:
        _composed.cache_clear()
        picture(sheet(shown_compositions(rotation, PANEL, datetime.now(UTC))), 4)

    def laid_out(height: int) -> None:
        _composed.cache_clear()
        compose(FIVE[1], Panel(384, height), Style(height))

    preview()
    figure("preview of a day's rotation at 256x16", best_ms(preview), "ms", 50)
    for height in (16, 24, 32):
        laid_out(height)
        figure(f"one item's bitmap at {height} dots", best_ms(partial(laid_out, height)), "ms", 5)


def against_others() -> None:
    """The bytes of one frame for each of the five texts, against those of programs nobody here wrote."""
    try:
        foreign.python()
    except foreign.NotToBeHad as reason:
        print(f"bench: the foreign programs cannot be installed: {reason}", file=sys.stderr)
        return
    mine = sum(len(frame) for text in FIVE for frame in frames("onbon-bx5k", ShowNotice("text", compose(text, PANEL))))
    looks: dict[str, object] = {
        "colour": 0,
        "speed": 4,
        "mode": 1,
        "stay": 10,
        "run_mode": 0,
        "wraps": True,
        "several": True,
        "id": 0,
    }
    theirs = sum(map(len, foreign.asked("ask_onbon.py", [looks | {"text": text} for text in FIVE])))
    figure(
        "sign: bytes of five texts, Onbon", mine / theirs, "ratio", 1.0, f"app_tools_zxw: {theirs} bytes, ours {mine}"
    )
    small = [compose(text, Panel(64, 16)).pages[0].bitmap for text in FIVE]
    pictures = [WritePicture("P", bitmap) for bitmap in small]
    ours = sum(len(AlphaFrame(picture.to_command()).to_bytes()) for picture in pictures)
    rows = [picture.plain()[len(picture.head()) :].decode() for picture in pictures]
    size: dict[str, object] = {"kind": "picture", "label": "P", "address": "00", "width": 64, "height": 16}
    others = sum(map(len, foreign.asked("ask_alpha.py", [size | {"rows": one} for one in rows])))
    figure(
        "sign: bytes of five pictures, Alpha", ours / others, "ratio", 1.0, f"alphasignpy: {others} bytes, ours {ours}"
    )


def frames(protocol: str, intent: Intent) -> list[bytes]:
    """What an empty sign is sent for one intent."""
    jobs = planner_of(protocol).jobs((intent,), Known(), profile_of(protocol), 1)
    return [step.content for job in jobs for step in job.steps]


def best_ms(call: Callable[[], object]) -> float:
    """Milliseconds of the quickest of five calls."""
    return min(timeit.repeat(call, number=1, repeat=5)) * 1000


if __name__ == "__main__":
    asyncio.run(main())
