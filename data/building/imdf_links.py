"""Reads IMDF relationships as connections between levels: which units are one stair, one lift."""

from collections.abc import Iterator, Mapping, Sequence

import shapely

from data.building.categories import LEVEL_CHANGING
from data.building.features import Collection, Feature, Json, word_of
from data.building.findings import Findings
from data.building.shapes import shape_of
from data.records.building import Connection, Floor

_KINDS = {"stairs": "stairs", "steps": "stairs", "elevator": "elevator", "escalator": "escalator", "ramp": "ramp"}

_BESIDE_M = 0.7
"""So near its stair is a stair's door."""


def connections(
    collection: Collection, floors: Sequence[Floor], findings: Findings
) -> Mapping[str, tuple[Connection, ...]]:
    """Connections by the key of the building of their lowest unit, in the order of the file."""
    homes = {unit.key: floor for floor in floors for unit in floor.units}
    categories = {unit.key: unit.category for floor in floors for unit in floor.units}
    doors = _stairs_at_doors(floors)
    found: dict[str, tuple[Connection, ...]] = {}
    for feature in collection.all("relationship"):
        kind = _KINDS.get(feature.text("category").lower().split(".")[0])
        if kind is None:
            continue
        units = tuple(dict.fromkeys(doors.get(key, key) for key in _units(feature)))
        units = tuple(key for key in units if key in homes)
        units = tuple(key for key in units if categories[key].split(".")[0] in _KINDS) or units
        if len(units) < 2:  # noqa: PLR2004 - it takes two to connect
            findings.warn(feature.place, "楼梯或电梯的连接（relationship）没有指到两个楼层的区域，已跳过")
            continue
        one_way = feature.text("direction") == "directed"
        ordered = units if one_way else tuple(sorted(units, key=lambda key: homes[key].ordinal))
        lowest = min(units, key=lambda key: homes[key].ordinal)
        home = homes[lowest].building
        found[home] = (*found.get(home, ()), Connection(feature.id, kind, ordered, one_way))
    return found


def _stairs_at_doors(floors: Sequence[Floor]) -> Mapping[str, str]:
    """The stair or lift that a door leads to, by the door's key: some relationships name doors only."""
    found: dict[str, str] = {}
    for floor in floors:
        shafts = [unit for unit in floor.units if unit.category in LEVEL_CHANGING]
        tree = shapely.STRtree([shape_of(unit.polygons) for unit in shafts])
        lines = [shapely.LineString(door.line) for door in floor.doors]
        which, near = (
            tree.query_nearest(lines, max_distance=_BESIDE_M, all_matches=False) if shafts and lines else ((), ())
        )
        for door, shaft in zip(which, near, strict=True):
            found[floor.doors[door].key] = shafts[shaft].key
    return found


def _units(feature: Feature) -> Iterator[str]:
    """The ids a relationship names, from its origin by what lies between to its destination, each once."""
    seen: set[str] = set()
    for name in ("origin", "intermediary", "destination"):
        for key in _ids(feature.properties.get(name)):
            if key not in seen:
                seen.add(key)
                yield key


def _ids(value: Json) -> Iterator[str]:
    """`{"id": ..., "feature_type": "unit"}` or a list of such."""
    if isinstance(value, list):
        for item in value:
            yield from _ids(item)
    elif isinstance(value, dict) and word_of(value.get("id")):
        yield word_of(value["id"])
