"""What the paintings of a floor share: how metres become pixels, and the look that QML hands in."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainterPath, QPolygonF
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from data.records.building import Point, Polygon
from kiosk.viewmodels.drawing import DrawnFloor


@dataclass(frozen=True, slots=True)
class Fit:
    """How metres become pixels: the same scale both ways, the drawing in the middle."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def point(self, at: Point) -> QPointF:
        """Where a point of the plan is on the item."""
        return QPointF(at[0] * self.scale + self.left, at[1] * self.scale + self.top)


def bounds(polygons: tuple[Polygon, ...]) -> QRectF:
    """The rectangle around all outer rings, in metres; empty where there are none."""
    points = [QPointF(*point) for polygon in polygons for point in polygon[0]]
    return QPolygonF(points).boundingRect() if points else QRectF()


def fit(floor: DrawnFloor | None, width: float, height: float, margin: float) -> Fit:
    """The largest drawing of the floor that leaves `margin` pixels around it."""
    if floor is None:
        return Fit()
    around = bounds((*floor.outline, *(polygon for unit in floor.units for polygon in unit.polygons)))
    if around.isEmpty() or width <= 2 * margin or height <= 2 * margin:
        return Fit()
    scale = min((width - 2 * margin) / around.width(), (height - 2 * margin) / around.height())
    left = (width - around.width() * scale) / 2 - around.left() * scale
    top = (height - around.height() * scale) / 2 - around.top() * scale
    return Fit(scale, left, top)


def path_of(polygons: tuple[Polygon, ...], fitted: Fit) -> QPainterPath:
    """The outline of polygons with their holes, in pixels."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for polygon in polygons:
        for ring in polygon:
            path.addPolygon(QPolygonF([fitted.point(at) for at in ring]))
            path.closeSubpath()
    return path


class PlanItem(QQuickPaintedItem):
    """An item that lies over a floor. `look` names colours and sizes in pixels, from the theme."""

    floorChanged = Signal()
    lookChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """Nothing is painted until a floor is given."""
        super().__init__(parent)
        self._floor: DrawnFloor | None = None
        self._look: dict[str, object] = {}
        self.setAntialiasing(True)
        self.widthChanged.connect(self.floorChanged)
        self.heightChanged.connect(self.floorChanged)
        self.floorChanged.connect(self.update)
        self.lookChanged.connect(self.update)

    def _get_floor(self) -> object:
        return self._floor

    def _set_floor(self, floor: object) -> None:
        if floor != self._floor:
            self._floor = floor if isinstance(floor, DrawnFloor) else None
            self.floorChanged.emit()

    def _get_look(self) -> dict[str, object]:
        return self._look

    def _set_look(self, look: dict[str, object]) -> None:
        if look != self._look:
            self._look = look
            self.lookChanged.emit()

    floor = Property(object, _get_floor, _set_floor, notify=floorChanged)
    look = Property(dict, _get_look, _set_look, notify=lookChanged)

    def fitted(self) -> Fit:
        """How the floor lies on the item."""
        return fit(self._floor, self.width(), self.height(), self.pixels("margin", 20))

    @Slot(list, result=QPointF)
    def pixel(self, point: list[float]) -> QPointF:
        """Where a point in metres is on the item."""
        return self.fitted().point((point[0], point[1]))

    @Property(QPointF, notify=floorChanged)
    def here(self) -> QPointF:
        """Where this kiosk stands on the item; the item's own corner where it is not on this floor."""
        return self.fitted().point(self._floor.here[0]) if self._floor and self._floor.here else QPointF()

    def colour(self, role: str) -> QColor:
        """A colour of the look."""
        found = self._look.get(role)
        return found if isinstance(found, QColor) else QColor(str(found or "#000000"))

    def pixels(self, role: str, default: float) -> float:
        """A size of the look, in pixels."""
        found = self._look.get(role)
        return float(found) if isinstance(found, int | float) else default

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """The look's typeface in a size."""
        font = QFont(str(self._look.get("family", "")))
        font.setPixelSize(max(1, round(size)))
        font.setBold(bold)
        return font
