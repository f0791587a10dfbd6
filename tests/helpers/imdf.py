"""Writes small IMDF archives for tests from plans in metres, so that a test shows its whole building."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import TypedDict

LONGITUDE, LATITUDE = 123.43, 41.8
"""Where the test buildings stand."""
_METRES_PER_DEGREE = 111_320.0

Point = tuple[float, float]


class Feature(TypedDict):
    """A GeoJSON feature of IMDF."""

    id: str
    type: str
    feature_type: str
    geometry: Mapping[str, object] | None
    properties: dict[str, object]


def degrees(point: Point) -> list[float]:
    """Metres east and north of the corner of the plan as longitude and latitude."""
    east, north = point
    return [
        LONGITUDE + east / (_METRES_PER_DEGREE * cos(radians(LATITUDE))),
        LATITUDE + north / _METRES_PER_DEGREE,
    ]


def feature(kind: str, key: str, geometry: Mapping[str, object] | None, **properties: object) -> Feature:
    """Any feature."""
    return {"id": key, "type": "Feature", "feature_type": kind, "geometry": geometry, "properties": properties}


def polygon(*corners: Point) -> dict[str, object]:
    """A polygon's geometry from corners in metres."""
    return {"type": "Polygon", "coordinates": [[degrees(corner) for corner in (*corners, corners[0])]]}


def box(left: float, low: float, right: float, high: float) -> dict[str, object]:
    """A rectangle's geometry."""
    return polygon((left, low), (right, low), (right, high), (left, high))


def line(*points: Point) -> dict[str, object]:
    """A line's geometry from points in metres."""
    return {"type": "LineString", "coordinates": [degrees(point) for point in points]}


def level(key: str, ordinal: int, geometry: Mapping[str, object], **properties: object) -> Feature:
    """A level of the only building."""
    named = {"name": {"zh-Hans": f"{ordinal + 1} 层"}, "short_name": {"zh-Hans": f"{ordinal + 1}F"}}
    return feature("level", key, geometry, ordinal=ordinal, building_ids=["building"], **{**named, **properties})


def unit(key: str, level_id: str, category: str, geometry: Mapping[str, object], **properties: object) -> Feature:
    """A unit on a level."""
    return feature("unit", key, geometry, category=category, level_id=level_id, **properties)


def opening(key: str, level_id: str, start: Point, end: Point, **properties: object) -> Feature:
    """An opening on a level."""
    stated = {"category": "pedestrian", **properties}
    return feature("opening", key, line(start, end), level_id=level_id, **stated)


def building() -> Feature:
    """The only building."""
    return feature(
        "building", "building", None, name={"zh-Hans": "示例楼", "en": "Sample House"}, category="government"
    )


def files(features: Sequence[Feature], suffix: str = "geojson") -> dict[str, bytes]:
    """The files of an archive: one for each feature type, and the manifest."""
    kinds = dict.fromkeys(one["feature_type"] for one in features)
    found = {
        f"{kind}.{suffix}": _json(
            {"type": "FeatureCollection", "features": [one for one in features if one["feature_type"] == kind]}
        )
        for kind in kinds
    }
    return {**found, "manifest.json": _json({"version": "1.0.0", "language": "zh-Hans"})}


def archive(contents: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in contents.items():
            packed.writestr(name, content)
    return out.getvalue()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
