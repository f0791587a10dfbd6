"""What hands may try: keys of a keyboard somebody brought, gestures, things dropped, the kiosk's own text fields."""

import os
import signal

from tests.kiosk.lockdown.case import Act, Case, pause, tap
from tests.kiosk.lockdown.lobby import Lobby

KEYS = "keys"
GESTURES = "long press, menu key, right click, pinch, palms, edge swipes"
DROPS = "dropping a file or text"
OWN_FIELDS = "own text fields"
CLOSING = "Alt+F4, closing the window"

CHORDS = (
    "Control P", "Control S", "Control O", "Control N", "Control T", "Control W", "Control U", "Control J",
    "Control L", "Control F", "Control R", "Control Q", "Control Plus", "Control Minus", "Control Tab", "Control H",
    "Control Shift I", "Control Shift N", "Control Shift Delete", "Control Alt Delete", "Control Alt F1",
    "Control Alt T", "Alt Left", "Alt Home", "Alt Tab", "Alt Space", "Alt D", "Meta L", "Meta R", "Meta E", "Shift F10",
    "F1", "F5", "F6", "F7", "F11", "F12", "Escape", "Menu", "Print", "HomePage", "Back", "LaunchMail", "Search",
    "PowerOff", "Sleep",
)  # fmt: skip
"""Modifiers, then Qt's name of the key."""
BACK = ("Alt Left", "Escape", "Back")
"""These are the kiosk's own, for whoever goes by keys."""
LISTENER = """
<button id=go>·</button><script>
const seen = []; addEventListener('keydown', e => seen.push(e.key), true);
addEventListener('contextmenu', () => seen.push('menu'), true); go.onclick = () => report(seen.join());
</script>
"""
FEELER = """
<div style="height:4000px"><button id=go style="position:fixed;top:0">·</button><p>字 字 字</p></div><script>
const seen = new Set(); addEventListener('contextmenu', () => seen.add('menu'), true);
addEventListener('touchstart', e => { if (e.touches.length > 1) seen.add('fingers') }, true);
addEventListener('auxclick', () => seen.add('aux'), true);
addEventListener('drop', () => seen.add('drop'), true);
function tell() {
  if (visualViewport.scale !== 1 || devicePixelRatio !== 1) seen.add('zoom');
  if (String(getSelection())) seen.add('selection');
  report([...seen].join());
}
go.addEventListener('click', tell);
</script>
"""


def chord(words: str) -> Case:
    """A key with its modifiers, while the page has the focus."""
    *held, key = words.split()

    def act(lobby: Lobby) -> None:
        tap(lobby)
        pause(0.05)
        lobby.do("key", key=key, held=" ".join(held))
        if words not in BACK:
            tap(lobby)

    if words in BACK:
        return Case(f"key-{words.replace(' ', '-').lower()}", KEYS, f"{'+'.join([*held, key])} on the website",
                    "the kiosk's own way back, from the website to where one came from", LISTENER,
                    lambda lobby: (act(lobby), gone(lobby))[1])  # type: ignore[func-returns-value]  # fmt: skip
    return Case(f"key-{words.replace(' ', '-').lower()}", KEYS, f"{'+'.join([*held, key])} on the website",
                "nothing hears it", LISTENER, act, reports="")  # fmt: skip


def gone(lobby: Lobby) -> None:
    """The visit of the website is over."""
    lobby.wait(lambda state: state.page != "web")


def then_tap(gesture: Act) -> Act:
    """The gesture, then a finger that lets the page tell what it felt."""

    def act(lobby: Lobby) -> None:
        gesture(lobby)
        tap(lobby)

    return act


def long_press(lobby: Lobby) -> None:
    """A finger held for longer than any menu waits."""
    x, y = lobby.middle()
    lobby.do("finger", points=[("down", 0, x, y)])
    pause(0.8)
    lobby.do("finger", points=[("up", 0, x, y)])


def mouse(button: str, *, control: bool = False) -> Act:
    """A mouse somebody plugged in."""

    def act(lobby: Lobby) -> None:
        x, y = lobby.middle()
        lobby.do("mouse", button=button, x=x, y=y, control=control)

    return act


