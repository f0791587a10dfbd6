"""The houses of an OpenStreetMap file: outlines that say which rooms belong together."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from data.building.names import clean
from data.building.osm.document import Document, Relation

_NO_HOUSE = frozenset({"no", "roof", "carport", "shed", "hut", "kiosk"})
_TOUCHING_M = 0.3
_NEAR_M = 15.0
"""Outlines are often drawn carelessly; what is this near belongs to the house."""
_NAMELESS = "本楼"
ALONE = "building"
"""Key of the house of whatever stands in no outline."""


@dataclass(frozen=True, slots=True)
class House:
    """An outline with its names."""

    key: str
    name: str
    name_en: str
    polygons: tuple[shapely.Polygon, ...] = ()


class Houses:
    """Finds the house that something is in: the largest outline around it, else the nearest close by."""

    def __init__(self, houses: Sequence[House]) -> None:
        self._houses = sorted(houses, key=lambda house: (-_area(house), house.key))
        self._shapes = [shapely.union_all(list(house.polygons)) for house in self._houses]
        for shape in self._shapes:
            shapely.prepare(shape)

    def at(self, shape: BaseGeometry) -> str:
        """The key of the house around the middle of a shape."""
        middle = shape.representative_point()
        ranked = [
            (round(outline.distance(middle), 2), number)
            for number, outline in enumerate(self._shapes)
            if shapely.dwithin(outline, middle, _NEAR_M)
        ]
        return self._houses[min(ranked)[1]].key if ranked else ALONE

    def named(self, key: str) -> House:
        """The house of a key; what stands in none is called 本楼."""
        return next((house for house in self._houses if house.key == key), House(ALONE, _NAMELESS, ""))

    def outline(self, key: str) -> tuple[shapely.Polygon, ...]:
        """Its outline, empty where it has none."""
        return self.named(key).polygons


def houses_of(document: Document) -> Houses:
    """Every building outline of the file that can be read."""
    found = []
    for thing in document.things():
        if thing.tags.get("building", "no") in _NO_HOUSE:
            continue
        try:
            polygons, _ = document.area(thing)
        except ValueError:
            continue
        kind = "r" if isinstance(thing, Relation) else "w"
        name = clean(thing.tags.get("name:zh") or thing.tags.get("name") or thing.tags.get("ref", ""))
        found.append(House(f"{kind}{thing.id}", name or _NAMELESS, clean(thing.tags.get("name:en", "")), polygons))
    return Houses(_joined(found))


def _joined(houses: Sequence[House]) -> list[House]:
    """Outlines that touch are one house, called as the largest of them that has a name."""
    if not houses:
        return []
    shapes = [shapely.union_all(list(house.polygons)).buffer(_TOUCHING_M) for house in houses]
    whole = shapely.get_parts(shapely.union_all(shapes))
    joined = []
    for part in whole:
        held = [house for house, shape in zip(houses, shapes, strict=True) if part.intersects(shape)]
        held.sort(key=lambda house: (house.name == _NAMELESS, -_area(house), house.key))
        polygons = tuple(polygon for house in held for polygon in house.polygons)
        joined.append(House(held[0].key, held[0].name, held[0].name_en, polygons))
    return joined


def _area(house: House) -> float:
    return sum(polygon.area for polygon in house.polygons)
