"""What people look for at a point, and where a kiosk stands, in an OpenStreetMap file."""

from collections.abc import Callable, Iterator, Mapping

from data.building.findings import Findings
from data.building.names import clean
from data.building.osm.document import Document, Node, Tags
from data.building.osm.levels import levels_of
from data.records.building import Amenity, KioskPlace, Point

_AMENITIES = {
    ("amenity", "toilets"): "restroom",
    ("amenity", "atm"): "atm",
    ("amenity", "vending_machine"): "vendingmachine",
    ("amenity", "drinking_water"): "drinkingfountain",
    ("amenity", "telephone"): "publicphone",
    ("amenity", "post_box"): "mailbox",
    ("amenity", "reception_desk"): "information",
    ("tourism", "information"): "information",
    ("emergency", "fire_extinguisher"): "fireextinguisher",
    ("emergency", "fire_hose"): "fireextinguisher",
    ("emergency", "defibrillator"): "defibrillator",
    ("emergency", "assembly_point"): "meetingpoint",
    ("entrance", "main"): "entry",
    ("entrance", "yes"): "entry",
    ("entrance", "emergency"): "exit",
    ("entrance", "exit"): "exit",
}
_COMPASS = {"N": 0.0, "NE": 45.0, "E": 90.0, "SE": 135.0, "S": 180.0, "SW": 225.0, "W": 270.0, "NW": 315.0}


class Points:
    """Tagged points by level."""

    def __init__(self, document: Document, ground: Callable[[Point], float], findings: Findings) -> None:
        self._document = document
        self._ground = ground
        self._tagged = [(node, self._levels(node, findings)) for node in document.nodes.values() if node.tags]

    def amenities(self, level: float) -> tuple[Amenity, ...]:
        """What there is to find on a level."""
        return tuple(
            Amenity(f"n{node.id}@{level:g}", category, self._document.at(node.id), clean(node.tags.get("name", "")))
            for node in self._on(level)
            for category in _categories(node.tags)[:1]
        )

    def kiosks(self, level: float) -> tuple[KioskPlace, ...]:
        """Terminals (`information=terminal`): these are ours; `direction` says where their visitor looks."""
        terminals = [node for node in self._on(level) if node.tags.get("information") == "terminal"]
        return tuple(
            KioskPlace(f"n{one.id}", self._document.at(one.id), _direction(one.tags), clean(one.tags.get("name", "")))
            for one in terminals
        )

    def _on(self, level: float) -> Iterator[Node]:
        return (node for node, levels in self._tagged if level in levels)

    def _levels(self, node: Node, findings: Findings) -> tuple[float, ...]:
        try:
            levels = levels_of(node.tags)
        except ValueError:
            findings.note(f"点 {node.id}", "楼层写法看不懂，已跳过")
            return ()
        return levels or ((self._ground(self._document.at(node.id)),) if "entrance" in node.tags else ())


def _categories(tags: Tags) -> list[str]:
    if tags.get("information") == "terminal":
        return []
    return [category for (key, value), category in _AMENITIES.items() if tags.get(key) == value]


def _direction(tags: Mapping[str, str]) -> float:
    """Degrees from north, from figures or points of the compass."""
    told = tags.get("direction", "").strip().upper()
    if told in _COMPASS:
        return _COMPASS[told]
    try:
        return float(told) % 360 if abs(float(told)) <= 360 else 0.0  # noqa: PLR2004 - a full turn
    except ValueError:
        return 0.0
