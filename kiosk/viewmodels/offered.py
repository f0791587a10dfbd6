"""Offers Python's classes to QML, under the module that pages import."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtQml import qmlRegisterUncreatableType

MODULE = "Lobby.Models"
"""The QML module of what Python makes."""

Offered = TypeVar("Offered", bound=type[QObject])


def offered(made: Offered) -> Offered:
    """Register a class in QML under its own name; only Python makes its instances."""
    qmlRegisterUncreatableType(made, MODULE, 1, 0, made.__name__, "made by Python")  # type: ignore[arg-type] # stubs want bytes, Qt takes text
    return made
