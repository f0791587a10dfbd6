"""Rooms that nobody drew as areas: what walls alone enclose, named by a point in it, entered by the doors in its walls.

indoor=wall lines on a level      their closed faces, where no area of the level is already
a point with a name or number     is the room's: an enclosed face without one is a room by its doors
four doors and more               lead off a corridor, unless it has a name
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.osm.document import Document, Node, Relation, Tags, Way
from data.building.osm.doors import is_door
from data.building.osm.levels import levels_of
from data.building.osm.meaning import category_of
from data.building.shapes import polygons_in

_DRAWN_SHARE = 0.3
"""A face of which areas cover more than this is drawn already."""
_THINNEST_M = 0.6
"""Half the width of the narrowest place that is not the inside of a wall."""
_DOORS_OF_A_CORRIDOR = 4
_NAMES = ("ref", "name", "room")

Nodes = Mapping[tuple[float, ...], str]


@dataclass(slots=True)
class _Storey:
    """What stands on one level: walls as pieces between nodes, areas, ways that are walked, points that name."""

    walls: set[tuple[str, str]] = field(default_factory=set)
    areas: list[BaseGeometry] = field(default_factory=list)
    walked: list[BaseGeometry] = field(default_factory=list)
    named: list[Node] = field(default_factory=list)


def with_enclosed(document: Document) -> Document:
    """The document with a closed way for every room that only its walls tell of."""
    if not any(way.tags.get("indoor") == "wall" for way in document.ways.values()):
        return document
    found = {way.id: way for level, storey in _storeys(document).items() for way in _rooms(document, level, storey)}
    return replace(document, ways={**document.ways, **found})


def _storeys(document: Document) -> Mapping[float, _Storey]:
    storeys: defaultdict[float, _Storey] = defaultdict(_Storey)
    for thing in document.things():
        walled = isinstance(thing, Way) and thing.tags.get("indoor") == "wall"
        for level in _levels(thing.tags):
            if walled and isinstance(thing, Way):
                storeys[level].walls.update(_pieces(document, thing))
            elif category_of(thing.tags):
                storeys[level].areas.extend(_areas(document, thing))
            elif isinstance(thing, Way) and "highway" in thing.tags and len(points := document.line(thing)) > 1:
                storeys[level].walked.append(shapely.LineString(points))
    for node in document.nodes.values():
        if any(node.tags.get(key) for key in _NAMES) and not is_door(node.tags) and "highway" not in node.tags:
            for level in _levels(node.tags):
                storeys[level].named.append(node)
    return storeys


def _levels(tags: Tags) -> tuple[float, ...]:
    """The levels, none where they cannot be read: that is told when the thing itself is read."""
    try:
        return levels_of(tags)
    except ValueError:
        return ()


def _pieces(document: Document, way: Way) -> Iterator[tuple[str, str]]:
    """The pieces of a wall, each the same whichever way it was drawn, as rooms share walls."""
    for here, there in pairwise(node for node in way.nodes if node in document.nodes):
        if document.at(here) != document.at(there):
            yield (here, there) if here < there else (there, here)


def _areas(document: Document, thing: Way | Relation) -> Iterator[BaseGeometry]:
    try:
        yield from document.area(thing)[0]
    except ValueError:
        return


def _rooms(document: Document, level: float, storey: _Storey) -> Iterator[Way]:
    nodes: Nodes = {document.at(node): node for piece in storey.walls for node in piece}
    lines = [shapely.LineString([document.at(here), document.at(there)]) for here, there in sorted(storey.walls)]
    drawn = shapely.union_all(storey.areas)
    for number, face in enumerate(polygons_in(shapely.polygonize(lines))):
        filled = face.intersection(drawn).area > _DRAWN_SHARE * face.area
        tags = {} if filled or face.buffer(-_THINNEST_M).is_empty else _tags_of(document, face, storey, nodes)
        if tags:
            ring = tuple(nodes[corner] for corner in face.exterior.coords)
            yield Way(f"walls{number}@{level:g}", ring, {**tags, "level": f"{level:g}"})


def _tags_of(document: Document, face: shapely.Polygon, storey: _Storey, nodes: Nodes) -> Tags:
    """What a face is: as its point says, else by its doors; nothing where a way is drawn through it or it has none."""
    for node in storey.named:
        if face.contains(shapely.Point(document.at(node.id))):
            return {"indoor": "room", **node.tags}
    doors = sum(is_door(document.nodes[nodes[corner]].tags) for corner in face.exterior.coords[:-1])
    walked = any(line.crosses(face) or face.contains(line) for line in storey.walked)
    if walked or not doors or face.interiors:
        return {}
    return {"indoor": "corridor" if doors >= _DOORS_OF_A_CORRIDOR else "room"}
