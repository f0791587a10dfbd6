"""Writes docs/lockdown.md from the cases and from what came of them when all of them were last tried.

python -m pytest tests/kiosk/lockdown -m "slow or not slow" -k "not monkey" --junitxml=FILE    tries all
python -m tests.kiosk.lockdown.document FILE...      keeps that and writes; a later file counts for what it tries again
python -m tests.kiosk.lockdown.document              writes only
"""

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path

from defusedxml import ElementTree
from PySide6.QtCore import qVersion
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion

from tests.kiosk.lockdown import cases_after, cases_away, cases_hands, cases_pages, cases_wants
from tests.kiosk.lockdown.case import EVERY_TIME, Case

CASES: list[Case] = [
    *cases_hands.CASES,
    *cases_pages.CASES,
    *cases_wants.CASES,
    *cases_away.CASES,
    *cases_after.CASES,
]
FILE = Path(__file__).parents[3] / "docs" / "lockdown.md"
RECORD = Path(__file__).with_name("record.json")
NAME = re.compile(r"\[(.+)\]$")
HEAD = """# What a visitor may try, and what comes of it

<!-- Written by `python -m tests.kiosk.lockdown.document` from the cases themselves; a test holds the two together. -->

Each line below is a test in `tests/kiosk/lockdown/`: {count} cases, tried against the running kiosk and a small website
on loopback with real HTTP, by an ordinary user with the web engine's sandbox on. Touches and keys go through Qt's own
front door. A case holds only if what it says came true, and if after it

- the page that shows is an allowed one, or one of the kiosk's own;
- the kiosk has one window, and its browser no second one;
- no process runs that is not the kiosk's or its engine's, and the kiosk is the process it was;
- no file lies outside the kiosk's own folder, and the clipboard is empty;
- no stranger's server heard so much as a connection, and none with a false certificate a request;
- "end my visit" leaves no process and no folder, and the next visitor's page finds no cookie, storage, cache, worker,
  text, window name, history, zoom or selection.

A failed case fails the build. `make test` tries {often} of them, up to {every_time} of a row; `make test-slow` all, and
then lets a hostile site and a hostile visitor do whatever a seed says for twenty minutes (`monkey.py`).

All cases together were last tried on {date} with Qt {qt} (Chromium {chromium}): {summary}.
"""


@dataclass(frozen=True)
class Record:
    """What came of the last run of everything: by case, whether it held."""

    date: str = "no day yet"
    qt: str = "?"
    chromium: str = "?"
    held: dict[str, bool] = field(default_factory=dict)

    def word(self, case: Case) -> str:
        """What came of one case."""
        return {True: "held", False: "**failed**", None: "not yet tried"}[self.held.get(case.name)]

    def summary(self) -> str:
        """In a few words."""
        words = [self.word(case) for case in CASES]
        failed, untried = words.count("**failed**"), words.count("not yet tried")
        told = [f"{words.count('held')} held"]
        told += [f"{failed} failed"] if failed else []
        told += [f"{untried} came later" if self.held else f"{untried} are not yet tried"] if untried else []
        return ", ".join(told)


def read_record() -> Record:
    """The last run that was kept."""
    return Record(**json.loads(RECORD.read_text(encoding="utf-8"))) if RECORD.exists() else Record()


def keep_record(files: Sequence[Path]) -> None:
    """Keep what pytest's own reports (JUnit's XML) say of a run, or of a run and what was tried again after it."""
    known = {case.name for case in CASES}
    held: dict[str, bool] = {}
    date = ""
    for file in files:
        root = ElementTree.parse(file).getroot()
        assert root is not None
        for test in root.iter("testcase"):
            found = NAME.search(test.get("name", ""))
            if found is not None and found[1] in known and test.find("skipped") is None:
                held[found[1]] = test.find("failure") is None and test.find("error") is None
        (suite,) = root.iter("testsuite")
        date = suite.get("timestamp", "")[:10]
    record = Record(date, qVersion(), str(qWebEngineChromiumVersion()), held)
    RECORD.write_text(json.dumps(asdict(record), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def document(record: Record) -> str:
    """Everything that docs/lockdown.md says."""
    ordered = sorted(CASES, key=lambda case: case.row)
    often = 0
    tables = []
    for row, cases in groupby(ordered, lambda case: case.row):
        lines = [
            f"| `{case.name}` | {plain(case.tries)} | {plain(case.then)} | {record.word(case)} |" for case in cases
        ]
        often += min(EVERY_TIME, len(lines))
        head = f"\n## {row[0].upper()}{row[1:]}\n\n| case | what is tried | what must come of it | result |\n"
        tables.append(f"{head}|---|---|---|---|\n" + "\n".join(lines) + "\n")
    head = HEAD.format(
        count=len(ordered),
        often=often,
        every_time=EVERY_TIME,
        date=record.date,
        qt=record.qt,
        chromium=record.chromium,
        summary=record.summary(),
    )
    return head + "".join(tables)


def plain(text: str) -> str:
    """Words as they may stand in a table."""
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    if sys.argv[1:]:
        keep_record([*map(Path, sys.argv[1:])])
    FILE.write_text(document(read_record()), encoding="utf-8")
