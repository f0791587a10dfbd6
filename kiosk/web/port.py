"""The browser's side of the talk with the kiosk, and its judge: what may be loaded, what failed, what was refused."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot

from kiosk.origins import AllowList, Use
from kiosk.viewmodels.offered import offered
from kiosk.web.messages import Arrived, Failed, FromBrowser, Refused, Shown

CERTIFICATE, STATUS = 3, 7
"""Of WebEngineLoadingInfo.ErrorDomain; a status is a code that the website itself gave, 404 for example."""
SERVER_ERROR = 500
WANTS_PASSWORD = {401, 407}
"""Of a server, and of a proxy."""
NOT_A_FAILURE = {-3, -20, -27, -30}
"""Chromium's net errors for what we refused or took back ourselves: ABORTED, BLOCKED_BY_CLIENT, BLOCKED_BY_RESPONSE,
BLOCKED_BY_CSP. The page that showed goes on showing."""
DEATHS = 3
"""Dead renderers within DEATHS_WITHIN_S that are answered by loading the page again; after that it is given up."""
DEATHS_WITHIN_S = 60.0
FIRST_WAIT_MS = 300
MOST_DETAIL = 200
MOST_ADDRESS = 2000
"""Pages may name themselves by millions of letters; more than a server takes is of no use to anyone."""


@offered
class WebPort(QObject):
    """What the view's QML asks and tells. `tell` carries a message to the kiosk."""

    goWanted = Signal(str, arguments=["url"])
    backWanted = Signal()
    againWanted = Signal()
    lookWanted = Signal(float, bool, bool, bool, arguments=["zoom", "large", "contrast", "english"])

    def __init__(self, allowed: AllowList, tell: Callable[[FromBrowser], None]) -> None:
        """`allowed` is the list that everything is judged by."""
        super().__init__()
        self._allowed, self._tell = allowed, tell
        self._home = ""
        self._locked = ""
        self._deaths: list[float] = []

    def go(self, url: str) -> None:
        """Show an address; the first one is what a page that strays is led back to."""
        if not self._judge(url, Use.PAGE):
            return
        self._home = self._home or url
        self.goWanted.emit(url)

    @Slot(str, bool, result=bool)
    def mayGo(self, url: str, main: bool) -> bool:  # noqa: FBT001 - called by QML
        """Whether the view, or a frame in it, may go to an address."""
        return self._judge(url, Use.PAGE if main else Use.FRAME)

    def may_load(self, url: QUrl, use: Use) -> bool:
        """Whether anything at all may be fetched, for the interceptor."""
        return self._judge(url.toString(), use)

    def _judge(self, url: str, use: Use) -> bool:
        allowed = self._allowed.allows(QUrl(url), use)
        if not allowed:
            self.refuse("part" if use is Use.PART else "navigation", url)
        return allowed

    @Slot(str)
    def arrived(self, url: str) -> None:
        """The view is somewhere. Pages come to about:blank and blob: without asking: then back to where we began."""
        if url and not self._allowed.allows(QUrl(url)):
            self.refuse("navigation", url)
            QTimer.singleShot(0, self, lambda: self.goWanted.emit(self._home))

    @Slot(str, str, bool, bool)
    def show(self, url: str, title: str, can_go_back: bool, loading: bool) -> None:  # noqa: FBT001 - called by QML
        """What shows now, or is on its way."""
        self._tell(Shown(url[:MOST_ADDRESS], title[:MOST_DETAIL], can_go_back, loading))

    @Slot(str)
    def come(self, url: str) -> None:
        """A page is there whole."""
        self._tell(Arrived(url[:MOST_ADDRESS]))

    @Slot(str)
    def lock(self, url: str) -> None:
        """The server, or a proxy, asks for a name and password in a dialog, which nobody gets."""
        self._locked = url
        self.refuse("password", url)

    @Slot(str, int, int, bool)
    def fail(self, url: str, domain: int, code: int, blank: bool) -> None:  # noqa: FBT001 - called by QML
        """A page did not come, or came with an error of the site's; `blank` where there is nothing to read on it.

        A site's own page about its error is shown as it is; only one that is down is better told by us.
        """
        if code in NOT_A_FAILURE:
            return
        if len(url) > MOST_ADDRESS:
            # What is told is asked for again, so no part of it will do.
            url = self._home
        if domain == STATUS and code < SERVER_ERROR:
            locked = code in WANTS_PASSWORD and without_place(url) == without_place(self._locked)
            if locked or blank:
                self._tell(Failed(url, "password" if locked else "missing"))
            return
        why = {CERTIFICATE: "certificate", STATUS: "server"}.get(domain, "network")
        self._tell(Failed(url, why))

    @Slot()
    def died(self) -> None:
        """The renderer is gone: load again, ever later; after a few times give the page up."""
        now = time.monotonic()
        self._deaths = [death for death in self._deaths if now - death < DEATHS_WITHIN_S] + [now]
        if len(self._deaths) > DEATHS:
            self._tell(Failed(self._home, "crashed"))
            return
        QTimer.singleShot(FIRST_WAIT_MS * 2 ** (len(self._deaths) - 1), self, self.againWanted.emit)

    @Slot(str, str)
    def refuse(self, what: str, detail: str) -> None:
        """Something was wanted and is not given. Of an address only its scheme and host are told."""
        parts = urlsplit(detail) if "://" in detail[:MOST_DETAIL] else None
        told = f"{parts.scheme}://{parts.netloc}" if parts else detail.partition(":")[0]
        self._tell(Refused(what, told[:MOST_DETAIL]))


def without_place(url: str) -> QUrl:
    """The address of a page, less the place in it."""
    return QUrl(url.partition("#")[0])
