"""The staff's service menu as QML sees it: the PIN before it, what it tells, what can be done in it.

    closed ──held gesture──▶ pin ──right──▶ menu ──▶ touch test
                              │              ├──▶ sure? ──▶ the program ends: anew, or for good
                              └── wrong: five tries, then locked for longer and longer (kiosk/pin.py)

The end of a visit closes it, wherever it stands. Digits typed are never handed to QML, only how many there are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from math import ceil

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.pin import MOST, Answer, Pin
from kiosk.viewmodels.offered import offered
from kiosk.viewmodels.shown import shown, shown_type
from kiosk.viewmodels.view import FactRow


class Ending(IntEnum):
    """The program's exit status when staff ended it. The kiosk's unit starts it anew after the first only."""

    AGAIN = 0
    LEFT = 10


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """What the menu tells. `edition` is 0 before the first; `website` is empty where the office has none.

    `up_minutes` is how long the machine has been running; each sign's value is what is wrong with it, if anything.
    """

    versions: tuple[FactRow, ...]
    edition: int = 0
    published: str = ""
    site: str = ""
    problems: tuple[str, ...] = ()
    up_minutes: int = 0
    screen: str = ""
    network: tuple[FactRow, ...] = ()
    website: str = ""
    signs: tuple[FactRow, ...] = ()
    has_sign: bool = False


@dataclass(frozen=True, slots=True)
class Means:
    """What the menu can do. `reach` tries the website and tells the milliseconds, or None where nobody answered."""

    facts: Callable[[], ServiceFacts]
    show_pattern: Callable[[], None]
    clean: Callable[[], None]
    reach: Callable[[Callable[[int | None], None]], None]


@offered
class Service(QObject):
    """The menu and what stands before it. `noted` is for the journal; `ended` carries an Ending."""

    sheetChanged = Signal()
    typedChanged = Signal()
    lockChanged = Signal()
    answerChanged = Signal()
    noted = Signal(str, arguments=["what"])
    ended = Signal(int, arguments=["status"])

    def __init__(self, pin: Pin, means: Means) -> None:
        """Closed."""
        super().__init__()
        self._pin, self._means = pin, means
        self._sheet, self._typed, self._message = "", "", ""
        self._question = self._pattern = self._reached = ""
        self._facts: QObject | None = None

    @Slot()
    def ask(self) -> None:
        """The gesture was held long enough."""
        if self._sheet == "":
            self.noted.emit("asked")
            self._message = "" if self._pin.is_set else "unset"
            self._show("pin")

    @Slot(str)
    def type(self, digit: str) -> None:
        """A digit of the PIN."""
        if self._sheet == "pin" and len(self._typed) < MOST and not self._pin.locked_s:
            self._become(self._typed + digit, "")

    @Slot()
    def erase(self) -> None:
        """The last digit was wrong."""
        self._become(self._typed[:-1], self._message)

    @Slot()
    def enter(self) -> None:
        """All digits are there."""
        if self._sheet != "pin" or not self._typed or not self._pin.is_set:
            return
        try:
            answer = self._pin.tried(self._typed)
        except OSError:
            self._become("", "broken")
            return
        if answer is Answer.RIGHT:
            self.noted.emit("entered")
            self._open()
            return
        self.noted.emit("locked" if self._pin.locked_s else "wrong")
        self._become("", "wrong")
        self.lockChanged.emit()

    @Slot(str)
    def choose(self, action: str) -> None:
        """Something of the menu: touch, pattern, clean, restart, leave, sure, back."""
        if self._sheet not in {"menu", "touch", "sure"}:
            return
        match action:
            case "touch":
                self._show("touch")
            case "restart" | "leave":
                self._question = action
                self._show("sure")
            case "sure" if self._sheet == "sure":
                self.noted.emit(self._question)
                self.ended.emit(Ending.AGAIN if self._question == "restart" else Ending.LEFT)
            case "pattern":
                self._ask_for_pattern()
            case "clean":
                self.noted.emit("clean")
                self.close()
                self._means.clean()
            case "back":
                self._question = ""
                self._show("menu")

    @Slot()
    def close(self) -> None:
        """Back to where visitors are."""
        self._become("", "")
        self._question = ""
        self._show("")

    @Slot(str, result=bool)
    def press(self, button: str) -> bool:
        """A button of the bar below; whether it was meant for the menu."""
        if self._sheet == "" or button not in {"back", "home"}:
            return False
        if button == "back" and self._sheet in {"touch", "sure"}:
            self.choose("back")
        else:
            self.close()
        return True

    def tick(self) -> None:
        """Time went on: a lock runs out."""
        if self._sheet == "pin":
            self.lockChanged.emit()

    def look(self, sheet: str, question: str = "leave") -> None:
        """Show a sheet without a PIN, for pictures and the audit. No slot: nothing on the glass can call it."""
        self.close()
        if sheet:
            self._open(asking=False)
            self._question = question
            self._show(sheet)

    def _open(self, *, asking: bool = True) -> None:
        self._become("", "")
        facts, before = self._means.facts(), self._facts
        self._facts = shown(facts)
        self._pattern, self._reached = "", "asking" if facts.website else ""
        self._show("menu")
        self.answerChanged.emit()
        if asking and facts.website:
            self._means.reach(self._reach)
        if before is not None:
            before.deleteLater()

    def _reach(self, milliseconds: int | None) -> None:
        self._reached = "silent" if milliseconds is None else str(milliseconds)
        self.answerChanged.emit()

    def _ask_for_pattern(self) -> None:
        try:
            self._means.show_pattern()
            self._pattern = "asked"
        except OSError:
            self._pattern = "failed"
        self.noted.emit("pattern")
        self.answerChanged.emit()

    def _become(self, typed: str, message: str) -> None:
        if (typed, message) != (self._typed, self._message):
            self._typed, self._message = typed, message
            self.typedChanged.emit()

    def _show(self, sheet: str) -> None:
        if sheet != self._sheet:
            self._sheet = sheet
            self.sheetChanged.emit()

    @Property(str, notify=sheetChanged)
    def sheet(self) -> str:
        """One of: empty (closed), pin, menu, touch, sure."""
        return self._sheet

    @Property(str, notify=sheetChanged)
    def question(self) -> str:
        """What the sheet `sure` asks about: restart or leave."""
        return self._question

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        """How many digits were typed."""
        return len(self._typed)

    @Property(str, notify=typedChanged)
    def message(self) -> str:
        """What to tell about the PIN: empty, wrong, unset (there is none), broken (a try cannot be counted)."""
        return self._message

    @Property(int, notify=typedChanged)
    def triesLeft(self) -> int:
        """Tries before the next lock."""
        return self._pin.tries_left

    @Property(int, notify=lockChanged)
    def lockedSeconds(self) -> int:
        """Seconds until the next try; 0 where one is free."""
        return ceil(self._pin.locked_s)

    @Property(QObject, notify=sheetChanged)
    def facts(self) -> QObject | None:
        """What the menu tells, as ServiceFacts; None before it was first opened."""
        return self._facts

    @Property(str, notify=answerChanged)
    def pattern(self) -> str:
        """What became of the sign's test pattern: empty (not asked for), asked, failed."""
        return self._pattern

    @Property(str, notify=answerChanged)
    def reached(self) -> str:
        """Whether the website answers: empty (there is none), asking, silent, or the milliseconds it took."""
        return self._reached


shown_type(ServiceFacts)
