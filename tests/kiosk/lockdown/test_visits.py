import time
from pathlib import Path

import pytest

from tests.kiosk.lockdown.case import pause
from tests.kiosk.lockdown.cases_after import typed
from tests.kiosk.lockdown.lobby import ELSEWHERE, Lobby
from tests.kiosk.lockdown.site import Site
from tests.kiosk.lockdown.trying import look_around

WORD = "zhizhu4711"
IDLE_S = 90
"""As the lobby of these tests is set up."""


def files_with(word: str, lobby: Lobby) -> list[Path]:
    """The kiosk's and its user's files that hold a word, as the engine or Qt would write it."""
    forms = (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
    elsewhere = [path for folder in ELSEWHERE for path in folder.glob("*") if path.lstat().st_uid == lobby.user]
    files = [path for path in (*lobby.home.rglob("*"), *elsewhere) if path.is_file() and not path.is_symlink()]
    return [path for path in files if any(form in bytes_of(path) for form in forms)]


def bytes_of(path: Path) -> bytes:
    """Nothing of a file that was replaced meanwhile, as the health file is every five seconds."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def test_what_was_typed_is_nowhere_on_the_disk_once_the_visit_has_ended(lobby: Lobby) -> None:
    typed(lobby, WORD)
    assert WORD in sent(lobby.site)
    look_around(lobby)
    lobby.leave()
    lobby.wait_for(lambda: not list((lobby.home / "web").iterdir()))
    assert files_with(WORD, lobby) == []


def sent(site: Site) -> str:
    """Everything that forms have brought."""
    return " ".join(site.forms)


@pytest.mark.slow
def test_who_reads_and_scrolls_stays_and_who_has_left_is_led_home(lobby: Lobby) -> None:
    lobby.enter("/long")
    x, y = lobby.middle()
    until = time.monotonic() + IDLE_S * 1.5
    while time.monotonic() < until:
        lobby.do("finger", points=[("down", 0, x, y + 200)])
        lobby.do("finger", points=[("move", 0, x, y + 100)])
        lobby.do("finger", points=[("up", 0, x, y)])
        pause(5)
        seen = lobby.state()
        assert (seen.page, seen.stage) == ("web", "awake")
    lobby.wait(lambda state: state.stage == "warning", IDLE_S + 20)
    lobby.wait(lambda state: state.page == "home", 90)
    lobby.wait_for(lambda: not lobby.browsers())
