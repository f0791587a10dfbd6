"""Runs the programs of `tests/bench/` one after the other and prints their figures, one JSON object a line.

A figure has `name`, `value`, `unit`, `limit`, `holds`, and `against` where something else was measured in the same
run. A program that fails gives a line too, with `value` null and what it said last as `problem`; the bench itself
always ends well, since a figure is for people to judge.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FIELDS = ("name", "value", "unit", "limit", "holds")
PATIENCE_S = 2400


def main(folder: Path) -> int:
    """Run every `bench_*.py` of the folder."""
    for program in sorted(folder.rglob("bench_*.py")):
        for figure in figures(program, *run(program)):
            print(json.dumps(figure, ensure_ascii=False), flush=True)
    return 0


def run(program: Path, patience_s: float = PATIENCE_S) -> tuple[str, str]:
    """Give what a program printed, and what is wrong with the run (empty if nothing)."""
    try:
        outcome = subprocess.run(
            [sys.executable, str(program)], capture_output=True, check=False, text=True, timeout=patience_s
        )
    except subprocess.TimeoutExpired as late:
        return _text(late.stdout), f"not finished after {patience_s:g} s"
    last_words = outcome.stderr.strip().splitlines() or ["no word"]
    return outcome.stdout, f"status {outcome.returncode}: {last_words[-1]}" if outcome.returncode else ""


def _text(partial: bytes | str | None) -> str:
    """What was printed before a time-out comes as bytes, though the rest comes as text."""
    return partial.decode(errors="replace") if isinstance(partial, bytes) else partial or ""


def figures(program: Path, printed: str, problem: str) -> Iterator[dict[str, object]]:
    """Read the figures of one program's output; what is not a figure becomes a problem in its place."""
    for line in printed.splitlines():
        figure = parsed(line)
        yield figure or failure(program, f"not a figure: {line}")
    if problem:
        yield failure(program, problem)


def parsed(line: str) -> dict[str, object] | None:
    """Give the figure on a line, or None where a field is missing."""
    try:
        figure: object = json.loads(line)
    except ValueError:
        return None
    if not isinstance(figure, dict) or any(field not in figure for field in FIELDS):
        return None
    return figure


def failure(program: Path, problem: str) -> dict[str, object]:
    """Give the line that stands for a program that did not give its figure."""
    return {"name": program.stem, "value": None, "unit": "", "limit": None, "holds": False, "problem": problem}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
