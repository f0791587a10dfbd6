"""Draws the invented building as an IMDF 1.0 archive (OGC 20-094), the form in which staff would hand it over.

Run `python -m data.sample.draw_building OUT.zip`. The same plan gives the same bytes.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from data.sample import fittings
from data.sample.geojson import LANGUAGE, Feature, Json, feature, identity, labels, point, polygon, position
from data.sample.packing import packed
from data.sample.place import on_earth
from data.sample.plan import BACK, FLOORS, LENGTH, Space, spaces

_NAME = ("省财政厅办公楼（示例）", "Provincial Department of Finance Building (sample)")
_STOREYS = "一二三四五六"
_PRIVATE = frozenset({"nonpublic", "storage", "serverroom", "kitchen", "structure"})
_LINKS = (("1号楼梯", "stairs"), ("2号楼梯", "stairs"), ("1号电梯", "elevator"), ("2号电梯", "elevator"))
_TENANTS = {"107": "审批大厅", "109": "政府信息公开查阅室", "110": "医务室", "114": "职工食堂"}
_GROUNDS_M = 15.0


def archive() -> bytes:
    """The whole archive as the bytes of a zip."""
    members = {"manifest.json": _encoded(_manifest())}
    for kind, features in _collections().items():
        members[f"{kind}.geojson"] = _encoded({"type": "FeatureCollection", "features": list(features)})
    return packed(members)


def _manifest() -> Feature:
    return {
        "version": "1.0.0",
        "created": "2026-11-01T00:00:00Z",
        "generated_by": "data/sample/draw_building.py",
        "language": LANGUAGE,
        "extensions": ["openhall:kiosk#1.0.0"],
    }


def _collections() -> Mapping[str, list[Feature]]:
    floors = {floor: spaces(floor) for floor in FLOORS}
    return {
        "address": list(_addresses(floors)),
        "venue": [_venue(floors[1])],
        "building": [_building()],
        "footprint": [_footprint(floors[1])],
        "level": [_level(floor, units) for floor, units in floors.items()],
        "unit": [_unit(floor, space) for floor, units in floors.items() for space in units],
        "opening": [_opening(floor, door) for floor, units in floors.items() for door in fittings.doors(floor, units)],
        "amenity": [_amenity(floor, amenity) for floor in floors for amenity in fittings.amenities(floor)],
        "fixture": [
            _fixture(floor, item) for floor, units in floors.items() for item in fittings.fixtures(floor, units)
        ],
        "anchor": list(_anchors(floors[1])),
        "occupant": [_occupant(space) for space in floors[1] if space.number in _TENANTS],
        "kiosk": [_kiosk()],
        "relationship": [_relationship(name, kind) for name, kind in _LINKS],
    }


def _addresses(floors: Mapping[int, tuple[Space, ...]]) -> Iterator[Feature]:
    yield feature("address", "site", None, _address(None))
    for space in floors[1]:
        if space.number in _TENANTS:
            yield feature("address", space.tag, None, _address(space.number))


def _address(unit: str | None) -> Feature:
    return {
        "address": "示例路 1 号（示例）",
        "unit": unit,
        "locality": "示例市",
        "province": None,
        "country": "CN",
        "postal_code": None,
        "postal_code_ext": None,
        "postal_code_vanity": None,
    }


def _venue(ground: tuple[Space, ...]) -> Feature:
    grounds = _outline(ground).buffer(_GROUNDS_M, join_style="mitre").envelope
    properties: Feature = {
        "category": "governmentfacility",
        "restriction": None,
        "name": labels(*_NAME),
        "alt_name": None,
        "hours": "Mo-Fr 08:30-11:30,13:00-17:00",
        "phone": None,
        "website": None,
        "display_point": point((LENGTH / 2, BACK / 2)),
        "address_id": identity("address", "site"),
    }
    return feature("venue", "site", polygon(grounds), properties)


def _building() -> Feature:
    properties: Feature = {
        "category": "unspecified",
        "restriction": None,
        "name": labels(*_NAME),
        "alt_name": None,
        "display_point": point((LENGTH / 2, BACK / 2)),
        "address_id": identity("address", "site"),
    }
    return feature("building", "main", None, properties)


def _footprint(ground: tuple[Space, ...]) -> Feature:
    properties: Feature = {"category": "ground", "name": None, "building_ids": [identity("building", "main")]}
    return feature("footprint", "ground", polygon(_outline(ground)), properties)


def _level(floor: int, units: tuple[Space, ...]) -> Feature:
    properties: Feature = {
        "category": "unspecified",
        "restriction": None,
        "outdoor": False,
        "ordinal": floor - 1,
        "name": labels(f"{_STOREYS[floor - 1]}层", f"Floor {floor}"),
        "short_name": labels(f"{floor}层", str(floor)),
        "display_point": point((LENGTH / 2, BACK / 2)),
        "address_id": None,
        "building_ids": [identity("building", "main")],
    }
    return feature("level", str(floor), polygon(_outline(units)), properties)


def _unit(floor: int, space: Space) -> Feature:
    name = " ".join(part for part in (space.number, space.name) if part)
    english = " ".join(part for part in (space.number, space.name_en) if part)
    wheelchair = "wheelchair" in space.category or space.category == "elevator"
    properties: Feature = {
        "category": space.category,
        "restriction": "employeesonly" if space.category in _PRIVATE else None,
        "accessibility": ["wheelchair"] if wheelchair else None,
        "name": labels(name, english) if name else None,
        "alt_name": None,
        "display_point": point(space.shape.representative_point().coords[0]),
        "level_id": identity("level", str(floor)),
    }
    return feature("unit", f"{floor}/{space.tag}", polygon(space.shape), properties)


def _opening(floor: int, door: fittings.PlannedDoor) -> Feature:
    leaf: Json = {"automatic": door.automatic, "material": None, "type": "sliding" if door.automatic else "swinging"}
    properties: Feature = {
        "category": door.category,
        "accessibility": None if door.category in {"emergencyexit", "service"} else ["wheelchair"],
        "access_control": None,
        "door": leaf if door.leaf else None,
        "name": labels(door.name, door.name_en) if door.name else None,
        "alt_name": None,
        "display_point": None,
        "level_id": identity("level", str(floor)),
    }
    line: Feature = {"type": "LineString", "coordinates": [position(spot) for spot in door.line]}
    return feature("opening", f"{floor}/{door.tag}", line, properties)


def _amenity(floor: int, amenity: fittings.PlannedAmenity) -> Feature:
    wheelchair = amenity.category in {"restroom.wheelchair", "elevator", "entry"}
    properties: Feature = {
        "category": amenity.category,
        "accessibility": ["wheelchair"] if wheelchair else None,
        "name": labels(amenity.name, amenity.name_en),
        "alt_name": None,
        "hours": None,
        "phone": None,
        "website": None,
        "unit_ids": [identity("unit", f"{floor}/{amenity.space}")],
        "address_id": None,
        "correlation_id": identity("amenity", amenity.tag),
    }
    return feature("amenity", f"{floor}/{amenity.tag}", point(amenity.at), properties)


def _fixture(floor: int, fixture: fittings.PlannedFixture) -> Feature:
    properties: Feature = {
        "category": fixture.category,
        "name": {LANGUAGE: fixture.name} if fixture.name else None,
        "alt_name": None,
        "anchor_id": None,
        "level_id": identity("level", str(floor)),
        "display_point": None,
    }
    return feature("fixture", f"{floor}/{fixture.tag}", polygon(shapely.box(*fixture.sides)), properties)


def _anchors(ground: tuple[Space, ...]) -> Iterator[Feature]:
    for space in ground:
        if space.number in _TENANTS or space.tag == "大厅":
            place = fittings.KIOSK if space.tag == "大厅" else space.shape.representative_point().coords[0]
            address = identity("address", space.tag if space.number else "site")
            properties: Feature = {"address_id": address, "unit_id": identity("unit", f"1/{space.tag}")}
            yield feature("anchor", space.tag, point(place), properties)


def _occupant(space: Space) -> Feature:
    properties: Feature = {
        "category": "unspecified",
        "name": labels(_TENANTS[space.number], space.name_en),
        "anchor_id": identity("anchor", space.tag),
        "hours": "Tu,Th 08:30-11:30,13:00-16:30" if space.number == "107" else None,
        "phone": None,
        "website": None,
        "validity": None,
        "correlation_id": None,
    }
    return feature("occupant", space.tag, None, properties)


def _kiosk() -> Feature:
    x, y = fittings.KIOSK
    properties: Feature = {
        "name": labels("大厅触摸屏", "Lobby Touchscreen"),
        "alt_name": None,
        "anchor_id": identity("anchor", "大厅"),
        "display_point": point(fittings.KIOSK_FRONT),
        "level_id": identity("level", "1"),
        "facing": on_earth.bearing_of_back,
    }
    return feature("kiosk", "大厅", polygon(shapely.box(x - 0.45, y - 0.25, x + 0.45, y + 0.25)), properties)


def _relationship(name: str, kind: str) -> Feature:
    units: list[Json] = [{"id": identity("unit", f"{floor}/{name}"), "feature_type": "unit"} for floor in FLOORS]
    properties: Feature = {
        "category": kind,
        "direction": "undirected",
        "origin": units[0],
        "intermediary": units[1:-1],
        "destination": units[-1],
        "hours": None,
    }
    return feature("relationship", name, None, properties)


def _outline(units: tuple[Space, ...]) -> BaseGeometry:
    return shapely.union_all([space.shape for space in units]).simplify(0.0)


def _encoded(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(archive())
