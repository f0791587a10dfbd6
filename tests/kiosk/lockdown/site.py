"""The local test portal: a small website on loopback, real HTTP, with everything a page may try from script.

Five servers: the department's own (allowed), two of a stranger (never to be reached: even a connection is counted), one
that speaks TLS with a certificate nobody trusts, and one like it that is allowed (no request may get there). The
own one can be unplugged, overloaded, or rude.
"""

import json
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

HEAD = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>'
STYLE = (
    "<style>body{margin:0;padding:24px;font:28px sans-serif;background:#f4f6fa}"
    "#go{display:block;width:100%;height:700px;font-size:60px;text-align:center}</style>"
)
REPORT = """
<script>
const SITE = %(site)s, STRANGER = %(stranger)s, TLS = %(tls)s, SIGNED = %(signed)s, OUTSIDE = %(outside)s;
function report(what) {
  fetch(SITE + "/report?case=" + encodeURIComponent(%(case)s), {method: "POST", body: String(what)});
}
function answer(promise, ms = 1500) {
  const late = new Promise(done => setTimeout(() => done("no answer"), ms));
  Promise.race([promise, late]).then(
    value => report(value === undefined ? "undefined" : value), fault => report("refused " + (fault && fault.name)));
}
</script>
"""
FRONT = """
<h1>示例财政厅门户网站</h1><p><a href="/login">登录</a> <a href="/upload">上传</a> <a href="/long">长页面</a>
<a href="/media">影音</a> <a href="/download.bin">下载</a> <a href="/memory">记得什么</a></p>
"""
LOGIN = """
<h1>登录</h1><form method="post" action="/login" autocomplete="on">
<input id="name" name="name" style="font-size:50px;width:90%" autofocus>
<input id="secret" name="secret" type="password" style="font-size:50px;width:90%">
<textarea id="text" name="text" style="font-size:40px;width:90%;height:200px"></textarea>
<button id="go">登录</button></form>
"""
UPLOAD = """
<h1>上传</h1><form method="post" enctype="multipart/form-data"><input type="file" name="f"><button>交</button></form>
"""
MEDIA = (
    '<h1>影音</h1><video src="/clip.webm" controls autoplay></video><audio src="/clip.webm" controls autoplay></audio>'
)
MEMORY = """
<h1>记得什么</h1><form><input id="name" name="name" autocomplete="on"><input type="password" name="secret"></form>
<script>
(async () => {
  const found = {};
  found.cookie = document.cookie;
  found.local = Object.keys(localStorage).join();
  found.session = Object.keys(sessionStorage).join();
  found.databases = (await indexedDB.databases()).map(base => base.name).join();
  try { found.caches = (await caches.keys()).join(); } catch (fault) { found.caches = ""; }
  found.workers = navigator.serviceWorker
    ? await navigator.serviceWorker.getRegistrations().then(all => all.length ? "some" : "", () => "") : "";
  found.typed = document.getElementById("name").value;
  found.window = window.name;
  found.history = history.length > 2 ? String(history.length) : "";
  found.zoom = window.devicePixelRatio === 1 ? "" : String(window.devicePixelRatio);
  found.selection = String(window.getSelection());
  report(JSON.stringify(found));
})();
</script>
"""


RUDE = {"/hangs-up": b"", "/rubbish": b"\x00\x01rubbish\r\n\r\n" * 9}
"""Paths at which the server breaks off, or speaks no HTTP."""


