"""`kiosk --audit`: walks every page in every mode and reports what a visitor could not touch, reach, read or hear."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from data.edition.reader import Edition
from kiosk.app import Kiosk, application, build, theme
from kiosk.checks import (
    Fault,
    Glass,
    clipped,
    faint,
    nameless,
    out_of_reach,
    overlapping,
    spilt,
    too_close,
    too_small,
    words_in,
)
from kiosk.glass import lies_in, things
from kiosk.marks import unmarked
from kiosk.settings import Settings
from kiosk.snapshot import LANDSCAPE, PORTRAIT, lead, page_ways, settle
from kiosk.states import TOUCHED, Clock, bring, uppermost, way_to
from kiosk.viewmodels.way import Stop

SETTLE_MS = 40
UNHURRIED_MS = 1000


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to look at the pages: the bar's buttons pressed, the size of the window."""

    name: str
    buttons: tuple[str, ...] = ()
    size: tuple[int, int] = PORTRAIT


MODES = (
    Mode("normal"),
    Mode("large", ("larger",)),
    Mode("contrast", ("contrast",)),
    Mode("low", ("lower",)),
    Mode("large low", ("larger", "lower")),
    Mode("English", ("language",)),
    Mode("English large low", ("language", "larger", "lower")),
    Mode("landscape", (), LANDSCAPE),
    Mode("landscape large", ("larger",), LANDSCAPE),
    Mode("landscape low English", ("lower", "language"), LANDSCAPE),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with the page and the mode in which it was met."""

    page: str
    mode: str
    what: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was walked, and what was found."""

    pages: tuple[str, ...]
    modes: tuple[str, ...]
    findings: tuple[Finding, ...]

    def to_json(self) -> str:
        """As `kiosk --audit --json` prints it."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def lines(self) -> Iterator[str]:
        """As a person reads it."""
        for finding in self.findings:
            yield f"{finding.page} [{finding.mode}] {finding.what}: {finding.name} ({finding.detail})"
        yield f"{len(self.pages)} pages, {len(self.modes)} modes, {len(self.findings)} findings"


def audit(settings: Settings, modes: tuple[Mode, ...] = MODES) -> Report:
    """Walk every page in the modes. OSError or ValueError where there is no edition to walk."""
    edition = Edition(settings.current)
    ways = {"home": (), **page_ways(edition)}
    edition.close()
    findings = [finding for mode in modes for finding in walk(replace(settings, motion=False), mode, ways)]
    return Report((*ways, *TOUCHED), tuple(mode.name for mode in modes), tuple(findings))


def walk(settings: Settings, mode: Mode, ways: dict[str, tuple[Stop, ...]]) -> Iterator[Finding]:
    """Every page in one mode."""
    application()
    clock = Clock()
    kiosk = build(settings, lambda: datetime.now(UTC), mode.size, clock)
    kiosk.window.show()
    for button in mode.buttons:
        kiosk.shell.press(button)
    for page, way in {**ways, **{state: way_to(state, ways) for state in TOUCHED}}.items():
        kiosk.visit.touched()
        kiosk.shell.press("home")
        lead(kiosk, way)
        settle(SETTLE_MS)
        if page in TOUCHED:
            bring(kiosk, page, clock)
            settle(SETTLE_MS)
        for fault in lasting(kiosk, low="lower" in mode.buttons):
            yield Finding(page, mode.name, fault.what, fault.name, fault.detail)
    kiosk.close()


def lasting(kiosk: Kiosk, *, low: bool) -> list[Fault]:
    """Faults that are still there when one looks again: on a busy machine rows are late in their places."""
    found = list(faults(kiosk, low=low))
    if found:
        settle(UNHURRIED_MS)
        found = list(faults(kiosk, low=low))
    return found


def faults(kiosk: Kiosk, *, low: bool) -> Iterator[Fault]:
    """What is wrong with what is on the glass now; reach counts where `low` was chosen.

    Where a sheet lies over the page, only the sheet is judged.
    """
    # Lists know the heights of their rows only once these were painted.
    kiosk.window.grabWindow()
    settle(SETTLE_MS)
    picture = kiosk.window.grabWindow()
    sheet = uppermost(kiosk)
    found = [thing for thing in things(kiosk.window) if sheet is None or lies_in(thing.item, sheet)]
    words = words_in(sheet or kiosk.window.contentItem())
    glass = _glass(theme(kiosk.engine, "Metrics"))
    yield from too_small(found, glass)
    yield from too_close(found, glass)
    yield from nameless(found)
    yield from faint(words, picture)
    yield from clipped(words)
    yield from spilt(found, words)
    yield from overlapping(words)
    if kiosk.visit.chose("english"):
        yield from unmarked(sheet or kiosk.window.contentItem(), found)
    if low:
        yield from out_of_reach(found, glass)


def _glass(metrics: QObject) -> Glass:
    return Glass(
        pixels_a_mm=float(metrics.property("pixelsPerMm")),
        height=float(metrics.property("screenHeight")),
        bottom_mm=float(metrics.property("bottomMm")),
    )