def pinch(lobby: Lobby) -> None:
    """Two fingers that part."""
    x, y = lobby.middle()
    lobby.do("finger", points=[("down", 0, x, y), ("down", 1, x + 20, y)])
    for step in range(1, 9):
        lobby.do("finger", points=[("move", 0, x - 20 * step, y), ("move", 1, x + 20 + 20 * step, y)])
    lobby.do("finger", points=[("up", 0, x - 160, y), ("up", 1, x + 180, y)])


def ten_fingers(lobby: Lobby) -> None:
    """Both hands at once, then all lifted."""
    x, y = lobby.middle()
    places = [(x - 200 + 40 * number, y + number % 3 * 30) for number in range(10)]
    lobby.do("finger", points=[("down", number, *place) for number, place in enumerate(places)])
    lobby.do("finger", points=[("up", number, *place) for number, place in enumerate(places)])


def palm(lobby: Lobby) -> None:
    """Many points that come, move a little and go again."""
    x, y = lobby.middle()
    for turn in range(5):
        points = [(number, x + 15 * (number % 3), y + 15 * (number // 3)) for number in range(9)]
        lobby.do("finger", points=[("down", *point) for point in points])
        lobby.do("finger", points=[("move", number, px + 3 + turn, py) for number, px, py in points])
        lobby.do("finger", points=[("up", number, px + 3 + turn, py) for number, px, py in points])


def fifty_taps(lobby: Lobby) -> None:
    """A child: fifty taps as fast as they come."""
    x, y = lobby.middle()
    for number in range(50):
        lobby.do("tap", x=x + number % 7, y=y + 250)


def swipe(side: str) -> Act:
    """From beyond an edge of the glass into it."""

    def act(lobby: Lobby) -> None:
        left, top, width, height = lobby.pane()
        starts = {"left": (1, top + 300), "right": (width - 2, top + 300), "top": (300, 1), "bottom": (300, 1279)}
        x, y = starts[side]
        step_x, step_y = {"left": (40, 0), "right": (-40, 0), "top": (0, 40), "bottom": (0, -40)}[side]
        lobby.do("finger", points=[("down", 0, left + x, y)])
        for step in range(1, 9):
            lobby.do("finger", points=[("move", 0, left + x + step * step_x, y + step * step_y)])
        lobby.do("finger", points=[("up", 0, left + x + 8 * step_x, y + 8 * step_y)])
        assert height > 0

    return act


def double_tap(lobby: Lobby) -> None:
    """Which enlarges on a telephone, and chooses a word at a desk."""
    x, y = lobby.middle()
    lobby.do("tap", x=x, y=y + 300)
    lobby.do("tap", x=x, y=y + 300)


def wheel(notches: int, *, control: bool) -> Act:
    """A wheel, perhaps with Ctrl."""

    def act(lobby: Lobby) -> None:
        x, y = lobby.middle()
        lobby.do("wheel", notches=notches, x=x, y=y, control=control)
        pause(0.1)

    return act


def drop(url: str, text: str) -> Act:
    """Something let go over the page."""

    def act(lobby: Lobby) -> None:
        x, y = lobby.middle()
        lobby.do("drop", url=url.format(stranger=lobby.site.stranger), text=text, x=x, y=y)

    return act


def copy(lobby: Lobby) -> None:
    """Everything chosen and copied, by keys."""
    tap(lobby)
    for key in "ACXV":
        lobby.do("key", key=key, held="Control")


def own_field(text: str) -> Act:
    """Typed where the kiosk itself searches."""

    def act(lobby: Lobby) -> None:
        lobby.leave()
        lobby.do("open", page="search")
        lobby.do("type", text=text)
        results = [name for name in lobby.names() if name in {"办公室", "综合法规处", "人事处", "预算处"}]
        assert len(results) < 4, "not everything is shown"
        assert lobby.do("touch", name="首页")

    return act


def close_window(lobby: Lobby) -> None:
    """What a window manager sends for Alt+F4."""
    for _ in range(3):
        lobby.do("close")
    lobby.do("key", key="F4", held="Alt")


def hang_up(lobby: Lobby) -> None:
    """The browser is told to go by a signal that programs may heed."""
    os.kill(lobby.state().browser, signal.SIGTERM)
    lobby.wait(lambda state: state.page == "home" or (state.state == "showing" and state.title == "示例门户"))


TEXTS = {
    "quotes": "'\"`;--",
    "percent": "%_%*?%",
    "dots": "../../etc/passwd",
    "long": "z" * 10_000,
    "right-to-left": "\u202eשלום العربية",
    "emoji": "👨‍👩‍👧‍👦🏳️‍🌈",
    "control": "\x01\x02\x1b[2J\x7f",
    "markup": "<img src=file:///etc/passwd><b>x",
    "null": "a\x00b",
    "format": "{0} %s ${HOME} $(id)",
}

WORDS = {
    "quotes": "quotation marks",
    "percent": "percent signs and stars",
    "dots": "a way up the folders",
    "long": "ten thousand letters",
    "right-to-left": "writing from right to left",
    "emoji": "emoji of several parts",
    "control": "control characters",
    "markup": "HTML",
    "null": "a null character",
    "format": "placeholders of programs",
}
"""For each of the TEXTS."""

CASES = [
    *map(chord, CHORDS),
    Case("key-copy", KEYS, "Ctrl+A, C, X, V on the website", "nothing is copied", LISTENER,
         lambda lobby: (copy(lobby), tap(lobby))[1], reports=""),  # type: ignore[func-returns-value]
    Case("hold", GESTURES, "a finger held on the page", "no menu, no selection", FEELER, then_tap(long_press),
         reports=""),
    Case("hold-link", GESTURES, "a finger held on a link", "no menu",
         "<a id=go href='/'>链接</a>" + FEELER.replace("id=go", "id=no").replace("go.add", "no.add"),
         lambda lobby: (long_press(lobby), pause(0.2))[1]),  # type: ignore[func-returns-value]
    Case("right-click", GESTURES, "the right button of a mouse", "no menu", FEELER, then_tap(mouse("Right")),
         reports=""),
    Case("middle-click", GESTURES, "the middle button of a mouse on a link", "nothing opens",
         "<a id=go href='/'>链接</a><script>setTimeout(() => report('still here'), 500)</script>", mouse("Middle"),
         reports="still here"),
    Case("control-click", GESTURES, "Ctrl and a click on a link", "no new window, perhaps the page itself",
         "<a id=go href='/'>链接</a>", mouse("Left", control=True)),
    Case("back-button", GESTURES, "the back button of a mouse", "the page stays", FEELER, then_tap(mouse("Back")),
         reports=""),
    Case("pinch", GESTURES, "two fingers that part", "one finger counts, nothing grows", FEELER, then_tap(pinch),
         reports=""),
    Case("ten-fingers", GESTURES, "ten fingers at once", "one counts, the page answers", FEELER, then_tap(ten_fingers),
         reports=""),
    Case("palm", GESTURES, "a palm laid on the glass five times", "ignored, the page answers", FEELER, then_tap(palm),
         reports=""),
    Case("fifty-taps", GESTURES, "fifty taps a second", "the page answers", FEELER, then_tap(fifty_taps),
         reports="selection|"),
    *(
        Case(f"swipe-{side}", GESTURES, f"a swipe from the {side} edge", "no going back, no panel", FEELER,
             then_tap(swipe(side)), reports="")
        for side in ("left", "right", "top", "bottom")
    ),
    Case("double-tap", GESTURES, "two quick taps", "nothing grows", FEELER, then_tap(double_tap), reports="selection|"),
    Case("wheel", GESTURES, "a wheel", "the page scrolls, nothing grows", FEELER, then_tap(wheel(3, control=False)),
         reports=""),
    Case("control-wheel", GESTURES, "Ctrl and a wheel", "nothing grows", FEELER, then_tap(wheel(-9, control=True)),
         reports=""),
    Case("drop-file", DROPS, "a file of the machine dropped on the page", "swallowed at the window", FEELER,
         then_tap(drop("file:///etc/passwd", "")), reports=""),
    Case("drop-address", DROPS, "a stranger's address dropped on the page", "swallowed", FEELER,
         then_tap(drop("{stranger}/", "")), reports=""),
    Case("drop-text", DROPS, "text dropped on the page", "swallowed", FEELER, then_tap(drop("", "left")), reports=""),
    *(
        Case(f"field-{name}", OWN_FIELDS, f"{WORDS[name]} typed into the kiosk's own search",
             "no crash, not everything shown", act=own_field(text))
        for name, text in TEXTS.items()
    ),
    Case("close", CLOSING, "the window is told to close, and Alt+F4", "it stays", act=close_window),
    Case("terminate", CLOSING, "the browser is told to end", "it comes back at its first page", act=hang_up),
]  # fmt: skip
