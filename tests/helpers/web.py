"""A web application served for real on a free port of this machine, and a client for it."""

import html
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from starlette.applications import Starlette

from data.desk.web.patience import PunctualProtocol

HOST = "127.0.0.1"
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For clients that speak plain HTTP: without it each would read the world's authorities first."""


@contextmanager
def served(app: Starlette, protocol: type[PunctualProtocol] = PunctualProtocol) -> Iterator[httpx.Client]:
    """A client whose addresses begin at the application's root; the server has started, and is gone afterwards.

    It speaks the protocol of `desk serve`.
    """
    with socket.create_server((HOST, 0)) as listener:
        config = uvicorn.Config(
            app, http=protocol, log_level="warning", access_log=False, lifespan="on", proxy_headers=False
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), name="served")
        thread.start()
        try:
            address = f"http://{HOST}:{listener.getsockname()[1]}"
            with httpx.Client(base_url=address, trust_env=False, verify=PLAIN) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join(60)  # it answers first what it was asked: a busy machine draws for a while


PASSWORD = "春眠不觉晓-处处闻啼鸟"


class Browser:
    """Somebody at a browser: keeps the cookie, reads pages as words, sends forms with the page's secret."""

    def __init__(self, address: str) -> None:
        """`address` is the application's root."""
        self.client = httpx.Client(base_url=address, trust_env=False, timeout=60, verify=PLAIN)

    def close(self) -> None:
        """Close the browser; the session stays as it is."""
        self.client.close()

    def sign_in(self, name: str, password: str = PASSWORD) -> httpx.Response:
        """Send the sign-in form."""
        return self.client.post("/sign-in", data={"name": name, "password": password, "next": "/today"})

    def words(self, path: str) -> str:
        """A page without its tags, blanks run together."""
        return words(self.client.get(path, follow_redirects=True).text)

    def secret(self) -> str:
        """What every form of this session carries; empty where nobody is signed in."""
        found = re.search(r'name="csrf" value="([0-9a-f]{64})"', self.client.get("/").text)
        return found[1] if found else ""

    def send(self, path: str, fields: dict[str, str | list[str]], **rest: object) -> httpx.Response:
        """Send a form as its page would, and follow where it leads."""
        return self.client.post(path, data={"csrf": self.secret(), **fields}, follow_redirects=True, **rest)  # type: ignore[arg-type]  # files, headers


def words(page: str) -> str:
    """A page's words without its tags, blanks run together."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))).strip()
