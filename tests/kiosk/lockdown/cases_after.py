"""What dies, hangs or floods; and what one visitor may leave to the next."""

import os
import signal
from contextlib import suppress

from tests.kiosk.lockdown.case import Act, Case, pause, still, tap
from tests.kiosk.lockdown.lobby import Lobby, family

DEAD = "renderer killed, out of memory, hung"
LEFT = "left behind: form text, cookie, clipboard, keyboard's dictionary"

# Each with its script and words for it.
TRACES = {
    "cookie": ("document.cookie = 'left=1; max-age=99999'; report('done')", "a cookie that lasts"),
    "local": ("localStorage.left = 1; report('done')", "local storage"),
    "session": ("sessionStorage.left = 1; report('done')", "session storage"),
    "database": ("const r = indexedDB.open('left', 1); r.onsuccess = () => report('done')", "a database"),
    "cache": (
        "answer(caches.open('left').then(c => c.put('/x', new Response('x'))).then(() => 'done'))",
        "a cache of its own",
    ),
    "server-cookie": ("answer(fetch('/cookie').then(() => 'done'))", "a cookie set by the server"),
    "history": (
        "for (let i = 0; i < 30; i++) history.pushState({}, '', '?' + i); report('done')",
        "thirty entries of history",
    ),
    "name": ("window.name = 'left'; report('done')", "a name of the window"),
    "persist": ("answer(navigator.storage.persist().then(() => 'done'))", "storage that shall not be cleared"),
    "credentials": (
        "answer(navigator.credentials.store(new PasswordCredential({id: 'left', password: 'x'})).then(() => 'done'))",
        "a password kept by the browser",
    ),
    "files": (
        (
            "answer(navigator.storage.getDirectory().then(d => d.getFileHandle('left', {create: true}))"
            ".then(() => 'done'))"
        ),
        "a file in its private folder",
    ),
    "selection": (
        "getSelection().selectAllChildren(document.body); document.execCommand('copy'); report('done')",
        "everything selected and copied",
    ),
}
FLOODS = {
    "loop": ("setTimeout(() => { for (;;); }, 30)", "a loop without end"),
    "memory": ("const kept = []; setInterval(() => kept.push(new Uint8Array(2e7).fill(1)), 1)", "memory without end"),
    "strings": ("let s = 'x'; try { for (;;) s += s } catch (f) {}", "a text that doubles for ever"),
    "elements": (
        "for (let i = 0; i < 50000; i++) document.body.append(document.createElement('p'))",
        "fifty thousand elements",
    ),
    "frames": ("for (let i = 0; i < 60; i++) document.body.append(document.createElement('iframe'))", "sixty frames"),
    "hashes": ("setInterval(() => { location.hash = Math.random() }, 1)", "a new address every millisecond"),
    "addresses": (
        "setInterval(() => { location.hash = 'x'.repeat(1.5e6) + Math.random() }, 5)",
        "addresses of a million letters",
    ),
    "reloads": ("setTimeout(() => location.reload(), 30)", "itself again and again"),
    "titles": (
        "setTimeout(setInterval, 300, () => { document.title = 'x'.repeat(1e5) + Math.random() }, 1)",
        "titles of a hundred thousand letters",
    ),
    "workers": (
        "for (let i = 0; i < 40; i++) new Worker(URL.createObjectURL(new Blob(['for(;;);'])))",
        "forty busy workers",
    ),
    "refusals": (
        "setInterval(() => { for (let i = 0; i < 50; i++) new Image().src = STRANGER + '/' + Math.random() }, 5)",
        "ten thousand refused pictures a second",
    ),
}


SENDS = 4


def kill(whom: str) -> Act:
    """A process of the visit is killed, as the kernel does where memory is short."""

    def act(lobby: Lobby) -> None:
        browser = lobby.state().browser
        victims = {
            "renderer": lobby.renderers(),
            "browser": [browser],
            "all": [pid for pid in family(browser) if pid != browser],
        }[whom]
        assert victims
        for pid in victims:
            # Some end with the first of them.
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        lobby.wait(
            lambda state: state.page == "home" or (state.browser != browser) or not set(victims) & set(lobby.browsers())
        )
        lobby.wait(lambda state: state.page == "home" or (state.state == "showing" and not state.loading))

    return act


def kill_again_and_again(lobby: Lobby) -> None:
    """The page dies whenever it is loaded: the visitor is led home at last."""

    def led_home() -> bool:
        for pid in lobby.renderers():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        pause(0.1)
        return lobby.state().page == "home"

    lobby.wait_for(led_home, 40)


def stop_browser(lobby: Lobby) -> None:
    """The browser stands still: it is found out by its silence and started anew."""
    browser = lobby.state().browser
    os.kill(browser, signal.SIGSTOP)
    lobby.wait(lambda state: state.page == "home" or state.browser not in {0, browser}, 20)


