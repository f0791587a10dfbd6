"""Reads the GeoJSON files of an IMDF archive: what is no JSON is refused, what is no feature left out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import cast

import numpy as np
from numpy.typing import NDArray

from data.building.findings import Findings

MAX_FEATURES = 50_000
"""In all files together; the largest airports have some 30,000."""
_SUFFIXES = {".geojson", ".json"}

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Properties = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Feature:
    """One IMDF feature. `place` says where in the archive it stands, for staff."""

    id: str
    kind: str
    properties: Properties
    geometry: Json
    place: str

    def text(self, name: str) -> str:
        """A text property, empty where it is missing or no text."""
        return word_of(self.properties.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A property that is a list of texts."""
        value = self.properties.get(name)
        return tuple(filter(None, map(word_of, value))) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class Collection:
    """All features of an archive by feature type, and the language its labels are written in."""

    language: str = ""
    by_kind: Mapping[str, list[Feature]] = field(default_factory=dict)

    def all(self, kind: str) -> list[Feature]:
        """The features of a type, in the order of the file."""
        return self.by_kind.get(kind, [])


def read_collection(files: Mapping[str, bytes], findings: Findings) -> Collection:
    """Every feature in the files. ValueError, in words for staff, where a file is no JSON or there are too many."""
    language = ""
    by_kind: dict[str, list[Feature]] = {}
    count = 0
    for path in sorted(files):
        name = PurePosixPath(path)
        if name.suffix.lower() not in _SUFFIXES:
            continue
        value = _parse(name.name, files[path])
        if name.stem.lower() == "manifest":
            language = _language(value)
            continue
        for feature in _features(name, value, findings):
            count += 1
            if count > MAX_FEATURES:
                raise ValueError(f"要素超过 {MAX_FEATURES} 个，这不像一座办公楼的图")
            by_kind.setdefault(feature.kind, []).append(feature)
    return Collection(language, by_kind)


def word_of(value: Json) -> str:
    """A text, or a whole number as one, as some programs count their features; empty for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def positions(value: Json) -> NDArray[np.float64]:
    """GeoJSON positions as (n, 2) of longitude, latitude. ValueError where they are no such list or off the globe."""
    if not isinstance(value, list) or not value:
        raise ValueError("坐标缺失")
    try:
        pairs = np.array([cast("list[float]", position)[:2] for position in value], dtype=np.float64)
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        raise ValueError("坐标不是数字") from error
    if pairs.ndim != 2 or pairs.shape[1] != 2 or not np.isfinite(pairs).all():  # noqa: PLR2004 - x and y
        raise ValueError("坐标不是数字")
    if (np.abs(pairs) > (180.0, 90.0)).any():
        raise ValueError("坐标不是经纬度")
    return pairs


def _parse(name: str, body: bytes) -> Json:
    try:
        return cast("Json", json.loads(body.decode("utf-8-sig")))
    except (UnicodeDecodeError, ValueError) as error:
        raise ValueError(f"“{name}”不是完好的 JSON 文件，请重新导出") from error
    except RecursionError as error:
        raise ValueError(f"“{name}”嵌套过深，拒绝读取") from error


def _language(manifest: Json) -> str:
    language = manifest.get("language") if isinstance(manifest, dict) else None
    return language if isinstance(language, str) else ""


def _features(name: PurePosixPath, value: Json, findings: Findings) -> Iterator[Feature]:
    listed = value.get("features") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        findings.warn(name.name, "不是要素集合（FeatureCollection），已跳过")
        return
    for number, item in enumerate(listed, start=1):
        place = f"{name.name} 第 {number} 个要素"
        if isinstance(item, dict):
            yield _feature(name.stem.lower(), item, place)
        else:
            findings.warn(place, "不是要素，已跳过")


def _feature(stem: str, item: Mapping[str, Json], place: str) -> Feature:
    properties = item.get("properties")
    kind = item.get("feature_type")
    return Feature(
        id=word_of(item.get("id")),
        kind=kind.lower() if isinstance(kind, str) else stem,
        properties=properties if isinstance(properties, dict) else {},
        geometry=item.get("geometry"),
        place=place,
    )
