"""What the paintings of a floor share: which part of it is seen how large, and the look that QML hands in."""

from PySide6.QtCore import Property, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.providers.plan_geometry import Fit, extent, fit, held, zoomed
from kiosk.viewmodels.drawing import DrawnFloor

MOST_PIXELS_A_METRE = 90.0
"""Nearer than this a plan shows no more."""


class PlanItem(QQuickPaintedItem):
    """An item that lies over a floor. `look` names colours and sizes in pixels, from the theme.

    `zoom` is 1 where the whole floor is seen; then `middle`, in metres, counts for nothing. The item reaches `bleed`
    pixels beyond what is seen on each side, so that a finger can move it without painting anew.
    """

    floorChanged = Signal()
    lookChanged = Signal()
    viewChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        """Nothing is painted until a floor is given."""
        super().__init__(parent)
        self._floor: DrawnFloor | None = None
        self._extent = QRectF()
        self._look: dict[str, object] = {}
        self._zoom = 1.0
        self._middle = QPointF()
        self._bleed = 0.0
        self.setAntialiasing(True)
        for change in (self.widthChanged, self.heightChanged, self.floorChanged, self.lookChanged):
            change.connect(self.viewChanged)
        self.viewChanged.connect(self.update)
        # PySide never lets go of the Python side of what QML made (6.11): at least what it painted from goes.
        self.destroyed.connect(self.__dict__.clear)

    def _get_floor(self) -> object:
        return self._floor

    def _set_floor(self, floor: object) -> None:
        if floor is not self._floor:
            self._floor = floor if isinstance(floor, DrawnFloor) else None
            self._extent = extent(self._floor) if self._floor else QRectF()
            self.floorChanged.emit()

    @Slot()
    def clear(self) -> None:
        """Show no floor."""
        self._set_floor(None)

    def _get_look(self) -> dict[str, object]:
        return self._look

    def _set_look(self, look: dict[str, object]) -> None:
        if look != self._look:
            self._look = look
            self.lookChanged.emit()

    def _get_zoom(self) -> float:
        return self._zoom

    def _set_zoom(self, zoom: float) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.viewChanged.emit()

    def _get_middle(self) -> QPointF:
        return self._middle

    def _set_middle(self, middle: QPointF) -> None:
        if middle != self._middle:
            self._middle = middle
            self.viewChanged.emit()

    def _get_bleed(self) -> float:
        return self._bleed

    def _set_bleed(self, bleed: float) -> None:
        if bleed != self._bleed:
            self._bleed = bleed
            self.viewChanged.emit()

    floor = Property(object, _get_floor, _set_floor, notify=floorChanged)
    look = Property(dict, _get_look, _set_look, notify=lookChanged)
    zoom = Property(float, _get_zoom, _set_zoom, notify=viewChanged)
    middle = Property(QPointF, _get_middle, _set_middle, notify=viewChanged)
    bleed = Property(float, _get_bleed, _set_bleed, notify=viewChanged)

    def fitted(self) -> Fit:
        """How the floor lies on the item."""
        whole = self._whole()
        if self._zoom <= 1:
            return whole
        return zoomed(whole, self._zoom, self.heldMiddle(self._middle, self._zoom), self.width(), self.height())

    def _whole(self) -> Fit:
        return fit(self._extent, self.width(), self.height(), self.pixels("margin", 20) + self._bleed)

    @Property(float, notify=viewChanged)
    def mostZoom(self) -> float:
        """The zoom beyond which nothing more is to be seen."""
        return max(1.0, min(8.0, MOST_PIXELS_A_METRE / self._whole().scale))

    @Slot(QPointF, float, result=QPointF)
    def heldMiddle(self, middle: QPointF, zoom: float) -> QPointF:
        """The middle nearest to the one asked for at which the floor fills what is seen at a zoom."""
        scale = self._whole().scale * zoom
        spare = self.pixels("margin", 20)
        half_width = (self.width() / 2 - self._bleed - spare) / scale
        half_height = (self.height() / 2 - self._bleed - spare) / scale
        return held(middle, self._extent, half_width, half_height)

    @Slot(QPointF, QPointF, float, result=QPointF)
    def movedMiddle(self, centre: QPointF, shift: QPointF, factor: float) -> QPointF:
        """The middle after what lies at `centre` on the item was moved by `shift` pixels and enlarged by `factor`."""
        of_item = QPointF(self.width() / 2, self.height() / 2)
        return self.fitted().metres((of_item - centre - shift) / factor + centre)

    @Slot(list, result=QPointF)
    def pixel(self, point: list[float]) -> QPointF:
        """Where a point in metres is on the item."""
        return self.fitted().point((point[0], point[1]))

    @Property(QPointF, notify=viewChanged)
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
