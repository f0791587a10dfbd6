"""Special functions of an Alpha sign: E writes one, F asks for it.

    E ' ' HHMM · E ; MMDDYY · E & weekday (1 Sunday)      the clock
    E $ { label type lock size4 qqqq }*                   memory: which files there are; erases everything
    E 8 { name9 lock rows4 columns4 colours2 }*           memory for large dots pictures (derived)
    E . S U labels                                        run sequence
    E ) label start2 stop2 · E 2 label first last         run times in ten minutes (FF always, FE never) and run days
    E / mode2 level2                                      dimming: 00 is 100 %, then 86, 72, 58 and 44 % (derived)
    E s 1 · E ,                                           ACK and NAK (Alpha 2.0 and 3.0 only) · soft reset
    F letter                                              read one back; F * is the error register

Source: 9708-8061 rev F, as alpha.md sums it up; published. Two memory configurations of another program check. What is
marked derived is how two programs write it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import IntFlag

DIMMING_PERCENT = (100, 86, 72, 58, 44)
ALWAYS, NEVER = 0xFF, 0xFE
LARGE_NAME = 9
_TEN_MINUTES = 10
_WEEKDAYS = "1234567"


class Trouble(IntFlag):
    """The error register's bits."""

    ALWAYS = 0x40
    ILLEGAL_COMMAND = 0x20
    SUM = 0x10
    OVERFLOW = 0x08
    TIMEOUT = 0x04
    FRAMING = 0x02
    PARITY = 0x01


@dataclass(frozen=True, slots=True)
class MemoryFile:
    """One file of the memory configuration; `size` is bytes, or rows and columns of a picture as hexadecimal."""

    label: str
    kind: str
    size: str
    rest: str
    locked: str = "L"

    @classmethod
    def text(cls, label: str, size: int) -> MemoryFile:
        """A text file that runs always; unlocked, as another program's checked frame has it."""
        return cls(label, "A", f"{size:04X}", "FF00", "U")

    @classmethod
    def string(cls, label: str, size: int) -> MemoryFile:
        """A string file."""
        return cls(label, "B", f"{size:04X}", "0000")

    @classmethod
    def picture(cls, label: str, height: int, width: int, colours: int = 4) -> MemoryFile:
        """A small dots picture of one (1000), three (2000) or eight colours (4000)."""
        return cls(label, "D", f"{height:02X}{width:02X}", f"{colours}000")


@dataclass(frozen=True, slots=True)
class ConfigureMemory:
    """Erase everything and make room for these files."""

    files: tuple[MemoryFile, ...]

    def to_command(self) -> bytes:
        """The bytes after 02."""
        parts = (f.label + f.kind + f.locked + f.size + f.rest for f in self.files)
        return b"E$" + "".join(parts).encode("ascii")


@dataclass(frozen=True, slots=True)
class ConfigureLargePictures:
    """Make room for large dots pictures of one size, under these names."""

    names: tuple[str, ...]
    rows: int
    columns: int

    def to_command(self) -> bytes:
        """The bytes after 02."""
        parts = (f"{name:<{LARGE_NAME}}L{self.rows:04X}{self.columns:04X}02" for name in self.names)
        return b"E8" + "".join(parts).encode("ascii")


@dataclass(frozen=True, slots=True)
class RunSequence:
    """Show these text files in turn."""

    labels: str

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"E.SU" + self.labels.encode("ascii")


@dataclass(frozen=True, slots=True)
class RunTimes:
    """Show a text file every day from `on` to `off`, to ten minutes; None is always."""

    label: str
    on: time | None = None
    off: time | None = None

    def to_command(self) -> bytes:
        """The bytes after 02."""
        start, stop = (ALWAYS, 0) if self.on is None or self.off is None else (_tens(self.on), _tens(self.off))
        return f"E){self.label}{start:02X}{stop:02X}".encode("ascii")


@dataclass(frozen=True, slots=True)
class RunDays:
    """Show a text file from the first to the last day of the week, 1 Sunday to 7 Saturday; 0 is every day."""

    label: str
    first: int = 0
    last: int = 0

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return f"E2{self.label}{self.first}{self.last}".encode("ascii")


@dataclass(frozen=True, slots=True)
class SetTime:
    """Hour and minute of the office."""

    at: datetime

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return f"E {self.at:%H%M}".encode("ascii")


@dataclass(frozen=True, slots=True)
class SetDate:
    """Day of the office."""

    at: datetime

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return f"E;{self.at:%m%d%y}".encode("ascii")


@dataclass(frozen=True, slots=True)
class SetWeekday:
    """Day of the week of the office."""

    at: datetime

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"E&" + _WEEKDAYS[self.at.isoweekday() % 7].encode("ascii")


@dataclass(frozen=True, slots=True)
class SetDimming:
    """The nearest of five levels to `percent`."""

    percent: int

    def to_command(self) -> bytes:
        """The bytes after 02."""
        level = min(range(len(DIMMING_PERCENT)), key=lambda i: abs(DIMMING_PERCENT[i] - self.percent))
        return b"E/00%02d" % level


@dataclass(frozen=True, slots=True)
class AnswerFrames:
    """Answer each frame with ACK or NAK from now on; older signs leave it unheard."""

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"Es1"


@dataclass(frozen=True, slots=True)
class SoftReset:
    """Begin anew; memory stays."""

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"E,"


@dataclass(frozen=True, slots=True)
class ReadSpecial:
    """Ask for a special function by its letter: "." run sequence, " " time, "*" errors, "$" memory."""

    letter: str

    def to_command(self) -> bytes:
        """The bytes after 02."""
        return b"F" + self.letter.encode("ascii")


Special = (
    ConfigureMemory
    | ConfigureLargePictures
    | RunSequence
    | RunTimes
    | RunDays
    | SetTime
    | SetDate
    | SetWeekday
    | SetDimming
    | AnswerFrames
    | SoftReset
    | ReadSpecial
)


def _tens(moment: time) -> int:
    return (moment.hour * 60 + moment.minute) // _TEN_MINUTES
