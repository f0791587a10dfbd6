"""Behind a reverse proxy: where a request came from, and who sent it, as a proxy says that the settings trust.

    browser ──TLS──▶ proxy (signs the person in) ──▶ desk      X-Forwarded-For, X-Forwarded-Proto, the login header

What anybody else writes into those headers counts for nothing: the person the header names is looked at only where the
other end of the connection is one of the trusted addresses.
"""

from ipaddress import ip_address, ip_network
from urllib.parse import unquote

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from data.desk.settings import Access

_SAID = "openhall.said_by_proxy"


class Proxies:
    """Believes trusted proxies, and nobody else."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        """`app` is what answers."""
        self._networks = [ip_network(proxy) for proxy in access.proxies]
        self._header = access.login_header.lower().encode()
        self._app = app
        self._forwarded = ProxyHeadersMiddleware(app, trusted_hosts=list(access.proxies))  # type: ignore[arg-type]  # uvicorn's ASGI types, the same callables

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not self._trusts(scope):
            await self._app(scope, receive, send)
            return
        if self._header:
            scope[_SAID] = _name(scope, self._header)
        await self._forwarded(scope, receive, send)  # type: ignore[arg-type]  # as above

    def _trusts(self, scope: Scope) -> bool:
        client = scope.get("client")
        return client is not None and any(ip_address(client[0]) in network for network in self._networks)


def named_by_proxy(request: Request) -> str:
    """The user whom a trusted proxy signed in; empty where it names nobody, or no such proxy sent the request."""
    said = request.scope.get(_SAID, "")
    return said if isinstance(said, str) else ""


def _name(scope: Scope, header: bytes) -> str:
    """What the header says once: UTF-8, or percent-encoded where the proxy writes ASCII only. Twice is nothing."""
    found = [value for name, value in scope["headers"] if name == header]
    return unquote(found[0].decode("utf-8", "replace")).strip() if len(found) == 1 else ""
