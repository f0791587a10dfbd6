"""Finds where a name is best written into a unit and how much room there is for it, so that the kiosk only draws."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from data.building.shapes import all_grown, point, polygons_in, shape_of
from data.records.building import Floor, Point, Unit

_CENTRAL = 0.85
"""A middle point is the better place when it has this share of the room that the roomiest point has."""
_TOLERANCE_M = 0.1
_WIDE = 2.0
"""Two lines of words are about twice as wide as high."""
_HALVINGS = 12
_OVERLAP_M2 = 0.05
_INNER_SHARE = 0.5
"""A unit of which half lies in a larger one lies in it; one that only juts into it does not."""
_SLACK_M = 0.02
_ASKEW = 0.97
"""What is kept of a side before the other grows: walls a millimetre askew would not let it grow at all."""

Floats = NDArray[np.float64]


def labelled(floor: Floor) -> Floor:
    """The floor with `label_at` set on every unit that has none, and `label_size` on all.

    Nothing is written over a smaller unit that lies in a larger: a closet in an office, a lift in a gallery.
    """
    parts = _bare([_biggest(unit) for unit in floor.units])
    places = [unit.label_at or label_place(part) for unit, part in zip(floor.units, parts, strict=True)]
    sizes = label_sizes(parts, places)
    units = zip(floor.units, places, sizes, strict=True)
    return replace(floor, units=tuple(_with(unit, place, size) for unit, place, size in units))


def label_place(part: Polygon) -> Point:
    """Where a name is best written: the middle, or where a bend or hole makes that cramped, the roomiest point."""
    radius_line = shapely.maximum_inscribed_circle(part, tolerance=_TOLERANCE_M)
    middle = part.centroid
    room_in_the_middle = middle.distance(part.boundary) if part.contains(middle) else 0.0
    chosen = middle if room_in_the_middle >= _CENTRAL * radius_line.length else shapely.get_point(radius_line, 0)
    return point(chosen.coords[0])


def label_sizes(parts: Sequence[Polygon], places: Sequence[Point]) -> list[Point | None]:
    """Width and height of an upright box around each place inside its part; None where hardly a word has room.

    The box twice as wide as high is made as large as it can be, then wider, then higher.
    """
    if not parts:
        return []
    shapes = all_grown(parts, _SLACK_M)
    shapely.prepare(shapes)
    middles = np.array(places)
    bounds = shapely.bounds(shapes)
    most = np.column_stack((bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]))
    nothing = np.zeros_like(most)
    both = np.column_stack((most[:, 1] * _WIDE, most[:, 1]))
    size = _largest(shapes, middles, nothing, both) * _ASKEW
    size = _largest(shapes, middles, size, np.column_stack((most[:, 0], size[:, 1])))
    size[:, 0] *= _ASKEW
    size = _largest(shapes, middles, size, np.column_stack((size[:, 0], most[:, 1])))
    size = _largest(shapes, middles, size, np.column_stack((most[:, 0], size[:, 1])))
    return [None if (width, height) == (0.0, 0.0) else (width, height) for width, height in map(point, size)]


def _largest(shapes: NDArray[np.object_], middles: Floats, fits: Floats, most: Floats) -> Floats:
    """The largest boxes between one that fits and the most that is asked, by halving."""
    low, high = np.zeros(len(fits)), np.ones(len(fits))
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        half = (fits + (most - fits) * share[:, None]) / 2
        corners = np.hstack((middles - half, middles + half))
        inside = np.asarray(shapely.covers(shapes, shapely.box(*corners.T)))
        low, high = np.where(inside, share, low), np.where(inside, high, share)
    found: Floats = fits + (most - fits) * low[:, None]
    return found


def _biggest(unit: Unit) -> Polygon:
    """The part of a unit that bears its name; every unit has an area once it is placed."""
    return max(polygons_in(shape_of(unit.polygons)), key=lambda part: part.area)


def _bare(parts: Sequence[Polygon]) -> list[Polygon]:
    """The parts without the smaller ones in them, as far as a piece large enough for words is left."""
    shapes = np.array(parts, dtype=object)
    if not len(shapes):
        return []
    areas = shapely.area(shapes)
    outer, inner = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    smaller = areas[inner] < areas[outer]
    outer, inner = outer[smaller], inner[smaller]
    common = shapely.area(shapely.intersection(shapes[outer], shapes[inner]))
    overlapping = common > np.maximum(_OVERLAP_M2, _INNER_SHARE * areas[inner])
    outer, inner = outer[overlapping], inner[overlapping]
    bare = list(parts)
    for number in np.unique(outer):
        left = polygons_in(shapes[number].difference(shapely.union_all(shapes[inner[outer == number]])))
        bare[number] = max(left, key=lambda part: part.area, default=parts[number])
    return bare


def _with(unit: Unit, place: Point, size: Point | None) -> Unit:
    return replace(unit, label_at=place, label_size=size)
