"""What may be met besides the pages: the warning, a code to take along, the keyboard, the resting screen, staff's menu.

The snapshot draws these states, the audit walks them, golden pictures keep them.
"""

from dataclasses import dataclass

from PySide6.QtCore import QMetaObject
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from kiosk.glass import things
from kiosk.settings import Patience
from kiosk.viewmodels.way import Stop


@dataclass
class Clock:
    """Seconds that only grow when somebody says so."""

    now: float = 0.0

    def __call__(self) -> float:
        """What a kiosk asks."""
        return self.now


@dataclass(frozen=True, slots=True)
class State:
    """How a state comes: the page it is met on (a name of `page_ways`), and what is chosen there by its icon."""

    page: str = "home"
    drawing: str = ""


STATES: dict[str, State] = {
    "warning": State(),
    "code": State("office", "qr"),
    "keyboard": State("search", "write"),
    "cleaning": State(),
    "attract": State(),
    "service-pin": State(),
    "service-menu": State(),
    "service-touch": State(),
    "service-sure": State(),
}
TOUCHED = ("warning", "code", "keyboard", "service-pin", "service-menu", "service-touch", "service-sure")
"""States in which something can be touched."""


def bring(kiosk: Kiosk, state: str, clock: Clock) -> None:
    """Bring a kiosk that shows the state's page into the state. `clock` is the kiosk's."""
    patience: Patience = kiosk.settings.patience
    match state:
        case "warning":
            clock.now += patience.idle_s + 5
            kiosk.visit.tick()
        case "attract":
            clock.now += patience.idle_s + patience.warning_s + patience.attract_s
            kiosk.visit.tick()
        case "cleaning":
            kiosk.visit.clean()
        case "service-pin" | "service-menu" | "service-touch" | "service-sure":
            kiosk.service.look(state.removeprefix("service-"))
        case _:
            wanted = (
                thing.item
                for thing in things(kiosk.window)
                if thing.touchable and thing.item.property("drawing") == STATES[state].drawing
            )
            for item in list(wanted)[:1]:
                QMetaObject.invokeMethod(item, "choose")


def uppermost(kiosk: Kiosk) -> QQuickItem | None:
    """The sheet that lies over the page; None where the page itself is met."""
    found = kiosk.window.property("spoken")
    return found if isinstance(found, QQuickItem) and found.property("depth") is None else None


def way_to(state: str, ways: dict[str, tuple[Stop, ...]]) -> tuple[Stop, ...]:
    """The way to the page on which a state is met; home where the edition has no such page."""
    return ways.get(STATES[state].page, ())
