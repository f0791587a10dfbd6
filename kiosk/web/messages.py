"""What the kiosk and its browser say to each other: one JSON object a line over a socket between the two processes."""

import json
from dataclasses import asdict, dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Go:
    """Show this address."""

    url: str


@dataclass(frozen=True, slots=True)
class Finger:
    """The one finger: `phase` is down, move or up; pixels of the pane; when, by the screen's own clock.

    Of the milliseconds only the difference between two fingers counts; 0 where nobody knows when.
    """

    phase: str
    x: int
    y: int
    ms: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Scroll what lies under a place by `steps` notches of a wheel; positive goes down."""

    steps: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key pressed and let go: Qt's number, and the text it types."""

    key: int
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """How to show: pixels of the pane, the page's zoom, and what the visitor chose for the kiosk's own keyboard."""

    width: int
    height: int
    zoom: float
    large: bool = False
    contrast: bool = False
    english: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """The page before."""


@dataclass(frozen=True, slots=True)
class Again:
    """Load the page once more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The picture was taken: another may be drawn."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Are you there? Answered by `Alive`."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The visit is over."""


ToBrowser = Go | Finger | Turn | Key | Look | Back | Again | Seen | Ask | Stop


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture lies in the shared memory, four bytes a pixel; pixels, and bytes a row."""

    width: int
    height: int
    row_bytes: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The page that shows, or is on its way: its address as the engine has it."""

    url: str
    title: str
    can_go_back: bool
    loading: bool


@dataclass(frozen=True, slots=True)
class Arrived:
    """A page is there whole."""

    url: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A page did not come. `why` is one of: network, certificate, server, password, missing, crashed."""

    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something a page or a visitor wanted and does not get: navigation, part, window, download, dialog, ..."""

    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class Alive:
    """Here, with so many windows: there is one, and one that a page got to open is closed again."""

    windows: int


FromBrowser = Picture | Shown | Arrived | Failed | Refused | Alive

Message = TypeVar("Message")

TO_BROWSER: dict[str, type[ToBrowser]] = {
    kind.__name__: kind for kind in (Go, Finger, Turn, Key, Look, Back, Again, Seen, Ask, Stop)
}
FROM_BROWSER: dict[str, type[FromBrowser]] = {
    kind.__name__: kind for kind in (Picture, Shown, Arrived, Failed, Refused, Alive)
}


def written(message: ToBrowser | FromBrowser) -> bytes:
    """One line."""
    return json.dumps({"say": type(message).__name__, **asdict(message)}, ensure_ascii=True).encode() + b"\n"


def read(line: bytes, kinds: dict[str, type[Message]]) -> Message:
    """The message of a line. ValueError where it is none of these kinds."""
    try:
        said = json.loads(line)
        return kinds[said.pop("say")](**said)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a message: {line[:200]!r}") from error


MOST_BYTES = 1 << 16
"""A line that grows longer is none of ours."""


class Lines:
    """Puts together what arrives in pieces."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._rest = b""

    def fed(self, piece: bytes) -> list[bytes]:
        """The lines complete so far."""
        *lines, rest = (self._rest + piece).split(b"\n")
        self._rest = rest[:MOST_BYTES]
        return lines
