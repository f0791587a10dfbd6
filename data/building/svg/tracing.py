"""Walks through an SVG file and gathers what lies on its layers: things with a role, a floor, a name and outlines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from data.building.findings import Findings
from data.building.names import clean
from data.building.svg.layers import Role, ordinal_of, role_of
from data.building.svg.outlines import IDENTITY, Matrix, Outline, joined, local_name, outlines_of

_LABEL = "{http://www.inkscape.org/namespaces/inkscape}label"
_UNSEEN = frozenset(
    {"defs", "symbol", "clipPath", "mask", "metadata", "namedview", "style", "script", "marker", "pattern"}
)
_GROUPS = frozenset({"g", "a", "svg", "switch"})
_HIDDEN = re.compile(r"display\s*:\s*none")
_BY_PROGRAM = re.compile(
    r"(?:rect|path|g|polygon|polyline|line|circle|ellipse|use|text|tspan|layer|svg|a|image)[-_]?\d*", re.IGNORECASE
)
_ID_PREFIX = re.compile(r"^(?:R|r|room|_)[-_]?(?=\d)")
_ILLUSTRATOR = re.compile(r"_\d+_$")
_DEEPEST = 150


@dataclass(slots=True)
class Thing:
    """A room, a door or the like: what one child of a layer draws."""

    role: Role
    floor: float | None
    id: str
    name: str
    outlines: list[Outline] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Text:
    """Words on the page."""

    floor: float | None
    at: tuple[float, float]
    words: str
    role: Role | None


@dataclass(slots=True)
class Traced:
    """Everything found in one file; floors by height with their names, in the order of the file."""

    floors: dict[float, str] = field(default_factory=dict)
    things: list[Thing] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the file an element stands: what the layers around it say."""

    transform: Matrix = IDENTITY
    floor: float | None = None
    role: Role | None = None
    holder: Thing | None = None
    depth: int = 0


def trace(root: Element, findings: Findings) -> Traced:
    """Gather the things of a parsed SVG file."""
    traced = Traced()
    _Tracer(traced, findings).enter(root, _Place())
    return traced


class _Tracer:
    def __init__(self, traced: Traced, findings: Findings) -> None:
        self._traced = traced
        self._findings = findings

    def enter(self, element: Element, place: _Place) -> None:
        name = local_name(element)
        if not name or name in _UNSEEN or place.depth > _DEEPEST or _hidden(element):
            return
        try:
            transform = joined(place.transform, element.get("transform", ""))
        except (ValueError, ArithmeticError):
            self._findings.warn(_called(element), "变换（transform）看不懂，已跳过")
            return
        here = self._told(element, _Place(transform, place.floor, place.role, place.holder, place.depth + 1), name)
        if here.role is Role.IGNORED:
            return
        if name in _GROUPS:
            for child in element:
                self.enter(child, here)
        elif name == "text":
            self._text(element, here)
        elif here.role is not None:
            self._shape(element, here)

    def _told(self, element: Element, place: _Place, name: str) -> _Place:
        """What an element's own name adds to what the layers around it say."""
        own = _own_name(element)
        role = role_of(own) if own else None
        ordinal = ordinal_of(own) if own and name == "g" and place.role is None and role is None else None
        if ordinal is not None:
            self._traced.floors.setdefault(ordinal, clean(own))
            return _Place(place.transform, ordinal, None, None, place.depth)
        if role is not None and place.holder is None:
            self._traced.roles.add(role)
            if name in _GROUPS:
                return _Place(place.transform, place.floor, role, None, place.depth)
            return self._held(element, _Place(place.transform, place.floor, role, None, place.depth))
        if place.role is not None and place.holder is None and name != "text":
            return self._held(element, place)
        return place

    def _held(self, element: Element, place: _Place) -> _Place:
        """The child of a layer begins a thing, to which all that it draws belongs."""
        role = place.role or Role.IGNORED
        thing = Thing(role, place.floor, element.get("id", ""), _thing_name(element))
        self._traced.things.append(thing)
        return _Place(place.transform, place.floor, role, thing, place.depth)

    def _shape(self, element: Element, place: _Place) -> None:
        try:
            outlines = outlines_of(element, place.transform)
        except ValueError as error:
            self._findings.warn(_called(element), f"{error}，已跳过")
            return
        if place.holder is not None:
            place.holder.outlines.extend(outlines)
            place.holder.name = place.holder.name or _thing_name(element)

    def _text(self, element: Element, place: _Place) -> None:
        words = clean("".join(element.itertext()))
        corner = Element("line", {"x1": _first(element, "x"), "y1": _first(element, "y"), "x2": "0", "y2": "0"})
        try:
            at = outlines_of(corner, place.transform)[0].points[0]
        except ValueError:
            return
        if words:
            self._traced.texts.append(Text(place.floor, at, words, place.role))


def _own_name(element: Element) -> str:
    return element.get(_LABEL) or element.get("id") or ""


def _thing_name(element: Element) -> str:
    """A thing's name: its title, its label, or an id that somebody chose: R101 is room 101, shape7 is nothing."""
    title = next((clean("".join(child.itertext())) for child in element if local_name(child) == "title"), "")
    label = clean(element.get(_LABEL, ""))
    if title or (label and not _BY_PROGRAM.fullmatch(label)):
        return title or label
    chosen = _ILLUSTRATOR.sub("", element.get("id", ""))
    number = _ID_PREFIX.sub("", clean(chosen))
    return number if not number.isascii() or number[:1].isdigit() else ""


def _first(element: Element, name: str) -> str:
    """A text's coordinate, from itself or its first line."""
    spans = (child.get(name) for child in element.iter() if child.get(name))
    return next(spans, "0") or "0"


def _hidden(element: Element) -> bool:
    return element.get("display") == "none" or bool(_HIDDEN.search(element.get("style", "")))


def _called(element: Element) -> str:
    return f"图形 {_own_name(element) or local_name(element)}"


def things_on(traced: Traced, floor: float | None, *roles: Role) -> Iterator[Thing]:
    """The things of some roles on one floor."""
    return (thing for thing in traced.things if thing.floor == floor and thing.role in roles)
