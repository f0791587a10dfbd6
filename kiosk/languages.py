"""Switches the interface between Chinese, in which it is written, and English."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtQml import QQmlEngine

FILE = Path(__file__).parent / "translations" / "lobby_en.qm"


class Languages:
    """Loads English when it is first wanted; every text on the glass follows at once."""

    def __init__(self, engine: QQmlEngine) -> None:
        """Chinese."""
        self._engine = engine
        self._translator = QTranslator()
        self._english = False

    def show(self, *, english: bool) -> None:
        """Show English or Chinese."""
        if english == self._english:
            return
        self._english = english
        if english:
            if self._translator.isEmpty():
                self._translator.load(str(FILE))
            QCoreApplication.installTranslator(self._translator)
        else:
            QCoreApplication.removeTranslator(self._translator)
        self._engine.retranslate()
