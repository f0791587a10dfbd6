"""The files the service leaves for others: health, journal, and what each sign was last known to hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from ledsign.plan import Held, Known, Memory
from ledsign.whole import whole

LARGEST_JOURNAL_BYTES = 4_000_000
"""About a year of one sign; then the file is moved aside and the one before it dropped."""


HOUR_S = 3600.0


def write_whole(file: Path, content: str) -> None:
    """Write a file whole or not at all; its folder is made where it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with whole(file) as beside:
        beside.write_text(content, encoding="utf-8")


class Journal:
    """Appends rows to `journal/ledsign.jsonl`: seq, time (UTC), kind, sign, item."""

    def __init__(self, file: Path) -> None:
        """Rows go on counting where the file ends."""
        self._file = file
        self._seq = _last_seq(file)
        # A power cut may have left half a row: the next one begins on a line of its own.
        self._gap = "" if _tail(file)[-1:] in (b"", b"\n") else "\n"

    def append(self, kind: str, sign: str, item: str, now: datetime) -> None:
        """Add one row at `now` (aware, UTC)."""
        self._seq += 1
        stamp = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        row = {"seq": self._seq, "time": stamp, "kind": kind, "sign": sign, "item": item}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._file.is_file() and self._file.stat().st_size > LARGEST_JOURNAL_BYTES:
            self._file.replace(self._file.with_suffix(".1.jsonl"))
        with self._file.open("a", encoding="utf-8") as journal:
            journal.write(self._gap + json.dumps(row, ensure_ascii=False) + "\n")
        self._gap = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant on two clocks, in seconds: the link's, which never jumps, and the machine's, which outlives it."""

    link_s: float = 0.0
    machine_s: float = 0.0


class SlotFile:
    """What signs were known to hold, one small file a sign; only flash is worth remembering.

    Replacing a file takes milliseconds on some disks, in which two hundred signs would wait: what is to be kept is
    handed over with `write`, and `flush` puts it on the disk from a thread of its own, the latest of each sign only.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` may not be there yet."""
        self._folder = folder
        self._kept: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._one_at_a_time = Lock()

    def read(self, sign: str, identity: str, now: Moment = Moment()) -> Known:
        """What the sign held; nothing when there is no file, it is damaged, or it is about another port or protocol.

        Each slot is as old as it was, as far as the machine's clock tells: after a restart nothing is written for that.
        """
        try:
            stored = json.loads(self._path(sign).read_text(encoding="utf-8"))
            if stored["identity"] != identity:
                return Known()
            return Known({name: _held(slot, now) for name, slot in stored["slots"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Known()

    def write(self, sign: str, identity: str, known: Known, now: Moment = Moment()) -> None:
        """Keep what the sign holds, at the next `flush`; when it was confirmed only to the hour, to spare the disk."""
        slots = {name: _plain(held, now) for name, held in known.of(Memory.FLASH).items()}
        content = json.dumps({"identity": identity, "slots": slots}, ensure_ascii=False, indent=1)
        if self._kept.get(sign) != content:
            self._kept[sign] = self._waiting[sign] = content

    def flush(self) -> None:
        """Put on the disk what waits for it. OSError when the disk is full or gone; then it waits on."""
        with self._one_at_a_time:
            while self._waiting:
                sign, content = next(iter(self._waiting.items()))
                write_whole(self._path(sign), content + "\n")
                if self._waiting[sign] == content:
                    del self._waiting[sign]

    def _path(self, sign: str) -> Path:
        safe = "".join(c if c.isalnum() or c in "-_" else f"%{ord(c):x}" for c in sign)
        return self._folder / f"{safe}.json"


def _plain(held: Held, now: Moment) -> dict[str, object]:
    confirmed_s = held.at - now.link_s + now.machine_s
    return {"digest": held.digest, "key": held.key, "hour": int(confirmed_s // HOUR_S)}


def _held(slot: Mapping[str, object], now: Moment) -> Held:
    age_s = now.machine_s - float(str(slot.get("hour", 0))) * HOUR_S
    return Held(str(slot["digest"]), Memory.FLASH, str(slot["key"]), now.link_s - max(age_s, 0.0))


def _last_seq(file: Path) -> int:
    """The number of the last whole row; 0 when there is none."""
    return next((seq for line in reversed(_tail(file).splitlines()) if (seq := _seq_of(line))), 0)


def _seq_of(line: bytes) -> int:
    try:
        return int(json.loads(line)["seq"])
    except (ValueError, KeyError, TypeError):
        return 0


def _tail(file: Path) -> bytes:
    try:
        with file.open("rb") as journal:
            journal.seek(max(file.stat().st_size - 4096, 0))
            return journal.read()
    except OSError:
        return b""
