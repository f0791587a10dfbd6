"""What a hostile site and a hostile visitor do at random."""

import os
import random
import signal
from collections.abc import Callable
from contextlib import suppress

from tests.kiosk.lockdown.cases_after import FLOODS, TRACES
from tests.kiosk.lockdown.cases_hands import CHORDS, TEXTS
from tests.kiosk.lockdown.cases_pages import FETCHES, OTHER_WAYS, TARGETS
from tests.kiosk.lockdown.cases_wants import DIALOGS, FIELDS, PERMISSIONS, PROGRAMS
from tests.kiosk.lockdown.lobby import Lobby

Move = Callable[[Lobby, random.Random, float, float], None]
SCRIPTS = [
    *(f"location.href = {address}" for address, _words in TARGETS.values()),
    *(f"document.body.append(Object.assign(document.createElement('iframe'), {{src: {address}}}))"
      for address, _words in TARGETS.values()),
    *(script for script, _words in OTHER_WAYS.values()),
    *(script for script, _words in FETCHES.values()),
    *(script for script, _words in TRACES.values()),
    *(script for script, _words in DIALOGS.values()),
    *(script for script, _words in PERMISSIONS.values()),
    *(f"location.href = '{address}'" for address in PROGRAMS),
    *(f"document.body.insertAdjacentHTML('beforeend', `{field}`)" for field, _words in FIELDS.values()),
    "window.open(STRANGER)", "window.open('about:blank')", "location.href = 'about:blank'",
    "window.open(SITE, '_blank')",
    "onbeforeunload = event => event.preventDefault()", "location.href = SITE + '/secret'",
    "location.href = '/paper.pdf'",
    "location.href = '/download.bin'", "location.href = '/long'", "location.href = '/media'", "location.reload()",
]  # fmt: skip


FLOODED = 0.1
"""Of all pages so many also flood the machine; more would only hide the other tricks."""


def hostile(chance: random.Random) -> str:
    """A page that tries several tricks by itself, and more at every touch."""
    tries = [(chance.choice(SCRIPTS), chance.randrange(600)) for _ in range(4)]
    if chance.random() < FLOODED:
        tries.append((chance.choice(list(FLOODS.values()))[0], chance.randrange(600)))
    touched = "".join(f"try {{ {chance.choice(SCRIPTS)} }} catch (f) {{}}" for _ in range(2))
    alone = "".join(f"setTimeout(() => {{ try {{ {script} }} catch (f) {{}} }}, {wait});" for script, wait in tries)
    return f"<button id=go>·</button><input><script>go.onclick = () => {{ {touched} }}; {alone}</script>"


def go(lobby: Lobby, chance: random.Random, _x: float, _y: float) -> None:
    """To the next hostile page."""
    name = f"monkey-{chance.randrange(10**6)}"
    lobby.site.tricks = {name: hostile(chance)}
    lobby.do("go", url=lobby.site.address(name))


def tap(lobby: Lobby, chance: random.Random, x: float, y: float) -> None:
    """A few quick touches."""
    for _ in range(chance.randrange(1, 12)):
        lobby.do("tap", x=x, y=y)


def fingers(lobby: Lobby, chance: random.Random, x: float, y: float) -> None:
    """Some of ten fingers, down, about, up."""
    many = range(chance.randrange(1, 10))
    for phase in ("down", "move", "move", "up"):
        lobby.do("finger", points=[(phase, finger, x + chance.randrange(-90, 90), y + finger) for finger in many])


def key(lobby: Lobby, chance: random.Random, _x: float, _y: float) -> None:
    """A chord of a keyboard somebody brought."""
    *held, last = chance.choice(CHORDS).split()
    lobby.do("key", key=last, held=" ".join(held))


def write(lobby: Lobby, chance: random.Random, _x: float, _y: float) -> None:
    """One of the awkward texts."""
    lobby.do("type", text=chance.choice(list(TEXTS.values()))[:400])


def wheel(lobby: Lobby, chance: random.Random, x: float, y: float) -> None:
    """A wheel, half the time with Ctrl."""
    lobby.do("wheel", notches=chance.randrange(-9, 9), x=x, y=y, control=chance.random() < 0.5)


def mouse(lobby: Lobby, chance: random.Random, x: float, y: float) -> None:
    """A button of a mouse."""
    lobby.do("mouse", button=chance.choice(["Left", "Right", "Middle", "Back"]), x=x, y=y)


def drop(lobby: Lobby, chance: random.Random, x: float, y: float) -> None:
    """Something let go over the page."""
    lobby.do("drop", url=chance.choice(["", "file:///etc/passwd", lobby.site.stranger]), text="left", x=x, y=y)


def close(lobby: Lobby, _chance: random.Random, _x: float, _y: float) -> None:
    """The window is told to close."""
    lobby.do("close")


def kill(lobby: Lobby, chance: random.Random, _x: float, _y: float) -> None:
    """A process of the visit dies, as where memory is short."""
    with suppress(ProcessLookupError, IndexError):
        os.kill(chance.choice(lobby.browsers()), signal.SIGKILL)


def leave(lobby: Lobby, _chance: random.Random, _x: float, _y: float) -> None:
    """The visit ends."""
    lobby.leave()


MOVES: dict[Move, int] = {
    go: 20,
    tap: 30,
    fingers: 10,
    key: 12,
    write: 5,
    wheel: 6,
    mouse: 8,
    drop: 5,
    close: 1,
    kill: 1,
    leave: 2,
}
"""How often each is done, of a hundred."""


def step(lobby: Lobby, chance: random.Random) -> str:
    """Do one thing; say which."""
    found = lobby.do("pane")
    left, top, width, height = found if isinstance(found, list) else (0.0, 100.0, 720.0, 1000.0)
    (move,) = chance.choices(list(MOVES), list(MOVES.values()))
    move(lobby, chance, left + chance.random() * width, top + chance.random() * height)
    return move.__name__
