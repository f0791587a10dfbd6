"""Puts the staff's service menu together: its PIN, and what it tells and does on this machine."""

import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from urllib.parse import urlsplit

from data.records import Site
from kiosk.editions import Shelf
from kiosk.pin import Pin
from kiosk.settings import Settings
from kiosk.viewmodels.service import Means, Service, ServiceFacts
from kiosk.viewmodels.view import FactRow
from kiosk.viewmodels.visit import Visit

PORTS = {"https": 443, "http": 80}


def build_service(  # noqa: PLR0913, PLR0917 - app hands over what it has; a bundle would exist for this call only
    settings: Settings,
    shelf: Shelf,
    visit: Visit,
    now: Callable[[], datetime],
    size: tuple[int, int],
    clock: Callable[[], float],
) -> Service:
    """The menu, closed; it closes with each visit. `clock` gives seconds that only grow."""
    reaching: list[object] = []

    def reach(tell: Callable[[int | None], None]) -> None:
        # Network code is loaded when staff ask for it: a kiosk's first frame waits for every import.
        from kiosk.machine import Reach  # noqa: PLC0415

        reaching[:] = [Reach(*_place(_website(shelf)), tell)]

    def show_pattern() -> None:
        from kiosk.sign_pattern import ask_for_pattern  # noqa: PLC0415

        ask_for_pattern(settings.home, now())

    means = Means(lambda: facts(settings, shelf, size), show_pattern, visit.clean, reach)
    service = Service(Pin(settings.home, clock), means)
    visit.ended.connect(service.close)
    return service


def facts(settings: Settings, shelf: Shelf, size: tuple[int, int]) -> ServiceFacts:
    """What the menu tells now."""
    from kiosk import machine  # noqa: PLC0415 - as above

    edition = shelf.edition
    signs = machine.sign_states(settings.home)
    published = edition.manifest.published_at.astimezone(settings.zone) if edition else None
    return ServiceFacts(
        versions=_rows(machine.versions()),
        edition=edition.manifest.number if edition else 0,
        published=f"{published:%Y-%m-%d %H:%M}" if published else "",
        site=edition.manifest.site if edition else settings.site,
        problems=shelf.problems,
        up_minutes=int(machine.up_s() // 60),
        screen=f"{size[0]} × {size[1]}",
        network=_rows(machine.addresses()),
        website=":".join(map(str, _place(_website(shelf)))) if _website(shelf) else "",
        signs=_rows(signs or ()),
        has_sign=signs is not None,
    )


def start_again() -> None:
    """Become the same program anew, where nobody supervises who would start it: same arguments, same process."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - our own interpreter and arguments


def _rows(pairs: Iterable[tuple[str, str]]) -> tuple[FactRow, ...]:
    return tuple(FactRow(label, value) for label, value in pairs)


def _website(shelf: Shelf) -> str:
    site = shelf.edition.record(Site, "site") if shelf.edition else None
    return site.website if site and urlsplit(site.website).hostname else ""


def _place(website: str) -> tuple[str, int]:
    """Host and port of an address. An unknown scheme has the port of https."""
    parts = urlsplit(website)
    return parts.hostname or "", parts.port or PORTS.get(parts.scheme, PORTS["https"])
