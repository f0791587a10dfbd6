"""Finds the level of rooms that do not say theirs: the storey they are a member of, or the doors in their outline.

relation type=level level=1     its members are on level 1 (the IndoorOSM proposal of 2011)
door nodes with level=1         so is the room whose outline they all lie on
footways with level=0 and 1     so steps and lifts that join them reach both
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from data.building.osm.document import Document, Node, Relation, Way
from data.building.osm.doors import is_door
from data.building.osm.meaning import category_of

_Thing = TypeVar("_Thing", Way, Node)


def with_levels(document: Document) -> Document:
    """The document in which areas without a level have the one that can be known."""
    told = dict(_by_membership(document))
    ways = {key: _told(way, told.get(key, "")) for key, way in document.ways.items()}
    ways = {key: _told(way, _by_doors(document, way)) for key, way in ways.items()}
    joined = _joined(ways.values())
    return replace(
        document,
        ways={key: _reaching(way, *(joined[node] for node in way.nodes)) for key, way in ways.items()},
        nodes={key: _reaching(node, joined[key]) for key, node in document.nodes.items()},
    )


def _joined(ways: Iterable[Way]) -> Mapping[str, set[str]]:
    """The levels of what leads to each node."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for way in ways:
        level = way.tags.get("level", "").strip()
        for node in way.nodes if level else ():
            found[node].add(level)
    return found


def _reaching(thing: _Thing, *levels: set[str]) -> _Thing:
    """Steps or a lift that do not say where they lead: to where the ways lead that they join."""
    tags = thing.tags
    if _told_at_all(tags) or tags.get("highway") not in {"steps", "elevator"}:
        return thing
    return replace(thing, tags={**tags, "level": ";".join(sorted(set().union(*levels)))})


def _told(way: Way, level: str) -> Way:
    return replace(way, tags={**way.tags, "level": level}) if level and _asks(way.tags) else way


def _asks(tags: Mapping[str, str]) -> bool:
    """Whether something is an area indoors that does not say on which level."""
    return not _told_at_all(tags) and bool(category_of(tags))


def _told_at_all(tags: Mapping[str, str]) -> bool:
    return any(tags.get(key, "").strip() for key in ("level", "repeat_on", "min_level", "max_level"))


def _by_membership(document: Document) -> Iterator[tuple[str, str]]:
    for relation in document.relations.values():
        level = relation.tags.get("level", "").strip()
        if level and relation.tags.get("type") == "level":
            yield from ((way, level) for way in _members(relation))


def _members(relation: Relation) -> Iterator[str]:
    """The ways that are parts of a storey, not its outline."""
    return (way for role, way in relation.members if role not in {"shell", "outline"})


def _by_doors(document: Document, way: Way) -> str:
    """The one level on which all doors in an outline are; empty where they do not agree."""
    if not _asks(way.tags):
        return ""
    nodes = (document.nodes[node] for node in way.nodes if node in document.nodes)
    levels = {node.tags["level"].strip() for node in nodes if is_door(node.tags) and node.tags.get("level", "").strip()}
    (level, *others) = levels or {""}
    return "" if others else level
