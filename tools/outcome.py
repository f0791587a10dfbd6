"""What a run of the whole lobby came to, read from the programs' health files and the emulator's state."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from ledsign.compose import replaced
from ledsign.rotation import Rotation

ITEMS_A_DAY = 5


@dataclass(frozen=True)
class Outcome:
    """The line that `RUN_FOR=25 make run` prints; the field names are those of the documented line."""

    first_frame_s: float | None
    items_acknowledged: int
    items_held: int
    edition: int | None
    problems: list[str]

    @property
    def holds(self) -> bool:
        """Whether the sign holds the day's items and nothing went wrong."""
        return self.items_held == ITEMS_A_DAY and not self.problems

    def line(self) -> str:
        """One JSON object on one line."""
        return json.dumps(asdict(self), ensure_ascii=False)


def outcome(home: Path, state: Path, failures: list[str]) -> Outcome:
    """Read what the programs wrote last; `failures` are what the caller saw itself."""
    health = {name: read_object(home / "health" / f"{name}.json") for name in ("kiosk", "ledsign")}
    edition = edition_number(home)
    told = [problem for name, report in health.items() for problem in complaints(name, report, edition)]
    # Not from the journal: what a sign kept in its flash since yesterday is not sent again.
    acknowledged = health["ledsign"].get("items_acknowledged")
    first_frame = health["kiosk"].get("first_frame_s")
    return Outcome(
        first_frame_s=round(float(first_frame), 3) if isinstance(first_frame, int | float) else None,
        items_acknowledged=acknowledged if isinstance(acknowledged, int) else 0,
        items_held=len(held(state, items(home / "editions" / "current"))),
        edition=edition,
        problems=[*failures, *told],
    )


def complaints(name: str, report: dict[str, object], edition: int | None) -> Iterator[str]:
    """What a program's health file says is wrong, and whether it shows another edition than the current one."""
    if not report:
        yield f"{name} wrote no health file"
        return
    problems = report.get("problems")
    for problem in problems if isinstance(problems, list) else []:
        yield f"{name}: {problem}"
    if report.get("edition") != edition:
        yield f"{name} shows edition {report.get('edition')}, current is {edition}"


def edition_number(home: Path) -> int | None:
    """The number of the edition that `current` points to; None where nothing was published."""
    current = home / "editions" / "current"
    name = current.resolve().name if current.exists() else ""
    return int(name) if name.isdecimal() else None


def items(edition: Path) -> frozenset[str]:
    """The texts of an edition's items, as a sign that renders text itself has them."""
    file = edition / "rotation.json"
    rotation = Rotation.from_json(file.read_bytes()) if file.is_file() else Rotation()
    return frozenset(replaced(item.text)[0] for item in rotation.items)


def held(state: Path, wanted: frozenset[str]) -> frozenset[str]:
    """Which of these texts the emulated sign holds; a standing notice beside them does not count."""
    texts = read_object(state).get("texts")
    return wanted & {str(text) for text in texts} if isinstance(texts, list) else frozenset()


def read_object(file: Path) -> dict[str, object]:
    """The JSON object in a file; empty where there is none yet."""
    return parsed(file.read_text(encoding="utf-8")) if file.is_file() else {}


def parsed(text: str) -> dict[str, object]:
    """A JSON object from text; empty where it is not one (a line half written)."""
    try:
        value: object = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
