"""How long a metre is on a page: from a line on the layer 比例 that says its length, else guessed from the doors."""

import re
from math import dist, hypot
from statistics import median

from data.building.findings import Findings
from data.building.svg.layers import Role
from data.building.svg.tracing import Thing, Traced

_METRES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:m\b|米|公尺)", re.IGNORECASE)
_DOOR_M = 0.9
_HOUSE_M = 60.0
_SANE = (1e-3, 1e5)


def units_per_metre(traced: Traced, findings: Findings) -> float:
    """Units of the page that are one metre. Guesses are told, so that staff draw a scale."""
    told = _told(traced)
    if told:
        return told
    doors = [extent(thing) for thing in traced.things if thing.role is Role.DOOR and extent(thing) > 0]
    if doors:
        findings.warn("图层“比例”", "没有写明长度的比例线（例如写着“10 米”的一条线），按门宽 0.9 米估算。")
        return _sane(median(doors) / _DOOR_M)
    findings.warn("图层“比例”", "没有写明长度的比例线（例如写着“10 米”的一条线），按楼宽 60 米估算。")
    points = [point for thing in traced.things for outline in thing.outlines for point in outline.points]
    width = max((x for x, _ in points), default=1.0) - min((x for x, _ in points), default=0.0)
    return _sane(width / _HOUSE_M)


def extent(thing: Thing) -> float:
    """The length of the box around a thing from corner to corner, in units of the page."""
    points = [point for outline in thing.outlines for point in outline.points]
    if not points:
        return 0.0
    xs, ys = zip(*points, strict=True)
    return hypot(max(xs) - min(xs), max(ys) - min(ys))


def _told(traced: Traced) -> float:
    """From the first line on the layer that says its metres, by its name or by words on the same layer."""
    words = [text.words for text in traced.texts if text.role is Role.SCALE]
    for thing in traced.things:
        if thing.role is not Role.SCALE:
            continue
        match = next((found for text in (thing.name, *words) if (found := _METRES.search(text))), None)
        length = max((dist(one.points[0], one.points[-1]) for one in thing.outlines), default=0.0) or extent(thing)
        metres = float(match[1].replace(",", ".")) if match else 0.0
        if metres > 0 and length > 0:
            return _sane(length / metres)
    return 0.0


def _sane(scale: float) -> float:
    return min(max(scale, _SANE[0]), _SANE[1])
