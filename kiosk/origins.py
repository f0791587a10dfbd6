"""Which web addresses the lobby may show: judged by parsed scheme, host and port, never by a part of the text.

An entry of the list is an origin: `https://czt.example.gov.cn`, `https://*.example.gov.cn` for every name below it,
`http://10.1.2.3:8080` for a port of its own. What is not named is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QUrl

PORTS = {"https": 443, "http": 80}
ALIKE = {"wss": "https", "ws": "http"}
"""A socket of a page is judged as the page's own scheme."""
INLINE = {"data", "blob"}
"""What a page carries within itself: harmless as a picture, refused as a page."""
ANY_BELOW = "*."


class Use(StrEnum):
    """What an address is wanted for."""

    PAGE = "page"
    FRAME = "frame"
    """A page within a page."""
    PART = "part"
    """Pictures, styles, scripts, sockets: what a page fetches."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host in its encoded lower-case form, port; `below` stands for every name below the host instead."""

    scheme: str
    host: str
    port: int
    below: bool = False

    def covers(self, scheme: str, host: str, port: int) -> bool:
        """Whether an address with these parts belongs to it."""
        named = host.endswith(f".{self.host}") if self.below else host == self.host
        return named and (scheme, port) == (self.scheme, self.port)

    @property
    def pattern(self) -> str:
        """The host as the engine's own name rules write it."""
        return f"*.{self.host}" if self.below else self.host

    @property
    def text(self) -> str:
        """As an entry of the list."""
        return f"{self.scheme}://{self.pattern}:{self.port}"


@dataclass(frozen=True, slots=True)
class AllowList:
    """The origins a visitor may see."""

    origins: tuple[Origin, ...] = ()

    def allows(self, url: QUrl, use: Use = Use.PAGE) -> bool:
        """Whether an address may be used so. One that names a user is refused: it only ever misleads."""
        scheme = url.scheme()
        if use is not Use.PAGE and scheme in INLINE:
            return use is Use.PART
        if use is Use.FRAME and url.toString() in {"about:blank", "about:srcdoc"}:
            return True
        if use is Use.PART:
            scheme = ALIKE.get(scheme, scheme)
        if scheme not in PORTS or not url.isValid() or url.userInfo():
            return False
        host = url.host(QUrl.ComponentFormattingOption.FullyEncoded).lower()
        return any(origin.covers(scheme, host, url.port(PORTS[scheme])) for origin in self.origins)


def origin(text: str) -> Origin:
    """What an entry of the list says. ValueError where it is not an origin."""
    below = f"://{ANY_BELOW}" in text
    url = QUrl(text.strip().replace(f"://{ANY_BELOW}", "://", 1), QUrl.ParsingMode.StrictMode)
    more = url.path() not in {"", "/"} or url.hasQuery() or url.hasFragment() or url.userInfo()
    if not url.isValid() or url.scheme() not in PORTS or not url.host() or more or "*" in url.host():
        raise ValueError(
            f"an origin such as https://www.example.gov.cn or https://*.example.gov.cn is wanted, not {text!r}"
        )
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded).lower()
    return Origin(url.scheme(), host, url.port(PORTS[url.scheme()]), below)


def origins_of(addresses: Iterable[str]) -> AllowList:
    """The origins of full addresses, each once; what is no web address is left out."""
    urls = [QUrl(address, QUrl.ParsingMode.StrictMode) for address in addresses]
    fit = [url for url in urls if url.isValid() and url.scheme() in PORTS and url.host() and not url.userInfo()]
    found = [
        Origin(
            url.scheme(),
            url.host(QUrl.ComponentFormattingOption.FullyEncoded).lower(),
            url.port(PORTS[url.scheme()]),
        )
        for url in fit
    ]
    return AllowList(tuple(dict.fromkeys(found)))
