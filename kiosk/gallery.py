"""`kiosk --gallery`: every control in every state on one sheet, for those who change how the lobby looks."""

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.app import PORTRAIT, QML, application, glass, new_engine
from kiosk.settings import Settings


def run(settings: Settings, size: tuple[int, int] | None, *, windowed: bool) -> int:
    """Show the sheet until its window is closed."""
    app = application()
    engine, window = sheet(settings, size or PORTRAIT)
    if windowed:
        window.show()
    else:
        window.showFullScreen()
    status = app.exec()
    engine.deleteLater()
    return status


def sheet(settings: Settings, size: tuple[int, int]) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """The sheet in a window of its own, not yet shown; the engine must outlive it."""
    engine = new_engine()
    engine.setInitialProperties(glass(settings, size))
    engine.load(QUrl.fromLocalFile(str(QML / "Lobby" / "Gallery.qml")))
    window = next(iter(engine.rootObjects()), None)
    assert isinstance(window, QQuickWindow), "Gallery.qml makes a window"
    return engine, window
