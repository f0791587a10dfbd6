"""Floors as they are painted: units with what is written into them, and where this kiosk stands."""

from dataclasses import dataclass

from data.records import Floor, KioskPlace, Unit
from data.records.building import Point, Polygon
from kiosk.viewmodels.view import View

CONNECTIONS = {"elevator": "lift", "stairs": "stairs", "escalator": "stairs", "ramp": "stepfree", "restroom": "toilet"}
"""Units that are drawn in the colour of movement, and the icon that says what they are."""
OPEN = {"walkway", "lobby", "corridor", "foyer", "courtyard", "opentobelow", "vegetation"}
"""Units one walks in: drawn without a wall around them."""


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """A unit ready to be painted: `kind` is room, open, lift, stairs, stepfree or toilet."""

    key: str
    kind: str
    number: str
    name: str
    polygons: tuple[Polygon, ...]
    label_at: Point | None


@dataclass(frozen=True, slots=True)
class DrawnFloor:
    """A floor ready to be painted, in metres; `here` are the kiosk's places on it."""

    key: str
    outline: tuple[Polygon, ...]
    units: tuple[DrawnUnit, ...]
    here: tuple[Point, ...]


def kiosk_place(floors: list[Floor], wanted: str) -> KioskPlace | None:
    """Where this kiosk stands: the place named in the settings, else the first there is."""
    places = [kiosk for floor in floors for kiosk in floor.kiosks]
    return next((kiosk for kiosk in places if kiosk.key == wanted), places[0] if places else None)


def drawn_floor(
    view: View, floor: Floor, kiosk: KioskPlace | None, tenants: dict[str, str] | None = None
) -> DrawnFloor:
    """A floor ready to be painted; `tenants` are what to write beside the numbers of rooms."""
    return DrawnFloor(
        key=floor.key,
        outline=floor.outline,
        units=tuple(_drawn(view, unit, tenants or {}) for unit in floor.units),
        here=(kiosk.at,) if kiosk and kiosk in floor.kiosks else (),
    )


def _drawn(view: View, unit: Unit, tenants: dict[str, str]) -> DrawnUnit:
    kind = CONNECTIONS.get(unit.category, "open" if unit.category in OPEN else "room")
    name = view.words(unit.name, unit.name_en) or tenants.get(unit.number, "")
    return DrawnUnit(unit.key, kind, unit.number, name, unit.polygons, unit.label_at)
