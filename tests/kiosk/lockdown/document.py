"""Writes docs/lockdown.md: python -m tests.kiosk.lockdown.document"""

from itertools import groupby
from pathlib import Path

from tests.kiosk.lockdown import cases_after, cases_hands, cases_pages, cases_wants
from tests.kiosk.lockdown.case import EVERY_TIME, Case

CASES: list[Case] = [*cases_hands.CASES, *cases_pages.CASES, *cases_wants.CASES, *cases_after.CASES]
FILE = Path(__file__).parents[3] / "docs" / "lockdown.md"
HEAD = """# What a visitor may try, and what comes of it

<!-- Written by `python -m tests.kiosk.lockdown.document` from the cases themselves; a test holds the two together. -->

Each line below is a test in `tests/kiosk/lockdown/`: {count} cases, tried against the running kiosk and a small website
on loopback with real HTTP, by an ordinary user with the web engine's sandbox on. Touches and keys go through Qt's own
front door. A case holds only if what its last column says came true, and if after it

- the page that shows is an allowed one, or one of the kiosk's own;
- the kiosk has one window, and its browser no second one;
- no process runs that is not the kiosk's or its engine's, and the kiosk is the process it was;
- no file lies outside the kiosk's own folder, and the clipboard is empty;
- neither the stranger's server nor the one with a false certificate heard anything;
- "end my visit" leaves no process and no folder, and the next visitor's page finds no cookie, storage, cache, worker,
  text, window name, history, zoom or selection.

A failed case fails the build. `make test` tries {often} of them, up to {every_time} of a row; `make test-slow` all.
"""


def document() -> str:
    """Everything that docs/lockdown.md says."""
    ordered = sorted(CASES, key=lambda case: case.row)
    often = 0
    tables = []
    for row, cases in groupby(ordered, lambda case: case.row):
        lines = [f"| `{case.name}` | {plain(case.tries)} | {plain(case.then)} |" for case in cases]
        often += min(EVERY_TIME, len(lines))
        head = f"\n## {row[0].upper()}{row[1:]}\n\n| case | what is tried | what comes of it |\n|---|---|---|\n"
        tables.append(head + "\n".join(lines) + "\n")
    return HEAD.format(count=len(ordered), often=often, every_time=EVERY_TIME) + "".join(tables)


def plain(text: str) -> str:
    """Words as they may stand in a table."""
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    FILE.write_text(document(), encoding="utf-8")
