"""One thing a visitor, or a page's script, may try against the running kiosk, and what must come of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

import pytest
from _pytest.mark import ParameterSet

from tests.kiosk.lockdown.lobby import Lobby

Act = Callable[[Lobby], None]
SETTLE_S = 0.15
"""After the last thing a case waits for: whatever comes late shall still be seen."""

EVERY_TIME = 9
"""Of the cases of one row so many, spread over it, are tried with every change; all of them with the slow tests."""


def nothing(_lobby: Lobby) -> None:
    """The page's script does it all by itself."""


def tap(lobby: Lobby) -> None:
    """A finger on the page: what follows was asked for by a person."""
    lobby.tap_page()


@dataclass(frozen=True)
class Case:
    """What is tried and what must come of it.

    `tries` and `then` are for docs/lockdown.md. `page` is the body of a page of the test site, None where the front
    page will do. `reports` is what the page must say of itself, as a regular expression; `refused` the kinds of
    refusal, between bars, of which one must be told.
    """

    name: str
    row: str
    tries: str
    then: str
    page: str | None = None
    act: Act = nothing
    reports: str | None = None
    refused: str | None = None


def still(script: str, after_ms: int = 250) -> str:
    """A page that tries something and then says that it is still there."""
    later = f"setTimeout(() => report('still here'), {after_ms})"
    return f"<button id=go>·</button><script>{later}; try {{ {script} }} catch (fault) {{}}</script>"


def touched(script: str, after_ms: int = 250) -> str:
    """A page that tries something when it is touched, and then says that it is still there."""
    later = f"setTimeout(() => report('still here'), {after_ms});"
    return (
        f"<button id=go>·</button><script>go.onclick = () => {{ {later} try {{ {script} }} catch (f) {{}} }};</script>"
    )


def pause(seconds: float) -> None:
    """Let the machine do what it may do."""
    time.sleep(seconds)


def to_try(cases: list[Case]) -> list[ParameterSet]:
    """Each case as an argument of a test, named; those beyond EVERY_TIME of a row are slow."""
    made = []
    for _row, found in groupby(sorted(cases, key=lambda case: case.row), lambda case: case.row):
        row = list(found)
        for number, case in enumerate(row):
            often = (number + 1) * EVERY_TIME // len(row) > number * EVERY_TIME // len(row)
            made.append(pytest.param(case, id=case.name, marks=() if often else pytest.mark.slow))
    return made
