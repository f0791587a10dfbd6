"""Reads an IMDF 1.0 archive (OGC 20-094): one zip or folder of GeoJSON files becomes a building and its floors.

venue, building       names; a building holds the levels that name it
level                 one Floor each
unit, opening         rooms and doors on the level they name
occupant -> anchor    the name of who is in a unit, and with it often the room's number
amenity, kiosk        what people look for, and "you are here" (extension: `facing`, degrees from north)
fixture, detail       drawn; nobody walks through a fixture, everybody over a detail
relationship          stairs, lifts, ramps and escalators between levels
footprint, section, geofence, address    hold nothing that is shown
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from data.building.categories import CLOSED_DOORS
from data.building.drawn import Drawn
from data.building.features import Collection, Feature, read_collection
from data.building.findings import Findings
from data.building.finishing import finished
from data.building.geography import Geography, plane_of
from data.building.imdf_doors import along_the_wall
from data.building.imdf_links import connections
from data.building.imdf_units import called_of, unit_of
from data.building.names import Label, clean, label_of
from data.records.building import Amenity, Building, Door, Floor, KioskPlace, Polygon, Ring, Unit
from data.records.storeys import floor_name

_SHOWN = ("venue", "building", "level", "unit", "opening", "occupant", "anchor", "amenity", "kiosk", "fixture")
_KNOWN = frozenset((*_SHOWN, "detail", "relationship", "footprint", "section", "geofence", "address"))
_PASSED_WITH_HELP = frozenset({"revolving", "turnstile"})
_AMENITIES = {"toilet": "restroom", "toilets": "restroom", "emergencyexit": "exit"}
_NO_AMENITY = frozenset({"room", "unspecified", ""})
_FIGURE = re.compile(r"-?\d{1,3}(\.\d+)?", re.ASCII)
_BUILDING = "building"
"""Key of the building that holds levels which name none."""


def load_imdf(files: Mapping[str, bytes], findings: Findings) -> Drawn:
    """The buildings and floors in an archive's files (path to content). ValueError where it cannot be used at all."""
    collection = read_collection(files, findings)
    if not collection.all("level") or not collection.all("unit"):
        raise ValueError("压缩包里没有楼层（level）或房间（unit），这不是 IMDF 楼层图")
    for kind, listed in sorted(collection.by_kind.items()):
        if kind not in _KNOWN:
            findings.note(listed[0].place, f"未知的要素类型“{clean(kind)}”（{len(listed)} 个），未使用")
    geography = Geography(plane_of([*collection.all("unit"), *collection.all("level")]), findings)
    return _Reading(collection, geography, findings).drawn()


