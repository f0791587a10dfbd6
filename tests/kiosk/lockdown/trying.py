"""Tries a case against the running kiosk and looks, after each, whether anything got out or stayed."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.kiosk.lockdown.case import SETTLE_S, Case
from tests.kiosk.lockdown.lobby import Lobby, running
from tests.kiosk.lockdown.seen import Seen
from tests.kiosk.lockdown.site import running as site_running

PATIENCE_S = 4.0
"""After which a visitor whose touch had no effect touches again, so often as TOUCHES says."""
TOUCHES = 4


@contextmanager
def lockdown(folder: Path, number: int) -> Iterator[Lobby]:
    """A test portal and a kiosk that has just been entered by its first visitor."""
    home = folder / "home"
    (home / "editions").mkdir(parents=True)
    with site_running(folder) as site, running(home, site, number) as lobby:
        look_around(lobby)
        yield lobby


def attempt(lobby: Lobby, case: Case) -> None:
    """One case, by a visitor whose visit has begun and who leaves nothing to the next."""
    site, pid = lobby.site, lobby.process.pid
    if lobby.used:
        # The case before failed; it shall not be this one's fault.
        lobby.leave()
    lobby.used = True
    site.clear()
    lobby.refused.clear()
    if case.page is None or lobby.state().page != "web":
        lobby.enter()
    if case.page is not None:
        site.tricks[case.name] = case.page
        lobby.do("go", url=site.address(case.name))
        lobby.wait_for(lambda: ("GET", f"/trick/{case.name}") in site.asked)
        if not case.page.startswith("<script>"):
            lobby.wait(lambda state: state.title == case.name or state.url != site.address(case.name))
    case.act(lobby)
    if case.reports is not None:
        reported(lobby, case)
    time.sleep(SETTLE_S)
    lobby.do("ask")
    seen = lobby.state()
    told = list(lobby.refused)
    if case.refused is not None:
        kinds = {what for what, _detail in told}
        assert kinds & set(case.refused.split("|")), f"nothing of {case.refused} was refused, but {told}"
    locked(lobby, seen)
    assert lobby.process.pid == pid
    assert lobby.process.poll() is None


def reported(lobby: Lobby, case: Case) -> None:
    """The page's own word of what came of it."""
    said = lobby.site.reports
    for _ in range(TOUCHES):
        deadline = time.monotonic() + PATIENCE_S
        while not said.get(case.name) and time.monotonic() < deadline:
            time.sleep(0.02)
        if said.get(case.name):
            break
        # A page that is not yet painted hears nothing.
        lobby.tap_page()
    assert said.get(case.name), "the page says nothing"
    assert case.reports is not None
    for report in said[case.name]:
        assert re.fullmatch(case.reports, report, re.DOTALL), f"the page says {report!r}"


def locked(lobby: Lobby, seen: Seen) -> None:
    """Nothing got out: an allowed page or one of our own, one window, no strange process or file, no clipboard."""
    if seen.page == "web":
        assert seen.url.startswith(f"{lobby.site.own}/"), f"{seen.url} is shown"
        assert seen.web_windows <= 1, "the browser has more than its one window"
    assert seen.windows == 1
    assert seen.clipboard == ""
    assert lobby.site.strangers == [], "somebody outside was reached"
    assert not (strange := lobby.strange_processes()), f"{strange} runs"
    assert not (left := lobby.strange_files()), f"{left} was written"


def look_around(lobby: Lobby) -> None:
    """The visit ends; the next visitor looks for anything of it, in the page and on the disk."""
    lobby.leave()
    lobby.wait_for(lambda: not list((lobby.home / "web").glob("*")))
    lobby.site.clear()
    lobby.do("open", page="web")
    lobby.wait(lambda state: state.state == "showing" and not state.loading)
    lobby.go(f"{lobby.site.own}/memory", "记得什么")
    lobby.wait_for(lambda: bool(lobby.site.reports.get("memory")))
    found = json.loads(lobby.site.reports["memory"][0])
    assert {what: left for what, left in found.items() if left} == {}
    assert lobby.site.cookies == [""]
    assert lobby.state().zoom == 0
    lobby.used = False
