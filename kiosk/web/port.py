"""The browser's side of the talk with the kiosk, and its judge: what may be loaded, what failed, what was refused."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
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
HUNG_BEATS = 10
"""Questions, one a second, that a page may leave unanswered while its script is busy."""
BEAT_S = 0.5
"""Questions that come closer together have waited for us, not for the page: they count once."""
MOST_DETAIL = 200
MOST_ADDRESS = 2000
"""Pages may name themselves by millions of letters; more than a server takes is of no use to anyone."""


@offered
class WebPort(QObject):
    """What the view's QML asks and tells. `tell` carries a message to the kiosk."""

    goWanted = Signal(str, arguments=["url"])
    backWanted = Signal()
    againWanted = Signal()
    beatWanted = Signal()
    hungFound = Signal()
    lookWanted = Signal(float, bool, bool, bool, arguments=["zoom", "large", "contrast", "english"])

    def __init__(self, allowed: AllowList, tell: Callable[[FromBrowser], None]) -> None:
        """`allowed` is the list that everything is judged by."""
        super().__init__()
        self._allowed, self._tell = allowed, tell
        self._home = ""
        self._locked = ""
        self._deaths: list[float] = []
        self._unanswered = 0
        self._asked = 0.0
        self._has_page = False
        self._hung = False

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
        self._has_page, self._unanswered = True, 0
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

    def listen(self) -> None:
        """Ask the page whether its script still runs. One that has been silent for too long is ended."""
        now = time.monotonic()
        if not self._has_page or now - self._asked < BEAT_S:
            return
        self._asked = now
        if self._unanswered >= HUNG_BEATS:
            self._unanswered, self._hung = 0, True
            self.hungFound.emit()
            return
        self._unanswered += 1
        self.beatWanted.emit()

    @Slot()
    def beat(self) -> None:
        """The page has answered."""
        self._unanswered = 0

    @Slot(int)
    def end(self, pid: int) -> None:
        """End a page's process by its number, 0 where it has none; `died` follows."""
        self.refuse("hang", "")
        if pid > 0:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    @Slot()
    def died(self) -> None:
        """The renderer is gone: load again, ever later; after a few times give the page up.

        One that hung would hang again: the visit goes on at its first page.
        """
        hung, self._hung, self._unanswered = self._hung, False, 0
        now = time.monotonic()
        self._deaths = [death for death in self._deaths if now - death < DEATHS_WITHIN_S] + [now]
        if len(self._deaths) > DEATHS:
            self._tell(Failed(self._home, "crashed"))
            return
        follow = partial(self.goWanted.emit, self._home) if hung else self.againWanted.emit
        QTimer.singleShot(FIRST_WAIT_MS * 2 ** (len(self._deaths) - 1), self, follow)

    @Slot(str, str)
    def refuse(self, what: str, detail: str) -> None:
        """Something was wanted and is not given. Of an address only its scheme and host are told."""
        parts = urlsplit(detail) if "://" in detail[:MOST_DETAIL] else None
        told = f"{parts.scheme}://{parts.netloc}" if parts else detail.partition(":")[0]
        self._tell(Refused(what, told[:MOST_DETAIL]))


def without_place(url: str) -> QUrl:
    """The address of a page, less the place in it."""
    return QUrl(url.partition("#")[0])
