"""The approval hall (审批大厅): when it is open, its windows, what to bring."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the hall and the powers (by key) handled there."""

    number: str
    name: str
    powers: tuple[str, ...] = ()
    telephone: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class HallDay:
    """A day that is not as its weekday says: a public holiday, or an extra opening."""

    day: date
    open: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hall:
    """The one record of kind `hall`. `weekdays` are ISO numbers, 1 Monday to 7 Sunday."""

    name: str
    name_en: str = ""
    room: str = ""
    weekdays: tuple[int, ...] = ()
    hours: str = ""
    telephone: str = ""
    windows: tuple[Window, ...] = ()
    exceptions: tuple[HallDay, ...] = ()
    preparation: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the only hall there is."""
        return "hall"
