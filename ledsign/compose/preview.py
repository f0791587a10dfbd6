"""A day's rotation as a person sees it: every page on one sheet, or page after page in its time. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ledsign.bitmap import Bitmap, Panel, above
from ledsign.compose.pages import Composition, Style, compose, compose_item
from ledsign.rotation import Effect, Rotation, showing

PLAIN = Style()
SCROLL_STEP_DOTS = 4
"""How far a strip moves from one picture of an animation to the next."""

GAP_DOTS = 2
"""Dark rows between the pages of a sheet."""


def shown_compositions(
    rotation: Rotation, panel: Panel, now: datetime, style: Style = PLAIN
) -> tuple[Composition, ...]:
    """What shows at `now` (aware) on the panel, in order: items and standing notices; urgent ones alone when there are.

    ValueError when a text cannot be laid out, or when there is nothing at all to show.
    """
    shown = showing(rotation, now)
    if shown.urgent:
        return tuple(compose(notice.text, panel, style) for notice in shown.urgent)
    items = [compose_item(item, panel, style) for item in shown.items]
    standing = [compose(notice.text, panel, style) for notice in shown.standing]
    last_resort = [compose(shown.fallback, panel, style)] if shown.fallback.strip() else []
    compositions = tuple([*items, *standing] or last_resort)
    if not compositions:
        raise ValueError("这份轮播没有可以显示的内容")
    return compositions


def sheet(compositions: Sequence[Composition]) -> Bitmap:
    """All pages under each other, strips as wide as they are, dark rows between. ValueError when there are none."""
    pages = [page.bitmap for composition in compositions for page in composition.pages]
    width = max(page.width for page in pages)
    rows = [page.cropped(0, 0, width, page.height + GAP_DOTS) for page in pages]
    whole = above(rows, width)
    return whole.cropped(0, 0, width, whole.height - GAP_DOTS)


def moments(compositions: Sequence[Composition]) -> Iterator[tuple[Bitmap, float]]:
    """Each picture of the cycle with the seconds it stays; strips run through in small steps."""
    for composition in compositions:
        for page in composition.pages:
            if page.effect is Effect.SCROLL:
                yield from _passing(page.bitmap, page.dwell_s, composition.panel)
            else:
                yield page.bitmap, page.dwell_s


def _passing(strip: Bitmap, seconds: float, panel: Panel) -> Iterator[tuple[Bitmap, float]]:
    offsets = range(-panel.width_dots, strip.width, SCROLL_STEP_DOTS)
    for offset in offsets:
        yield strip.cropped(offset, 0, panel.width_dots, panel.height_dots), seconds / len(offsets)
