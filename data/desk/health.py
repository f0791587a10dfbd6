"""Health files: how each program on this machine is, written whole every five seconds."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

EVERY_S = 5.0
LATE = timedelta(seconds=30)
"""A program not heard for this long needs somebody to look; so does one whose clock is ahead by as much."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a program last said; `edition` is None where it shows none."""

    program: str
    time: datetime | None
    edition: int | None
    state: str
    problems: tuple[str, ...]

    def is_late(self, now: datetime) -> bool:
        """Whether it has been silent for too long, or tells a time to come: then nobody knows for how long."""
        return self.time is None or abs(now - self.time) > LATE


def write_health(folder: Path, health: Health) -> None:
    """Put the file beside and rename it into place. OSError where the disk refuses."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "time": (health.time or datetime.now(UTC)).isoformat(),
        "edition": health.edition,
        "state": health.state,
        "problems": list(health.problems),
    }
    beside = folder / f".{health.program}.json.new"
    beside.write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(folder / f"{health.program}.json")


def read_health(folder: Path) -> tuple[Health, ...]:
    """What every program last said, by name; a file that cannot be read is a program with a problem."""
    return tuple(_read(path) for path in sorted(folder.glob("*.json")))


def _read(path: Path) -> Health:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        time = datetime.fromisoformat(told["time"])
        edition = told.get("edition")
        problems = told.get("problems") or []
        return Health(
            program=path.stem,
            time=time if time.tzinfo else time.replace(tzinfo=UTC),
            edition=edition if isinstance(edition, int) else None,
            state=str(told.get("state", "")),
            problems=tuple(str(problem) for problem in problems),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Health(path.stem, None, None, "", (f"{path.name} 读不懂（{type(error).__name__}）",))
