"""The building as it is drawn: floors of units, doors between them, stairs and lifts that connect them.

Coordinates are local metres, x to the right and y downwards as on paper, rounded to a centimetre,
turned so that the
entrance is at the bottom. A ring is a tuple of (x, y) without the closing point repeated; a polygon is
its outer ring first,
then its holes.
"""

from dataclasses import dataclass

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A room, corridor, lift, stair or other area of a floor.

    `category` is IMDF's (room, office, walkway, lobby, elevator, stairs, restroom, nonpublic, ...);
    `number` binds it to a
    `Room`; `public` says whether a route may lead through it.
    """

    key: str
    category: str
    polygons: tuple[Polygon, ...]
    number: str = ""
    name: str = ""
    name_en: str = ""
    public: bool = True
    label_at: Point | None = None
    """Where its name is best written, inside it."""
    label_size: Point | None = None
    """Width and height in metres of the room there is for words around `label_at`, upright on the picture."""


@dataclass(frozen=True, slots=True)
class Door:
    """An opening between two units, or between a unit and outside: a line on the wall."""

    key: str
    line: Ring
    category: str = "pedestrian"
    accessible: bool = True
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Amenity:
    """A thing people look for at a point: toilet, exit, information, fire extinguisher (IMDF's categories)."""

    key: str
    category: str
    at: Point
    name: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class KioskPlace:
    """A place where a kiosk stands: "you are here". `facing_degrees` is where the visitor looks, 0 up, clockwise."""

    key: str
    at: Point
    facing_degrees: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """One level. `ordinal` orders floors (0 is the ground floor); fractions are mezzanines."""

    key: str
    name: str
    ordinal: float
    short_name: str = ""
    name_en: str = ""
    building: str = ""
    outline: tuple[Polygon, ...] = ()
    units: tuple[Unit, ...] = ()
    doors: tuple[Door, ...] = ()
    amenities: tuple[Amenity, ...] = ()
    kiosks: tuple[KioskPlace, ...] = ()
    fixtures: tuple[Polygon, ...] = ()
    furniture_walls: tuple[Ring, ...] = ()
    """Lines drawn on the map that nobody walks through."""
    details: tuple[Ring, ...] = ()
    """Lines that are only drawn: steps, counters, markings. One walks over them."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A stair, lift, ramp or escalator: the units, floor by floor, between which one can change level.

    `kind` is `stairs`, `elevator`, `ramp` or `escalator`; `one_way` follows the order of `units`.
    """

    key: str
    kind: str
    units: tuple[str, ...]
    one_way: bool = False


@dataclass(frozen=True, slots=True)
class Building:
    """What holds the floors together: name, where it stands, what connects its levels. Its floors name it by key."""

    key: str
    name: str
    name_en: str = ""
    position: int = 0
    connections: tuple[Connection, ...] = ()
    source: str = ""
    """The format it came from (IMDF, OSM, SVG)."""
