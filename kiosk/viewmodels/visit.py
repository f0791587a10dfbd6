"""One visit as QML sees it: whether somebody is here, how they want to see the pages, when their time is up."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.session import Session, Stage
from kiosk.settings import Patience
from kiosk.viewmodels.offered import offered


@offered
class Visit(QObject):
    """Follows touches and time; at the end of a visit every choice falls back. `clock` gives seconds that only grow."""

    stageChanged = Signal()
    choicesChanged = Signal()
    began = Signal()
    ended = Signal()

    def __init__(self, patience: Patience, clock: Callable[[], float], parent: QObject | None = None) -> None:
        """At rest."""
        super().__init__(parent)
        self._session = Session(patience, since=clock())
        self._clock = clock
        self._seconds_left = 0
        self._on: set[str] = set()

    @property
    def session(self) -> Session:
        """Where the visit stands."""
        return self._session

    @Slot()
    def touched(self) -> None:
        """Somebody touched the glass or a key."""
        before = self._session
        self._become(before.touched(self._clock()))
        if self._session.visits > before.visits:
            self.began.emit()

    def answered(self) -> None:
        """The warning was touched: where none of its buttons said otherwise, the visit goes on."""
        if self._session.stage is Stage.WARNING:
            self.touched()

    @Slot()
    def tick(self) -> None:
        """Time went on."""
        self._become(self._session.at(self._clock()))

    @Slot()
    def leave(self) -> None:
        """The visitor says they are done."""
        self._become(self._session.left(self._clock()))

    @Slot()
    def clean(self) -> None:
        """Staff want to wipe the glass: it does not answer until the time for that is over."""
        self._become(self._session.cleaned(self._clock()))

    def _become(self, session: Session) -> None:
        before, self._session = self._session, session
        seconds = session.seconds_left(self._clock())
        if (session.stage, seconds) != (before.stage, self._seconds_left):
            self._seconds_left = seconds
            self.stageChanged.emit()
        if session.at_rest and not before.at_rest:
            self.reset()
            self.ended.emit()

    def reset(self) -> None:
        """Back to how everybody finds the screen."""
        if self._on:
            self._on.clear()
            self.choicesChanged.emit()

    @Slot(str)
    def toggle(self, choice: str) -> None:
        """Switch one of: english, large, highContrast, lowReach, reading."""
        self._on ^= {choice}
        self.choicesChanged.emit()

    def chose(self, choice: str) -> bool:
        """Whether the visitor switched this on."""
        return choice in self._on

    @Property(str, notify=stageChanged)
    def stage(self) -> str:
        """One of resting, attract, awake, warning, cleaning."""
        return self._session.stage.value

    @Property(bool, notify=stageChanged)
    def attracting(self) -> bool:
        """Whether the resting screen shows; the next touch only wakes it."""
        return self._session.stage is Stage.ATTRACT

    @Property(bool, notify=stageChanged)
    def cleaning(self) -> bool:
        """Whether staff wipe the glass; touches do nothing."""
        return self._session.deaf

    @Property(int, notify=stageChanged)
    def secondsLeft(self) -> int:
        """What a warning or the cleaning of the glass counts down; 0 outside both."""
        return self._seconds_left

    @Property(bool, notify=choicesChanged)
    def english(self) -> bool:
        """Whether English was chosen."""
        return self.chose("english")

    @Property(bool, notify=choicesChanged)
    def large(self) -> bool:
        """Whether large text was chosen."""
        return self.chose("large")

    @Property(bool, notify=choicesChanged)
    def highContrast(self) -> bool:
        """Whether black on white was chosen."""
        return self.chose("highContrast")

    @Property(bool, notify=choicesChanged)
    def lowReach(self) -> bool:
        """Whether everything is to be within reach from a wheelchair."""
        return self.chose("lowReach")

    @Property(bool, notify=choicesChanged)
    def reading(self) -> bool:
        """Whether pages are read aloud."""
        return self.chose("reading")