def hung(lobby: Lobby) -> None:
    """Nobody leaves: the page's process is ended, and the visit goes on at the site's first page."""
    (hanging,) = lobby.renderers()
    lobby.wait(lambda state: state.title == "示例门户" and not state.loading, 40)
    assert hanging not in lobby.renderers()


def answers(lobby: Lobby) -> None:
    """While the page floods, the kiosk itself answers a touch."""
    pause(0.6)
    assert lobby.do("touch", name="帮助")
    lobby.wait(lambda state: state.page == "help", 2)


def typed(lobby: Lobby, word: str = "left") -> None:
    """A name and a secret typed into the login form, and sent."""

    def fill() -> None:
        lobby.go(f"{lobby.site.own}/login", "示例门户")
        left, top, _width, _height = lobby.pane()
        for place in (212, 276):
            lobby.do("tap", x=left + 200, y=top + place)
            pause(0.15)
            lobby.do("type", text=word)
        pause(0.1)
        lobby.do("key", key="Return", text="\r")

    sent = ("POST", "/login")
    for _ in range(SENDS):
        # A page that is not yet painted hears nothing, and the keyboard may still be on its way.
        fill()
        with suppress(AssertionError):
            lobby.wait_for(lambda: sent in lobby.site.asked, 5)
            return
    assert sent in lobby.site.asked


def zoomed(lobby: Lobby) -> None:
    """The page made larger."""
    assert lobby.do("touch", name="缩放 100%")
    lobby.wait(lambda state: state.zoom == 1)


KEYS_OF_NI = ((0.689, 103), (0.736, 236), (0.522, 36))
"""N, I and the space bar: parts of the width, and pixels above the keyboard's lower edge."""


def pinyin(lobby: Lobby) -> None:
    """Pinyin typed on the lobby's own keyboard, a word chosen, which comes into the page."""
    left, top, width, height = lobby.pane()
    said = lobby.site.reports
    lobby.tap_until(left + 200, top + 60, lambda: "keyboard" in said.get("left-word", []))
    pause(0.4)
    for across, up in KEYS_OF_NI:
        lobby.do("tap", x=left + width * across, y=top + height - up)
        pause(0.15)
    lobby.wait_for(lambda: said["left-word"][-1] == "你")


CASES = [
    *(
        Case(f"left-{name}", LEFT, f"a page leaves {words}", "the next visitor finds none",
             f"<button id=go>字</button><script>{script}</script>", reports="done|refused .*")
        for name, (script, words) in TRACES.items()
    ),
    Case("left-form", LEFT, "a login form filled and sent", "the next visitor finds no text", act=typed),
    Case("left-zoom", LEFT, "the page made larger", "the next visitor finds it as it is", act=zoomed),
    Case("left-word", LEFT, "a word chosen in Pinyin on the lobby's own keyboard", "its dictionary is gone",
         "<input id=s style='font-size:50px;width:90%'><p style='height:900px'><script>const tall = innerHeight;"
         "addEventListener('resize', () => { if (innerHeight < tall - 100) report('keyboard') });"
         "s.oninput = () => report(s.value)</script>", pinyin, reports=".*"),
    Case("left-scroll", LEFT, "the page scrolled far down and enlarged by its own script", "the next begins at its top",
         still("document.body.style.height = '9000px'; document.body.style.zoom = 3; scrollTo(0, 8000)"),
         reports="still here"),
    Case("killed-renderer", DEAD, "the page's process is killed", "loaded again by itself", act=kill("renderer")),
    Case("killed-browser", DEAD, "the browser's process is killed", "started again at the first page",
         act=kill("browser")),
    Case("killed-engine", DEAD, "every process of the engine is killed", "back at the first page, or home",
         act=kill("all")),
    Case("killed-often", DEAD, "the page's process is killed whenever it comes back", "home", act=kill_again_and_again),
    Case("hung-page", DEAD, "a page hangs in a loop, and the visitor waits",
         "its process is ended, the site's first page follows",
         f"<button id=go>·</button><script>{FLOODS['loop'][0]}</script>", hung, refused="hang"),
    Case("stopped", DEAD, "the browser's process stands still", "found out and started anew", act=stop_browser),
    *(
        Case(f"flood-{name}", DEAD, f"a page floods the machine with {words}", "the kiosk answers a touch at once",
             f"<button id=go>·</button><script>{script}</script>", answers)
        for name, (script, words) in FLOODS.items()
    ),
    Case("flood-keys", DEAD, "ten thousand keys at once", "the page answers", still("", 50),
         lambda lobby: (lobby.do("type", text="x" * 10_000), tap(lobby))[1],  # type: ignore[func-returns-value]
         reports="still here"),
]  # fmt: skip