@dataclass(slots=True)
class _Reading:
    """One archive being read."""

    collection: Collection
    geography: Geography
    findings: Findings
    _keys: Counter[str] = field(default_factory=Counter)

    def drawn(self) -> Drawn:
        """Buildings that have floors, and the floors from the lowest up."""
        levels = {feature.id: feature for feature in self.collection.all("level")}
        parts = {key: _Parts() for key in levels}
        self._read_units(parts)
        if not any(level.units for level in parts.values()):
            raise ValueError("没有一个房间（unit）读得出来：检查它们的轮廓和所指的楼层（level_id）")
        self._read_openings(parts)
        self._read_amenities(parts)
        self._read_kiosks(parts)
        self._read_fixtures(parts)
        self._read_details(parts)
        homes = self._homes()
        floors = [self._floor(feature, parts[feature.id], homes[feature.id]) for feature in levels.values()]
        floors.sort(key=lambda floor: (floor.ordinal, floor.key))
        return Drawn(self._buildings(floors), finished(floors))

    def _read_units(self, parts: Mapping[str, "_Parts"]) -> None:
        occupants = self._occupants()
        for feature in self.collection.all("unit"):
            level = self._level(feature, parts)
            polygons = self.geography.polygons(feature) if level else ()
            if level and polygons:
                called = called_of(feature, occupants.get(feature.id, ()), self.collection.language)
                level.units.append(unit_of(self._key(feature), polygons, called))

    def _occupants(self) -> Mapping[str, tuple[Feature, ...]]:
        """Occupants by the unit that their anchor stands in."""
        units = {anchor.id: anchor.text("unit_id") for anchor in self.collection.all("anchor")}
        found: dict[str, tuple[Feature, ...]] = {}
        for occupant in self.collection.all("occupant"):
            unit = units.get(occupant.text("anchor_id"), "")
            if unit:
                found[unit] = (*found.get(unit, ()), occupant)
            else:
                self.findings.warn(occupant.place, "入驻单位没有指明房间（anchor），已跳过")
        return found

    def _read_openings(self, parts: Mapping[str, "_Parts"]) -> None:
        for feature in self.collection.all("opening"):
            level = self._level(feature, parts)
            line = self._door_line(feature, level) if level else ()
            if level and line:
                level.doors.append(self._door(feature, line))

    def _door_line(self, feature: Feature, level: "_Parts") -> Ring:
        """The line of an opening, or one along the wall that it is a point on."""
        spot = self.geography.spot(feature)
        if spot is None:
            return self.geography.line(feature)
        line = along_the_wall(spot, level.units)
        if line is None:
            self.findings.warn(feature.place, "门不在任何墙上，已跳过")
        return line or ()

    def _door(self, feature: Feature, line: tuple[tuple[float, float], ...]) -> Door:
        category = feature.text("category").lower() or "pedestrian"
        door = feature.properties.get("door")
        kind = door.get("type") if isinstance(door, dict) else None
        accessible = kind not in _PASSED_WITH_HELP and category not in CLOSED_DOORS
        return Door(self._key(feature), line, category, accessible)

    def _read_amenities(self, parts: Mapping[str, "_Parts"]) -> None:
        home = {unit.key: level for level in parts.values() for unit in level.units}
        for feature in self.collection.all("amenity"):
            category = _AMENITIES.get(feature.text("category").lower(), feature.text("category").lower())
            if category in _NO_AMENITY:
                continue
            level = next((home[unit] for unit in feature.texts("unit_ids") if unit in home), None)
            at = self.geography.point(feature)
            if level is None:
                self.findings.warn(feature.place, "设施没有指明所在区域（unit_ids），已跳过")
            elif at:
                label = self._label(feature, "name")
                level.amenities.append(Amenity(self._key(feature), category, at, label.name, label.english))

    def _read_kiosks(self, parts: Mapping[str, "_Parts"]) -> None:
        home = {unit.key: key for key, level in parts.items() for unit in level.units}
        for told in self.collection.all("kiosk"):
            feature = self._at_its_anchor(told, home)
            level = self._level(feature, parts)
            at = self.geography.point(feature) if level else None
            if level and at:
                facing = feature.properties.get("facing")
                degrees = float(facing) if isinstance(facing, int | float) and abs(facing) <= 360 else 0.0  # noqa: PLR2004
                level.kiosks.append(KioskPlace(self._key(feature), at, degrees, self._label(feature, "name").name))

    def _at_its_anchor(self, kiosk: Feature, home: Mapping[str, str]) -> Feature:
        """A kiosk that says no level or place of its own stands where its anchor does."""
        anchor = next((one for one in self.collection.all("anchor") if one.id == kiosk.text("anchor_id")), None)
        if anchor is None:
            return kiosk
        level = kiosk.text("level_id") or home.get(anchor.text("unit_id"), "")
        geometry = kiosk.geometry or anchor.geometry
        return replace(kiosk, geometry=geometry, properties={**kiosk.properties, "level_id": level})

    def _read_fixtures(self, parts: Mapping[str, "_Parts"]) -> None:
        for feature in self.collection.all("fixture"):
            level = self._level(feature, parts)
            if level:
                level.fixtures.extend(self.geography.polygons(feature))

    def _read_details(self, parts: Mapping[str, "_Parts"]) -> None:
        """Lines on a level; those of no level are the streets around."""
        for feature in self.collection.all("detail"):
            level = self._level(feature, parts) if feature.text("level_id") else None
            if level:
                level.details.extend(self.geography.lines(feature))

    def _level(self, feature: Feature, parts: Mapping[str, "_Parts"]) -> "_Parts | None":
        level = parts.get(feature.text("level_id"))
        if level is None:
            self.findings.warn(feature.place, "所指的楼层（level_id）不存在，已跳过")
        return level

    def _floor(self, feature: Feature, parts: "_Parts", home: str) -> Floor:
        label, short = self._label(feature, "name"), self._label(feature, "short_name")
        ordinal = self._ordinal(feature)
        name = label.name or short.name or floor_name(ordinal)
        return Floor(
            feature.id,
            name,
            ordinal,
            short.name or name,
            label.english,
            home,
            self.geography.polygons(feature),
            tuple(parts.units),
            tuple(parts.doors),
            tuple(parts.amenities),
            tuple(parts.kiosks),
            tuple(parts.fixtures),
            details=tuple(parts.details),
        )

    def _ordinal(self, feature: Feature) -> float:
        ordinal = feature.properties.get("ordinal")
        if isinstance(ordinal, str) and _FIGURE.fullmatch(ordinal.strip()):
            ordinal = float(ordinal)
        if isinstance(ordinal, int | float) and not isinstance(ordinal, bool) and abs(ordinal) < 200:  # noqa: PLR2004
            return float(ordinal)
        self.findings.warn(feature.place, "楼层序号（ordinal）缺失或不是数字，按 0 处理，请核对")
        return 0.0

    def _homes(self) -> Mapping[str, str]:
        """For each level the key of the building it belongs to."""
        known = [feature.id for feature in self.collection.all("building")]
        only = known[0] if len(known) == 1 else _BUILDING
        return {
            level.id: next((key for key in level.texts("building_ids") if key in known), only)
            for level in self.collection.all("level")
        }

    def _buildings(self, floors: list[Floor]) -> tuple[Building, ...]:
        used = {floor.building for floor in floors}
        named = [(feature.id, self._label(feature, "name")) for feature in self.collection.all("building")]
        venue = next((self._label(feature, "name") for feature in self.collection.all("venue")), Label())
        if _BUILDING in used - {key for key, _ in named}:
            named.append((_BUILDING, venue))
        empty = len(named) - len(used)
        if empty:
            self.findings.note("building", f"{empty} 座楼没有楼层，未使用")
        links = connections(self.collection, floors, self.findings)
        return tuple(
            Building(key, label.name or venue.name or "本楼", label.english, number, links.get(key, ()), "IMDF")
            for number, (key, label) in enumerate(pair for pair in named if pair[0] in used)
        )

    def _label(self, feature: Feature, name: str) -> Label:
        return label_of(feature.properties.get(name), self.collection.language)

    def _key(self, feature: Feature) -> str:
        """The feature's own id; where ids are missing or double, one made of it and a count."""
        stem = feature.id or feature.kind
        self._keys[stem] += 1
        if feature.id and self._keys[stem] == 1:
            return feature.id
        self.findings.warn(feature.place, "编号（id）缺失或重复，已另编")
        return f"{stem}#{self._keys[stem]}"


@dataclass(slots=True)
class _Parts:
    """What has been found on one level so far."""

    units: list[Unit] = field(default_factory=list)
    doors: list[Door] = field(default_factory=list)
    amenities: list[Amenity] = field(default_factory=list)
    kiosks: list[KioskPlace] = field(default_factory=list)
    fixtures: list[Polygon] = field(default_factory=list)
    details: list[Ring] = field(default_factory=list)
