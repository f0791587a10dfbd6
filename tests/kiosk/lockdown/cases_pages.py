"""Where a page's script, a link or our own code may try to go, and what it may try to fetch."""

from tests.kiosk.lockdown.case import Case, pause, still, tap, touched
from tests.kiosk.lockdown.lobby import Lobby

ROW = "page script → other schemes and places"
OWN = "our own code assigns an address"
PARTS = "parts of a page from elsewhere"

TARGETS = {
    "view-source": ("'view-source:' + SITE + '/'", "the source of a page"),
    "file": ("'file:///etc/passwd'", "a file of the machine"),
    "chrome": ("'chrome://version'", "the engine's page about itself"),
    "chrome-gpu": ("'chrome://gpu'", "the engine's page about graphics"),
    "devtools": ("'devtools://devtools/bundled/inspector.html'", "developer tools"),
    "extension": ("'chrome-extension://a/b.html'", "an extension"),
    "data": ("'data:text/html,<title>out</title>out'", "a page in its own address"),
    "qrc": ("'qrc:/qt/qml'", "the program's own resources"),
    "filesystem": ("'filesystem:' + SITE + '/temporary/a'", "the engine's file system"),
    "ftp": ("'ftp://127.0.0.1/'", "another protocol"),
    "stranger": ("STRANGER + '/'", "another port"),
    "tls": ("TLS + '/'", "another scheme"),
    "name": ("SITE.replace('127.0.0.1', 'localhost') + '/'", "another name of the same machine"),
    "user": ("SITE.replace('//', '//user:word@') + '/'", "an address that names a user"),
    "at": ("SITE + '@' + STRANGER.slice(7) + '/'", "a stranger behind an @"),
    "query": ("STRANGER + '/?' + SITE", "a stranger with our name in the query"),
    "fragment": ("STRANGER + '/#' + SITE", "a stranger with our name in the fragment"),
    "relative": ("STRANGER.slice(5) + '/'", "a stranger without a scheme"),
    "backslash": ("STRANGER.replace('//', '\\\\\\\\') + '\\\\'", "a stranger behind backslashes"),
    "decimal": ("STRANGER.replace('127.0.0.1', '2130706433') + '/'", "a stranger as one number"),
}
"""Places: the script's expression for the address, and words for it."""
FRAMED = ("file", "chrome", "data", "stranger", "tls", "qrc", "devtools", "user")
OTHER_WAYS = {
    "replace": ("location.replace(STRANGER + '/')", "location.replace"),
    "meta": ("document.head.innerHTML += '<meta http-equiv=refresh content=\"0;url=' + STRANGER + '/\">'", "a refresh"),
    "form-get": ("const f = document.createElement('form'); f.action = STRANGER; document.body.append(f); f.submit()",
                 "a form"),
    "form-post": (("const f = document.createElement('form'); f.action = STRANGER; f.method = 'post';"
                   "document.body.append(f); f.submit()"), "a form that posts"),
    "link": ("const a = document.createElement('a'); a.href = STRANGER; document.body.append(a); a.click()",
             "a link that clicks itself"),
    "base": ("document.head.innerHTML += '<base href=\"' + STRANGER + '/\">'; location.href = 'x'", "a base address"),
    "history": ("history.pushState({}, '', STRANGER + '/')", "a false entry of the history"),
    "top": (("const i = document.createElement('iframe'); i.srcdoc = '<script>top.location = \"' + STRANGER +"
            " '/\"</' + 'script>'; document.body.append(i)"), "a frame that leads its parent"),
}  # fmt: skip
FETCHES = {
    "image": ("new Image().src = STRANGER + '/i.png'", "a picture"),
    "script": (
        "const s = document.createElement('script'); s.src = STRANGER + '/s.js'; document.head.append(s)",
        "a script",
    ),
    "style": ("document.head.innerHTML += '<link rel=stylesheet href=\"' + STRANGER + '/s.css\">'", "a style sheet"),
    "font": ("new FontFace('x', 'url(' + STRANGER + '/f.woff2)').load()", "a font"),
    "video": (
        "const v = document.createElement('video'); v.src = STRANGER + '/v.webm'; document.body.append(v)",
        "a film",
    ),
    "object": ("document.body.innerHTML += '<object data=\"' + STRANGER + '/o\"></object>'", "an object"),
    "embed": ("document.body.innerHTML += '<embed src=\"' + STRANGER + '/e.pdf\">'", "a PDF within itself"),
    "fetch": ("fetch(STRANGER + '/f', {mode: 'no-cors'})", "anything by fetch"),
    "xhr": ("const x = new XMLHttpRequest(); x.open('GET', STRANGER + '/x'); x.send()", "anything by XMLHttpRequest"),
    "beacon": ("navigator.sendBeacon(STRANGER + '/b', 'x')", "a beacon"),
    "ping": (
        (
            "const a = document.createElement('a'); a.href = '#'; a.ping = STRANGER + '/p';"
            "document.body.append(a); a.click()"
        ),
        "a ping of a link",
    ),
    "socket": ("new WebSocket(STRANGER.replace('http', 'ws') + '/w')", "a socket"),
    "events": ("new EventSource(STRANGER + '/e')", "a stream of events"),
    "worker": (
        "new Worker(URL.createObjectURL(new Blob(['fetch(\"' + STRANGER + '/k\")'])))",
        "anything through a worker",
    ),
    "import": ("import(STRANGER + '/m.js').catch(() => {})", "a module"),
    "prefetch": (
        # To another port of the same machine a bare connection may be made ahead, with nothing said.
        (
            "document.head.innerHTML += '<link rel=prefetch href=\"' + STRANGER + '/p\"><link rel=preconnect href=\"'"
            " + OUTSIDE + '\"><link rel=prerender href=\"' + STRANGER + '/r\">'"
        ),
        "a page in advance, or only a connection",
    ),
    "icon": ("document.head.innerHTML += '<link rel=icon href=\"' + STRANGER + '/favicon.ico\">'", "an icon"),
    "file-image": (
        "new Image().src = 'file:///usr/share/pixmaps/debian-logo.png'",
        "a picture of the machine's own disk",
    ),
    "transport": ("new WebTransport(STRANGER.replace('http:', 'https:') + '/t')", "a transport over QUIC"),
}
ASSIGNED = {
    "view-source": ("view-source:{own}/", "the source of a page"),
    "file": ("file:///etc/passwd", "a file of the machine"),
    "chrome": ("chrome://settings", "the engine's settings"),
    "javascript": ("javascript:document.title='out'", "a script as an address"),
    "data": ("data:text/html,<title>out</title>", "a page in its own address"),
    "blob": ("blob:{own}/1", "a page that a page made"),
    "stranger": ("{stranger}/", "a stranger"),
    "user": ("http://user@127.0.0.1/", "an address that names a user"),
    "empty": ("about:blank", "an empty page"),
    "nonsense": ("ht!tp:/\\//%%%", "an address that is none"),
}


