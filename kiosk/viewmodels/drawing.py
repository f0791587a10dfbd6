"""Floors as they are painted: units with what is written into them, doors, signs, and where this kiosk stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot

from data.records import Floor, KioskPlace, Unit
from data.records.building import Amenity, Point, Polygon, Ring
from kiosk.viewmodels.view import View

CONNECTIONS = {"elevator": "lift", "stairs": "stairs", "escalator": "stairs", "ramp": "stepfree", "restroom": "toilet"}
"""Units that are drawn in the colour of movement, and the icon that says what they are."""
OPEN = {
    *("walkway", "lobby", "corridor", "foyer", "courtyard", "unenclosedarea", "terrace", "platform"),
    *("footbridge", "movingwalkway", "steps"),
}
"""Units one walks in: drawn without a wall around them. The categories are IMDF's, before the first dot."""
SOLID = {"brick", "column", "concretewall", "drywall", "glass", "structure", "wood"}
VOID = {"opentobelow", "vegetation"}
SIGNS = {
    "exit": "exit",
    "emergencyexit": "exit",
    "entry": "exit",
    "information": "info",
    "restroom": "toilet",
    "elevator": "lift",
    "stairs": "stairs",
    "escalator": "stairs",
}
"""Amenities that are drawn, and their icons."""
_SAME_SIGN_M = 6.0
"""A sign this near a unit or sign that says the same is one too many."""


@dataclass(frozen=True, slots=True)
class Tenant:
    """What to write into a room beside its number, and the group of offices it belongs to (0 first, -1 for none).

    `room` is its key in the staff's list, empty where it is not in it.
    """

    room: str = ""
    name: str = ""
    group: int = -1


NOBODY = Tenant()


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """A unit ready to be painted: `kind` is room, open, solid, void, lift, stairs, stepfree or toilet.

    `group` is the place of its office's group in the legend, -1 for none; `goal` is what to ask the map for.
    """

    key: str
    kind: str
    number: str
    name: str
    polygons: tuple[Polygon, ...]
    label_at: Point | None
    label_size: Point | None = None
    group: int = -1
    goal: str = ""

    @property
    def closed(self) -> bool:
        """Whether it is a place one can ask the way to by touching it."""
        return self.kind not in {"open", "solid", "void"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A drawing at a place: the name of its icon."""

    icon: str
    at: Point


@dataclass(frozen=True, slots=True)
class DrawnFloor:
    """A floor ready to be painted, in metres; `here` are the kiosk's places on it."""

    key: str
    outline: tuple[Polygon, ...]
    units: tuple[DrawnUnit, ...]
    here: tuple[Point, ...]
    doors: tuple[Ring, ...] = ()
    barriers: tuple[Ring, ...] = ()
    fixtures: tuple[Polygon, ...] = ()
    details: tuple[Ring, ...] = ()
    signs: tuple[Sign, ...] = ()


def kiosk_place(floors: list[Floor], wanted: str) -> KioskPlace | None:
    """Where this kiosk stands: the place named in the settings, else the first there is."""
    places = [kiosk for floor in floors for kiosk in floor.kiosks]
    return next((kiosk for kiosk in places if kiosk.key == wanted), places[0] if places else None)


def drawn_floor(
    view: View, floor: Floor, kiosk: KioskPlace | None, tenants: Mapping[str, Tenant] | None = None
) -> DrawnFloor:
    """A floor ready to be painted; `tenants` are those of its units, by the unit's key."""
    units = tuple(_drawn(view, unit, (tenants or {}).get(unit.key, NOBODY)) for unit in floor.units)
    return DrawnFloor(
        key=floor.key,
        outline=floor.outline,
        units=units,
        here=(kiosk.at,) if kiosk and kiosk in floor.kiosks else (),
        doors=tuple(door.line for door in floor.doors),
        barriers=floor.furniture_walls,
        fixtures=floor.fixtures,
        details=floor.details,
        signs=tuple(_signs(floor, units)),
    )


def kind_of(category: str) -> str:
    """What a unit of an IMDF category is drawn as."""
    base = category.split(".", maxsplit=1)[0]
    if base in CONNECTIONS:
        return CONNECTIONS[base]
    return "open" if base in OPEN else "solid" if base in SOLID else "void" if base in VOID else "room"


def _drawn(view: View, unit: Unit, tenant: Tenant) -> DrawnUnit:
    name = view.words(unit.name, unit.name_en) or tenant.name
    return DrawnUnit(
        unit.key,
        kind_of(unit.category),
        unit.number,
        name,
        unit.polygons,
        unit.label_at,
        unit.label_size,
        tenant.group,
        tenant.room or unit.key,
    )


def _signs(floor: Floor, units: tuple[DrawnUnit, ...]) -> Iterator[Sign]:
    """What there is to find on a floor, and the ways out, each told once."""
    told = [Sign(unit.kind, unit.label_at) for unit in units if unit.label_at and unit.kind in CONNECTIONS.values()]
    for sign in (*map(_sign, floor.amenities), *_ways_out(floor)):
        if sign and not any(sign.icon == other.icon and _near(sign.at, other.at) for other in told):
            told.append(sign)
            yield sign


def _sign(amenity: Amenity) -> Sign | None:
    icon = SIGNS.get(amenity.category.split(".", maxsplit=1)[0])
    return Sign(icon, amenity.at) if icon else None


def _ways_out(floor: Floor) -> Iterator[Sign]:
    for door in floor.doors:
        if door.outside:
            (x, y), (other_x, other_y) = door.line[0], door.line[-1]
            yield Sign("exit", ((x + other_x) / 2, (y + other_y) / 2))


def _near(one: Point, other: Point) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) < _SAME_SIGN_M
