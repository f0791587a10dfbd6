"""Tells whoever looks after the machine how the kiosk is: one small file, written whole every few seconds."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

EVERY_S = 5.0


@dataclass(frozen=True, slots=True)
class Health:
    """`time` is UTC with Z; `edition` the number that shows, None before the first; `problems` are sentences."""

    time: str
    edition: int | None
    state: str
    problems: tuple[str, ...]
    first_frame_s: float | None
    """From the start of the process to the first frame on the glass, in seconds."""


def write_health(file: Path, health: Health) -> None:
    """Replace `file` by one rename, so that a reader never meets half of it. OSError where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(json.dumps(asdict(health), ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(file)


def seconds_since_process_start() -> float | None:
    """How long this process has been running, by the kernel's account; None where it keeps none."""
    try:
        started = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
        up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return up - started / os.sysconf("SC_CLK_TCK")
