"""Turns a frozen dataclass of facts into an object whose properties QML reads.

A page's facts are computed once, in one language, by a plain function; nothing of them changes while they are shown.
Text, numbers and lists of text stay what they are; a tuple of another dataclass becomes a `Rows` model.
"""

from dataclasses import fields, is_dataclass
from typing import get_args, get_origin, get_type_hints

from PySide6.QtCore import Property, QObject

from kiosk.viewmodels.offered import offered
from kiosk.viewmodels.rows import Rows, for_qml

_SHOWN: dict[type, type[QObject]] = {}
_QML_TYPES: dict[object, object] = {str: str, int: int, float: float, bool: bool, tuple[str, ...]: "QStringList"}


def shown(facts: object) -> QObject:
    """An object with a constant property for each field of `facts`."""
    made = shown_type(type(facts))()
    made._facts = facts  # type: ignore[attr-defined]  # noqa: SLF001 - the class below reads it
    made._lists = {}  # type: ignore[attr-defined]  # noqa: SLF001
    return made


def shown_type(facts: type) -> type[QObject]:
    """The QObject class for a dataclass, registered in QML under the dataclass's name."""
    if facts not in _SHOWN:
        _SHOWN[facts] = _made(facts)
    return _SHOWN[facts]


def _made(facts: type) -> type[QObject]:
    hints = get_type_hints(facts)
    members = {field.name: _property(field.name, hints[field.name]) for field in fields(facts)}
    return offered(type(facts.__name__, (QObject,), members))


def _property(name: str, hint: object) -> Property:
    row = row_type(hint)
    if row is not None:
        return Property(Rows, lambda self: _list(self, name, row), constant=True)
    return Property(_qml_type(hint), lambda self: for_qml(getattr(self._facts, name)), constant=True)  # type: ignore[arg-type]


def _qml_type(hint: object) -> object:
    """How Qt calls a field's type: known ones by name, other tuples are lists, anything else is handed through."""
    return _QML_TYPES.get(hint) or (list if get_origin(hint) is tuple else object)


def row_type(hint: object) -> type | None:
    """The dataclass D of a hint tuple[D, ...], else None."""
    first, *rest = get_args(hint) or (None,)
    return first if rest == [...] and isinstance(first, type) and is_dataclass(first) else None


def _list(page: QObject, name: str, row: type) -> Rows:
    """The model of one list, made when QML first asks for it and kept by the page."""
    lists: dict[str, Rows] = page._lists  # type: ignore[attr-defined]  # noqa: SLF001
    if name not in lists:
        lists[name] = Rows(row, getattr(page._facts, name), page)  # type: ignore[attr-defined]  # noqa: SLF001
    return lists[name]
