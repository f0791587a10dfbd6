"""What fails of the website itself: its server, the network, its certificate; pages that ask for a password."""

from contextlib import AbstractContextManager

from tests.kiosk.lockdown.case import Act, Case, pause, still, touched
from tests.kiosk.lockdown.lobby import Lobby
from tests.kiosk.lockdown.seen import Seen

AWAY = "the website is down, out of reach, or not to be trusted"
LOCKED = "a name and password asked for (HTTP authentication)"

HEADLINES = {
    "network": "暂时连不上网站",
    "server": "网站正在维护",
    "certificate": "网站的安全证书有问题，暂时不打开",
    "password": "这个页面要密码，请在自己的设备上打开",
    "missing": "网站上没有这个页面",
}


def calm(lobby: Lobby, why: str, seconds: float = 20) -> None:
    """The kiosk's own card stands where the page would be: what is wrong, and the address to take along."""
    lobby.wait(lambda state: (state.state, state.why) == ("away", why), seconds)
    names = lobby.names(lambda found: HEADLINES[why] in found)
    assert f"{lobby.site.own}/" in names, "the address under its code"


def back_again(lobby: Lobby) -> Seen:
    """Nobody touches anything, and the page is there again."""
    return lobby.wait(lambda state: state.state == "showing" and not state.loading, 30)


def while_away(trouble: AbstractContextManager[None], lobby: Lobby, why: str) -> Seen:
    """The site is asked for in its trouble, which is over in a while."""
    with trouble:
        lobby.do("go", url=f"{lobby.site.own}/login")
        calm(lobby, why)
    return back_again(lobby)


def down(lobby: Lobby) -> None:
    """Its server is being mended."""
    assert while_away(lobby.site.trouble(down=True), lobby, "server").url.endswith("/login")


def unplugged(lobby: Lobby) -> None:
    """Nobody answers at its address."""
    assert while_away(lobby.site.trouble(unplugged=True), lobby, "network").url.endswith("/login")


def unplugged_at_first(lobby: Lobby) -> None:
    """The network is away before the visit begins: the page opens on its card."""
    lobby.leave()
    with lobby.site.trouble(unplugged=True):
        lobby.do("open", page="web")
        calm(lobby, "network")
    back_again(lobby)


def touched_again(lobby: Lobby) -> None:
    """A visitor who will not wait touches the button."""
    with lobby.site.trouble(down=True):
        lobby.do("go", url=f"{lobby.site.own}/")
        calm(lobby, "server")
    assert lobby.do("touch", name="现在再试")
    back_again(lobby)


def goes_to(path: str, why: str) -> Act:
    """A page that will never come is explained, and one touch leads on to the site's first."""

    def act(lobby: Lobby) -> None:
        lobby.do("go", url=path.format(own=lobby.site.own, signed=lobby.site.signed))
        calm(lobby, why)
        assert lobby.do("touch", name="网站首页")
        assert back_again(lobby).url == f"{lobby.site.own}/"

    return act


def touched_link(lobby: Lobby) -> None:
    """A link leads to a page whose certificate nobody trusts."""
    lobby.tap_until(*lobby.middle(), lambda: lobby.state().state == "away")
    calm(lobby, "certificate")


def stays(path: str, title: str) -> Act:
    """The site's own page about its error is shown as it is."""

    def act(lobby: Lobby) -> None:
        lobby.do("go", url=lobby.site.own + path)
        lobby.wait(lambda state: state.url.endswith(path) and not state.loading)
        assert lobby.state().state == "showing"
        assert title in lobby.state().title

    return act


def to_a_stranger(lobby: Lobby) -> None:
    """Not on the list: nobody even asks for its certificate."""
    lobby.do("go", url=f"{lobby.site.tls}/")
    pause(0.3)


def frame(address: str) -> str:
    """A page with a frame."""
    return still(f"const i = document.createElement('iframe'); i.src = {address}; document.body.append(i)")


CASES = [
    Case("away-server", AWAY, "the site's server says that it is being mended (503)",
         "a calm card with the address as a code; the page comes by itself", act=down),
    Case("away-network", AWAY, "the network goes while a page is on its way",
         "a calm card; the page comes by itself", act=unplugged),
    Case("away-first", AWAY, "the network is away when the visit begins", "a calm card; the site comes by itself",
         act=unplugged_at_first),
    Case("away-touch", AWAY, "the button of the calm card is touched", "tried again at once", act=touched_again),
    Case("away-hangs-up", AWAY, "the server hangs up without a word", "a calm card, and a way back to the first page",
         act=goes_to("{own}/hangs-up", "network")),
    Case("away-rubbish", AWAY, "the server speaks no HTTP", "a calm card, and a way back to the first page",
         act=goes_to("{own}/rubbish", "network")),
    Case("away-round", AWAY, "the server sends the page in circles", "a calm card, and a way back to the first page",
         act=goes_to("{own}/round", "network")),
    Case("away-missing", AWAY, "a page that is not there, without a word (404)",
         "a calm card, and a way back to the first page", act=goes_to("{own}/nothing", "missing")),
    Case("away-missing-told", AWAY, "a page that is not there, in the site's own words (404)", "the site's own words",
         act=stays("/unknown", "")),
    Case("certificate-page", AWAY, "an allowed page with a certificate nobody trusts",
         "a calm card, no way to look anyway, no request sent", act=goes_to("{signed}/", "certificate"),
         refused="certificate"),
    Case("certificate-link", AWAY, "a link touched that leads to an allowed page with such a certificate",
         "a calm card", "<button id=go>·</button><script>go.onclick = () => { location.href = SIGNED + '/' }</script>",
         touched_link, refused="certificate"),
    Case("certificate-part", AWAY, "a part of a page with such a certificate", "refused",
         "<script>answer(fetch(SIGNED, {mode: 'no-cors'}).then(() => 'given'))</script>", reports="refused .*"),
    Case("certificate-frame", AWAY, "a frame with such a certificate", "the frame stays empty", frame("SIGNED + '/'"),
         reports="still here"),
    Case("certificate-socket", AWAY, "a socket with such a certificate", "refused",
         touched("const s = new WebSocket(SIGNED.replace('http', 'ws')); s.onopen = () => report('given')"),
         lambda lobby: lobby.tap_page(), reports="still here"),
    Case("certificate-stranger", AWAY, "a stranger's page with such a certificate", "refused before it is asked for",
         act=to_a_stranger, refused="navigation"),
    Case("password-page", LOCKED, "the server of a page asks for a name and password",
         "no dialog: a calm card, and a way back to the first page", act=goes_to("{own}/secret", "password"),
         refused="password"),
    Case("password-part", LOCKED, "a part of a page asks for a password", "no dialog",
         "<script>answer(fetch('/secret').then(r => r.status))</script>", reports="401|refused .*"),
    Case("password-frame", LOCKED, "a frame asks for a password", "no dialog", frame("SITE + '/secret'"),
         reports="still here", refused="password"),
    Case("password-picture", LOCKED, "a picture asks for a password", "no dialog",
         still("new Image().src = '/secret'"), reports="still here"),
    Case("password-script", LOCKED, "a script sends a name and password by itself",
         "whatever the server thinks of it, no dialog",
         "<script>const x = new XMLHttpRequest(); x.open('GET', '/secret', true, 'a', 'b');"
         " x.onloadend = () => report(x.status); x.send()</script>", reports="401|0"),
]  # fmt: skip
