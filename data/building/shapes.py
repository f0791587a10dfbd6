"""Between shapely's geometry and the records' tuples: mends what crosses itself, rounds to the centimetre."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from data.records import building

_SMALLEST_AREA_M2 = 0.01
_CENTIMETRES = 2
_CORNERS_OF_A_RING = 3


def quiet() -> AbstractContextManager[object]:
    """GEOS divides by the length of sides that are next to nothing when it grows shapes; what comes out is sound."""
    return np.errstate(divide="ignore", invalid="ignore")


def grown(shape: BaseGeometry, distance_m: float, mitre_limit: float = 5.0) -> BaseGeometry:
    """A shape with its edges moved outwards (or inwards) and its corners kept sharp, always valid."""
    found = shape.buffer(distance_m, join_style="mitre", mitre_limit=mitre_limit)
    return found if found.is_valid else shapely.make_valid(found)


def all_grown(shapes: Iterable[BaseGeometry], distance_m: float) -> NDArray[np.object_]:
    """The same for many shapes at once."""
    found = shapely.buffer(np.array(list(shapes), dtype=object), distance_m, join_style="mitre")
    crooked = ~shapely.is_valid(found)
    found[crooked] = shapely.make_valid(found[crooked])
    return np.asarray(found, dtype=object)


def polygon_of(rings: Sequence[NDArray[np.float64]]) -> tuple[tuple[Polygon, ...], bool]:
    """The polygons that an outer ring and holes mean, and whether they had to be mended.

    A ring is (n, 2) metres. Rings that cross themselves are split where they cross. ValueError where
    nothing with an area is left.
    """
    if len(rings[0]) < _CORNERS_OF_A_RING:
        raise ValueError("轮廓不足三个点")
    holes = [ring for ring in rings[1:] if len(ring) >= _CORNERS_OF_A_RING]
    drawn = Polygon(rings[0], holes)
    sound = drawn.is_valid
    polygons = polygons_in(drawn if sound else shapely.make_valid(drawn))
    if not polygons:
        raise ValueError("轮廓没有面积")
    return polygons, not sound


def polygons_in(shape: BaseGeometry) -> tuple[Polygon, ...]:
    """The polygons of any geometry that have an area worth drawing."""
    parts = (part for part in shapely.get_parts(shape) if not part.is_empty)
    found: list[Polygon] = []
    for part in parts:
        if isinstance(part, Polygon):
            if part.area >= _SMALLEST_AREA_M2:
                found.append(part)
        elif part.geom_type in {"MultiPolygon", "GeometryCollection"}:
            found.extend(polygons_in(part))
    return tuple(found)


def shape_of(polygons: Iterable[building.Polygon]) -> BaseGeometry:
    """A record's polygons as one valid geometry (rounding to centimetres can make neighbours' corners cross)."""
    parts = [Polygon(rings[0], rings[1:]) for rings in polygons if len(rings[0]) >= _CORNERS_OF_A_RING]
    sound = [part if part.is_valid else shapely.make_valid(part) for part in parts]
    return sound[0] if len(sound) == 1 else shapely.union_all(sound)


def record_polygon(polygon: Polygon) -> building.Polygon:
    """A polygon as the records hold it: rings without the closing point, to the centimetre."""
    return (ring(polygon.exterior.coords[:-1]), *(ring(hole.coords[:-1]) for hole in polygon.interiors))


def ring(points: Iterable[Sequence[float]]) -> building.Ring:
    """Points to the centimetre, without repetitions one after the other."""
    rounded = [point(pair) for pair in points]
    return tuple(here for here, before in zip(rounded, [None, *rounded], strict=False) if here != before)


def point(pair: Sequence[float]) -> building.Point:
    """A point to the centimetre; minus zero is zero."""
    return round(float(pair[0]), _CENTIMETRES) + 0.0, round(float(pair[1]), _CENTIMETRES) + 0.0
