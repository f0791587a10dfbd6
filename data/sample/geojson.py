"""Builds GeoJSON features as IMDF has them: one id a thing, labels in two languages, coordinates on the earth."""

from uuid import NAMESPACE_URL, uuid5

import shapely
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from data.sample.place import on_earth

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Feature = dict[str, Json]

LANGUAGE = "zh-Hans"
"""In which names are written first."""


def feature(kind: str, tag: str, geometry: Json, properties: Feature) -> Feature:
    """A feature; `tag` is unique among those of its kind."""
    return {
        "id": identity(kind, tag),
        "type": "Feature",
        "feature_type": kind,
        "geometry": geometry,
        "properties": properties,
    }


def identity(kind: str, tag: str) -> str:
    """The id of a feature, the same on every run."""
    return str(uuid5(NAMESPACE_URL, f"openhall:sample/{kind}/{tag}"))


def labels(chinese: str, english: str) -> Feature:
    """A name in Chinese and, where there is one, in English."""
    return {LANGUAGE: chinese, "en": english} if english else {LANGUAGE: chinese}


def polygon(shape: BaseGeometry) -> Feature:
    """A shape of the plan as a polygon on the earth. TypeError for a shape in several pieces."""
    if not isinstance(shape, shapely.Polygon):
        raise TypeError(f"a shape in several pieces: {shape.wkt}")
    shape = orient(shape)
    rings: list[Json] = [[position(spot) for spot in ring.coords] for ring in (shape.exterior, *shape.interiors)]
    return {"type": "Polygon", "coordinates": rings}


def point(spot: tuple[float, ...]) -> Feature:
    """A spot of the plan on the earth."""
    return {"type": "Point", "coordinates": position(spot)}


def position(spot: tuple[float, ...]) -> Json:
    """A spot of the plan (metres) as longitude and latitude."""
    longitude, latitude = on_earth(spot[0], spot[1])
    return [longitude, latitude]
