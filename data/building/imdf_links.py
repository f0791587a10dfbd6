"""Reads IMDF relationships as connections between levels: which units are one stair, one lift."""

from collections.abc import Iterator, Mapping, Sequence

from data.building.features import Collection, Feature, Json
from data.building.findings import Findings
from data.records.building import Connection, Floor

_KINDS = {"stairs": "stairs", "steps": "stairs", "elevator": "elevator", "escalator": "escalator", "ramp": "ramp"}


def connections(
    collection: Collection, floors: Sequence[Floor], findings: Findings
) -> Mapping[str, tuple[Connection, ...]]:
    """Connections by the key of the building of their lowest unit, in the order of the file."""
    homes = {unit.key: floor for floor in floors for unit in floor.units}
    categories = {unit.key: unit.category for floor in floors for unit in floor.units}
    found: dict[str, tuple[Connection, ...]] = {}
    for feature in collection.all("relationship"):
        kind = _KINDS.get(feature.text("category").lower().split(".")[0])
        if kind is None:
            continue
        units = tuple(key for key in _units(feature) if key in homes)
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
    elif isinstance(value, dict) and isinstance(value.get("id"), str):
        yield str(value["id"])
