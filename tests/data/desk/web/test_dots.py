"""The dots that staff see before they submit are the dots that the sign shows: through the whole protocol, dot for dot.

Every item of the sample's ten days, on three panels, in every protocol. The sign is the emulator, which reads the wire
by itself. Each protocol is tried on the newest day each time, one card on more; the rest is slow.
"""

from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import groupby

import pytest

from data.desk.settings import SignStyle
from data.desk.web.signs import as_plain, sign_of
from data.edition.rotation import rotation_of
from data.importers.reader import read
from data.records import BulletinItem, SignFact, Site
from data.sample.files import sample_files
from ledsign.bitmap import Panel
from ledsign.emulator.emulate import emulated
from ledsign.emulator.sign import EmulatedSign
from ledsign.intent import ShowProgramme
from ledsign.link.state import Link, SignLink
from ledsign.plan import Known
from ledsign.profile import PROTOCOLS, LineSettings, profile_of
from ledsign.protocols import planner_of
from ledsign.service.edition import Edition
from ledsign.service.wanted import wish_of
from ledsign.settings import SignSettings
from tests.ledsign.simulation import Conversation

FAST = LineSettings(57600)
PATIENCE_S = 1800.0
"""Simulated: pictures take an Alpha sign minutes at 9600 baud."""
PANELS = (Panel(256, 16), Panel(128, 32), Panel(192, 48))
NEWEST = 9
SMALL_MEMORY = ("alpha", Panel(128, 32))
"""An Alpha sign of large dots holds 24 pictures; a day on so small a panel may have more pages."""
STEP_S = 0.25
NOON_H = 4
"""Noon in the office, in UTC."""


@cache
def days() -> tuple[tuple[BulletinItem, ...], ...]:
    """The items of each day of the sample."""
    found: list[BulletinItem] = []
    for path in sample_files():
        if path.name.startswith("每日要闻"):
            parsed = read(path.name, path.read_bytes(), "bulletin")
            found += [record for record in parsed.records if isinstance(record, BulletinItem)]
    ordered = sorted(found, key=lambda item: (item.day, item.position))
    return tuple(tuple(items) for _, items in groupby(ordered, lambda item: item.day))


def previewed(protocol: str, items: Sequence[BulletinItem], fact: SignFact) -> Iterator[bytes]:
    """What the browser lights, page by page."""
    sign = sign_of(fact, SignStyle(fact.name, protocol))
    assert sign is not None
    told = as_plain(sign, [sign.shows(item.text, item.kind) for item in items])
    assert isinstance(told, dict)
    shown = told["items"]
    assert isinstance(shown, list)
    for item in shown:
        assert isinstance(item, dict)
        pages = item["pages"]
        assert isinstance(pages, list)
        for page in pages:
            assert isinstance(page, dict)
            yield b64decode(str(page["dots"]))


@dataclass(frozen=True, slots=True)
class Told:
    """A sign that was told a day over the wire, the time it is then, and how many items its memory has room for."""

    sign: EmulatedSign
    now: float
    items: int


def emulated_after(protocol: str, items: tuple[BulletinItem, ...], fact: SignFact) -> Told:
    """Tell a new sign the day."""
    rotation = rotation_of([Site("省财政厅", signs=(fact,)), *items], "Asia/Shanghai")
    noon = datetime.combine(items[0].day, datetime.min.time(), UTC).replace(hour=NOON_H)
    profile = profile_of(protocol)
    line = FAST if FAST.baud in profile.bauds else profile.line
    profile = replace(profile, line=line)
    settings = SignSettings(fact.name, profile, "sign.pty", line)
    wish = wish_of(Edition(1, noon, rotation), settings, planner_of(protocol), noon)
    (programme,) = (intent for intent in wish.intents if isinstance(intent, ShowProgramme))
    assert bool(wish.problems) == (len(programme.entries) < len(items)), "what is left out is told"
    sign = emulated(protocol, Panel(fact.width_dots, fact.height_dots))
    link = Link(line, (SignLink(fact.name, 1, planner_of(protocol), profile, Known()),))
    conversation = Conversation(link, [sign], planner_of(protocol).decoder())
    conversation.want(fact.name, *wish.intents)
    conversation.run_until_idle(PATIENCE_S)
    return Told(sign, conversation.now, len(programme.entries))


def seen(told: Told, pages: int) -> list[bytes]:
    """Every picture of two cycles and more, in order, equal neighbours once."""
    found: list[bytes] = []
    for step in range(round(pages * 2 * 12 / STEP_S)):
        dots = told.sign.screen(told.now + step * STEP_S).dots
        if not found or dots != found[-1]:
            found.append(dots)
    return found


def test_the_sample_has_ten_days_of_five() -> None:
    assert [len(items) for items in days()] == [5] * 10


def conversations() -> Iterator[object]:
    """Protocol and day: all of them, most of them slow."""
    for protocol in PROTOCOLS:
        for day in range(10):
            is_quick = day == NEWEST or (protocol == PROTOCOLS[0] and day % 3 == 0)
            yield pytest.param(protocol, day, marks=[] if is_quick else [pytest.mark.slow])


@pytest.mark.parametrize("panel", PANELS, ids=str)
@pytest.mark.parametrize(("protocol", "day"), list(conversations()))
def test_the_preview_is_the_sign_dot_for_dot(protocol: str, day: int, panel: Panel) -> None:
    fact = SignFact("hall", panel.width_dots, panel.height_dots)
    items = days()[day]
    told = emulated_after(protocol, items, fact)
    assert told.items == len(items) or (protocol, panel) == SMALL_MEMORY
    wanted = list(previewed(protocol, items[: told.items], fact))
    shown = seen(told, len(wanted))
    assert set(shown) == set(wanted)
    begin = shown.index(wanted[0])
    neighbours = [dots for dots, _ in groupby(wanted)]
    assert shown[begin : begin + len(neighbours)] == neighbours, "in this order"
