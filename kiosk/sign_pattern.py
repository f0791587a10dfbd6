"""Asks the sign's program for its test pattern, by the file that both know (ledsign/service/pattern.py)."""

import json
from datetime import UTC, datetime
from pathlib import Path

REQUEST = Path("requests") / "sign-pattern.json"
"""Below the home."""
SECONDS = 30


def ask_for_pattern(home: Path, now: datetime) -> None:
    """From now (aware) on for half a minute. OSError where the file cannot be written."""
    file = home / REQUEST
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    asked = {"time": now.astimezone(UTC).isoformat(timespec="seconds"), "seconds": SECONDS}
    beside.write_text(json.dumps(asked) + "\n", encoding="utf-8")
    beside.replace(file)
