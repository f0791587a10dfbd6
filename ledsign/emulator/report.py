"""What the emulator tells the outside: a state file, whole at every change, and a picture of the lamps."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from ledsign.bitmap import Bitmap
from ledsign.compose.lamps import write_png
from ledsign.emulator.recorder import Recorder
from ledsign.emulator.sign import EmulatedSign
from ledsign.whole import whole

REPORT_S = 0.05
"""How often the files follow a page that turned."""


class Report:
    """Keeps the state file and the picture up to date, without keeping the wire waiting."""

    def __init__(self, sign: EmulatedSign, state: Path | None, png: Path | None, recorder: Recorder | None) -> None:
        """Each may be absent."""
        self._sign, self._state, self._png, self._recorder = sign, state, png, recorder
        self._written = ""
        self._drawn: Bitmap | None = None
        self._changed = asyncio.Event()

    def changed(self) -> None:
        """The sign took something in: look at it soon."""
        self._changed.set()

    async def keep(self) -> None:
        """Follow the sign until cancelled: when it took something in, and when a page may have turned."""
        while self._state or self._png or self._recorder:
            await self._write()
            with contextlib.suppress(TimeoutError):
                # Not wait_for: until Python 3.12 it forgets a cancellation that comes together with the change.
                async with asyncio.timeout(REPORT_S):
                    await self._changed.wait()
            self._changed.clear()

    async def _write(self) -> None:
        now = asyncio.get_running_loop().time()
        dots = self._sign.screen(now)
        if self._recorder is not None:
            self._recorder.see(dots, now)
        if self._state is not None:
            self._write_state(self._state, state_json(self._sign, dots, now))
        if self._png is not None and dots != self._drawn:
            await asyncio.to_thread(write_png, dots, self._png)
        self._drawn = dots

    def _write_state(self, state: Path, text: str) -> None:
        if text != self._written:
            with whole(state) as beside:
                beside.write_text(text, encoding="utf-8")
        self._written = text


def state_json(sign: EmulatedSign, dots: Bitmap, now: float) -> str:
    """The state file's text: what the sign holds and shows, dots as rows of "." and "#", and its flash."""
    flash = {name: content.hex() for name, content in sorted(sign.flash().items())}
    report = {**asdict(sign.status(now)), "dots": dots.drawn().splitlines(), "lit": dots.lit(), "flash": flash}
    return json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def flash_of(state: Path) -> dict[str, bytes]:
    """The flash that an earlier run left in its state file; empty when there is none or it cannot be read."""
    try:
        flash = json.loads(state.read_text(encoding="utf-8"))["flash"]
        return {str(name): bytes.fromhex(content) for name, content in flash.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