@dataclass
class Site:
    """What runs, and what was asked of it. `tricks` are the pages by case: their HTML after the head."""

    own: str
    stranger: str
    tls: str
    signed: str
    """On the list of what is allowed, with a certificate nobody trusts."""
    outside: str
    """A stranger's at another address."""
    tricks: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    reports: dict[str, list[str]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Method and path of each request to the department's own server."""
    strangers: list[str] = field(default_factory=list)
    """What reached the stranger, or either TLS server through its handshake: must stay empty."""
    forms: list[str] = field(default_factory=list)
    """What forms brought, as it came."""
    cookies: list[str] = field(default_factory=list)
    """Cookies that came with requests for /memory."""
    down: bool = False
    """The own server answers with 503."""
    unplugged: bool = False
    """Nobody listens at the own server's port: see `no_network`."""
    slow_s: float = 0.0
    """The own server's answers wait so long."""
    replug: Callable[[], None] = lambda: None
    unplug: Callable[[], None] = lambda: None

    def page(self, case: str, body: str, title: str = "") -> str:
        """A page's HTML with the helpers that its script may call."""
        words = {"site": self.own, "stranger": self.stranger, "tls": self.tls, "signed": self.signed}
        words |= {"outside": self.outside, "case": case}
        return HEAD.format(title=title or case) + STYLE + REPORT % {k: json.dumps(v) for k, v in words.items()} + body

    def address(self, case: str) -> str:
        """Where a trick lies."""
        return f"{self.own}/trick/{case}"

    def clear(self) -> None:
        """Forget what was asked."""
        for found in (self.reports, self.asked, self.strangers, self.forms, self.cookies):
            found.clear()

    @contextmanager
    def trouble(self, *, down: bool = False, unplugged: bool = False, slow_s: float = 0.0) -> Iterator[None]:
        """Let the own server be down, without network, or slow for the block, and well again after it."""
        self.down, self.slow_s = down, slow_s
        if unplugged:
            self.unplug()
        try:
            yield
        finally:
            self.down, self.slow_s = False, 0.0
            if unplugged:
                self.replug()


class Own(BaseHTTPRequestHandler):
    """The department's server."""

    site: Site
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve a page."""
        site, path = self.site, urlsplit(self.path).path
        if site.unplugged:
            # A connection from before goes with the network.
            self.close_connection = True
            return
        site.asked.append(("GET", path))
        time.sleep(site.slow_s)
        if site.down:
            self._send(b"<h1>503</h1>", status=503)
        elif path.startswith("/trick/"):
            body = site.tricks.get(path.removeprefix("/trick/"))
            self._html(site.page(path.removeprefix("/trick/"), body) if body is not None else "", 200 if body else 404)
        elif path in site.redirects:
            self._send(b"", status=302, headers={"Location": site.redirects[path]})
        elif path == "/round":
            self._send(b"", status=302, headers={"Location": "/round"})
        elif path == "/memory":
            site.cookies.append(self.headers.get("Cookie", ""))
            self._html(site.page("memory", MEMORY, "记得什么"))
        else:
            self._fixed(path)

    def _fixed(self, path: str) -> None:
        pages = {"/": FRONT, "/login": LOGIN, "/upload": UPLOAD, "/media": MEDIA}
        pages["/long"] = "".join(f"<p>第 {number} 段：示例文字。</p>" for number in range(1, 400))
        if path in pages:
            self._html(self.site.page(path.strip("/") or "front", pages[path], "示例门户"))
        elif path == "/download.bin":
            self._send(
                b"x" * 2000, "application/octet-stream", headers={"Content-Disposition": 'attachment; filename="a.bin"'}
            )
        elif path == "/paper.pdf":
            self._send(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF", "application/pdf")
        elif path == "/worker.js":
            self._send(b"self.addEventListener('fetch', () => {});", "text/javascript")
        elif path == "/secret":
            self._send(b"", status=401, headers={"WWW-Authenticate": 'Basic realm="secret"'})
        elif path == "/cookie":
            self._send(b"set", "text/plain", headers={"Set-Cookie": "server=left; Max-Age=9999; Path=/"})
        elif path in RUDE:
            self.wfile.write(RUDE[path])
            self.close_connection = True
        else:
            self._send(b"" if path == "/nothing" else b"nothing here", "text/plain", status=404)

    def do_POST(self) -> None:
        """Take a report, or a form."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        parts = urlsplit(self.path)
        self.site.asked.append(("POST", parts.path))
        if parts.path == "/report":
            case = parse_qs(parts.query)["case"][0]
            self.site.reports.setdefault(case, []).append(body.decode())
            self._send(b"", "text/plain")
        else:
            self.site.forms.append(body.decode(errors="replace"))
            self._send(b"", status=303, headers={"Location": "/"})

    def _html(self, text: str, status: int = 200) -> None:
        self._send(text.encode(), "text/html; charset=utf-8", status)

    def _send(
        self, body: bytes, kind: str = "text/html", status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Stranger(BaseHTTPRequestHandler):
    """Whoever comes here has got out."""

    site: Site

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def do_GET(self) -> None:
        """Note it."""
        self.site.strangers.append(self.path)
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(b"<title>outside</title>outside")

    do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - the library's names


class Server(ThreadingHTTPServer):
    """One that says nothing of a browser that hangs up, and may count whoever only connects."""

    callers: list[str] | None = None

    def verify_request(self, request: object, client_address: object) -> bool:  # noqa: ARG002 - the library's signature
        """Count a caller."""
        if self.callers is not None:
            self.callers.append(f"a connection from {client_address}")
        return True

    def handle_error(self, request: object, client_address: object) -> None:
        """Whatever else went wrong here is told as ever."""
        if not isinstance(sys.exception(), ConnectionError | ssl.SSLError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # the stubs want a socket


class Plug:
    """Listens at one port of loopback with a thread of its own; can be pulled and put back at the same port."""

    def __init__(
        self, handler: type[BaseHTTPRequestHandler], tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
    ) -> None:
        """Listen at whatever port is free."""
        self.handler, self.tls, self.host, self.port = handler, tls, host, 0
        self.put()

    def put(self) -> None:
        """Listen."""
        self.server = Server((self.host, self.port), self.handler)
        self.port = self.server.server_port
        if self.tls is not None:
            self.server.socket = self.tls.wrap_socket(
                self.server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})
        self.thread.start()

    def pull(self) -> None:
        """Listen no more; a second time is no fault."""
        if self.thread.is_alive():
            self.server.shutdown()
            self.thread.join()
        self.server.server_close()


@contextmanager
def running(folder: Path) -> Iterator[Site]:
    """All the servers, until the block ends; `folder` is for the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(folder))
    own, stranger, outside = Plug(Own), Plug(Stranger), Plug(Stranger, host="127.0.0.2")
    tls, signed = Plug(Stranger, context), Plug(Stranger, context)
    site = Site(
        f"http://127.0.0.1:{own.port}",
        f"http://127.0.0.1:{stranger.port}",
        f"https://127.0.0.1:{tls.port}",
        f"https://127.0.0.1:{signed.port}",
        f"http://127.0.0.2:{outside.port}",
    )
    Own.site = Stranger.site = site
    for plug in (stranger, outside, tls):
        plug.server.callers = site.strangers

    def unplug() -> None:
        site.unplugged = True
        own.pull()

    def replug() -> None:
        own.put()
        site.unplugged = False

    site.unplug, site.replug = unplug, replug
    try:
        yield site
    finally:
        for plug in (own, stranger, outside, tls, signed):
            plug.pull()


def certificate(folder: Path) -> Path:
    """A certificate that signs itself, with its key."""
    file = folder / "own.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*made, "-keyout", file, "-out", folder / "cert.pem"], check=True, capture_output=True)
    with file.open("a", encoding="ascii") as out:
        out.write((folder / "cert.pem").read_text(encoding="ascii"))
    return file
