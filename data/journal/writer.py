"""The lobby's side: appends what happened to `journal/DEVICE.jsonl`, and never keeps the program waiting for the disk.

    {"seq":17,"time":"2026-11-23T01:02:03.456789Z","kind":"visit", ...}

`seq` goes up by one a line, so a gap shows what was lost. At 4 MB the file becomes DEVICE.1.jsonl and the one of that
name before it goes: a journal nobody collects stays small. Standard library only: the kiosk imports it.
"""

import json
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, Full, Queue

Fact = str | int | float | bool | None

LARGEST_BYTES = 4_000_000
"""A file's size at which the next one begins."""
_WAITING = 1000
"""Entries that may wait for a slow disk; what comes on top is lost, and counted."""
_TAIL_BYTES = 65_536
_PATIENCE_S = 2.0
"""How long closing waits for the disk."""

Line = tuple[datetime, str, dict[str, Fact]]


class Journal:
    """A device's journal. `note` returns at once; a thread of its own writes. A disk's fault loses entries only."""

    def __init__(self, folder: Path, device: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`device` names the file: letters, digits, `-` and `_`. ValueError where it would be no file name."""
        if not device.replace("-", "").replace("_", "").isalnum():
            raise ValueError(f"not a device's name: {device!r}")
        self._path = folder / f"{device}.jsonl"
        self._clock = clock
        self._lines: Queue[Line | None] = Queue(_WAITING)
        self._lost = 0
        self._seq = 0
        self._thread = threading.Thread(target=self._write_all, name=f"journal {device}", daemon=True)
        self._thread.start()

    def note(self, kind: str, facts: Mapping[str, Fact] = {}) -> None:
        """Something of this kind happened just now. The facts' names must not be seq, time or kind."""
        try:
            self._lines.put_nowait((self._clock(), kind, dict(facts)))
        except Full:
            self._lost += 1

    def close(self) -> None:
        """Write what waits, for as long as the disk answers within two seconds."""
        try:
            self._lines.put(None, timeout=_PATIENCE_S)
        except Full:
            return
        self._thread.join(_PATIENCE_S)

    def _write_all(self) -> None:
        self._seq = _last_seq(self._path)
        while (line := self._lines.get()) is not None:
            batch = [line, *self._waiting()]
            ends = batch[-1] is None
            self._append([one for one in batch if one is not None])
            if ends:
                return

    def _waiting(self) -> list[Line | None]:
        """Everything else that is there already, up to the end of the journal."""
        found: list[Line | None] = []
        try:
            while not found or found[-1] is not None:
                found.append(self._lines.get_nowait())
        except Empty:
            pass
        return found

    def _append(self, lines: list[Line]) -> None:
        """Write lines at the end. What the disk refuses is lost: it must not stop a lobby."""
        before, (lost, self._lost) = self._seq, (self._lost, 0)
        loss: list[Line] = [(self._clock(), "lost", {"entries": lost})] if lost else []
        text = "".join(self._numbered(line) for line in (*lines, *loss))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._make_room()
            with self._path.open("ab") as file:
                file.write(_missing_end(self._path) + text.encode("utf-8", "replace"))
        except OSError:
            self._lost += lost + len(lines)
            self._seq = before + len(lines)

    def _numbered(self, line: Line) -> str:
        self._seq += 1
        at, kind, facts = line
        entry = {**facts, "seq": self._seq, "time": _in_utc(at), "kind": kind}
        return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"

    def _make_room(self) -> None:
        if self._path.exists() and self._path.stat().st_size >= LARGEST_BYTES:
            self._path.replace(older(self._path))


def older(path: Path) -> Path:
    """The file before this one."""
    return path.with_name(f"{path.stem}.1.jsonl")


def _in_utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _missing_end(path: Path) -> bytes:
    """The line break that a power cut kept from being written."""
    with path.open("rb") as file:
        if file.seek(0, 2) == 0:
            return b""
        file.seek(-1, 2)
        return b"" if file.read(1) == b"\n" else b"\n"


def _last_seq(path: Path) -> int:
    """The number of the last whole line, 0 where there is none."""
    for candidate in (path, older(path)):
        try:
            with candidate.open("rb") as file:
                file.seek(max(0, file.seek(0, 2) - _TAIL_BYTES))
                lines = file.read(_TAIL_BYTES).splitlines()
        except OSError:
            continue
        for line in reversed(lines):
            if (seq := _seq_of(line)) is not None:
                return seq
    return 0


def _seq_of(line: bytes) -> int | None:
    try:
        seq = json.loads(line)["seq"]
    except (ValueError, TypeError, KeyError):
        return None
    return seq if isinstance(seq, int) else None
