"""An OpenStreetMap file as nodes, ways and relations, without what was deleted and what points nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from xml.etree.ElementTree import Element

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from data.building.findings import Findings
from data.building.plane import Plane
from data.building.safe_xml import parse
from data.building.shapes import polygons_in

Tags = Mapping[str, str]
_FAR_M = 20_000
_CORNERS_OF_A_RING = 3


@dataclass(frozen=True, slots=True)
class Node:
    """A point with its tags; longitude and latitude in degrees."""

    id: str
    at: tuple[float, float]
    tags: Tags


@dataclass(frozen=True, slots=True)
class Way:
    """A line through nodes; closed where its last node is its first."""

    id: str
    nodes: tuple[str, ...]
    tags: Tags

    @property
    def closed(self) -> bool:
        """Whether it is the outline of an area."""
        return len(self.nodes) > _CORNERS_OF_A_RING and self.nodes[0] == self.nodes[-1]


@dataclass(frozen=True, slots=True)
class Relation:
    """Ways that together are one area: (role, way)."""

    id: str
    members: tuple[tuple[str, str], ...]
    tags: Tags


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file; `plane` touches the earth in its middle."""

    nodes: Mapping[str, Node]
    ways: Mapping[str, Way]
    relations: Mapping[str, Relation]
    plane: Plane
    _metres: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def things(self) -> tuple["Way | Relation", ...]:
        """Everything that can be an area: ways, then relations."""
        return (*self.ways.values(), *self.relations.values())

    def at(self, node: str) -> tuple[float, float]:
        """Where a node is, in metres east and south."""
        return self._metres[node]

    def line(self, way: Way) -> NDArray[np.float64]:
        """A way's points, (n, 2) metres; points nobody knows are left out."""
        return np.array([self._metres[node] for node in way.nodes if node in self._metres]).reshape(-1, 2)

    def area(self, thing: Way | Relation) -> tuple[tuple[shapely.Polygon, ...], bool]:
        """The polygons of a closed way or a multipolygon, and whether they had to be mended. ValueError for none."""
        if isinstance(thing, Way):
            ring = self.line(thing)
            if not thing.closed or len(ring) <= _CORNERS_OF_A_RING:
                raise ValueError("轮廓没有闭合")
            drawn: BaseGeometry = shapely.Polygon(ring)
        else:
            drawn = self._multipolygon(thing)
        polygons = polygons_in(drawn if drawn.is_valid else shapely.make_valid(drawn))
        if not polygons:
            raise ValueError("轮廓没有面积")
        return polygons, not drawn.is_valid

    def _multipolygon(self, relation: Relation) -> BaseGeometry:
        outer = self._closed(relation, {"outer", "outline", ""})
        inner = self._closed(relation, {"inner"})
        return outer.difference(inner)

    def _closed(self, relation: Relation, roles: set[str]) -> BaseGeometry:
        ways = [self.ways[way] for role, way in relation.members if role in roles and way in self.ways]
        lines = [shapely.LineString(points) for way in ways if len(points := self.line(way)) > 1]
        return shapely.union_all(list(shapely.polygonize(lines).geoms)) if lines else shapely.Polygon()


def read_document(body: bytes, findings: Findings) -> Document:
    """Parse a .osm file. ValueError, in words for staff, where it is none or has no point on the globe."""
    root = parse(body)
    if root.tag not in {"osm", "osmChange"}:
        raise ValueError("不是 OpenStreetMap 文件（.osm）")
    kept = [element for element in root if element.get("action") != "delete"]
    nodes = {node.id: node for element in kept if element.tag == "node" and (node := _node(element, findings))}
    ways = {way.id: way for way in map(_way, (element for element in kept if element.tag == "way"))}
    relations = {one.id: one for one in map(_relation, (element for element in kept if element.tag == "relation"))}
    if not nodes:
        raise ValueError("文件里没有带经纬度的点")
    plane = Plane.amid(np.array([node.at for node in _indoors(nodes, ways)]))
    metres = plane.metres(np.array([node.at for node in nodes.values()]))
    known = {
        key: (float(x), float(y))
        for key, (x, y) in zip(nodes, metres, strict=True)
        if abs(x) <= _FAR_M and abs(y) <= _FAR_M
    }
    return Document({key: nodes[key] for key in known}, ways, relations, plane, known)


def _indoors(nodes: Mapping[str, Node], ways: Mapping[str, Way]) -> list[Node]:
    """The points of things with a level, as an extract may hold half a town besides; all where there are none."""
    inside = [nodes[node] for way in ways.values() if "level" in way.tags for node in way.nodes if node in nodes]
    return inside or list(nodes.values())


def _node(element: Element, findings: Findings) -> Node | None:
    try:
        at = float(element.get("lon", "")), float(element.get("lat", ""))
    except ValueError:
        at = (float("nan"), float("nan"))
    if not (isfinite(at[0]) and isfinite(at[1]) and abs(at[0]) <= 180 and abs(at[1]) <= 90):  # noqa: PLR2004 - the globe
        findings.warn(f"点 {element.get('id', '')}", "经纬度缺失或不对，已跳过")
        return None
    return Node(element.get("id", ""), at, _tags(element))


def _way(element: Element) -> Way:
    return Way(element.get("id", ""), tuple(child.get("ref", "") for child in element.iter("nd")), _tags(element))


def _relation(element: Element) -> Relation:
    members = [child for child in element.iter("member") if child.get("type") == "way"]
    return Relation(
        element.get("id", ""), tuple((m.get("role", ""), m.get("ref", "")) for m in members), _tags(element)
    )


def _tags(element: Element) -> Tags:
    return dict(_pairs(element))


def _pairs(element: Element) -> Iterator[tuple[str, str]]:
    for child in element.iter("tag"):
        yield child.get("k", ""), child.get("v", "")
