"""Walks through an SVG file and gathers what lies on its layers: things with a role, a floor, a name and outlines."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from data.building.findings import Findings
from data.building.names import clean
from data.building.safe_xml import MAX_ELEMENTS
from data.building.svg.elements import (
    called,
    cloned_id,
    hidden_classes,
    is_hidden,
    local_name,
    own_name,
    thing_name,
    words_of,
)
from data.building.svg.layers import Role, role_of
from data.building.svg.outlines import IDENTITY, Matrix, Outline, joined, outlines_of, shifted
from data.records.storeys import ordinal_of

_UNSEEN = frozenset(
    {"defs", "symbol", "clipPath", "mask", "metadata", "namedview", "style", "script", "marker", "pattern"}
)
_GROUPS = frozenset({"g", "a", "svg", "switch", "symbol"})
_DEEPEST = 150
_HIDDEN = "隐藏了，没有导入；请在绘图软件里把它显示出来（Inkscape：点开图层前的眼睛），存盘后再导入"
_CLONES = (
    f"图里的克隆（use）展开后超过 {MAX_ELEMENTS} 个图形，拒绝读取；请在 Inkscape 里取消克隆（编辑 → 克隆 → 取消链接）"
)


@dataclass(slots=True)
class Thing:
    """A room, a door or the like: what one child of a layer draws; `layer` is what the layer says its things are.

    `figures` are the outlines of each element that it consists of.
    """

    role: Role
    floor: float | None
    id: str
    name: str
    figures: list[tuple[Outline, ...]] = field(default_factory=list)
    layer: Role | None = None

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """All outlines."""
        return tuple(outline for figure in self.figures for outline in figure)


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
    """Where in the file an element stands: what the layers around it say, and whether it is shown by a clone."""

    transform: Matrix = IDENTITY
    floor: float | None = None
    role: Role | None = None
    holder: Thing | None = None
    depth: int = 0
    cloned: bool = False


def trace(root: Element, findings: Findings) -> Traced:
    """Gather the things of a parsed SVG file. ValueError where its clones show more than any house has."""
    traced = Traced()
    _Tracer(traced, root, findings).enter(root, _Place())
    return traced


class _Tracer:
    def __init__(self, traced: Traced, root: Element, findings: Findings) -> None:
        self._traced = traced
        self._findings = findings
        self._by_id = {element.get("id", ""): element for element in root.iter() if element.get("id")}
        self._hidden_classes = hidden_classes(root)
        self._entered = 0

    def enter(self, element: Element, place: _Place) -> None:
        """Gather what an element draws, where it is seen."""
        name = local_name(element)
        if not name or name in _UNSEEN or place.depth > _DEEPEST:
            return
        if is_hidden(element, self._hidden_classes):
            if place.role is not Role.IGNORED and role_of(own_name(element)) is not Role.IGNORED:
                self._findings.warn(called(element), _HIDDEN)
            return
        self._draw(element, name, place)

    def _draw(self, element: Element, name: str, place: _Place) -> None:
        self._entered += 1
        if self._entered > MAX_ELEMENTS:
            raise ValueError(_CLONES)
        try:
            transform = joined(place.transform, element.get("transform", ""))
        except (ValueError, ArithmeticError):
            self._findings.warn(called(element), "变换（transform）看不懂，已跳过")
            return
        shown = self._by_id.get(cloned_id(element)) if name == "use" else None
        here = self._told(
            element, replace(place, transform=transform, depth=place.depth + 1), _holds_layers(element, shown)
        )
        if here.role is Role.IGNORED:
            return
        if name in _GROUPS:
            for child in element:
                self.enter(child, here)
        elif name == "use":
            self._clone(element, shown, here)
        elif name == "text":
            self._text(element, here)
        elif here.role is not None:
            self._shape(element, here)

    def _clone(self, element: Element, shown: Element | None, place: _Place) -> None:
        """What a clone shows, as if it were drawn where the clone is."""
        if shown is None:
            self._findings.warn(called(element), "克隆所指的图形不在文件里，已跳过")
            return
        try:
            transform = shifted(place.transform, element)
        except ValueError as error:
            self._findings.warn(called(element), f"{error}，已跳过")
            return
        inner = replace(place, transform=transform, cloned=True)
        if local_name(shown) == "symbol":
            self._draw(shown, "symbol", inner)
        else:
            self.enter(shown, inner)

    def _told(self, element: Element, place: _Place, holds_layers: bool) -> _Place:  # noqa: FBT001 - told of the element
        """What an element's own name adds to what the layers around it say."""
        own = own_name(element)
        role = role_of(own) if own else None
        named = bool(own) and holds_layers and place.depth > 1 and place.role is None and role is None
        ordinal = ordinal_of(own) if named and not (place.cloned and place.floor is not None) else None
        if ordinal is not None:
            self._traced.floors.setdefault(ordinal, clean(own))
            return replace(place, floor=ordinal, role=None, holder=None)
        if role is not None and place.holder is None:
            self._traced.roles.add(role)
            inner = replace(place, role=role)
            return inner if holds_layers else self._held(element, inner, place.role)
        if place.role is not None and place.holder is None and local_name(element) != "text":
            return self._held(element, place, place.role)
        return place

    def _held(self, element: Element, place: _Place, layer: Role | None) -> _Place:
        """The child of a layer begins a thing, to which all that it draws belongs."""
        role = place.role or Role.IGNORED
        thing = Thing(role, place.floor, element.get("id", ""), thing_name(element), layer=layer)
        self._traced.things.append(thing)
        return replace(place, role=role, holder=thing)

    def _shape(self, element: Element, place: _Place) -> None:
        try:
            outlines = outlines_of(element, place.transform)
        except ValueError as error:
            self._findings.warn(called(element), f"{error}，已跳过")
            return
        if place.holder is not None:
            place.holder.figures.append(outlines)
            # A clone of room 101 is another room.
            place.holder.name = place.holder.name or ("" if place.cloned else thing_name(element))

    def _text(self, element: Element, place: _Place) -> None:
        words = words_of(element)
        corner = Element("line", {"x1": _first(element, "x"), "y1": _first(element, "y"), "x2": "0", "y2": "0"})
        try:
            at = outlines_of(corner, place.transform)[0].points[0]
        except ValueError as error:
            self._findings.warn(f"文字 {words}", f"{error}，已跳过")
            return
        if words:
            self._traced.texts.append(Text(place.floor, at, words, place.role))


def _holds_layers(element: Element, shown: Element | None) -> bool:
    """Whether an element may be a layer: a group, or the clone of one."""
    return local_name(element if shown is None else shown) in _GROUPS


def _first(element: Element, name: str) -> str:
    """A text's coordinate, from itself or its first line; a list of them says where each letter is."""
    spans = (figures[0] for child in element.iter() if (figures := child.get(name, "").replace(",", " ").split()))
    return next(spans, "0")


def things_on(traced: Traced, floor: float | None, *roles: Role) -> Iterator[Thing]:
    """The things of some roles on one floor."""
    return (thing for thing in traced.things if thing.floor == floor and thing.role in roles)