def wander(name: str) -> Case:
    """A page that leads itself elsewhere."""
    address, words = TARGETS[name]
    tries = f"a page leads itself to {words}"
    return Case(f"go-{name}", ROW, tries, "the page stays", still(f"location.href = {address}"), reports="still here")


def frame(name: str) -> Case:
    """A page that holds a frame of something else."""
    address, words = TARGETS[name]
    page = still(f"const i = document.createElement('iframe'); i.src = {address}; document.body.append(i)")
    return Case(f"frame-{name}", ROW, f"a page holds {words} in a frame", "the frame stays empty", page,
                reports="still here")  # fmt: skip


def back_at_front(lobby: Lobby) -> None:
    """The visit is led back to where it began."""
    lobby.wait(lambda state: state.title == "示例门户" and not state.loading)


def redirected(lobby: Lobby) -> None:
    """A server sends a page elsewhere."""
    lobby.site.redirects["/away"] = f"{lobby.site.stranger}/landed"
    lobby.do("go", url=f"{lobby.site.own}/away")
    lobby.wait_for(lambda: ("GET", "/away") in lobby.site.asked)
    pause(0.3)


def redirected_to_file(lobby: Lobby) -> None:
    """A server sends a page to a file."""
    lobby.site.redirects["/away"] = "file:///etc/passwd"
    lobby.do("go", url=f"{lobby.site.own}/away")
    lobby.wait_for(lambda: ("GET", "/away") in lobby.site.asked)
    pause(0.3)


def assign(name: str) -> Case:
    """Our own code makes a mistake."""
    address, words = ASSIGNED[name]

    def act(lobby: Lobby) -> None:
        lobby.do("go", url=address.format(own=lobby.site.own, stranger=lobby.site.stranger))
        pause(0.2)

    refusal = None if name == "nonsense" else "navigation"
    return Case(f"assign-{name}", OWN, f"the kiosk itself is made to open {words}",
                "parsed and refused", act=act, refused=refusal)  # fmt: skip


CASES = [
    *map(wander, TARGETS),
    *map(frame, FRAMED),
    *(
        Case(f"way-{name}", ROW, f"a page goes to a stranger by {words}", "the page stays, the stranger hears nothing",
             still(script), reports="still here")
        for name, (script, words) in OTHER_WAYS.items()
    ),
    Case("go-blank", ROW, "a page goes to about:blank, which asks nobody", "the visit is led back to its first page",
         "<script>setTimeout(() => location.href = 'about:blank', 50)</script>", back_at_front, refused="navigation"),
    Case("go-blob", ROW, "a page goes to a blob: it made itself", "refused, or led back to the first page",
         still("location.href = URL.createObjectURL(new Blob(['<title>out</title>'], {type: 'text/html'}))", 300),
         lambda _lobby: pause(0.5), refused="navigation"),
    Case("go-javascript", ROW, "a link runs javascript: in its own page", "it stays the same page",
         "<button id=go onclick=\"location.href = 'javascript:report(1)'\">·</button>", tap, reports="1"),
    Case("redirect-stranger", ROW, "the site's server sends the page to a stranger", "refused at the redirect",
         act=redirected, refused="navigation"),
    Case("redirect-file", ROW, "the site's server sends the page to a file", "refused", act=redirected_to_file),
    Case("tap-stranger", ROW, "a visitor touches a link to another website", "refused, and told in one line",
         touched("location.href = STRANGER + '/'"), tap, reports="still here", refused="navigation"),
    *map(assign, ASSIGNED),
    *(
        Case(f"part-{name}", PARTS, f"a page fetches {words} from elsewhere", "nothing leaves the lobby",
             still(script, 400), reports="still here")
        for name, (script, words) in FETCHES.items()
    ),
    Case("read-file", "a file: page reads other files", "a page fetches file:///etc/passwd", "refused",
         "<script>answer(fetch('file:///etc/passwd').then(r => r.text()))</script>", reports="refused .*"),
    Case("read-frame", "a file: page reads other files", "a page reads a frame of file:///etc/passwd", "nothing there",
         still("const i = document.createElement('iframe'); i.src = 'file:///etc/passwd'; document.body.append(i);"
               "setTimeout(() => { if (i.contentDocument?.body?.innerText) report('read') }, 150)"),
         reports="still here"),
]  # fmt: skip
