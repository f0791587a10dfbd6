"""`kiosk --snapshot DIR`: draws every page as PNG, in every state a visitor may meet, without a display."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from data.edition.reader import Edition
from data.records import Floor, Person, Power, Profile
from kiosk.app import Kiosk, application, build
from kiosk.settings import Settings
from kiosk.states import STATES, Clock, bring, way_to
from kiosk.viewmodels.way import Stop

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
SETTLE_MS = 150
"""Long enough for most pages to be laid out; nothing moves, since motion is off."""
FRAME_MS = 40
"""Between two looks at a page that has to stay the same."""

LOADING_MS = 6000
"""How long a large picture may take on a busy machine."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, the way to the page, the bar's buttons pressed on it."""

    name: str
    way: tuple[Stop, ...] = ()
    buttons: tuple[str, ...] = ()
    size: tuple[int, int] = PORTRAIT
    state: str = ""


def snapshot(settings: Settings, folder: Path) -> int:
    """Draw all pictures into `folder`; gives how many. OSError where they cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    return len(list(_draw(replace(settings, motion=False), folder)))


def snapshot_pages(settings: Settings, folder: Path, pages: Sequence[str]) -> int:
    """Draw these pages (`bulletin`, `offices/bgs`, `home`) upright into `1.png`, `2.png`, …; gives how many.

    For whoever wants to see what a change does to a page. OSError where they cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    application()
    still = replace(settings, motion=False)
    ways = [_way_to(page) for page in pages]
    return len([_take(still, Picture(str(number), way), folder) for number, way in enumerate(ways, 1)])


def _way_to(page: str) -> tuple[Stop, ...]:
    """The way to a page; to a power's pictures over the power, which shows where there are none."""
    name, _, key = page.partition("/")
    if name == "home":
        return ()
    return (Stop("power", key), Stop(name, key)) if name == "pictures" else (Stop(name, key),)


def _draw(settings: Settings, folder: Path) -> Iterator[str]:
    application()
    nothing = replace(settings, edition=folder / "nothing")
    yield _take(nothing, Picture("welcome"), folder)
    try:
        edition = Edition(settings.current)
    except (OSError, ValueError):
        return
    ways = page_ways(edition)
    edition.close()
    for picture in pictures(ways):
        yield _take(settings, picture, folder)


def page_ways(edition: Edition) -> dict[str, tuple[Stop, ...]]:
    """Every page with a way to it, showing the fullest record the edition has for it."""
    ways: dict[str, tuple[Stop, ...]] = {}
    ways |= {page: (Stop(page),) for page in ("offices", "staff", "groups", "powers", "map", "bulletin", "hall")}
    ways |= {page: (Stop(page),) for page in ("portal", "catalogue", "help", "search")}
    ways["people"] = (Stop("staff", "people"),)
    ways["search-found"], ways["search-nothing"] = (Stop("search", "zh"),), (Stop("search", "qqqqqq"),)
    chosen = {
        "office": (Stop("offices"), _first(edition, "office", 1)),
        "person": (Stop("staff"), _person(edition)),
        "group": (Stop("groups"), _first(edition, "group")),
        "power": (Stop("powers"), _power(edition)),
        "entry": (Stop("catalogue"), _first(edition, "entry")),
    }
    ways |= {page: (stop, Stop(page, key)) for page, (stop, key) in chosen.items() if key}
    if "power" in ways:
        ways["steps"] = (*ways["power"], Stop("steps", ways["power"][-1].key))
        ways["chart"] = (*ways["steps"], Stop("chart", ways["power"][-1].key))
    pictured = next((power.key for power in edition.records(Power) if power.pictures), "")
    if pictured:
        ways["pictures"] = (Stop("powers"), Stop("power", pictured), Stop("pictures", pictured))
    room = next(_drawn_seats(edition), "")
    return ways | ({"route": (Stop("map", room),)} if room else {})


