"""Reads the steps of powers, their ways out and the risk points beside them."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace

from data.importers.book import Book
from data.importers.columns.power_steps import RISKS, STEP_KINDS, STEPS
from data.importers.kinds.owned import owned
from data.importers.sheets.reading import Reading
from data.records import Branch, Risk, Step, StepKind

_ARROW = re.compile(
    r"^(?:(?P<label>.*?)\s*(?:→|⇒|[-—=]+>|:|：))?\s*(?:转|到|至|第|步骤)*\s*(?P<to>\d{1,4})\s*步?$", re.DOTALL
)
_ANEW = re.compile(r"[;；\n]|(?<=\d)步?[，,、](?=\s*[^\d\s，,、][^，,、]*(?:→|⇒|[-—=]+>|:|：))")
"""Between two ways: a new line, a semicolon, or a comma after a number that a label and an arrow follow."""
_NUMBERS = re.compile(r"\d{1,4}(?:\s*[、,，]\s*\d{1,4})+")


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps by power, and the row of each by power and number."""

    by_power: defaultdict[str, tuple[Step, ...]]
    rows: dict[tuple[str, int], Reading]


def read_steps(book: Book) -> Steps:
    """The steps of each power, ordered by their numbers. A number that stands twice is an error naming both places."""
    found: defaultdict[str, dict[int, Step]] = defaultdict(dict)
    rows: dict[tuple[str, int], Reading] = {}
    for key, row in owned(book, STEPS, "power", "power"):
        number = row.number("number")
        if number is None:
            continue
        if number in found[key]:
            row.error("number", f"步骤序号 {number} 与{rows[key, number].place('number')}重复。请改正其中一处。")
        rows[key, number] = row
        found[key][number] = step_of(book, row, number)
    _add_risks(book, found)
    steps: defaultdict[str, tuple[Step, ...]] = defaultdict(tuple)
    for key, numbered in found.items():
        steps[key] = tuple(numbered[number] for number in sorted(numbered))
    return Steps(steps, rows)


def step_of(book: Book, row: Reading, number: int) -> Step:
    """The step in a row. One that leads several named ways is a decision, also where nothing says so."""
    branches = _branches(row)
    return Step(
        number,
        row.text("name"),
        kind=row.choice("kind", STEP_KINDS, _kind_of(branches)),
        link=row.text("link"),
        actor=row.text("actor"),
        office=book.reference(row, "office", "office"),
        limit=row.text("limit"),
        standard=row.text("standard"),
        result=row.text("result"),
        documents=row.lines("documents"),
        branches=branches,
    )


def _kind_of(branches: tuple[Branch, ...]) -> StepKind:
    labelled = len(branches) > 1 and all(branch.label for branch in branches)
    return StepKind.DECISION if labelled else StepKind.STEP


def _branches(row: Reading) -> tuple[Branch, ...]:
    """The ways out in 受理→3；不予受理→9, one a line or parted by semicolons, or plain numbers."""
    found: list[Branch] = []
    for part in _ANEW.split(row.text("branches")):
        text = part.strip()
        if _NUMBERS.fullmatch(unicodedata.normalize("NFKC", text)):
            found.extend(Branch(int(number)) for number in re.findall(r"\d+", unicodedata.normalize("NFKC", text)))
        elif text:
            found.extend(_branch(row, text))
    return tuple(found)


def _branch(row: Reading, text: str) -> tuple[Branch, ...]:
    match = _ARROW.match(text)
    if match is None:
        row.error("branches", f"去向“{text[:30]}”看不懂。请写成“受理→3”，箭头后面是步骤序号。")
        return ()
    return (Branch(int(match["to"]), (match["label"] or "").strip()),)


def _add_risks(book: Book, steps: defaultdict[str, dict[int, Step]]) -> None:
    for key, row in owned(book, RISKS, "power", "power"):
        number = row.number("number")
        if number is None:
            continue
        if number not in steps[key]:
            row.error("number", f"这个事项没有第 {number} 步。请改正步骤序号，或在“步骤”表里补上这一步。")
            continue
        steps[key][number] = replace(steps[key][number], risks=(*steps[key][number].risks, risk_of(row)))


def risk_of(row: Reading) -> Risk:
    """The risk point in a row."""
    return Risk(*(row.text(name) for name in ("description", "grade", "form", "measure", "responsible")))
