"""A socket to control an emulated sign by: one JSON object a line each way. For tests, and for people trying things.

    {"do": "state"}                                 what it holds and shows, dots and all
    {"do": "power-cut"} · {"do": "erase"}           RAM is lost · flash too
    {"do": "gif", "file": "hall.gif"}               the last minute as an animation
    {"set": {"noise": 0.2, "busy": true}}           be a bad sign, see trouble.py
    {"do": "troubles"}                              how bad it is now

The answer is {"ok": true, ...} or {"ok": false, "problem": "..."}.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from ledsign.emulator.recorder import Recorder
from ledsign.emulator.report import state_json
from ledsign.emulator.sign import EmulatedSign
from ledsign.emulator.trouble import Troubles

LONGEST_LINE = 4096


class Control:
    """What can be done to one emulated sign."""

    def __init__(self, sign: EmulatedSign, troubles: Troubles, recorder: Recorder, changed: Callable[[], None]) -> None:
        """`changed` is called when something was done to the sign."""
        self._sign, self._troubles, self._recorder, self._changed = sign, troubles, recorder, changed

    def obey(self, line: str, now: float) -> dict[str, object]:
        """Do what one line says; the answer, never an exception for something a caller can cause."""
        try:
            told = json.loads(line)
            if not isinstance(told, dict):
                raise ValueError("应当是一个 JSON 对象")  # noqa: TRY301 - told like every other mistake
            return {"ok": True} | self._done(told, now)
        except (ValueError, OSError) as wrong:
            return {"ok": False, "problem": " ".join(str(wrong).split())}

    def _done(self, told: dict[str, object], now: float) -> dict[str, object]:
        troubles = told.get("set")
        if isinstance(troubles, dict):
            for name, value in troubles.items():
                self._troubles.change(name, value)
            self._sign.busy = self._troubles.busy
            return {}
        match told.get("do"):
            case "state":
                return dict(json.loads(state_json(self._sign, self._sign.screen(now), now)))
            case "troubles":
                return self._troubles.as_json()
            case "power-cut":
                self._sign.power_cut(self._sign.flash(), now)
            case "erase":
                self._sign.power_cut({}, now)
            case "gif":
                self._recorder.write(Path(str(told.get("file", "sign.gif"))), now)
            case other:
                raise ValueError(f"不认识 {other!r}；可以 state、troubles、power-cut、erase、gif，或 set")
        self._changed()
        return {}


@contextlib.asynccontextmanager
async def listening(control: Control, path: Path) -> AsyncIterator[None]:
    """Serve the socket at `path` while the context lasts. OSError when something else is there."""
    _make_room(path)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, ValueError):  # a caller that hung up, or a line without end
            while line := await reader.readline():
                answer = control.obey(line.decode("utf-8", "replace"), asyncio.get_running_loop().time())
                writer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
                await writer.drain()
        writer.close()

    server = await asyncio.start_unix_server(talk, path, limit=LONGEST_LINE)
    try:
        yield
    finally:
        server.close()
        _make_room(path)


def _make_room(path: Path) -> None:
    if path.exists() and not path.is_socket():
        raise FileExistsError(errno.EEXIST, f"{path} 是一个已有的文件，不会覆盖；请换一个名字")
    path.unlink(missing_ok=True)
