"""One look at the website, as QML sees it: where it stands, what failed, how long there is time. Its end is final."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QPoint, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage

from data.records import Channel, Site
from kiosk.settings import Settings
from kiosk.viewmodels.offered import offered
from kiosk.viewmodels.portal import may_see
from kiosk.viewmodels.view import View
from kiosk.web.limit import Limit
from kiosk.web.messages import (
    Alive,
    Arrived,
    Ask,
    Back,
    Failed,
    Finger,
    FromBrowser,
    Go,
    Key,
    Look,
    Picture,
    Refused,
    Seen,
    Shown,
    ToBrowser,
    Turn,
)
from kiosk.web.process import BrowserProcess
from kiosk.web.retry import Retry

logger = logging.getLogger(__name__)

ZOOMS = (1.0, 1.5, 2.0)
TICK_MS = 1000
SILENT_S = 8.0
"""A browser that says nothing for so long is taken for dead; it is asked every second."""
STARTING_S = 30.0
"""The first word may take longer: a cold disk, a slow machine."""
SLOW_S = 20.0
"""A first page that has not come by then is told to be away; it may still come."""
LIVES = 3
"""Browsers lost within one visit before it is given up."""
LOST_WAIT_MS = 500
NOTICE_S = 5.0


@offered
class WebVisit(QObject):
    """Opens the website at one entry, in a browser of its own; `close` ends both."""

    titleChanged = Signal()
    stateChanged = Signal()
    pageChanged = Signal()
    zoomChanged = Signal()
    noticeChanged = Signal()
    timeChanged = Signal()
    pictured = Signal()
    refused = Signal(str, str, arguments=["what", "detail"])
    over = Signal()
    """The time is up, or the browser was lost too often: the visitor is led home."""

    def __init__(
        self,
        settings: Settings,
        title: str,
        address: str,
        origins: tuple[str, ...],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing runs before the pane says how large it is."""
        super().__init__()
        self._settings, self._title, self._address, self._origins = settings, title, address, origins
        self._clock = clock
        self._browser: BrowserProcess | None = None
        self._size = (0, 0)
        self._zoom = 0
        self._looks = (False, False, False)
        self._state = "starting"
        self._page = Shown(address, "", can_go_back=False, loading=True)
        self._heard = self._clock()
        self._retry = Retry(address, self._heard)
        self._spoken = False
        self._lost = 0
        self._notice, self._noticed = "", 0.0
        self._limit = Limit(settings.portal.limit_s, settings.patience.warning_s, clock())
        self._seconds_left = 0
        self.windows = 0
        """How many windows the browser had when it last spoke of them."""
        self.image = QImage()
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()

    @property
    def browser(self) -> BrowserProcess | None:
        """The process behind it, while there is one."""
        return self._browser

    def renewed(self, view: View) -> "WebVisit":
        """The same visit after a change of language or edition: the browser runs on."""
        self._title = channel(view, self._address) or self._title
        self.titleChanged.emit()
        return self

    def close(self) -> None:
        """End it: the processes, the picture, everything a page left. Final."""
        self._ticking.stop()
        self.image = QImage()
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.said.disconnect(self._hear)
            browser.died.disconnect(self._lose)
            browser.stop()

    def fit(self, width: int, height: int) -> None:
        """The pane is this large, in pixels."""
        self._size = (width, height)
        if self._browser is None and self._state == "starting":
            self._begin()
        self._tell_look()

    def felt(self, phase: str, at: QPoint, ms: int) -> None:
        """The one finger on the pane."""
        self._say(Finger(phase, at.x(), at.y(), ms))

    def turned(self, steps: int, at: QPoint) -> None:
        """A wheel over the pane, or one of the buttons; positive goes down."""
        self._say(Turn(steps, at.x(), at.y()))

    def typed(self, key: int, text: str) -> None:
        """A key of a keyboard."""
        self._say(Key(int(key), text))

    @Slot(int)
    def turnPage(self, direction: int) -> None:
        """A screenful up (-1) or down (1)."""
        width, height = self._size
        self._say(Turn(direction * max(1, height // 160), width // 2, height // 2))

    @Slot()
    def back(self) -> None:
        """The page before."""
        self._say(Back())

    @Slot()
    def home(self) -> None:
        """The page this visit began with."""
        self._say(Go(self._address))

    @Slot(int)
    def zoomTo(self, step: int) -> None:
        """One of the three sizes, 0 to 2."""
        if 0 <= step < len(ZOOMS) and step != self._zoom:
            self._zoom = step
            self.zoomChanged.emit()
            self._tell_look()

    @Slot(bool, bool, bool)
    def lookAs(self, large: bool, contrast: bool, english: bool) -> None:  # noqa: FBT001 - called by QML
        """What the visitor chose for the kiosk's pages. Who wants large letters gets the page larger too."""
        if large and not self._looks[0] and self._zoom == 0:
            self._zoom = 1
            self.zoomChanged.emit()
        self._looks = (large, contrast, english)
        self._tell_look()

    @Slot()
    def goOn(self) -> None:
        """The visitor wants more time."""
        self._limit = self._limit.gone_on(self._clock())
        self._count()

    @Slot()
    def again(self) -> None:
        """Try once more now."""
        self._retry = self._retry.tried(self._clock())
        if self._browser is None:
            self._begin()
        else:
            self._say(Go(self._retry.page))

    def tick(self) -> None:
        """A second has passed."""
        now = self._clock()
        self._count()
        if self._notice and now - self._noticed >= NOTICE_S:
            self._notice = ""
            self.noticeChanged.emit()
        if self._browser is not None:
            self._say(Ask())
            if now - self._heard > (SILENT_S if self._spoken else STARTING_S):
                self._browser.kill()
        if self._state == "away" and self._retry.is_due(now):
            self.again()
        elif self._state == "starting" and self._spoken and now - self._retry.since >= SLOW_S:
            self._fail(self._address, "network")

    def _count(self) -> None:
        left = self._limit.seconds_left(self._clock())
        if left == self._seconds_left:
            return
        self._seconds_left = left
        self.timeChanged.emit()
        if left < 0:
            self.over.emit()

    def _begin(self) -> None:
        window = self._settings.screen.size or (0, 0)
        room = (max(window[0], self._size[0]), max(window[1], self._size[1]))
        # Turned to low reach or large letters the pane changes its size, never beyond twice what it is.
        room = (room[0], room[1] * 2)
        try:
            browser = BrowserProcess(self._settings, self._origins, room)
        except OSError as error:
            logger.warning("the browser cannot be started: %s", error)
            self._become("absent")
            return
        self._heard, self._spoken = self._clock(), False
        self._retry = replace(self._retry, since=self._heard)
        self._own(browser)
        self._tell_look()
        self._say(Go(self._address))

    def _own(self, browser: BrowserProcess) -> None:
        self._browser = browser
        browser.said.connect(self._hear)
        browser.died.connect(self._lose)

    def _tell_look(self) -> None:
        if self._size != (0, 0):
            self._say(Look(*self._size, ZOOMS[self._zoom], *self._looks))

    def _say(self, message: ToBrowser) -> None:
        if self._browser is not None:
            self._browser.say(message)

    def _hear(self, message: FromBrowser) -> None:
        self._heard, self._spoken = self._clock(), True
        match message:
            case Picture():
                self._see(message)
            case Shown():
                self._page = message
                self.pageChanged.emit()
            case Arrived():
                self._retry = self._retry.arrived(self._heard)
                self._become("showing")
            case Failed(_, "crashed"):
                self.over.emit()
            case Failed(url, why):
                self._fail(url, why)
            case Alive(windows):
                self.windows = windows
            case Refused(what, detail):
                self.refused.emit(what, detail)
                self._tell_refusal(what, detail)

    def _fail(self, url: str, why: str) -> None:
        before = self._state, self._retry.why
        self._retry = self._retry.failed(url, why, self._clock())
        self._state = "away"
        if before != (self._state, self._retry.why):
            self.stateChanged.emit()

    def _see(self, told: Picture) -> None:
        if self._browser is None:
            return
        self.image = self._browser.picture(told)
        self._browser.say(Seen())
        if self._state == "starting" and self._page.title:
            self._become("showing")
        self.pictured.emit()

    def _tell_refusal(self, what: str, detail: str) -> None:
        """Only what a person may have wanted is worth a word; a page's own attempts are not."""
        if what in {"navigation", "window", "download", "print"} and not detail.startswith("about"):
            self._notice, self._noticed = what, self._clock()
            self.noticeChanged.emit()

    def _lose(self) -> None:
        """The process is gone though nobody ended it."""
        browser, self._browser = self._browser, None
        complaint = browser.complaint() if browser is not None and not self._spoken else ""
        if browser is not None:
            browser.stop()
        self._lost += 1
        if not self._spoken and self._lost > 1:
            logger.warning("the browser cannot be started: %s", complaint or "it says nothing")
            self._become("absent")
        elif self._lost >= LIVES:
            self.over.emit()
        else:
            self._become("starting")
            QTimer.singleShot(LOST_WAIT_MS * self._lost, self, self._begin_again)

    def _begin_again(self) -> None:
        if self._browser is None and self._ticking.isActive():
            self._begin()

    def _become(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.stateChanged.emit()

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        """One of starting, showing, away (it is tried again), absent (this machine cannot)."""
        return self._state

    @Property(str, notify=stateChanged)
    def why(self) -> str:
        """While away: network, certificate, server, password or missing."""
        return self._retry.why

    @Property(bool, notify=stateChanged)
    def astray(self) -> bool:
        """While away: whether the site's first page follows, because this one will not come."""
        return self._retry.astray

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        """Of the entry."""
        return self._title

    @Property(str, constant=True)
    def address(self) -> str:
        """Of the entry, to be taken along as a code."""
        return self._address

    @Property(str, notify=pageChanged)
    def url(self) -> str:
        """Of the page that shows, as the engine has it."""
        return self._page.url

    @property
    def page_title(self) -> str:
        """What the page calls itself."""
        return self._page.title

    @Property(str, notify=pageChanged)
    def place(self) -> str:
        """The host of the page that shows."""
        return QUrl(self._page.url).host()

    @Property(bool, notify=pageChanged)
    def canGoBack(self) -> bool:
        """Whether there is a page before."""
        return self._page.can_go_back

    @Property(bool, notify=pageChanged)
    def loading(self) -> bool:
        """Whether something is still on its way."""
        return self._page.loading

    @Property(int, notify=zoomChanged)
    def zoom(self) -> int:
        """The size chosen, 0 to 2."""
        return self._zoom

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        """What was just refused that a person may have wanted: navigation, window, download, print."""
        return self._notice

    @Property(int, notify=timeChanged)
    def secondsLeft(self) -> int:
        """What the question whether somebody is still here counts down; 0 while it is not asked."""
        return max(0, self._seconds_left)


def web_page(view: View, key: str) -> WebVisit | None:
    """The website at a channel, or at its front page where no key is given; None where this machine shows none."""
    if view.machine is None:
        return None
    found = view.edition.record(Channel, key) if key else None
    site = view.edition.record(Site, "site")
    address = found.url if found else view.machine.portal.home or (site.website if site else "")
    seen = may_see(view)
    if not address or not seen.allows(QUrl(address)):
        return None
    title = view.words(found.name, found.name_en) if found else ""
    return WebVisit(view.machine, title, address, tuple(origin.text for origin in seen.origins))


def channel(view: View, address: str) -> str:
    """The name, in the visitor's language, of the channel with this address; empty where none has it."""
    names = (view.words(one.name, one.name_en) for one in view.edition.records(Channel) if one.url == address)
    return next(names, "")