def _drawn_seats(edition: Edition) -> Iterator[str]:
    """Rooms in which somebody sits and which the map shows, those with a way to them first."""
    seats = {
        seat.key: edition.place_of(seat.key)
        for title in edition.titles("person")
        for seat in edition.targets("person", title.key, "sits-in")
    }
    kiosks = [kiosk.key for floor in edition.records(Floor) for kiosk in floor.kiosks]
    drawn = {room: place for room, place in seats.items() if place}
    for room, place in drawn.items():
        if any(edition.route(kiosk, place.unit, Profile.WALK) for kiosk in kiosks):
            yield room
    yield from drawn


def _first(edition: Edition, kind: str, place: int = 0) -> str:
    titles = edition.titles(kind)
    return titles[min(place, len(titles) - 1)].key if titles else ""


def _person(edition: Edition) -> str:
    people = sorted(edition.records(Person), key=lambda person: -len(person.in_charge_of))
    return people[0].key if people else ""


def _power(edition: Edition) -> str:
    powers = sorted(edition.records(Power), key=lambda power: (-len(power.steps), -len(power.materials)))
    return powers[0].key if powers else ""


def pictures(ways: dict[str, tuple[Stop, ...]]) -> Iterator[Picture]:
    """The pictures to take: every page as it is, and in every mode a visitor may choose."""
    pages = {"home": (), **ways}
    for state in STATES:
        yield Picture(state, way_to(state, ways), state=state)
        yield Picture(f"{state}-landscape", way_to(state, ways), size=LANDSCAPE, state=state)
    for name, way in pages.items():
        yield Picture(name, way)
        yield Picture(f"{name}-landscape", way, size=LANDSCAPE)
        yield Picture(f"{name}-large", way, ("larger",))
        yield Picture(f"{name}-contrast", way, ("contrast",))
        yield Picture(f"{name}-low", way, ("lower",))
        yield Picture(f"{name}-english", way, ("language",))


def _take(settings: Settings, picture: Picture, folder: Path) -> str:
    clock = Clock()
    kiosk = build(settings, lambda: datetime.now(UTC), picture.size, clock)
    kiosk.window.show()
    kiosk.visit.touched()
    lead(kiosk, picture.way)
    for button in picture.buttons:
        kiosk.shell.press(button)
    if picture.state:
        settle(SETTLE_MS)
        bring(kiosk, picture.state, clock)
    # The first frame makes what is still missing begin to load.
    kiosk.window.grabWindow()
    settle(SETTLE_MS)
    image = _settled(kiosk)
    kiosk.close()
    file = folder / f"{picture.name}.png"
    if not image.save(str(file)):
        raise OSError(f"{file} cannot be written")
    return picture.name


def _settled(kiosk: Kiosk) -> QImage:
    """The page once nothing on it changes any more: on a busy machine buttons that a long page needs come late."""
    image = kiosk.window.grabWindow()
    for _ in range(LOADING_MS // FRAME_MS):
        settle(FRAME_MS)
        before, image = image, kiosk.window.grabWindow()
        if image == before and not _loading(kiosk.window.contentItem()):
            break
    return image


def _loading(item: QQuickItem) -> bool:
    """Whether a picture inside an item is still being read from the disk."""
    loading = (
        bool(item.property("asynchronous")) and item.property("progress") < 1 and not item.property("source").isEmpty()
    )
    return item.isVisible() and (loading or any(_loading(child) for child in item.childItems()))


def lead(kiosk: Kiosk, way: tuple[Stop, ...]) -> None:
    """Walk the way, as touches would."""
    for stop in way:
        kiosk.shell.openPage(stop.page, stop.key, len(kiosk.shell.way.stops) - 1)


def settle(milliseconds: int) -> None:
    """Let events run for a while."""
    timer = QElapsedTimer()
    timer.start()
    while True:
        # Outside an event loop Qt keeps what is to be deleted: pages first, for events may let go what they read.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if timer.elapsed() >= milliseconds:
            return
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        time.sleep(0.002)
