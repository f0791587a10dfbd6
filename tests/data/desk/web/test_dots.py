"""The dots that staff see before they submit are the dots that the sign shows: through the whole protocol, dot for dot.

Every item of the sample's ten days, on three panels. The sign is the emulator, which reads the wire by itself.
"""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
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
from ledsign.link.state import Link, SignLink
from ledsign.plan import Known
from ledsign.profile import LineSettings, profile_of
from ledsign.protocols import planner_of
from ledsign.service.edition import Edition
from ledsign.service.wanted import wish_of
from ledsign.settings import SignSettings
from tests.ledsign.simulation import Conversation

PROTOCOL = "onbon-bx5k"
PANELS = (Panel(256, 16), Panel(128, 32), Panel(192, 48))
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


def previewed(items: tuple[BulletinItem, ...], fact: SignFact) -> Iterator[bytes]:
    """What the browser lights, page by page."""
    sign = sign_of(fact, SignStyle(fact.name, PROTOCOL))
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


def emulated_after(items: tuple[BulletinItem, ...], fact: SignFact) -> tuple[EmulatedSign, float]:
    """A sign that was told the day over the wire, and the time it is then."""
    rotation = rotation_of([Site("省财政厅", signs=(fact,)), *items], "Asia/Shanghai")
    noon = datetime.combine(items[0].day, datetime.min.time(), UTC).replace(hour=NOON_H)
    line = LineSettings(57600)
    profile = replace(profile_of(PROTOCOL), line=line)
    settings = SignSettings(fact.name, profile, "sign.pty", line)
    wish = wish_of(Edition(1, noon, rotation), settings, planner_of(PROTOCOL), noon)
    assert wish.problems == ()
    sign = emulated(PROTOCOL, Panel(fact.width_dots, fact.height_dots))
    link = Link(line, (SignLink(fact.name, 1, planner_of(PROTOCOL), profile, Known()),))
    conversation = Conversation(link, [sign], planner_of(PROTOCOL).decoder())
    conversation.want(fact.name, *wish.intents)
    conversation.run_until_idle()
    return sign, conversation.now


def seen(sign: EmulatedSign, now: float, pages: int) -> list[bytes]:
    """Every picture of two cycles and more, in order, equal neighbours once."""
    found: list[bytes] = []
    for step in range(round(pages * 2 * 12 / STEP_S)):
        dots = sign.screen(now + step * STEP_S).dots
        if not found or dots != found[-1]:
            found.append(dots)
    return found


def test_the_sample_has_ten_days_of_five() -> None:
    assert [len(items) for items in days()] == [5] * 10


@pytest.mark.parametrize("panel", PANELS, ids=str)
@pytest.mark.parametrize("day", range(10))
def test_the_preview_is_the_sign_dot_for_dot(panel: Panel, day: int) -> None:
    fact = SignFact("hall", panel.width_dots, panel.height_dots)
    items = days()[day]
    wanted = list(previewed(items, fact))
    shown = seen(*emulated_after(items, fact), len(wanted))
    assert set(shown) == set(wanted)
    begin = shown.index(wanted[0])
    neighbours = [dots for dots, _ in groupby(wanted)]
    assert shown[begin : begin + len(neighbours)] == neighbours, "in this order"
