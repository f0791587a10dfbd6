"""A floor made ready for a painter once: paths in metres, those of one colour together."""

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from data.records.building import Point
from kiosk.providers.plan_geometry import lines_of, path_of
from kiosk.viewmodels.drawing import DrawnFloor, DrawnUnit


@dataclass(frozen=True, slots=True)
class Shape:
    """A unit and its outline, in metres."""

    unit: DrawnUnit
    path: QPainterPath
    around: QRectF


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted of a floor, in metres: `fills` by the colour's role, in the order in which they are laid."""

    outline: QPainterPath
    fills: dict[str, QPainterPath]
    walls: list[QLineF]
    """One by one, each once: Qt strokes lines many times faster than one path of them all."""
    doors: QPainterPath
    barriers: QPainterPath
    fixtures: QPainterPath
    details: QPainterPath
    shapes: tuple[Shape, ...]

    def unit_at(self, at: QPointF) -> DrawnUnit | None:
        """The unit at a place that can be asked for; of several, the smallest."""
        found = [shape for shape in self.shapes if shape.unit.closed and shape.path.contains(at)]
        return min(found, key=lambda shape: shape.around.width() * shape.around.height()).unit if found else None

    def shape_of(self, key: str) -> Shape | None:
        """The shape of the unit with this key."""
        return next((shape for shape in self.shapes if shape.unit.key == key), None)


def scene_of(floor: DrawnFloor) -> Scene:
    """Make a floor ready."""
    shapes = tuple(_shape(unit) for unit in floor.units)
    fills: defaultdict[str, QPainterPath] = defaultdict(_winding)
    for shape in sorted(shapes, key=lambda shape: _layer(shape.unit)):
        fills[_role(shape.unit)].addPath(shape.path)
    return Scene(
        path_of(floor.outline),
        dict(fills),
        [QLineF(*start, *end) for start, end in sorted(_walls(floor))],
        lines_of(floor.doors),
        lines_of(floor.barriers),
        path_of(floor.fixtures),
        lines_of(floor.details),
        shapes,
    )


def _walls(floor: DrawnFloor) -> set[tuple[Point, Point]]:
    """The sides of all that has walls; what two rooms share is there once."""
    rings = (ring for unit in floor.units if unit.kind != "open" for polygon in unit.polygons for ring in polygon)
    sides = (side for ring in rings for side in zip(ring, (*ring[1:], *ring[:1]), strict=True))
    return {(min(side), max(side)) for side in sides}


def _shape(unit: DrawnUnit) -> Shape:
    path = path_of(unit.polygons)
    return Shape(unit, path, path.boundingRect())


def _winding() -> QPainterPath:
    """A path in which units that lie over each other leave no hole."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _layer(unit: DrawnUnit) -> int:
    """Voids below, then corridors, rooms, lifts and stairs, as these lie in those; pillars last."""
    return {"void": 0, "open": 1, "room": 2, "solid": 4}.get(unit.kind, 3)


def _role(unit: DrawnUnit) -> str:
    if unit.kind == "room":
        return f"group{unit.group}" if unit.group >= 0 else "room"
    return {"open": "open", "void": "void", "solid": "wall"}.get(unit.kind, "move")
