"""Lists for QML: a model whose roles are the fields of one frozen dataclass."""

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    Slot,
)

from kiosk.viewmodels.offered import offered

FIRST_ROLE = 0x0101
"""The one after Qt.ItemDataRole.UserRole. As a number: see `kiosk.touches.MENU`."""


@offered
class Rows(QAbstractListModel):
    """Rows of one dataclass, shown as they are. A field that is a tuple of texts reaches QML as a list of strings."""

    changed = Signal()

    def __init__(self, row: type, rows: Sequence[object] = (), parent: QObject | None = None) -> None:
        """Show `rows`, each an instance of the dataclass `row`."""
        super().__init__(parent)
        self._row = row
        self._names = tuple(field.name for field in fields(row))
        self._rows = tuple(rows)
        self._parts: dict[str, Rows] = {}

    @property
    def rows(self) -> tuple[object, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[object]) -> None:
        """Show other rows; says nothing where they are the same."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._parts.clear()
        self.endResetModel()
        self.changed.emit()

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @Property(float, notify=changed)
    def foreign(self) -> float:
        """The share of the rows, from 0 to 1, that are Chinese though English was chosen."""
        chinese = [row for row in self._rows if getattr(row, "foreign", False)]
        return len(chinese) / max(1, len(self._rows))

    @Slot(int, result=str)
    def keyAt(self, place: int) -> str:
        """The key of the row at a place, empty where there is none."""
        return str(getattr(self._rows[place], "key", "")) if 0 <= place < len(self._rows) else ""

    @Slot(str, result=int)
    def placeOf(self, key: str) -> int:
        """Where the row with this key stands, -1 where none has it."""
        return next((place for place, row in enumerate(self._rows) if getattr(row, "key", None) == key), -1)

    @Slot(str, result=QObject)
    def under(self, section: str) -> QObject:
        """The rows whose `section` this is, as a list of their own: what is not looked at need not be built."""
        if section not in self._parts:
            rows = [row for row in self._rows if getattr(row, "section", "") == section]
            self._parts[section] = Rows(self._row, rows, self)
        return self._parts[section]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt asks for it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        """One field of one row; None for what is not there."""
        if not index.isValid() or not 0 <= role - FIRST_ROLE < len(self._names):
            return None
        return for_qml(getattr(self._rows[index.row()], self._names[role - FIRST_ROLE]))

    def roleNames(self) -> dict[int, QByteArray]:
        """The dataclass's field names."""
        return {FIRST_ROLE + number: QByteArray(name.encode()) for number, name in enumerate(self._names)}


def for_qml(value: object) -> object:
    """A field's value as QML takes it: tuples become lists."""
    return [for_qml(item) for item in value] if isinstance(value, tuple) else value
