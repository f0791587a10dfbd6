"""A lobby's home in a temporary folder, with editions and settings, for tests that run the whole sign service."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ledsign.bitmap import Panel
from ledsign.emulator.emulate import Emulation, emulated, running
from ledsign.emulator.sign import EmulatedSign
from ledsign.profile import LineSettings
from ledsign.rotation import Item, ItemKind, Notice, Rotation, SignPanel
from ledsign.service.service import SignService
from ledsign.settings import read_settings

ROOM = 3
PANEL = Panel(256, 16)
FIVE = (
    "全省财政工作会议部署2027年预算编制，强调过紧日子，压减一般性支出。",
    "前三季度一般公共预算收入同比增长4.2%，税收占比稳步提高。",
    "《政府采购信息公开办法》自12月1日起施行。",
    "省级部门2026年度决算已在门户网站公开，欢迎监督。",
    "周四下午三时在二楼会议室举办政府会计准则培训。",
)


def today() -> date:
    """The office's day."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def items(texts: tuple[str, ...] = FIVE, day: date | None = None) -> tuple[Item, ...]:
    """A day's bulletin; the last item is disclosed information."""
    on = day or today()
    kinds = [ItemKind.NEWS] * (len(texts) - 1) + [ItemKind.DISCLOSED]
    return tuple(
        Item(f"{on}/{i}", on, i, kind, text, "办公室", on, on)
        for i, (text, kind) in enumerate(zip(texts, kinds, strict=True), 1)
    )


@dataclass
class Hall:
    """A home whose editions can be swapped as `desk receive` does."""

    home: Path
    number: int = 0

    def settings(self, *signs: str) -> None:
        """Write `openhall.toml` from the bodies of its [[sign]] tables."""
        text = "".join(f"[[sign]]\n{sign}\n" for sign in signs)
        (self.home / "openhall.toml").write_text(text, encoding="utf-8")

    def one_sign(self, baud: int = 57600) -> None:
        """The usual hall: one sign on a converter."""
        self.settings(f'name = "大厅"\nprotocol = "onbon-bx5k"\nport = "sign.pty"\nbaud = {baud}')

    def publish(
        self,
        shown: tuple[Item, ...] | None = None,
        notices: tuple[Notice, ...] = (),
        signs: tuple[SignPanel, ...] = (SignPanel("大厅", 256, 16),),
        published_at: datetime | None = None,
    ) -> Rotation:
        """Write the next edition beside the others and let `current` point to it."""
        rotation = Rotation(
            signs=signs, items=items() if shown is None else shown, notices=notices, fallback="省财政厅"
        )
        self.number += 1
        folder = self.home / "editions" / f"{self.number:06d}"
        folder.mkdir(parents=True)
        (folder / "rotation.json").write_bytes(rotation.to_json())
        manifest = {"number": self.number, "published_at": (published_at or datetime.now(UTC)).isoformat()}
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        beside = self.home / "editions" / f"current.{os.getpid()}"
        beside.symlink_to(folder.name)
        beside.replace(self.home / "editions" / "current")
        return rotation

    def health(self) -> dict[str, object]:
        """What the service last said; empty before it said anything."""
        file = self.home / "health" / "ledsign.json"
        found: dict[str, object] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        return found

    def complaints(self) -> str:
        """The problems the service last told of."""
        return str(self.health().get("problems", ""))

    def signs(self) -> list[dict[str, object]]:
        """What the service last said of each sign."""
        found = self.health()["signs"]
        assert isinstance(found, list)
        return found

    def journal(self) -> list[dict[str, object]]:
        """All rows so far."""
        file = self.home / "journal" / "ledsign.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        return [json.loads(line) for line in lines]

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator[SignService]:
        """Run the service while the context lasts."""
        service = SignService(read_settings(self.home))
        task = asyncio.create_task(service.run())
        try:
            yield service
            if task.done():
                task.result()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    @contextlib.asynccontextmanager
    async def sign(
        self, baud: int = 57600, state: Path | None = None, protocol: str = "onbon-bx5k"
    ) -> AsyncIterator[EmulatedSign]:
        """An emulated sign on this home's pseudo-terminal while the context lasts."""
        sign = emulated(protocol, PANEL)
        line = LineSettings(baud)
        async with running(Emulation(protocol, PANEL, line, link=self.home / "sign.pty", state=state), sign):
            yield sign


async def until(true: Callable[[], bool], within_s: float) -> float:
    """Wait until something is so; gives the seconds it took. AssertionError when it is not so in time.

    A busy machine gets three times as long: what users wait for is measured by the benches.
    """
    began = _now()
    while not true():
        assert _now() < began + ROOM * within_s, f"not so after {ROOM * within_s} s"
        await asyncio.sleep(0.005)
    return _now() - began


def _now() -> float:
    return asyncio.get_running_loop().time()
