"""Turns GeoJSON geometry of an IMDF feature into shapes on the building's own plane, mended where it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from data.building.features import Feature, Json, positions
from data.building.findings import Findings
from data.building.plane import Plane
from data.building.shapes import polygon_of, record_polygon
from data.records import building

_FAR_M = 20_000
"""Nothing of one building is this far from its middle."""

_AREAS = frozenset({"Polygon", "MultiPolygon"})
_LINES = frozenset({"LineString", "MultiLineString"})

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Geography:
    """Reads geometry onto one plane and tells what it had to mend or leave out."""

    plane: Plane
    findings: Findings

    def polygons(self, feature: Feature) -> tuple[building.Polygon, ...]:
        """A feature's polygons in metres (x east, y south); empty, with a warning, where it has none."""
        try:
            found = [self._polygon(feature, rings) for rings in _polygon_rings(feature.geometry)]
        except ValueError as error:
            self.findings.warn(feature.place, f"{error}，已跳过")
            return ()
        return tuple(polygon for group in found for polygon in group)

    def line(self, feature: Feature) -> building.Ring:
        """A feature's line in metres; empty, with a warning, where it has none."""
        try:
            points = _with_length(self.metres(_line_positions(feature.geometry)))
        except ValueError as error:
            self.findings.warn(feature.place, f"{error}，已跳过")
            return ()
        return tuple((float(x), float(y)) for x, y in points)

    def spot(self, feature: Feature) -> building.Point | None:
        """Where something is that should be a line but is a point, an area or a line of no length; None for a line."""
        try:
            kind, _ = _parts(feature.geometry)
            if kind in _LINES or _members(feature.geometry, _LINES):
                points = self.metres(_line_positions(feature.geometry))
                return None if np.hypot(*(points[-1] - points[0])) else (float(points[0][0]), float(points[0][1]))
            return self._inside(feature.geometry)
        except ValueError:
            return None

    def lines(self, feature: Feature) -> tuple[building.Ring, ...]:
        """All lines of a feature in metres; empty, with a warning, where it has none."""
        try:
            found = [self.metres(line) for line in _lines_positions(feature.geometry)]
        except ValueError as error:
            self.findings.warn(feature.place, f"{error}，已跳过")
            return ()
        return tuple(tuple((float(x), float(y)) for x, y in line) for line in found if len(line) > 1)

    def point(self, feature: Feature) -> building.Point | None:
        """The place of a feature: its display point, its point, or somewhere inside its shape."""
        shown = feature.properties.get("display_point")
        for geometry in (shown, feature.geometry):
            try:
                return self._inside(geometry)
            except ValueError:
                continue
        self.findings.warn(feature.place, "没有位置，已跳过")
        return None

    def metres(self, degrees: Floats) -> Floats:
        """Degrees onto the plane. ValueError where they are nowhere near the building."""
        points = self.plane.metres(degrees)
        if (np.abs(points) > _FAR_M).any():
            raise ValueError("坐标远离本楼")
        return points

    def _polygon(self, feature: Feature, rings: Sequence[Json]) -> tuple[building.Polygon, ...]:
        polygons, mended = polygon_of([self.metres(positions(ring)) for ring in rings])
        if mended:
            self.findings.warn(feature.place, "轮廓自相交，已自动修复，请核对")
        return tuple(record_polygon(polygon) for polygon in polygons)

    def _inside(self, geometry: Json) -> building.Point:
        kind, coordinates = _parts(geometry)
        if kind == "Point":
            spot = self.metres(positions([coordinates]))[0]
            return float(spot[0]), float(spot[1])
        shape: BaseGeometry
        if kind == "LineString":
            shape = shapely.LineString(self.metres(positions(coordinates))).interpolate(0.5, normalized=True)
        else:
            rings = next(_polygon_rings(geometry))
            shape = polygon_of([self.metres(positions(ring)) for ring in rings])[0][0].representative_point()
        return shape.coords[0][0], shape.coords[0][1]


def plane_of(features: Sequence[Feature]) -> Plane:
    """The plane that touches the earth in the middle of most of the features. ValueError where none has a place."""
    corners = [pair for feature in features for pair in _outer_corners(feature)]
    if not corners:
        raise ValueError("图中没有任何带坐标的区域")
    return Plane.amid(np.concatenate(corners))


def _outer_corners(feature: Feature) -> Iterator[Floats]:
    try:
        for rings in _polygon_rings(feature.geometry):
            yield positions(rings[0])
    except ValueError:
        return


def _parts(geometry: Json) -> tuple[str, Json]:
    if not isinstance(geometry, dict):
        raise ValueError("没有几何图形")
    return str(geometry.get("type")), geometry.get("coordinates")


def _members(geometry: Json, kinds: frozenset[str]) -> list[Json]:
    """What of these kinds is in a collection of geometries; several kinds may lie in one."""
    told = geometry.get("geometries") if isinstance(geometry, dict) else None
    members = told if isinstance(told, list) else []
    return [one for one in members if isinstance(one, dict) and one.get("type") in kinds]


def _polygon_rings(geometry: Json) -> Iterator[list[Json]]:
    kind, coordinates = _parts(geometry)
    if members := _members(geometry, _AREAS):
        for member in members:
            yield from _polygon_rings(member)
        return
    if not isinstance(coordinates, list) or not coordinates:
        raise ValueError("坐标缺失")
    if kind not in _AREAS:
        raise ValueError("不是面")
    for rings in coordinates if kind == "MultiPolygon" else [coordinates]:
        if not isinstance(rings, list) or not rings:
            raise ValueError("坐标缺失")
        yield rings


def _with_length(points: Floats) -> Floats:
    if np.hypot(*(points[-1] - points[0])) == 0:
        raise ValueError("线没有长度")
    return points


def _line_positions(geometry: Json) -> Floats:
    return _lines_positions(geometry)[0]


def _lines_positions(geometry: Json) -> list[Floats]:
    kind, coordinates = _parts(geometry)
    if members := _members(geometry, _LINES):
        return [line for member in members for line in _lines_positions(member)]
    if kind == "MultiLineString" and isinstance(coordinates, list) and coordinates:
        return [positions(line) for line in coordinates]
    if kind != "LineString":
        raise ValueError("不是线")
    return [positions(coordinates)]
